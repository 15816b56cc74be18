import { epochDay } from '../civil/date.ts'
import { markCrowdedRows } from '../dataset/attendance-columns.ts'
import { type Columns, NONE, ROW } from '../dataset/columns.ts'
import type { AttendanceBook } from './attendance-book.ts'
import { deriveRows, mostRowsOf, type RowTarget } from './derived-rows.ts'
import type { PeopleBook, Person } from './people-book.ts'
import { postsInOrder } from './people-columns.ts'
import type { SessionBook } from './session-book.ts'

/** Columns whose parts may be exchanged. */
export type MutableColumns = { -readonly [K in keyof Columns]: Columns[K] }

/** Change points and posts of a member there is room for at least. */
const LEAST_POINTS = 32

/** Days of rows are counted from here on the desk, since sessions may be added before all others. */
const FIRST_DAY = epochDay(1921, 1, 1)

/** The books of a ledger. */
export interface Books {
  readonly base: Columns
  readonly sessions: SessionBook
  readonly attendance: AttendanceBook
  readonly people: PeopleBook
}

/** What there is room for on a desk. */
export interface Room {
  readonly rows: number
  /** Change points and posts. */
  readonly points: number
}

/**
 * Columns of one member at a time: everything about organizations and sessions is that of the whole data,
 * the member has position 0, and nobody else is there. The engine judges them as it judges a dataset. What is
 * prepared for them may hold on to their arrays: those of members are filled anew, never exchanged.
 */
export class DeskColumns {
  readonly columns: MutableColumns
  readonly room: Room
  readonly #books: Books
  /** Columns with a cell for each member. */
  readonly #ofMember: readonly { readonly to: CellColumn; readonly from: CellColumn }[]
  readonly #target: RowTarget
  #roles: Map<string, number>
  #sessionsSeen = -1

  constructor(books: Books, least: Room) {
    this.#books = books
    const room = { rows: least.rows, points: Math.max(LEAST_POINTS, least.points) }
    this.room = room
    const { base } = books
    this.columns = {
      ...base,
      actMember: base.actMember.map(another),
      actCounterpart: base.actCounterpart.map(another),
      actsOfMemberStart: new Uint32Array(2),
      actsOfMember: new Uint32Array(mostIn(base.actsOfMemberStart)),
      memberCount: 1,
      dayBase: FIRST_DAY,
      makeUpOf: new Map(),
      factStart: new Uint32Array(2),
      placeStart: new Uint32Array(2),
      postStart: new Uint32Array(2),
      ...roomForPoints(room.points),
      rowStart: new Uint32Array(2),
      rowSession: new Uint32Array(room.rows),
      rowFlags: new Uint8Array(room.rows),
      rowHours: new Uint16Array(room.rows),
      rowClass: new Uint16Array(room.rows),
      rowDay: new Uint16Array(room.rows),
      rowPlace: new Uint32Array(room.rows),
    }
    const { rowSession, rowFlags, rowHours } = this.columns
    const makeUpOf = this.columns.makeUpOf as Map<number, number>
    this.#target = { session: rowSession, flags: rowFlags, hours: rowHours, makeUpOf }
    const to = this.columns as unknown as Record<string, CellColumn>
    const from = base as unknown as Readonly<Record<string, CellColumn>>
    this.#ofMember = Object.keys(base)
      .filter((key) => key.startsWith('member') && key !== 'memberCount')
      .map((key) => {
        to[key] = from[key]!.slice(0, 1)
        return { to: to[key], from: from[key]! }
      })
    this.#roles = new Map(base.roles.map((role, position) => [role, position]))
  }

  /**
   * Every row there is room for, of the sessions that are frequent in the whole data, and none that says
   * anything: what the engine is compiled against.
   */
  putSample(): void {
    this.putSessions()
    const { columns } = this
    columns.factSets = this.#books.people.factSets
    this.#count(1, 1, 0)
    columns.factDay[0] = NONE
    columns.factSet[0] = 0
    columns.placeDay[0] = NONE
    columns.placeBranch[0] = -1
    columns.placeGroup[0] = -1
    const room = this.room.rows
    const { rowClass, rowCount } = this.#books.base
    columns.rowFlags.fill(ROW.ABSENT)
    columns.rowSession.fill(0)
    columns.rowClass.fill(0)
    if (rowCount > 0)
      for (let row = 0; row < room; row++)
        columns.rowClass[row] = rowClass[Math.floor((row * rowCount) / room)]!
    this.#rowCount(room)
  }

  /** Puts a member on the desk; there must be room for the rows. */
  put(member: number): void {
    this.putPerson(member)
    this.#putRows(member)
  }

  /** Puts the attendance of a member on the desk, and nothing else. */
  putAttendance(member: number): void {
    this.putSessions()
    this.#putRows(member)
  }

  /** Puts a member without attendance on the desk. */
  putPerson(member: number): void {
    this.putSessions()
    const { columns } = this
    const { base, people } = this.#books
    for (const { to, from } of this.#ofMember) to[0] = from[member]!
    columns.factSets = people.factSets
    const person = people.changed.get(member)
    if (person === undefined) this.#putUnchanged(member)
    else this.#putPerson(person)
    this.#rowCount(0)
    if (base.actCount > 0) this.#putActs(member)
  }

  /** Takes over sessions that were added or changed. */
  putSessions(): void {
    const { sessions } = this.#books
    if (this.#sessionsSeen === sessions.version) return
    this.#sessionsSeen = sessions.version
    Object.assign(this.columns, sessions.columns)
  }

  #putUnchanged(member: number): void {
    const { columns } = this
    const { base } = this.#books
    const facts = base.factStart[member]!
    const stays = base.placeStart[member]!
    const posts = base.postStart[member]!
    this.#count(
      base.factStart[member + 1]! - facts,
      base.placeStart[member + 1]! - stays,
      base.postStart[member + 1]! - posts,
    )
    for (let i = 0; i < columns.factStart[1]!; i++) {
      columns.factDay[i] = base.factDay[facts + i]!
      columns.factSet[i] = base.factSet[facts + i]!
    }
    for (let i = 0; i < columns.placeStart[1]!; i++) {
      columns.placeDay[i] = base.placeDay[stays + i]!
      columns.placeBranch[i] = base.placeBranch[stays + i]!
      columns.placeGroup[i] = base.placeGroup[stays + i]!
    }
    for (let i = 0; i < columns.postCount; i++) {
      columns.postOrg[i] = base.postOrg[posts + i]!
      columns.postRole[i] = base.postRole[posts + i]!
      columns.postFrom[i] = base.postFrom[posts + i]!
      columns.postTo[i] = base.postTo[posts + i]!
      columns.postFullTime[i] = base.postFullTime[posts + i]!
    }
  }

  #putPerson(person: Person): void {
    const { columns } = this
    const { facts, stays } = person
    const posts = postsInOrder(person)
    this.#count(facts.length, stays.length, posts.length)
    facts.forEach(({ day, set }, i) => {
      columns.factDay[i] = day
      columns.factSet[i] = set
    })
    stays.forEach(({ day, branch, group }, i) => {
      columns.placeDay[i] = day
      columns.placeBranch[i] = branch
      columns.placeGroup[i] = group
    })
    posts.forEach(({ org, role, from, to, fullTime }, i) => {
      columns.postOrg[i] = org
      columns.postRole[i] = this.#roleAt(role)
      columns.postFrom[i] = from
      columns.postTo[i] = to
      columns.postFullTime[i] = fullTime ? 1 : 0
    })
  }

  /** How many change points and posts there are. */
  #count(facts: number, stays: number, posts: number): void {
    const { columns } = this
    columns.factStart[1] = facts
    columns.placeStart[1] = stays
    columns.postStart[1] = posts
    columns.postCount = posts
  }

  #roleAt(role: string): number {
    let position = this.#roles.get(role)
    if (position === undefined) {
      position = this.#roles.size
      this.#roles.set(role, position)
      this.columns.roles = [...this.#roles.keys()]
    }
    return position
  }

  /** The acts of the member keep their positions; in them, and only in them, the member has position 0. */
  #putActs(member: number): void {
    const { base } = this.#books
    const { actMember, actCounterpart, actsOfMember, actsOfMemberStart } = this.columns
    for (let i = 0; i < actsOfMemberStart[1]!; i++) {
      const act = actsOfMember[i]!
      actMember[act] = another(base.actMember[act]!)
      actCounterpart[act] = another(base.actCounterpart[act]!)
    }
    const from = base.actsOfMemberStart[member]!
    const count = base.actsOfMemberStart[member + 1]! - from
    for (let i = 0; i < count; i++) {
      const act = base.actsOfMember[from + i]!
      actsOfMember[i] = act
      if (base.actMember[act] === member) actMember[act] = 0
      if (base.actCounterpart[act] === member) actCounterpart[act] = 0
    }
    actsOfMemberStart[1] = count
  }

  #putRows(member: number): void {
    const { columns } = this
    const { rowSession, rowFlags, rowHours, rowClass, rowDay } = columns
    const { base, attendance, sessions } = this.#books
    const own = attendance.own.get(member)
    const { makeUpOf } = this.#target
    if (makeUpOf.size > 0) makeUpOf.clear()
    if (own !== undefined) {
      const count = deriveRows(own, sessions.order, this.#target, 0)
      const { sessionClass, sessionDay } = sessions.columns
      for (let row = 0; row < count; row++) {
        const session = rowSession[row]!
        rowClass[row] = sessionClass[session]!
        rowDay[row] = sessionDay[session]! - FIRST_DAY
      }
      markCrowdedRows(0, count, rowSession, rowFlags, rowDay, sessions)
      this.#rowCount(count)
      return
    }
    const from = base.rowStart[member]!
    const count = base.rowStart[member + 1]! - from
    const shift = base.dayBase - FIRST_DAY
    for (let row = 0; row < count; row++) {
      const flags = base.rowFlags[from + row]!
      rowSession[row] = base.rowSession[from + row]!
      rowFlags[row] = flags
      rowHours[row] = base.rowHours[from + row]!
      rowClass[row] = base.rowClass[from + row]!
      rowDay[row] = base.rowDay[from + row]! + shift
      if ((flags & ROW.STATUS) === ROW.MADE_UP) {
        const makeUp = base.makeUpOf.get(from + row)
        if (makeUp !== undefined) makeUpOf.set(row, makeUp)
      }
    }
    this.#rowCount(count)
  }

  #rowCount(count: number): void {
    this.columns.rowCount = count
    this.columns.rowStart[1] = count
  }
}

/** A column with a cell for each member: numbers, or texts. */
interface CellColumn {
  [position: number]: unknown
  slice(from: number, to: number): CellColumn
}

function roomForPoints(points: number) {
  return {
    factDay: new Int32Array(points),
    factSet: new Uint32Array(points),
    placeDay: new Int32Array(points),
    placeBranch: new Int32Array(points),
    placeGroup: new Int32Array(points),
    postMember: new Uint32Array(points),
    postOrg: new Uint32Array(points),
    postRole: new Uint16Array(points),
    postFrom: new Int32Array(points),
    postTo: new Int32Array(points),
    postFullTime: new Uint8Array(points),
  } satisfies Partial<Columns>
}

/** The position of anybody but the member on the desk, who has position 0. */
function another(position: number): number {
  return position < 0 ? position : position + 1
}

/** The room a member needs on a desk. */
export function roomFor(books: Books, member: number): Room {
  return { rows: mostRows(books, member), points: mostPoints(books, member) }
}

function mostRows({ base, attendance }: Books, member: number): number {
  const own = attendance.own.get(member)
  return own === undefined ? base.rowStart[member + 1]! - base.rowStart[member]! : mostRowsOf(own)
}

function mostPoints({ base, people }: Books, member: number): number {
  const person = people.changed.get(member)
  if (person !== undefined) return Math.max(person.facts.length, person.stays.length, person.posts.length)
  const { factStart, placeStart, postStart } = base
  return Math.max(
    factStart[member + 1]! - factStart[member]!,
    placeStart[member + 1]! - placeStart[member]!,
    postStart[member + 1]! - postStart[member]!,
  )
}

/** The longest list of a list per owner. */
function mostIn(start: Uint32Array): number {
  let most = 0
  for (let i = 0; i + 1 < start.length; i++) most = Math.max(most, start[i + 1]! - start[i]!)
  return most
}

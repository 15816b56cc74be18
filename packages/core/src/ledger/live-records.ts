import { formatDate } from '../civil/date.ts'
import { formatInstant } from '../civil/instant.ts'
import { NO_PLACE } from '../dataset/attendance-columns.ts'
import { UNSTATED } from '../dataset/attendance-store.ts'
import { NONE, ROW } from '../dataset/columns.ts'
import type { Attendance, Member, Session } from '../dataset/dataset.ts'
import { dateOrNull } from '../dataset/days.ts'
import type { Place } from '../model/problem.ts'
import {
  ATTENDANCE_STATUSES,
  CAPACITIES,
  SESSION_KINDS,
  SESSION_MODES,
  type SessionStatus,
} from '../terms.ts'
import { deriveRows, mostRowsOf } from './derived-rows.ts'
import type { Books } from './desk-columns.ts'
import type { OwnRows } from './own-rows.ts'
import type { HeldSession } from './session-book.ts'

const STATUS_IDS: readonly (SessionStatus | null)[] = [null, 'planned', 'held', 'cancelled']
const NO_FILE: Place = Object.freeze({})

/** A session that was added or changed, as a dataset shows it. */
export function sessionRecordOf(held: HeldSession, orgId: readonly string[]): Session {
  const { draft, host } = held
  return Object.freeze({
    id: draft.id,
    organization: host < 0 ? held.hostWritten! : orgId[host]!,
    coHosts: Object.freeze(held.coHosts.map((org) => orgId[org]!)),
    kinds: Object.freeze(SESSION_KINDS.filter((_, bit) => (draft.kinds >> bit) & 1).map((kind) => kind.id)),
    unknownKinds: draft.unknownKinds,
    title: draft.title,
    start: formatInstant(draft.start),
    end: draft.end === NONE ? null : formatInstant(draft.end),
    timeless: draft.timeless,
    lastDay: formatDate(draft.endDay),
    hours: draft.hours === NONE ? null : draft.hours / 100,
    mode: draft.mode < 0 ? null : SESSION_MODES[draft.mode]!.id,
    venue: draft.venue,
    lecturers: held.lecturers,
    topics: draft.topics,
    program: draft.program,
    observers: held.observers,
    status: STATUS_IDS[draft.status] ?? null,
    plannedId: draft.plannedId,
    reportedOn: dateOrNull(draft.reportedOn),
    bulletinOn: dateOrNull(draft.bulletinOn),
    place: NO_FILE,
  })
}

/** A member who has moved: as the dataset shows the member, with the branch and group of now. */
export function memberRecordOf({ base, people }: Books, known: Member, member: number): Member {
  const { branch, group } = people.of(member).stays.at(-1)!
  const id = (org: number) => (org < 0 ? null : base.orgId[org]!)
  return Object.freeze({ ...known, branch: id(branch), group: id(group) })
}

/** The records of a member with rows of their own, in order of session start. */
export function attendanceRecordsOf(books: Books, rows: OwnRows, member: number): Attendance[] {
  const most = mostRowsOf(rows)
  const target = {
    session: new Uint32Array(most),
    flags: new Uint8Array(most),
    hours: new Uint16Array(most),
    record: new Int32Array(most),
    makeUpOf: new Map<number, number>(),
  }
  const count = deriveRows(rows, books.sessions.order, target, 0)
  const records: Attendance[] = []
  for (let row = 0; row < count; row++) {
    const flags = target.flags[row]!
    if ((flags & ROW.HOURS_ONLY) !== 0) continue
    records.push(
      record(books, {
        member,
        session: target.session[row]!,
        flags,
        hours: target.hours[row]!,
        makeUp: target.makeUpOf.get(row) ?? -1,
        place: placeAt(books, rows, member, target.record[row]!),
      }),
    )
  }
  return records
}

/** The record of a member with rows of their own at one session, `undefined` where there is none. */
export function attendanceRecordAt(
  books: Books,
  rows: OwnRows,
  member: number,
  session: number,
): Attendance | undefined {
  const at = rows.find(session)
  if (at < 0) {
    const isHoursOnly = [...rows.makeUps.values()].includes(session)
    if (isHoursOnly || !rows.lectures.has(session)) return undefined
    const flags = ROW.PRESENT | LECTURER
    return record(books, { member, session, flags, hours: UNSTATED, makeUp: -1, place: NO_PLACE })
  }
  const stated = rows.flagsAt(at)
  const lectures = (stated & ROW.STATUS) === ROW.PRESENT && rows.lectures.has(session)
  return record(books, {
    member,
    session,
    flags: lectures ? (stated & ~ROW.CAPACITY) | LECTURER : stated,
    hours: rows.hoursAt(at),
    makeUp: (stated & ROW.STATUS) === ROW.MADE_UP ? (rows.makeUps.get(session) ?? -1) : -1,
    place: placeAt(books, rows, member, at),
  })
}

const LECTURER = ROW.LECTURER << ROW.CAPACITY_SHIFT

interface ShownRow {
  readonly member: number
  readonly session: number
  readonly flags: number
  readonly hours: number
  readonly makeUp: number
  readonly place: number
}

function placeAt({ attendance }: Books, rows: OwnRows, member: number, at: number): number {
  return at < 0 ? NO_PLACE : attendance.placeOf(member, rows, at)
}

function record({ base, sessions }: Books, row: ShownRow): Attendance {
  const { sessionId } = sessions.columns
  return Object.freeze({
    session: sessionId[row.session]!,
    member: base.memberId[row.member]!,
    status: ATTENDANCE_STATUSES[row.flags & ROW.STATUS]!.id,
    capacity: CAPACITIES[(row.flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT]!.id,
    hours: row.hours === UNSTATED ? null : row.hours / 100,
    makeUpSession: row.makeUp < 0 ? null : sessionId[row.makeUp]!,
    place: row.place === NO_PLACE ? null : base.placeOfRow(row.place),
  })
}

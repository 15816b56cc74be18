import type { CrowdingTraits } from '../dataset/attendance-columns.ts'
import { type Columns, SESSION } from '../dataset/columns.ts'
import type { SnapshotParts } from '../dataset/records.ts'
import { ClassDictionary } from '../dataset/session-classes.ts'
import type { SessionDraft } from '../dataset/sessions.ts'

/** A session held or changed since the ledger was opened, with what it refers to looked up. */
export interface HeldSession {
  readonly draft: SessionDraft
  /** Position of the host, -1 where it is unknown. */
  readonly host: number
  /** The host as written, where it is unknown. */
  readonly hostWritten: string | null
  /** Positions in order, without the host. */
  readonly coHosts: readonly number[]
  readonly observers: readonly string[]
  /** Ids where recognised, else as written. */
  readonly lecturers: readonly string[]
}

/** The columns of sessions that the engine reads. */
export type SessionColumns = Pick<
  Columns,
  | 'sessionCount'
  | 'sessionId'
  | 'sessionHost'
  | 'sessionStart'
  | 'sessionEnd'
  | 'sessionDay'
  | 'sessionEndDay'
  | 'sessionTimeless'
  | 'sessionHours'
  | 'sessionStatus'
  | 'sessionClass'
  | 'sessionRows'
  | 'coHostStart'
  | 'coHost'
  | 'classes'
>

const NUMBERS = [
  'sessionHost',
  'sessionStart',
  'sessionEnd',
  'sessionDay',
  'sessionEndDay',
  'sessionTimeless',
  'sessionHours',
  'sessionStatus',
  'sessionClass',
  'sessionRows',
] as const

type NumberColumn = Int32Array | Uint32Array | Uint16Array | Uint8Array

/**
 * The sessions of the dataset and those that came later, as columns with room for more. New sessions follow
 * the old ones, so that positions never change; order among equal starts is that of host and id.
 */
export class SessionBook implements CrowdingTraits {
  /** Changed sessions by position. */
  readonly changed = new Map<number, HeldSession>()
  /** Days a session goes on after its first, and 1 where it is cancelled. */
  spans: Int32Array
  cancelled: Uint8Array
  /** Counts changes, so that others know when to look again. */
  version = 0
  readonly #parts: SnapshotParts
  readonly #positions: Map<string, number>
  readonly #ids: string[]
  #columns: SessionColumns
  #classes: ClassDictionary | undefined
  /** Made when the rows of a member are first copied. */
  #lectures: ReadonlyMap<string, ReadonlySet<number>> | undefined

  constructor(parts: SnapshotParts) {
    const { columns } = parts
    this.#parts = parts
    this.#ids = [...columns.sessionId]
    this.#positions = new Map(this.#ids.map((id, position) => [id, position]))
    this.#columns = pick(columns, this.#ids, columns.sessionCount)
    // Counts of rows change with every record; the columns of the dataset must not.
    this.#columns = { ...this.#columns, sessionRows: columns.sessionRows.slice() }
    this.spans = columns.sessionEndDay.map((end, session) => end - columns.sessionDay[session]!)
    this.cancelled = columns.sessionStatus.map((status) => (status === SESSION.CANCELLED ? 1 : 0))
  }

  get columns(): SessionColumns {
    return this.#columns
  }

  get count(): number {
    return this.#columns.sessionCount
  }

  /** 1 where a session has no time of day. */
  get timeless(): Uint8Array {
    return this.#columns.sessionTimeless
  }

  /** Position of a session, -1 where it is unknown. */
  position(id: string): number {
    return this.#positions.get(id) ?? -1
  }

  /** Order of two sessions in the attendance of a member. */
  readonly order = (a: number, b: number): number => {
    if (a === b) return 0
    const { sessionStart, sessionHost, sessionId } = this.#columns
    return (
      sessionStart[a]! - sessionStart[b]! ||
      sessionHost[a]! - sessionHost[b]! ||
      (sessionId[a]! < sessionId[b]! ? -1 : 1)
    )
  }

  /** Ids and names of the lecturers a session names. */
  lecturersOf(session: number): readonly string[] {
    return this.changed.get(session)?.lecturers ?? this.#parts.lecturers.get(session) ?? []
  }

  /** The sessions of the dataset that name a lecturer, by id. */
  lecturesOf(id: string): ReadonlySet<number> {
    this.#lectures ??= sessionsByLecturer(this.#parts.lecturers)
    return this.#lectures.get(id) ?? NO_SESSIONS
  }

  /** Host and co-hosts. */
  ownersOf(session: number): number[] {
    const { sessionHost, coHostStart, coHost } = this.#columns
    const owners = sessionHost[session]! < 0 ? [] : [sessionHost[session]!]
    for (let i = coHostStart[session]!; i < coHostStart[session + 1]!; i++) owners.push(coHost[i]!)
    return owners
  }

  /** Adds one to, or takes one from, the attendance rows of a session; whether it has come to or from none. */
  addRow(session: number, change: 1 | -1): boolean {
    const rows = this.#columns.sessionRows
    rows[session]! += change
    return rows[session] === (change === 1 ? 1 : 0)
  }

  /** Keeps a session, new or in place of the one with its id; returns its position. */
  keep(held: HeldSession): number {
    const { draft, host } = held
    const known = this.position(draft.id)
    const session = known < 0 ? this.#append(draft.id) : known
    this.#makeRoom(this.count)
    const hostKind = host < 0 ? -1 : this.#parts.tree.drafts[host]!.kind
    const sessionClass = this.#classOf(draft, hostKind)
    const columns = this.#columns
    columns.sessionHost[session] = host
    columns.sessionStart[session] = draft.start
    columns.sessionEnd[session] = draft.end
    columns.sessionDay[session] = draft.day
    columns.sessionEndDay[session] = draft.endDay
    columns.sessionTimeless[session] = draft.timeless ? 1 : 0
    columns.sessionHours[session] = draft.hours
    columns.sessionStatus[session] = draft.status
    columns.sessionClass[session] = sessionClass
    this.spans[session] = draft.endDay - draft.day
    this.cancelled[session] = draft.status === SESSION.CANCELLED ? 1 : 0
    this.#setCoHosts(session, held.coHosts)
    this.changed.set(session, held)
    this.version++
    return session
  }

  #append(id: string): number {
    const session = this.count
    this.#makeRoom(session + 1)
    this.#ids.push(id)
    this.#positions.set(id, session)
    const { coHostStart } = this.#columns
    coHostStart[session + 1] = coHostStart[session]!
    this.#columns = { ...this.#columns, sessionCount: session + 1 }
    return session
  }

  /** Columns of our own with room for `count` sessions. */
  #makeRoom(count: number): void {
    const { sessionHost, coHostStart } = this.#columns
    if (sessionHost !== this.#parts.columns.sessionHost && count < coHostStart.length) return
    const copies = Object.fromEntries(NUMBERS.map((name) => [name, grown(this.#columns[name], count)]))
    this.spans = grown(this.spans, count)
    this.cancelled = grown(this.cancelled, count)
    this.#columns = { ...this.#columns, ...copies, coHostStart: grown(coHostStart, count + 1) }
  }

  #setCoHosts(session: number, coHosts: readonly number[]): void {
    const { coHostStart, coHost } = this.#columns
    const before = coHost.subarray(coHostStart[session]!, coHostStart[session + 1]!)
    if (before.length === coHosts.length && coHosts.every((org, i) => org === before[i])) return
    const shift = coHosts.length - before.length
    const start = coHostStart.map((offset, s) => (s > session ? offset + shift : offset))
    const all = [...coHost.subarray(0, coHostStart[session]!), ...coHosts]
    for (let i = coHostStart[session + 1]!; i < coHostStart[this.count]!; i++) all.push(coHost[i]!)
    this.#columns = { ...this.#columns, coHostStart: start, coHost: Uint32Array.from(all) }
  }

  #classOf({ status, mode, kinds, topics }: SessionDraft, hostKind: number): number {
    this.#classes ??= this.#dictionary()
    const index = this.#classes.index(status, mode, hostKind, kinds, topics, true)
    if (index >= this.#columns.classes.length)
      this.#columns = { ...this.#columns, classes: [...this.#classes.classes] }
    return index
  }

  /** The dictionary by which the classes of the dataset were coded. */
  #dictionary(): ClassDictionary {
    const dictionary = new ClassDictionary()
    const { columns, sessions } = this.#parts
    const { sessionClass, sessionHost } = columns
    for (let s = 0; s < columns.sessionCount; s++) {
      if (sessionClass[s] !== dictionary.classes.length) continue
      const host = sessionHost[s]!
      dictionary.index(
        sessions.status[s]!,
        sessions.mode[s]!,
        host < 0 ? -1 : this.#parts.tree.drafts[host]!.kind,
        sessions.kinds[s]!,
        columns.classes[sessionClass[s]!]!.topics,
        true,
      )
    }
    return dictionary
  }
}

const NO_SESSIONS: ReadonlySet<number> = new Set()

function sessionsByLecturer(lecturers: SnapshotParts['lecturers']): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const [session, names] of lecturers)
    for (const name of names) {
      const sessions = found.get(name)
      if (sessions === undefined) found.set(name, new Set([session]))
      else sessions.add(session)
    }
  return found
}

function pick(columns: Columns, sessionId: readonly string[], sessionCount: number): SessionColumns {
  const { coHostStart, coHost, classes } = columns
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, columns[name]])) as Pick<
    SessionColumns,
    (typeof NUMBERS)[number]
  >
  return { ...numbers, sessionCount, sessionId, coHostStart, coHost, classes }
}

/** A copy of a column with room for `count` values and some more. */
function grown<T extends NumberColumn>(column: T, count: number): T {
  const copy = new (column.constructor as new (length: number) => T)(Math.ceil(count * 1.1) + 16)
  copy.set(column)
  return copy
}

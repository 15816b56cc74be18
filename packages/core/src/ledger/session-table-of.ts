import { NONE } from '../dataset/columns.ts'
import { EMPTY } from '../dataset/lists.ts'
import type { SnapshotParts } from '../dataset/records.ts'
import { ClassDictionary } from '../dataset/session-classes.ts'
import type { SessionTable } from '../dataset/session-table.ts'
import type { SessionDraft } from '../dataset/sessions.ts'
import type { SessionBook } from './session-book.ts'

/** Sessions in the order in which a dataset has them, and the way from the positions of the ledger to theirs. */
export interface OrderedSessions {
  readonly table: SessionTable
  /** By position in the ledger. */
  readonly positionOf: Uint32Array
  /** By position in the table. */
  readonly sourceOf: Uint32Array
}

/** The table of the sessions of a dataset with those that were added or changed. */
export function sessionTableOf(parts: SnapshotParts, book: SessionBook): OrderedSessions {
  const { sessions } = parts
  const sourceOf = Uint32Array.from({ length: book.count }, (_, session) => session)
  if (book.changed.size === 0) return { table: sessions, positionOf: sourceOf, sourceOf }
  const { sessionHost, sessionId } = book.columns
  sourceOf.sort((a, b) => sessionHost[a]! - sessionHost[b]! || book.order(a, b))
  const positionOf = new Uint32Array(book.count)
  sourceOf.forEach((source, position) => {
    positionOf[source] = position
  })
  const texts = [...sessions.texts]
  const topicLists = [...sessions.topicLists]
  const drafts = new Map([...book.changed].map(([session, { draft }]) => [session, draft]))
  const number = (old: ArrayLike<number>, own: (draft: SessionDraft) => number) =>
    Int32Array.from(sourceOf, (session) => {
      const draft = drafts.get(session)
      return draft === undefined ? old[session]! : own(draft)
    })
  const rare = <T>(old: ReadonlyMap<number, T>, own: (session: number) => T | undefined) => {
    const found = new Map<number, T>()
    sourceOf.forEach((session, position) => {
      const value = book.changed.has(session) ? own(session) : old.get(session)
      if (value !== undefined) found.set(position, value)
    })
    return found
  }
  const words = (list: readonly string[]) => (list.length === 0 ? undefined : list)
  const base = {
    count: book.count,
    id: Object.freeze(Array.from(sourceOf, (session) => sessionId[session]!)),
    ordinal: number(sessions.ordinal, () => NO_RECORD),
    host: Int32Array.from(sourceOf, (session) => sessionHost[session]!),
    hostWritten: rare(sessions.hostWritten, (session) => book.changed.get(session)!.hostWritten ?? undefined),
    kinds: number(sessions.kinds, (draft) => draft.kinds),
    unknownKinds: rare(sessions.unknownKinds, (session) => words(drafts.get(session)!.unknownKinds)),
    start: number(sessions.start, (draft) => draft.start),
    end: number(sessions.end, (draft) => draft.end),
    day: number(sessions.day, (draft) => draft.day),
    endDay: number(sessions.endDay, (draft) => draft.endDay),
    timeless: Uint8Array.from(number(sessions.timeless, (draft) => (draft.timeless ? 1 : 0))),
    hours: number(sessions.hours, (draft) => draft.hours),
    status: Uint8Array.from(number(sessions.status, (draft) => draft.status)),
    mode: Int8Array.from(number(sessions.mode, (draft) => draft.mode)),
    reportedOn: number(sessions.reportedOn, (draft) => draft.reportedOn),
    bulletinOn: number(sessions.bulletinOn, (draft) => draft.bulletinOn),
    plannedId: rare(sessions.plannedId, (session) => drafts.get(session)!.plannedId ?? undefined),
    title: number(sessions.title, (draft) => texts.push(draft.title) - 1),
    venue: number(sessions.venue, (draft) => texts.push(draft.venue) - 1),
    program: number(sessions.program, (draft) => texts.push(draft.program) - 1),
    topics: number(sessions.topics, (draft) => codeIn(topicLists, draft.topics)),
    texts,
    topicLists,
    observers: rare(sessions.observers, (session) => {
      const { draft, observers } = book.changed.get(session)!
      return draft.observers.length === 0 ? undefined : observers
    }),
    ...coHostsOf(book, sourceOf),
  }
  return { table: { ...base, ...classesOf(parts, base) }, positionOf, sourceOf }
}

/** Ordinal of a session that no file holds. */
const NO_RECORD = NONE

function codeIn<T>(values: T[], value: T): number {
  const known = values.indexOf(value)
  return known >= 0 ? known : values.push(value) - 1
}

function coHostsOf(book: SessionBook, sourceOf: Uint32Array) {
  const from = book.columns
  const coHostStart = new Uint32Array(sourceOf.length + 1)
  const coHosts: number[] = []
  sourceOf.forEach((session, position) => {
    for (let i = from.coHostStart[session]!; i < from.coHostStart[session + 1]!; i++)
      coHosts.push(from.coHost[i]!)
    coHostStart[position + 1] = coHosts.length
  })
  return { coHostStart, coHost: Uint32Array.from(coHosts) }
}

/** Classes are coded in order of first use, as the builder codes them. */
function classesOf(
  { tree }: SnapshotParts,
  table: Pick<SessionTable, 'count' | 'host' | 'status' | 'mode' | 'kinds' | 'topics' | 'topicLists'>,
) {
  const dictionary = new ClassDictionary()
  const classOf = new Uint16Array(table.count)
  for (let s = 0; s < table.count; s++) {
    const hostKind = table.host[s]! < 0 ? -1 : tree.drafts[table.host[s]!]!.kind
    const own = [table.status[s]!, table.mode[s]!, hostKind] as const
    const topics = table.topicLists[table.topics[s]!]!
    const index = dictionary.index(...own, table.kinds[s]!, topics)
    if (index >= 0) {
      classOf[s] = index
      continue
    }
    const bare = dictionary.index(...own, table.kinds[s]!, EMPTY)
    classOf[s] = bare >= 0 ? bare : dictionary.index(...own, 0, EMPTY, true)
  }
  return { classOf, classes: Object.freeze(dictionary.classes) }
}

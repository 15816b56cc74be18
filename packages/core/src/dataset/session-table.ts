import { maskValue } from '../model/problem.ts'
import { scrubText } from './citizen.ts'
import type { SessionClass } from './columns.ts'
import { byText, int32 } from './days.ts'
import { distinct } from './duplicates.ts'
import { EMPTY, sortedSet } from './lists.ts'
import type { Mentions } from './mentions.ts'
import { atPositions, gathered, inOrderOf, permuted, sortRuns } from './order.ts'
import { AMBIGUOUS, type OrganizationTree } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'
import { ClassDictionary, MOST_CLASSES } from './session-classes.ts'
import type { SessionStore } from './session-store.ts'

/** The sessions in order of host, start and id: columns, and by position what only few have. */
export interface SessionTable {
  readonly count: number
  readonly id: readonly string[]
  /** Number of the record. */
  readonly ordinal: Int32Array
  /** Position of the organization, -1 where it is unknown. */
  readonly host: Int32Array
  /** The organization as written, where it is unknown. */
  readonly hostWritten: ReadonlyMap<number, string>
  readonly kinds: Int32Array
  readonly unknownKinds: ReadonlyMap<number, readonly string[]>
  readonly start: Int32Array
  readonly end: Int32Array
  readonly day: Int32Array
  readonly endDay: Int32Array
  readonly timeless: Uint8Array
  readonly hours: Int32Array
  readonly status: Uint8Array
  readonly mode: Int8Array
  readonly reportedOn: Int32Array
  readonly bulletinOn: Int32Array
  readonly plannedId: ReadonlyMap<number, string>
  /** Codes of `texts` and of `topicLists`. */
  readonly title: Int32Array
  readonly venue: Int32Array
  readonly program: Int32Array
  readonly topics: Int32Array
  readonly texts: readonly (string | null)[]
  readonly topicLists: readonly (readonly string[])[]
  readonly classOf: Uint16Array
  readonly classes: readonly SessionClass[]
  readonly coHostStart: Uint32Array
  readonly coHost: Uint32Array
  /** Observing organizations: ids, or names as written. */
  readonly observers: ReadonlyMap<number, readonly string[]>
}

/** What sessions say of persons; let go once that is settled, since it may hold citizen numbers. */
export interface SessionPersons {
  /** Positions by code of the mentions of sessions, -1 where there is none. */
  readonly positions: Int32Array
  /** Lecturers as written, by position, in order of it. */
  readonly lecturers: ReadonlyMap<number, readonly string[]>
  /** Entries of the lists of persons by position. */
  readonly listFrom: Int32Array
  readonly listTo: Int32Array
}

const NO_HOST = {
  'zh-CN': '活动保留，但不计入任何党组织',
  en: 'the session is kept but counts for no organization',
}
const NO_CO_HOST = { 'zh-CN': '这一联办组织未采用', en: 'this co-host was left out' }
const AS_WRITTEN = { 'zh-CN': '按原文保留', en: 'it is kept as written' }

/** Settles which organizations hold which sessions. `listsOf` is the content of a session's lists of persons. */
export function settleSessions(
  store: SessionStore,
  listsOf: (listFrom: number, listTo: number) => readonly string[],
  mentions: Mentions,
  tree: OrganizationTree,
  log: ProblemLog,
): { readonly sessions: SessionTable; readonly persons: SessionPersons } {
  const hostOf = int32(mentions.organizations.values, (reference) => tree.find(reference))
  const ids = store.ids()
  const which = distinctSessions(store, ids, listsOf, log)
  const order = sortByHost(store, ids, which, hostOf)
  const column = (from: Int32Array) => permuted(from, order, new Int32Array(order.length))
  const { numbers, rare } = store
  const ordinal = column(numbers.ordinal)
  const host = int32(order, (i) => Math.max(hostOf[numbers.organization[i]!]!, -1))
  const about: Listing = { ordinal, host, tree, log }
  const base = {
    count: order.length,
    id: Object.freeze(gathered(ids, order)),
    ordinal,
    host,
    hostWritten: hostsAsWritten(store, order, mentions, hostOf, log),
    kinds: column(numbers.kinds),
    unknownKinds: atPositions(rare.unknownKinds, order),
    start: column(numbers.start),
    end: column(numbers.end),
    day: column(numbers.day),
    endDay: column(numbers.endDay),
    timeless: Uint8Array.from(column(numbers.timeless)),
    hours: column(numbers.hours),
    status: Uint8Array.from(column(numbers.status)),
    mode: Int8Array.from(column(numbers.mode)),
    reportedOn: column(numbers.reportedOn),
    bulletinOn: column(numbers.bulletinOn),
    plannedId: atPositions(rare.plannedId, order),
    title: column(numbers.title),
    venue: column(numbers.venue),
    program: column(numbers.program),
    topics: column(numbers.topics),
    texts: store.texts.close(),
    topicLists: store.topicLists,
    ...coHostsOf(atPositions(rare.coHosts, order), about),
  }
  const sessions: SessionTable = {
    ...base,
    ...classesOf(base, about),
    observers: observersOf(atPositions(rare.observers, order), about),
  }
  const persons = {
    positions: positionsOf(store, mentions, order),
    lecturers: atPositions(rare.lecturers, order),
    listFrom: column(numbers.listFrom),
    listTo: column(numbers.listTo),
  }
  return { sessions, persons }
}

/** One session per id. */
function distinctSessions(
  store: SessionStore,
  ids: readonly string[],
  listsOf: (listFrom: number, listTo: number) => readonly string[],
  log: ProblemLog,
): Uint32Array {
  const { ordinal } = store.numbers
  const contentOf = (index: number): string => {
    const { ordinal: _, listFrom, listTo, ...content } = store.draft(index)
    return JSON.stringify([content, listsOf(listFrom, listTo)])
  }
  return distinct('sessions', ids, (index) => ordinal[index]!, contentOf, log)
}

/** Indexes of sessions in order of host, start and id. */
function sortByHost(
  store: SessionStore,
  ids: readonly string[],
  which: Uint32Array,
  hostOf: Int32Array,
): Uint32Array {
  const { start, organization } = store.numbers
  const host = (i: number) => Math.max(hostOf[organization[i]!]!, -1) + 1
  let most = 0
  for (const found of hostOf) if (found > most) most = found
  const next = new Uint32Array(most + 3)
  for (const i of which) next[host(i) + 1]!++
  for (let h = 1; h < next.length; h++) next[h]! += next[h - 1]!
  const order = new Uint32Array(which.length)
  for (const i of inOrderOf(start, which)) order[next[host(i)]!++] = i
  const same = (a: number, b: number) => start[a] === start[b] && host(a) === host(b)
  sortRuns(order, same, (a, b) => byText(ids[a]!, ids[b]!))
  return order
}

function positionsOf(
  { numbers: { id } }: SessionStore,
  { sessions }: Mentions,
  order: Uint32Array,
): Int32Array {
  const positions = new Int32Array(sessions.values.length).fill(-1)
  for (let position = 0; position < order.length; position++) positions[id[order[position]!]!] = position
  return positions
}

/** Reports the sessions whose organization is none, and keeps what they state. */
function hostsAsWritten(
  store: SessionStore,
  order: Uint32Array,
  mentions: Mentions,
  hostOf: Int32Array,
  log: ProblemLog,
): Map<number, string> {
  const { organization, ordinal } = store.numbers
  const written = new Map<number, string>()
  for (let position = 0; position < order.length; position++) {
    const i = order[position]!
    const found = hostOf[organization[i]!]!
    if (found >= 0) continue
    const reference = mentions.organizations.values[organization[i]!]!
    written.set(position, scrubText(reference))
    const value = maskValue(reference)
    const subject = { table: 'sessions', ordinal: ordinal[i]!, field: 'organization', value } as const
    const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization'
    log.add(key, subject, { effect: NO_HOST })
  }
  return written
}

/** What references of sessions are resolved by. */
interface Listing {
  readonly ordinal: Int32Array
  readonly host: Int32Array
  readonly tree: OrganizationTree
  readonly log: ProblemLog
}

function coHostsOf(
  written: ReadonlyMap<number, readonly string[]>,
  { ordinal, host, tree, log }: Listing,
): Pick<SessionTable, 'coHostStart' | 'coHost'> {
  const coHostStart = new Uint32Array(ordinal.length + 1)
  const coHosts: number[] = []
  for (const [position, references] of written) {
    const own = new Set<number>()
    for (const reference of references) {
      const found = tree.find(reference)
      if (found < 0) {
        const subject = { table: 'sessions', ordinal: ordinal[position]!, field: 'coHosts' } as const
        const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganizationMild'
        log.add(key, { ...subject, value: maskValue(reference) }, { effect: NO_CO_HOST })
      } else if (found !== host[position]) own.add(found)
    }
    coHosts.push(...[...own].sort((a, b) => a - b))
    coHostStart[position + 1] = own.size
  }
  for (let position = 0; position < ordinal.length; position++)
    coHostStart[position + 1]! += coHostStart[position]!
  return { coHostStart, coHost: Uint32Array.from(coHosts) }
}

function observersOf(
  written: ReadonlyMap<number, readonly string[]>,
  { ordinal, tree, log }: Listing,
): Map<number, readonly string[]> {
  const observers = new Map<number, readonly string[]>()
  for (const [position, references] of written) {
    const ids = references.map((reference) => {
      const found = tree.find(reference)
      if (found >= 0) return tree.drafts[found]!.id
      const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganizationMild'
      const value = maskValue(reference)
      const subject = { table: 'sessions', ordinal: ordinal[position]!, field: 'observers', value } as const
      log.add(key, subject, { effect: AS_WRITTEN })
      return scrubText(reference)
    })
    observers.set(position, sortedSet(ids))
  }
  return observers
}

function classesOf(
  sessions: Pick<SessionTable, 'status' | 'mode' | 'kinds' | 'topics' | 'topicLists'>,
  { ordinal, host, tree, log }: Listing,
): Pick<SessionTable, 'classOf' | 'classes'> {
  const { status, mode, kinds, topics, topicLists } = sessions
  const dictionary = new ClassDictionary()
  const classOf = new Uint16Array(ordinal.length)
  for (let position = 0; position < ordinal.length; position++) {
    const at = host[position]!
    const hostKind = at < 0 ? -1 : tree.drafts[at]!.kind
    const own = [status[position]!, mode[position]!, hostKind] as const
    const index = dictionary.index(...own, kinds[position]!, topicLists[topics[position]!]!)
    if (index >= 0) {
      classOf[position] = index
      continue
    }
    // What cannot be told apart any more is not counted by what makes it different.
    const subject = { table: 'sessions', ordinal: ordinal[position]!, field: 'topics' } as const
    log.add('tooManyWords', subject, { right: MOST_CLASSES })
    const bare = dictionary.index(...own, kinds[position]!, EMPTY)
    classOf[position] = bare >= 0 ? bare : dictionary.index(...own, 0, EMPTY, true)
  }
  return { classOf, classes: Object.freeze(dictionary.classes) }
}

import { maskValue } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { SESSION_MODES, TOPICS } from '../terms.ts'
import { scrubText } from './citizen.ts'
import { NONE, type SessionClass } from './columns.ts'
import { byText, int32 } from './days.ts'
import { withoutDuplicates } from './duplicates.ts'
import { AMBIGUOUS, type OrganizationTree } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'
import { type SessionDraft, sortedSet } from './sessions.ts'

/** Distinct classes that fit into the column of classes. */
const MOST_CLASSES = 0xffff

/** The sessions in order of host, start and id, as columns and as what only objects need. */
export interface SessionTable {
  readonly drafts: readonly SessionDraft[]
  readonly positions: ReadonlyMap<string, number>
  readonly host: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly day: Int32Array
  readonly endDay: Int32Array
  readonly timeless: Uint8Array
  readonly hours: Int32Array
  readonly status: Uint8Array
  readonly classOf: Uint16Array
  readonly coHostStart: Uint32Array
  readonly coHost: Uint32Array
  readonly classes: readonly SessionClass[]
  /** Observing organizations of the sessions that have any: ids, or names as written. */
  readonly observers: ReadonlyMap<number, readonly string[]>
}

const NO_HOST = { 'zh-CN': '活动保留，但不计入任何党组织', en: 'the session is kept but counts for no organization' }
const NO_CO_HOST = { 'zh-CN': '这一联办组织未采用', en: 'this co-host was left out' }
const AS_WRITTEN = { 'zh-CN': '按原文保留', en: 'it is kept as written' }

/** Settles which organizations hold which sessions. `listsOf` is the content of a session's lists of persons. */
export function settleSessions(
  all: readonly SessionDraft[],
  listsOf: (draft: SessionDraft) => readonly string[],
  tree: OrganizationTree,
  log: ProblemLog,
): SessionTable {
  const contentOf = (draft: SessionDraft): string => {
    const { ordinal: _, listFrom: _from, listTo: _to, ...content } = draft
    return JSON.stringify([content, listsOf(draft)])
  }
  const drafts = withoutDuplicates('sessions', all, (draft) => draft.id, contentOf, log)
  const hosts = hostsOf(drafts, tree, log)
  const starts = int32(drafts, (draft) => draft.start)
  const order = new Uint32Array(drafts.length).map((_, i) => i)
  order.sort((a, b) => hosts[a]! - hosts[b]! || starts[a]! - starts[b]! || byText(drafts[a]!.id, drafts[b]!.id))
  const sorted: SessionDraft[] = []
  const positions = new Map<string, number>()
  for (const i of order) {
    positions.set(drafts[i]!.id, sorted.length)
    sorted.push(drafts[i]!)
  }
  const host = Int32Array.from(order.map((i) => hosts[i]!))
  return {
    drafts: sorted,
    positions,
    host,
    start: int32(sorted, (draft) => draft.start),
    end: int32(sorted, (draft) => draft.end),
    day: int32(sorted, (draft) => draft.day),
    endDay: int32(sorted, (draft) => draft.endDay),
    timeless: Uint8Array.from(int32(sorted, (draft) => (draft.timeless ? 1 : 0))),
    hours: int32(sorted, (draft) => draft.hours),
    status: Uint8Array.from(int32(sorted, (draft) => draft.status)),
    ...coHostsOf(sorted, host, tree, log),
    ...classesOf(sorted, host, tree, log),
    observers: observersOf(sorted, tree, log),
  }
}

function hostsOf(drafts: readonly SessionDraft[], tree: OrganizationTree, log: ProblemLog): Int32Array {
  return int32(drafts, (draft) => {
    const found = tree.find(draft.organization)
    if (found >= 0) return found
    const value = maskValue(draft.organization)
    log.add(
      found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization',
      { table: 'sessions', ordinal: draft.ordinal, field: 'organization', value },
      { effect: NO_HOST },
    )
    return -1
  })
}

function coHostsOf(drafts: readonly SessionDraft[], host: Int32Array, tree: OrganizationTree, log: ProblemLog) {
  const coHostStart = new Uint32Array(drafts.length + 1)
  const coHosts: number[] = []
  drafts.forEach((draft, position) => {
    const own = new Set<number>()
    for (const reference of draft.coHosts) {
      const found = tree.find(reference)
      if (found < 0) {
        const subject = { table: 'sessions', ordinal: draft.ordinal, field: 'coHosts' } as const
        const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganizationMild'
        log.add(key, { ...subject, value: maskValue(reference) }, { effect: NO_CO_HOST })
      } else if (found !== host[position]) own.add(found)
    }
    coHosts.push(...[...own].sort((a, b) => a - b))
    coHostStart[position + 1] = coHosts.length
  })
  return { coHostStart, coHost: Uint32Array.from(coHosts) }
}

function observersOf(
  drafts: readonly SessionDraft[],
  tree: OrganizationTree,
  log: ProblemLog,
): Map<number, readonly string[]> {
  const observers = new Map<number, readonly string[]>()
  const table: InputTable = 'sessions'
  drafts.forEach((draft, position) => {
    if (draft.observers.length === 0) return
    const ids = draft.observers.map((reference) => {
      const found = tree.find(reference)
      if (found >= 0) return tree.drafts[found]!.id
      const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganizationMild'
      const value = maskValue(reference)
      log.add(key, { table, ordinal: draft.ordinal, field: 'observers', value }, { effect: AS_WRITTEN })
      return scrubText(reference)
    })
    observers.set(position, sortedSet(ids))
  })
  return observers
}

function classesOf(drafts: readonly SessionDraft[], host: Int32Array, tree: OrganizationTree, log: ProblemLog) {
  const known = new Set<string>(TOPICS.map((topic) => topic.id))
  const dictionary = new Map<string, number>()
  const classes: SessionClass[] = []
  const classOf = new Uint16Array(drafts.length)
  drafts.forEach((draft, position) => {
    const at = host[position]!
    const hostKind = at < 0 ? -1 : tree.drafts[at]!.kind
    let topics = draft.topics
    let key = keyOf(draft, hostKind, topics)
    let index = dictionary.get(key)
    if (index === undefined && classes.length >= MOST_CLASSES / 2 && topics.some((topic) => !known.has(topic))) {
      const subject = { table: 'sessions', ordinal: draft.ordinal, field: 'topics' } as const
      log.add('tooManyWords', subject, { right: Math.floor(MOST_CLASSES / 2) })
      topics = topics.filter((topic) => known.has(topic))
      key = keyOf(draft, hostKind, topics)
      index = dictionary.get(key)
    }
    if (index === undefined) {
      index = classes.length
      dictionary.set(key, index)
      const { kinds, status } = draft
      const mode = draft.mode < 0 ? '' : SESSION_MODES[draft.mode]!.id
      classes.push(Object.freeze({ kinds, hostKind, status, mode, topics }))
    }
    classOf[position] = index
  })
  return { classOf, classes: Object.freeze(classes) as readonly SessionClass[] }
}

function keyOf(draft: SessionDraft, hostKind: number, topics: readonly string[]): string {
  return `${draft.kinds}|${hostKind}|${draft.status}|${draft.mode}|${topics.join('\n')}`
}

/** First and last day of the months in which sessions lie, `undefined` without sessions. */
export function sessionSpan(drafts: readonly SessionDraft[]): { first: number; last: number } | undefined {
  let first = Number.POSITIVE_INFINITY
  let last: number = NONE
  for (const draft of drafts) {
    if (draft.day < first) first = draft.day
    if (draft.day > last) last = draft.day
  }
  return last === NONE ? undefined : { first, last }
}

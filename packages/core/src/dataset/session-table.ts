import { maskValue } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { SESSION_KINDS, SESSION_MODES } from '../terms.ts'
import { scrubText } from './citizen.ts'
import { NONE, type SessionClass } from './columns.ts'
import { byText, int32 } from './days.ts'
import { withoutDuplicates } from './duplicates.ts'
import { AMBIGUOUS, type OrganizationTree } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'
import { type SessionDraft, sortedSet } from './sessions.ts'

/** Distinct classes before topics and kinds are given up; the column holds 65,536. */
const MOST_CLASSES = 60_000

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

const NO_HOST = {
  'zh-CN': '活动保留，但不计入任何党组织',
  en: 'the session is kept but counts for no organization',
}
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
  let { sorted, positions, host } = sortByHost(all, tree)
  if (positions.size < all.length)
    ({ sorted, positions, host } = sortByHost(withoutDuplicates('sessions', all, contentOf, log), tree))
  reportHosts(sorted, tree, log)
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

function sortByHost(drafts: readonly SessionDraft[], tree: OrganizationTree) {
  const hosts = int32(drafts, (draft) => Math.max(tree.find(draft.organization), -1))
  // Minutes fit into 28 bits; host and start make one number that sorts as both.
  const keys = Float64Array.from(hosts)
  drafts.forEach((draft, i) => {
    keys[i] = keys[i]! * 2 ** 28 + draft.start
  })
  const order = new Uint32Array(drafts.length).map((_, i) => i)
  order.sort((a, b) => keys[a]! - keys[b]! || byText(drafts[a]!.id, drafts[b]!.id))
  const sorted: SessionDraft[] = []
  const positions = new Map<string, number>()
  const host = new Int32Array(drafts.length)
  for (const i of order) {
    const draft = drafts[i]!
    host[sorted.length] = hosts[i]!
    positions.set(draft.id, sorted.length)
    sorted.push(draft)
  }
  return { sorted, positions, host }
}

function reportHosts(drafts: readonly SessionDraft[], tree: OrganizationTree, log: ProblemLog): void {
  for (const draft of drafts) {
    const found = tree.find(draft.organization)
    if (found >= 0) continue
    const value = maskValue(draft.organization)
    const subject = { table: 'sessions', ordinal: draft.ordinal, field: 'organization', value } as const
    log.add(found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization', subject, {
      effect: NO_HOST,
    })
  }
}

function coHostsOf(
  drafts: readonly SessionDraft[],
  host: Int32Array,
  tree: OrganizationTree,
  log: ProblemLog,
) {
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

function classesOf(
  drafts: readonly SessionDraft[],
  host: Int32Array,
  tree: OrganizationTree,
  log: ProblemLog,
) {
  const dictionary = new ClassDictionary()
  const classOf = new Uint16Array(drafts.length)
  drafts.forEach((draft, position) => {
    const at = host[position]!
    const hostKind = at < 0 ? -1 : tree.drafts[at]!.kind
    const index = dictionary.index(draft, hostKind, draft.kinds, draft.topics)
    if (index >= 0) {
      classOf[position] = index
      return
    }
    // What cannot be told apart any more is not counted by what makes it different.
    const subject = { table: 'sessions', ordinal: draft.ordinal, field: 'topics' } as const
    log.add('tooManyWords', subject, { right: MOST_CLASSES })
    const bare = dictionary.index(draft, hostKind, draft.kinds, NO_TOPICS)
    classOf[position] = bare >= 0 ? bare : dictionary.index(draft, hostKind, 0, NO_TOPICS, true)
  })
  const classes: readonly SessionClass[] = Object.freeze(dictionary.classes)
  return { classOf, classes }
}

const NO_TOPICS: readonly string[] = Object.freeze([])

/** The distinct classes of sessions, coded in order of first use. */
class ClassDictionary {
  readonly classes: SessionClass[] = []
  readonly #indexes = new Map<number, number>()
  readonly #topics = new Map<string, number>()

  /** Code of a class; -1 where it would be new and there are too many, unless it must be. */
  index(
    draft: SessionDraft,
    hostKind: number,
    kinds: number,
    topics: readonly string[],
    must = false,
  ): number {
    const { status, mode } = draft
    // 21 bits of kinds, 4 of the host's kind, 2 of the status, 3 of the mode, the rest for the topics.
    const head = ((this.#topicsCode(topics) * 8 + mode + 1) * 4 + status) * 16 + hostKind + 1
    const key = head * 2 ** SESSION_KINDS.length + kinds
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    if (this.classes.length >= MOST_CLASSES && !must) return -1
    const index = this.classes.length
    this.#indexes.set(key, index)
    const word = mode < 0 ? '' : SESSION_MODES[mode]!.id
    this.classes.push(Object.freeze({ kinds, hostKind, status, mode: word, topics }))
    return index
  }

  #topicsCode(topics: readonly string[]): number {
    if (topics.length === 0) return 0
    const key = topics.length === 1 ? `-${topics[0]}` : JSON.stringify(topics)
    let code = this.#topics.get(key)
    if (code === undefined) {
      code = this.#topics.size + 1
      this.#topics.set(key, code)
    }
    return code
  }
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

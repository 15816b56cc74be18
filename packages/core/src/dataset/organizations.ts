import { maskValue } from '../model/problem.ts'
import type { OrganizationRow } from '../model/rows.ts'
import { normalizeWord, ORGANIZATION_KINDS } from '../terms.ts'
import { scrubText } from './citizen.ts'
import { NONE, OPEN } from './columns.ts'
import { dayOr } from './days.ts'
import { type Draft, withoutDuplicates } from './duplicates.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { knownWords, wordPosition } from './words.ts'

/** A validated organization before its parent is known. */
export interface OrganizationDraft extends Draft {
  readonly id: string
  readonly name: string
  readonly kind: number
  readonly parent: string | undefined
  readonly founded: number
  readonly dissolved: number
  readonly themeDay: string | null
  readonly tags: readonly string[]
}

const KIND_WORDS = knownWords(ORGANIZATION_KINDS)
/** Positions of the kinds that the builder itself looks at. */
export const KIND = {
  BRANCH: ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'branch'),
  GROUP: ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'group'),
  LEADERSHIP: ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'leadership-group'),
  STUDY: ORGANIZATION_KINDS.findIndex((kind) => kind.id === 'study-group'),
} as const

const ROOT = { 'zh-CN': '按没有上级处理', en: 'the organization is treated as having no parent' }

/** Reads organization rows into drafts. */
export function organizationReader(log: ProblemLog) {
  const kindOf = wordPosition(ORGANIZATION_KINDS)
  return (row: OrganizationRow, ordinal: number): OrganizationDraft | undefined => {
    const kind = kindOf(row.kind)
    if (kind < 0) {
      const subject = { table: 'organizations', ordinal, field: 'kind', value: maskValue(row.kind) } as const
      log.add('unknownWord', subject, { effect: EFFECTS.record, right: KIND_WORDS })
      return undefined
    }
    const founded = dayOr(row.founded)
    let dissolved = dayOr(row.dissolved, OPEN)
    if (founded !== NONE && dissolved < founded) {
      const subject = {
        table: 'organizations',
        ordinal,
        field: 'dissolved',
        value: maskValue(row.id),
      } as const
      log.add('dissolvedBeforeFounded', subject)
      dissolved = OPEN
    }
    return {
      ordinal,
      id: row.id,
      name: scrubText(row.name),
      kind,
      parent: row.parent,
      founded,
      dissolved,
      themeDay: row.themeDay ?? null,
      tags: Object.freeze([...new Set(row.tags ?? [])].sort()),
    }
  }
}

/** The organizations in order of id, with their tree and the look-up by code or name. */
export class OrganizationTree {
  readonly drafts: readonly OrganizationDraft[]
  readonly parent: Int32Array
  readonly childStart: Uint32Array
  readonly child: Uint32Array
  /** Bit per position in ORGANIZATION_KINDS, of the organization and all above it. */
  readonly above: Uint32Array
  readonly #byId: ReadonlyMap<string, number>
  readonly #byName: ReadonlyMap<string, number>
  readonly #known = new Map<string, number>()

  constructor(all: readonly OrganizationDraft[], log: ProblemLog) {
    this.drafts = withoutDuplicates('organizations', all, contentOf, log)
    this.#byId = new Map(this.drafts.map((draft, position) => [draft.id, position]))
    const byName = new Map<string, number>()
    this.drafts.forEach((draft, position) => {
      const name = normalizeWord(draft.name)
      byName.set(name, byName.has(name) ? AMBIGUOUS : position)
    })
    this.#byName = byName
    this.parent = this.#parents(log)
    cutCycles(this.drafts, this.parent, log)
    const count = this.drafts.length
    this.childStart = new Uint32Array(count + 1)
    for (const parent of this.parent) if (parent >= 0) this.childStart[parent + 1]!++
    for (let i = 0; i < count; i++) this.childStart[i + 1]! += this.childStart[i]!
    this.child = new Uint32Array(this.childStart[count]!)
    const next = this.childStart.slice()
    this.parent.forEach((parent, position) => {
      if (parent >= 0) this.child[next[parent]!++] = position
    })
    this.above = new Uint32Array(count)
    const open: number[] = []
    this.parent.forEach((parent, position) => {
      if (parent < 0) open.push(position)
    })
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const parent = this.parent[at]!
      this.above[at] = (parent < 0 ? 0 : this.above[parent]!) | (1 << this.drafts[at]!.kind)
      for (let k = this.childStart[at]!; k < this.childStart[at + 1]!; k++) open.push(this.child[k]!)
    }
  }

  /** Position of the organization a code or unique name names; {@link UNKNOWN} or {@link AMBIGUOUS}. */
  find(reference: string): number {
    const known = this.#known.get(reference)
    if (known !== undefined) return known
    const found = this.#byId.get(reference) ?? this.#byName.get(normalizeWord(reference)) ?? UNKNOWN
    this.#known.set(reference, found)
    return found
  }

  /** Position of the organization with this code, {@link UNKNOWN} for none. */
  position(id: string): number {
    return this.#byId.get(id) ?? UNKNOWN
  }

  /** The branch an organization stands for: that of a Party group, else itself; -1 where a group has none. */
  branchOf(position: number): number {
    let at = position
    while (at >= 0 && this.drafts[at]!.kind === KIND.GROUP) at = this.parent[at]!
    return at
  }

  /** Whether an organization is another one or lies below it. */
  isWithin(position: number, top: number): boolean {
    let at = position
    while (at >= 0 && at !== top) at = this.parent[at]!
    return at >= 0
  }

  /** The Party group below a branch with a name that is unique there, else {@link UNKNOWN}. */
  groupNamed(branch: number, name: string): number {
    const key = normalizeWord(name)
    let found = UNKNOWN
    for (let k = this.childStart[branch]!; k < this.childStart[branch + 1]!; k++) {
      const position = this.child[k]!
      const draft = this.drafts[position]!
      if (draft.kind !== KIND.GROUP || normalizeWord(draft.name) !== key) continue
      if (found !== UNKNOWN) return AMBIGUOUS
      found = position
    }
    return found
  }

  #parents(log: ProblemLog): Int32Array {
    return Int32Array.from(this.drafts, (draft) => {
      if (draft.parent === undefined) return -1
      const found = this.find(draft.parent)
      if (found >= 0) return found
      const value = maskValue(draft.parent)
      log.add(
        found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization',
        { table: 'organizations', ordinal: draft.ordinal, field: 'parent', value },
        { effect: ROOT },
      )
      return -1
    })
  }
}

export const UNKNOWN = -1
export const AMBIGUOUS = -2

function contentOf(draft: OrganizationDraft): string {
  const { ordinal: _, ...content } = draft
  return JSON.stringify(content)
}

/** Makes the smallest id of each cycle a root. */
function cutCycles(drafts: readonly OrganizationDraft[], parent: Int32Array, log: ProblemLog): void {
  // 0 not visited, 1 known to end at a root, otherwise the walk that visited it.
  const walks = new Uint32Array(drafts.length)
  for (let start = 0; start < drafts.length; start++) {
    const walk = start + 2
    let at = start
    while (at >= 0 && walks[at] === 0) {
      walks[at] = walk
      at = parent[at]!
    }
    if (at < 0 || walks[at] !== walk) continue
    const cycle = [at]
    for (let next = parent[at]!; next !== at; next = parent[next]!) cycle.push(next)
    const smallest = cycle.indexOf(Math.min(...cycle))
    const ids = [...cycle.slice(smallest), ...cycle.slice(0, smallest)].map(
      (position) => drafts[position]!.id,
    )
    const top = cycle[smallest]!
    parent[top] = -1
    log.add(
      'organizationCycle',
      { table: 'organizations', ordinal: drafts[top]!.ordinal, field: 'parent', value: maskCycle(ids) },
      { id: maskValue(ids[0]!) },
    )
  }
}

function maskCycle(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).map(maskValue)
  return `${shown.join(' → ')} → ${ids.length > 8 ? '…' : shown[0]}`
}

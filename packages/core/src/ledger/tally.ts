import type { Summary } from '../check/finding.ts'
import type { RulePlan } from '../check/plan.ts'
import type { FindingRecord } from '../check/record.ts'
import { VERDICT, type VerdictListener } from '../check/sink.ts'
import type { Level, Verdict } from '../terms.ts'

/** Counters per rule: six verdicts, then errors and warnings among the breached. */
export const WIDTH = 8

const VERDICT_AT: Readonly<Record<Verdict, number>> = {
  met: VERDICT.MET,
  pending: VERDICT.PENDING,
  breached: VERDICT.BREACHED,
  'not-applicable': VERDICT.NOT_APPLICABLE,
  waived: VERDICT.WAIVED,
  unknown: VERDICT.UNKNOWN,
}

/**
 * Findings as numbers of an organization: pairs of a key and a count. The key is the position of the
 * organization times the number of counters, plus the counter; findings of no organization are left out.
 */
export type Tally = Uint32Array

/** Distinct tallies that are looked for; most members of a branch share one. */
const MOST_KNOWN = 10_000

/** Up to this many keys are put in order one by one; those of a member are fewer. */
const FEW = 64

/** Makes tallies; equal ones are kept once. */
export class TallyMaker implements VerdictListener {
  /** Number of counters of an organization. */
  readonly counters: number
  readonly #orgAt: ReadonlyMap<string, number>
  readonly #ruleAt: ReadonlyMap<string, number>
  /** Tallies by hash; few share one. */
  readonly #known = new Map<number, Tally[]>()
  #count = 0
  /** Keys of the findings taken so far, in order. */
  #keys = new Uint32Array(64)
  #taken = 0
  readonly #pairs: number[] = []
  /** The organization last heard of, with its position. */
  #organization = ''
  #org = 0

  constructor(orgAt: ReadonlyMap<string, number>, rules: readonly string[]) {
    this.#orgAt = orgAt
    this.#ruleAt = new Map(rules.map((id, position) => [id, position]))
    this.counters = rules.length * WIDTH
  }

  /** The tally of findings. */
  of(findings: readonly FindingRecord[]): Tally {
    for (const finding of findings) {
      const { organization, plan, verdict, variant } = finding['~parts']
      this.hear(plan, organization, VERDICT_AT[verdict], variant.level)
    }
    return this.made()
  }

  /** Takes one more finding. */
  hear(plan: RulePlan, organization: string | null, verdict: number, level: Level): void {
    if (organization === null) return
    // Findings on one subject are those of one organization, nearly always.
    if (organization !== this.#organization) {
      this.#organization = organization
      this.#org = this.#orgAt.get(organization)!
    }
    const first = this.#org * this.counters + this.#ruleAt.get(plan.id)! * WIDTH
    this.#take(first + verdict)
    if (verdict === VERDICT.BREACHED) this.#take(first + (level === 'error' ? 6 : 7))
  }

  /** The tally of what was taken since the last one. */
  made(): Tally {
    const keys = this.#keys
    const pairs = this.#pairs
    pairs.length = 0
    if (this.#taken > FEW) keys.subarray(0, this.#taken).sort()
    for (let i = 0; i < this.#taken; ) {
      const key = keys[i]!
      const start = i
      while (i < this.#taken && keys[i] === key) i++
      pairs.push(key, i - start)
    }
    this.#taken = 0
    return this.#shared(pairs)
  }

  /** Keeps a key; the first few are kept in order. */
  #take(key: number): void {
    if (this.#taken === this.#keys.length) {
      const keys = new Uint32Array(2 * this.#taken)
      keys.set(this.#keys)
      this.#keys = keys
    }
    const keys = this.#keys
    let at = this.#taken++
    if (at < FEW) for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!
    keys[at] = key
  }

  #shared(pairs: readonly number[]): Tally {
    let hash = 0
    for (const number of pairs) hash = (Math.imul(hash, 31) + number) | 0
    const alike = this.#known.get(hash)
    const known = alike?.find((tally) => isEqual(tally, pairs))
    if (known !== undefined) return known
    const tally = Uint32Array.from(pairs)
    if (this.#count === MOST_KNOWN) {
      this.#known.clear()
      this.#count = 0
    }
    this.#count++
    if (alike === undefined) this.#known.set(hash, [tally])
    else alike.push(tally)
    return tally
  }
}

function isEqual(tally: Tally, pairs: readonly number[]): boolean {
  if (tally.length !== pairs.length) return false
  for (let i = 0; i < pairs.length; i++) if (tally[i] !== pairs[i]) return false
  return true
}

/** Adds the counts of the organizations that are marked. */
export function addTally(totals: Uint32Array, tally: Tally, marked: Uint8Array): void {
  const width = totals.length
  for (let i = 0; i < tally.length; i += 2) {
    const key = tally[i]!
    const org = Math.floor(key / width)
    if (marked[org] === 1) totals[key - org * width]! += tally[i + 1]!
  }
}

/** The summary of findings. */
export function summaryOf(findings: readonly FindingRecord[]): Summary {
  const totals = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const finding of findings) {
    const { verdict, variant } = finding['~parts']
    totals[VERDICT_AT[verdict]]!++
    if (verdict === 'breached') totals[variant.level === 'error' ? 6 : 7]!++
  }
  return summaryAt(totals, 0)
}

/** The summary of the counters from an offset on. */
export function summaryAt(totals: ArrayLike<number>, at: number): Summary {
  return {
    met: totals[at + VERDICT.MET]!,
    pending: totals[at + VERDICT.PENDING]!,
    breached: totals[at + VERDICT.BREACHED]!,
    notApplicable: totals[at + VERDICT.NOT_APPLICABLE]!,
    waived: totals[at + VERDICT.WAIVED]!,
    unknown: totals[at + VERDICT.UNKNOWN]!,
    errors: totals[at + 6]!,
    warnings: totals[at + 7]!,
  }
}

import type { Summary } from '../check/finding.ts'
import type { FindingRecord } from '../check/record.ts'
import { VERDICT } from '../check/sink.ts'
import type { Verdict } from '../terms.ts'

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

/** Makes tallies; equal ones are kept once. */
export class TallyMaker {
  readonly #orgAt: ReadonlyMap<string, number>
  readonly #ruleAt: ReadonlyMap<string, number>
  /** Tallies by hash; few share one. */
  readonly #known = new Map<number, Tally[]>()
  #count = 0

  constructor(orgAt: ReadonlyMap<string, number>, rules: readonly string[]) {
    this.#orgAt = orgAt
    this.#ruleAt = new Map(rules.map((id, position) => [id, position]))
  }

  /** Number of counters of an organization. */
  get counters(): number {
    return this.#ruleAt.size * WIDTH
  }

  of(findings: readonly FindingRecord[]): Tally {
    const keys: number[] = []
    for (const finding of findings) {
      const { organization, plan, verdict, variant } = finding['~parts']
      if (organization === null) continue
      const first = this.#orgAt.get(organization)! * this.counters + this.#ruleAt.get(plan.id)! * WIDTH
      keys.push(first + VERDICT_AT[verdict])
      if (verdict === 'breached') keys.push(first + (variant.level === 'error' ? 6 : 7))
    }
    keys.sort((a, b) => a - b)
    const pairs: number[] = []
    for (const key of keys) {
      if (pairs.at(-2) === key) pairs[pairs.length - 1]!++
      else pairs.push(key, 1)
    }
    return this.#shared(pairs)
  }

  #shared(pairs: readonly number[]): Tally {
    let hash = 0
    for (const number of pairs) hash = (Math.imul(hash, 31) + number) | 0
    const alike = this.#known.get(hash)
    const known = alike?.find(
      (tally) => tally.length === pairs.length && pairs.every((number, i) => number === tally[i]),
    )
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
  const totals = new Uint32Array(WIDTH)
  for (const finding of findings) {
    const { verdict, variant } = finding['~parts']
    totals[VERDICT_AT[verdict]]!++
    if (verdict === 'breached') totals[variant.level === 'error' ? 6 : 7]!++
  }
  return summaryAt(totals, 0)
}

/** The summary of the counters from an offset on. */
export function summaryAt(totals: Uint32Array, at: number): Summary {
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

import type { EpochDay } from '../civil/date.ts'
import { byText } from '../dataset/days.ts'
import type { WaiverRow } from '../model/rows.ts'
import type { Level, Verdict } from '../terms.ts'
import type { Summary } from './finding.ts'
import type { Conclusion } from './outcome.ts'
import type { RulePlan } from './plan.ts'
import { FindingRecord, type Judged } from './record.ts'
import { WaiverBook } from './waivers.ts'

/** Verdicts as numbers: positions in this list. */
export const VERDICT = { MET: 0, PENDING: 1, BREACHED: 2, NOT_APPLICABLE: 3, WAIVED: 4, UNKNOWN: 5 } as const

const VERDICT_IDS: readonly Verdict[] = ['met', 'pending', 'breached', 'not-applicable', 'waived', 'unknown']

/** The verdict of a number. */
export function verdictId(verdict: number): Verdict {
  return VERDICT_IDS[verdict]!
}

/** Hears verdicts of which nobody reads the finding. */
export interface VerdictListener {
  hear(plan: RulePlan, organization: string | null, verdict: number, level: Level): void
}

/** Takes verdicts: counts all, keeps those that somebody wants to read. */
export class FindingSink {
  readonly #allVerdicts: boolean
  readonly #subject: string | null
  /** The waivers, and which of them were used. */
  readonly waivers: WaiverBook
  readonly #counts = new Map<string, Uint32Array>()
  #findings: FindingRecord[] = []
  #listener: VerdictListener | null = null
  #heard = 0

  constructor(options: { allVerdicts: boolean; subject: string | null }, waivers: readonly WaiverRow[]) {
    this.#allVerdicts = options.allVerdicts
    this.#subject = options.subject
    this.waivers = new WaiverBook(waivers)
  }

  /** Counters of a rule: six verdicts, then errors and warnings. */
  countsOf(plan: RulePlan): Uint32Array {
    let counts = this.#counts.get(plan.id)
    if (counts === undefined) {
      counts = new Uint32Array(8)
      this.#counts.set(plan.id, counts)
    }
    return counts
  }

  /** Whether a verdict will be kept; one that is not wanted needs no parts. */
  wants(verdict: number): boolean {
    return this.#allVerdicts || (verdict !== VERDICT.MET && verdict !== VERDICT.NOT_APPLICABLE)
  }

  /** Counts a verdict nobody reads, in so many windows. */
  count(counts: Uint32Array, verdict: number, subjectId: string, windows = 1): void {
    if (this.#subject === null || this.#subject === subjectId) counts[verdict]! += windows
  }

  /** Keeps what was concluded of a subject; `lastDay` is the last judged day, which a waiver must hold. */
  put(counts: Uint32Array, concluded: Conclusion, judged: Judged, lastDay: EpochDay): void {
    if (this.#subject !== null && this.#subject !== judged.subjectId) return
    const { verdict, reason, numbers } = concluded
    const { plan, variant, subjectKind, subjectId, organization, window, closing, parameters } = judged
    const waiver =
      verdict === VERDICT.BREACHED || verdict === VERDICT.PENDING || verdict === VERDICT.UNKNOWN
        ? this.waivers.waive(subjectId, plan.id, plan.rule.id, window, lastDay)
        : undefined
    const settled = waiver === undefined ? verdict : VERDICT.WAIVED
    counts[settled]!++
    if (settled === VERDICT.BREACHED) counts[variant.level === 'error' ? 6 : 7]!++
    if (!this.wants(settled)) return
    if (this.#listener !== null) {
      this.#heard++
      this.#listener.hear(plan, organization, settled, variant.level)
      return
    }
    // Spelled out, so that all findings have one shape: spreading the parts is dear.
    this.#findings.push(
      new FindingRecord({
        plan,
        variant,
        subjectKind,
        subjectId,
        organization,
        window,
        closing,
        verdict: verdictId(settled),
        parameters,
        reason:
          waiver === undefined
            ? reason
            : { code: 'waived', document: waiver.document, reason: waiver.reason },
        judgedOn: lastDay,
        measured: numbers.measured,
        required: numbers.required,
        unit: numbers.unit,
        cap: numbers.cap,
        alternatives: numbers.alternatives,
        due: numbers.due,
        demand: numbers.demand,
      }),
    )
  }

  /** Number of findings kept, and not yet handed over, or heard of so far. */
  get kept(): number {
    return this.#findings.length + this.#heard
  }

  /** Runs something that judges, with a listener that hears of the findings in place of keeping them. */
  tell(listener: VerdictListener, judge: () => void): void {
    this.#listener = listener
    try {
      judge()
    } finally {
      this.#listener = null
    }
  }

  /** Findings in order of rule, organization, subject, window, by code unit. */
  sorted(): FindingRecord[] {
    return this.#findings.sort(FindingSink.order)
  }

  /** Order of two findings. */
  static order(one: FindingRecord, other: FindingRecord): number {
    const a = one['~parts']
    const b = other['~parts']
    return (
      (a.plan === b.plan ? 0 : byText(a.plan.id, b.plan.id)) ||
      byText(a.organization ?? '', b.organization ?? '') ||
      byText(a.subjectId, b.subjectId) ||
      byText(a.window.key, b.window.key)
    )
  }

  /** Hands over, in order, the findings kept so far and forgets them; the counts stay. */
  drain(): FindingRecord[] {
    const drained = this.#findings
    this.#findings = []
    return drained.sort(FindingSink.order)
  }

  /** Summary of one rule, or of all. */
  summaryOf(ids: Iterable<string>): Summary {
    const total = new Uint32Array(8)
    for (const id of ids)
      this.#counts.get(id)?.forEach((n, i) => {
        total[i]! += n
      })
    return {
      met: total[0]!,
      pending: total[1]!,
      breached: total[2]!,
      notApplicable: total[3]!,
      waived: total[4]!,
      unknown: total[5]!,
      errors: total[6]!,
      warnings: total[7]!,
    }
  }

  /** The strictest level at which a rule runs anywhere. */
  static levelOf(plan: RulePlan): Level {
    const levels = plan.variants.map((variant) => variant.level)
    return levels.includes('error') ? 'error' : levels.includes('warn') ? 'warn' : 'off'
  }
}

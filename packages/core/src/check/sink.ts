import { type EpochDay, parseDate } from '../civil/date.ts'
import type { WaiverRow } from '../model/rows.ts'
import type { Level, Verdict } from '../terms.ts'
import type { Summary } from './finding.ts'
import type { RulePlan } from './plan.ts'
import { type FindingParts, FindingRecord } from './record.ts'

/** Verdicts as numbers: positions in this list. */
export const VERDICT = { MET: 0, PENDING: 1, BREACHED: 2, NOT_APPLICABLE: 3, WAIVED: 4, UNKNOWN: 5 } as const

const VERDICT_IDS: readonly Verdict[] = ['met', 'pending', 'breached', 'not-applicable', 'waived', 'unknown']

/** The verdict of a number. */
export function verdictId(verdict: number): Verdict {
  return VERDICT_IDS[verdict]!
}

interface WaiverSpan {
  readonly from: EpochDay
  readonly to: EpochDay
  readonly row: WaiverRow
}

/** Takes verdicts: counts all, keeps those that somebody wants to read. */
export class FindingSink {
  readonly #allVerdicts: boolean
  readonly #subject: string | null
  readonly #waivers: ReadonlyMap<string, readonly WaiverSpan[]>
  readonly #counts = new Map<string, Uint32Array>()
  readonly #findings: FindingRecord[] = []

  constructor(options: { allVerdicts: boolean; subject: string | null }, waivers: readonly WaiverRow[]) {
    this.#allVerdicts = options.allVerdicts
    this.#subject = options.subject
    this.#waivers = waiversBySubject(waivers)
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

  /** Counts a verdict nobody reads. */
  count(counts: Uint32Array, verdict: number, subjectId: string): void {
    if (this.#subject === null || this.#subject === subjectId) counts[verdict]!++
  }

  /** Keeps a verdict; `lastDay` is the last judged day, which a waiver must hold. */
  put(
    counts: Uint32Array,
    verdict: number,
    parts: Omit<FindingParts, 'verdict' | 'judgedOn'>,
    lastDay: EpochDay,
  ): void {
    if (this.#subject !== null && this.#subject !== parts.subjectId) return
    const waiver =
      verdict === VERDICT.BREACHED || verdict === VERDICT.PENDING || verdict === VERDICT.UNKNOWN
        ? this.#waiverFor(parts, lastDay)
        : undefined
    const settled = waiver === undefined ? verdict : VERDICT.WAIVED
    counts[settled]!++
    if (settled === VERDICT.BREACHED) counts[parts.variant.level === 'error' ? 6 : 7]!++
    if (!this.wants(settled)) return
    this.#findings.push(
      new FindingRecord({
        ...parts,
        verdict: verdictId(settled),
        judgedOn: lastDay,
        reason:
          waiver === undefined
            ? parts.reason
            : {
                code: 'waived',

                document: waiver.row.document,
                reason: waiver.row.reason,
              },
      }),
    )
  }

  #waiverFor(parts: Omit<FindingParts, 'verdict' | 'judgedOn'>, lastDay: EpochDay): WaiverSpan | undefined {
    const spans = this.#waivers.get(parts.subjectId)
    return spans?.find(
      ({ from, to, row }) =>
        from <= lastDay && lastDay <= to && (row.rule === parts.plan.id || row.rule === parts.plan.rule.id),
    )
  }

  /** Findings in order of rule, organization, subject, window, by code unit. */
  sorted(): FindingRecord[] {
    return this.#findings.sort((one, other) => {
      const a = one['~parts']
      const b = other['~parts']
      return (
        compare(a.plan.id, b.plan.id) ||
        compare(a.organization ?? '', b.organization ?? '') ||
        compare(a.subjectId, b.subjectId) ||
        compare(a.window.key, b.window.key)
      )
    })
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function waiversBySubject(rows: readonly WaiverRow[]): Map<string, WaiverSpan[]> {
  const bySubject = new Map<string, WaiverSpan[]>()
  for (const row of rows) {
    const span = { from: parseDate(row.from), to: parseDate(row.to), row }
    const spans = bySubject.get(row.subject)
    if (spans === undefined) bySubject.set(row.subject, [span])
    else spans.push(span)
  }
  return bySubject
}

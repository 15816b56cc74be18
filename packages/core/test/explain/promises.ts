import {
  applyRemedy,
  buildDataset,
  type Config,
  check,
  type DatasetRows,
  explain,
  type Finding,
} from '@xueshi/core'

/** What came of the remedies that the explanations of a report name. */
export interface Promises {
  kept: number
  /** Something else changed by the day of the remedy: the finding would not stand as it does without it either. */
  overtaken: number
  readonly broken: string[]
  /** Rules with an open finding of which no change could be named. */
  readonly silent: Set<string>
  readonly kinds: Set<string>
  readonly steps: Set<string>
}

export function noPromises(): Promises {
  return { kept: 0, overtaken: 0, broken: [], silent: new Set(), kinds: new Set(), steps: new Set() }
}

/** The finding of the same rule and subject in a window, on changed rows or on another day. */
function again(rows: DatasetRows, config: Config, asOf: string, { rule, subject }: Finding, window: string) {
  const { findings } = check(buildDataset(rows), config, {
    asOf,
    allVerdicts: true,
    rules: [rule],
    subject: subject.id,
  })
  return findings.find((finding) => finding.subject.id === subject.id && finding.window.key === window)
}

/** Applies each remedy of the open findings, at most `most` of a rule and verdict, and checks again. */
export function tryRemedies(rows: DatasetRows, config: Config, asOf: string, most: number, into: Promises) {
  const report = check(buildDataset(rows), config, { asOf })
  const seen = new Map<string, number>()
  for (const finding of report.findings) {
    if (finding.verdict !== 'breached' && finding.verdict !== 'pending') continue
    const key = `${finding.rule} ${finding.verdict}`
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    if (before >= most) continue
    const { remedies } = explain(report, finding.fingerprint)
    if (remedies.length === 0) into.silent.add(finding.rule)
    for (const remedy of remedies) {
      const after = again(applyRemedy(rows, remedy), config, remedy.asOf, finding, remedy.window)
      into.kinds.add(remedy.kind)
      for (const { change } of remedy.steps) into.steps.add(change)
      if (after?.verdict === remedy.verdict) into.kept++
      else if (isOvertaken(rows, config, finding, remedy.asOf, asOf)) into.overtaken++
      else
        into.broken.push(
          JSON.stringify([asOf, finding.rule, finding.subject.id, remedy, after?.message('en')]),
        )
    }
  }
}

/** Whether facts that were still to come made the finding another one by the day of the remedy, with nothing done. */
function isOvertaken(
  rows: DatasetRows,
  config: Config,
  finding: Finding,
  day: string,
  asOf: string,
): boolean {
  if (day === asOf) return false
  const then = again(rows, config, day, finding, finding.window.key)
  const isOwed = then !== undefined && then.verdict !== 'not-applicable' && then.verdict !== 'unknown'
  return !isOwed || then.window.to !== finding.window.to
}

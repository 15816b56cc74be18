import { addDuration, type CivilDate, formatDate, parseDate, periodsBetween, type Rule } from '@xueshi/core'
import type { CaseFile } from './case-file.ts'
import { type CaseFault, fault } from './fault.ts'

/** A window that some case judged (not merely found not applicable). */
export interface JudgedWindow {
  /** First day of the window; the day of the check for rules that judge that day only. */
  readonly from: CivilDate
  /** Parameters that the case sets itself: it says nothing of their versions. */
  readonly overridden: ReadonlySet<string>
}

/**
 * The days that cases must show: for each version of each parameter, the first window that begins in it and,
 * where it ends, the last one. A window is judged by the version in force on its first day, so that at a change
 * of versions these are the windows on both sides of it.
 */
export function versionFaults(rule: Rule, file: CaseFile, judged: readonly JudgedWindow[]): CaseFault[] {
  const faults: CaseFault[] = []
  const missing = new Map<CivilDate, Set<string>>()
  for (const [name, { versions }] of Object.entries(rule.parameters))
    for (const version of versions)
      for (const day of daysOf(rule, version.from, version.to)) {
        if (judged.some((window) => window.from === day && !window.overridden.has(name))) continue
        missing.set(day, (missing.get(day) ?? new Set()).add(`${name} ${version.from}..${version.to ?? ''}`))
      }
  for (const [day, versions] of [...missing].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const which = [...versions].join(', ')
    const what = windowText(rule, day)
    faults.push(
      fault(
        'missing-version-day',
        `${file.rule}：缺少${what['zh-CN']}的用例（参数版本 ${which}）`,
        `${file.rule}: no case ${what.en} (version ${which})`,
      ),
    )
  }
  return faults
}

/** First days of the first and the last window of a version; one day where the version does not end. */
function daysOf(rule: Rule, from: CivilDate, to: CivilDate | undefined): CivilDate[] {
  const starts = startsWithin(rule, from, to)
  return [...new Set(starts)]
}

function startsWithin(rule: Rule, from: CivilDate, to: CivilDate | undefined): CivilDate[] {
  const { window } = rule
  if (!('each' in window) && !('term' in window)) return to === undefined ? [from] : [from, to]
  const first = parseDate(from)
  const last = to === undefined ? Number.POSITIVE_INFINITY : parseDate(to)
  // A year and a day hold the beginning of any calendar window, so the first is found without an end.
  const until = Math.min(last, first + 367)
  const starts =
    'each' in window
      ? [
          ...beginnings(periodsBetween(window.each, first, until), first, last),
          ...(to === undefined
            ? []
            : beginnings(periodsBetween(window.each, Math.max(first, last - 367), last), first, last)),
        ]
      : termStarts(window.from, window.term, first, last)
  if (starts.length === 0) return []
  const ends = to === undefined ? [starts[0]!] : [starts[0]!, starts.at(-1)!]
  return ends.map(formatDate)
}

function beginnings(periods: readonly { from: number }[], first: number, last: number): number[] {
  return periods.map((period) => period.from).filter((day) => day >= first && day <= last)
}

function termStarts(from: CivilDate, term: string, first: number, last: number): number[] {
  const starts: number[] = []
  let day = parseDate(from)
  while (day <= last) {
    if (day >= first) starts.push(day)
    if (starts.length > 0 && last === Number.POSITIVE_INFINITY) break
    day = addDuration(day, term)
  }
  return starts
}

function windowText(rule: Rule, day: CivilDate): { 'zh-CN': string; en: string } {
  const { window } = rule
  if ('each' in window || 'term' in window)
    return { 'zh-CN': `从 ${day} 开始的那一期`, en: `in the window that begins on ${day}` }
  if ('anyDay' in window || 'rolling' in window) return { 'zh-CN': ` ${day} 当天核对`, en: `as of ${day}` }
  if ('session' in window) return { 'zh-CN': ` ${day} 举办的活动`, en: `of a session on ${day}` }
  return { 'zh-CN': `起算日为 ${day}`, en: `with the opening event on ${day}` }
}

import { type CivilDate, daysInMonth, tryParseDate } from '@xueshi/core'

/**
 * First and last day of a window by its key: `2026`, `2026-H1`, `2026-Q3`, `2026-07`, `2025-03-01..2030-02-28`,
 * `2026-03-01..` (no last day); `null` for keys that name no days (`standing`).
 */
export function windowDays(key: string): { readonly from: CivilDate; readonly to: CivilDate } | null {
  const [from, to] = key.split('..')
  if (to !== undefined) {
    if (tryParseDate(from!) === undefined || (to !== '' && tryParseDate(to) === undefined)) return null
    return { from: from!, to: to === '' ? '9999-12-31' : to }
  }
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(key)
  if (match === null) return null
  const [, year, half, quarter, month] = match
  const length = half !== undefined ? 6 : quarter !== undefined ? 3 : month !== undefined ? 1 : 12
  const last = Number(half ?? quarter ?? month ?? 1) * length
  const text = (number: number) => String(number).padStart(2, '0')
  return {
    from: `${year}-${text(last - length + 1)}-01`,
    to: `${year}-${text(last)}-${text(daysInMonth(Number(year), last))}`,
  }
}

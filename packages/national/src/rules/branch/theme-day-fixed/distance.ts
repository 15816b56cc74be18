import {
  type CivilDate,
  type EpochDay,
  formatDate,
  isWeekend,
  parseDate,
  type RuleContext,
} from '@xueshi/core'

/** A number of working days that is only known to lie between two bounds: equal where every day is known. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** Days that are surely or possibly worked; a make-up day on a weekend may be passed over and is none of them. */
function worked(from: EpochDay, to: EpochDay, context: RuleContext): Bounds {
  let least = 0
  let most = 0
  for (let day = from; day <= to; day++) {
    if (isWeekend(day)) continue
    const date = formatDate(day)
    const count = context.workdays(date, date)
    if (count !== undefined) least += count
    most += count ?? 1
  }
  return { least, most }
}

/**
 * How many working days a session lies off the fixed day: 0 on it, and on every day up to the first Monday to
 * Friday that is worked after it. Before it likewise only where no such day is left in the month.
 */
export function distanceOf(held: CivilDate, fixed: CivilDate, last: CivilDate, context: RuleContext): Bounds {
  const [at, on, end] = [parseDate(held), parseDate(fixed), parseDate(last)]
  if (at >= on) return worked(on, at - 1, context)
  const before = worked(at, on - 1, context)
  const left = worked(on, end, context)
  if (left.least > 0) return before
  const between = worked(at + 1, on - 1, context)
  return { least: between.least, most: left.most > 0 ? before.most : between.most }
}

/** The last day of the month on which a theme day still is at most so many working days late. */
export function lastDayInTime(
  fixed: CivilDate,
  last: CivilDate,
  tolerance: number,
  context: RuleContext,
): CivilDate {
  const on = parseDate(fixed)
  let day = parseDate(last)
  while (day > on && worked(on, day - 1, context).least > tolerance) day--
  return formatDate(day)
}

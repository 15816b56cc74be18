import {
  type CivilDate,
  type Coverage,
  type Dataset,
  formatDate,
  type PeriodUnit,
  parseDate,
  periodsBetween,
  XueshiError,
} from '@xueshi/core'
import { coversOf, lastKnownDay, SOURCES } from './asOf.ts'
import type { Arguments } from './options/spec.ts'
import type { Speech } from './speech.ts'

const KEY = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/

/** The period that arguments name: of `--period`, or of `--from` and `--to`; nothing where they name none. */
export function namedPeriod(args: Arguments): Coverage | undefined {
  const [key, from, to] = ['period', 'from', 'to'].map((name) => args.value(name))
  if (key !== undefined) {
    if (from !== undefined || to !== undefined)
      throw usage('--period 不能与 --from、--to 同用 / --period goes without --from and --to')
    return periodOf(key)
  }
  if (from === undefined && to === undefined) return undefined
  if (from === undefined || to === undefined)
    throw usage('--from 和 --to 要一起给出 / --from and --to go together')
  if (parseDate(to) < parseDate(from))
    throw new XueshiError('invalid-period', `止日早于起日 / the period ends before it begins: ${from}..${to}`)
  return { from: formatDate(parseDate(from)), to: formatDate(parseDate(to)) }
}

/**
 * The year of the last day that data speaks of, said on stderr with where it comes from.
 */
export function defaultPeriod(dataset: Dataset, today: () => CivilDate, speech: Speech): Coverage {
  const { day, source } = lastKnownDay(dataset, today)
  const year = day.slice(0, 4)
  speech.note(
    `统计期间：${year} 年（${SOURCES[source].zh}：${day}）`,
    `period ${year} (${SOURCES[source].en}: ${day})`,
  )
  return periodOf(year)
}

/** Says on stderr which days of a period the data covers, where that is not all. */
export function warnOfDaysNotCovered({ from, to }: Coverage, dataset: Dataset, speech: Speech): void {
  const covers = coversOf(dataset)
  if (covers === undefined || (covers.from <= from && to <= covers.to)) return
  speech.note(
    `数据只包括 ${covers.from} 至 ${covers.to}，期间内的其他日子没有计入`,
    `the data covers ${covers.from} to ${covers.to} only: other days of the period are not counted`,
  )
}

function periodOf(key: string): Coverage {
  const [, year, half, quarter, month] = KEY.exec(key) ?? []
  if (year === undefined || year === '0000')
    throw usage(`--period 的值无效 / invalid value of --period: ${key}`)
  const [unit, first]: [PeriodUnit, number] =
    half !== undefined
      ? ['half-year', Number(half) * 6 - 5]
      : quarter !== undefined
        ? ['quarter', Number(quarter) * 3 - 2]
        : month !== undefined
          ? ['month', Number(month)]
          : ['year', 1]
  const day = parseDate(`${year}-${String(first).padStart(2, '0')}-01`)
  const [period] = periodsBetween(unit, day, day)
  return { from: formatDate(period!.from), to: formatDate(period!.to) }
}

function usage(message: string): XueshiError {
  return new XueshiError('usage', message, { hint: '--period 2025|2025-H1|2025-Q3|2025-07' })
}

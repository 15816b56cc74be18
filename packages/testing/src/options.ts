import { type EpochDay, epochDay, XueshiError } from '@xueshi/core'

/** What a sample county is made from. Equal options give an equal county. */
export interface SampleOptions {
  /** Any integer; default 1. */
  readonly seed?: number
  /** Full and probationary members at the start of the last year, 100 to 1,000,000; default 10,000. */
  readonly members?: number
  /** The last year covered; people move and faults are planted in it. 2020 to 2030; default 2025. */
  readonly year?: number
  /** Number of years covered, ending with `year`; 1 to 10, default 1. */
  readonly years?: number
  /**
   * About how many rows of attendance all years together shall have. Where the duties alone need fewer, the
   * branches hold further collective studies. Default: what the duties need, about 31 rows a member and year.
   */
  readonly attendanceRows?: number
  /** Whether faults are planted; default true. */
  readonly faults?: boolean
  /**
   * `source-county`: the figures of the county whose report this project rests on. The year is 2022; of 2018 to
   * 2021 only studies of centre groups, classes, talks and the rotation of 2020 are there. No other `year` or `years`.
   */
  readonly profile?: 'source-county'
}

/** Options with all defaults. */
export interface Settings {
  readonly seed: number
  readonly members: number
  readonly year: number
  readonly firstYear: number
  readonly faults: boolean
  readonly profile: 'source-county' | null
  /** Further collective studies of each branch and year. */
  readonly extraStudies: number
  /** First and last day covered, and of the last year. */
  readonly from: EpochDay
  readonly to: EpochDay
  readonly yearFrom: EpochDay
}

/** Rows of attendance a member has in a year from the duties alone. */
const ROWS_PER_MEMBER = 31.4

/** @throws XueshiError `usage` where a number is out of range. */
export function settingsOf(options: SampleOptions): Settings {
  const number = (
    name: 'seed' | 'members' | 'year' | 'years',
    fallback: number,
    from: number,
    to: number,
  ) => {
    const value = options[name] ?? fallback
    if (!Number.isInteger(value) || value < from || value > to)
      throw new XueshiError('usage', `${name}: ${value}`, { hint: `${from}..${to}` })
    return value
  }
  const members = number('members', 10_000, 100, 1_000_000)
  const profile = options.profile ?? null
  if (profile !== null && ((options.year ?? 2022) !== 2022 || (options.years ?? 1) !== 1))
    throw new XueshiError('usage', `profile source-county: ${options.year} ${options.years}`, {
      hint: 'year 2022, years 1',
    })
  const year = number('year', profile === null ? 2025 : 2022, 2020, 2030)
  const years = number('years', 1, 1, 10)
  const wanted = options.attendanceRows ?? 0
  return {
    seed: number('seed', 1, -2_147_483_648, 4_294_967_295),
    members,
    year,
    firstYear: year - years + 1,
    faults: options.faults ?? true,
    profile,
    extraStudies: Math.max(0, Math.round(wanted / years / members - ROWS_PER_MEMBER)),
    from: epochDay(year - years + 1, 1, 1),
    to: epochDay(year, 12, 31),
    yearFrom: epochDay(year, 1, 1),
  }
}

/**
 * Writes the data of `@xueshi/workdays`: what the notices of 2007 to 2026 say, day by day, out of the JSON of
 * the package chinese-days (its functions depend on the time zone of the process and are not used), and the days of
 * the festivals that follow moon and sun, computed with tyme4ts.
 *
 *     node scripts/workday-data.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const FIRST_NOTICE = 2007
const FIRST_FESTIVAL = 2008
const LAST_FESTIVAL = 2050

const folder = new URL('../packages/workdays/', import.meta.url)
const load = createRequire(new URL('package.json', folder))

/** Dates to `English name,中文名,number of statutory days`. */
type Days = Readonly<Record<string, string>>

interface LunarSolar {
  readonly LunarDay: { fromYmd(year: number, month: number, day: number): { getSolarDay(): Ymd } }
  readonly SolarTerm: { fromIndex(year: number, index: number): { getSolarDay(): Ymd } }
}
interface Ymd {
  getYear(): number
  getMonth(): number
  getDay(): number
}

/** The version the package pins. */
const { devDependencies: versions } = load('./package.json') as { devDependencies: Record<string, string> }

/** The day after, by the calendar of UTC: no zone takes part. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Days in a row of one festival, as `off 2026-01-01..2026-01-03 元旦`. */
function spans(word: string, days: Days): string[] {
  const lines: string[] = []
  const dates = Object.keys(days)
    .filter((date) => Number(date.slice(0, 4)) >= FIRST_NOTICE)
    .sort()
  for (let i = 0; i < dates.length; i++) {
    const from = dates[i]!
    const name = days[from]!.split(',')[1]!
    let to = from
    while (dates[i + 1] === dayAfter(to) && days[dates[i + 1]!]!.split(',')[1] === name) to = dates[++i]!
    lines.push(`${word} ${from === to ? from : `${from}..${to}`} ${name}`)
  }
  return lines
}

/** The source file of the notices. */
export function noticesSource(): string {
  const data = load('chinese-days/dist/chinese-days.json') as { holidays: Days; workdays: Days }
  const lines = [...spans('off', data.holidays), ...spans('on ', data.workdays)].sort((a, b) =>
    a.slice(4) < b.slice(4) ? -1 : 1,
  )
  return `// Made by scripts/workday-data.ts from the data of chinese-days (MIT); do not edit.

/** What the days were taken from, with its version. */
export const NOTICE_DATA = 'chinese-days ${versions['chinese-days']}'

/** Days off and make-up working days by the notices, with the festival they belong to. */
export const NOTICE_DAYS = \`
${lines.join('\n')}
\`
`
}

/** The source file of the festivals. */
export function festivalsSource(): string {
  const { LunarDay, SolarTerm } = load('tyme4ts') as LunarSolar
  const two = (value: number) => String(value).padStart(2, '0')
  const text = (day: Ymd) => `${two(day.getMonth())}-${two(day.getDay())}`
  const lines: string[] = []
  for (let year = FIRST_FESTIVAL; year <= LAST_FESTIVAL; year++) {
    // The eighth solar term counted from 冬至 of the year before is 清明.
    const days = [
      LunarDay.fromYmd(year, 1, 1).getSolarDay(),
      SolarTerm.fromIndex(year, 7).getSolarDay(),
      LunarDay.fromYmd(year, 5, 5).getSolarDay(),
      LunarDay.fromYmd(year, 8, 15).getSolarDay(),
    ]
    if (days.some((day) => day.getYear() !== year)) throw new Error(`a festival of ${year} leaves the year`)
    lines.push(`${year} ${days.map(text).join(' ')}`)
  }
  return `// Made by scripts/workday-data.ts with tyme4ts ${versions.tyme4ts} (MIT); do not edit.

/** 正月初一, 清明, 端午 and 中秋 of each year. */
export const FESTIVAL_DAYS = \`
${lines.join('\n')}
\`
`
}

/** The files this script writes, with their content. */
export function workdayData(): readonly { readonly file: string; readonly text: string }[] {
  return [
    { file: fileURLToPath(new URL('src/data/notices.ts', folder)), text: noticesSource() },
    { file: fileURLToPath(new URL('src/data/festivals.ts', folder)), text: festivalsSource() },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { file, text } of workdayData()) {
    let old = ''
    try {
      old = readFileSync(file, 'utf8')
    } catch {
      // A first run.
    }
    if (old !== text) writeFileSync(file, text)
    console.log(`${old === text ? 'as before' : 'written'}: ${file}`)
  }

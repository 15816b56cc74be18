import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = `
import { workdayCalendar } from '@xueshi/workdays'
const calendar = workdayCalendar()
const months = []
for (let year = 2006; year <= 2029; year++)
  for (let month = 1; month <= 12; month++) {
    const { workdays, uncertain } = calendar.month(year + '-' + String(month).padStart(2, '0'))
    months.push(workdays.concat('?', uncertain, calendar.nextWorkday(workdays[0] ?? '2026-01-01') ?? '-'))
  }
console.log(JSON.stringify(months))
`

/** What a process of its own in a zone prints. */
function printedIn(TZ: string): string {
  return execFileSync(
    process.execPath,
    ['--conditions=xueshi-source', '--input-type=module', '-e', program],
    {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      env: { ...process.env, TZ },
      encoding: 'utf8',
    },
  )
}

test('a process in any time zone gives the same days', () => {
  const [shanghai, ...others] = ['Asia/Shanghai', 'UTC', 'America/New_York'].map(printedIn)
  expect(others).toEqual([shanghai, shanghai])
  const months = JSON.parse(shanghai!) as string[][]
  expect(months).toHaveLength(24 * 12)
  // January 2026: eighteen weekdays after the holiday of New Year, the Monday to Friday before it, and a Sunday.
  expect(months[20 * 12]!.slice(0, 3)).toEqual(['2026-01-04', '2026-01-05', '2026-01-06'])
  expect(months[20 * 12]!.indexOf('?')).toBe(21)
})

import { buildDataset, defineConfig, definePlugin, type Indicator, indicatorSheet } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import county, { coverageGrade, populationIndicator, reportsInTime } from '../src/index.ts'
import { dataset, rows } from './small-county.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }
const config = defineConfig({ name: 'test', plugins: [county] })

/** Figures of the working committee, of 支部一 and of 支部二, counted by hand; `-` where there is nothing to measure. */
const TABLE = `
organizations/branches               2     1     1
organizations/study-groups           2     0     0
members/total                        6     3     3
members/probationary                 1     1     0
members/development                  1     0     1
members/frail                        1     1     0
members/age/to-35                    1     1     0
members/age/36-45                    1     1     0
members/age/46-60                    1     0     1
members/age/from-61                  1     1     0
members/age/unknown                  2     0     2
members/education/postgraduate       1     1     0
members/education/bachelor           1     1     0
members/education/college            1     1     0
members/education/other              3     0     3
members/occupation/organs            1     1     0
members/occupation/institutions      0     0     0
members/occupation/retired           1     1     0
members/occupation/other             4     1     3
sessions/general-meetings            1     1     0
sessions/committee-meetings          1     0     1
sessions/group-meetings              1     1     0
sessions/party-lectures              1     1     0
sessions/theme-days                  2     1     1
sessions/attendance                  62.5  66.7  50
sessions/field-share                 50    100   0
documents/studied                    50    100   0
center-group/studies                 3     0     0
center-group/observed-studies        1     0     0
center-group/observed                50    -     -
center-group/sittings                1     0     0
center-group/reports-in-time         50    -     -
training/central-person-times        4     2     2
training/members-trained             50    33.3  66.7
classes/held                         1     0     0
classes/person-times                 3     0     0
lectures/party-history               1     1     0
lecturers/bank                       2     1     0
lecturers/idle                       1     0     0
lecturers/load                       0.5   1     -
works/nominated                      4     3     0
works/nominated/lectures             1     1     0
works/nominated/models               1     0     0
works/nominated/videos               2     2     0
works/chosen                         1     1     0
bulletins                            1     0     0
online/inspections                   1     1     0
reading/plans                        1     1     0
reading/books                        2     1     1
services/volunteers                  2     1     1
services/all                         3     2     1
services/double-report               1     1     0
services/small-wishes                1     0     1
services/practical-matters           1     1     0
nobody-missed/missed                 1     0     1
nobody-missed/grade                  2     1     3
home/frail-reached                   100   100   -
home/deliveries                      2     2     0
venues/shared                        1     0     0
venues/used                          1     0     0
venues/unused                        1     0     1
venues/uses                          1     0     0
staff/all                            2     1     1
staff/full-time                      1     1     0
`
  .trim()
  .split('\n')
  .map((line) => {
    const [id, ...cells] = line.split(/\s+/)
    return [id!, cells.map((cell) => (cell === '-' ? null : Number(cell)))] as const
  })

const sheet = indicatorSheet(dataset, config, year)
const valuesOf = (organization: string) => sheet.rows.find((row) => row.organization === organization)!.values

describe('the small county', () => {
  it('has no problem but the make-up that names no session', () => {
    expect(dataset.problems.map(({ code }) => code)).toEqual(['make-up-unnamed'])
  })

  it('has the indicators of the table, in its order', () => {
    expect(sheet.indicators.map(({ id }) => id)).toEqual(TABLE.map(([id]) => `county/${id}`))
    expect(sheet.indicators.flatMap(({ missing }) => missing)).toEqual([])
  })

  it.each(TABLE)('%s', (id, expected) => {
    expect(['gw', 'b1', 'b2'].map((organization) => valuesOf(organization)[`county/${id}`])).toEqual(expected)
  })

  it('has no figure about persons, and a unit and a sentence for each', () => {
    for (const { summary, title, unit } of sheet.indicators)
      for (const text of [summary, title, unit]) {
        expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff%]/)
        expect(text.en).not.toBe('')
      }
  })
})

describe('adding up', () => {
  it('does not depend on the order of rows', () => {
    const reversed = Object.fromEntries(
      Object.entries(rows).map(([table, list]) => [table, [...(list as readonly unknown[])].reverse()]),
    ) as unknown as typeof rows
    expect(indicatorSheet(buildDataset(reversed), config, year)).toEqual(sheet)
  })

  it('shows of a leadership group what its branch, centre group and itself have', () => {
    const sums = TABLE.filter(
      ([id]) => !/share|attendance|studied|observed$|in-time|trained|load|grade|reached/.test(id),
    )
    expect(sums.length).toBeGreaterThan(50)
    for (const [id] of sums) {
      const key = `county/${id}`
      const below = ['b1', 'zx1'].map((organization) => valuesOf(organization)[key]!)
      expect(valuesOf('l1')[key], id).toBe(below[0]! + below[1]!)
      expect(valuesOf('gw')[key]!, id).toBeGreaterThanOrEqual(valuesOf('l1')[key]! + valuesOf('l2')[key]!)
    }
  })
})

describe('periods', () => {
  it('shows a trend as the difference of two sheets', () => {
    const half = (from: string, to: string) =>
      indicatorSheet(dataset, config, { from, to, indicators: ['sessions/theme-days', 'services/all'] })
        .rows[0]!.values
    expect(half('2025-01-01', '2025-06-30')).toEqual({
      'county/sessions/theme-days': 2,
      'county/services/all': 3,
    })
    expect(half('2025-07-01', '2025-12-31')).toEqual({
      'county/sessions/theme-days': 0,
      'county/services/all': 0,
    })
  })

  it('counts who was there on the last day of the period', () => {
    const before = indicatorSheet(dataset, config, { from: '2025-01-01', to: '2025-01-31' })
    // 党员m6 was not suspended yet, m7 not gone; m2 was admitted in March.
    expect(before.rows[0]!.values['county/members/total']).toBe(7)
  })
})

describe('missing tables', () => {
  it('give no figure', () => {
    const { attendance: _, ...without } = rows
    const { indicators, rows: lines } = indicatorSheet(buildDataset(without), config, year)
    const missing = indicators.filter((indicator) => indicator.missing.length > 0).map(({ id }) => id)
    expect(missing).toContain('county/sessions/attendance')
    expect(missing).not.toContain('county/sessions/theme-days')
    for (const { values } of lines) for (const id of missing) expect(values[id]).toBeNull()
  })
})

describe('makers of indicators', () => {
  const configWith = (indicator: Indicator) =>
    defineConfig({
      name: 'test',
      plugins: [
        definePlugin({
          name: 'own',
          version: '1.0.0',
          title: { 'zh-CN': '本县', en: 'own' },
          rules: [],
          indicators: [indicator],
          presets: {},
        }),
      ],
    })
  const top = (indicator: Indicator) =>
    Object.values(indicatorSheet(dataset, configWith(indicator), year).rows[0]!.values)

  it('take the numbers of the county', () => {
    expect(top(reportsInTime('P8D'))).toEqual([100])
    expect(top(coverageGrade({ first: 83, second: 50 }))).toEqual([1])
    expect(top(coverageGrade({ first: 90, second: 84 }))).toEqual([3])
  })

  it('count the populations of the county', () => {
    const old = populationIndicator({
      id: 'members/from-60',
      title: { 'zh-CN': '60岁以上', en: 'from 60 on' },
      has: (_, age) => age !== null && age >= 60,
    })
    expect(top(old)).toEqual([1])
  })
})

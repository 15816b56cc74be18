import { buildDataset, defineConfig, type IndicatorSheet, indicatorSheet } from '@xueshi/core'
import { county } from '@xueshi/county'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { describe, expect, test } from 'vitest'

/** The sample county that is asked for the figures of the report, read as any export. */
const { rows } = sampleCounty({ profile: 'source-county' })
const dataset = buildDataset(rows)
const config = defineConfig(national.presets.organ, county.presets.sourceCounty)
const WORKING_COMMITTEE = 'LX-GW'

function sheet(from: string, to: string, ...indicators: string[]): IndicatorSheet {
  return indicatorSheet(dataset, config, {
    from,
    to,
    indicators: indicators.map((id) => `county/${id}`),
  })
}

/** A figure of the county as a whole. */
function whole(from: string, to: string, id: string): number {
  return sheet(from, to, id).rows[0]!.values[`county/${id}`]!
}

/** What the working committee itself adds to a figure: its total without those directly below it. */
function own(from: string, to: string, id: string): number {
  const { rows: found } = sheet(from, to, id)
  const of = (row: (typeof found)[number]) => row.values[`county/${id}`] ?? 0
  const total = of(found.find(({ organization }) => organization === WORKING_COMMITTEE)!)
  return found
    .filter(({ parent }) => parent === WORKING_COMMITTEE)
    .reduce((rest, row) => rest - of(row), total)
}

const FIVE_YEARS = ['2018-01-01', '2022-12-31'] as const
const YEARS = [2018, 2019, 2020, 2021, 2022] as const

describe('the sample county with --profile source-county has the figures of the report', () => {
  test('observers sat in more than 380 times in five years', () => {
    expect(whole(...FIVE_YEARS, 'center-group/sittings')).toBeGreaterThan(380)
    expect(whole(...FIVE_YEARS, 'center-group/sittings')).toBeLessThan(450)
  })

  test.each(YEARS)('every centre group was observed in %i', (year) => {
    expect(whole(`${year}-01-01`, `${year}-12-31`, 'center-group/observed')).toBe(100)
  })

  test('near 10,000 members were trained in the rotation of 2020', () => {
    const times = whole('2020-01-01', '2020-12-31', 'training/central-person-times')
    const classes = whole('2020-01-01', '2020-12-31', 'classes/person-times')
    expect(times - classes).toBeGreaterThan(9_300)
    expect(times - classes).toBeLessThan(10_000)
  })

  test('12 classes with more than 1,700 person-times in five years', () => {
    expect(whole(...FIVE_YEARS, 'classes/held')).toBe(12)
    expect(whole(...FIVE_YEARS, 'classes/person-times')).toBeGreaterThan(1_700)
    expect(whole(...FIVE_YEARS, 'classes/person-times')).toBeLessThan(1_900)
  })

  test('near 700 of those who are to join serve in one team, with a theme in each month', () => {
    const team = rows.services!.filter(({ kind }) => kind === '志愿服务')
    const persons = new Set(team.map(({ member }) => member)).size
    expect(persons).toBeGreaterThan(640)
    expect(persons).toBeLessThan(760)
    const themes = new Map(team.map(({ date, theme }) => [date.slice(0, 7), theme]))
    expect(themes.size).toBe(12)
    expect(new Set(team.map(({ date, theme }) => `${date.slice(0, 7)} ${theme}`)).size).toBe(12)
    expect(whole('2022-01-01', '2022-12-31', 'services/double-report')).toBeGreaterThan(0)
    expect(whole('2022-01-01', '2022-12-31', 'services/small-wishes')).toBeGreaterThan(0)
    expect(whole('2022-01-01', '2022-12-31', 'services/practical-matters')).toBeGreaterThan(0)
  })

  test('55 lectures, 30 models and 20 micro-videos were recommended', () => {
    const works = ['works/nominated/lectures', 'works/nominated/models', 'works/nominated/videos']
    expect(works.map((id) => whole('2022-01-01', '2022-12-31', id))).toEqual([55, 30, 20])
    expect(whole('2022-01-01', '2022-12-31', 'works/nominated')).toBe(105)
  })

  test('236 lecture talks and 28 talks on Party history', () => {
    const onHistory = own(...FIVE_YEARS, 'lectures/party-history')
    expect(onHistory).toBe(28)
    expect(own(...FIVE_YEARS, 'sessions/party-lectures') - onHistory).toBe(236)
  })

  test('ten sites are open to all', () => {
    expect(whole('2022-01-01', '2022-12-31', 'venues/shared')).toBe(10)
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonIndicators } from '@xueshi/report'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { county, embedded, inEveryZone, TABLES, xueshi } from './xueshi.ts'

const schema = fileURLToPath(new URL('../../report/schema/indicators-1.schema.json', import.meta.url))
const valid = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>,
)
const PERSONS = /欧阳|上官|\d{17}[\dXx]/

/** Figures by organization, from JSON. */
async function figures(indicator: string, ...options: string[]) {
  const argv = ['indicators', 'data', '--format', 'json', '--indicator', indicator, ...options]
  const { code, stdout, stderr } = await embedded(argv, { cwd: county() })
  expect(code, stderr).toBe(0)
  const sheet = JSON.parse(stdout) as JsonIndicators
  return {
    period: `${sheet.from}..${sheet.to}`,
    values: Object.fromEntries(
      sheet.rows.map(({ organization, values }) => [organization, Object.values(values)[0]]),
    ),
    stderr,
  }
}

describe('xueshi indicators', () => {
  test('adds up the year of the last day, by default, and says so', async () => {
    const { period, values, stderr } = await figures('sessions/theme-days')
    expect(period).toBe('2025-01-01..2025-12-31')
    expect(values).toEqual({ w: 12, fa: 12, b1: 12, sa: 0, b2: 0 })
    expect(stderr).toContain('统计期间：2025 年（数据范围的最后一天：2025-12-31）')
    expect(stderr).toContain('配置中没有指标，使用插件 county 的 64 项指标')
  })

  // A theme day on the 5th of each month; a general meeting in January, April, July and October.
  test.each([
    [['--period', '2025'], '2025-01-01..2025-12-31', 12, 4],
    [['--period', '2025-H1'], '2025-01-01..2025-06-30', 6, 2],
    [['--period', '2025-H2'], '2025-07-01..2025-12-31', 6, 2],
    [['--period', '2025-Q3'], '2025-07-01..2025-09-30', 3, 1],
    [['--period', '2025-07'], '2025-07-01..2025-07-31', 1, 1],
    [['--period', '2025-02'], '2025-02-01..2025-02-28', 1, 0],
    [['--from', '2025-03-05', '--to', '2025-04-05'], '2025-03-05..2025-04-05', 2, 1],
    [['--from', '2025-03-06', '--to', '2025-04-04'], '2025-03-06..2025-04-04', 0, 0],
  ])('%j is %s', async (options, period, themeDays, meetings) => {
    const days = await figures('county/sessions/theme-days', ...options)
    expect([days.period, days.values.w, days.values.b1, days.values.b2]).toEqual([
      period,
      themeDays,
      themeDays,
      0,
    ])
    expect((await figures('sessions/general-meetings', ...options)).values.w).toBe(meetings)
    expect(days.stderr).not.toContain('统计期间')
  })

  test('keeps to a part of the tree and to levels', async () => {
    expect((await figures('sessions/theme-days', '--under', '财政局机关党委')).values).toEqual({
      fa: 12,
      b1: 12,
    })
    expect((await figures('sessions/theme-days', '--levels', '1')).values).toEqual({ w: 12, fa: 12, sa: 0 })
    expect((await figures('sessions/theme-days', '--under', 'fa', '--levels', '0')).values).toEqual({
      fa: 12,
    })
  })

  test('says which days of a period the data does not cover', async () => {
    const { stderr } = await figures('sessions/theme-days', '--period', '2026')
    expect(stderr).toContain('数据只包括 2025-01-01 至 2025-12-31')
    const none = { 活动: ['活动编号,组织编码,活动类型,开始时间'], 考勤: null, 导出说明: null }
    const bare = await embedded(['indicators', 'data'], { cwd: county(none), today: '2026-02-03' })
    expect(bare.stderr).toContain('统计期间：2026 年（数据没有日期，取今天：2026-02-03）')
  })

  test('gives JSON that satisfies its schema, and equal bytes in every time zone', async () => {
    const options = [
      ['--format', 'json'],
      ['--format', 'csv'],
      ['--locale', 'en'],
    ]
    const argvs = options.map((more) => ['indicators', 'data', ...more])
    const [first, ...others] = await inEveryZone(argvs, county())
    for (const { code, stdout } of first!) {
      expect(code).toBe(0)
      expect(stdout).not.toMatch(PERSONS)
    }
    expect(valid(JSON.parse(first![0]!.stdout)), JSON.stringify(valid.errors)).toBe(true)
    for (const other of others) expect(other).toEqual(first)
  })

  test('writes several formats, CSV for a spreadsheet that computes nothing', async () => {
    const [head, , ...more] = TABLES.党组织!
    const cwd = county({ 党组织: [head!, 'w,=1+1,机关工委,,2001-01-01', ...more] })
    const argv = ['indicators', 'data', '--indicator', 'members/total', '--indicator', 'sessions/attendance']
    const { code, stdout } = await embedded(
      [
        ...argv,
        '--levels',
        '0',
        '--format',
        'table',
        '--format',
        'csv=sheet.csv',
        '--format',
        'json=sheet.json',
      ],
      { cwd, tty: true },
    )
    expect(code).toBe(0)
    expect(stdout).toContain('党组织指标表')
    expect(stdout).not.toMatch(PERSONS)
    expect(readFileSync(join(cwd, 'sheet.csv'), 'utf8')).toBe(
      '\ufeff起,止,组织编码,组织名称,组织类型,上级组织编码,层级,党员（人）,到会率（%）\r\n' +
        "2025-01-01,2025-12-31,w,'=1+1,机关工委,,0,2,100\r\n",
    )
    expect(valid(JSON.parse(readFileSync(join(cwd, 'sheet.json'), 'utf8')))).toBe(true)
  })

  test('uses the indicators of the config where it has some', async () => {
    const cwd = county()
    const core = import.meta.resolve('@xueshi/core')
    writeFileSync(
      join(cwd, 'xueshi.config.mjs'),
      `import { defineConfig, defineIndicator, definePlugin } from ${JSON.stringify(core)}
const text = (word) => ({ 'zh-CN': word, en: word })
const indicator = defineIndicator({ id: 'ours', title: text('本县'), summary: text('本县'), unit: text('个'),
  reads: [], over: 'organizations', empty: 0, collect: () => 1, merge: (a, b) => a + b, value: (n) => n })
export default defineConfig({ name: 'ours', plugins: [definePlugin({ name: 'ours', version: '1.0.0',
  title: text('本县'), rules: [], indicators: [indicator], presets: {} })] })
`,
    )
    const { code, stdout, stderr } = await xueshi(
      ['indicators', 'data', '--format', 'csv', '--levels', '0'],
      { cwd },
    )
    expect(code, stderr).toBe(0)
    expect(stdout.split('\r\n')[0]).toMatch(/,层级,本县（个）$/)
    expect(stdout.split('\r\n')[1]).toMatch(/,0,5$/)
    expect(stderr).not.toContain('county')
  })

  test('exits 3 for data that cannot be trusted, with the sheet all the same', async () => {
    const { code, stdout } = await embedded(['indicators', 'data', 'nowhere'], { cwd: county() })
    expect(code).toBe(3)
    expect(stdout).toContain('数据不可信')
    expect(stdout).toContain('主题党日')
  })

  test.each([
    [['--period', '2025-13'], '2025-Q3'],
    [['--period', '2025-Q5'], '2025-Q3'],
    [['--period', '0000'], '2025-Q3'],
    [['--period', '2025', '--from', '2025-01-01'], '--from'],
    [['--from', '2025-01-01'], '--to'],
    [['--from', '2025-02-01', '--to', '2025-01-31'], 'invalid-period'],
    [['--from', '2025-02-30', '--to', '2025-03-31'], 'invalid-date'],
    [['--indicator', 'sessions/theme-dais'], '→ county/sessions/theme-days'],
    [['--indicator', 'county/sessions/theme-dais'], '→ county/sessions/theme-days'],
    [['--under', 'b11'], 'b1'],
    [['--levels', 'all'], '--levels'],
    [['--format', 'xlsx'], 'csv'],
    [['--format', 'csv', '--format', 'json'], 'FILE'],
  ])('%j exits 2 and names %s', async (options, hint) => {
    const { code, stdout, stderr } = await embedded(['indicators', 'data', ...options], { cwd: county() })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(hint)
  })
})

import { readFileSync } from 'node:fs'
import {
  buildDataset,
  type DatasetRows,
  defineConfig,
  defineIndicator,
  definePlugin,
  type IndicatorOptions,
  type IndicatorSheet,
  indicatorSheet,
} from '@xueshi/core'
import { displayWidth, formatIndicators, indicatorRows, indicatorsToJson } from '@xueshi/report'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

const schema = JSON.parse(
  readFileSync(new URL('../schema/indicators-1.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en })

const themeDays = defineIndicator<number>({
  id: 'sessions/theme-days',
  title: text('主题党日', 'theme days'),
  summary: text('举办的主题党日', 'theme days held'),
  unit: text('次', 'sessions'),
  reads: ['sessions'],
  over: 'organizations',
  empty: 0,
  collect: ({ id }, { dataset }) => dataset.sessions.filter(({ organization }) => organization === id).length,
  merge: (a, b) => a + b,
  value: (total) => total,
})
const members = defineIndicator<number>({
  ...themeDays,
  id: 'members/total',
  title: text('党员', 'members'),
  unit: text('人', 'persons'),
  reads: ['members'],
  over: 'members',
  collect: () => 1,
} as Parameters<typeof defineIndicator<number>>[0])
/** Of the members: those whose id ends in an odd digit. */
const share = defineIndicator<readonly [number, number]>({
  id: 'members/odd',
  title: text('单号党员占比', 'members with odd ids'),
  summary: text('编号为单数的党员', 'members whose id is odd'),
  unit: text('%', 'percent'),
  digits: 1,
  reads: ['members'],
  over: 'members',
  empty: [0, 0],
  collect: ({ id }) => [Number(id.slice(1)) % 2, 1],
  merge: (a, b) => [a[0] + b[0], a[1] + b[1]],
  value: ([part, whole]) => (whole === 0 ? null : (100 * part) / whole),
})
const served = defineIndicator<number>({
  ...themeDays,
  id: 'services/all',
  title: text('志愿服务', 'services'),
  reads: ['services'],
} as Parameters<typeof defineIndicator<number>>[0])

const config = defineConfig({
  name: 'test',
  plugins: [
    definePlugin({
      name: 'p',
      version: '1.0.0',
      title: text('插件', 'plugin'),
      rules: [],
      indicators: [themeDays, members, share, served],
      presets: {},
    }),
  ],
})

/** 工委 → 党组一 → 支部一（两次）、支部二；党组二 → 支部三（一次）. Three members, one of odd id in each of two branches. */
const rows: DatasetRows = {
  organizations: [
    { id: 'w', name: '县直机关工委', kind: '机关工委' },
    { id: 'l1', name: '财政局党组', kind: '党组', parent: 'w' },
    { id: 'l2', name: '审计局党组', kind: '党组', parent: 'w' },
    { id: 'b1', name: '财政局第一党支部', kind: '党支部', parent: 'l1' },
    { id: 'b2', name: '财政局第二党支部', kind: '党支部', parent: 'l1' },
    { id: 'b3', name: '审计局党支部', kind: '党支部', parent: 'l2' },
  ],
  members: [
    { id: 'm1', name: '欧阳测试', status: '正式党员', organization: 'b1' },
    { id: 'm2', name: '上官试验', status: '正式党员', organization: 'b1' },
    { id: 'm3', name: '司马样例', status: '正式党员', organization: 'b3' },
  ],
  sessions: [
    { id: 's1', organization: 'b1', kinds: ['主题党日'], start: '2025-03-05' },
    { id: 's2', organization: 'b1', kinds: ['主题党日'], start: '2025-04-05' },
    { id: 's3', organization: 'b3', kinds: ['主题党日'], start: '2025-04-05' },
  ],
  export: [{ exportedOn: '2025-10-05', from: '2025-01-01', to: '2025-09-30' }],
}
const dataset = buildDataset(rows)
const sheetOf = (options: Partial<IndicatorOptions> = {}): IndicatorSheet =>
  indicatorSheet(dataset, config, { from: '2025-01-01', to: '2025-12-31', ...options })
const data = { covers: dataset.covers, trustworthy: true }

/** A line of the page by its first word, as cells. */
const cellsOf = (page: string, first: string) =>
  page
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/))
    .filter(([word]) => word === first)

describe('a sheet as a page', () => {
  test('has indicators below each other and organizations side by side', () => {
    const page = formatIndicators(sheetOf({ levels: 1 }), { data })
    expect(cellsOf(page, '主题党日')).toEqual([['主题党日', '次', '3', '2', '1', 'p/sessions/theme-days']])
    expect(cellsOf(page, '单号党员占比')).toEqual([
      ['单号党员占比', '%', '66.7', '50.0', '100.0', 'p/members/odd'],
    ])
    expect(cellsOf(page, '志愿服务')).toEqual([['志愿服务', '次', '–', '–', '–', 'p/services/all']])
    expect(cellsOf(page, '指标')).toEqual([['指标', '单位', 'w', 'l1', 'l2', 'ID']])
    expect(page).toContain('统计期间 2025-01-01 至 2025-12-31')
    expect(page).toContain('数据范围 2025-01-01 至 2025-09-30')
    expect(page).toContain('1 项指标没有数字，因为数据缺少：志愿服务')
    expect(page).not.toContain('未列出')
  })

  test('has one column for one organization', () => {
    const page = formatIndicators(sheetOf({ under: 'b1', levels: 0 }))
    expect(cellsOf(page, '党员')).toEqual([['党员', '人', '2', 'p/members/total']])
    expect(page).not.toContain('数据范围')
  })

  test('turns where few indicators meet many organizations', () => {
    const page = formatIndicators(sheetOf({ indicators: ['members/total', 'members/odd'] }))
    expect(cellsOf(page, '县直机关工委（w）')).toEqual([['县直机关工委（w）', '3', '66.7']])
    expect(page).toContain('\n    财政局第二党支部（b2）')
    expect(cellsOf(page, '财政局第二党支部（b2）')).toEqual([['财政局第二党支部（b2）', '0', '–']])
  })

  test('breaks into blocks, none of which is wider than the terminal', () => {
    const many = buildDataset({
      ...rows,
      organizations: [
        ...rows.organizations,
        ...Array.from({ length: 9 }, (_, i) => ({
          id: `x${i}`,
          name: `审计局派驻审计组第${i}党支部`,
          kind: '党支部',
          parent: 'l2',
        })),
      ],
    })
    const sheet = indicatorSheet(many, config, { from: '2025-01-01', to: '2025-12-31' })
    for (const width of [60, 80, 100, 200]) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const page = formatIndicators(sheet, { width, locale, limit: Number.POSITIVE_INFINITY, data })
        expect(Math.max(...page.split('\n').map(displayWidth))).toBeLessThanOrEqual(width)
        const blocks = cellsOf(page, locale === 'en' ? 'theme days' : '主题党日')
        expect(blocks.length > 1 || page.includes('x8)') || page.includes('x8）')).toBe(true)
      }
    }
    const narrow = formatIndicators(sheet, { width: 80, limit: Number.POSITIVE_INFINITY })
    const figures = cellsOf(narrow, '主题党日').flatMap((cells) => cells.filter((cell) => /^\d+$/.test(cell)))
    expect(figures.map(Number)).toEqual(sheet.rows.map(({ values }) => values['p/sessions/theme-days']))
  })

  test('shows the levels that are few enough, counts the rest, and always the first', () => {
    const page = formatIndicators(sheetOf(), { limit: 5 })
    expect(cellsOf(page, '主题党日')[0]?.slice(2, 5)).toEqual(['3', '2', '1'])
    expect(page).toContain('另有 3 个下级党组织未列出')
    expect(formatIndicators(sheetOf(), { limit: 0 })).toContain('另有 5 个下级党组织未列出')
    expect(formatIndicators(sheetOf(), { limit: 6 })).not.toContain('未列出')
  })

  test('says what cannot be trusted, and where there is nothing', () => {
    const bad = formatIndicators(sheetOf(), { data: { ...data, trustworthy: false } })
    expect(bad).toContain('数据不可信')
    expect(formatIndicators({ ...sheetOf(), indicators: [] })).toContain('没有指标。')
    expect(formatIndicators({ ...sheetOf(), rows: [] })).toContain('没有党组织。')
  })

  test('lets no name of an organization move the cursor', () => {
    const sheet = sheetOf({ under: 'b1' })
    const evil = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, name: '\u001b[2J支部\n' })) }
    const page = formatIndicators(evil)
    expect(page).not.toContain('\u001b')
    expect(page).toContain('\\u001b')
  })

  test('is English in English but for names of the data', () => {
    const page = formatIndicators(sheetOf({ levels: 1 }), { locale: 'en', data })
    expect(page.replace(/县直机关工委|财政局党组|审计局党组/g, '')).not.toMatch(/\p{Script=Han}/u)
    expect(page).toContain('theme days')
  })
})

describe('a sheet for a spreadsheet', () => {
  test('has a row for each organization and a column for each indicator', () => {
    expect(indicatorRows(sheetOf({ levels: 1 }))).toEqual({
      header: [
        ...['起', '止', '组织编码', '组织名称', '组织类型', '上级组织编码', '层级'],
        ...['主题党日（次）', '党员（人）', '单号党员占比（%）', '志愿服务（次）'],
      ],
      rows: [
        ['2025-01-01', '2025-12-31', 'w', '县直机关工委', '机关工委', null, 0, 3, 3, 66.7, null],
        ['2025-01-01', '2025-12-31', 'l1', '财政局党组', '党组', 'w', 1, 2, 2, 50, null],
        ['2025-01-01', '2025-12-31', 'l2', '审计局党组', '党组', 'w', 1, 1, 1, 100, null],
      ],
    })
  })

  test('tells indicators of one title apart by their ids', () => {
    const sheet = sheetOf()
    const twice = { ...sheet, indicators: [sheet.indicators[0]!, { ...sheet.indicators[0]!, id: 'q/other' }] }
    expect(indicatorRows(twice, { locale: 'en' }).header.slice(-2)).toEqual([
      'theme days (sessions) p/sessions/theme-days',
      'theme days (sessions) q/other',
    ])
  })

  test.each([
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [66.65, 1, 66.7],
    [-0.04, 1, 0],
    [-2.5, 0, -3],
    [1e-9, 1, 0],
    [1234567.25, 1, 1234567.3],
  ])('rounds %d to %d digits as a person would: %d', (value, digits, expected) => {
    const sheet = sheetOf({ under: 'b1', indicators: ['members/odd'] })
    const changed: IndicatorSheet = {
      ...sheet,
      indicators: [{ ...sheet.indicators[0]!, digits }],
      rows: [{ ...sheet.rows[0]!, values: { 'p/members/odd': value } }],
    }
    expect(indicatorRows(changed).rows[0]?.at(-1)).toBe(expected)
  })
})

describe('a sheet as JSON', () => {
  test.each(['zh-CN', 'en'] as const)('satisfies its published schema: %s', (locale) => {
    for (const json of [
      indicatorsToJson(sheetOf(), { locale }),
      indicatorsToJson(sheetOf(), { locale, data }),
    ]) {
      expect(valid(JSON.parse(JSON.stringify(json))), JSON.stringify(valid.errors)).toBe(true)
      expect(JSON.stringify(json)).not.toMatch(/欧阳|上官|司马/)
    }
  })

  test('has the figures unrounded, with their digits', () => {
    const json = indicatorsToJson(sheetOf({ levels: 0 }), { data })
    expect(json.data).toEqual({ covers: { from: '2025-01-01', to: '2025-09-30' }, trustworthy: true })
    expect(json.indicators[2]).toEqual({
      id: 'p/members/odd',
      title: '单号党员占比',
      summary: '编号为单数的党员',
      unit: '%',
      digits: 1,
      missing: [],
    })
    expect(json.indicators[3]?.missing).toEqual(['services'])
    expect(json.rows).toEqual([
      {
        organization: 'w',
        name: '县直机关工委',
        kind: 'working-committee',
        parent: null,
        depth: 0,
        values: {
          'p/sessions/theme-days': 3,
          'p/members/total': 3,
          'p/members/odd': 200 / 3,
          'p/services/all': null,
        },
      },
    ])
  })

  test('a schema that is broken would be seen', () => {
    expect(valid({ ...indicatorsToJson(sheetOf()), version: 2 })).toBe(false)
    expect(valid({ ...indicatorsToJson(sheetOf()), person: 'm1' })).toBe(false)
  })
})

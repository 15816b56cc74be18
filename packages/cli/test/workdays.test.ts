import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDataset, check, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import type { JsonReport } from '@xueshi/report'
import { type SampleOptions, sampleCounty } from '@xueshi/testing'
import { workdayCalendar } from '@xueshi/workdays'
import { describe, expect, test } from 'vitest'
import { county, embedded } from './xueshi.ts'

const FIXED = 'national/branch/theme-day-fixed'

/** A branch whose fixed day is the first, with theme days from February to May and in October of 2025. */
function branch(config?: object, files: Record<string, unknown> = {}): string {
  const cwd = county({
    党组织: [
      '组织编码,组织名称,组织类型,上级组织编码,主题党日',
      'w,县直机关工委,机关工委,,',
      'fa,财政局机关党委,机关党委,w,',
      'b1,财政局第一党支部,党支部,fa,每月1日',
    ],
    党员: ['党员编号,姓名,人员类别,所在党支部', 'm1,欧阳测试,正式党员,b1'],
    任职: null,
    考勤: null,
    活动: [
      '活动编号,组织编码,活动类型,主题,开始时间,结束时间',
      ...['02-05', '03-03', '04-02', '05-06', '10-09'].map(
        (day, i) => `s${i},b1,主题党日,学习,2025-${day} 09:00,2025-${day} 11:00`,
      ),
    ],
  })
  if (config !== undefined) writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify(config))
  mkdirSync(join(cwd, 'notices'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(cwd, 'notices', name), typeof content === 'string' ? content : JSON.stringify(content))
  return cwd
}

const entries = (workdays: unknown, more: object = {}) => ({
  entries: [
    { name: 'national', presets: ['national.organ'] },
    { name: 'days', workdays, ...more },
  ],
})
const closed = {
  notices: [
    {
      year: 2025,
      amends: true,
      source: { title: '关于停电检修期间停止办公的通知', issuer: '示例县人民政府办公室' },
      holidays: [{ name: '停电检修', from: '2025-04-01' }],
      makeUpDays: [],
    },
  ],
}

async function themeDays(cwd: string) {
  const { code, stdout, stderr } = await embedded(
    ['check', 'data', '--rule', FIXED, '--format', 'json', '--all-verdicts'],
    { cwd },
  )
  expect(stderr).not.toContain('invalid')
  expect(code).toBeLessThan(2)
  const report = JSON.parse(stdout) as JsonReport
  const verdicts = report.findings
    .filter(({ verdict }) => verdict !== 'not-applicable')
    .map(({ window, verdict }) => `${window.key} ${verdict}`)
  return { verdicts, workdays: report.receipt.workdays }
}

describe('a config that says nothing of working days', () => {
  test.each([undefined, { entries: [{ name: 'national', presets: ['national.organ'] }] }])(
    'counts with the calendar of the package, which the receipt names: %j',
    async (config) => {
      expect(await themeDays(branch(config))).toEqual({
        // Holidays from 28 January, 1 May and 1 October move the day; 1 March is a Saturday, 1 April a Tuesday.
        verdicts: ['2025-02 met', '2025-03 met', '2025-04 breached', '2025-05 met', '2025-10 met'],
        workdays: 'China 2007-2026 (chinese-days 1.5.7)',
      })
    },
  )

  test('a report for people names it too', async () => {
    const { stdout } = await embedded(['check', 'data', '--format', 'table'], { cwd: branch() })
    expect(stdout.replace(/\n\s*/g, '')).toContain('工作日历：China 2007-2026 (chinese-days 1.5.7)')
  })
})

describe('workdays in a JSON config', () => {
  test('reads files of notices, by path or pattern', async () => {
    for (const word of ['notices/own.json', 'notices/*.json']) {
      const cwd = branch(entries({ notices: [word] }), { 'own.json': closed })
      const { verdicts, workdays } = await themeDays(cwd)
      expect(verdicts[2]).toBe('2025-04 met')
      expect(workdays).toMatch(/\+2025 amended #[0-9a-f]{8}$/)
    }
  })

  test('switches make-up days and provisional years', async () => {
    const { workdays } = await themeDays(branch(entries({ makeUpDays: 'off', allowProvisional: false })))
    expect(workdays).toBe('China 2007-2026 (chinese-days 1.5.7), make-up days off, published years only')
  })

  test('the faults of all files are told at once, and exit 2', async () => {
    const cwd = branch(entries({ notices: ['notices/*.json'] }), {
      'a.json': '{',
      'b.json': { notices: [{ ...closed.notices[0], year: '2025' }] },
      'c.json': closed,
    })
    const { code, stdout, stderr } = await embedded(['check', 'data'], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('invalid-notice')
    expect(stderr).toContain('notices/a.json: 不是有效的 JSON')
    expect(stderr).toContain('notices/b.json: 1 处有误')
    expect(stderr).toContain('notices[0].year')
    expect(stderr).not.toContain('c.json')
  })

  test('a notice that contradicts the data is refused with both sources', async () => {
    const whole = {
      year: 2025,
      source: { title: '2025年放假安排', issuer: '示例县人民政府办公室' },
      holidays: [
        { name: '元旦', from: '2025-01-01' },
        { name: '春节', from: '2025-01-28', to: '2025-02-04' },
        { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
        { name: '劳动节', from: '2025-05-01', to: '2025-05-04' },
        { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
        { name: '国庆节', from: '2025-10-01', to: '2025-10-08' },
      ],
      makeUpDays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map((date) => ({
        name: '调休',
        date,
      })),
    }
    const cwd = branch(entries({ notices: ['notices/own.json'] }), { 'own.json': { notices: [whole] } })
    const { code, stderr } = await embedded(['check', 'data'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('notices/own.json notices[0]: 2025年的两份通知不一致')
    expect(stderr).toContain('《2025年放假安排》')
    expect(stderr).toContain('《国务院办公厅关于2025年部分节假日安排的通知》')
    expect(stderr.match(/2025-\d\d-\d\d：/g)).toEqual(['2025-05-05：'])
  })

  test.each<[string, unknown, object, string]>([
    ['a file that is not there', { notices: ['notices/none.json'] }, {}, 'no such file of notices'],
    ['a mistyped key', { notice: [] }, {}, 'did you mean notices'],
    ['a mistyped switch', { makeUpDays: 'of' }, {}, 'entries[1].workdays.makeUpDays'],
    ['no object', 'China', {}, 'entries[1].workdays: 应为对象'],
    ['no list', { notices: 'notices/own.json' }, {}, 'entries[1].workdays.notices'],
    ['a word for true', { allowProvisional: 'no' }, {}, 'entries[1].workdays.allowProvisional'],
    ['a part of the county', {}, { when: { under: ['fa'] } }, 'entries[1].workdays: 对全县生效'],
  ])('%s is an error of the config', async (_, workdays, more, message) => {
    const { code, stderr } = await embedded(['check', 'data'], { cwd: branch(entries(workdays, more)) })
    expect(code).toBe(2)
    expect(stderr).toContain('invalid-config')
    expect(stderr).toContain(message)
  })
})

describe('rules that count working days answer on the sample county', () => {
  const config = defineConfig(national.presets.organ, { name: 'days', workdays: workdayCalendar() })
  const counted = [FIXED, 'national/development/activist/notice']

  test.each<SampleOptions>([
    { seed: 1 },
    { seed: 3, members: 1_000, profile: 'source-county' },
    { seed: 6, members: 2_000, year: 2024 },
    { seed: 7, members: 600, years: 3 },
    { seed: 1, members: 2_000, year: 2026 },
  ])('nothing but what was planted is breached, nothing unknown: %j', (options) => {
    const { rows, answers } = sampleCounty(options)
    const asOf = `${options.year ?? (options.profile === undefined ? 2025 : 2022)}-12-31`
    const { findings } = check(buildDataset(rows), config, { asOf, allVerdicts: true, rules: counted })
    const of = (wanted: string) => findings.filter(({ verdict }) => verdict === wanted)
    const key = (rule: string, subject: { id: string }) => `${rule} ${subject.id}`
    expect(of('unknown')).toEqual([])
    expect(
      of('breached')
        .map(({ rule, subject }) => key(rule, subject))
        .sort(),
    ).toEqual(
      answers
        .filter(({ rule }) => counted.includes(rule))
        .map(({ rule, subject }) => key(rule, subject))
        .sort(),
    )
    expect(of('met').filter(({ rule }) => rule === FIXED).length).toBeGreaterThan(50)
    if (options.year === 2026) expect(of('met').some(({ rule }) => rule !== FIXED)).toBe(true)
  })
})

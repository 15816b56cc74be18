import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonReport } from '@xueshi/report'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { configure, county, embedded, inEveryZone, TABLES, xueshi } from './xueshi.ts'

const schema = fileURLToPath(new URL('../../report/schema/report-1.schema.json', import.meta.url))
const valid = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>,
)
const CITIZEN_NUMBER = /\d{17}[\dXx]/
const NAMES = /欧阳|上官/

describe('xueshi check in a process of its own', () => {
  test('writes JSON and nothing else to stdout, the default day to stderr, and exits 1 for breaches', async () => {
    const { code, stdout, stderr } = await xueshi(['check', 'data', '--format', 'json'], { cwd: county() })
    expect(code).toBe(1)
    const report = JSON.parse(stdout) as JsonReport
    expect(valid(report), JSON.stringify(valid.errors)).toBe(true)
    expect(report.asOf).toBe('2025-12-31')
    expect(stderr).toContain('核查截止日：2025-12-31（数据范围的最后一天）')
    const themeDays = report.findings.filter(({ rule }) => rule === 'national/branch/theme-day')
    expect(themeDays.map(({ organization, verdict }) => [organization, verdict])).toEqual(
      Array.from({ length: 12 }, () => ['b2', 'breached']),
    )
  })

  test('gives equal bytes in every time zone', async () => {
    const options = [
      ['--format', 'table'],
      ['--format', 'json', '--all-verdicts'],
      ['--locale', 'en'],
    ]
    const argvs = options.map((more) => ['check', 'data', '--as-of', '2025-12-31', ...more])
    const [first, ...others] = await inEveryZone(argvs, county())
    for (const { stdout } of first!) expect(stdout).not.toBe('')
    for (const other of others) expect(other).toEqual(first)
  })

  test('a reader that goes away is no crash', async () => {
    const cwd = county()
    const { spawnSync } = await import('node:child_process')
    const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
    const command = `"${process.execPath}" --conditions=xueshi-source "${main}" check data --format json --all-verdicts | head -c 20`
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toHaveLength(20)
    expect(stderr).not.toMatch(/EPIPE|Error/)
  })
})

describe('exit codes', () => {
  const check = (cwd: string, ...options: string[]) => embedded(['check', 'data', ...options], { cwd })

  test('0 where nothing is breached at level error', async () => {
    const cwd = county()
    configure(cwd, { 'branch/theme-day': 'warn' })
    const { code, stdout } = await check(cwd)
    expect(code).toBe(0)
    expect(stdout).toContain('警告 12 条')
  })

  test('1 for more warnings than allowed, 0 for as many', async () => {
    const cwd = county()
    configure(cwd, { 'branch/theme-day': 'warn' })
    expect((await check(cwd, '--max-warnings', '11')).code).toBe(1)
    expect((await check(cwd, '--max-warnings', '12')).code).toBe(0)
  })

  test('1 for unknown findings only with --fail-on unknown', async () => {
    const cwd = county({ 任职: null })
    configure(cwd, { 'branch/committee-meeting': 'error' })
    expect((await check(cwd)).code).toBe(0)
    expect((await check(cwd, '--fail-on', 'unknown')).code).toBe(1)
  })

  test('3 for a path that does not exist, with the report all the same', async () => {
    const { code, stdout, stderr } = await embedded(['check', 'nowhere', '--format', 'json'], {
      cwd: county(),
    })
    expect(code).toBe(3)
    const report = JSON.parse(stdout) as JsonReport
    expect(valid(report), JSON.stringify(valid.errors)).toBe(true)
    expect(report.problems[0]).toMatchObject({ code: 'unreadable-file', file: 'nowhere' })
    expect(stderr).toContain('nowhere')
  })

  test('3 for a missing table, before 1', async () => {
    const { code, stdout } = await check(county({ 党员: null }))
    expect(code).toBe(3)
    expect(stdout).toContain('数据不可信')
    expect(stdout).toContain('missing-table')
  })

  test('2 for a rule that crashes, with the report all the same', async () => {
    const config = fileURLToPath(new URL('fixtures/crash/xueshi.config.js', import.meta.url))
    const { code, stdout } = await check(county(), '--config', config)
    expect(code).toBe(2)
    expect(stdout).toContain('rule-crashed')
    expect((await check(county({ 党员: null }), '--config', config)).code).toBe(2)
  })

  test('2 before 3', async () => {
    const { code, stdout } = await embedded(['check', 'nowhere', '--rule', 'branch/no-such'], {
      cwd: county(),
    })
    expect(code).toBe(2)
    expect(stdout).toBe('')
  })
})

describe('the day of the check', () => {
  const asOf = async (tables: Parameters<typeof county>[0], ...options: string[]) => {
    const { stdout, stderr } = await embedded(['check', 'data', '--format', 'json', ...options], {
      cwd: county(tables),
      today: '2026-02-03',
    })
    return [(JSON.parse(stdout) as JsonReport).asOf, stderr.trim().split('\n')[0]]
  }
  const statement = (line: string) => ({ 导出说明: ['导出日期,数据起,数据止', line] })

  test('is the last day covered', async () => {
    expect(await asOf({})).toEqual(['2025-12-31', '核查截止日：2025-12-31（数据范围的最后一天）'])
  })

  test('is not after the export', async () => {
    expect(await asOf(statement('2025-11-20,2025-01-01,2025-12-31'))).toEqual([
      '2025-11-20',
      '核查截止日：2025-11-20（导出日期）',
    ])
  })

  test('is what --as-of says, and then nothing is said', async () => {
    expect(await asOf({}, '--as-of', '2025-06-30')).toEqual(['2025-06-30', ''])
  })

  test('is today in Asia/Shanghai where the data has no dates', async () => {
    const none = { 活动: ['活动编号,组织编码,活动类型,开始时间'], 考勤: null, 导出说明: null }
    expect((await asOf(none))[0]).toBe('2026-02-03')
  })

  test('--covers overrides the statement of the export', async () => {
    const [day, line] = await asOf({}, '--covers', '2025-01-01..2025-06-30')
    expect([day, line]).toEqual(['2025-06-30', '核查截止日：2025-06-30（数据范围的最后一天）'])
  })
})

describe('what is shown', () => {
  test('no names of persons and no citizen numbers in a pipe or a file', async () => {
    const cwd = county()
    for (const locale of ['zh-CN', 'en'])
      for (const format of ['table', 'json']) {
        const { stdout, stderr } = await embedded(
          [
            'check',
            'data',
            '--all-verdicts',
            '--format',
            format,
            '--format',
            `${format}=out.txt`,
            '--locale',
            locale,
          ],
          { cwd },
        )
        const file = readFileSync(join(cwd, 'out.txt'), 'utf8')
        for (const text of [stdout, stderr, file]) {
          expect(text).not.toMatch(NAMES)
          expect(text).not.toMatch(CITIZEN_NUMBER)
        }
      }
  })

  test('names with --names, and by default on a terminal that is no CI', async () => {
    const cwd = county()
    const table = (options: string[], tty: boolean, env = {}) =>
      embedded(['check', 'data', ...options], { cwd, tty, env }).then(({ stdout }) => NAMES.test(stdout))
    expect(await table([], false)).toBe(false)
    expect(await table(['--names'], false)).toBe(true)
    expect(await table([], true)).toBe(true)
    expect(await table(['--no-names'], true)).toBe(false)
    expect(await table([], true, { CI: 'true' })).toBe(false)
  })

  test('a file holds no names unless asked, whoever looks on', async () => {
    const cwd = county()
    await embedded(['check', 'data', '--format', 'table=out.txt'], { cwd, tty: true })
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).not.toMatch(NAMES)
    await embedded(['check', 'data', '--format', 'table=out.txt', '--names'], { cwd })
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toMatch(NAMES)
  })

  test('colours on a terminal only, and never with NO_COLOR', async () => {
    const cwd = county()
    const ESC = String.fromCharCode(27)
    const colored = (tty: boolean, env = {}) =>
      embedded(['check', 'data'], { cwd, tty, env }).then(({ stdout }) => stdout.includes(ESC))
    expect(await colored(true)).toBe(true)
    expect(await colored(true, { NO_COLOR: '1' })).toBe(false)
    expect(await colored(false)).toBe(false)
  })

  test('several formats at once', async () => {
    const cwd = county()
    const { stdout } = await embedded(['check', 'data', '--format', 'table', '--format=json=r.json'], { cwd })
    expect(stdout).toContain('各项要求')
    expect(valid(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')))).toBe(true)
  })

  test('English in English', async () => {
    const { stdout, stderr } = await embedded(['check', 'data', '--locale', 'en'], { cwd: county() })
    expect(stdout).toContain('Organizations that need help most')
    // Names of the data, and the header of a column that it lacks, stay as they are written.
    const words = [
      ...Object.entries(TABLES)
        .flat(2)
        .join(',')
        .matchAll(/\p{Script=Han}+/gu),
    ].map(([word]) => word)
    const rest = [...words, '内容分类']
      .sort((one, other) => other.length - one.length)
      .reduce((text, word) => text.replaceAll(word, ''), stdout + stderr)
    expect(rest).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('scopes', () => {
  const findings = async (...options: string[]) => {
    const { stdout } = await embedded(['check', 'data', '--format', 'json', ...options], { cwd: county() })
    return (JSON.parse(stdout) as JsonReport).findings
  }

  test('--under shows nothing of other subtrees, by id or by name', async () => {
    const byId = await findings('--under', 'fa', '--all-verdicts')
    expect(byId.length).toBeGreaterThan(0)
    // A fingerprint may begin with anything.
    const shown = byId.map(({ fingerprint: _, ...rest }) => rest)
    expect(JSON.stringify(shown)).not.toMatch(/"(b2|m2|sa)/)
    expect(await findings('--under', '财政局机关党委', '--all-verdicts')).toEqual(byId)
    const { stdout } = await embedded(['check', 'data', '--under', 'fa'], { cwd: county() })
    expect(stdout).not.toMatch(/审计局/)
    expect(stdout).toContain('人员 1 名 · 党支部 1 个 · 党组织 2 个 · 活动 12 场')
  })

  test('--rule takes several rules, with or without the plugin', async () => {
    const found = await findings('--rule', 'branch/theme-day', '--rule', 'national/branch/general-meeting')
    expect(new Set(found.map(({ rule }) => rule))).toEqual(
      new Set(['national/branch/general-meeting', 'national/branch/theme-day']),
    )
  })

  test('a rule that is off is said to be off', async () => {
    const cwd = county()
    configure(cwd, { 'branch/theme-day': 'off' })
    const { code, stderr } = await embedded(['check', 'data', '--rule', 'branch/theme-day'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toContain('national/branch/theme-day')
  })

  test('writing to a folder that does not exist is refused', async () => {
    const cwd = county()
    const { code, stderr } = await embedded(['check', 'data', '--format', 'json=no/such/r.json'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('output-refused')
    expect(existsSync(join(cwd, 'no'))).toBe(false)
  })
})

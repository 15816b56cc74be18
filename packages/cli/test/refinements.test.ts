import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonReport } from '@xueshi/report'
import { describe, expect, test } from 'vitest'
import { configure, county, embedded, folder } from './xueshi.ts'

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const HOURS = 'member/annual-hours'

/** A folder with the local files of the fixture and, where `files` says so, others in their place. */
function local(files: Record<string, unknown> = {}): string {
  const where = county()
  cpSync(fixture('local'), where, { recursive: true })
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(where, name), typeof content === 'string' ? content : JSON.stringify(content))
  return where
}

const rules = (cwd: string, ...options: string[]) =>
  embedded(['rules', HOURS, '--as-of', '2025-06-30', ...options], { cwd })

/** A file of the fixture, changed. */
function changed(name: string, change: object): unknown {
  const { refinements } = JSON.parse(readFileSync(join(fixture('local'), name), 'utf8'))
  return { refinements: [{ ...refinements[0], ...change }] }
}

describe('xueshi rules ID --org ORG --as-of D', () => {
  test.each([
    ['fa', '2025-06-30', 44],
    ['b1', '2025-06-30', 44],
    ['b2', '2025-06-30', 40],
    ['b2', '2027-01-01', 36],
    ['b1', '2024-12-31', 32],
  ])('%s on %s: %d hours', async (org, day, value) => {
    const { code, stdout } = await embedded(
      ['rules', HOURS, '--org', org, '--as-of', day, '--data', 'data', '--json'],
      { cwd: local() },
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout).rules[0].parameters.hours.value).toBe(value)
  })

  test('shows what was considered, from whom, and why it was not taken', async () => {
    const { code, stdout } = await rules(local(), '--org', 'b2', '--data', 'data')
    expect(code).toBe(0)
    const text = stdout.replace(/\s+/g, '')
    expect(text).toContain('40学时，由示例县委组织部规定')
    expect(text).toContain('《示例县党员教育培训工作安排》（示县组发〔2024〕3号）')
    expect(text).toContain('参数hours考虑过的取值')
    expect(text).toMatch(
      /36学时，省级示例省委组织部《示例省党员教育培训工作安排》.*?未采用：被取代（示例县委组织部，40学时）/,
    )
    expect(text).toMatch(
      /40学时，县级示例县委组织部.*?2025-01-01\.\.2026-12-31，理由：两年集中提升，rules\/county\.jsonrefinements\[0\]。采用/,
    )
    expect(text).toMatch(/44学时，本单位财政局机关党委.*?限fa及其下级.*?未采用：针对其他党组织/)
    expect(text).toMatch(/32学时，中央.*?未采用：被取代/)
  })

  test('in English and as JSON too', async () => {
    const english = await rules(local(), '--org', 'b2', '--data', 'data', '--locale', 'en')
    expect(english.stdout).toContain('Values considered for hours')
    expect(english.stdout).toContain('not taken: meant for other organizations')
    const { stdout } = await rules(local(), '--org', 'b2', '--data', 'data', '--json')
    const { considered } = JSON.parse(stdout).rules[0]
    expect(considered.hours.map((c: { outcome: string }) => c.outcome).sort()).toEqual(
      ['overridden', 'overridden', 'other-organizations', 'taken'].sort(),
    )
    expect(JSON.stringify(considered)).toContain('"source":"rules/county.json refinements[0]"')
  })

  test('two of one level are an error with both sources, and exit 2', async () => {
    const cwd = local({
      'rules/more.json': changed('rules/county.json', { issuer: '示例县委宣传部', value: 42 }),
    })
    const { code, stdout, stderr } = await rules(cwd, '--org', 'b2', '--data', 'data')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('ambiguous-parameter')
    expect(stderr).toContain('@ rules/county.json refinements[0]')
    expect(stderr).toContain('@ rules/more.json refinements[0]')
  })

  test('so are two that meet only in the tree of organizations', async () => {
    const cwd = local({
      'rules/county.json': { refinements: [] },
      'rules/a.json': changed('rules/county.json', { under: ['w'] }),
      'rules/b.json': changed('rules/county.json', { under: ['sa'], issuer: '示例县委宣传部', value: 42 }),
    })
    expect((await rules(cwd, '--org', 'w', '--data', 'data')).code).toBe(0)
    const { code, stderr } = await rules(cwd, '--org', 'b2', '--data', 'data')
    expect(code).toBe(2)
    expect(stderr).toMatch(/rules\/a\.json[\s\S]*rules\/b\.json|rules\/b\.json[\s\S]*rules\/a\.json/)
    expect((await embedded(['check', 'data'], { cwd })).code).toBe(2)
  })
})

describe('files of refinements', () => {
  test('are named in a TypeScript config too', async () => {
    const { code, stdout } = await rules(fixture('local-ts'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).rules[0].parameters.hours).toMatchObject({ value: 40, setBy: '示例县委组织部' })
  })

  test('decide the check, and their words stand in the findings', async () => {
    const { stdout } = await embedded(['check', 'data', '--format', 'json', '--rule', HOURS], {
      cwd: local(),
    })
    const { findings } = JSON.parse(stdout) as JsonReport
    expect(findings.map(({ subject, required }) => [subject.id, required])).toEqual([
      ['m1', 44],
      ['m2', 40],
    ])
    expect(findings[1]?.citations.map(({ instrument }) => instrument)).toContain('示例县党员教育培训工作安排')
  })

  test('are told all their faults at once, each with file and path', async () => {
    const cwd = local({
      'rules/county.json': changed('rules/county.json', { authority: 'couty', value: -1 }),
      'rules/units.json': changed('rules/units.json', { from: '2025-02-30' }),
      'rules/province.json': '{',
    })
    const { code, stderr } = await rules(cwd)
    expect(code).toBe(2)
    expect(stderr).toContain('rules/county.json: 2 处有误')
    expect(stderr).toMatch(/refinements\[0\]\.authority: .*did you mean county\?/)
    expect(stderr).toMatch(/rules\/units\.json: 1 处有误[\s\S]*refinements\[0\]\.from/)
    expect(stderr).toMatch(/rules\/province\.json: 不是有效的 JSON/)
    expect(stderr).not.toContain(cwd)
  })

  test.each([
    [
      'less than the province asks',
      { 'rules/county.json': { value: 34 } },
      /只能加码[\s\S]*rules\/county\.json[\s\S]*rules\/province\.json/,
    ],
    [
      'a rule that does not exist',
      { 'rules/county.json': { rule: 'national/member/annual-hour' } },
      /did you mean national\/member\/annual-hours/,
    ],
    [
      'a parameter that does not exist',
      { 'rules/county.json': { parameter: 'hour' } },
      /did you mean hours\?[\s\S]*@ rules\/county\.json refinements\[0\]/,
    ],
  ])('%s is refused with exit 2', async (_, changes, expected) => {
    const cwd = local(
      Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, changed(name, change)])),
    )
    const { code, stderr } = await rules(cwd)
    expect(code).toBe(2)
    expect(stderr).toMatch(expected)
  })

  test.each([
    [{ refinements: ['rules/none-*.json'] }, 'rules/none-*.json'],
    [{ refinements: 'rules/*.json' }, 'entries[0].refinements'],
    [{ refinement: [] }, 'refinements'],
    [{ acceptUncoded: 'x' }, 'acceptUncoded'],
    [{ requireAccepted: 'yes' }, 'requireAccepted'],
    [{ credit: 'sixHoursDay' }, 'sixHourDay'],
    [{ credit: { preset: 'minutes', dailycap: 6 } }, 'dailyCap'],
  ])('%j is refused', async (entry, hint) => {
    const cwd = folder()
    writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify({ entries: [{ name: 'a', ...entry }] }))
    const { code, stderr } = await embedded(['rules', '--as-of', '2025-06-30'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
  })
})

describe('words that rules do not express', () => {
  test('are listed with the words of the article, and marked where they are accepted', async () => {
    const cwd = folder()
    configure(cwd, {}, {})
    writeFileSync(
      join(cwd, 'xueshi.config.json'),
      JSON.stringify({ entries: [{ name: 'a', presets: ['national.organ'], acceptUncoded: [HOURS] }] }),
    )
    const { stdout } = await embedded(['rules', '--uncoded', '--as-of', '2025-06-30'], { cwd })
    expect(stdout).toContain(`national/${HOURS}（已确认）`)
    expect(stdout.slice(stdout.indexOf('■ 未编入规则的文字'))).toMatch(/《.*》.*“/)
  })

  test('stop a check where the config demands acceptance, until it is there', async () => {
    const run = async (acceptUncoded: string[]) => {
      const cwd = county()
      writeFileSync(
        join(cwd, 'xueshi.config.json'),
        JSON.stringify({
          entries: [{ name: 'a', rules: { [HOURS]: 'warn' }, requireAccepted: true, acceptUncoded }],
        }),
      )
      return await embedded(['check', 'data', '--format', 'json'], { cwd })
    }
    const refused = await run([])
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain(`national/${HOURS}`)
    expect(refused.stderr).toContain('xueshi rules --uncoded')
    expect((await run([HOURS])).code).toBe(0)
  })
})

test('a credit preset by name decides the hours', async () => {
  const hours = async (credit: unknown) => {
    const cwd = county({
      活动: [
        '活动编号,组织编码,活动类型,主题,开始时间,结束时间',
        's01,b1,集中培训,学习,2025-03-05 08:00,2025-03-05 18:00',
      ],
      考勤: ['活动编号,党员编号,出席情况', 's01,m1,出席'],
    })
    writeFileSync(
      join(cwd, 'xueshi.config.json'),
      JSON.stringify({ entries: [{ name: 'a', rules: { [HOURS]: 'warn' }, credit }] }),
    )
    const { stdout } = await embedded(['check', 'data', '--format', 'json'], { cwd })
    return (JSON.parse(stdout) as JsonReport).findings.find(({ subject }) => subject.id === 'm1')?.measured
  }
  expect(await hours('minutes')).toBe(8)
  expect(await hours('sixHourDay')).toBe(6)
  expect(await hours({ preset: 'sixHourDay', dayHours: 5 })).toBe(5)
})

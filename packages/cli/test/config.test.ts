import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonReport } from '@xueshi/report'
import { describe, expect, test } from 'vitest'
import { configure, county, embedded } from './xueshi.ts'

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

async function rulesOf(
  cwd: string,
  ...options: string[]
): Promise<
  { id: string; level: string; parameters: Record<string, { value: unknown; setBy: string | null }> }[]
> {
  const { code, stdout, stderr } = await embedded(['rules', '--json', '--as-of', '2025-12-31', ...options], {
    cwd,
  })
  expect(stderr, stderr).not.toContain('错误')
  expect(code).toBe(0)
  return (JSON.parse(stdout) as { rules: Awaited<ReturnType<typeof rulesOf>> }).rules
}

describe('the config of a run', () => {
  test('is the preset organ where there is no file', async () => {
    const rules = await rulesOf(county())
    expect(rules.find(({ id }) => id === 'national/branch/theme-day')?.level).toBe('error')
    expect(rules.length).toBeGreaterThan(5)
  })

  test('is found as TypeScript in the working folder', async () => {
    const hours = (await rulesOf(fixture('ts'))).find(({ id }) => id === 'national/member/annual-hours')
    expect(hours?.level).toBe('warn')
    expect(hours?.parameters.hours).toMatchObject({ value: 40, setBy: 'our county' })
  })

  test('is found as JavaScript in the working folder, and named by --config', async () => {
    expect((await rulesOf(fixture('js'))).map(({ id }) => id)).toEqual(['national/branch/theme-day'])
    expect(await rulesOf(county(), '--config', join(fixture('js'), 'xueshi.config.js'))).toHaveLength(1)
  })

  test('is found as JSON, with presets and scopes', async () => {
    const cwd = county()
    const config = {
      entries: [
        { name: 'national rules', presets: ['national.organ'] },
        { name: 'audit', when: { under: ['sa'] }, rules: { 'branch/theme-day': 'off' } },
      ],
    }
    writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify(config))
    const { stdout } = await embedded(['check', 'data', '--format', 'json', '--rule', 'branch/theme-day'], {
      cwd,
    })
    expect((JSON.parse(stdout) as JsonReport).findings).toEqual([])
    expect((await rulesOf(cwd, '--org', 'b2', '--data', 'data')).map(({ id }) => id)).not.toContain(
      'national/branch/theme-day',
    )
    expect((await rulesOf(cwd, '--org', 'b1', '--data', 'data')).map(({ id }) => id)).toContain(
      'national/branch/theme-day',
    )
  })

  describe('the plugin county in JSON', () => {
    const configured = async (...entries: object[]) => {
      const cwd = county()
      writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify({ entries }))
      return (await rulesOf(cwd)).filter(({ id }) => id.startsWith('county/'))
    }
    const nationalRules = { name: 'national', presets: ['national.organ'] }

    test('comes with its preset, all rules at warn', async () => {
      const rules = await configured(nationalRules, { name: 'ours', presets: ['county.sourceCounty'] })
      expect(rules).toHaveLength(22)
      expect(new Set(rules.map(({ level }) => level))).toEqual(new Set(['warn']))
    })

    test('comes with a rule of it, alone', async () => {
      const rule = { level: 'warn', parameters: { within: 'P3D' } }
      const rules = await configured(nationalRules, {
        name: 'ours',
        rules: { 'county/center-group/report-after-study': rule },
      })
      expect(rules.map(({ id }) => id)).toEqual(['county/center-group/report-after-study'])
      expect(rules[0]?.parameters.within).toMatchObject({ value: 'P3D', setBy: 'ours' })
    })

    test('comes with nothing else: other configs list and know what they did', async () => {
      expect(await configured(nationalRules)).toEqual([])
      const cwd = county()
      const count = async (entry: object) => {
        writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify({ entries: [nationalRules, entry] }))
        const { stderr } = await embedded(['rules', '--as-of', '2025-12-31'], { cwd })
        return Number(/另有 (\d+) 条/.exec(stderr)?.[1] ?? 0)
      }
      const without = await count({ name: 'ours' })
      const key = 'county/online/monthly-inspection'
      expect(await count({ name: 'ours', rules: { [key]: 'warn' } })).toBe(without + 21)
      writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify({ entries: [nationalRules] }))
      expect((await embedded(['rules', key], { cwd })).code).toBe(2)
    })
  })

  test.each([
    ['{"entries":[{"name":"a","presets":["county.sourceConty"]}]}', 'county.sourceCounty'],
    [
      '{"entries":[{"name":"a","rules":{"county/center-group/observd":"warn"}}]}',
      'county/center-group/observed',
    ],
    ['{"entries":[{"name":"a","rules":"county/center-group/observed"}]}', '对象'],
    ['{"entries":[{"name":"a","presets":[1]}]}', '预设'],
    ['{', 'JSON'],
    ['[]', '对象'],
    ['{"entrys":[]}', 'entries'],
    ['{"entries":{}}', '数组'],
    ['{"entries":[{"rules":{}}]}', '名称'],
    ['{"entries":[{"name":"a","presets":["national.orgn"]}]}', 'national.organ'],
    ['{"entries":[{"name":"a","rule":{}}]}', 'rules'],
    ['{"entries":[{"name":"a","rules":{"branch/theme-dya":"warn"}}]}', 'branch/theme-day'],
    ['{"entries":[{"name":"a","rules":{"branch/theme-day":"wran"}}]}', 'warn'],
    ['{"entries":[{"name":"a","rules":{"member/annual-hours":{"parameters":{"hour":40}}}}]}', 'hours'],
    ['{"entries":[{"name":"a","rules":{"member/annual-hours":{"parameters":{"hours":20}}}}]}', '32'],
    ['{"entries":[{"name":"a","when":{"under":"b1"}}]}', 'under'],
    ['{"entries":[],"pseudonymKey":1}', 'pseudonymKey'],
  ])('%s is refused with %s', async (text, hint) => {
    const cwd = county()
    writeFileSync(join(cwd, 'xueshi.config.json'), text)
    const { code, stdout, stderr } = await embedded(['check', 'data'], { cwd })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(hint)
  })

  test('a module without a default export is refused', async () => {
    const cwd = county()
    writeFileSync(join(cwd, 'xueshi.config.mjs'), 'export const config = 1\n')
    const { code, stderr } = await embedded(['check', 'data'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('export default')
  })

  test('its key gives members without a number the same ids in every run', async () => {
    const members = ['姓名,人员类别,公民身份号码,所在党支部', '欧阳测试,正式党员,999999199001011237,b1']
    const cwd = county({ 党员: members, 任职: null, 考勤: null })
    configure(cwd, { 'member/annual-hours': 'error' }, { pseudonymKey: 'a key of this county' })
    const runs = await Promise.all([1, 2].map(() => embedded(['check', 'data', '--format', 'json'], { cwd })))
    const subject = (JSON.parse(runs[0]!.stdout) as JsonReport).findings[0]?.subject.id
    expect(subject).toMatch(/^m-[\w-]{16}$/)
    expect(runs[1]).toEqual(runs[0])
  })
})

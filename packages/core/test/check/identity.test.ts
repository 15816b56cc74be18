import { createHash } from 'node:crypto'
import { buildDataset, check, defineConfig, definePlugin, fingerprintOf, XueshiError } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import {
  absence,
  attended,
  committeeMeeting,
  configOf,
  generalMeeting,
  hours,
  moreHours,
  requirement,
  rowsWith,
  session,
  themeDay,
} from './fixture.ts'

describe('clause 16: identity', () => {
  test('the fingerprint is 32 hex digits of SHA-256 over four lines', () => {
    const text = 'national/branch/theme-day\norganization\nb\n2025-07'
    expect(fingerprintOf('national/branch/theme-day', 'organization', 'b', '2025-07')).toBe(
      createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32),
    )
  })

  test.each([
    ['month', '2025-01'],
    ['quarter', '2025-Q1'],
    ['half-year', '2025-H1'],
    ['year', '2025'],
  ] as const)('window key of each %s', (each, key) => {
    const rule = requirement({ ...themeDay, id: `branch/each-${each}`, window: { each } })
    const report = check(buildDataset(rowsWith()), configOf(rule), { asOf: '2025-01-31', allVerdicts: true })
    expect(report.findings[0]!.window.key).toBe(key)
  })

  const rules = [hours, moreHours, themeDay, generalMeeting, committeeMeeting, absence]
  const additions = {
    organizations: [
      { id: 'b10', name: '第十党支部', kind: 'branch' },
      { id: 'b2', name: '第二党支部', kind: 'branch' },
    ],
    members: ['m3', 'm1', 'm20', 'm2'].map((id, i) => ({
      id,
      name: `成员${id}`,
      status: 'full',
      organization: ['b', 'b10', 'b2', 'b2'][i]!,
    })),
    sessions: [
      session('s2', 'theme-day', '2025-02-05'),
      session('s1', 'party-lecture', '2025-02-05', { organization: 'b2' }),
    ],
    attendance: [
      attended('s1', { member: 'm2' }),
      attended('s2', { member: 'm3' }),
      attended('s2', { member: 'm1' }),
    ],
  }
  const shape = (report: ReturnType<typeof check>) =>
    report.findings.map((finding) => [
      finding.rule,
      finding.organization,
      finding.subject.id,
      finding.window.key,
      finding.verdict,
      finding.measured,
      finding.message(),
    ])

  test('findings are sorted by rule, organization, subject, window, by code unit', () => {
    const keys = shape(
      check(buildDataset(rowsWith(additions)), configOf(...rules), { asOf: '2025-06-30', allVerdicts: true }),
    ).map((row) => row.slice(0, 4).join('\u0000'))
    expect(keys.length).toBeGreaterThan(20)
    expect(keys).toEqual([...keys].sort())
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('the order of rows, rules and plugins never changes a result', () => {
    const rows = rowsWith(additions)
    const turned = {
      ...rows,
      organizations: [...rows.organizations].reverse(),
      members: [...rows.members].reverse(),
      sessions: [...rows.sessions].reverse(),
      attendance: [...(rows.attendance ?? [])].reverse(),
    }
    const options = { asOf: '2025-06-30', allVerdicts: true }
    const one = check(buildDataset(rows), configOf(...rules), options)
    const other = check(buildDataset(turned), configOf(...[...rules].reverse()), options)
    expect(shape(other)).toEqual(shape(one))
    expect(other.receipt.input).toBe(one.receipt.input)
    expect(other.receipt.rules).toBe(one.receipt.rules)
  })

  test('the same check twice gives the same report, also on the same dataset', () => {
    const dataset = buildDataset(rowsWith(additions))
    const run = () => shape(check(dataset, configOf(...rules), { asOf: '2025-06-30', allVerdicts: true }))
    expect(run()).toEqual(run())
  })
})

describe('summary and levels', () => {
  test('counts all verdicts, errors and warnings by level, though met findings are left out', () => {
    const plugin = definePlugin({
      name: 'test',
      version: '1.0.0',
      title: { 'zh-CN': '测试', en: 'test' },
      rules: [themeDay, generalMeeting],
      presets: {},
    })
    const config = defineConfig({
      name: 'base',
      plugins: [plugin],
      rules: { 'branch/theme-day': 'error', 'test/branch/general-meeting': 'warn' },
    })
    const sessions = [session('s', 'theme-day', '2025-01-05')]
    const report = check(buildDataset(rowsWith({ sessions })), config, { asOf: '2025-03-31' })
    expect(report.summary).toEqual({
      met: 1,
      pending: 0,
      breached: 3,
      notApplicable: 0,
      waived: 0,
      unknown: 0,
      errors: 2,
      warnings: 1,
    })
    expect(report.findings.map((finding) => finding.verdict)).toEqual(['breached', 'breached', 'breached'])
    expect(report.rules.map((rule) => [rule.rule, rule.level, rule.summary.breached])).toEqual([
      ['test/branch/general-meeting', 'warn', 1],
      ['test/branch/theme-day', 'error', 2],
    ])
  })

  test('when under restricts level and parameters to a subtree', () => {
    const organizations = [
      { id: 'g', name: '党总支', kind: 'general-branch' },
      { id: 'b2', name: '第二党支部', kind: 'branch', parent: 'g' },
    ]
    const plugin = definePlugin({
      name: 'test',
      version: '1.0.0',
      title: { 'zh-CN': '测试', en: 'test' },
      rules: [hours, themeDay],
      presets: {},
    })
    const config = defineConfig(
      { name: 'base', plugins: [plugin], rules: { 'member/hours': 'error', 'branch/theme-day': 'error' } },
      {
        name: 'pilot',
        when: { under: ['g'] },
        rules: { 'member/hours': { parameters: { hours: 40 } }, 'branch/theme-day': 'off' },
      },
    )
    const members = ['m', 'n'].map((id, i) => ({
      id,
      name: `成员${id}`,
      status: 'full',
      organization: i === 0 ? 'b' : 'b2',
    }))
    const report = check(buildDataset(rowsWith({ organizations, members })), config, { asOf: '2025-12-31' })
    expect(
      report.findings
        .filter((finding) => finding.subject.kind === 'member')
        .map((finding) => [finding.subject.id, finding.required]),
    ).toEqual([
      ['m', 32],
      ['n', 40],
    ])
    expect(
      new Set(
        report.findings
          .filter((finding) => finding.rule === 'test/branch/theme-day')
          .map((finding) => finding.subject.id),
      ),
    ).toEqual(new Set(['b']))
  })

  test('under shows nothing of other subtrees', () => {
    const organizations = [
      { id: 'g', name: '党总支', kind: 'general-branch' },
      { id: 'b2', name: '第二党支部', kind: 'branch', parent: 'g' },
    ]
    const members = ['m', 'n'].map((id, i) => ({
      id,
      name: `成员${id}`,
      status: 'full',
      organization: i === 0 ? 'b' : 'b2',
    }))
    const report = check(buildDataset(rowsWith({ organizations, members })), configOf(hours, themeDay), {
      asOf: '2025-12-31',
      under: 'g',
    })
    expect(new Set(report.findings.map((finding) => finding.organization))).toEqual(new Set(['b2']))
    expect(() =>
      check(buildDataset(rowsWith()), configOf(hours), { asOf: '2025-12-31', under: 'nowhere' }),
    ).toThrow(XueshiError)
  })
})

describe('a configuration that cannot be right is refused by name', () => {
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: { 'zh-CN': '测试', en: 'test' },
    rules: [hours],
    presets: {},
  })
  const run = (rules: object, plugins = [plugin]) =>
    check(buildDataset(rowsWith()), defineConfig({ name: 'local', plugins, rules: rules as never }), {
      asOf: '2025-12-31',
    })

  test.each([
    ['a mistyped rule', { 'member/huors': 'error' }, 'unknown-rule', 'member/hours'],
    ['a mistyped parameter', { 'member/hours': { parameters: { hour: 40 } } }, 'unknown-parameter', 'hours'],
    ['a mistyped level', { 'member/hours': 'eror' }, 'invalid-config', 'error'],
    ['a laxer number', { 'member/hours': { parameters: { hours: 20 } } }, 'invalid-parameter', undefined],
    [
      'a text for a number',
      { 'member/hours': { parameters: { hours: '40' } } },
      'invalid-parameter',
      undefined,
    ],
  ])('%s', (_, rules, code, hint) => {
    try {
      run(rules)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(XueshiError)
      expect((error as XueshiError).code).toBe(code)
      if (hint !== undefined) expect((error as XueshiError).hint).toContain(hint)
    }
  })

  test('two versions of one plugin', () => {
    expect(() => run({ 'member/hours': 'error' }, [plugin, { ...plugin, version: '2.0.0' }])).toThrow(
      /两个版本/,
    )
    expect(() => run({ 'member/hours': 'error' }, [plugin, { ...plugin }])).not.toThrow()
  })
})

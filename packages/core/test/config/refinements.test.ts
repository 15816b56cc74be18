import {
  AUTHORITY_LEVELS,
  buildDataset,
  type Config,
  type ConfigEntry,
  check,
  defineConfig,
  definePlugin,
  explain,
  type Parameter,
  type Refinement,
  rulesInForce,
  XueshiError,
} from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { requirement, rowsWith, session, source } from '../check/fixture.ts'

type Draft = Partial<Refinement> & Pick<Refinement, 'value'>

/** A refinement of the hours by a county from 2025 on, unless the draft says otherwise. */
function refine(draft: Draft): Refinement {
  return {
    authority: 'county',
    issuer: '示例县委组织部',
    rule: 'member/hours',
    parameter: 'hours',
    from: '2025-01-01',
    citation: { instrument: '示例县工作安排' },
    ...draft,
  }
}

/** A rule on hours whose number is 30 up to 2024 and 32 from 2025 on. */
function hoursRule(refinement: Parameter['refinement'], stricter: Parameter['stricter'] = 'higher') {
  return requirement({
    id: 'member/hours',
    subject: 'member',
    who: { status: ['full'] },
    window: { each: 'year' },
    demand: { measure: 'hours', count: { kindClass: 'learning' }, atLeast: { parameter: 'hours' } },
    parameters: {
      hours: {
        title: { 'zh-CN': '学时', en: 'hours' },
        unit: 'hour',
        refinement,
        stricter,
        versions: [
          { value: 30, from: '2020-01-01', to: '2024-12-31', citations: [source] },
          { value: 32, from: '2025-01-01', citations: [source] },
        ],
      },
    },
  })
}

/** A config of the rule at level error with refinements, and further entries. */
function configWith(
  refinements: readonly Refinement[],
  options: { readonly kind?: Parameter['refinement']; readonly stricter?: Parameter['stricter'] } = {},
  ...more: ConfigEntry[]
): Config {
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: { 'zh-CN': '测试', en: 'test' },
    rules: [hoursRule(options.kind ?? 'raise-only', options.stricter)],
    presets: {},
  })
  return defineConfig(
    { name: 'base', plugins: [plugin], rules: { 'member/hours': 'error' }, refinements },
    ...more,
  )
}

/** w above f and g; b below f, c below b. */
const dataset = buildDataset(
  rowsWith({
    organizations: [
      { id: 'w', name: '工委', kind: 'working-committee' },
      { id: 'f', name: '机关党委一', kind: 'organ-committee', parent: 'w' },
      { id: 'g', name: '机关党委二', kind: 'organ-committee', parent: 'w' },
      { id: 'x', name: '第二党支部', kind: 'branch', parent: 'f' },
      { id: 'y', name: '第三党支部', kind: 'branch', parent: 'g' },
      { id: 'z', name: '第一小组', kind: 'group', parent: 'x' },
    ],
    members: ['b', 'x', 'y'].map((organization) => ({
      id: `m-${organization}`,
      name: `成员${organization}`,
      status: 'full',
      organization,
      admittedOn: '2010-07-01',
      fullOn: '2011-07-01',
    })),
    sessions: [session('s', 'theme-day', '2025-03-01', { hours: 1 })],
    covers: { from: '2024-01-01', to: '2025-12-31' },
  }),
)

/** The hours that hold for an organization on a day. */
function hoursAt(config: Config, asOf: string, organization?: string): number | string | undefined {
  const [rule] = rulesInForce(config, {
    asOf,
    dataset,
    ...(organization === undefined ? {} : { organization }),
  })
  return rule?.parameters.hours?.value
}

function errorOf(act: () => unknown): XueshiError {
  try {
    act()
  } catch (error) {
    if (error instanceof XueshiError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('which value holds', () => {
  test('the levels are ordered from the highest', () => {
    expect(AUTHORITY_LEVELS.map(({ id }) => id)).toEqual(['national', 'province', 'city', 'county', 'unit'])
  })

  test.each<[string, readonly Refinement[], Record<string, number>]>([
    ['nothing: the regulation of the day', [], { '2024-06-01': 30, '2025-06-01': 32 }],
    [
      'a county from its first day on',
      [refine({ value: 40 })],
      { '2024-12-31': 30, '2025-01-01': 40, '2030-01-01': 40 },
    ],
    [
      'up to and on its last day',
      [refine({ value: 40, to: '2025-12-31' })],
      { '2025-12-31': 40, '2026-01-01': 32 },
    ],
    [
      'the lowest level of those in force',
      [
        refine({ value: 36, authority: 'province', issuer: '示例省委' }),
        refine({ value: 38, authority: 'city', issuer: '示例市委', from: '2026-01-01' }),
        refine({ value: 40, from: '2027-01-01', to: '2027-12-31' }),
        refine({ value: 44, authority: 'unit', issuer: '示例局', from: '2027-07-01', to: '2027-07-31' }),
      ],
      {
        '2025-06-01': 36,
        '2026-06-01': 38,
        '2027-06-01': 40,
        '2027-07-15': 44,
        '2027-08-01': 40,
        '2028-01-01': 38,
      },
    ],
    [
      'versions of one level one after the other',
      [refine({ value: 40, to: '2025-12-31' }), refine({ value: 42, from: '2026-01-01' })],
      { '2025-06-01': 40, '2026-06-01': 42 },
    ],
    [
      'a value where the regulation has none yet',
      [refine({ value: 20, from: '2019-01-01', to: '2019-12-31' })],
      { '2019-06-01': 20, '2020-06-01': 30 },
    ],
  ])('%s', (_, refinements, expected) => {
    for (const order of [refinements, [...refinements].reverse()]) {
      const config = configWith(order)
      for (const [day, value] of Object.entries(expected)) expect(hoursAt(config, day), day).toBe(value)
    }
  })

  test('holds for the subtree it names, and the nearer unit wins', () => {
    const config = configWith([
      refine({ value: 36, under: ['w'] }),
      refine({ value: 40, authority: 'unit', issuer: '机关党委一', under: ['f'] }),
      refine({ value: 44, authority: 'unit', issuer: '第二党支部', under: ['x', 'y'] }),
    ])
    const expected = { b: 32, w: 36, f: 40, g: 36, x: 44, y: 44, z: 44 }
    for (const [organization, value] of Object.entries(expected))
      expect(hoursAt(config, '2025-06-01', organization), organization).toBe(value)
    expect(hoursAt(config, '2025-06-01')).toBe(32)
  })

  test('an entry under organizations restricts its refinements too', () => {
    const config = configWith(
      [],
      {},
      {
        name: 'pilot',
        when: { under: ['f'] },
        refinements: [refine({ value: 40 }), refine({ value: 50, under: ['g'], from: '2025-01-01' })],
      },
    )
    expect(['f', 'x', 'g', 'y'].map((id) => hoursAt(config, '2025-06-01', id))).toEqual([40, 40, 32, 32])
  })

  test('the check asks for the value in force on the first day of the window', () => {
    const config = configWith([
      refine({ value: 40, from: '2025-01-02' }),
      refine({ value: 44, authority: 'unit', issuer: '机关党委一', under: ['f'] }),
    ])
    const { findings } = check(dataset, config, { asOf: '2025-12-31', allVerdicts: true })
    const required = Object.fromEntries(findings.map((f) => [`${f.subject.id} ${f.window.key}`, f.required]))
    expect(required).toEqual({
      'm-b 2024': 30,
      'm-b 2025': 32,
      'm-x 2024': 30,
      'm-x 2025': 44,
      'm-y 2024': 30,
      'm-y 2025': 32,
    })
  })

  test('more than 256 organizations may each have a number of their own', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `b${String(i).padStart(3, '0')}`)
    const rows = rowsWith({
      organizations: ids.map((id) => ({ id, name: `支部${id}`, kind: 'branch' })),
      members: ids.map((id) => ({ id: `m-${id}`, name: `成员${id}`, status: 'full', organization: id })),
    })
    const config = configWith(
      ids.map((id, i) => refine({ value: 40 + i, authority: 'unit', issuer: id, under: [id] })),
    )
    const { findings } = check(buildDataset(rows), config, { asOf: '2025-12-31', allVerdicts: true })
    const required = new Map(findings.map(({ organization, required }) => [organization, required]))
    expect(ids.map((id) => required.get(id))).toEqual(ids.map((_, i) => 40 + i))
  })

  test('the finding and its explanation name the document', () => {
    const citation = {
      instrument: '示例县工作安排',
      document: '示组发〔2025〕1号',
      article: '第三条',
      quote: '四十学时',
    }
    const report = check(dataset, configWith([refine({ value: 40, citation })]), { asOf: '2025-12-31' })
    const finding = report.findings.find(({ window }) => window.key === '2025')!
    expect(finding.citations).toContainEqual({ ...citation, articleConfirmed: true, assurance: 'quoted' })
    const text = JSON.stringify(explain(report, finding.fingerprint).root)
    expect(text).toContain('由示例县委组织部（县级）规定，文号 示组发〔2025〕1号，2025-01-01 起施行')
    expect(text).toContain('《示例县工作安排》（示组发〔2025〕1号）第三条：“四十学时”')
  })
})

describe('settings of entries', () => {
  test('hold for all dates, and a later entry wins over an earlier one', () => {
    const config = configWith(
      [],
      {},
      { name: 'one', rules: { 'member/hours': { parameters: { hours: 36 } } } },
      { name: 'two', rules: { 'member/hours': { parameters: { hours: 34 } } } },
    )
    expect([hoursAt(config, '2019-06-01'), hoursAt(config, '2025-06-01')]).toEqual([34, 34])
  })

  test('are of the level of a unit: below province, city and county', () => {
    const set: ConfigEntry = { name: 'ours', rules: { 'member/hours': { parameters: { hours: 44 } } } }
    expect(hoursAt(configWith([refine({ value: 40 })], {}, set), '2025-06-01')).toBe(44)
    const low: ConfigEntry = { name: 'ours', rules: { 'member/hours': { parameters: { hours: 36 } } } }
    const error = errorOf(() => hoursAt(configWith([refine({ value: 40 })], {}, low), '2025-06-01'))
    expect(error.code).toBe('invalid-parameter')
    expect(error.message).toContain('“ours” = 36')
    expect(error.message).toContain('示例县委组织部《示例县工作安排》 = 40')
  })

  test('beside a unit of the same place are ambiguous, beside a nearer one they give way', () => {
    const unit = (under?: readonly string[]) =>
      refine({
        value: 40,
        authority: 'unit',
        issuer: '示例局',
        ...(under === undefined ? {} : { under: [...under] }),
      })
    const set: ConfigEntry = { name: 'ours', rules: { 'member/hours': { parameters: { hours: 36 } } } }
    expect(errorOf(() => hoursAt(configWith([unit()], {}, set), '2025-06-01')).code).toBe(
      'ambiguous-parameter',
    )
    const config = configWith([unit(['f'])], {}, set)
    expect([hoursAt(config, '2025-06-01', 'x'), hoursAt(config, '2025-06-01', 'y')]).toEqual([40, 36])
  })

  test('raise the level of a rule for a subtree', () => {
    const config = configWith(
      [],
      {},
      {
        name: 'strict',
        when: { under: ['f'] },
        rules: { 'member/hours': 'warn' },
      },
    )
    const level = (organization: string) =>
      rulesInForce(config, { asOf: '2025-06-01', organization, dataset })[0]?.level
    expect([level('x'), level('y')]).toEqual(['warn', 'error'])
  })
})

describe('what is refused', () => {
  const clash = (refinements: readonly Refinement[], kind: Parameter['refinement'] = 'raise-only') =>
    errorOf(() => check(dataset, configWith(refinements, { kind }), { asOf: '2025-12-31' }))

  test('a fixed parameter, naming both sources', () => {
    const error = clash([refine({ value: 40 })], 'fixed')
    expect(error.code).toBe('invalid-parameter')
    expect(error.message).toContain('fixed')
    expect(error.message).toContain('示例县委组织部《示例县工作安排》')
    expect(error.message).toContain('《测试规定》')
  })

  test.each<[string, readonly Refinement[], string, string]>([
    ['below the regulation', [refine({ value: 31 })], '= 31', '= 32, 2025-01-01..'],
    [
      'below the regulation in one of its years only',
      [refine({ value: 31, from: '2023-01-01' })],
      '= 31, 2023-01-01..',
      '= 32, 2025-01-01..',
    ],
    [
      'below the province',
      [refine({ value: 40, authority: 'province', issuer: '示例省委' }), refine({ value: 36 })],
      '示例县委组织部',
      '示例省委',
    ],
    [
      'below the province in the month both are in force',
      [
        refine({ value: 40, authority: 'province', issuer: '示例省委', to: '2025-06-30' }),
        refine({ value: 36, from: '2025-06-30' }),
      ],
      '2025-06-30',
      '2025-01-01..2025-06-30',
    ],
    [
      'a branch below its own committee',
      [
        refine({ value: 44, authority: 'unit', issuer: '机关党委一', under: ['f'] }),
        refine({ value: 40, authority: 'unit', issuer: '第二党支部', under: ['x'] }),
      ],
      '第二党支部',
      '机关党委一',
    ],
  ])('%s', (_, refinements, lower, higher) => {
    const error = clash(refinements)
    expect(error.code).toBe('invalid-parameter')
    expect(error.message).toContain('只能加码')
    expect(error.message).toContain(lower)
    expect(error.message).toContain(higher)
    expect(error.hint).toMatch(/^hours >= \d+$/)
  })

  test('the year before the higher one begins, or the years it ended, do not matter', () => {
    const config = configWith([
      refine({ value: 40, authority: 'province', issuer: '示例省委', to: '2025-06-30' }),
      refine({ value: 36, from: '2025-07-01' }),
    ])
    expect([hoursAt(config, '2025-06-30'), hoursAt(config, '2025-07-01')]).toEqual([40, 36])
  })

  test('where lower is stricter, more is refused and less is not', () => {
    const at = (value: number) =>
      hoursAt(configWith([refine({ value })], { stricter: 'lower' }), '2025-06-01')
    expect(at(30)).toBe(30)
    expect(errorOf(() => at(33)).message).toContain('33')
  })

  test('a parameter that may be replaced takes what the lowest level says', () => {
    const config = configWith(
      [refine({ value: 50, authority: 'province', issuer: '示例省委' }), refine({ value: 8 })],
      { kind: 'replace' },
    )
    expect(hoursAt(config, '2025-06-01')).toBe(8)
  })

  test.each<[string, readonly Refinement[]]>([
    ['the same place', [refine({ value: 40 }), refine({ value: 41, issuer: '示例县委宣传部' })]],
    ['the same value', [refine({ value: 40 }), refine({ value: 40, issuer: '示例县委宣传部' })]],
    [
      'a single day',
      [
        refine({ value: 40, to: '2025-06-30' }),
        refine({ value: 41, issuer: '示例县委宣传部', from: '2025-06-30' }),
      ],
    ],
    [
      'one place below the other',
      [refine({ value: 40, under: ['w'] }), refine({ value: 41, issuer: '示例县委宣传部', under: ['x'] })],
    ],
    [
      'lists that meet in one organization',
      [
        refine({ value: 40, authority: 'unit', under: ['x', 'g'] }),
        refine({ value: 41, authority: 'unit', issuer: '示例县委宣传部', under: ['x'] }),
      ],
    ],
  ])('two of one level on %s, naming both', (_, refinements) => {
    for (const order of [refinements, [...refinements].reverse()]) {
      const error = clash(order, 'replace')
      expect(error.code).toBe('ambiguous-parameter')
      expect(error.message).toContain('示例县委组织部')
      expect(error.message).toContain('示例县委宣传部')
    }
  })

  test('two of one level for different subtrees are no clash', () => {
    const config = configWith([refine({ value: 40, under: ['f'] }), refine({ value: 41, under: ['g'] })])
    expect([hoursAt(config, '2025-06-01', 'x'), hoursAt(config, '2025-06-01', 'y')]).toEqual([40, 41])
  })

  test.each<[string, Draft, string, string | RegExp]>([
    ['an unknown rule', { value: 40, rule: 'member/hour' }, 'unknown-rule', 'member/hours'],
    ['an unknown parameter', { value: 40, parameter: 'hour' }, 'unknown-parameter', 'hours'],
    ['a duration for a number', { value: 'P6M' }, 'invalid-parameter', 'number'],
    ['days that end before they begin', { value: 40, to: '2024-12-31' }, 'invalid-refinement', 'to: '],
    ['a day that does not exist', { value: 40, from: '2025-02-30' }, 'invalid-refinement', 'from: '],
  ])('%s', (_, draft, code, hint) => {
    const error = errorOf(() => hoursAt(configWith([refine(draft)]), '2025-06-01'))
    expect(error.code).toBe(code)
    expect(`${error.message} ${error.hint}`).toMatch(hint)
  })

  test('a file that nobody has read', () => {
    const error = errorOf(() =>
      hoursAt(configWith([], {}, { name: 'files', refinements: ['rules/*.json'] }), '2025-06-01'),
    )
    expect([error.code, error.where]).toEqual(['invalid-config', 'files'])
    expect(error.hint).toContain('parseRefinements')
  })

  test('months are compared with months and years, and with days by their shortest and longest', () => {
    const rule = requirement({
      id: 'member/absence',
      subject: 'member',
      who: { status: ['full'] },
      window: { rolling: true },
      demand: {
        measure: 'gap',
        count: { kindClass: 'organizational-life' },
        atMost: { parameter: 'longest' },
        noticeFrom: 'P1M',
        opportunity: { kindClass: 'organizational-life' },
      },
      parameters: {
        longest: {
          title: { 'zh-CN': '最长', en: 'longest' },
          unit: 'duration',
          refinement: 'raise-only',
          stricter: 'lower',
          versions: [{ value: 'P12M', from: '2000-01-01', citations: [source] }],
        },
      },
    })
    const plugin = definePlugin({
      name: 'test',
      version: '1.0.0',
      title: { 'zh-CN': '测试', en: 'test' },
      rules: [rule],
      presets: {},
    })
    const allowed = (value: string) => {
      const refinement = { ...refine({ value }), rule: 'member/absence', parameter: 'longest' }
      const config = defineConfig({ name: 'base', plugins: [plugin], refinements: [refinement] })
      try {
        return rulesInForce(config, { asOf: '2025-06-01' })[0]?.parameters.longest?.value === value
      } catch {
        return false
      }
    }
    const expected = { P12M: true, P1Y: true, P11M: true, P13M: false, P2Y: false, P365D: true, P366D: false }
    expect(Object.fromEntries(Object.keys(expected).map((value) => [value, allowed(value)]))).toEqual(
      expected,
    )
  })
})

describe('rulesInForce', () => {
  const refinements = [
    refine({ value: 36, authority: 'province', issuer: '示例省委', reason: '全省统一' }),
    refine({ value: 40, under: ['f'], source: 'rules/county.json refinements[0]' }),
    refine({ value: 41, under: ['g'] }),
    refine({ value: 44, from: '2026-01-01', under: ['f'], authority: 'unit', issuer: '示例局' }),
    refine({ value: 38, authority: 'city', issuer: '示例市委', to: '2025-02-28' }),
  ]
  const [rule] = rulesInForce(configWith(refinements), { asOf: '2025-06-01', organization: 'x', dataset })

  test('tells what was considered and why each was taken or not', () => {
    expect(rule?.considered.hours?.map(({ issuer, value, outcome }) => [issuer, value, outcome])).toEqual([
      ['test', 30, 'no-longer'],
      ['test', 32, 'overridden'],
      ['示例省委', 36, 'overridden'],
      ['示例县委组织部', 40, 'taken'],
      ['示例县委组织部', 41, 'other-organizations'],
      ['示例局', 44, 'not-yet'],
      ['示例市委', 38, 'no-longer'],
    ])
    const [, , province, county] = rule!.considered.hours!
    expect(province).toMatchObject({ authority: 'province', reason: '全省统一', under: null })
    expect(province?.overriddenBy).toContain('示例县委组织部《示例县工作安排》 = 40')
    expect(county).toMatchObject({
      kind: 'refinement',
      authority: 'county',
      from: '2025-01-01',
      to: null,
      under: ['f'],
      source: 'rules/county.json refinements[0]',
      overriddenBy: null,
    })
  })

  test('gives the value with its days and every citation', () => {
    expect(rule?.parameters.hours).toMatchObject({
      value: 40,
      from: '2025-01-01',
      to: null,
      setBy: '示例县委组织部',
    })
    expect(rule?.parameters.hours?.citations.map(({ instrument }) => instrument)).toEqual([
      '测试规定',
      '示例县工作安排',
    ])
  })
})

test('a refinement for an organization that the data does not have is a problem with the nearest id', () => {
  const config = configWith([
    refine({ value: 40, under: ['org-f'], source: 'rules/county.json refinements[0]' }),
  ])
  const rows = rowsWith({ organizations: [{ id: 'org-g', name: '机关党委', kind: 'organ-committee' }] })
  const problems = check(buildDataset(rows), config, { asOf: '2025-12-31' }).problems
  const found = problems.find(({ code }) => code === 'refinement-unknown-organization')
  expect(found?.severity).toBe('warning')
  expect(found?.message['zh-CN']).toContain('rules/county.json refinements[0]')
  expect(found?.message['zh-CN']).toContain('org-g')
})

test('the receipt tells refinements apart, but not their files and their order', () => {
  const parametersOf = (refinements: readonly Refinement[]) =>
    check(dataset, configWith(refinements), { asOf: '2025-12-31' }).receipt.parameters
  const two = [refine({ value: 40, under: ['f'] }), refine({ value: 41, under: ['g'] })]
  const named = two.map((refinement, i) => ({ ...refinement, source: `file-${i}` })).reverse()
  expect(parametersOf(named)).toBe(parametersOf(two))
  expect(parametersOf([two[0]!])).not.toBe(parametersOf(two))
  expect(parametersOf([])).not.toBe(parametersOf(two))
})

describe('words that a rule does not express', () => {
  const uncoded = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: { 'zh-CN': '测试', en: 'test' },
    rules: ['branch/a', 'branch/b', 'branch/c'].map((id) =>
      requirement({
        id,
        subject: 'organization',
        who: { kind: ['branch'] },
        window: { each: 'year' },
        demand: { measure: 'sessions', count: {}, atLeast: 1 },
        uncoded: id === 'branch/c' ? [] : [{ 'zh-CN': '讲求实效', en: 'be effective' }],
      }),
    ),
    presets: {},
  })
  const configOf = (...entries: ConfigEntry[]) =>
    defineConfig(
      { name: 'base', plugins: [uncoded], rules: { 'branch/a': 'error', 'branch/c': 'error' } },
      ...entries,
    )
  const run = (config: Config) => check(dataset, config, { asOf: '2025-12-31' })

  test('are no hindrance unless the config demands acceptance', () => {
    expect(run(configOf()).rules).toHaveLength(2)
  })

  test('refuse a check until they are accepted, naming the rules that are on', () => {
    const error = errorOf(() => run(configOf({ name: 'strict', requireAccepted: true })))
    expect(error.code).toBe('uncoded-not-accepted')
    expect(error.message).toContain('test/branch/a')
    expect(error.message).not.toMatch(/branch\/[bc]/)
    const config = configOf({ name: 'strict', requireAccepted: true, acceptUncoded: ['branch/a'] })
    expect(run(config).rules).toHaveLength(2)
    expect(rulesInForce(config, { asOf: '2025-12-31' }).map(({ accepted }) => accepted)).toEqual([
      true,
      false,
      false,
    ])
  })

  test('a later entry may take the demand back, and a mistyped id is refused', () => {
    expect(
      run(configOf({ name: 'a', requireAccepted: true }, { name: 'b', requireAccepted: false })).rules,
    ).toHaveLength(2)
    const error = errorOf(() => run(configOf({ name: 'a', acceptUncoded: ['branch/aa'] })))
    expect([error.code, error.where, error.hint]).toEqual(['unknown-rule', 'a', 'branch/a'])
  })
})

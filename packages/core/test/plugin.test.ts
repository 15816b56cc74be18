import {
  buildDataset,
  check,
  defineConfig,
  definePlugin,
  defineRequirement,
  defineRule,
  type RuleFunction,
  XueshiError,
} from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { hours, number, requirement, rowsWith, source, themeDay } from './check/fixture.ts'

const text = (words: string) => ({ 'zh-CN': words, en: words })

/** A rule function with everything filled in that a test does not speak of. */
function rule(draft: Partial<RuleFunction> & Pick<RuleFunction, 'judge'>): RuleFunction {
  return defineRule({
    id: 'branch/even-size',
    title: text('even size'),
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { anyDay: true },
    strength: 'local',
    assurance: 'secondary',
    parameters: {},
    citations: [source],
    uncoded: [],
    summary: text('an even number of members'),
    reads: ['organizations', 'members'],
    ...draft,
  })
}

function run(made: RuleFunction, additions = {}) {
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: text('test'),
    rules: [made],
    presets: {},
  })
  const config = defineConfig({ name: 'test', plugins: [plugin], rules: { [made.id]: 'warn' } })
  return check(buildDataset(rowsWith(additions)), config, { asOf: '2025-12-31', allVerdicts: true })
}

describe('rule functions', () => {
  test('judge subjects with numbers, a message and parameters', () => {
    const made = rule({
      parameters: { least: number(2, 'person') },
      judge: (subject, context) => {
        const measured = context.size(subject.organization!, 'members', 'subtree')
        const required = Number(context.parameter('least'))
        return {
          verdict: measured >= required ? 'met' : 'breached',
          measured,
          required,
          unit: 'person',
          message: text(`${measured} of ${required}`),
        }
      },
    })
    expect(run(made).findings[0]).toMatchObject({
      verdict: 'breached',
      measured: 1,
      required: 2,
      unit: 'person',
      level: 'warn',
    })
    expect(run(made).findings[0]!.message('en')).toContain('1 of 2')
  })

  test('may judge members over calendar windows; presence and exemption are the engine’s', () => {
    const made = rule({
      id: 'member/anything',
      subject: 'member',
      who: { status: ['full'] },
      window: { each: 'half-year' },
      reads: ['members'],
      judge: () => ({ verdict: 'met' }),
    })
    const members = [
      { id: 'm', name: '甲某', status: 'full', organization: 'b' },
      {
        id: 'n',
        name: '乙某',
        status: 'full',
        organization: 'b',
        admittedOn: '2010-01-01',
        fullOn: '2025-08-01',
      },
    ]
    expect(
      run(made, { members }).findings.map((finding) => [
        finding.subject.id,
        finding.window.key,
        finding.verdict,
      ]),
    ).toEqual([
      ['m', '2025-H1', 'met'],
      ['m', '2025-H2', 'met'],
      ['n', '2025-H1', 'not-applicable'],
      ['n', '2025-H2', 'not-applicable'],
    ])
  })

  test('a crash is an event: unknown for the subject, one fatal problem, the others go on', () => {
    const made = rule({
      judge: (subject) => {
        if (subject.id === 'b') throw new Error('no such thing')
        return { verdict: 'met' }
      },
    })
    const report = run(made, { organizations: [{ id: 'c', name: '第三党支部', kind: 'branch' }] })
    expect(report.findings.map((finding) => finding.verdict)).toEqual(['unknown', 'met'])
    expect(report.problems.filter((problem) => problem.code === 'rule-crashed')).toHaveLength(1)
  })

  test('touching a table that is not declared is a crash that names it', () => {
    const made = rule({
      reads: ['organizations'],
      judge: (_, context) => ({ verdict: context.dataset.members.length > 0 ? 'met' : 'breached' }),
    })
    expect(run(made).problems.find((problem) => problem.code === 'rule-crashed')!.message.en).toContain(
      'members',
    )
  })

  test('a declared table that is missing makes the rule unknown', () => {
    const made = rule({ reads: ['waivers'], judge: () => ({ verdict: 'met' }) })
    expect(run(made).findings[0]!.verdict).toBe('unknown')
  })
})

describe('definitions that cannot be right are refused with every fault', () => {
  const refused = (make: () => unknown) => {
    try {
      make()
    } catch (error) {
      expect(error).toBeInstanceOf(XueshiError)
      return `${(error as XueshiError).code} ${(error as XueshiError).message}`
    }
    return 'accepted'
  }

  test.each([
    ['an id with capitals', { id: 'Branch/x' }, /invalid-requirement/],
    ['an unknown measure', { demand: { measure: 'points' } }, /invalid-requirement/],
    ['a key that does not exist', { colour: 'red' }, /invalid-requirement/],
    [
      'a parameter nobody defined',
      { demand: { measure: 'hours', count: {}, atLeast: { parameter: 'x' } } },
      /unknown parameter x/,
    ],
    [
      'a parameter nobody reads',
      { parameters: { hours: number(1), days: number(2) } },
      /unused parameter days/,
    ],
    ['no bound', { demand: { measure: 'hours', count: {} }, parameters: {} }, /no bound/],
    ['hours of an organization', { subject: 'organization' }, /hours: member, post/],
    ['a placeholder without parameter', { summary: text('{nothing}') }, /\{nothing\}/],
    ['no citation', { citations: [] }, /citations/],
    [
      'versions that overlap',
      {
        parameters: {
          hours: {
            ...number(1),
            versions: [
              { value: 1, from: '2020-01-01', citations: [source] },
              { value: 2, from: '2021-01-01', citations: [source] },
            ],
          },
        },
      },
      /overlap/,
    ],
  ])('%s', (_, change, message) => {
    expect(refused(() => defineRequirement({ ...hours, ...change } as never))).toMatch(message)
  })

  test('a plugin with two rules of one id, or a name that is none', () => {
    const plugin = { name: 'test', version: '1', title: text('t'), presets: {} }
    expect(refused(() => definePlugin({ ...plugin, rules: [hours, hours] }))).toMatch(
      /duplicate member\/hours/,
    )
    expect(refused(() => definePlugin({ ...plugin, name: 'My Plugin', rules: [] }))).toMatch(/invalid-plugin/)
    const dangling = requirement({ ...themeDay, id: 'branch/other', supersedes: ['branch/nowhere'] })
    expect(refused(() => definePlugin({ ...plugin, rules: [dangling] }))).toMatch(
      /unknown rule branch\/nowhere/,
    )
  })

  test('definitions are frozen, so that nobody changes a rule that is in use', () => {
    expect(() => Object.assign(hours, { id: 'x' })).toThrow(TypeError)
    expect(() => Object.assign(hours.parameters.hours!.versions[0]!, { value: 1 })).toThrow(TypeError)
  })
})

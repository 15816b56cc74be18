import {
  type AggregateRule,
  buildDataset,
  type ConfigEntry,
  check,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRule,
  type Rule,
  type RuleFunction,
  type RuleMeta,
  type WorkdayCalendar,
} from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { attended, number, rowsWith, session, source } from './fixture.ts'

const text = (words: string) => ({ 'zh-CN': words, en: words })

type Meta = 'title' | 'strength' | 'assurance' | 'parameters' | 'citations' | 'uncoded' | 'summary'

const meta: Pick<RuleMeta, Meta> = {
  title: text('test'),
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [source],
  uncoded: [],
  summary: text('test'),
}

function run(
  rule: Rule,
  rows: DatasetRows,
  options: { asOf?: string; under?: string; entry?: Partial<ConfigEntry> } = {},
) {
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: text('test'),
    rules: [rule],
    presets: {},
  })
  const config = defineConfig({
    name: 'test',
    plugins: [plugin],
    rules: { [rule.id]: 'warn' },
    ...options.entry,
  })
  return check(buildDataset(rows), config, {
    asOf: options.asOf ?? '2025-12-31',
    allVerdicts: true,
    ...(options.under === undefined ? {} : { under: options.under }),
  })
}

const verdicts = (rule: Rule, rows: DatasetRows, options: Parameters<typeof run>[2] = {}) =>
  Object.fromEntries(
    run(rule, rows, options).findings.map((finding) => [
      `${finding.subject.id} ${finding.window.key}`,
      finding.measured === null ? finding.verdict : `${finding.verdict} ${finding.measured}`,
    ]),
  )

describe('rule functions about sessions', () => {
  const attendedBy = (more: Partial<RuleFunction> = {}) =>
    defineRule({
      ...meta,
      id: 'meeting/anybody',
      subject: 'session',
      who: { kind: ['branch'] },
      window: { session: true },
      reads: ['sessions', 'attendance'],
      judge: ({ id }, { dataset }) => {
        const measured = dataset.attendanceAt(id).length
        return { verdict: measured > 0 ? 'met' : 'breached', measured, required: 1, unit: 'person' }
      },
      ...more,
    })
  const organizations = [
    { id: 'g', name: '第一党小组', kind: 'group', parent: 'b' },
    { id: 'b2', name: '第二党支部', kind: 'branch', founded: '2025-05-01' },
  ]
  const sessions = [
    session('held', 'theme-day', '2025-03-03'),
    session('empty', 'theme-day', '2025-03-04'),
    session('before', 'theme-day', '2024-12-31'),
    session('first', 'theme-day', '2025-01-01'),
    session('planned', 'theme-day', '2025-03-05', { status: '计划' }),
    session('cancelled', 'theme-day', '2025-03-05', { status: '取消' }),
    session('later', 'theme-day', '2025-09-01'),
    session('group', 'group-meeting', '2025-03-06', { organization: 'g' }),
    session('unfounded', 'theme-day', '2025-04-30', { organization: 'b2' }),
    session('founded', 'theme-day', '2025-05-01', { organization: 'b2' }),
  ]
  const rows = rowsWith({ organizations, sessions, attendance: [attended('held')] })

  test('held sessions of the judged time, by host and day', () => {
    expect(verdicts(attendedBy(), rows, { asOf: '2025-08-31' })).toEqual({
      'held 2025-03-03': 'met 1',
      'empty 2025-03-04': 'breached 0',
      'first 2025-01-01': 'breached 0',
      'founded 2025-05-01': 'breached 0',
    })
  })

  test('the finding belongs to the host and to the day', () => {
    const [finding] = run(attendedBy(), rows, { asOf: '2025-03-03' }).findings.filter(
      ({ subject }) => subject.id === 'held',
    )
    expect(finding).toMatchObject({
      subject: { kind: 'session', id: 'held' },
      organization: 'b',
      window: { key: '2025-03-03', from: '2025-03-03', to: '2025-03-03' },
    })
  })

  test('a scope shows nothing of other hosts', () => {
    expect(Object.keys(verdicts(attendedBy(), rows, { under: 'b2' }))).toEqual(['founded 2025-05-01'])
  })

  test('parameters are those of the day', () => {
    const { versions, ...parameter } = number(1)
    const dated = attendedBy({
      parameters: { least: { ...parameter, versions: [{ ...versions[0]!, from: '2025-03-04' }] } },
    })
    expect(verdicts(dated, rows, { asOf: '2025-03-31' })).toEqual({
      'first 2025-01-01': 'not-applicable',
      'held 2025-03-03': 'not-applicable',
      'empty 2025-03-04': 'breached 0',
    })
  })

  test('a declared table that is missing, and a crash', () => {
    expect(new Set(Object.values(verdicts(attendedBy({ reads: ['sessions', 'acts'] }), rows)))).toEqual(
      new Set(['unknown']),
    )
    const crashing = attendedBy({
      judge: ({ id }) => {
        if (id === 'empty') throw new Error('no such thing')
        return { verdict: 'met' }
      },
    })
    const report = run(crashing, rows, { asOf: '2025-03-31' })
    expect(report.findings.map(({ verdict }) => verdict).sort()).toEqual(['met', 'met', 'unknown'])
    expect(report.problems.filter(({ code }) => code === 'rule-crashed')).toHaveLength(1)
  })
})

describe('rules that add up parts', () => {
  const tree = [
    { id: 'c', name: '机关党委', kind: 'organ-committee' },
    { id: 'b1', name: '第二党支部', kind: 'branch', parent: 'c' },
    { id: 'b2', name: '第三党支部', kind: 'branch', parent: 'c' },
  ]
  const person = (id: string, organization: string, more: object = {}) => ({
    id,
    name: `某${id}`,
    status: 'full',
    organization,
    fullOn: '2011-07-01',
    ...more,
  })
  const members = [
    person('m1', 'b1'),
    person('m2', 'b2'),
    person('m3', 'b2', { status: 'probationary', fullOn: undefined, admittedOn: '2025-02-01' } as never),
    person('m4', 'b2', { leftOn: '2025-12-31' }),
    person('m5', 'b'),
  ].map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never)
  const rows = rowsWith({ organizations: tree, members })

  const counting = (more: Partial<AggregateRule<number>> = {}): AggregateRule<number> =>
    defineRule<number>({
      ...meta,
      id: 'committee/members',
      subject: 'organization',
      who: { kind: ['branch', 'organ-committee'] },
      window: { anyDay: true },
      presence: 'any',
      reads: ['members'],
      over: 'members',
      empty: 0,
      collect: (part, { dataset }) => (dataset.member(part.id)?.status === 'full' ? 1 : 0),
      merge: (a, b) => a + b,
      judge: (_, measured) => ({
        verdict: measured >= 2 ? 'met' : 'breached',
        measured,
        required: 2,
        unit: 'person',
      }),
      ...more,
    })

  test('members of the branches below, where they belong on the last day; who is gone belongs nowhere', () => {
    expect(verdicts(counting(), rows)).toEqual({
      'b standing': 'breached 1',
      'b1 standing': 'breached 1',
      'b2 standing': 'breached 1',
      'c standing': 'met 2',
    })
    expect(verdicts(counting(), rows, { asOf: '2025-12-30' })['b2 standing']).toBe('met 2')
  })

  test('organizations below and the organization itself, that exist on the last day', () => {
    const organizations = tree.map((one) => (one.id === 'b2' ? { ...one, dissolved: '2025-06-30' } : one))
    const half = counting({
      window: { each: 'half-year' },
      reads: ['organizations'],
      over: 'organizations',
      collect: () => 1,
    })
    expect(verdicts(half, rowsWith({ organizations }))).toEqual({
      'b 2025-H1': 'breached 1',
      'b 2025-H2': 'breached 1',
      'b1 2025-H1': 'breached 1',
      'b1 2025-H2': 'breached 1',
      'b2 2025-H1': 'breached 1',
      'b2 2025-H2': 'not-applicable',
      'c 2025-H1': 'met 3',
      'c 2025-H2': 'met 2',
    })
  })

  test('each part is collected once per window, however many organizations stand above it', () => {
    const seen: string[] = []
    const year = counting({
      window: { each: 'year' },
      collect: ({ id }, { window }) => {
        seen.push(`${id} ${window.key}`)
        return 1
      },
    })
    run(year, rows)
    expect(seen.sort()).toEqual(['m1 2025', 'm2 2025', 'm3 2025', 'm5 2025'])
  })

  test('a scope neither shows nor reads other parts', () => {
    const seen: string[] = []
    const rule = counting({
      collect: ({ id }) => {
        seen.push(id)
        return 1
      },
    })
    expect(verdicts(rule, rows, { under: 'b2' })).toEqual({ 'b2 standing': 'met 2' })
    expect(seen.sort()).toEqual(['m2', 'm3'])
  })

  test('a crash of a part spoils what stands above it and nothing else', () => {
    const crashing = counting({
      collect: ({ id }) => {
        if (id === 'm1') throw new Error('no such thing')
        return 1
      },
    })
    const report = run(crashing, rows)
    expect(Object.fromEntries(report.findings.map(({ subject, verdict }) => [subject.id, verdict]))).toEqual({
      b: 'breached',
      b1: 'unknown',
      b2: 'met',
      c: 'unknown',
    })
    expect(report.problems.filter(({ code }) => code === 'rule-crashed')).toHaveLength(1)
    const merging = counting({
      merge: () => {
        throw new Error('cannot merge')
      },
    })
    expect(run(merging, rows).findings.every(({ verdict }) => verdict === 'unknown')).toBe(true)
  })

  test('undeclared tables, missing tables, days that are not covered', () => {
    expect(
      run(counting({ reads: ['organizations'] }), rows).problems.find(({ code }) => code === 'rule-crashed')!
        .message.en,
    ).toContain('members')
    expect(new Set(Object.values(verdicts(counting({ reads: ['members', 'acts'] }), rows)))).toEqual(
      new Set(['unknown']),
    )
    expect(new Set(Object.values(verdicts(counting(), rows, { asOf: '2026-01-01' })))).toEqual(
      new Set(['unknown']),
    )
  })

  test('the order of rows never matters', () => {
    const listing = defineRule<string>({
      ...meta,
      id: 'committee/list',
      subject: 'organization',
      who: { kind: ['branch', 'organ-committee'] },
      window: { anyDay: true },
      reads: ['members'],
      over: 'members',
      empty: '',
      collect: ({ id }) => id,
      merge: (a, b) => [...(`${a}${b}`.match(/m\d/g) ?? [])].sort().join(''),
      judge: (_, all) => ({ verdict: 'met', message: text(all) }),
    })
    const expected = run(listing, rows).findings.map((finding) => finding.message())
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...rows.members], { minLength: 5 }),
        fc.shuffledSubarray([...rows.organizations], { minLength: 4 }),
        (shuffled, organizations) => {
          expect(
            run(listing, { ...rows, members: shuffled, organizations }).findings.map((finding) =>
              finding.message(),
            ),
          ).toEqual(expected)
        },
      ),
      { numRuns: runs(30), seed: 1 },
    )
  })
})

describe('functions in windows of events', () => {
  test('one window per event, with the day of the event first', () => {
    const rule = defineRule({
      ...meta,
      id: 'secretary/days',
      subject: 'post',
      who: { post: { roles: ['secretary'], in: ['branch'] } },
      window: { after: 'post-start', within: 'P1M' },
      presence: 'any',
      reads: [],
      judge: (_, { window }) => ({ verdict: 'met', message: text(`${window.from} ${window.to}`) }),
    })
    const posts = [{ member: 'm', organization: 'b', role: '书记', from: '2025-01-31' }]
    const [finding] = run(rule, rowsWith({ posts })).findings
    expect(finding!.message()).toContain('2025-01-31 2025-02-28')
    expect(finding!.window.key).toBe('2025-01-31..')
  })

  test('a pending judgement keeps its due day', () => {
    const rule = defineRule({
      ...meta,
      id: 'branch/due',
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { anyDay: true },
      reads: [],
      judge: () => ({ verdict: 'pending', due: '2026-03-01' }),
    })
    expect(run(rule, rowsWith()).findings[0]).toMatchObject({ verdict: 'pending', due: '2026-03-01' })
  })
})

describe('working days', () => {
  /** Monday to Friday of 2025; other years are not known. */
  const calendar: WorkdayCalendar = {
    name: 'weekdays 2025',
    isWorkday: (date) =>
      date.startsWith('2025') ? [1, 2, 3, 4, 5].includes(new Date(date).getUTCDay()) : undefined,
  }
  const between = (from: string, to: string) =>
    defineRule({
      ...meta,
      id: 'branch/workdays',
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { anyDay: true },
      reads: [],
      judge: (_, { workdays }) => {
        const measured = workdays(from, to)
        return measured === undefined ? { verdict: 'unknown' } : { verdict: 'met', measured }
      },
    })
  const answer = (from: string, to: string, entry: Partial<ConfigEntry> = { workdays: calendar }) =>
    verdicts(between(from, to), rowsWith(), { entry })['b standing']

  test.each([
    ['Monday to Friday', '2025-03-03', '2025-03-07', 'met 5'],
    ['one day', '2025-03-03', '2025-03-03', 'met 1'],
    ['a weekend', '2025-03-08', '2025-03-09', 'met 0'],
    ['the wrong way round', '2025-03-09', '2025-03-03', 'met 0'],
    ['into a year that is not known', '2025-12-31', '2026-01-01', 'unknown'],
  ])('%s', (_, from, to, expected) => {
    expect(answer(from, to)).toBe(expected)
  })

  test('without a calendar there is no answer', () => {
    expect(answer('2025-03-03', '2025-03-07', {})).toBe('unknown')
  })

  test('the receipt names the calendar, and is as before without one', () => {
    const rule = between('2025-03-03', '2025-03-07')
    expect(run(rule, rowsWith(), { entry: { workdays: calendar } }).receipt.workdays).toBe('weekdays 2025')
    expect(run(rule, rowsWith()).receipt).not.toHaveProperty('workdays')
  })
})

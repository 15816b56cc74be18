import {
  buildDataset,
  type CheckOptions,
  check,
  createDatasetBuilder,
  defineConfig,
  defineRule,
  type Problem,
  type Report,
  type Rule,
  type RuleFunction,
  type WaiverRow,
} from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { configOf, hours, lecture, rowsWith, session, source, themeDay } from './fixture.ts'

/** A waiver of the hours of member m in 2025, unless the draft says otherwise. */
function waiver(draft: Partial<WaiverRow> = {}): WaiverRow {
  return {
    rule: 'member/hours',
    subject: 'm',
    from: '2025-01-01',
    to: '2025-12-31',
    reason: '援外一年',
    approver: '机关工委',
    document: '示工委〔2025〕1号',
    ...draft,
  }
}

function run(
  waivers: readonly WaiverRow[],
  options: Partial<CheckOptions> = {},
  rules: readonly Rule[] = [hours, themeDay, lecture],
): Report {
  const dataset = buildDataset(
    rowsWith({
      waivers,
      organizations: [
        { id: 'w', name: '工委', kind: 'working-committee' },
        { id: 'd', name: '示例局党组', kind: 'leadership-group', parent: 'w' },
        { id: 'c', name: '第二党支部', kind: 'branch', parent: 'w' },
      ],
      members: [
        {
          id: 'm',
          name: '甲某',
          status: 'full',
          organization: 'b',
          admittedOn: '2010-07-01',
          fullOn: '2011-07-01',
        },
        {
          id: 'n',
          name: '乙某',
          status: 'full',
          organization: 'c',
          admittedOn: '2010-07-01',
          fullOn: '2011-07-01',
        },
      ],
      posts: [{ member: 'm', organization: 'd', role: '党组书记', from: '2020-01-01' }],
      sessions: [session('s', 'collective-study', '2025-03-03', { hours: 8 })],
      covers: { from: '2024-01-01', to: '2025-12-31' },
    }),
  )
  return check(dataset, configOf(...rules), { asOf: '2025-12-31', ...options })
}

const problemsOf = (report: Report): Problem[] =>
  report.problems.filter(({ code }) => code.startsWith('waiver-'))
const codesOf = (report: Report) => problemsOf(report).map(({ code, severity }) => `${severity} ${code}`)

describe('a waiver', () => {
  test.each<[string, WaiverRow]>([
    ['that holds on the last day of the window', waiver()],
    ['that begins on it', waiver({ from: '2025-12-31', to: '2026-06-30' })],
    ['by full id', waiver({ rule: 'test/member/hours' })],
    ['of a post', waiver({ rule: 'leader/lecture', subject: 'm@d:leadership-secretary' })],
    [
      'of an organization',
      waiver({ rule: 'branch/theme-day', subject: 'b', from: '2025-05-31', to: '2025-05-31' }),
    ],
  ])('%s waives it and is no problem', (_, row) => {
    const report = run([row])
    expect(problemsOf(report)).toEqual([])
    expect(report.findings.filter(({ verdict }) => verdict === 'waived')).toHaveLength(1)
  })

  test('of an earlier window that it has served is no problem later', () => {
    const report = run([waiver({ from: '2024-01-01', to: '2024-12-31' })])
    expect(problemsOf(report)).toEqual([])
    expect(report.findings.filter(({ verdict }) => verdict === 'waived').map((f) => f.window.key)).toEqual([
      '2024',
    ])
  })

  test('that ended within the window does not hold, and says so', () => {
    const report = run([waiver({ to: '2025-12-30' })])
    expect(codesOf(report)).toEqual(['warning waiver-expired'])
    const [problem] = problemsOf(report)
    expect(problem?.message['zh-CN']).toContain('示工委〔2025〕1号')
    expect(problem?.message['zh-CN']).toContain('2025-12-30 到期')
    expect(problem?.message.en).toContain('in 2025 is judged to 2025-12-31 and is not waived')
    expect(report.findings.some(({ verdict }) => verdict === 'waived')).toBe(false)
  })

  test.each<[string, readonly WaiverRow[], string[]]>([
    [
      'ended before anything that is judged',
      [waiver({ from: '2020-01-01', to: '2020-12-31' })],
      ['notice waiver-expired'],
    ],
    ['has not begun', [waiver({ from: '2026-01-01', to: '2026-12-31' })], []],
    [
      'waives a duty that the subject does not have',
      [waiver({ rule: 'branch/theme-day', subject: 'd' })],
      ['notice waiver-unused'],
    ],
    ['is for a mistyped rule', [waiver({ rule: 'member/hour' })], ['warning waiver-unknown-rule']],
    ['is for nobody', [waiver({ subject: 'mm' })], ['warning waiver-unknown-subject']],
    ['of a subject of another kind', [waiver({ subject: 'b' })], ['warning waiver-unknown-subject']],
    [
      'of a post that nobody holds',
      [waiver({ rule: 'leader/lecture', subject: 'n@d:leadership-secretary' })],
      ['warning waiver-unknown-subject'],
    ],
  ])('that %s', (_, rows, expected) => {
    expect(codesOf(run(rows))).toEqual(expected)
  })

  test('of what is met anyway is unused', () => {
    const dataset = buildDataset(
      rowsWith({
        waivers: [
          waiver({ rule: 'branch/theme-day', subject: 'b', from: '2025-01-31', to: '2025-01-31' }),
          waiver({ rule: 'branch/theme-day', subject: 'b', from: '2025-01-01', to: '2026-01-31' }),
        ],
        sessions: Array.from({ length: 12 }, (_, i) =>
          session(`s${i}`, 'theme-day', `2025-${String(i + 1).padStart(2, '0')}-05`),
        ),
      }),
    )
    const report = check(dataset, configOf(themeDay), { asOf: '2025-12-31' })
    expect(codesOf(report)).toEqual(['notice waiver-unused', 'notice waiver-expired'])
  })

  test('of a rule that is off is unused', () => {
    const [entry] = configOf(hours, themeDay).entries
    const off = defineConfig({ ...entry!, rules: { 'branch/theme-day': 'error' } })
    const report = check(buildDataset(rowsWith({ waivers: [waiver()] })), off, { asOf: '2025-12-31' })
    expect(codesOf(report)).toEqual(['notice waiver-unused'])
    expect(problemsOf(report)[0]?.message['zh-CN']).toContain('关闭')
  })

  test('with the nearest rule where it is mistyped', () => {
    expect(problemsOf(run([waiver({ rule: 'member/hour' })]))[0]?.message['zh-CN']).toContain(
      '是否指 member/hours',
    )
  })

  test('is named with file, sheet and row', () => {
    const builder = createDatasetBuilder({ covers: { from: '2025-01-01', to: '2025-12-31' } })
    const rows = rowsWith()
    builder.add('organizations', rows.organizations)
    builder.add('members', rows.members)
    builder.add('sessions', rows.sessions)
    builder.add('waivers', [waiver({ rule: 'member/hour' })], {
      file: 'data.xlsx',
      sheet: '豁免',
      firstRow: 7,
    })
    const report = check(builder.build(), configOf(hours), { asOf: '2025-12-31' })
    expect(problemsOf(report)[0]).toMatchObject({
      table: 'waivers',
      file: 'data.xlsx',
      sheet: '豁免',
      row: 7,
    })
  })
})

describe('what a run does not look at it says nothing of', () => {
  const rows = [
    waiver({ rule: 'member/hour' }),
    waiver({ subject: 'nobody' }),
    waiver({ subject: 'n', from: '2020-01-01', to: '2020-12-31' }),
    waiver({ rule: 'branch/theme-day', subject: 'c', from: '2020-01-01', to: '2020-12-31' }),
  ]

  test('without a restriction all are told', () => {
    expect(codesOf(run(rows))).toHaveLength(4)
  })

  test('other rules', () => {
    expect(problemsOf(run(rows, { rules: ['branch/theme-day'] })).map(({ value }) => value)).toEqual([
      '2020-12-31',
    ])
  })

  test('other subjects', () => {
    expect(problemsOf(run(rows, { subject: 'n' }))).toHaveLength(1)
  })

  test('other subtrees: not even that such a waiver exists', () => {
    expect(problemsOf(run(rows, { under: 'b' })).map(({ value }) => value)).toEqual(['member/hour'])
    expect(problemsOf(run(rows, { under: 'c' }))).toHaveLength(2)
  })
})

describe('a rule', () => {
  const rule = (judge: RuleFunction['judge']) =>
    defineRule({
      id: 'branch/own-word',
      title: { 'zh-CN': '自述', en: 'own word' },
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { anyDay: true },
      strength: 'local',
      assurance: 'secondary',
      parameters: {},
      citations: [source],
      uncoded: [],
      summary: { 'zh-CN': '自述', en: 'own word' },
      reads: ['organizations'],
      judge,
    })

  test('cannot waive itself: such a word is a crash of the rule, and the verdict is unknown', () => {
    const selfish = rule(() => ({ verdict: 'waived' as 'met' }))
    const report = run([], { subject: 'b' }, [selfish])
    expect(report.findings.map(({ verdict }) => verdict)).toEqual(['unknown'])
    expect(report.summary.waived).toBe(0)
    expect(report.problems.map(({ code }) => code)).toContain('rule-crashed')
  })

  test('is waived by a waiver of the data like any other', () => {
    const strict = rule(() => ({ verdict: 'breached' }))
    const report = run([waiver({ rule: 'branch/own-word', subject: 'b' })], { subject: 'b' }, [strict])
    expect(report.findings.map(({ verdict }) => verdict)).toEqual(['waived'])
  })
})

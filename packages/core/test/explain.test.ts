import type { Rule } from '@xueshi/core'
import { buildDataset, check, type ExplanationNode, explain, XueshiError } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import {
  type Additions,
  absence,
  attended,
  configOf,
  generalMeeting,
  hours,
  moreHours,
  requirement,
  rowsWith,
  session,
  themeDay,
  training,
} from './check/fixture.ts'

/** The explanation of the first finding whose window has a key. */
function explained(rules: Rule[], additions: Additions, key: string, asOf = '2025-12-31') {
  const report = check(buildDataset(rowsWith(additions)), configOf(...rules), { asOf, allVerdicts: true })
  const finding = report.findings.find((found) => found.window.key === key)!
  return explain(report, finding.fingerprint)
}

/** All statements of a kind, in order. */
function statements(
  root: ExplanationNode,
  kind: ExplanationNode['kind'],
  locale: 'zh-CN' | 'en' = 'en',
): string[] {
  return [
    ...(root.kind === kind ? [root.text[locale]] : []),
    ...root.children.flatMap((child) => statements(child, kind, locale)),
  ]
}

describe('the explanation of hours', () => {
  const lecture = (id: string, day: string, more = {}) => session(id, 'party-lecture', day, more)
  const additions = {
    sessions: [
      lecture('s1', '2025-03-03'),
      lecture('s2', '2025-03-03', { start: '2025-03-03T10:00+08:00', end: '2025-03-03T13:00+08:00' }),
      lecture('s3', '2025-04-03', { hours: 12 }),
      lecture('s4', '2025-05-03'),
      lecture('s5', '2025-06-03', { status: '取消' }),
      lecture('s6', '2025-07-03'),
      lecture('s7', '2025-08-03'),
      session('s8', 'org-life-meeting', '2025-09-03'),
    ],
    attendance: [
      attended('s1'),
      attended('s2'),
      attended('s3'),
      attended('s4', { status: '缺席' }),
      attended('s5'),
      attended('s6', { capacity: '列席' }),
      attended('s7', { status: '请假' }),
      attended('s8'),
    ],
  }
  const { root, finding } = explained([hours], additions, '2025')

  test('each session is counted, or left out with the reason, in order of time; other kinds are added up', () => {
    const lines = root.children.filter((child) => child.kind === 'counted' || child.kind === 'left-out')
    expect(lines.map((line) => [line.session, line.text.en.split(': ').slice(1).join(': ')])).toEqual([
      ['s1', 'left out: overlaps s2, of which more counts'],
      ['s2', '3 hours counted'],
      ['s3', '8 hours counted (of 12, daily cap)'],
      ['s4', 'left out: absent'],
      ['s5', 'left out: the session was cancelled'],
      ['s6', 'left out: observers do not count'],
      ['s7', 'left out: excused'],
      [undefined, 'organizational life meeting 1'],
    ])
  })

  test('what is counted adds up to what the finding says', () => {
    const sum = statements(root, 'counted')
      .map((line) => Number(/([\d.]+) hours counted/.exec(line)![1]))
      .reduce((a, b) => a + b, 0)
    expect(sum).toBe(finding.measured)
  })

  test('it names scope, window, parameter, words, comparison and what would change it', () => {
    expect(statements(root, 'applies')[1]).toBe('in scope on 365 days of the window: 2025-01-01..2025-12-31')
    expect(statements(root, 'window')).toEqual([
      'window: each year, 2025-01-01..2025-12-31; checked as of 2025-12-31, closed',
    ])
    expect(statements(root, 'parameter')).toEqual(['number = 32 hours (in force from 2000-01-01)'])
    expect(statements(root, 'quote')[0]).toContain('测试规定')
    expect(statements(root, 'compare')).toEqual([
      'asked: central study and training: at least 32 hours; measured 11 hours, required 32 hours',
    ])
    expect(statements(root, 'change')[0]).toContain('21 hours more')
    expect(statements(root, 'change', 'zh-CN')[0]).toBe(
      '期间内如有 21 学时的集中学习培训已经参加而没有登记，请补录，补录后即达标；没有参加的，期间已过，不能事后补救。',
    )
  })

  test('records carry the place they came from', () => {
    const dataset = buildDataset(rowsWith(additions))
    expect(root.children.find((child) => child.session === 's2')!.place).toEqual(dataset.session('s2')!.place)
  })
})

describe('other verdicts', () => {
  test('pending says how much more by when', () => {
    const { root } = explained([generalMeeting], {}, '2025-Q1', '2025-02-10')
    expect(statements(root, 'change')).toEqual([
      '1 session more (general meeting) by 2025-03-31 would meet it',
    ])
  })

  test('a session of a co-host is counted, a planned one left out', () => {
    const sessions = [
      session('s1', 'theme-day', '2025-02-05', { status: '计划' }),
      session('s2', 'theme-day', '2025-02-06', { organization: 'x', coHosts: ['b'] }),
    ]
    const organizations = [{ id: 'x', name: '第九党支部', kind: 'branch' }]
    const { root } = explained([themeDay], { organizations, sessions }, '2025-02')
    expect(statements(root, 'left-out')[0]).toContain('still planned')
    expect(statements(root, 'counted')[0]).toContain('s2')
  })

  test('not applicable names the reason', () => {
    const report = check(
      buildDataset(
        rowsWith({ posts: [{ member: 'm', organization: 'b', role: '书记', from: '2020-01-01' }] }),
      ),
      configOf(hours, moreHours),
      { asOf: '2025-12-31', allVerdicts: true },
    )
    const weaker = report.findings.find((finding) => finding.rule === 'test/member/hours')!
    expect(explain(report, weaker.fingerprint).root.text.en).toContain(
      'replaced by the stricter test/secretary/hours',
    )
  })

  test('days that the data does not cover are named', () => {
    const { root } = explained(
      [generalMeeting],
      { covers: { from: '2025-02-01', to: '2025-12-31' } },
      '2025-Q1',
    )
    expect(statements(root, 'coverage')).toEqual([
      'the data covers 2025-02-01..2025-12-31; other days of the window are not covered',
    ])
  })

  test('of several demands, any is said to be enough', () => {
    const members = [
      { id: 'm', name: '甲某', status: 'candidate', organization: 'b', candidateOn: '2025-01-10' },
    ]
    const { root } = explained([training], { members }, '2025-01-10..')
    expect(statements(root, 'change').slice(0, 3)).toEqual([
      'one of these is enough',
      '3 days more (training of candidates) would meet it',
      '24 hours more (training of candidates) would meet it',
    ])
  })

  test('a gap is explained in days', () => {
    const sessions = [session('s', 'theme-day', '2025-03-05')]
    const { root } = explained(
      [absence],
      { sessions, attendance: [attended('s')] },
      'since-2025-03-05',
      '2025-08-01',
    )
    expect(root.text.en).toContain('149 days (4 whole months), at most 6 months')
  })

  test('sizes are shown', () => {
    const form = requirement({
      id: 'branch/form',
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { anyDay: true },
      demand: {
        allOf: [
          { measure: 'size', of: 'full-members', atLeast: 3 },
          {
            measure: 'size',
            of: 'committee-besides-secretary',
            when: { size: 'full-members', atLeast: 7 },
            atLeast: 1,
          },
        ],
      },
    })
    const { root } = explained([form], {}, 'standing')
    expect(statements(root, 'counted')[0]).toBe('full members on 2025-12-31: 1')
  })

  test('a fingerprint that is not in the report is refused', () => {
    const report = check(buildDataset(rowsWith()), configOf(themeDay), { asOf: '2025-01-31' })
    expect(() => explain(report, 'nothing')).toThrow(XueshiError)
  })
})

import type { ActRow, Demand } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { attended, findingsOf, requirement, session, verdictsOf } from './fixture.ts'

const talks = requirement({
  id: 'member/talks',
  subject: 'member',
  who: { status: ['full'] },
  window: { each: 'quarter' },
  demand: { measure: 'acts', count: { acts: ['talk'] }, atLeast: 2 },
})

/** A talk with member m on a day. */
function talk(id: string, date: string, more: Partial<ActRow> = {}): ActRow {
  return { id, kind: '谈心谈话', date, member: 'm', ...more }
}

const other = { id: 'n', name: '乙某', status: 'full', organization: 'b', fullOn: '2011-07-01' }
const me = { id: 'm', name: '甲某', status: 'full', organization: 'b', fullOn: '2011-07-01' }

describe('acts of a member in calendar windows', () => {
  test.each<[string, readonly ActRow[], string, string]>([
    ['two in the quarter', [talk('a', '2025-01-01'), talk('b', '2025-03-31')], '2025-03-31', 'met'],
    ['one of two, closed', [talk('a', '2025-01-01')], '2025-03-31', 'breached'],
    ['one of two, still open', [talk('a', '2025-01-01')], '2025-03-30', 'pending'],
    [
      'the second on the first day of the next',
      [talk('a', '2025-01-01'), talk('b', '2025-04-01')],
      '2025-06-30',
      'breached',
    ],
    [
      'the second before the window',
      [talk('a', '2025-01-01'), talk('b', '2024-12-31')],
      '2025-03-31',
      'breached',
    ],
    [
      'another kind',
      [talk('a', '2025-01-01'), talk('b', '2025-01-02', { kind: '走访慰问' })],
      '2025-03-31',
      'breached',
    ],
    [
      'as the counterpart',
      [talk('a', '2025-01-01'), talk('b', '2025-01-02', { member: 'n', counterpart: 'm' })],
      '2025-03-31',
      'met',
    ],
    [
      'about somebody else',
      [talk('a', '2025-01-01'), talk('b', '2025-01-02', { member: 'n' })],
      '2025-03-31',
      'breached',
    ],
  ])('%s', (_, acts, asOf, verdict) => {
    expect(verdictsOf([talks], { members: [me, other], acts }, asOf)['m 2025-Q1']).toBe(verdict)
  })

  test('an act after the day of the check has not happened', () => {
    const acts = [talk('a', '2025-01-01'), talk('b', '2025-02-02')]
    expect(verdictsOf([talks], { acts }, '2025-02-01')['m 2025-Q1']).toBe('pending')
    expect(verdictsOf([talks], { acts }, '2025-02-02')['m 2025-Q1']).toBe('met')
  })

  test('numbers, due and words', () => {
    const [finding] = findingsOf([talks], { acts: [talk('a', '2025-01-01')] }, '2025-02-01')
    expect(finding).toMatchObject({ measured: 1, required: 2, unit: 'session', due: '2025-03-31' })
    expect(finding!.message()).toContain('已有 1 次，要求 2 次，还差 1 次，最迟 2025-03-31')
    expect(finding!.message('en')).toContain('1 act of 2 acts, 1 act missing, due 2025-03-31')
  })

  test('clause 4: a closed window with days that are not covered is unknown unless enough is known', () => {
    const covers = { from: '2025-01-01', to: '2025-02-28' }
    const one = { covers, acts: [talk('a', '2025-01-01')] }
    const two = { covers, acts: [talk('a', '2025-01-01'), talk('b', '2025-01-02')] }
    expect(verdictsOf([talks], one, '2025-03-31')['m 2025-Q1']).toBe('unknown')
    expect(findingsOf([talks], one, '2025-03-31')[0]!.message()).toContain('2025-03-01..2025-03-31')
    expect(verdictsOf([talks], two, '2025-03-31')['m 2025-Q1']).toBe('met')
  })

  test('without the table of acts nobody can tell, open or closed', () => {
    for (const asOf of ['2025-02-01', '2025-03-31']) {
      const [finding] = findingsOf([talks], {}, asOf)
      expect(finding!.verdict).toBe('unknown')
      expect(finding!.message()).toContain('没有“记录”表')
    }
  })

  test('without attendance acts are told all the same', () => {
    const acts = [talk('a', '2025-01-01'), talk('b', '2025-03-31')]
    const withoutAttendance = { acts, attendance: undefined } as never
    expect(verdictsOf([talks], withoutAttendance, '2025-03-31')['m 2025-Q1']).toBe('met')
  })
})

describe('which side of the act, which topic', () => {
  const counted = (count: object) =>
    requirement({
      ...talks,
      id: 'member/counted',
      window: { each: 'year' },
      demand: { measure: 'acts', count: { acts: ['talk'], ...count }, atLeast: 1 },
    })
  const acts = [
    talk('a', '2025-01-01', { counterpart: 'n', topics: ['党史'] }),
    talk('b', '2025-02-01', { topics: ['经济'] }),
  ]
  test.each([
    ['as the one it is done to', { as: 'member' }, { m: 2, n: 0 }],
    ['as the other one', { as: 'counterpart' }, { m: 0, n: 1 }],
    ['as either', { as: 'either' }, { m: 2, n: 1 }],
    ['on a topic', { topics: ['party-history'] }, { m: 1, n: 1 }],
    ['on another topic', { topics: ['science'] }, { m: 0, n: 0 }],
  ])('%s', (_, count, measured) => {
    const findings = findingsOf([counted(count)], { members: [me, other], acts })
    expect(Object.fromEntries(findings.map((finding) => [finding.subject.id, finding.measured]))).toEqual(
      measured,
    )
  })

  test('topics that nobody filled in cannot be told, and the cell is named', () => {
    const [finding] = findingsOf([counted({ topics: ['party-history'] })], {
      acts: [talk('a', '2025-01-01')],
    })
    expect(finding!.verdict).toBe('unknown')
    expect(finding!.message()).toContain('缺少“内容分类”')
  })
})

describe('acts of posts', () => {
  const reports = requirement({
    id: 'secretary/report',
    subject: 'post',
    who: { post: { roles: ['secretary'], in: ['branch'] } },
    window: { each: 'year' },
    demand: { measure: 'acts', count: { acts: ['duty-report'], ofPost: true }, atLeast: 1 },
  })
  const organizations = [{ id: 'b2', name: '第二党支部', kind: 'branch' }]
  const posts = [{ member: 'm', organization: 'b', role: '书记', from: '2020-01-01' }]
  test.each([
    ['of the branch of the post', { organization: 'b' }, 'met'],
    ['of no organization', {}, 'met'],
    ['of another branch', { organization: 'b2' }, 'breached'],
  ])('%s', (_, more, verdict) => {
    const acts = [{ id: 'a', kind: '述职', date: '2025-05-05', member: 'm', ...more }]
    expect(verdictsOf([reports], { organizations, posts, acts })['m@b:secretary 2025']).toBe(verdict)
  })
})

describe('acts of organizations', () => {
  const plans = requirement({
    id: 'branch/plan',
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { each: 'year' },
    demand: { measure: 'acts', count: { acts: ['study-plan'] }, atLeast: 1 },
  })
  test('an act counts for the organization it names only', () => {
    const organizations = [{ id: 'b2', name: '第二党支部', kind: 'branch' }]
    const acts = [{ id: 'a', kind: '学习计划', date: '2025-01-20', organization: 'b2' }]
    expect(verdictsOf([plans], { organizations, acts })).toEqual({ 'b 2025': 'breached', 'b2 2025': 'met' })
  })
  test('without the table unknown', () => {
    expect(verdictsOf([plans], {})).toEqual({ 'b 2025': 'unknown' })
  })
})

describe('acts with sessions', () => {
  const demands: Demand[] = [
    { measure: 'acts', count: { acts: ['talk'] }, atLeast: 1 },
    { measure: 'sessions', count: { kinds: ['theme-day'] }, atLeast: 1 },
  ]
  const either = requirement({ ...talks, id: 'member/either', demand: { anyOf: demands } })
  const both = requirement({ ...talks, id: 'member/both', demand: { allOf: demands } })
  const present = { sessions: [session('s', 'theme-day', '2025-02-02')], attendance: [attended('s')] }
  const acts = [talk('a', '2025-02-02')]
  test.each([
    ['neither', { acts: [] }, 'breached', 'breached'],
    ['the talk only', { acts }, 'met', 'breached'],
    ['the session only', { ...present, acts: [] }, 'met', 'breached'],
    ['both', { ...present, acts }, 'met', 'met'],
    ['the session, no table of acts', present, 'met', 'unknown'],
    ['no session, no table of acts', {}, 'unknown', 'breached'],
  ])('%s', (_, additions, anyOf, allOf) => {
    expect(verdictsOf([either], additions, '2025-03-31')['m 2025-Q1']).toBe(anyOf)
    expect(verdictsOf([both], additions, '2025-03-31')['m 2025-Q1']).toBe(allOf)
  })

  test('organizations alike', () => {
    const branch = requirement({
      id: 'branch/either',
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { each: 'quarter' },
      demand: { anyOf: demands },
    })
    const quarter = (additions: object) => verdictsOf([branch], additions, '2025-03-31')['b 2025-Q1']
    expect(quarter({ acts: [{ id: 'a', kind: '谈心谈话', date: '2025-01-01', organization: 'b' }] })).toBe(
      'met',
    )
    expect(quarter({ acts: [], sessions: present.sessions })).toBe('met')
    expect(quarter({ acts: [] })).toBe('breached')
    expect(quarter({})).toBe('unknown')
  })
})

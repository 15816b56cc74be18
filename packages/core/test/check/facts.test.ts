import { buildDataset, check, type MemberRow } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { configOf, findingsOf, requirement, rowsWith, session, verdictsOf } from './fixture.ts'

type Who = Parameters<typeof requirement>[0]['who']

const rule = (who: Who, more: object = {}) =>
  requirement({
    id: 'member/facts',
    subject: 'member',
    who,
    window: { each: 'year' },
    demand: { measure: 'sessions', count: { kinds: ['theme-day'] }, atLeast: 1 },
    ...more,
  })

const member = (more: Partial<MemberRow>): MemberRow => ({
  id: 'm',
  name: '甲某',
  status: 'full',
  organization: 'b',
  fullOn: '2011-07-01',
  ...more,
})
const inScope = (who: Who, more: Partial<MemberRow>, additions: object = {}) =>
  verdictsOf([rule(who)], { members: [member(more)], ...additions })['m 2025']

describe('rank, education, occupation', () => {
  test.each<[string, Who, Partial<MemberRow>, string]>([
    ['of the rank', { rank: ['county-deputy'] }, { rank: '副处级' }, 'breached'],
    ['of another rank', { rank: ['county-deputy'] }, { rank: '四级调研员' }, 'not-applicable'],
    ['of no rank', { rank: ['county-deputy'] }, {}, 'not-applicable'],
    ['not of the rank', { not: { rank: ['county-deputy'] } }, { rank: '四级调研员' }, 'breached'],
    ['of the education', { education: ['大学'] }, { education: '大学' }, 'breached'],
    ['of another education', { education: ['大学'] }, { education: '高中' }, 'not-applicable'],
    ['of the occupation', { occupation: ['教师', '医生'] }, { occupation: '教师' }, 'breached'],
    ['of another occupation', { occupation: ['教师'] }, { occupation: '农民' }, 'not-applicable'],
  ])('%s', (_, who, more, verdict) => {
    expect(inScope(who, more)).toBe(verdict)
  })

  test('a column that nobody filled in is reported, since the rule finds nobody', () => {
    const report = check(buildDataset(rowsWith()), configOf(rule({ rank: ['county-deputy'] })), {
      asOf: '2025-12-31',
    })
    const problems = report.problems.filter((problem) => problem.code === 'rule-without-data')
    expect(problems.map((problem) => problem.message['zh-CN'])).toEqual([
      '没有填写“职级”，规则 test/member/facts 无法检查',
    ])
    const members = [member({ rank: '副处级' })]
    const filled = check(buildDataset(rowsWith({ members })), configOf(rule({ rank: ['county-deputy'] })), {
      asOf: '2025-12-31',
    })
    expect(filled.problems.filter((problem) => problem.code === 'rule-without-data')).toEqual([])
  })
})

describe('age on the first day of the window', () => {
  test.each<[string, Who, string | undefined, string]>([
    ['sixty that day', { age: { atLeast: 60 } }, '1965-01-01', 'breached'],
    ['sixty the day after', { age: { atLeast: 60 } }, '1965-01-02', 'not-applicable'],
    ['the last day of 59', { age: { atMost: 59 } }, '1965-01-02', 'breached'],
    ['60', { age: { atMost: 59 } }, '1965-01-01', 'not-applicable'],
    ['between', { age: { atLeast: 35, atMost: 59 } }, '1990-01-01', 'breached'],
    ['below', { age: { atLeast: 35, atMost: 59 } }, '1990-01-02', 'not-applicable'],
    ['not old', { not: { age: { atLeast: 60 } } }, '1965-01-02', 'breached'],
    ['no date of birth', { age: { atLeast: 60 } }, undefined, 'unknown'],
    [
      'no date of birth, but out of scope anyway',
      { all: [{ age: { atLeast: 60 } }, { status: ['applicant'] }] },
      undefined,
      'not-applicable',
    ],
    [
      'no date of birth, but in scope anyway',
      { any: [{ age: { atLeast: 60 } }, { status: ['full'] }] },
      undefined,
      'breached',
    ],
    ['a month that is enough', { age: { atLeast: 60 } }, '1964-12', 'breached'],
    ['a month that is not enough', { age: { atLeast: 60 } }, '1965-01', 'unknown'],
  ])('%s', (_, who, born, verdict) => {
    expect(inScope(who, born === undefined ? {} : { born })).toBe(verdict)
  })

  test('the cell is named', () => {
    const [finding] = findingsOf([rule({ age: { atLeast: 60 } })], {})
    expect(finding!.message()).toContain('缺少“出生日期”')
    expect(finding!.message('en')).toContain('the date of birth is missing')
  })

  test('each window has its own first day', () => {
    const quarters = rule({ age: { atLeast: 60 } }, { window: { each: 'quarter' } })
    expect(verdictsOf([quarters], { members: [member({ born: '1965-04-01' })] })).toEqual({
      'm 2025-Q1': 'not-applicable',
      'm 2025-Q2': 'breached',
      'm 2025-Q3': 'breached',
      'm 2025-Q4': 'breached',
    })
  })

  test('a stronger rule that depends on an unknown age does not take the place of the weaker', () => {
    const stronger = rule({ age: { atLeast: 60 } }, { id: 'member/old', supersedes: ['member/facts'] })
    const weaker = rule({ status: ['full'] })
    const verdicts = (born?: string) =>
      verdictsOf([stronger, weaker], { members: [member(born === undefined ? {} : { born })] })
    expect(verdicts('1960-01-01')).toEqual({
      'member/facts m 2025': 'not-applicable',
      'member/old m 2025': 'breached',
    })
    expect(verdicts()).toEqual({ 'member/facts m 2025': 'breached', 'member/old m 2025': 'unknown' })
  })
})

describe('full-time posts', () => {
  const fullTime: Who = { post: { roles: ['secretary'], in: ['branch'], fullTime: true } }
  const post = (from: string, to: string | undefined, isFullTime: boolean) => ({
    member: 'm',
    organization: 'b',
    role: '书记',
    from,
    ...(to === undefined ? {} : { to }),
    fullTime: isFullTime,
  })
  test.each([
    ['full-time all year', [post('2024-01-01', undefined, true)], 'breached'],
    ['not full-time', [post('2024-01-01', undefined, false)], 'not-applicable'],
    [
      'part of the year',
      [post('2024-01-01', '2025-06-30', false), post('2025-07-01', undefined, true)],
      'not-applicable',
    ],
  ])('%s', (_, posts, verdict) => {
    expect(inScope(fullTime, {}, { posts })).toBe(verdict)
    expect(verdictsOf([rule(fullTime, { subject: 'post' })], { posts })).toEqual({
      'm@b:secretary 2025': verdict,
    })
  })
  test('it is told apart by day', () => {
    const posts = [post('2024-01-01', '2025-06-30', false), post('2025-07-01', undefined, true)]
    const halves = rule(fullTime, { subject: 'post', window: { each: 'half-year' } })
    expect(verdictsOf([halves], { posts })).toEqual({
      'm@b:secretary 2025-H1': 'not-applicable',
      'm@b:secretary 2025-H2': 'breached',
    })
  })
})

describe('the place in the tree', () => {
  const organizations = [
    { id: 'c', name: '机关党委', kind: 'organ-committee' },
    { id: 'b1', name: '第二党支部', kind: 'branch', parent: 'c' },
    { id: 'b2', name: '第三党支部', kind: 'branch' },
    {
      id: 'g',
      name: '第一党小组',
      kind: 'group',
      parent: 'b1',
      founded: '2025-02-01',
      dissolved: '2025-03-31',
    },
  ]
  test.each([
    ['below', ['c'], 'b1', 'breached'],
    ['the organization itself', ['b1'], 'b1', 'breached'],
    ['elsewhere', ['c'], 'b2', 'not-applicable'],
    ['one of several', ['nowhere', 'b2'], 'b2', 'breached'],
  ])('a member under it: %s', (_, under, organization, verdict) => {
    expect(inScope({ under }, { organization }, { organizations })).toBe(verdict)
    expect(inScope({ not: { under } }, { organization }, { organizations })).toBe(
      verdict === 'breached' ? 'not-applicable' : 'breached',
    )
  })

  test('a member who moves is under it for part of the time', () => {
    const affiliations = [
      { member: 'm', organization: 'b1', from: '2020-01-01', to: '2025-06-30' },
      { member: 'm', organization: 'b2', from: '2025-07-01' },
    ]
    const halves = rule({ under: ['c'] }, { window: { each: 'half-year' } })
    expect(verdictsOf([halves], { organizations, affiliations })).toEqual({
      'm 2025-H1': 'breached',
      'm 2025-H2': 'not-applicable',
    })
  })

  test('a post under it is one of such an organization', () => {
    const posts = [
      { member: 'm', organization: 'b1', role: '书记', from: '2020-01-01' },
      { member: 'm', organization: 'b2', role: '书记', from: '2020-01-01' },
    ]
    const who: Who = { all: [{ post: { roles: ['secretary'], in: ['branch'] } }, { under: ['c'] }] }
    expect(verdictsOf([rule(who, { subject: 'post' })], { organizations, posts })).toEqual({
      'm@b1:secretary 2025': 'breached',
      'm@b2:secretary 2025': 'not-applicable',
    })
  })

  test('organizations with Party groups, on the days on which one exists', () => {
    const months = rule(
      { all: [{ kind: ['branch'] }, { hasGroups: true }] },
      { subject: 'organization', window: { each: 'month' } },
    )
    const verdicts = verdictsOf(
      [months],
      { organizations, sessions: [session('s', 'theme-day', '2025-03-03', { organization: 'b1' })] },
      '2025-04-30',
    )
    expect(Object.entries(verdicts).filter(([, verdict]) => verdict !== 'not-applicable')).toEqual([
      ['b1 2025-02', 'breached'],
      ['b1 2025-03', 'met'],
    ])
  })
})

import {
  type Demand,
  definePlugin,
  defineRequirement,
  defineRule,
  type Requirement,
  XueshiError,
} from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { hours, number, requirement, source, themeDay } from './check/fixture.ts'

const text = { 'zh-CN': 't', en: 't' }
const acts: Demand = { measure: 'acts', count: { acts: ['talk'] }, atLeast: 1 }
const sessions: Demand = { measure: 'sessions', count: {}, atLeast: 1 }
const lag: Demand = { measure: 'lag', atMost: 'P1M' }
const gap: Demand = { measure: 'gap', count: {}, atMost: 'P6M', noticeFrom: 'P4M', opportunity: {} }
const size: Demand = { measure: 'size', of: 'members', atMost: 50 }

type Draft = Partial<Requirement>

/** A requirement that fits, but for what a case changes. */
function make(draft: Draft): () => Requirement {
  return () =>
    defineRequirement({
      id: 'test/rule',
      title: text,
      subject: 'member',
      who: { all: [{ status: ['full'] }] },
      window: { each: 'year' },
      demand: sessions,
      strength: 'local',
      assurance: 'secondary',
      parameters: {},
      citations: [source],
      uncoded: [],
      summary: text,
      ...draft,
    } as Requirement)
}

const organization: Pick<Requirement, 'subject' | 'who'> = {
  subject: 'organization',
  who: { kind: ['branch'] },
}
const post: Pick<Requirement, 'subject' | 'who'> = {
  subject: 'post',
  who: { post: { roles: ['secretary'], in: ['branch'] } },
}

function saysOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(XueshiError)
    return (error as XueshiError).message
  }
  return 'accepted'
}

describe('what fits is accepted', () => {
  test.each<[string, Draft]>([
    ['acts of a member each month', { demand: acts, window: { each: 'month' } }],
    ['acts of a post in a term', { ...post, demand: acts, window: { term: 'P5Y', from: '2023-01-01' } }],
    [
      'acts of an organization after an act',
      { ...organization, demand: acts, window: { after: { act: 'election' }, within: 'P1M' } },
    ],
    ['a lag between milestones', { demand: lag, window: { between: ['activist', 'candidate'] } }],
    [
      'a lag of a post',
      { ...post, demand: lag, window: { between: ['post-start', { act: 'duty-report' }] } },
    ],
    [
      'a lag of an organization',
      { ...organization, demand: lag, window: { between: [{ act: 'election' }, { act: 'bulletin' }] } },
    ],
    [
      'days or hours in a term',
      {
        window: { term: 'P5Y', from: '2023-01-01' },
        demand: {
          anyOf: [
            { measure: 'days', count: {}, atLeast: 90 },
            { measure: 'hours', count: {}, atLeast: 550 },
          ],
        },
      },
    ],
    ['a gap', { demand: gap, window: { rolling: true }, presence: 'end' }],
    ['a size', { ...organization, demand: size, window: { anyDay: true } }],
  ])('%s', (_, draft) => {
    expect(saysOf(make(draft))).toBe('accepted')
  })
})

describe('what does not fit is refused and named', () => {
  test.each<[string, Draft, string]>([
    ['status of an organization', { ...organization, who: { status: ['full'] } }, 'who.status: member, post'],
    ['kind of a member', { who: { not: { kind: ['branch'] } } }, 'who.kind: organization, session'],
    ['age of a post', { ...post, who: { all: [post.who, { age: { atLeast: 60 } }] } }, 'who.age: member'],
    ['age without bound', { who: { age: {} } }, 'who.age: 缺少界限'],
    [
      'age without a first day',
      { who: { age: { atLeast: 60 } }, demand: gap, window: { rolling: true } },
      'who.age: rolling',
    ],
    ['groups of a member', { who: { hasGroups: true } }, 'who.hasGroups: organization, session'],
    [
      'rank of an organization',
      { ...organization, who: { rank: ['county-chief'] } },
      'who.rank: member, post',
    ],
    [
      'the start of a post of a member',
      { window: { after: 'post-start', within: 'P1M' } },
      'post-start: post',
    ],
    [
      'a milestone of an organization',
      { ...organization, window: { after: 'admitted', within: 'P1M' } },
      'admitted: member, post',
    ],
    [
      'sessions as subject of a requirement',
      { subject: 'session', who: { kind: ['branch'] }, window: { session: true } },
      'session: 只用于函数规则',
    ],
    ['the day of a session of a member', { window: { session: true } }, 'window.session: member'],
    ['any day of a member', { window: { anyDay: true } }, 'sessions: each, term, between, after'],
    ['rolling of a post', { ...post, demand: gap, window: { rolling: true } }, 'gap: member, rolling'],
    [
      'a gap beside another demand',
      { demand: { allOf: [gap, gap] }, window: { rolling: true } },
      'gap: 不能与其他要求并用',
    ],
    ['a size of a member', { demand: size }, 'size: organization, anyDay'],
    ['a lag in a year', { demand: lag }, 'lag: between'],
    [
      'acts on any day',
      { ...organization, demand: acts, window: { anyDay: true } },
      'acts: each, term, between, after',
    ],
    [
      'days of an organization',
      { ...organization, demand: { measure: 'days', count: {}, atLeast: 1 } },
      'days: member, post',
    ],
    [
      'a side of an organization’s act',
      { ...organization, demand: { measure: 'acts', count: { acts: ['talk'], as: 'member' }, atLeast: 1 } },
      'acts.as: member, post',
    ],
    [
      'the post of a member’s act',
      { demand: { measure: 'acts', count: { acts: ['talk'], ofPost: true }, atLeast: 1 } },
      'acts.ofPost: post',
    ],
    [
      'a quarter of a month',
      { window: { each: 'month' }, demand: { measure: 'sessions', count: { quarter: 4 }, atLeast: 1 } },
      'count.quarter: each year',
    ],
    [
      'a quarter of a term',
      {
        window: { term: 'P5Y', from: '2023-01-01' },
        demand: { measure: 'sessions', count: { quarter: 4 }, atLeast: 1 },
      },
      'count.quarter: each year',
    ],
    [
      'capacities of an organization',
      { ...organization, demand: { measure: 'sessions', count: { capacities: ['chair'] }, atLeast: 1 } },
      'count.capacities: member, post',
    ],
    [
      'other organizers of an organization',
      { ...organization, demand: { measure: 'sessions', count: { organizer: 'post' }, atLeast: 1 } },
      'count.organizer: organization',
    ],
    [
      'the organizer of a post of a member',
      { demand: { measure: 'sessions', count: { organizer: 'post' }, atLeast: 1 } },
      'count.organizer post: post',
    ],
    [
      'exempt organizations',
      { ...organization, exempt: [{ tags: ['frail'], citation: source }] },
      'exempt: member, post',
    ],
    [
      'a presence looking back',
      { demand: gap, window: { rolling: true }, presence: 'any' },
      'presence: rolling',
    ],
    [
      'a number as lag',
      { window: { between: ['activist', 'candidate'] }, demand: { measure: 'lag', atLeast: 12 } },
      'lag: 应为期限',
    ],
    [
      'a duration as count',
      { demand: { measure: 'acts', count: { acts: ['talk'] }, atLeast: 'P1M' } },
      'acts: 应为数',
    ],
    [
      'a number as deadline',
      { window: { after: 'admitted', within: { parameter: 'time' } }, parameters: { time: number(6) } },
      'window: 应为期限',
    ],
    [
      'an unknown deadline',
      { window: { between: ['activist', 'candidate'], plus: { parameter: 'time' } } },
      'unknown parameter time',
    ],
    [
      'no bound of a lag',
      { window: { between: ['activist', 'candidate'] }, demand: { measure: 'lag' } },
      'no bound',
    ],
  ])('%s', (_, draft, fault) => {
    expect(saysOf(make(draft))).toContain(fault)
  })
})

describe('rules written as functions', () => {
  const base = {
    id: 'test/rule',
    title: text,
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { anyDay: true },
    strength: 'local',
    assurance: 'secondary',
    parameters: {},
    citations: [source],
    uncoded: [],
    summary: text,
    reads: [],
  } as const
  const judge = () => ({ verdict: 'met' }) as const
  const aggregate = {
    ...base,
    over: 'members',
    empty: 0,
    collect: () => 0,
    merge: (a: number, b: number) => a + b,
    judge,
  } as const

  test.each<[string, object, string]>([
    ['sessions', { ...base, judge, subject: 'session', window: { session: true } }, 'accepted'],
    [
      'sessions in a year',
      { ...base, judge, subject: 'session', window: { each: 'year' } },
      'window.each: session → session',
    ],
    [
      'members on the day of a session',
      { ...base, judge, subject: 'member', who: { status: ['full'] }, window: { session: true } },
      'window.session: member',
    ],
    [
      'members looking back',
      { ...base, judge, subject: 'member', who: { status: ['full'] }, window: { rolling: true } },
      'window.rolling: member',
    ],
    ['an aggregate', aggregate, 'accepted'],
    [
      'an aggregate over events',
      { ...aggregate, window: { after: { act: 'election' }, within: 'P1M' } },
      'window.after: organization → each, term, anyDay',
    ],
    [
      'an aggregate about members',
      { ...aggregate, subject: 'member', who: { status: ['full'] } },
      'subject: organization',
    ],
    ['an aggregate over nothing', { ...aggregate, over: 'posts' }, 'over: members, organizations'],
    ['an aggregate that begins with no JSON', { ...aggregate, empty: new Map() }, 'empty: 必须是 JSON'],
    ['an aggregate without merge', { ...aggregate, merge: undefined }, 'merge: 必须是函数'],
    ['a table nobody knows', { ...base, judge, reads: ['people'] }, 'reads: people'],
    ['no tables', { ...base, judge, reads: undefined }, 'reads: 必须列出'],
    [
      'a deadline nobody defined',
      { ...base, judge, window: { after: { act: 'election' }, within: { parameter: 'time' } } },
      'unknown parameter time',
    ],
  ])('%s', (_, rule, message) => {
    expect(saysOf(() => defineRule(rule as never))).toContain(message)
  })
})

test('superseding is offered between requirements on members with one window', () => {
  const plugin = { name: 'test', version: '1', title: text, presets: {} }
  const says = (...rules: Requirement[]) => saysOf(() => definePlugin({ ...plugin, rules }))
  const stronger = requirement({ ...hours, id: 'member/more', supersedes: ['member/hours'] })
  expect(says(hours, stronger)).toBe('accepted')
  const other = requirement({ ...stronger, window: { each: 'half-year' } })
  expect(says(hours, other)).toContain('supersedes member/hours')
  const branch = requirement({ ...themeDay, id: 'branch/more', supersedes: ['branch/theme-day'] })
  expect(says(themeDay, branch)).toContain('supersedes branch/theme-day')
})

import {
  type ActRow,
  buildDataset,
  check,
  defineRule,
  type ExplanationNode,
  explain,
  type Rule,
} from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { type Additions, configOf, requirement, rowsWith, session } from './check/fixture.ts'

/** The explanation of the only finding. */
function explained(rule: Rule, additions: Additions, asOf = '2025-12-31'): ExplanationNode {
  const report = check(buildDataset(rowsWith(additions)), configOf(rule), { asOf, allVerdicts: true })
  expect(report.findings).toHaveLength(1)
  return explain(report, report.findings[0]!.fingerprint).root
}

/** Statements of some kinds, in order. */
function said(root: ExplanationNode, kinds: readonly string[], locale: 'zh-CN' | 'en' = 'zh-CN'): string[] {
  return [
    ...(kinds.includes(root.kind) ? [root.text[locale]] : []),
    ...root.children.flatMap((child) => said(child, kinds, locale)),
  ]
}

const RECORDS = ['counted', 'left-out', 'missing']

describe('acts', () => {
  const talks = requirement({
    id: 'member/talks',
    subject: 'member',
    who: { status: ['full'] },
    window: { each: 'year' },
    demand: {
      measure: 'acts',
      count: { acts: ['talk'], as: 'member', topics: ['party-history'] },
      atLeast: 3,
    },
  })
  const talk = (id: string, date: string, more: Partial<ActRow> = {}): ActRow => ({
    id,
    kind: '谈心谈话',
    date,
    member: 'm',
    topics: ['党史'],
    ...more,
  })
  const acts = [
    talk('a2', '2025-05-05', { document: '临组发〔2025〕7号' }),
    talk('a1', '2025-03-03', { topics: ['经济'] }),
    { id: 'a3', kind: '谈心谈话', date: '2025-06-06', counterpart: 'm', topics: ['党史'] },
    talk('a4', '2024-12-31'),
    talk('a5', '2025-07-07', { kind: '走访慰问' }),
    talk('a6', '2026-01-01'),
  ]

  test('each act of the window is listed with date and document, counted or left out', () => {
    const root = explained(talks, { acts })
    expect(said(root, RECORDS)).toEqual([
      '2025-03-03 a1 谈心谈话：不计：内容分类不符',
      '2025-05-05 a2 谈心谈话（临组发〔2025〕7号）：计 1 次',
      '2025-06-06 a3 谈心谈话：不计：本人不是所要求的一方',
    ])
    expect(root.children.find((child) => child.act === 'a2')!.place).toBeDefined()
    expect(said(root, ['change'], 'en')[0]).toContain('2 acts more')
  })
})

describe('events and lags', () => {
  const oath = requirement({
    id: 'development/oath',
    subject: 'member',
    who: { status: ['probationary'] },
    window: { between: ['admitted', { act: 'oath' }] },
    demand: { measure: 'lag', atMost: 'P3M' },
  })
  const members = [
    { id: 'm', name: '甲某', status: 'probationary', organization: 'b', admittedOn: '2025-03-10' },
  ]
  const sworn = (date: string) => [{ id: 'a', kind: '入党宣誓', date, member: 'm', document: '8号' }]

  test('the events with their act', () => {
    expect(said(explained(oath, { members, acts: sworn('2025-05-01') }), RECORDS)).toEqual([
      '2025-03-10 支部大会接收为预备党员',
      '2025-05-01 a 入党宣誓（8号）：“入党宣誓”记录',
    ])
  })
  test('what is missing, and until when it would do', () => {
    const root = explained(oath, { members, acts: [] }, '2025-04-01')
    expect(said(root, RECORDS)).toEqual([
      '2025-03-10 支部大会接收为预备党员',
      '截至 2025-04-01 尚无“入党宣誓”记录',
    ])
    expect(said(root, ['change'])).toEqual(['在 2025-03-10 至 2025-06-10 有“入党宣誓”记录，即达标。'])
  })
  test.each([
    ['too late', sworn('2025-06-11')],
    ['never', []],
  ])('%s: applying the named change does change the verdict', (_, acts) => {
    const changed = said(explained(oath, { members, acts }), ['change'])[0]!
    const [, first, last] = /(\d{4}-\d\d-\d\d) 至 (\d{4}-\d\d-\d\d)/.exec(changed)!
    for (const date of [first!, last!]) {
      const report = check(buildDataset(rowsWith({ members, acts: sworn(date) })), configOf(oath), {
        asOf: '2025-12-31',
        allVerdicts: true,
      })
      expect(report.findings[0]!.verdict).toBe('met')
    }
  })
  test('a deadline says what opened it', () => {
    const after = requirement({
      ...oath,
      id: 'development/after',
      window: { after: 'admitted', within: 'P3M' },
      demand: { measure: 'acts', count: { acts: ['oath'] }, atLeast: 1 },
    })
    const root = explained(after, { members, acts: sworn('2025-05-01') })
    expect(said(root, RECORDS)).toEqual([
      '2025-03-10 支部大会接收为预备党员',
      '2025-05-01 a 入党宣誓（8号）：计 1 次',
    ])
    expect(said(root, ['window'])[0]).toContain('支部大会接收为预备党员后3个月内，2025-03-10 至 2025-06-10')
  })
})

describe('who it applies to', () => {
  const members = [
    { id: 'm', name: '甲某', status: 'full', organization: 'b', fullOn: '2011-07-01', born: '1965-04-01' },
  ]
  const base = requirement({
    id: 'member/old',
    subject: 'member',
    who: { all: [{ age: { atLeast: 60 } }, { under: ['b'] }] },
    window: { after: 'full-member', within: 'P20Y' },
    demand: { measure: 'acts', count: { acts: ['talk'] }, atLeast: 1 },
  })
  const applies = (rule: Rule, additions: Additions) =>
    explained(rule, additions).children[0]!.children[0]!.text.en

  test('age and place', () => {
    const year = requirement({ ...base, window: { each: 'year' } })
    expect(applies(year, { members, acts: [] })).toBe('in scope on 0 days of the window: none')
    const older = [{ ...members[0]!, born: '1965-01-01' }]
    expect(applies(year, { members: older, acts: [] })).toBe(
      'in scope on 365 days of the window: 2025-01-01..2025-12-31',
    )
  })

  test('full-time posts', () => {
    const post = requirement({
      ...base,
      subject: 'post',
      who: { post: { roles: ['secretary'], in: ['branch'], fullTime: true } },
      window: { each: 'year' },
    })
    const posts = [
      { member: 'm', organization: 'b', role: '书记', from: '2020-01-01', to: '2025-11-30' },
      { member: 'm', organization: 'b', role: '书记', from: '2025-12-01', fullTime: true },
    ]
    expect(applies(post, { posts, acts: [] })).toBe(
      'in scope on 31 days of the window: 2025-12-01..2025-12-31',
    )
  })

  test('the host of a session', () => {
    const rule = defineRule({
      id: 'meeting/any',
      title: base.title,
      subject: 'session',
      who: { kind: ['branch'] },
      window: { session: true },
      strength: 'local',
      assurance: 'secondary',
      parameters: {},
      citations: base.citations,
      uncoded: [],
      summary: base.summary,
      reads: [],
      judge: () => ({ verdict: 'met' }),
    })
    expect(applies(rule, { sessions: [session('s', 'theme-day', '2025-03-03')] })).toBe(
      'in scope on 1 day of the window: 2025-03-03',
    )
  })
})

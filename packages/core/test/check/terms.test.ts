import { describe, expect, test } from 'vitest'
import { attended, findingsOf, requirement, session, verdictsOf } from './fixture.ts'

const training = { kinds: ['central-training' as const] }

/** 干部教育培训工作条例 Art. 14: within five years three months or 550 hours; here in small. */
const fiveYears = requirement({
  id: 'cadre/five-years',
  subject: 'member',
  who: { status: ['full'] },
  window: { term: 'P5Y', from: '2023-01-01' },
  presence: 'any',
  demand: {
    anyOf: [
      { measure: 'days', count: training, atLeast: 3 },
      { measure: 'hours', count: training, atLeast: 30 },
    ],
  },
})
const covers = { from: '2023-01-01', to: '2027-12-31' }
const held = (days: readonly string[], hours: number) => ({
  covers,
  sessions: days.map((day, i) => session(`s${i}`, 'central-training', day, { hours, status: '已举办' })),
  attendance: days.map((_, i) => attended(`s${i}`)),
})

describe('terms one after the other', () => {
  test.each([
    ['three days of the term', ['2023-01-01', '2025-06-01', '2027-12-31'], 2, '2027-12-31', 'met'],
    ['hours alone', ['2023-01-01', '2024-01-01'], 8, '2027-12-31', 'breached'],
    ['a day before the term', ['2022-12-31', '2025-06-01', '2027-12-31'], 2, '2027-12-31', 'breached'],
    ['still open', ['2023-01-01'], 2, '2025-12-31', 'pending'],
  ])('%s', (_, days, hours, asOf, verdict) => {
    expect(verdictsOf([fiveYears], held(days, hours), asOf)).toEqual({ 'm 2023-01-01..2027-12-31': verdict })
  })

  test('the key names both ends, due is the last day', () => {
    const [finding] = findingsOf([fiveYears], held([], 1), '2025-12-31')
    expect(finding!.window).toEqual({ key: '2023-01-01..2027-12-31', from: '2023-01-01', to: '2027-12-31' })
    expect(finding!.due).toBe('2027-12-31')
  })

  test('before the first term nothing is judged, and the next follows', () => {
    const early = { ...held([], 1), covers: { from: '2022-01-01', to: '2028-12-31' } }
    expect(verdictsOf([fiveYears], early, '2022-12-31')).toEqual({})
    expect(Object.keys(verdictsOf([fiveYears], early, '2028-01-01'))).toEqual([
      'm 2023-01-01..2027-12-31',
      'm 2028-01-01..2032-12-31',
    ])
  })

  test('a term that began before the data is unknown once closed, unless enough is known', () => {
    const late = { from: '2025-01-01', to: '2027-12-31' }
    expect(verdictsOf([fiveYears], { ...held([], 1), covers: late }, '2027-12-31')).toEqual({
      'm 2023-01-01..2027-12-31': 'unknown',
    })
    const enough = { ...held(['2025-01-01', '2025-01-02', '2025-01-03'], 1), covers: late }
    expect(verdictsOf([fiveYears], enough, '2027-12-31')).toEqual({ 'm 2023-01-01..2027-12-31': 'met' })
  })

  test('months clamp from the first day, so that no end of month is lost', () => {
    const months = requirement({
      id: 'branch/terms',
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { term: 'P1M', from: '2024-12-31' },
      demand: { measure: 'sessions', count: { kinds: ['theme-day'] }, atLeast: 1 },
    })
    const sessions = [session('s', 'theme-day', '2025-02-27'), session('t', 'theme-day', '2025-02-28')]
    expect(verdictsOf([months], { sessions }, '2025-04-29')).toEqual({
      'b 2024-12-31..2025-01-30': 'unknown',
      'b 2025-01-31..2025-02-27': 'met',
      'b 2025-02-28..2025-03-30': 'met',
      'b 2025-03-31..2025-04-29': 'breached',
    })
  })

  test('posts and acts', () => {
    const reports = requirement({
      id: 'secretary/terms',
      subject: 'post',
      who: { post: { roles: ['secretary'], in: ['branch'] } },
      window: { term: 'P2Y', from: '2024-01-01' },
      presence: 'any',
      demand: { measure: 'acts', count: { acts: ['duty-report'] }, atLeast: 2 },
    })
    const posts = [{ member: 'm', organization: 'b', role: '书记', from: '2020-01-01' }]
    const act = (id: string, date: string) => ({ id, kind: '述职', date, member: 'm' })
    const acts = [act('a', '2024-01-01'), act('c', '2025-12-31')]
    const all = { covers: { from: '2024-01-01', to: '2025-12-31' }, posts, acts }
    expect(verdictsOf([reports], all)).toEqual({ 'm@b:secretary 2024-01-01..2025-12-31': 'met' })
  })
})

test('days or hours in a year', () => {
  const year = requirement({ ...fiveYears, id: 'cadre/year', window: { each: 'year' } })
  const verdict = (days: readonly string[], hours: number) =>
    verdictsOf([year], { ...held(days, hours), covers: { from: '2025-01-01', to: '2025-12-31' } })['m 2025']
  expect(verdict(['2025-01-01', '2025-01-02', '2025-01-03'], 1)).toBe('met')
  expect(verdict(['2025-01-01', '2025-01-02'], 8)).toBe('breached')
})

import { describe, expect, test } from 'vitest'
import { attended, findingsOf, number, requirement, session, source, verdictsOf } from './fixture.ts'

const life = {
  id: 'm',
  name: '甲某',
  status: 'full',
  organization: 'b',
  activistOn: '2022-03-01',
  candidateOn: '2023-06-01',
  admittedOn: '2024-01-31',
  fullOn: '2025-01-31',
}

const training = requirement({
  id: 'member/new',
  subject: 'member',
  who: { status: ['full'] },
  window: { after: 'full-member', within: 'P6M' },
  demand: { measure: 'sessions', count: { kindClass: 'central' }, atLeast: 1 },
})

const at = (day: string) => ({
  members: [life],
  sessions: [session('s', 'central-training', day)],
  attendance: [attended('s')],
})

describe('a deadline after a milestone', () => {
  test.each([
    ['on the day of the event', '2025-01-31', '2025-12-31', 'met'],
    ['the day before it', '2025-01-30', '2025-12-31', 'breached'],
    ['on the last day', '2025-07-31', '2025-12-31', 'met'],
    ['a day late', '2025-08-01', '2025-12-31', 'breached'],
    ['not yet, still in time', '2025-12-01', '2025-07-30', 'pending'],
    ['not yet, on the last day', '2025-12-01', '2025-07-31', 'breached'],
  ])('%s', (_, day, asOf, verdict) => {
    expect(verdictsOf([training], at(day), asOf)).toEqual({ 'm 2025-01-31..': verdict })
  })

  test('the window names its last day, pending its due', () => {
    const [finding] = findingsOf([training], { members: [life] }, '2025-03-01')
    expect(finding!.window).toEqual({ key: '2025-01-31..', from: '2025-01-31', to: '2025-07-31' })
    expect(finding).toMatchObject({ verdict: 'pending', due: '2025-07-31' })
  })

  test('days clamp to the end of the month', () => {
    const month = requirement({
      ...training,
      id: 'member/month',
      window: { after: 'full-member', within: 'P1M' },
    })
    expect(findingsOf([month], { members: [life] })[0]!.window.to).toBe('2025-02-28')
  })

  test('before the event there is no window; one that ended before the data begins is not judged', () => {
    expect(verdictsOf([training], { members: [life] }, '2025-01-30')).toEqual({})
    const covers = { from: '2025-08-01', to: '2025-12-31' }
    expect(verdictsOf([training], { members: [life], covers })).toEqual({})
  })

  test('a member in scope without the date is unknown, and the cell is named', () => {
    const { fullOn: _, ...undated } = life
    const members = [
      { ...undated, admittedOn: undefined, candidateOn: undefined, activistOn: undefined } as never,
    ]
    const [finding] = findingsOf([training], { members })
    expect(finding).toMatchObject({ verdict: 'unknown', window: { key: '..' } })
    expect(finding!.message()).toContain('转正日期')
  })

  test('clause 5: parameters are those of the day of the event, also the one of the window', () => {
    const version = (value: string, from: string, to?: string) => ({
      value,
      from,
      ...(to === undefined ? {} : { to }),
      citations: [source],
    })
    const dated = requirement({
      ...training,
      id: 'member/dated',
      window: { after: 'full-member', within: { parameter: 'time' } },
      parameters: {
        time: {
          ...number(1),
          unit: 'duration',
          versions: [version('P3M', '2020-01-01', '2025-01-31'), version('P9M', '2025-02-01')],
        },
      },
    })
    expect(findingsOf([dated], { members: [life] })[0]!.window.to).toBe('2025-04-30')
    const later = { ...life, fullOn: '2025-02-01' }
    expect(findingsOf([dated], { members: [later] })[0]!.window.to).toBe('2025-11-01')
    const earlier = { ...life, admittedOn: '2019-01-01', candidateOn: '2018-01-01', activistOn: '2017-01-01' }
    const [finding] = findingsOf([dated], { members: [{ ...earlier, fullOn: '2019-12-31' }] })
    expect(finding).toMatchObject({ verdict: 'not-applicable', window: { to: null } })
  })
})

describe('a deadline after the start of a post', () => {
  const induction = requirement({
    id: 'secretary/induction',
    subject: 'post',
    who: { post: { roles: ['secretary'], in: ['branch'] } },
    window: { after: 'post-start', within: 'P6M' },
    demand: { measure: 'sessions', count: { kinds: ['induction-training'] }, atLeast: 1 },
  })
  const post = (from: string, to?: string) => ({
    member: 'm',
    organization: 'b',
    role: '书记',
    from,
    ...(to === undefined ? {} : { to }),
  })
  const trained = (day: string) => ({
    sessions: [session('s', 'induction-training', day)],
    attendance: [attended('s')],
  })

  test('the first training in time', () => {
    const posts = [post('2025-03-15')]
    const key = 'm@b:secretary 2025-03-15..'
    expect(verdictsOf([induction], { posts, ...trained('2025-09-15') })[key]).toBe('met')
    expect(verdictsOf([induction], { posts, ...trained('2025-09-16') })[key]).toBe('breached')
    expect(verdictsOf([induction], { posts }, '2025-09-14')[key]).toBe('pending')
  })

  test('who gave the post up before the deadline was in scope for part of it only', () => {
    expect(verdictsOf([induction], { posts: [post('2025-03-15', '2025-05-31')] })).toEqual({
      'm@b:secretary 2025-03-15..': 'not-applicable',
    })
  })

  test('terms without a day between are one start, a gap makes a new one', () => {
    const seamless = [post('2025-01-01', '2025-02-28'), post('2025-03-01')]
    expect(Object.keys(verdictsOf([induction], { posts: seamless }))).toEqual(['m@b:secretary 2025-01-01..'])
    const parted = [post('2025-01-01', '2025-02-27'), post('2025-03-01')]
    expect(verdictsOf([induction], { posts: parted, ...trained('2025-04-01') })).toEqual({
      'm@b:secretary 2025-01-01..': 'not-applicable',
      'm@b:secretary 2025-03-01..': 'met',
    })
  })
})

describe('windows that acts open and close', () => {
  const election = (id: string, date: string) => ({ id, kind: '换届选举', date, organization: 'b' })
  const report = (id: string, date: string) => ({ id, kind: '教育管理报告', date, organization: 'b' })
  const meeting = requirement({
    id: 'branch/after-election',
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { after: { act: 'election' }, within: 'P30D' },
    demand: { measure: 'acts', count: { acts: ['education-report'] }, atLeast: 1 },
  })

  test('the first act of the kind opens', () => {
    const acts = [election('a', '2025-03-01'), election('b', '2025-06-01'), report('c', '2025-03-31')]
    expect(verdictsOf([meeting], { acts })).toEqual({ 'b 2025-03-01..': 'met' })
    expect(verdictsOf([meeting], { acts: acts.slice(0, 2) })).toEqual({ 'b 2025-03-01..': 'breached' })
  })

  test('no act, no window; no table, unknown', () => {
    expect(verdictsOf([meeting], { acts: [] })).toEqual({})
    expect(verdictsOf([meeting], { acts: [election('a', '2025-03-01')] }, '2025-02-28')).toEqual({})
    const [finding] = findingsOf([meeting], {})
    expect(finding).toMatchObject({ verdict: 'unknown', window: { key: '..' } })
    expect(finding!.message()).toContain('没有“记录”表')
  })

  const between = requirement({
    id: 'branch/between',
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { between: [{ act: 'election' }, { act: 'education-report' }] },
    demand: { measure: 'sessions', count: { kinds: ['theme-day'] }, atLeast: 1 },
  })
  test('the first closing act on or after the opening one closes', () => {
    const acts = [
      report('x', '2025-02-28'),
      election('a', '2025-03-01'),
      report('c', '2025-03-20'),
      report('d', '2025-05-01'),
    ]
    const [closed] = findingsOf([between], { acts, sessions: [session('s', 'theme-day', '2025-03-21')] })
    expect(closed!.window).toEqual({ key: '2025-03-01..', from: '2025-03-01', to: '2025-03-20' })
    expect(closed!.verdict).toBe('breached')
    const sessions = [session('s', 'theme-day', '2025-03-20')]
    expect(verdictsOf([between], { acts, sessions })['b 2025-03-01..']).toBe('met')
  })
  test('it is open before that', () => {
    const [open] = findingsOf([between], { acts: [election('a', '2025-03-01')] })
    expect(open).toMatchObject({ verdict: 'pending', due: null, window: { to: null } })
  })

  test('only the person it is done to opens a window of a member', () => {
    const named = requirement({
      id: 'member/named',
      subject: 'member',
      who: { status: ['full'] },
      window: { after: { act: 'contact-person' }, within: 'P1M' },
      demand: { measure: 'acts', count: { acts: ['talk'] }, atLeast: 1 },
    })
    const members = [life, { ...life, id: 'n', name: '乙某' }]
    const acts = [{ id: 'a', kind: '指定培养联系人', date: '2025-03-01', member: 'm', counterpart: 'n' }]
    expect(verdictsOf([named], { members, acts })).toEqual({ 'm 2025-03-01..': 'breached' })
  })
})

describe('a window that goes on after its closing event', () => {
  const notice = requirement({
    id: 'development/notice',
    subject: 'member',
    who: { status: ['candidate', 'probationary', 'full'] },
    window: { between: ['candidate', 'admitted'], plus: 'P1M' },
    demand: { measure: 'acts', count: { acts: ['oath'] }, atLeast: 1 },
  })
  const oath = (date: string) => ({
    members: [life],
    acts: [{ id: 'a', kind: '入党宣誓', date, member: 'm' }],
  })
  const covers = { from: '2023-01-01', to: '2025-12-31' }
  test.each([
    ['on the last day', '2024-02-29', '2024-12-31', 'met'],
    ['a day late', '2024-03-01', '2024-12-31', 'breached'],
    ['not yet', '2024-03-01', '2024-02-28', 'pending'],
  ])('%s', (_, date, asOf, verdict) => {
    expect(verdictsOf([notice], { ...oath(date), covers }, asOf)['m 2023-06-01..']).toBe(verdict)
  })
  test('closed by event and time, it is judged while the data still speaks of it', () => {
    const [finding] = findingsOf([notice], { ...oath('2024-02-01'), covers }, '2024-02-10')
    expect(finding!.window.to).toBe('2024-02-29')
    expect(
      verdictsOf(
        [notice],
        { ...oath('2024-02-01'), covers: { from: '2024-02-29', to: '2024-12-31' } },
        '2024-12-31',
      ),
    ).toEqual({
      'm 2023-06-01..': 'met',
    })
    expect(
      verdictsOf(
        [notice],
        { ...oath('2024-02-01'), covers: { from: '2024-03-01', to: '2024-12-31' } },
        '2024-12-31',
      ),
    ).toEqual({})
  })
})

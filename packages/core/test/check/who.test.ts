import { buildDataset, check } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import {
  absence,
  attended,
  committeeMeeting,
  configOf,
  findingsOf,
  generalMeeting,
  hours,
  lecture,
  moreHours,
  requirement,
  rowsWith,
  session,
  themeDay,
  verdictsOf,
} from './fixture.ts'

const organizations = [{ id: 'b2', name: '第二党支部', kind: 'branch' }]
const member = {
  id: 'm',
  name: '甲某',
  status: 'full',
  organization: 'b',
  admittedOn: '2010-07-01',
  fullOn: '2011-07-01',
}

describe('clause 6: affiliation on the day of the session, hours follow the person', () => {
  const affiliations = [
    { member: 'm', organization: 'b', from: '2010-07-01', to: '2025-05-31' },
    { member: 'm', organization: 'b2', from: '2025-06-10' },
  ]
  const eight = (id: string, day: string, organization: string) =>
    session(id, 'party-lecture', day, { hours: 8, organization })

  test('hours of both branches add up, the finding names the branch of the last judged day', () => {
    const sessions = [
      eight('a', '2025-03-03', 'b'),
      eight('c', '2025-04-03', 'b'),
      eight('d', '2025-07-03', 'b2'),
      eight('e', '2025-08-03', 'b2'),
    ]
    const attendance = sessions.map((one) => attended(one.id))
    const [finding] = findingsOf([hours], { organizations, affiliations, sessions, attendance })
    expect(finding).toMatchObject({ verdict: 'met', measured: 32, organization: 'b2' })
    const [inMay] = findingsOf([hours], { organizations, affiliations, sessions, attendance }, '2025-05-31')
    expect(inMay!.organization).toBe('b')
  })

  test('a transfer out that nobody has received leaves the person with the old branch', () => {
    const [finding] = findingsOf([hours], { organizations, affiliations: affiliations.slice(0, 1) })
    expect(finding!.organization).toBe('b')
    const [between] = findingsOf([hours], { organizations, affiliations }, '2025-06-05')
    expect(between!.organization).toBe('b')
  })

  test('who came from outside within the year is a subject for part of it only', () => {
    const late = [{ member: 'm', organization: 'b', from: '2025-03-01' }]
    const [finding] = findingsOf([hours], { affiliations: late })
    expect(finding!.verdict).toBe('not-applicable')
    expect(finding!.message()).toContain('只有部分时间')
  })
})

describe('clause 7: a committee is a post besides the secretary’s', () => {
  const secretary = { member: 'm', organization: 'b', role: '书记', from: '2020-01-01' }
  const post = (role: string, from = '2020-01-01', to?: string) => ({
    member: 'm2',
    organization: 'b',
    role,
    from,
    ...(to === undefined ? {} : { to }),
  })
  const members = [member, { ...member, id: 'm2', name: '乙某' }]
  const verdict = (
    posts: { member: string; organization: string; role: string; from: string; to?: string }[],
  ) => verdictsOf([committeeMeeting], { members, posts }, '2025-01-31')['b 2025-01']

  test.each([
    ['no post', [], 'not-applicable'],
    ['a secretary alone', [secretary], 'not-applicable'],
    ['secretary and deputy', [secretary, post('副书记')], 'breached'],
    ['secretary and member for organization', [secretary, post('组织委员')], 'breached'],
    ['an unlisted 委员', [secretary, post('保密委员')], 'breached'],
    ['founded within the month', [secretary, post('委员', '2025-01-10')], 'not-applicable'],
    ['dissolved within the month', [secretary, post('委员', '2020-01-01', '2025-01-20')], 'not-applicable'],
  ])('%s', (_, posts, expected) => {
    expect(verdict(posts)).toBe(expected)
  })

  test('without the table of posts nobody can tell', () => {
    const { posts: _, ...rows } = rowsWith({ members })
    const report = check(buildDataset(rows), configOf(committeeMeeting), {
      asOf: '2025-01-31',
      allVerdicts: true,
    })
    expect(report.findings.map((finding) => finding.verdict)).toEqual(['unknown'])
    expect(report.findings[0]!.message()).toContain('没有“任职”表')
  })
})

describe('clause 8: tags', () => {
  const tagged = (tags: string[]) => verdictsOf([hours], { members: [{ ...member, tags }] })['m 2025']

  test.each([
    ['undated', ['行动不便'], 'not-applicable'],
    ['one exempt day exempts the window', ['行动不便@2025-03-01..2025-03-01'], 'not-applicable'],
    ['dated in another year', ['行动不便@2024-03-01..2024-09-30'], 'breached'],
    ['年老体弱', ['年老体弱'], 'not-applicable'],
    ['流动党员 is not exempt', ['流动党员'], 'breached'],
  ])('%s', (_, tags, verdict) => {
    expect(tagged(tags)).toBe(verdict)
  })

  test('an exempt day after the day of the check is not yet true', () => {
    const members = [{ ...member, tags: ['行动不便@2025-07-01..2025-09-30'] }]
    expect(verdictsOf([hours], { members }, '2025-06-30')['m 2025']).toBe('pending')
  })
})

describe('clause 9: posts', () => {
  const leadership = [
    { id: 'l', name: '局党组', kind: 'leadership-group' },
    { id: 'c', name: '机关党委', kind: 'organ-committee' },
  ]
  const post = (organization: string, role: string, from = '2020-01-01', to?: string) => ({
    member: 'm',
    organization,
    role,
    from,
    ...(to === undefined ? {} : { to }),
  })

  test('the subject of a post is member@organization:role', () => {
    const verdicts = verdictsOf([lecture], { organizations: leadership, posts: [post('l', '党组书记')] })
    expect(verdicts).toEqual({ 'm@l:leadership-secretary 2025': 'breached' })
  })

  test('another role or kind of organization is no subject', () => {
    const posts = [post('l', '党组成员'), post('c', '书记')]
    expect(verdictsOf([lecture], { organizations: leadership, posts })).toEqual({})
  })

  test('a post held for part of the year owes nothing', () => {
    const posts = [post('l', '党组书记', '2025-02-01')]
    expect(verdictsOf([lecture], { organizations: leadership, posts })).toEqual({
      'm@l:leadership-secretary 2025': 'not-applicable',
    })
  })

  test('rows of one post that follow each other are one subject', () => {
    const posts = [post('l', '党组书记', '2020-01-01', '2025-06-30'), post('l', '党组书记', '2025-07-01')]
    expect(verdictsOf([lecture], { organizations: leadership, posts })).toEqual({
      'm@l:leadership-secretary 2025': 'breached',
    })
  })
})

describe('clause 10: superseding is per subject and window', () => {
  const secretary = [{ member: 'm', organization: 'b', role: '书记', from: '2020-01-01' }]
  const weaker = 'member/hours m 2025'
  const stronger = 'secretary/hours m 2025'

  test('a secretary owes 56, not 32 and 56', () => {
    const findings = findingsOf([hours, moreHours], { posts: secretary })
    expect(findings.map((finding) => [finding.rule, finding.verdict, finding.required])).toEqual([
      ['test/member/hours', 'not-applicable', null],
      ['test/secretary/hours', 'breached', 56],
    ])
    expect(findings[0]!.message()).toContain('test/secretary/hours')
  })

  test('without the post the weaker applies', () => {
    const verdicts = verdictsOf([hours, moreHours], {})
    expect(verdicts[weaker]).toBe('breached')
    expect(verdicts[stronger]).toBe('not-applicable')
  })

  test('with the post for part of the year the weaker applies', () => {
    const posts = [{ ...secretary[0]!, from: '2025-03-01' }]
    const verdicts = verdictsOf([hours, moreHours], { posts })
    expect(verdicts[weaker]).toBe('breached')
    expect(verdicts[stronger]).toBe('not-applicable')
  })

  test('looking at the weaker rule alone does not wake it', () => {
    const verdicts = verdictsOf([hours, moreHours], { posts: secretary }, '2025-12-31', {
      rules: ['member/hours'],
    })
    expect(verdicts).toEqual({ [weaker]: 'not-applicable' })
  })

  test('a waiver of the stronger does not wake the weaker', () => {
    const waivers = [
      {
        rule: 'test/secretary/hours',
        subject: 'm',
        from: '2025-01-01',
        to: '2025-12-31',
        reason: '援藏',
        approver: '机关工委',
        document: '〔2025〕1号',
      },
    ]
    const verdicts = verdictsOf([hours, moreHours], { posts: secretary, waivers })
    expect(verdicts[stronger]).toBe('waived')
    expect(verdicts[weaker]).toBe('not-applicable')
  })
})

describe('presence: founded, dissolved, joined, left', () => {
  test.each([
    ['founded on the first day', { founded: '2025-01-01' }, 'breached'],
    ['founded within the quarter', { founded: '2025-01-02' }, 'not-applicable'],
    ['dissolved on the last day', { dissolved: '2025-03-31' }, 'breached'],
    ['dissolved within the quarter', { dissolved: '2025-03-30' }, 'not-applicable'],
  ])('a branch %s', (_, dates, verdict) => {
    const more = [{ id: 'b2', name: '第二党支部', kind: 'branch', ...dates }]
    expect(verdictsOf([generalMeeting], { organizations: more })['b2 2025-Q1']).toBe(verdict)
  })

  test.each([
    ['admitted within the year', { admittedOn: '2025-03-01', status: 'probationary' }, 'not-applicable'],
    ['admitted on 1 January', { admittedOn: '2025-01-01', status: 'probationary' }, 'breached'],
    ['left within the year', { leftOn: '2025-09-01' }, 'not-applicable'],
    ['suspended within the year', { suspendedOn: '2025-09-01', membership: '停止党籍' }, 'not-applicable'],
    ['an activist', { status: 'activist', activistOn: '2024-01-01' }, 'not-applicable'],
  ])('a member %s', (_, facts, verdict) => {
    const { admittedOn: __, fullOn: ___, ...bare } = member
    expect(verdictsOf([hours], { members: [{ ...bare, ...facts }] })['m 2025']).toBe(verdict)
  })

  test('a minimum of presence', () => {
    const half = requirement({ ...hours, id: 'member/half-year-hours', presence: 'P6M' })
    const late = (admittedOn: string) => {
      const { admittedOn: __, fullOn: ___, ...bare } = member
      return verdictsOf([half], { members: [{ ...bare, admittedOn }] })['m 2025']
    }
    expect(late('2025-06-30')).toBe('breached')
    expect(late('2025-08-01')).toBe('not-applicable')
  })
})

describe('absence for six months accuses nobody lightly', () => {
  const monthly = Array.from({ length: 12 }, (_, i) =>
    session(`t${String(i + 1).padStart(2, '0')}`, 'theme-day', `2025-${String(i + 1).padStart(2, '0')}-05`),
  )
  const others = [member, { ...member, id: 'o', name: '乙某' }]
  const rowsOfOther = monthly.map((one) => ({ session: one.id, member: 'o', status: 'present' }))
  const until = (n: number) => monthly.slice(0, n).map((one) => attended(one.id))
  const judge = (
    attendance: { session: string; member: string; status: string }[],
    asOf = '2025-12-31',
    more = {},
  ) =>
    verdictsOf(
      [absence],
      { members: others, sessions: monthly, attendance: [...rowsOfOther, ...attendance], ...more },
      asOf,
    )

  test('met while the gap is short, pending from four months, breached over six', () => {
    const attendance = until(3)
    const key = 'm since-2025-03-05'
    expect(judge(attendance, '2025-07-04')[key]).toBe('met')
    expect(judge(attendance, '2025-07-05')[key]).toBe('pending')
    expect(judge(attendance, '2025-09-05')[key]).toBe('pending')
    expect(judge(attendance, '2025-09-06')[key]).toBe('breached')
  })

  test('leave is no absence', () => {
    const attendance = [...until(3), attended('t07', { status: '请假' })]
    expect(judge(attendance)['m since-2025-03-05']).toBe('not-applicable')
  })

  test('sessions without attendance rows say nothing about anybody', () => {
    const verdicts = verdictsOf([absence], { members: others, sessions: monthly, attendance: until(3) })
    expect(verdicts['m since-2025-03-05']).toBe('unknown')
  })

  test('where nothing was held nobody was absent', () => {
    const sessions = monthly.slice(0, 3)
    expect(
      verdictsOf([absence], { members: others, sessions, attendance: until(3) })['m since-2025-03-05'],
    ).toBe('not-applicable')
  })

  test('never attended: counted from the first day in scope, accused only by what the data covers', () => {
    const key = 'm since-2011-07-01'
    const late = others.map((one) => ({ ...one, admittedOn: '2011-07-01' }))
    const on = (asOf: string) => judge([], asOf, { members: late })[key]
    expect(on('2025-03-01')).toBe('unknown')
    expect(on('2025-07-02')).toBe('breached')
  })
})

describe('structure of who', () => {
  test('a kind of organization that the rule does not name is no subject', () => {
    expect(
      verdictsOf(
        [themeDay],
        { organizations: [{ id: 'g', name: '党总支', kind: 'general-branch' }] },
        '2025-01-31',
      ),
    ).toEqual({
      'b 2025-01': 'breached',
    })
  })

  test('below and parentKind look up the tree', () => {
    const tree = [
      { id: 'w', name: '县直机关工委', kind: 'working-committee' },
      { id: 'b3', name: '第三党支部', kind: 'branch', parent: 'w' },
    ]
    const inOrgans = requirement({
      ...themeDay,
      id: 'branch/organ-theme-day',
      who: { all: [{ kind: ['branch'] }, { below: 'working-committee' }] },
    })
    const directly = requirement({
      ...themeDay,
      id: 'branch/direct-theme-day',
      who: { all: [{ kind: ['branch'] }, { parentKind: ['working-committee'] }] },
    })
    for (const rule of [inOrgans, directly])
      expect(verdictsOf([rule], { organizations: tree }, '2025-01-31')).toEqual({
        'b 2025-01': 'not-applicable',
        'b3 2025-01': 'breached',
      })
  })
})

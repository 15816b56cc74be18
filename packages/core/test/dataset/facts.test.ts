import { type Dataset, formatDate, MEMBER_STATUSES, NONE, ORGANIZATION_KINDS } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, CITIZEN, problems } from './fixture.ts'

/** The facts of the first member as text: `from: status …` per change point. */
function timeline(dataset: Dataset, id = 'p1'): string[] {
  const { memberId, factStart, factDay, factSet, factSets } = dataset['~columns']
  const m = memberId.indexOf(id)
  const lines: string[] = []
  for (let i = factStart[m]!; i < factStart[m + 1]!; i++) {
    const set = factSets[factSet[i]!]!
    const words = [
      set.gone ? 'gone' : set.status < 0 ? 'none' : MEMBER_STATUSES[set.status]!.id,
      ...(set.suspended ? ['suspended'] : []),
      ...set.tags,
      ...set.posts.map(({ role, kind }) => `${role}/${kind}`),
    ]
    lines.push(`${factDay[i] === NONE ? 'always' : formatDate(factDay[i]!)}: ${words.join(' ')}`)
  }
  return lines
}

const member = (more: object) => [{ id: 'p1', name: '甲', status: 'full', organization: 'b1', ...more }]

describe('statuses over time', () => {
  it.each<[string, object, string[], string[]]>([
    ['full without dates is always full', {}, ['always: full'], []],
    [
      'every milestone',
      {
        appliedOn: '2020-01-01',
        activistOn: '2020-07-01',
        candidateOn: '2021-07-01',
        admittedOn: '2022-01-01',
        fullOn: '2023-01-01',
      },
      [
        'always: none',
        '2020-01-01: applicant',
        '2020-07-01: activist',
        '2021-07-01: candidate',
        '2022-01-01: probationary',
        '2023-01-01: full',
      ],
      [],
    ],
    [
      'full since admission where only that is dated',
      { admittedOn: '2022-01-01' },
      ['always: none', '2022-01-01: full'],
      [],
    ],
    ['full since its date', { fullOn: '2023-01-01' }, ['always: none', '2023-01-01: full'], []],
    [
      'probationary without date since the last step',
      { status: '预备党员', appliedOn: '2020-01-01', candidateOn: '2024-01-01' },
      ['always: none', '2020-01-01: applicant', '2024-01-01: probationary'],
      [],
    ],
    [
      'dates win over a lower status',
      { status: '预备党员', admittedOn: '2024-01-01', fullOn: '2025-01-01' },
      ['always: none', '2024-01-01: probationary', '2025-01-01: full'],
      ['status-conflict p1'],
    ],
    [
      'a later step that is still to come is no conflict',
      { status: '预备党员', admittedOn: '2025-06-01', fullOn: '2026-06-01' },
      ['always: none', '2025-06-01: probationary', '2026-06-01: full'],
      [],
    ],
    [
      'dates win over a higher status',
      { admittedOn: '2025-06-01', fullOn: '2026-06-01' },
      ['always: none', '2025-06-01: probationary', '2026-06-01: full'],
      ['status-conflict p1'],
    ],
    [
      'milestones out of order',
      { admittedOn: '2023-01-01', fullOn: '2022-01-01' },
      ['always: none', '2022-01-01: full'],
      ['date-order p1'],
    ],
    ['gone', { leftOn: '2025-05-01', tags: ['流动党员'] }, ['always: full mobile', '2025-05-01: gone'], []],
    [
      'suspended until the day before resumption',
      { suspendedOn: '2025-02-01', resumedOn: '2025-08-01', membership: '正常' },
      ['always: full', '2025-02-01: full suspended', '2025-08-01: full'],
      [],
    ],
    ['suspended without a date', { membership: '停止党籍' }, ['always: full suspended'], []],
    [
      'suspended without a date, resumed on one',
      { membership: '停止党籍', resumedOn: '2025-08-01' },
      ['always: full suspended', '2025-08-01: full'],
      ['membership-conflict p1'],
    ],
    [
      'suspended again after an earlier resumption',
      { membership: '停止党籍', suspendedOn: '2025-02-01', resumedOn: '2020-01-01' },
      ['always: full', '2025-02-01: full suspended'],
      ['date-order p1'],
    ],
    [
      'in good standing, says the word, but not the date',
      { membership: '正常', suspendedOn: '2025-02-01' },
      ['always: full', '2025-02-01: full suspended'],
      ['membership-conflict p1'],
    ],
    [
      'tags with and without days',
      { tags: ['退休', '行动不便@2025-03-01..2025-09-30', '特长：书法'] },
      [
        'always: full retired 特长：书法',
        '2025-03-01: full mobility-limited retired 特长：书法',
        '2025-10-01: full retired 特长：书法',
      ],
      [],
    ],
    [
      'a tag with an open end',
      { tags: ['行动不便@2025-03-01..'] },
      ['always: full', '2025-03-01: full mobility-limited'],
      [],
    ],
    [
      'tags with bad days are left out',
      {
        tags: ['行动不便@2025-02-30..2025-09-30', '失能@2025-09-30..2025-03-01', '流动@..', '@2025-01-01..'],
      },
      ['always: full'],
      [
        'invalid-tag 失能@2025-09-30..2025-03-01',
        'invalid-tag 流动@..',
        'invalid-tag 行动不便@2025-02-30..2025-09-30',
        'invalid-tag @2025-01-01..',
      ].sort(),
    ],
    [
      'an unknown state of membership is blank',
      { membership: '待定' },
      ['always: full'],
      ['unknown-word 待定'],
    ],
  ])('%s', (_, more, expected, faults) => {
    const dataset = build({ members: member(more) })
    expect(timeline(dataset)).toEqual(expected)
    expect(problems(dataset).sort()).toEqual(faults)
  })

  it('an unknown status loses the record', () => {
    const dataset = build({
      members: [...member({}), ...member({ id: 'p2', status: '群众' }), ...member({ id: 'p3' })],
    })
    expect(problems(dataset)).toEqual(['unknown-word 群众'])
    expect(dataset.problems[0]?.message['zh-CN']).toContain('正式党员、预备党员')
    expect(dataset.member('p2')).toBeUndefined()
  })
})

describe('posts', () => {
  const post = (more: object) => ({
    member: 'p1',
    organization: 'b1',
    role: '书记',
    from: '2025-01-01',
    ...more,
  })
  it.each<[string, object[], string[], string[]]>([
    [
      'held on their days',
      [post({ to: '2025-06-30' }), post({ role: '党组成员', organization: 'l', from: '2025-03-01' })],
      [
        'always: full',
        '2025-01-01: full secretary/branch',
        '2025-03-01: full secretary/branch leadership-member/leadership-group',
        '2025-07-01: full leadership-member/leadership-group',
      ],
      [],
    ],
    [
      '委员 is a committee member',
      [post({ role: '保密委员' })],
      ['always: full', '2025-01-01: full committee-member/branch'],
      [],
    ],
    [
      'another role is kept as written',
      [post({ role: '联络员' })],
      ['always: full', '2025-01-01: full 联络员/branch'],
      ['unknown-role 联络员'],
    ],
    [
      'ending before it begins',
      [post({ to: '2024-12-31' })],
      ['always: full'],
      ['date-order 2025-01-01..2024-12-31'],
    ],
    [
      'a bad end loses the record',
      [post({ to: '2025-02-30' })],
      ['always: full'],
      ['invalid-date 2025-02-30'],
    ],
    [
      'twice',
      [post({}), post({})],
      ['always: full', '2025-01-01: full secretary/branch'],
      ['duplicate-record p1 @ b1'],
    ],
    ['of unknown organization', [post({ organization: 'x' })], ['always: full'], ['unknown-organization x']],
    ['of unknown member', [post({ member: 'x' })], ['always: full'], ['unknown-member x']],
  ])('%s', (_, posts, expected, faults) => {
    const organizations = [
      { id: 'b1', name: '一', kind: '党支部' },
      { id: 'l', name: '组', kind: '党组' },
    ]
    const sessions: object[] = [{ id: 's', organization: 'b1', kinds: ['党课'], start: '2025-01-01' }]
    const dataset = build({ organizations, sessions, members: member({}), posts })
    expect(timeline(dataset)).toEqual(expected)
    expect(problems(dataset)).toEqual(faults)
  })
})

describe('organizations above', () => {
  it('are known by kind, over time', () => {
    const dataset = build({
      organizations: [
        { id: 'w', name: '工委', kind: '机关工委' },
        { id: 'd', name: '机关党委', kind: '机关党委', parent: 'w' },
        { id: 'b1', name: '一', kind: '党支部', parent: 'd' },
        { id: 'b2', name: '二', kind: '党支部' },
      ],
      members: member({ organization: 'b2' }),
      affiliations: [
        { member: 'p1', organization: 'b1', from: '2020-01-01', to: '2025-05-31' },
        { member: 'p1', organization: 'b2', from: '2025-06-01' },
      ],
    })
    const { factDay, factSet, factSets } = dataset['~columns']
    const kinds = Array.from(factDay, (day, i) => [
      day === NONE ? 'always' : formatDate(day),
      ORGANIZATION_KINDS.filter((_, bit) => (factSets[factSet[i]!]!.above >> bit) & 1)
        .map((kind) => kind.id)
        .join(' '),
    ])
    expect(kinds).toEqual([
      ['always', ''],
      ['2020-01-01', 'working-committee organ-committee branch'],
      ['2025-06-01', 'branch'],
    ])
  })
})

describe('rank, education and occupation', () => {
  it.each<[string, object, string[], string[]]>([
    ['blank', {}, ['- - -'], []],
    [
      'stated, until the person is gone',
      { rank: '四级调研员', education: '大学', occupation: '公务员', leftOn: '2025-06-01' },
      ['consultant-4 大学 公务员', '- - -'],
      [],
    ],
    ['an alias of a rank', { rank: '正科级' }, ['township-chief - -'], []],
    ['the identifier of a rank', { rank: 'section-1' }, ['section-1 - -'], []],
    ['an unknown rank', { rank: '处长' }, ['处长 - -'], ['unknown-rank 处长']],
    [
      'a citizen number',
      { rank: CITIZEN, occupation: `教师${CITIZEN}` },
      [`${'*'.repeat(18)} - 教师${'*'.repeat(18)}`],
      ['citizen-number-in-text', 'citizen-number-in-text', `unknown-rank ${'*'.repeat(18)}`],
    ],
    ['words that end where others begin', { education: '大学\n教师' }, ['- 大学\n教师 -'], []],
  ])('%s', (_, more, expected, faults) => {
    const dataset = build({ members: [...member(more), { ...member({})[0], id: 'p2', occupation: '教师' }] })
    const { factStart, factSet, factSets } = dataset['~columns']
    const sets = Array.from(factSet.subarray(factStart[0], factStart[1]), (set) => factSets[set]!)
    expect(
      sets.map((set) => [set.rank, set.education, set.occupation].map((x) => x || '-').join(' ')),
    ).toEqual(expected)
    expect(problems(dataset)).toEqual(faults)
  })

  it('are fields of the member, with the sex and the place of the record', () => {
    const stated = { sex: '女', education: '大学', occupation: '教师', rank: '副处级' }
    const dataset = build({ members: [...member({}), { ...member(stated)[0], id: 'p2' }] })
    expect(dataset.member('p1')).toMatchObject({
      sex: null,
      education: null,
      occupation: null,
      rank: null,
      place: { row: 1 },
    })
    expect(dataset.member('p2')).toMatchObject({ ...stated, rank: 'county-deputy', place: { row: 2 } })
  })

  it.each(['sex', 'education', 'occupation', 'rank'])('differ in the hash by %s', (field) => {
    const hash = (more: object) => build({ members: member(more) }).hash
    expect(hash({ [field]: '甲' })).not.toBe(hash({ [field]: '乙' }))
    expect(hash({ [field]: '甲', leftOn: '1990-01-01' })).not.toBe(hash({ leftOn: '1990-01-01' }))
  })

  it('share one set where they are equal', () => {
    const same = { rank: '科员', education: '大学' }
    const members = ['p1', 'p2', 'p3'].map((id, i) => ({
      ...member({ ...same, sex: i === 0 ? '男' : '女' })[0],
      id,
    }))
    expect(build({ members })['~columns'].factSets.length).toBe(1)
  })
})

describe('full-time posts', () => {
  it('are known of posts and in facts', () => {
    const post = { member: 'p1', organization: 'b1', role: '书记', from: '2025-01-01' }
    const dataset = build({ posts: [post, { ...post, role: '组织委员', fullTime: true }] })
    expect(dataset.posts.map(({ role, fullTime }) => [role, fullTime])).toEqual([
      ['organization-member', true],
      ['secretary', false],
    ])
    const { factSets } = dataset['~columns']
    expect(factSets.flatMap((set) => set.posts)).toEqual([
      { role: 'secretary', kind: 'branch', fullTime: false },
      { role: 'organization-member', kind: 'branch', fullTime: true },
    ])
  })
})

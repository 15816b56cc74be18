import { describe, expect, it } from 'vitest'
import { build, CITIZEN, CITIZEN_SHORT, codes, OTHER_CITIZEN, plus, problems } from './fixture.ts'

const key = { pseudonymKey: 'a key' }
const person = (more: object) => ({ name: '丙三', status: '正式党员', organization: 'b1', ...more })
const third = (rows: readonly object[], options = key) => {
  const dataset = build({ members: plus('members', ...rows) }, options)
  return {
    dataset,
    ids: dataset.members.map((member) => member.id).filter((id) => id !== 'p1' && id !== 'p2'),
  }
}

describe('ids of members', () => {
  it('are derived from the citizen number, in whatever form it is written', () => {
    const forms = [
      { citizenId: CITIZEN },
      { citizenId: CITIZEN_SHORT },
      { citizenId: ' 990101 19900101 0035 ' },
      { id: CITIZEN },
      { id: CITIZEN_SHORT },
      { id: '９９０１０１１９９００１０１００３５' },
    ].map((form) => third([person(form)]))
    for (const { dataset, ids } of forms) {
      expect(ids).toEqual([expect.stringMatching(/^m-[\w-]{16}$/)])
      expect(problems(dataset)).toEqual([])
    }
    expect(new Set(forms.map(({ ids }) => ids[0])).size).toBe(1)
    expect(third([person({ citizenId: OTHER_CITIZEN })]).ids).not.toEqual(forms[0]!.ids)
    expect(third([person({ citizenId: CITIZEN })], { pseudonymKey: 'another' }).ids).not.toEqual(
      forms[0]!.ids,
    )
  })

  it('are the number given where there is one', () => {
    expect(third([person({ id: '1001', citizenId: CITIZEN })]).ids).toEqual(['1001'])
  })

  it('are derived from name and branch without any number', () => {
    const byCode = third([person({})])
    const byName = third([person({ organization: '第一党支部' })])
    const inGroup = third([person({ organization: 'b1-1' })])
    expect(byCode.ids).toEqual([expect.stringMatching(/^m-[\w-]{16}$/)])
    expect(byName.ids).toEqual(byCode.ids)
    expect(inGroup.ids).toEqual(byCode.ids)
    expect(third([person({ organization: 'b2' })]).ids).not.toEqual(byCode.ids)
  })

  it('are refused to different persons of one branch and name', () => {
    const { dataset, ids } = third([person({ born: '1980-01-01' }), person({ born: '1990-01-01' })])
    expect(ids).toEqual([])
    expect(problems(dataset)).toEqual(['ambiguous-member 丙**', 'ambiguous-member 丙**'])
    expect(codes(third([person({}), person({})]).dataset)).toEqual(['duplicate-id'])
    expect(third([person({}), person({ organization: 'b2' })]).ids).toHaveLength(2)
  })

  it('are of the run only where one had to be derived without a key', () => {
    expect(codes(build())).toEqual([])
    const first = build({ members: plus('members', person({ citizenId: CITIZEN })) })
    const second = build({ members: plus('members', person({ citizenId: CITIZEN })) })
    expect(codes(first)).toEqual(['key-of-the-run'])
    expect(first.hash).not.toBe(second.hash)
  })

  it.each([
    ['4.40107E+17', 'citizen-number-damaged'],
    ['9.90101e17', 'citizen-number-damaged'],
    ['990101198506150000', 'citizen-number-damaged'],
    ['990101199001010039', 'citizen-number-invalid'],
    ['99010119900101003', 'citizen-number-invalid'],
    ['990101199013010039', 'citizen-number-invalid'],
    ['无', 'citizen-number-invalid'],
  ])('citizen number %s is %s and never shown', (citizenId, code) => {
    const { dataset } = third([person({ id: 'p3', citizenId })])
    expect(problems(dataset)).toEqual([`${code} ****`])
    expect(dataset.problems[0]?.severity).toBe('warning')
  })

  it('a number in scientific notation is no number', () => {
    const { dataset, ids } = third([
      person({ id: '9.90101E+17' }),
      person({ id: '9.90101E+17', name: '丁四' }),
    ])
    expect(ids).toHaveLength(2)
    expect(codes(dataset)).toEqual(['citizen-number-damaged', 'citizen-number-damaged'])
  })

  it('two members with one citizen number are both kept; rows by that number are nobody’s', () => {
    const members = plus(
      'members',
      person({ id: 'p3', citizenId: CITIZEN }),
      person({ id: 'p4', citizenId: CITIZEN }),
    )
    const dataset = build({ members, attendance: [{ session: 's1', member: CITIZEN, status: '出席' }] })
    expect(problems(dataset)).toEqual([
      'ambiguous-member ********',
      'attendance-untrustworthy',
      'duplicate-citizen-number p4',
    ])
  })
})

describe('references to members', () => {
  const members = [
    { id: 'p1', name: '甲一', status: 'full', organization: 'b1', citizenId: CITIZEN },
    { id: 'p2', name: '张三', status: 'full', organization: 'b1' },
    { id: 'p3', name: '张三', status: 'full', organization: 'b2' },
    { id: 'p4', name: '李四', status: 'full', organization: 'b2', leftOn: '2025-02-01' },
    { id: 'p5', name: '李四', status: 'full', organization: 'b2' },
    { id: 'p6', name: '王五', status: 'full', organization: 'b2' },
    { id: 'p7', name: '王五', status: 'full', organization: 'b2' },
  ]
  const session = (id: string, organization: string) => ({
    id,
    organization,
    kinds: ['党课'],
    start: '2025-03-05',
  })
  const sessions = [session('s1', 'b1'), session('s2', 'b2'), session('s3', 'b1-1'), session('s4', 'g')]
  it.each([
    ['s1', 'p2', 'p2'],
    ['s1', CITIZEN, 'p1'],
    ['s1', CITIZEN_SHORT, 'p1'],
    ['s1', '甲一', 'p1'],
    ['s2', '甲 一', 'p1'],
    ['s1', '张三', 'p2'],
    ['s2', '张三', 'p3'],
    ['s3', '张三', 'p2'],
    ['s4', '张三', 'ambiguous-member 张**'],
    ['s2', '李四', 'p5'],
    ['s1', '李四', 'p5'],
    ['s2', '王五', 'ambiguous-member 王**'],
    ['s2', '赵六', 'unknown-member 赵**'],
    ['s2', OTHER_CITIZEN, 'unknown-member ********'],
    ['s2', 'p9', 'unknown-member p9'],
  ])('at %s, %s is %s', (at, reference, expected) => {
    const dataset = build({
      members,
      sessions,
      attendance: [{ session: at, member: reference, status: '出席' }],
    })
    const found = dataset.attendanceAt(at).map((row) => row.member)
    const lost = problems(dataset).filter((problem) => problem.includes('-member '))
    expect([...found, ...lost]).toEqual([expected])
  })

  it('follow the transfers of namesakes', () => {
    const affiliations = [
      { member: 'p2', organization: 'b1', from: '2020-01-01', to: '2025-03-01' },
      { member: 'p2', organization: 'b2', from: '2025-03-02' },
      { member: 'p3', organization: 'b2', from: '2020-01-01', to: '2025-03-01' },
      { member: 'p3', organization: 'b1', from: '2025-03-02' },
    ]
    const dataset = build({
      members,
      sessions,
      affiliations,
      attendance: [{ session: 's1', member: '张三', status: '出席' }],
    })
    expect(dataset.attendanceAt('s1').map((row) => row.member)).toEqual(['p3'])
  })
})

describe('citizen numbers', () => {
  it('are nowhere in the dataset, its problems or its columns', () => {
    const dataset = build(
      {
        members: plus(
          'members',
          person({ citizenId: CITIZEN }),
          person({ id: OTHER_CITIZEN, name: '丁四', citizenId: '990101198506150029' }),
          person({ id: '丙三990101197002030041', name: `丁四${CITIZEN}` }),
        ),
        sessions: [
          {
            id: 's1',
            organization: 'b1',
            kinds: ['党课', CITIZEN],
            start: '2025-03-05',
            title: `与${CITIZEN}谈话`,
            venue: OTHER_CITIZEN,
            program: CITIZEN,
            lecturers: [CITIZEN, '990101197002030042'],
            participants: [OTHER_CITIZEN, '990101197002030042'],
            topics: [CITIZEN],
            observers: [CITIZEN],
            coHosts: [CITIZEN],
          },
        ],
        posts: [
          { member: CITIZEN, organization: 'b1', role: CITIZEN, from: '2025-01-01' },
          { member: '990101197002030042', organization: 'b1', role: '书记', from: '2025-01-01' },
        ],
        affiliations: [{ member: CITIZEN, organization: 'b1', from: '2025-01-01' }],
        attendance: [{ session: CITIZEN, member: CITIZEN, status: CITIZEN }],
        waivers: [
          {
            rule: 'r',
            subject: CITIZEN,
            from: '2025-01-01',
            to: '2025-02-01',
            reason: CITIZEN,
            approver: '甲',
            document: OTHER_CITIZEN,
          },
          {
            rule: 'r',
            subject: `${CITIZEN}@b1:secretary`,
            from: '2025-01-01',
            to: '2025-02-01',
            reason: 'x',
            approver: '甲',
            document: 'd',
          },
        ],
        export: [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31', source: CITIZEN }],
      },
      key,
    )
    const { organizations, members, sessions, posts, waivers, problems: all, source } = dataset
    const { '~columns': columns } = dataset
    const everything = JSON.stringify([
      organizations,
      members,
      sessions,
      posts,
      waivers,
      all,
      source,
      columns,
    ])
    const attendance = JSON.stringify([
      members.map(({ id }) => dataset.attendanceOf(id)),
      dataset.attendanceAt('s1'),
    ])
    const named = members.filter((member) => !member.name.includes('99')).map((member) => member.id)
    for (const number of [CITIZEN, CITIZEN_SHORT, OTHER_CITIZEN, '990101197002030042', '990101198506150029'])
      expect(everything + attendance).not.toContain(number)
    expect(named.length).toBeGreaterThan(3)
    expect(waivers.map((waiver) => waiver.subject)).toEqual([
      expect.stringMatching(/^m-[\w-]{16}$/),
      expect.stringMatching(/^m-[\w-]{16}@b1:secretary$/),
    ])
  })
})

import { buildDataset, type Dataset, formatDate, NONE } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, CITIZEN, CITIZEN_SHORT, codes, plus, problems, small } from './fixture.ts'

const act = (more: object = {}) => ({
  id: 'a1',
  kind: '谈心谈话',
  date: '2025-03-05',
  organization: 'b1',
  ...more,
})

/** The act a1 as text: organization, member, counterpart and session, `-` for none. */
function about(dataset: Dataset, id = 'a1'): string | undefined {
  const found = dataset.acts.find((one) => one.id === id)
  if (found === undefined) return undefined
  const { organization, member, counterpart, session } = found
  return [organization, member, counterpart, session].map((word) => word ?? '-').join(' ')
}

describe('acts', () => {
  it('have all that is stated', () => {
    const dataset = build({
      acts: [
        act({
          kind: '公示',
          until: '2025-03-11',
          organization: '第一党支部',
          member: '甲一',
          counterpart: 'p2',
          session: 's1',
          entitled: 30,
          present: 27,
          inFavour: 0,
          amount: 2.5,
          topics: ['党史', '防汛', '党史学习教育'],
          document: '工委〔2025〕3号',
          note: '无异议',
        }),
      ],
    })
    expect(dataset.problems).toEqual([])
    expect(dataset.counts.acts).toBe(1)
    expect(dataset.acts).toEqual([
      {
        id: 'a1',
        kind: 'public-notice',
        date: '2025-03-05',
        until: '2025-03-11',
        organization: 'b1',
        member: 'p1',
        counterpart: 'p2',
        session: 's1',
        entitled: 30,
        present: 27,
        inFavour: 0,
        amount: 2.5,
        topics: ['party-history', '防汛'],
        document: '工委〔2025〕3号',
        note: '无异议',
        place: { row: 1 },
      },
    ])
  })

  it('are null where nothing is stated', () => {
    expect(build({ acts: [act({ document: '' })] }).acts[0]).toEqual({
      id: 'a1',
      kind: 'talk',
      date: '2025-03-05',
      until: null,
      organization: 'b1',
      member: null,
      counterpart: null,
      session: null,
      entitled: null,
      present: null,
      inFavour: null,
      amount: null,
      topics: [],
      document: null,
      note: null,
      place: { row: 1 },
    })
  })

  it('are in order of day, then id, and found by person and organization', () => {
    const dataset = build({
      acts: [
        act({ id: 'a4', date: '2025-05-01', organization: 'b2' }),
        act({ id: 'a3', date: '2025-04-01', member: 'p1', counterpart: 'p1' }),
        act({ id: 'a2', date: '2025-04-01', organization: 'g', member: 'p2', counterpart: 'p1' }),
        act({ id: 'a1', date: '2025-06-01', member: 'p1', organization: undefined }),
      ],
    })
    const ids = (acts: Dataset['acts']) => acts.map(({ id }) => id)
    expect(ids(dataset.acts)).toEqual(['a2', 'a3', 'a4', 'a1'])
    expect(ids(dataset.actsOf('p1'))).toEqual(['a2', 'a3', 'a1'])
    expect(ids(dataset.actsOf('p2'))).toEqual(['a2'])
    expect(ids(dataset.actsOf('nobody'))).toEqual([])
    expect(ids(dataset.actsAt('b1'))).toEqual(['a3'])
    expect(ids(dataset.actsAt('g'))).toEqual(['a2'])
    expect(ids(dataset.actsAt('nowhere'))).toEqual([])
    const c = dataset['~columns']
    expect(c.actCount).toBe(4)
    expect(Array.from(c.actDay, formatDate)).toEqual(['2025-04-01', '2025-04-01', '2025-05-01', '2025-06-01'])
    expect([...new Set(c.actUntil)]).toEqual([NONE])
  })

  it.each<[string, object, string | undefined, string[]]>([
    [
      'an unknown organization',
      { organization: 'b9', member: 'p1' },
      '- p1 - -',
      ['unknown-organization b9'],
    ],
    ['an unknown organization alone', { organization: 'b9' }, undefined, ['unknown-organization b9']],
    ['an unknown member', { member: 'p9' }, 'b1 - - -', ['unknown-member p9']],
    [
      'an unknown member, with a session',
      { organization: undefined, session: 's1', member: 'p9' },
      '- - - s1',
      ['unknown-member p9'],
    ],
    ['an unknown member alone', { organization: undefined, member: 'p9' }, undefined, ['unknown-member p9']],
    [
      'an unknown member and a known counterpart',
      { organization: undefined, member: 'p9', counterpart: 'p2' },
      '- - p2 -',
      ['unknown-member p9'],
    ],
    ['an unknown counterpart', { counterpart: '路人' }, 'b1 - - -', ['unknown-member 路**']],
    ['an unknown session', { session: 's9' }, 'b1 - - -', ['unknown-session s9']],
    [
      'two unknown references',
      { organization: 'b9', session: 's9' },
      undefined,
      ['unknown-organization b9', 'unknown-session s9'],
    ],
    ['no reference', { organization: undefined }, undefined, ['act-about-nothing a1']],
    [
      'a name of two organizations',
      { organization: '第一党小组', member: 'p1' },
      '- p1 - -',
      ['ambiguous-organization 第一党小组'],
    ],
    ['an unknown kind', { kind: '打牌' }, undefined, ['unknown-word 打牌']],
    ['an end before the day', { until: '2025-03-04' }, 'b1 - - -', ['date-order 2025-03-05..2025-03-04']],
    ['a half person', { present: 1.5 }, 'b1 - - -', ['wrong-type 1.5']],
    ['persons below none', { entitled: -1 }, 'b1 - - -', ['out-of-range -1']],
    ['a day that does not exist', { date: '2025-02-30' }, undefined, ['invalid-date 2025-02-30']],
    ['a citizen number of nobody', { member: CITIZEN }, 'b1 - - -', ['unknown-member ********']],
  ])('with %s', (_, more, expected, found) => {
    const dataset = build({ acts: [act(more)] })
    expect(about(dataset)).toBe(expected)
    expect(problems(dataset)).toEqual(found)
    for (const { message } of dataset.problems)
      expect([message['zh-CN'], message.en].join()).not.toMatch(/\{|undefined/)
  })

  it('say what became of the record or the cell', () => {
    const words = (more: object) => build({ acts: [act(more)] }).problems[0]?.message['zh-CN']
    expect(words({ session: 's9' })).toContain('“活动编号”的“s9”不在活动表中，这个单元格按空白处理。')
    expect(words({ session: 's9', organization: undefined })).toContain('这一行未采用')
  })

  it('tell namesakes apart by the organization, or by the host of the session', () => {
    const members = plus(
      'members',
      { id: 'p3', name: '同名', status: 'full', organization: 'b1' },
      { id: 'p4', name: '同名', status: 'full', organization: 'b2' },
    )
    const at = (more: object) => {
      const dataset = build({ members, acts: [act({ member: '同名', ...more })] })
      return [about(dataset), ...codes(dataset)]
    }
    expect(at({})).toEqual(['b1 p3 - -'])
    expect(at({ organization: 'b2' })).toEqual(['b2 p4 - -'])
    expect(at({ organization: undefined, session: 's1' })).toEqual(['- p3 - s1'])
    expect(at({ organization: 'g' })).toEqual(['g - - -', 'ambiguous-member'])
  })

  it.each<[string, object, string]>([
    ['equal', {}, 'warning'],
    ['equal in other words', { kind: 'talk' }, 'warning'],
    ['different', { note: '二' }, 'error'],
  ])('of one id that are %s are one', (_, more, severity) => {
    const dataset = build({ acts: [act(), act(more)] })
    expect(dataset.acts.length).toBe(1)
    expect(dataset.problems.map((problem) => [problem.code, problem.severity])).toEqual([
      ['duplicate-id', severity],
    ])
  })

  it('keep no citizen number, whether as id, reference or in a text', () => {
    const members = [{ ...small.members[0], citizenId: CITIZEN }, small.members[1]]
    const dataset = build(
      {
        members,
        acts: [
          act({ id: CITIZEN, member: CITIZEN_SHORT, counterpart: '990101198506150020' }),
          act({ id: 'a2', note: `联系${CITIZEN}`, document: CITIZEN, topics: [CITIZEN] }),
        ],
      },
      { pseudonymKey: 'key' },
    )
    expect(dataset.acts.map(({ member, note }) => [member, note])).toContainEqual([
      null,
      `联系${'*'.repeat(18)}`,
    ])
    expect(dataset.actsOf('p1').length).toBe(1)
    expect(codes(dataset).sort()).toEqual([
      'citizen-number-in-text',
      'citizen-number-in-text',
      'unknown-member',
    ])
    expect(JSON.stringify([dataset.acts, dataset.problems])).not.toMatch(
      new RegExp(`${CITIZEN}|${CITIZEN_SHORT}|990101198506150020`),
    )
  })

  it('that are no table, or an empty one, are not the same', () => {
    const none = build()
    const empty = build({ acts: [] })
    expect([none.acts, none.actsOf('p1'), none.actsAt('b1')]).toEqual([[], [], []])
    expect(['acts' in none.counts, empty.counts.acts]).toEqual([false, 0])
    expect(empty.hash).not.toBe(none.hash)
    expect(none['~columns'].actsOfMemberStart.length).toBe(3)
  })

  it.each<[string, object]>([
    ['kind', { kind: '述职' }],
    ['day', { date: '2025-03-06' }],
    ['until', { until: '2025-03-11' }],
    ['organization', { organization: 'b2' }],
    ['member', { member: 'p1' }],
    ['counterpart', { counterpart: 'p1' }],
    ['session', { session: 's1' }],
    ['entitled', { entitled: 3 }],
    ['present', { present: 3 }],
    ['inFavour', { inFavour: 3 }],
    ['amount', { amount: 3 }],
    ['topics', { topics: ['党史'] }],
    ['document', { document: 'x' }],
    ['note', { note: 'x' }],
  ])('differ in the hash by %s', (_, more) => {
    expect(build({ acts: [act(more)] }).hash).not.toBe(build({ acts: [act()] }).hash)
  })

  it('are frozen and need no other optional table', () => {
    const dataset = buildDataset({ ...small, acts: [act()] })
    expect(Object.isFrozen(dataset.acts)).toBe(true)
    expect(Object.isFrozen(dataset.acts[0])).toBe(true)
    expect(dataset.hasColumn('acts', 'member')).toBe(false)
    expect(dataset.hasColumn('acts', 'organization')).toBe(true)
  })
})

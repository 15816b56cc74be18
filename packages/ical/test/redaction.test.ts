import { buildDataset } from '@xueshi/core'
import { calendarStream, createCalendars } from '@xueshi/ical'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { eventOf, events, one } from './support/ics.ts'
import { lint } from './support/lint.ts'
import { planned } from './support/plan.ts'

const sessions = [
  {
    title: '走访甲一同志',
    lecturers: ['丁教授', '外请的戊老师'],
    venue: 'V1',
    topics: ['党史'],
    program: '某培训项目',
    hours: 2,
    coHosts: ['b2'],
  },
  { title: '送学上门', venue: '甲一家中', kinds: ['主题党日', '没见过的类型'] },
  { title: '到中心户', venue: 'V3' },
  { title: '到另一中心户', venue: '城东党员中心户' },
  { title: '本单位', venue: 'V2', kinds: ['没见过的类型'] },
]

describe('public', () => {
  const { ics } = createCalendars(planned(sessions), { level: 'public', memberNames: true }).county()
  const read = () => events(ics).map((event) => event.properties.filter(({ name }) => name === 'SUMMARY'))

  it('says kind, organization and time', () => {
    expect(
      read()
        .flat()
        .map(({ text }) => text),
    ).toEqual(['主题党日', '主题党日', '主题党日', '主题党日', '组织生活'])
    const [first] = events(ics)
    expect(one(first!, 'DESCRIPTION').text).toBe(
      '活动类型：主题党日\n主办：第一党支部\n联办：第二党支部\n状态：计划',
    )
    expect(one(first!, 'DTSTART').raw).toBe('20260310T143000')
  })

  it('names a shared venue of the register, and neither a home, nor an own room, nor a place nobody knows', () => {
    expect(
      events(ics).map((event) => event.properties.find(({ name }) => name === 'LOCATION')?.text),
    ).toEqual(['革命纪念馆', undefined, undefined, undefined, undefined])
  })

  it.each(['甲一', '丁教授', '戊老师', '走访', '培训项目', '没见过', '财政局会议室', '人民路', '党史'])(
    'does not say %s',
    (canary) => {
      expect(ics.replaceAll('\r\n ', '')).not.toContain(canary)
    },
  )

  it('names nobody in the name of a feed', () => {
    const calendars = createCalendars(planned(sessions), { level: 'public', memberNames: true })
    expect(calendars.member('m1').name).toBe('我的组织生活')
    expect(calendars.lecturer('L1').name).toBe('授课安排')
    expect(calendars.venue('V3').name).toBe('场地使用安排')
    expect(calendars.venue('V1').name).toBe('革命纪念馆使用安排')
  })
})

describe('own', () => {
  const held = planned(
    [
      { title: '党课', status: '已举办', hours: 2 },
      { title: '请假的', status: '已举办', hours: 2 },
      { title: '将来的', hours: 3 },
      { title: '取消的', status: '取消', hours: 3 },
      { title: '没有记录的' },
    ],
    {
      attendance: [
        { session: 'p1', member: 'm1', status: '出席', capacity: '主讲', hours: 4 },
        { session: 'p2', member: 'm1', status: '请假' },
        { session: 'p3', member: 'm1', status: '出席', capacity: '主持' },
        { session: 'p4', member: 'm1', status: '出席' },
        { session: 'p1', member: 'm2', status: '缺席' },
      ],
    },
  )
  const calendars = createCalendars(held, {
    level: 'own',
    countsFor: ({ title }, member) => (title === '将来的' ? [`${member}的集中培训`, '年度32学时'] : []),
  })
  const { ics } = calendars.member('m1')
  const own = (title: string) =>
    one(eventOf(ics, title), 'DESCRIPTION')
      .text.split('\n')
      .filter((line) => /^(本人|计入)/.test(line))

  it.each([
    ['党课', ['本人身份：主讲', '本人出席情况：出席', '本人学时：4']],
    ['请假的', ['本人身份：普通党员', '本人出席情况：请假']],
    ['将来的', ['本人身份：主持', '本人学时：3', '计入：m1的集中培训、年度32学时']],
    ['取消的', ['本人身份：普通党员']],
    ['没有记录的', []],
  ])('%s: %j', (title, expected) => {
    expect(own(title)).toEqual(expected)
  })

  it('changes nothing else, and nothing of the feeds of others', () => {
    expect(lint(Buffer.from(ics))).toEqual([])
    const plain = createCalendars(held)
    const without = (text: string) =>
      events(text).map(({ properties }) => properties.filter(({ name }) => name !== 'DESCRIPTION'))
    expect(without(ics)).toEqual(without(plain.member('m1').ics))
    expect(calendars.organization('b1').ics).toBe(plain.organization('b1').ics)
    expect(calendars.member('m2').ics).not.toContain('主持')
  })
})

/** Texts that carry what must not get out: a name nobody else has, and numbers to reach people by. */
const carrier = fc
  .tuple(
    fc.constantFrom('', '联系', '电话：', 'Tel ', '请找'),
    fc.constantFrom(
      '欧阳墨白',
      '13912345678',
      '139 1234 5678',
      '0857-8223456',
      '8223456',
      '99010119900101001X',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/\d/g, '')),
  )
  .map(([before, canary, after]) => before + canary + after)

test('no name and no number gets into a public feed, whatever cell it stands in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ title: carrier, venue: carrier, lecturer: carrier, program: carrier, kind: carrier }),
      async ({ title, venue, lecturer, program, kind }) => {
        const dataset = buildDataset({
          organizations: [{ id: 'b1', name: '第一党支部', kind: '党支部' }],
          members: [{ id: 'm1', name: '欧阳墨白', status: '正式党员', organization: 'b1' }],
          lecturers: [{ id: 'L1', name: '欧阳墨白', member: 'm1' }],
          venues: [{ id: 'V1', name: `活动室${venue}`, shared: true }],
          sessions: [
            {
              id: 's1',
              organization: 'b1',
              kinds: [kind],
              title,
              venue,
              lecturers: [lecturer],
              start: '2026-03-05',
            },
            {
              id: 's2',
              organization: 'b1',
              kinds: ['党课', kind],
              venue: 'V1',
              program,
              lecturers: ['m1', 'L1'],
              start: '2026-03-06',
            },
          ],
          attendance: [{ session: 's1', member: 'm1', status: '出席' }],
          export: [{ from: '2026-01-01', to: '2026-12-31' }],
        })
        const options = { level: 'public', memberNames: true, alarms: [10] } as const
        const calendars = createCalendars(dataset, options)
        const feeds = [
          calendars.organization('b1'),
          calendars.member('m1'),
          calendars.leader('m1'),
          calendars.lecturer('L1'),
          calendars.venue('V1'),
          calendars.county(),
        ].map(({ ics }) => ics)
        let streamed = ''
        for await (const chunk of calendarStream(dataset, { kind: 'county', id: 'county' }, options))
          streamed += Buffer.from(chunk).toString('utf8')
        expect(streamed).toBe(feeds.at(-1))
        for (const ics of feeds) {
          expect(lint(Buffer.from(ics))).toEqual([])
          const shown = ics
            .replaceAll('\r\n ', '')
            .split('\r\n')
            .filter((line) => /^(SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|NAME|X-WR-CALNAME)/.test(line))
            .join('\n')
          expect(shown).not.toMatch(/欧阳墨白|\d{4}[ -]?\d{3,4}|99010119900101001X/)
        }
      },
    ),
    { numRuns: runs(150), seed: 20260305 },
  )
})

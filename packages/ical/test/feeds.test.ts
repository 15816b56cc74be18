import { buildDataset, type DatasetRows, XueshiError } from '@xueshi/core'
import { type CalendarOptions, createCalendars } from '@xueshi/ical'
import { Settings } from 'luxon'
import { describe, expect, it, test } from 'vitest'
import { county } from './support/county.ts'
import { eventOf, events, one, parseCalendar, summaries } from './support/ics.ts'

const dataset = buildDataset(county)
const calendars = createCalendars(dataset)

describe('the feed of an organization', () => {
  it.each<[string, string[]]>([
    ['b2', ['主题党日：联合党课', '党员大会']],
    ['g1', ['党小组会：讨论学习计划']],
    ['g2', []],
    ['jw', ['机关党委书记讲党课']],
    ['gw', ['集中培训：县直机关党员培训', '集中轮训：支部书记轮训班']],
    ['dz', ['年度民主生活会']],
    ['b3', ['教育局党员大会', '机关党委书记讲党课', '教育局年末党员大会']],
    ['xw', []],
  ])('%s holds what it or its groups host, co-host or sit in on', (id, expected) => {
    const feed = calendars.organization(id)
    expect(summaries(feed.ics)).toEqual(expected)
    expect(feed).toMatchObject({ id, events: expected.length, name: dataset.organization(id)?.name })
  })
})

describe('the feed of a member', () => {
  const upper = ['机关党委书记讲党课', '集中培训：县直机关党员培训']
  it.each<[string, string, string[]]>([
    [
      'm1',
      'own group and branch, organizations above, no committee meeting',
      [
        '主题党日：重温入党誓词',
        '党小组会：讨论学习计划',
        '志愿服务：清扫街道',
        ...upper,
        '【取消】二季度党员大会',
        '主题党日：联合党课',
        '三季度党员大会',
        '集中轮训：支部书记轮训班',
        '民主评议党员：年度组织生活会',
      ],
    ],
    [
      'm2',
      'not the other group, but where a missed session was made up',
      [
        '主题党日：重温入党誓词',
        '志愿服务：清扫街道',
        '教育局党员大会',
        ...upper,
        '【取消】二季度党员大会',
        '主题党日：联合党课',
        '三季度党员大会',
        '集中轮训：支部书记轮训班',
        '民主评议党员：年度组织生活会',
      ],
    ],
    [
      'm3',
      'where the member lectured and where the member was an observer',
      [
        '主题党日：重温入党誓词',
        '教育局党员大会',
        ...upper,
        '主题党日：联合党课',
        '党员大会',
        '集中轮训：支部书记轮训班',
      ],
    ],
    [
      'm5',
      'both lives of a leader, the study centre group while the post runs',
      [
        '主题党日：重温入党誓词',
        '第一季度学习',
        '志愿服务：清扫街道',
        ...upper,
        '【取消】二季度党员大会',
        '主题党日：联合党课',
        '三季度党员大会',
        '年度民主生活会',
        '集中轮训：支部书记轮训班',
        '民主评议党员：年度组织生活会',
      ],
    ],
    [
      'm6',
      'the committee meetings since the post began',
      [
        '主题党日：重温入党誓词',
        '三月支委会',
        '志愿服务：清扫街道',
        ...upper,
        '【取消】二季度党员大会',
        '主题党日：联合党课',
        '三季度党员大会',
        '集中轮训：支部书记轮训班',
        '民主评议党员：年度组织生活会',
      ],
    ],
    [
      'm7',
      'the branch of the day: first branch to 30 June, second branch from 1 July',
      [
        '主题党日：重温入党誓词',
        '志愿服务：清扫街道',
        ...upper,
        '【取消】二季度党员大会',
        '主题党日：联合党课',
        '党员大会',
        '集中轮训：支部书记轮训班',
      ],
    ],
    ['m8', 'nothing from the day the member left', ['教育局党员大会', '机关党委书记讲党课']],
  ])('%s: %s', (id, _what, expected) => {
    const titles = summaries(calendars.member(id).ics).map((summary) =>
      summary.replace('理论学习中心组学习：', '').replace('党课：机', '机'),
    )
    expect(titles).toEqual(expected)
  })

  it('shows the committee meetings of the own branch to everybody where no table of posts says for whom', () => {
    const { posts: _, ...withoutPosts } = county
    const titles = summaries(createCalendars(buildDataset(withoutPosts)).member('m1').ics)
    expect(titles).toEqual(expect.arrayContaining(['支委会', '三月支委会']))
    expect(titles).not.toContain('年度民主生活会')
  })

  it('does not say whose it is unless asked', () => {
    const { ics, name } = calendars.member('m1')
    expect(name).toBe('我的组织生活')
    expect(one(parseCalendar(ics), 'X-WR-CALNAME').text).toBe('我的组织生活')
    expect(ics).not.toContain('张伟')
    expect(createCalendars(dataset, { memberNames: true }).member('m1').name).toBe('张伟的组织生活')
    expect(createCalendars(dataset, { locale: 'en' }).member('m1').name).toBe('My organizational life')
  })
})

describe('an event', () => {
  it('says what a participant wants to know', () => {
    const event = eventOf(calendars.organization('b1').ics, '重温入党誓词')
    expect(one(event, 'DESCRIPTION').text.split('\n')).toEqual([
      '活动类型：主题党日',
      '主办：财政局第一党支部',
      '主讲人：王芳、省委党校 吴教授 ***',
      '内容分类：党史',
      '方式：线下',
      '学时：2',
    ])
    expect(one(event, 'LOCATION').text).toBe('财政局三楼, 会议室; 东')
    expect(one(event, 'CATEGORIES').raw).toBe('主题党日')
  })

  it('names co-hosts and several kinds', () => {
    const event = eventOf(calendars.organization('b1').ics, '联合党课')
    expect(one(event, 'DESCRIPTION').text).toContain(
      '活动类型：党课、主题党日\n主办：财政局第二党支部\n联办：财政局第一党支部',
    )
    expect(one(event, 'CATEGORIES').raw.split(',').sort()).toEqual(['主题党日', '党课'].sort())
  })

  it('says that the end is not stated, and states none', () => {
    const event = eventOf(calendars.organization('g1').ics, '讨论学习计划')
    expect(one(event, 'DTSTART').raw).toBe('20250312T233000')
    expect(event.properties.some(({ name }) => name === 'DTEND' || name === 'DURATION')).toBe(false)
    expect(one(event, 'DESCRIPTION').text).toMatch(/未注明结束时间$/)
  })

  it('shows the days of a session whose last day alone is known, and says when it starts', () => {
    const { ics } = createCalendars(
      buildDataset({
        organizations: county.organizations,
        members: [],
        sessions: [
          {
            id: 's1',
            organization: 'gw',
            kinds: ['集中培训'],
            start: '2025-06-10T08:30+08:00',
            end: '2025-06-12',
          },
        ],
      }),
    ).organization('gw')
    const [event] = events(ics)
    expect(one(event!, 'DTSTART')).toMatchObject({ raw: '20250610', parameters: { VALUE: 'DATE' } })
    expect(one(event!, 'DTEND')).toMatchObject({ raw: '20250613', parameters: { VALUE: 'DATE' } })
    expect(one(event!, 'DESCRIPTION').text).toMatch(/开始时间：08:30\n未注明结束时间$/)
  })

  it('says that only the day is known', () => {
    const event = eventOf(calendars.organization('b1').ics, '清扫街道')
    expect(one(event, 'DESCRIPTION').text).toMatch(/只注明日期，未注明具体时间$/)
  })

  it('speaks English when asked', () => {
    const { ics } = createCalendars(dataset, { locale: 'en' }).organization('b1')
    expect(one(eventOf(ics, '二季度党员大会'), 'SUMMARY').text).toBe(
      '[Cancelled] general meeting: 二季度党员大会',
    )
    expect(one(eventOf(ics, '重温入党誓词'), 'DESCRIPTION').text).toContain(
      'Kind: theme day\nHost: 财政局第一党支部\nLecturers: 王芳',
    )
  })
})

describe('options', () => {
  it.each<[string, CalendarOptions, string[]]>([
    ['from', { from: '2025-07-01' }, ['s-q3', 's-joint', 's-planned']],
    ['to', { to: '2025-02-28' }, ['s-committee-feb']],
    ['from and to, both days inclusive', { from: '2025-04-30', to: '2025-06-25' }, ['s-day', 's-cancelled']],
  ])('%s', (_name, options, ids) => {
    const feed = createCalendars(dataset, options).organization('b1')
    const starts = ids.map((id) => dataset.session(id)!.start.slice(0, 10).replaceAll('-', '')).sort()
    expect(events(feed.ics).map((event) => one(event, 'DTSTART').raw.slice(0, 8))).toEqual(starts)
  })

  it('a session that runs into the limits is inside them', () => {
    const { ics } = createCalendars(dataset, { from: '2025-06-12', to: '2025-06-12' }).organization('gw')
    expect(summaries(ics)).toEqual(['集中培训：县直机关党员培训'])
  })

  it('alarms, each once, the earliest first, behind the properties', () => {
    const { ics } = createCalendars(dataset, { alarms: [30, 1440, 30] }).organization('b2')
    const [event] = events(ics)
    expect(event!.components.map((alarm) => [one(alarm, 'ACTION').raw, one(alarm, 'TRIGGER').raw])).toEqual([
      ['DISPLAY', '-P1D'],
      ['DISPLAY', '-PT30M'],
    ])
    expect(calendars.organization('b2').ics).not.toContain('VALARM')
  })

  it('domain and refresh', () => {
    const { ics } = createCalendars(dataset, { domain: 'rili.county.example', refresh: 'P1D' }).organization(
      'b2',
    )
    expect(events(ics).every((event) => one(event, 'UID').raw.endsWith('@rili.county.example'))).toBe(true)
    expect(one(parseCalendar(ics), 'REFRESH-INTERVAL').raw).toBe('P1D')
  })

  it.each<[string, CalendarOptions, string]>([
    ['a domain with a line break', { domain: 'a\r\nMETHOD:PUBLISH' }, 'invalid-config'],
    ['an empty domain', { domain: '' }, 'invalid-config'],
    ['a language', { locale: 'fr' as never }, 'invalid-config'],
    ['half minutes', { alarms: [0.5] }, 'invalid-config'],
    ['an alarm after the start', { alarms: [-5] }, 'invalid-config'],
    ['no duration', { refresh: 'PT' }, 'invalid-duration'],
    ['a duration with more lines', { refresh: 'PT1H\r\nX:1' }, 'invalid-duration'],
    ['no day', { from: '2025-02-30' }, 'invalid-date'],
    ['limits the wrong way round', { from: '2025-03-02', to: '2025-03-01' }, 'invalid-period'],
  ])('refuses %s', (_name, options, code) => {
    expect(() => createCalendars(dataset, options)).toThrow(expect.objectContaining({ code }))
    expect(() => createCalendars(dataset, options)).toThrow(XueshiError)
  })

  it('refuses unknown organizations and members, without repeating a citizen number', () => {
    expect(() => calendars.organization('nowhere')).toThrow(
      expect.objectContaining({ code: 'unknown-organization' }),
    )
    expect(() => calendars.member('99010119900101001X')).toThrow(
      expect.objectContaining({ code: 'unknown-subject' }),
    )
    expect(() => calendars.member('99010119900101001X')).not.toThrow(/99010119900101001X/)
  })
})

test('all feeds come in the order of the dataset, of some kinds when asked', () => {
  const branches = [...calendars.organizations(['branch'])]
  expect(branches.map(({ id }) => id)).toEqual(['b1', 'b2', 'b3', 'b4'])
  expect(branches[0]!.ics).toBe(calendars.organization('b1').ics)
  expect([...calendars.organizations()]).toHaveLength(11)
  expect([...calendars.members()].map(({ id }) => id).sort()).toEqual([
    'm1',
    'm2',
    'm3',
    'm4',
    'm5',
    'm6',
    'm7',
    'm8',
  ])
  expect([...calendars.members()].map(({ ics }) => ics)).toEqual(
    dataset.members.map(({ id }) => calendars.member(id).ics),
  )
})

test('stamps come from the last covered day where the export does not say when it was made', () => {
  const { ics } = createCalendars(
    buildDataset({ ...county, export: [{ from: '2025-01-01', to: '2025-12-31' }] }),
  ).organization('b2')
  expect(events(ics).map((event) => one(event, 'DTSTAMP').raw)).toEqual([
    '20251230T160000Z',
    '20251230T160000Z',
  ])
})

test('nothing that a host sets in Luxon changes the bytes', () => {
  const before = calendars.organization('b1').ics
  Settings.defaultNumberingSystem = 'hanidec'
  Settings.defaultLocale = 'ar'
  Settings.defaultZone = 'America/New_York'
  try {
    expect(createCalendars(dataset).organization('b1').ics).toBe(before)
  } finally {
    Settings.resetCaches()
    Settings.defaultNumberingSystem = undefined as never
    Settings.defaultLocale = undefined as never
    Settings.defaultZone = 'system'
  }
})

test('the summer time of 1986 to 1991 shifts nothing', () => {
  const { ics } = createCalendars(
    buildDataset({
      organizations: county.organizations,
      members: [],
      sessions: [
        {
          id: 's1',
          organization: 'b1',
          kinds: ['党课'],
          start: '1988-07-01T09:00+08:00',
          end: '1988-07-01T10:00+08:00',
        },
        { id: 's2', organization: 'b1', kinds: ['党课'], start: '1988-07-02' },
      ],
    }),
  ).organization('b1')
  expect(events(ics).map((event) => one(event, 'DTSTART').raw)).toEqual(['19880701T090000', '19880702'])
})

describe('sessions that ask for one UID', () => {
  const session = (id: string, more: Partial<DatasetRows['sessions'][number]>) => ({
    id,
    organization: 'b1',
    kinds: ['主题党日'],
    title: id,
    start: '2025-03-05T09:00+08:00',
    end: '2025-03-05T10:00+08:00',
    ...more,
  })
  const uidsOf = (sessions: DatasetRows['sessions']) => {
    const { ics } = createCalendars(
      buildDataset({
        organizations: county.organizations,
        members: county.members,
        sessions,
        export: county.export!,
      }),
    ).organization('b1')
    return Object.fromEntries(
      events(ics).map((event) => [
        one(event, 'SUMMARY').text.replace('主题党日：', ''),
        one(event, 'UID').raw,
      ]),
    )
  }
  const alone = uidsOf([session('p1', {})]).p1!

  it.each<[string, DatasetRows['sessions'], string[], string]>([
    [
      'a plan and what became of it',
      [session('p1', { status: '计划' }), session('s1', { plannedId: 'p1' })],
      ['s1'],
      's1',
    ],
    [
      'a held session keeps its row',
      [session('p1', { status: '已举办' }), session('s1', { plannedId: 'p1' })],
      ['p1', 's1'],
      's1',
    ],
    [
      'two parts of one plan',
      [session('s1', { plannedId: 'p1' }), session('s2', { plannedId: 'p1' })],
      ['s1', 's2'],
      's1',
    ],
    [
      'cancelled, then held',
      [session('s1', { plannedId: 'p1', status: '取消' }), session('s2', { plannedId: 'p1' })],
      ['【取消】s1', 's2'],
      's2',
    ],
  ])('%s', (_name, sessions, shown, keeper) => {
    const uids = uidsOf(sessions)
    expect(Object.keys(uids).sort()).toEqual([...shown].sort())
    expect(uids[keeper]).toBe(alone)
    expect(new Set(Object.values(uids)).size).toBe(shown.length)
    expect(uidsOf([...sessions].reverse())).toEqual(uids)
  })
})

import { createCalendars } from '@xueshi/ical'
import { describe, expect, it } from 'vitest'
import { eventOf, one, parseCalendar, summaries } from './support/ics.ts'
import { lint } from './support/lint.ts'
import { planned } from './support/plan.ts'

const dataset = planned(
  [
    { title: '甲', lecturers: ['L1'], venue: 'V1' },
    { title: '乙', lecturers: ['丁教授', '未登记的人'], venue: '革命纪念馆' },
    { title: '丙', lecturers: ['m3'], organization: 'b2', venue: '某处' },
    { title: '丁', lecturers: ['L2'], venue: 'V2' },
    { title: '戊', organization: 'dz', kinds: ['民主生活会'] },
    { title: '己', organization: 'dw', kinds: ['集中轮训'] },
  ],
  {
    attendance: [
      { session: 'p6', member: 'm1', status: '出席' },
      { session: 'p5', member: 'm3', status: '出席', capacity: '列席旁听' },
    ],
  },
)
const calendars = createCalendars(dataset)
const titles = (ics: string) => summaries(ics).map((summary) => summary.at(-1))

describe('which sessions a feed holds', () => {
  it.each([
    ['lecturer', 'L1', ['甲', '乙']],
    ['lecturer', 'L2', ['丙', '丁']],
    ['lecturer', 'm3', ['丙', '丁']],
    ['lecturer', 'm1', []],
    ['venue', 'V1', ['甲', '乙']],
    ['venue', 'V2', ['丁']],
    ['venue', 'V3', []],
    ['county', 'county', ['甲', '乙', '丙', '丁', '戊', '己']],
  ] as const)('%s %s', (kind, id, expected) => {
    const feed = calendars.feed({ kind, id })
    expect(titles(feed.ics)).toEqual(expected)
    expect(feed).toMatchObject({ id, events: expected.length })
    expect(lint(Buffer.from(feed.ics))).toEqual([])
  })

  it('a planned session with records is for those alone, one without for the members of its host', () => {
    expect(titles(calendars.member('m1').ics)).toEqual(['甲', '乙', '丁', '己'])
    // m2 leads the group of dz and is not named for the training of dw.
    expect(titles(calendars.member('m2').ics)).toEqual(['甲', '乙', '丁', '戊'])
    // An observer who is named does not make a session one for the named alone.
    expect(titles(calendars.member('m3').ics)).toEqual(['丙', '丁', '戊'])
    expect(titles(calendars.organization('dw').ics)).toEqual(['己'])
  })

  it('a held session with records stays with the members of its host', () => {
    const held = planned([{ status: '已举办' }], {
      attendance: [{ session: 'p1', member: 'm1', status: '出席' }],
    })
    expect(createCalendars(held).member('m2').events).toBe(1)
  })

  it('a leader has both lives in one, told apart by their host', () => {
    const leader = calendars.leader('m2')
    expect(leader.name).toBe('我的双重组织生活')
    expect(summaries(leader.ics)).toEqual([
      '主题党日：甲（第一党支部）',
      '主题党日：乙（第一党支部）',
      '主题党日：丁（第一党支部）',
      '民主生活会：戊（财政局党组）',
    ])
    expect(lint(Buffer.from(leader.ics))).toEqual([])
    expect([...calendars.leaders()].map(({ id }) => id)).toEqual(['m2'])
    // The member's own feed keeps the bytes that everybody sees.
    expect(summaries(calendars.member('m2').ics)[0]).toBe('主题党日：甲')
  })

  it('all lecturers and venues of the registers have one', () => {
    expect([...calendars.lecturers()].map(({ id, events }) => [id, events])).toEqual([
      ['L1', 2],
      ['L2', 2],
    ])
    expect([...calendars.venues()].map(({ id, name }) => [id, name])).toEqual([
      ['V1', '革命纪念馆使用安排'],
      ['V2', '财政局会议室使用安排'],
      ['V3', '甲一党员活动点使用安排'],
      ['V4', '城东党员中心户使用安排'],
    ])
  })

  it.each([
    ['organization', 'm1', 'unknown-organization'],
    ['member', 'b1', 'unknown-subject'],
    ['leader', 'b1', 'unknown-subject'],
    ['lecturer', 'V1', 'unknown-subject'],
    ['venue', 'L1', 'unknown-subject'],
    ['nothing', 'x', 'invalid-config'],
  ])('refuses %s %s', (kind, id, code) => {
    expect(() => calendars.feed({ kind: kind as never, id })).toThrow(expect.objectContaining({ code }))
  })
})

describe('what an event says of registers', () => {
  it('names lecturers and venues, with the address', () => {
    const event = eventOf(calendars.county().ics, '甲')
    expect(one(event, 'LOCATION').text).toBe('革命纪念馆（人民路1号）')
    expect(one(event, 'DESCRIPTION').text).toContain('主讲人：丁教授')
  })

  it('names the feed of a lecturer only where asked to', () => {
    expect(calendars.lecturer('L1').name).toBe('授课安排')
    const named = createCalendars(dataset, { memberNames: true })
    expect(named.lecturer('L1').name).toBe('丁教授的授课安排')
    expect(one(parseCalendar(named.leader('m2').ics), 'NAME').text).toBe('乙二的组织生活')
  })
})

describe('the window of days past', () => {
  it('counts from the export where nothing was published', () => {
    const options = { pastDays: 3 }
    const days = planned([
      { start: '2026-01-01T09:00+08:00', end: '2026-01-01T10:00+08:00', title: '甲' },
      { start: '2026-01-02T09:00+08:00', end: '2026-01-02T10:00+08:00', title: '乙' },
      { start: '2026-01-01T09:00+08:00', end: '2026-01-03T10:00+08:00', title: '丙' },
    ])
    expect(titles(createCalendars(days, options).county().ics)).toEqual(['丙', '乙'])
    expect(createCalendars(days).county().events).toBe(3)
  })

  it('refuses what is no number of days', () => {
    expect(() => createCalendars(dataset, { pastDays: -1 })).toThrow(
      expect.objectContaining({ code: 'invalid-config' }),
    )
  })
})

describe('tentative sessions', () => {
  it('are those to come that are said to be', () => {
    const ics = createCalendars(planned([{}, { status: '已举办' }, { status: '取消' }]), {
      tentative: () => true,
    }).county().ics
    expect(['活动1', '活动2', '活动3'].map((title) => one(eventOf(ics, title), 'STATUS').raw)).toEqual([
      'TENTATIVE',
      'CONFIRMED',
      'CANCELLED',
    ])
  })
})

import { buildDataset } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { county } from './support/county.ts'
import { all, type Component, eventOf, events, one, parseCalendar, summaries } from './support/ics.ts'
import { lint } from './support/lint.ts'
import { feedsInZone, type PrintedFeeds, ZONES } from './support/zones.ts'

// The rules of the writer, by number, each under three zones of the process.
describe.each(ZONES)('in a process under TZ=%s', (zone) => {
  let printed: PrintedFeeds
  let files: [id: string, ics: string][]
  let everyEvent: Component[]
  beforeAll(() => {
    printed = feedsInZone(zone)
    files = [...Object.entries(printed.organizations), ...Object.entries(printed.members)]
    everyEvent = files.flatMap(([, ics]) => events(ics))
  })
  const b1 = () => printed.organizations.b1!

  it('has a feed for every organization and member, 19 files', () => {
    expect(Object.keys(printed.organizations)).toEqual('b1 b2 b3 b4 dz g1 g2 gw jw xw zx'.split(' '))
    expect(Object.keys(printed.members).sort()).toEqual('m1 m2 m3 m4 m5 m6 m7 m8'.split(' '))
    expect(files).toHaveLength(19)
  })

  it('breaks no rule that shows in one file', () => {
    expect(
      files.flatMap(([id, ics]) => lint(Buffer.from(ics)).map((finding) => ({ id, ...finding }))),
    ).toEqual([])
  })

  describe('R1: times of day stand on the wall clock of Asia/Shanghai, which the file defines', () => {
    it.each([
      ['重温入党誓词', '20250305T143000', '20250305T163000'],
      ['三月支委会', '20250310T090000', '20250310T100000'],
      ['联合党课', '20250701T090000', '20250701T110000'],
      ['年度组织生活会', '20261220T090000', '20261220T120000'],
    ])('%s: %s to %s', (title, start, end) => {
      const event = eventOf(b1(), title)
      expect(one(event, 'DTSTART')).toMatchObject({ raw: start, parameters: { TZID: 'Asia/Shanghai' } })
      expect(one(event, 'DTEND')).toMatchObject({ raw: end, parameters: { TZID: 'Asia/Shanghai' } })
    })

    it('keeps the day of a session shortly after midnight', () => {
      expect(one(eventOf(printed.organizations.b2!, '党员大会'), 'DTSTART').raw).toBe('20250708T003000')
    })

    it('defines one offset, +08:00', () => {
      for (const [, ics] of files) {
        const zones = parseCalendar(ics).components.filter(({ name }) => name === 'VTIMEZONE')
        expect(zones.map((definition) => definition.components.length)).toEqual([1])
        expect(one(zones[0]!, 'TZID').raw).toBe('Asia/Shanghai')
        expect(one(zones[0]!.components[0]!, 'TZOFFSETFROM').raw).toBe('+0800')
        expect(one(zones[0]!.components[0]!, 'TZOFFSETTO').raw).toBe('+0800')
        expect(one(parseCalendar(ics), 'X-WR-TIMEZONE').raw).toBe('Asia/Shanghai')
      }
    })
  })

  it('R2: stamps are of the first minute of the export day in Shanghai, in UTC', () => {
    for (const event of everyEvent) {
      expect(one(event, 'DTSTAMP').raw).toBe('20260104T160000Z')
      expect(one(event, 'LAST-MODIFIED').raw).toBe('20260104T160000Z')
      expect(all(event, 'CREATED')).toEqual([])
    }
  })

  it('R3: files end in CRLF, lines have at most 75 octets and are UTF-8 each', () => {
    for (const [, ics] of files) {
      expect(ics.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true)
      const lines = Buffer.from(ics).toString('latin1').split('\r\n')
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75)
      for (const line of lines) new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))
    }
    expect(
      b1()
        .split('\r\n')
        .some((line) => line.startsWith(' ')),
    ).toBe(true)
  })

  it('R4: a session has the same UID in every feed, and no other session has it', () => {
    const titles = new Map<string, Set<string>>()
    for (const event of everyEvent) {
      const { raw } = one(event, 'UID')
      expect(raw).toMatch(/^[0-9a-f]{32}@xueshi\.invalid$/)
      titles.set(
        raw,
        (titles.get(raw) ?? new Set()).add(one(event, 'DTSTART').raw + one(event, 'SUMMARY').text),
      )
    }
    // 19 sessions, of which one plan has become a session
    expect(titles.size).toBe(18)
    expect([...titles.values()].every((seen) => seen.size === 1)).toBe(true)
  })

  it('R5: no METHOD, no ATTENDEE, no ORGANIZER', () => {
    for (const [, ics] of files) expect(ics).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER)/m)
  })

  it('R6: refresh hints stand in every feed, and names cannot add lines', () => {
    for (const [, ics] of files) {
      expect(one(parseCalendar(ics), 'REFRESH-INTERVAL')).toMatchObject({
        raw: 'PT12H',
        parameters: { VALUE: 'DURATION' },
      })
      expect(one(parseCalendar(ics), 'X-PUBLISHED-TTL').raw).toBe('PT12H')
    }
    const hostile = parseCalendar(printed.organizations.b4!)
    expect(one(hostile, 'NAME').raw).toBe('甲\\,乙\\;丙\\\\丁 BEGIN:VEVENT')
    expect(one(hostile, 'X-WR-CALNAME').text).toBe('甲,乙;丙\\丁 BEGIN:VEVENT')
    expect(hostile.components.map(({ name }) => name)).toEqual(['VTIMEZONE'])
  })

  it('R7: no property holds a URI that TEXT escapes could break', () => {
    for (const [, ics] of files) expect(ics).not.toMatch(/^(URL|ATTACH|SOURCE|IMAGE|CONFERENCE|TZURL)[:;]/m)
  })

  it('R8: the bytes are those of a process in Asia/Shanghai', () => {
    expect(feedsInZone('Asia/Shanghai')).toEqual(printed)
  })

  it('R9: the bytes are those of the same export in another order', () => {
    const reversed = Object.fromEntries(
      Object.entries(county).map(([table, rows]) => [table, [...(rows as readonly object[])].reverse()]),
    ) as unknown as typeof county
    const calendars = createCalendars(buildDataset(reversed), { alarms: [30] })
    for (const { id, ics } of calendars.organizations()) expect(ics).toBe(printed.organizations[id])
    for (const { id, ics } of calendars.members()) expect(ics).toBe(printed.members[id])
  })

  describe('R10: status and UID', () => {
    it('keeps a cancelled session as such, without claim on the time and without alarm', () => {
      const event = eventOf(b1(), '二季度党员大会')
      expect(one(event, 'STATUS').raw).toBe('CANCELLED')
      expect(one(event, 'SUMMARY').text).toBe('【取消】二季度党员大会')
      expect(one(event, 'TRANSP').raw).toBe('TRANSPARENT')
      expect(event.components).toEqual([])
    })

    it('confirms planned and held sessions', () => {
      for (const title of ['年度组织生活会', '重温入党誓词', '三月支委会']) {
        const event = eventOf(b1(), title)
        expect(one(event, 'STATUS').raw).toBe('CONFIRMED')
        expect(one(event, 'TRANSP').raw).toBe('OPAQUE')
        expect(event.components.map((alarm) => one(alarm, 'TRIGGER').raw)).toEqual(['-PT30M'])
      }
    })

    it('takes the UID from the planned id where one is named', () => {
      // sha256 of p-q2, s-theme
      expect(one(eventOf(b1(), '二季度党员大会'), 'UID').raw).toBe(
        '6ef4bfb94681fe87f8e110eb898aa6a1@xueshi.invalid',
      )
      expect(one(eventOf(b1(), '重温入党誓词'), 'UID').raw).toBe(
        '437fd442e310d4928c850b2dc058d092@xueshi.invalid',
      )
    })

    it('shows a plan that has been carried out once, as it was carried out', () => {
      const event = eventOf(b1(), '三季度党员大会')
      expect(one(event, 'SUMMARY').text).toBe('三季度党员大会')
      expect(one(event, 'UID').raw).toBe('8889b074657257c068d60f7ff8e58c72@xueshi.invalid')
      expect(one(event, 'DTSTART').raw).toBe('20250912T090000')
    })

    it('numbers no change where nothing was published: SEQUENCE is 0', () => {
      for (const event of everyEvent) expect(one(event, 'SEQUENCE').raw).toBe('0')
    })

    it('numbers what changed since the last publication, and keeps what is off, under its UID', () => {
      const { county: ics, answer } = printed.published
      const shown = events(ics).map((event) =>
        ['SUMMARY', 'STATUS', 'SEQUENCE', 'LAST-MODIFIED', 'TRANSP'].map((name) => one(event, name).text),
      )
      const [before, after] = ['20260110T000000Z', '20260201T155900Z']
      expect(shown).toEqual([
        ['主题党日：改名', 'CONFIRMED', '1', after, 'OPAQUE'],
        ['主题党日：活动2', 'CONFIRMED', '0', before, 'TRANSPARENT'],
        ['【取消】主题党日：活动3', 'CANCELLED', '1', after, 'TRANSPARENT'],
        ['【取消】主题党日：活动4', 'CANCELLED', '1', after, 'TRANSPARENT'],
      ])
      // sha256 of p1 and of p4, which has gone from the data
      expect(one(eventOf(ics, '改名'), 'UID').raw).toBe('f64551fcd6f07823cb87971cfb914464@xueshi.invalid')
      expect(one(eventOf(ics, '活动4'), 'UID').raw).toBe('ab71fc4c8a1c4d62b9202b36ee7c07dd@xueshi.invalid')
      expect(lint(Buffer.from(ics))).toEqual([])
      expect(answer[0]).toBe(200)
      expect(events(answer[2]).map((event) => one(event, 'SEQUENCE').raw)).toEqual(['1', '0', '1', '1'])
    })
  })

  describe('R11: days end with the day after the last', () => {
    it.each([
      ['b1', '清扫街道', '20250430', '20250501'],
      ['gw', '支部书记轮训班', '20251230', '20260103'],
    ])('%s %s: %s to %s', (organization, title, start, end) => {
      const event = eventOf(printed.organizations[organization]!, title)
      expect(one(event, 'DTSTART')).toMatchObject({ raw: start, parameters: { VALUE: 'DATE' } })
      expect(one(event, 'DTEND')).toMatchObject({ raw: end, parameters: { VALUE: 'DATE' } })
      expect(one(event, 'TRANSP').raw).toBe('TRANSPARENT')
      expect(event.components).toEqual([])
    })
  })

  it('orders the sessions of a feed by start', () => {
    expect(summaries(b1())).toEqual([
      '支委会',
      '主题党日：重温入党誓词',
      '三月支委会',
      '党小组会：讨论学习计划',
      '志愿服务：清扫街道',
      '【取消】二季度党员大会',
      '主题党日：联合党课',
      '三季度党员大会',
      '民主评议党员：年度组织生活会',
    ])
  })
})

test('the lint of these tests finds what ical-generator does by itself', async () => {
  const { default: ical } = await import('ical-generator')
  const { DateTime } = await import('luxon')
  const naive = ical({ name: '甲;乙', timezone: 'Asia/Shanghai', method: 'PUBLISH' as never })
  const start = DateTime.fromISO('2025-03-05T14:30', { zone: 'Asia/Shanghai' })
  naive.createEvent({
    id: 'a',
    start,
    end: start.plus({ hours: 1 }),
    summary: '主题党日\u0007',
    url: 'https://a.example/?a,b',
  })
  naive.createEvent({ id: 'a', start, allDay: true, end: start })
  const rules = new Set(lint(Buffer.from(naive.toString())).map(({ rule }) => rule))
  expect([...rules].sort()).toEqual(['R1', 'R10', 'R11', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'])
})

import type { SessionRow } from '@xueshi/core'
import { calendarStream, createCalendars, nextState, type PublishedState } from '@xueshi/ical'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { type Component, events, one } from './support/ics.ts'
import { lint } from './support/lint.ts'
import { planned } from './support/plan.ts'

const FIRST = '2026-01-10T08:00+08:00'
const LATER = '2026-02-01T08:00+08:00'
const only = <T>(state: PublishedState, pick: (event: PublishedState['events'][string]) => T): T[] =>
  Object.values(state.events).map(pick)
const seen = (ics: string) =>
  events(ics).map((event) =>
    ['SUMMARY', 'STATUS', 'SEQUENCE', 'LAST-MODIFIED', 'TRANSP'].map((name) => one(event, name).text),
  )

describe('a session that', () => {
  const base: Partial<SessionRow> = { title: '学习', venue: 'V1', lecturers: ['L1'] }
  it.each<[string, Partial<SessionRow>, number]>([
    ['stays as it is', {}, 0],
    ['moves', { start: '2026-03-11T14:30+08:00', end: '2026-03-11T16:30+08:00' }, 1],
    ['ends later', { end: '2026-03-10T17:00+08:00' }, 1],
    ['has no hours of the day any more', { start: '2026-03-10', end: '2026-03-10' }, 1],
    ['is called otherwise', { title: '学习会' }, 1],
    ['is elsewhere', { venue: 'V2' }, 1],
    ['is elsewhere, which is the same venue by its name', { venue: '革命纪念馆' }, 0],
    ['has another lecturer', { lecturers: ['L2'] }, 1],
    ['has the same lecturer by name', { lecturers: ['丁教授'] }, 0],
    ['is of another kind', { kinds: ['党课'] }, 1],
    ['is held with others', { coHosts: ['b2'] }, 1],
    ['is held', { status: '已举办' }, 1],
    ['was reported', { reportedOn: '2026-03-11' }, 0],
  ])('%s', (_what, change, sequence) => {
    const first = nextState(null, planned([base]), FIRST)
    expect(only(first, (event) => [event.sequence, event.modified, event.status])).toEqual([
      [0, FIRST, 'confirmed'],
    ])
    const dataset = planned([{ ...base, ...change }])
    const second = nextState(first, dataset, LATER)
    expect(Object.keys(second.events)).toEqual(Object.keys(first.events))
    expect(only(second, (event) => [event.sequence, event.modified])).toEqual([
      [sequence, sequence === 0 ? FIRST : LATER],
    ])
    const [event] = events(createCalendars(dataset, { published: second }).county().ics)
    expect(one(event!, 'SEQUENCE').raw).toBe(String(sequence))
    expect(one(event!, 'DTSTAMP').raw).toBe(sequence === 0 ? '20260110T000000Z' : '20260201T000000Z')
    expect(one(event!, 'LAST-MODIFIED').raw).toBe(one(event!, 'DTSTAMP').raw)
  })

  it('is recorded under its planned id goes on with the UID of the plan', () => {
    const first = nextState(null, planned([{ id: 'plan-1' }]), FIRST)
    const dataset = planned([{ id: 's-77', plannedId: 'plan-1', status: '已举办' }])
    const second = nextState(first, dataset, LATER)
    expect(Object.keys(second.events)).toEqual(Object.keys(first.events))
    expect(seen(createCalendars(dataset, { published: second }).county().ics)).toEqual([
      ['主题党日：活动1', 'CONFIRMED', '1', '20260201T000000Z', 'OPAQUE'],
    ])
  })
})

describe('R10: a session that is off', () => {
  const cases: [string, Partial<SessionRow>[]][] = [
    ['is cancelled', [{ status: '取消' }, {}]],
    [
      'has gone from the data',
      [{ id: 'p2', title: '活动2', start: '2026-03-11T14:30+08:00', end: '2026-03-11T16:30+08:00' }],
    ],
  ]
  it.each(cases)(
    '%s: it stays as cancelled for 60 days, then is dropped, and keeps its number',
    (_what, rows) => {
      const first = nextState(null, planned([{}, {}]), FIRST)
      const dataset = planned(rows)
      const second = nextState(first, dataset, LATER)
      const calendars = createCalendars(dataset, { published: second, alarms: [30] })
      const cancelled = ['【取消】主题党日：活动1', 'CANCELLED', '1', '20260201T000000Z', 'TRANSPARENT']
      const other = ['主题党日：活动2', 'CONFIRMED', '0', '20260110T000000Z', 'OPAQUE']
      expect(seen(calendars.organization('b1').ics)).toEqual([cancelled, other])
      expect(seen(calendars.member('m1').ics)).toEqual([cancelled, other])
      expect(events(calendars.county().ics)[0]!.components).toEqual([])
      expect(lint(Buffer.from(calendars.county().ics))).toEqual([])

      const last = nextState(second, dataset, '2026-04-01T23:59+08:00')
      expect(createCalendars(dataset, { published: last }).county().ics).toBe(
        createCalendars(dataset, { published: second }).county().ics,
      )
      const dropped = nextState(last, dataset, '2026-04-02T00:00+08:00')
      expect(seen(createCalendars(dataset, { published: dropped }).county().ics)).toEqual([other])
      const back = nextState(dropped, planned([{}, {}]), '2026-04-03T00:00+08:00')
      expect(seen(createCalendars(planned([{}, {}]), { published: back }).county().ics)[0]).toEqual([
        '主题党日：活动1',
        'CONFIRMED',
        '2',
        '20260402T160000Z',
        'OPAQUE',
      ])
    },
  )

  it('is cancelled and then goes from the data: nothing changes again', () => {
    const first = nextState(null, planned([{}]), FIRST)
    const second = nextState(first, planned([{ status: '取消' }]), LATER)
    const third = nextState(second, planned([]), '2026-02-10T08:00+08:00')
    expect(third.events).toEqual(second.events)
    expect(createCalendars(planned([]), { published: third }).county().ics).toBe(
      createCalendars(planned([{ status: '取消' }]), { published: second }).county().ics,
    )
  })

  it('stays with those whom records named for it, in the feeds of venue and lecturer too', () => {
    const rows = [{ organization: 'dw', kinds: ['集中轮训'], venue: 'V1', lecturers: ['L1'] }]
    const attendance = [{ session: 'p1', member: 'm1', status: '出席' }]
    const first = nextState(null, planned(rows, { attendance }), FIRST)
    const gone = planned([])
    const calendars = createCalendars(gone, { published: nextState(first, gone, LATER) })
    expect(calendars.member('m1').events).toBe(1)
    expect(calendars.member('m2').events).toBe(0)
    expect(calendars.venue('V1').events).toBe(1)
    expect(calendars.lecturer('L1').events).toBe(1)
    expect(calendars.organization('dw').events).toBe(1)
  })

  it('is cancelled in the data and its records are gone: who was named for it is told, and nobody else', () => {
    const rows = (status: string) => [{ organization: 'dw', kinds: ['集中轮训'], status }]
    const attendance = [{ session: 'p1', member: 'm1', status: '出席' }]
    const first = nextState(null, planned(rows('计划'), { attendance }), FIRST)
    const off = planned(rows('取消'))
    const calendars = createCalendars(off, { published: nextState(first, off, LATER) })
    expect([calendars.member('m1').events, calendars.member('m2').events]).toEqual([1, 0])
  })

  it.each([
    [0, '2026-02-01T08:00+08:00', 0],
    [1, '2026-02-01T23:00+08:00', 1],
    [1, '2026-02-02T00:00+08:00', 0],
  ])('kept for %d days is at %s in %d feeds', (keepCancelledDays, at, count) => {
    const first = nextState(null, planned([{}]), FIRST)
    const off = nextState(first, planned([]), LATER, { keepCancelledDays })
    const state = nextState(off, planned([]), at, { keepCancelledDays })
    expect(createCalendars(planned([]), { published: state }).county().events).toBe(count)
  })

  it('has left the stated coverage is not called cancelled', () => {
    const first = nextState(null, planned([{}]), FIRST)
    const next = planned([], { export: [{ exportedOn: '2027-01-05', from: '2027-01-01', to: '2027-12-31' }] })
    const state = nextState(first, next, LATER)
    expect(only(state, ({ status, sequence }) => [status, sequence])).toEqual([['dropped', 0]])
    expect(createCalendars(next, { published: state }).county().events).toBe(0)
  })

  it('was in a dataset whose coverage is only assumed is cancelled all the same', () => {
    const rows = [{}, { start: '2026-05-10T09:00+08:00', end: '2026-05-10T10:00+08:00' }]
    const first = nextState(null, planned(rows, { export: [] }), FIRST)
    const rest = planned([{ ...rows[1], id: 'p2', title: '活动2' }], { export: [] })
    expect(only(nextState(first, rest, LATER), ({ status }) => status).sort()).toEqual([
      'cancelled',
      'confirmed',
    ])
  })
})

describe('provisional sessions', () => {
  const tentative = ({ id }: { id: string }) => id === 'p1'
  it('are tentative until the plan is settled, which is a change', () => {
    const dataset = planned([{}, {}])
    const first = nextState(null, dataset, FIRST, { tentative })
    const shown = (published: PublishedState) =>
      events(createCalendars(dataset, { published }).county().ics).map((event) => [
        one(event, 'STATUS').raw,
        one(event, 'SEQUENCE').raw,
      ])
    expect(shown(first)).toEqual([
      ['TENTATIVE', '0'],
      ['CONFIRMED', '0'],
    ])
    expect(shown(nextState(first, dataset, LATER))).toEqual([
      ['CONFIRMED', '1'],
      ['CONFIRMED', '0'],
    ])
  })
})

describe('what is refused', () => {
  const dataset = planned([{}])
  const state = nextState(null, dataset, FIRST)
  it('a state of another dataset', () => {
    for (const other of [planned([{ title: '改名' }]), planned([{}, {}]), planned([])])
      expect(() => createCalendars(other, { published: state }).county()).toThrow(
        expect.objectContaining({ code: 'usage' }),
      )
  })
  it.each<[string, () => unknown, string]>([
    ['a time before the last', () => nextState(state, dataset, '2026-01-09T08:00+08:00'), 'invalid-period'],
    ['no time', () => nextState(null, dataset, '2026-01-09'), 'invalid-instant'],
    ['half days', () => nextState(null, dataset, FIRST, { keepCancelledDays: 0.5 }), 'invalid-config'],
    ['another version', () => nextState({ ...state, version: 2 as 1 }, dataset, LATER), 'invalid-config'],
    [
      'another version',
      () => createCalendars(dataset, { published: { ...state, version: 2 as 1 } }),
      'invalid-config',
    ],
  ])('%s', (_what, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }))
  })
})

test('the window of days past counts from the last publication', () => {
  const dataset = planned([{}, {}, {}])
  const published = nextState(null, dataset, '2026-03-13T08:00+08:00')
  expect(createCalendars(dataset, { published, pastDays: 2 }).county().events).toBe(2)
})

test('the stream of a published feed has its bytes', async () => {
  const dataset = planned([{}, { status: '取消' }])
  const options = { published: nextState(null, dataset, FIRST), level: 'own' } as const
  for (const scope of [
    { kind: 'leader', id: 'm2' },
    { kind: 'organization', id: 'b1' },
  ] as const) {
    const chunks: Uint8Array[] = []
    for await (const chunk of calendarStream(dataset, scope, options)) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString('utf8')).toBe(createCalendars(dataset, options).feed(scope).ics)
  }
})

/** What a planner and its clerks do to the sessions of a year, one step after another. */
const step = fc.oneof(
  fc.record({ act: fc.constant('add' as const), id: fc.integer({ min: 0, max: 5 }) }),
  fc.record({
    act: fc.constantFrom('move' as const, 'cancel' as const, 'hold' as const, 'remove' as const),
    id: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({ act: fc.constant('wait' as const), id: fc.integer({ min: 0, max: 70 }) }),
)

test('whatever happens: numbers never fall, UIDs stay, what is equal has equal bytes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const rows = new Map<number, { day: number; status: string }>()
      let state: PublishedState | null = null
      let minutes = 0
      let before = new Map<string, Component>()
      const uids = new Map<number, string>()
      for (const { act, id } of steps) {
        const row = rows.get(id)
        if (act === 'add' && row === undefined) rows.set(id, { day: 1, status: '计划' })
        if (act === 'move' && row !== undefined) row.day = (row.day % 28) + 1
        if (act === 'cancel' && row !== undefined) row.status = '取消'
        if (act === 'hold' && row !== undefined) row.status = '已举办'
        if (act === 'remove') rows.delete(id)
        minutes += act === 'wait' ? id * 1440 : 1
        const at = `2026-${String(1 + Math.floor(minutes / 40320)).padStart(2, '0')}-${String(
          1 + (Math.floor(minutes / 1440) % 28),
        ).padStart(2, '0')}T${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(
          minutes % 60,
        ).padStart(2, '0')}+08:00`
        if (minutes >= 12 * 40320) return
        const dataset = planned(
          [...rows].map(([n, { day, status }]) => ({
            id: `s${n}`,
            title: `第${n}次`,
            start: `2026-06-${String(day).padStart(2, '0')}T09:00+08:00`,
            end: `2026-06-${String(day).padStart(2, '0')}T10:00+08:00`,
            status,
          })),
        )
        const next: PublishedState = nextState(state, dataset, at)
        expect(nextState(next, dataset, at)).toEqual(next)
        expect(JSON.parse(JSON.stringify(next))).toEqual(next)
        const { ics } = createCalendars(dataset, { published: JSON.parse(JSON.stringify(next)) }).county()
        expect(lint(Buffer.from(ics))).toEqual([])
        for (const [uid, { sequence, hash, status }] of Object.entries(state?.events ?? {})) {
          const now = next.events[uid]!
          expect(now.sequence).toBeGreaterThanOrEqual(sequence)
          if (now.hash === hash && now.status === status) expect(now.sequence).toBe(sequence)
          if (now.hash !== hash) expect(now.sequence).toBe(sequence + 1)
        }
        const shown = new Map(events(ics).map((event) => [one(event, 'UID').raw, event]))
        for (const [uid, event] of shown) {
          const last = before.get(uid)
          const sequence = Number(one(event, 'SEQUENCE').raw)
          if (last === undefined) continue
          const lastSequence = Number(one(last, 'SEQUENCE').raw)
          if (sequence === lastSequence) expect(event).toEqual(last)
          else expect(sequence).toBe(lastSequence + 1)
        }
        for (const [n, { status }] of rows) {
          const event = [...shown.values()].find((each) => one(each, 'SUMMARY').text.includes(`第${n}次`))
          if (event === undefined) {
            expect(status).toBe('取消')
            continue
          }
          expect(one(event, 'STATUS').raw).toBe(status === '取消' ? 'CANCELLED' : 'CONFIRMED')
          const uid = one(event, 'UID').raw
          expect(uids.get(n) ?? uid).toBe(uid)
          uids.set(n, uid)
        }
        state = next
        before = shown
      }
    }),
    { numRuns: runs(60), seed: 20260110 },
  )
})

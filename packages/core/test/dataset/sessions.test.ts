import { type Dataset, NONE } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, problems } from './fixture.ts'

const session = (more: object) => ({
  id: 's1',
  organization: 'b1',
  kinds: ['党课'],
  start: '2025-03-05T14:30+08:00',
  ...more,
})
const one = (more: object): Dataset => build({ sessions: [session(more)] })

describe('times of sessions', () => {
  it.each<[string, object, object, string[]]>([
    [
      'an instant',
      {},
      { start: '2025-03-05T14:30+08:00', end: null, timeless: false, lastDay: '2025-03-05' },
      [],
    ],
    [
      'another zone',
      { start: '2025-03-05T20:00Z' },
      { start: '2025-03-06T04:00+08:00', lastDay: '2025-03-06' },
      [],
    ],
    [
      'a day only',
      { start: '2025-03-05' },
      { start: '2025-03-05T00:00+08:00', timeless: true, lastDay: '2025-03-05' },
      [],
    ],
    [
      'several days',
      { start: '2025-03-05', end: '2025-03-07' },
      { end: null, timeless: true, lastDay: '2025-03-07' },
      [],
    ],
    [
      'an end',
      { end: '2025-03-05T16:30+08:00' },
      { end: '2025-03-05T16:30+08:00', lastDay: '2025-03-05' },
      [],
    ],
    [
      'an end at midnight',
      { end: '2025-03-06T00:00+08:00' },
      { end: '2025-03-06T00:00+08:00', lastDay: '2025-03-05' },
      [],
    ],
    [
      'an end of which the day is known',
      { end: '2025-03-06' },
      { end: null, timeless: false, lastDay: '2025-03-06' },
      [],
    ],
    ['the end before the start', { end: '2025-03-05T13:30+08:00' }, { end: null }, ['end-before-start s1']],
    [
      'the last day before the first',
      { start: '2025-03-05', end: '2025-03-04' },
      { lastDay: '2025-03-05' },
      ['end-before-start s1'],
    ],
    [
      'an end that is no time',
      { end: '2025-03-05 16:30' },
      { end: null },
      ['invalid-instant 2025-03-05 16:30'],
    ],
    ['hours', { hours: 1.256 }, { hours: 1.26 }, []],
    ['hours out of range', { hours: 601 }, { hours: null }, ['out-of-range 601']],
  ])('%s', (_, more, expected, faults) => {
    const dataset = one(more)
    expect(dataset.session('s1')).toMatchObject(expected)
    expect(problems(dataset)).toEqual(faults)
  })

  it.each([
    ['2025-02-30', 'invalid-instant 2025-02-30'],
    ['2025-03-05T25:00+08:00', 'invalid-instant 2025-03-05T25:00+08:00'],
    ['0025-03-05', 'implausible-date 0025-03-05'],
    ['2205-03-05', 'implausible-date 2205-03-05'],
    ['', 'missing-value '],
  ])('a start “%s” loses the record', (start, fault) => {
    const dataset = build({ sessions: [session({}), session({ id: 's2', start }), session({ id: 's3' })] })
    expect(dataset.sessions.map(({ id }) => id)).toEqual(['s1', 's3'])
    expect(problems(dataset)).toEqual([fault])
  })
})

describe('words of sessions', () => {
  it.each<[string, object, object, string[]]>([
    ['several kinds', { kinds: ['党课', '主题党日活动'] }, { kinds: ['party-lecture', 'theme-day'] }, []],
    [
      'an unknown kind besides',
      { kinds: ['党课', '联欢'] },
      { kinds: ['party-lecture'], unknownKinds: ['联欢'] },
      ['unknown-session-kind 联欢'],
    ],
    [
      'an unknown kind alone',
      { kinds: ['联欢'] },
      { kinds: [], unknownKinds: ['联欢'] },
      ['unknown-session-kind 联欢'],
    ],
    ['a mode', { mode: '线上' }, { mode: 'online' }, []],
    ['an unknown mode', { mode: '飞鸽传书' }, { mode: null }, ['unknown-word 飞鸽传书']],
    ['a status', { status: '已取消' }, { status: 'cancelled' }, []],
    ['an unknown status', { status: '待定' }, { status: null }, ['unknown-word 待定']],
    ['topics', { topics: ['党史学习教育', '防汛', '党史'] }, { topics: ['party-history', '防汛'] }, []],
    [
      'dates',
      { reportedOn: '2025-04-01', bulletinOn: '2025-13-01' },
      { reportedOn: '2025-04-01', bulletinOn: null },
      ['invalid-date 2025-13-01'],
    ],
  ])('%s', (_, more, expected, faults) => {
    const dataset = one(more)
    expect(dataset.session('s1')).toMatchObject(expected)
    expect(problems(dataset)).toEqual(faults)
  })
})

describe('organizations of sessions', () => {
  it.each<[string, object, object, string[]]>([
    ['a host by name', { organization: '第一党支部' }, { organization: 'b1' }, []],
    ['an unknown host', { organization: 'x' }, { organization: 'x' }, ['unknown-organization x']],
    [
      'an ambiguous host',
      { organization: '第一党小组' },
      { organization: '第一党小组' },
      ['ambiguous-organization 第一党小组'],
    ],
    [
      'co-hosts, once each and not the host',
      { coHosts: ['第二党支部', 'b2', 'b1', 'x'] },
      { coHosts: ['b2'] },
      ['unknown-organization x'],
    ],
    [
      'observers',
      { observers: ['第二党支部', '县妇联'] },
      { observers: ['b2', '县妇联'] },
      ['unknown-organization 县妇联'],
    ],
  ])('%s', (_, more, expected, faults) => {
    const dataset = one(more)
    expect(dataset.session('s1')).toMatchObject(expected)
    expect(problems(dataset)).toEqual(faults)
  })

  it('an unknown host has no position', () => {
    expect([...one({ organization: 'x' })['~columns'].sessionHost]).toEqual([-1])
  })
})

describe('classes of sessions', () => {
  it('are the distinct combinations that requirements select by', () => {
    const { sessionClass, classes, sessionEnd } = build({
      sessions: [
        session({ id: 'a' }),
        session({ id: 'b', title: '别的', hours: 3 }),
        session({ id: 'c', mode: '线上' }),
        session({ id: 'd', organization: 'b1-1' }),
        session({ id: 'e', topics: ['党史', '经济'] }),
        session({ id: 'f', topics: ['经济', '党史'] }),
      ],
    })['~columns']
    expect([...sessionClass]).toEqual([0, 0, 1, 2, 2, 3])
    expect(classes.map(({ mode, topics }) => [mode, ...topics])).toEqual([
      [''],
      ['online'],
      ['', 'economy', 'party-history'],
      [''],
    ])
    expect(new Set(sessionEnd)).toEqual(new Set([NONE]))
  })
})

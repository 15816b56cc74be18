/**
 * 8,000 member feeds of 40 events each: joined from events rendered once, against each feed built with
 * ical-generator as its documentation shows. Both sides write the same sessions with the same words, and
 * the events are compared line by line before anything is timed.
 *
 * Run with `node --expose-gc --conditions=xueshi-source packages/ical/bench/feeds.ts`.
 */
import { buildDataset, type Dataset, type Session } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import ical from 'ical-generator'
import { DateTime } from 'luxon'

const BRANCHES = 400
const MEMBERS_PER_BRANCH = 20
const SESSIONS_PER_BRANCH = 40
const ROUNDS = 5

/** Numbers of one comparison, in milliseconds. */
export interface FeedBench {
  readonly feeds: number
  readonly events: number
  readonly joined: readonly number[]
  readonly rebuilt: number
  /** Median of `joined` over `rebuilt`. */
  readonly ratio: number
}

function county(): Dataset {
  const two = (n: number) => String(n).padStart(2, '0')
  const branches = Array.from({ length: BRANCHES }, (_, b) => b)
  return buildDataset({
    organizations: branches.map((b) => ({ id: `b${b}`, name: `县直机关第${b + 1}党支部`, kind: '党支部' })),
    members: branches.flatMap((b) =>
      Array.from({ length: MEMBERS_PER_BRANCH }, (_, m) => ({
        id: `m${b}-${m}`,
        name: `党员${b * MEMBERS_PER_BRANCH + m}`,
        status: '正式党员',
        organization: `b${b}`,
      })),
    ),
    affiliations: branches.flatMap((b) =>
      Array.from({ length: MEMBERS_PER_BRANCH }, (_, m) => ({
        member: `m${b}-${m}`,
        organization: `b${b}`,
        from: '2020-01-01',
      })),
    ),
    sessions: branches.flatMap((b) =>
      Array.from({ length: SESSIONS_PER_BRANCH }, (_, s) => {
        const day = `2025-${two(1 + (s % 12))}-${two(1 + ((s * 7 + b) % 28))}`
        return {
          id: `s${b}-${s}`,
          organization: `b${b}`,
          kinds: ['主题党日', '党课'],
          title: `深入学习贯彻全会精神第${s + 1}次集体学习研讨`,
          start: `${day}T14:30+08:00`,
          end: `${day}T16:30+08:00`,
          hours: 2,
          mode: '线下',
          venue: '机关办公楼三楼会议室',
          lecturers: ['李老师'],
          topics: ['党史'],
          status: '已举办',
        }
      }),
    ),
    export: [{ exportedOn: '2026-01-05', from: '2025-01-01', to: '2025-12-31' }],
  })
}

/** A feed the way a user of ical-generator builds it. */
function rebuild(sessions: readonly Session[], host: string): string {
  const zone = 'Asia/Shanghai'
  const calendar = ical({
    name: '我的组织生活',
    ttl: 12 * 3600,
    timezone: { name: null, generator: () => VTIMEZONE },
  })
  const stamp = DateTime.fromISO('2026-01-05T00:00', { zone })
  for (const session of sessions)
    calendar.createEvent({
      id: session.id,
      sequence: 0,
      stamp,
      lastModified: stamp,
      start: DateTime.fromISO(session.start, { zone }),
      end: DateTime.fromISO(session.end!, { zone }),
      timezone: zone,
      summary: `主题党日、党课：${session.title}`,
      description: `活动类型：主题党日、党课\n主办：${host}\n主讲人：${session.lecturers.join('、')}\n内容分类：党史\n方式：线下\n学时：${session.hours}`,
      location: session.venue,
      categories: [{ name: '主题党日' }, { name: '党课' }],
      status: 'CONFIRMED' as never,
      transparency: 'OPAQUE' as never,
    })
  return calendar.toString()
}

const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE`

/** Lines of the events without UIDs, which differ by intention, and in any order of kinds. */
function comparable(ics: string): string {
  const unfolded = ics.replaceAll('\r\n ', '')
  return unfolded
    .slice(unfolded.indexOf('BEGIN:VEVENT'))
    .replace(/^UID:.*$/gm, 'UID')
    .replaceAll('党课、主题党日', '主题党日、党课')
    .replaceAll('党课\\,主题党日', '主题党日\\,党课')
    .replaceAll('党课,主题党日', '主题党日,党课')
    .trimEnd()
}

/** @throws Error where the two sides do not write the same events. */
export function benchFeeds(): FeedBench {
  const dataset = county()
  const own = new Map<string, Session[]>()
  const inOrder = [...dataset.sessions].sort((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1,
  )
  for (const session of inOrder)
    own.set(session.organization, [...(own.get(session.organization) ?? []), session])
  const rebuilt = (member: string) => {
    const branch = dataset.member(member)!.branch!
    return rebuild(own.get(branch)!, dataset.organization(branch)!.name)
  }
  const sample = dataset.members[4711]!.id
  if (comparable(createCalendars(dataset).member(sample).ics) !== comparable(rebuilt(sample)))
    throw new Error('the two sides do not write the same events')

  let events = 0
  let length = 0
  const joined = Array.from({ length: ROUNDS }, () => {
    globalThis.gc?.()
    const from = performance.now()
    events = 0
    for (const feed of createCalendars(dataset).members()) {
      events += feed.events
      length += Buffer.byteLength(feed.ics)
    }
    return performance.now() - from
  })
  globalThis.gc?.()
  const from = performance.now()
  for (const { id } of dataset.members) length += Buffer.byteLength(rebuilt(id))
  const rebuiltTime = performance.now() - from
  if (length === 0) throw new Error('nothing was written')
  const median = [...joined].sort((a, b) => a - b)[ROUNDS >> 1]!
  return { feeds: dataset.members.length, events, joined, rebuilt: rebuiltTime, ratio: median / rebuiltTime }
}

if (import.meta.main) console.log(JSON.stringify(benchFeeds(), null, 2))

/** 8,000 member feeds of 40 events, against building each with ical-generator as its documentation shows. */
import { buildDataset, type Dataset, type Session } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { DateTime } from 'luxon'
import type { StreamResult } from '../cold/stream-once.ts'
import { inFreshProcess, measure } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'

const BRANCHES = 400
const MEMBERS_PER_BRANCH = 20
const SESSIONS_PER_BRANCH = 40
const ZONE = 'Asia/Shanghai'

export async function run(): Promise<void> {
  section('Feeds of 8,000 members with 40 events each')
  const dataset = county()
  const own = Map.groupBy(
    [...dataset.sessions].sort((a, b) =>
      a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1,
    ),
    (session) => session.organization,
  )
  const rebuilt = (member: string) => {
    const branch = dataset.member(member)!.branch!
    return rebuild(own.get(branch)!, dataset.organization(branch)!.name)
  }
  const sample = dataset.members[4711]!.id
  const feed = createCalendars(dataset).member(sample)
  if (comparable(feed.ics) !== comparable(rebuilt(sample)))
    throw new Error('the two sides do not write the same events')
  line(
    `${dataset.members.length.toLocaleString('en')} feeds, ${feed.events} events each; events of both sides are equal but for their UIDs`,
  )

  let length = 0
  const joined = await measure(
    () => {
      for (const { ics } of createCalendars(dataset).members()) length += Buffer.byteLength(ics)
    },
    5,
    1,
  )
  const each = await measure(
    () => {
      for (const { id } of dataset.members) length += Buffer.byteLength(rebuilt(id))
    },
    1,
    0,
  )
  if (length === 0) throw new Error('nothing was written')
  timing('feeds joined from events rendered once, 5 runs', joined)
  timing('each feed built with ical-generator, 1 run', each)
  gate('feeds / ical-generator', joined.median / each.median, 0.1)

  section('One calendar of 100,000 events, streamed into a file in a process of its own')
  const streamed = inFreshProcess<StreamResult>('cold/stream-once.ts')
  line(
    `${streamed.events.toLocaleString('en')} events, ${streamed.megabytes.toFixed(0)} MB written in ${(streamed.ms / 1000).toFixed(1)} s`,
  )
  gate('memory for 100,000 events streamed', streamed.growth, 150, 'MB')
}

function county(): Dataset {
  const two = (n: number) => String(n).padStart(2, '0')
  const branches = Array.from({ length: BRANCHES }, (_, b) => b)
  const members = branches.flatMap((b) =>
    Array.from({ length: MEMBERS_PER_BRANCH }, (_, m) => ({ id: `m${b}-${m}`, branch: `b${b}` })),
  )
  return buildDataset({
    organizations: branches.map((b) => ({ id: `b${b}`, name: `县直机关第${b + 1}党支部`, kind: '党支部' })),
    members: members.map(({ id, branch }, i) => ({
      id,
      name: `党员${i}`,
      status: '正式党员',
      organization: branch,
    })),
    affiliations: members.map(({ id, branch }) => ({ member: id, organization: branch, from: '2020-01-01' })),
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

function rebuild(sessions: readonly Session[], host: string): string {
  const calendar = ical({
    name: '我的组织生活',
    ttl: 12 * 3600,
    timezone: { name: null, generator: () => VTIMEZONE },
  })
  const stamp = DateTime.fromISO('2026-01-05T00:00', { zone: ZONE })
  for (const session of sessions)
    calendar.createEvent({
      id: session.id,
      sequence: 0,
      stamp,
      lastModified: stamp,
      start: DateTime.fromISO(session.start, { zone: ZONE }),
      end: DateTime.fromISO(session.end!, { zone: ZONE }),
      timezone: ZONE,
      summary: `主题党日、党课：${session.title}`,
      description: `活动类型：主题党日、党课\n主办：${host}\n主讲人：${session.lecturers.join('、')}\n内容分类：党史\n方式：线下\n学时：${session.hours}`,
      location: session.venue,
      categories: [{ name: '主题党日' }, { name: '党课' }],
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.OPAQUE,
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

/** The events without UIDs, which differ by intention, and in any order of kinds. */
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

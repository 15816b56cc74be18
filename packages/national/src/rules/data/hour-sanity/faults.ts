import {
  type Attendance,
  type AttendanceTraits,
  type CivilDate,
  type Dataset,
  formatDate,
  type LocalizedText,
  parseDate,
  type RuleContext,
  type Session,
} from '@xueshi/core'
import { dayOf, isHeld } from '../../held.ts'
import { words } from '../../wording.ts'

interface DatedSession {
  readonly session: Session
  readonly day: CivilDate
}

/** Stated hours of a person at a session. */
interface Stated extends DatedSession {
  readonly hours: number
}

const NONE: readonly LocalizedText[] = Object.freeze([])

/** What is implausible about the hours of a person in a window, in order of day. */
export function hourFaults(member: string, mostADay: number, context: RuleContext): readonly LocalizedText[] {
  const { dataset } = context
  return isRemarkable(dataset.attendanceTraits(member), mostADay)
    ? faultsOf(rowsOf(member, dataset), sessionsOf(dataset), mostADay, context)
    : NONE
}

/** Whether the records can be at fault at all. Most members have no such records, and nothing is built for them. */
function isRemarkable(traits: AttendanceTraits, mostADay: number): boolean {
  return traits.mostHoursADay > mostADay || traits.overlapping || traits.hoursWithoutPresence
}

function faultsOf(
  rows: readonly Attendance[],
  sessions: ReadonlyMap<string, DatedSession>,
  mostADay: number,
  context: RuleContext,
): LocalizedText[] {
  const { from, to } = context.window
  const stated: Stated[] = []
  const faults: [CivilDate, LocalizedText][] = []
  for (const row of rows) {
    // Hours of a make-up belong to the session at which it was made up.
    const isMadeUp = row.status === 'made-up' && row.makeUpSession !== null
    const dated = sessions.get(isMadeUp ? row.makeUpSession! : row.session)
    if (dated === undefined || dated.day < from || (to !== null && dated.day > to)) continue
    if (row.status === 'excused' || row.status === 'absent') {
      if (row.hours !== null && row.hours > 0) faults.push([dated.day, notThere(row.hours, dated)])
    } else if (row.capacity !== 'observer') {
      const hours = row.hours ?? dated.session.hours ?? 0
      if (hours > 0 && isHeld(dated.session, context)) stated.push({ ...dated, hours })
    }
  }
  return [...faults, ...tooMany(stated, mostADay), ...overlaps(stated)]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, fault]) => fault)
}

function notThere(hours: number, { session, day }: DatedSession): LocalizedText {
  return words(
    `${day}活动${session.id}请假或者缺席，却记了${hours}学时`,
    `${hours} hours at session ${session.id} of ${day}, though absent or on leave`,
  )
}

/** Days with more hours than a day has; a session of several days is spread evenly. */
function tooMany(stated: readonly Stated[], most: number): [CivilDate, LocalizedText][] {
  const byDay = new Map<CivilDate, number>()
  for (const { session, day, hours } of stated) {
    const first = parseDate(day)
    const days = Math.max(1, parseDate(session.lastDay) - first + 1)
    for (let i = 0; i < days; i++) {
      const date = formatDate(first + i)
      byDay.set(date, (byDay.get(date) ?? 0) + hours / days)
    }
  }
  return [...byDay].flatMap(([day, sum]): [CivilDate, LocalizedText][] => {
    // Parts of a day are compared at two decimals, as hours are kept.
    const hours = Math.round(sum * 100) / 100
    if (hours <= most) return []
    return [
      [day, words(`${day}共记${hours}学时，超过${most}`, `${hours} hours on ${day}, more than ${most}`)],
    ]
  })
}

/** Sessions at the same time that both state hours, each with the one before it that goes on longest. */
function overlaps(stated: readonly Stated[]): [CivilDate, LocalizedText][] {
  const timed = stated
    .filter(({ session }) => !session.timeless && session.end !== null)
    .sort(({ session: a }, { session: b }) =>
      a.start < b.start || (a.start === b.start && a.id < b.id) ? -1 : 1,
    )
  const faults: [CivilDate, LocalizedText][] = []
  let longest: Session | undefined
  for (const { session, day } of timed) {
    if (longest !== undefined && session.id !== longest.id && session.start < longest.end!)
      faults.push([
        day,
        words(
          `${day}活动${longest.id}与${session.id}时间重叠，都记了学时`,
          `sessions ${longest.id} and ${session.id} of ${day} overlap, and both give hours`,
        ),
      ])
    if (longest === undefined || session.end! > longest.end!) longest = session
  }
  return faults
}

// The sessions of a dataset never change: they are put in order once, not once per member.
const known = new WeakMap<readonly Session[], ReadonlyMap<string, DatedSession>>()

function sessionsOf({ sessions }: Dataset): ReadonlyMap<string, DatedSession> {
  let byId = known.get(sessions)
  if (byId === undefined) {
    byId = new Map(sessions.map((session) => [session.id, { session, day: dayOf(session) }]))
    known.set(sessions, byId)
  }
  return byId
}

interface RowsOfMember {
  readonly member: string
  readonly rows: readonly Attendance[]
}

// A member is asked for once per year, one year after the other: the rows are made once.
const latest = new WeakMap<Dataset, RowsOfMember>()

function rowsOf(member: string, dataset: Dataset): readonly Attendance[] {
  const found = latest.get(dataset)
  if (found?.member === member) return found.rows
  const rows = dataset.attendanceOf(member)
  latest.set(dataset, { member, rows })
  return rows
}

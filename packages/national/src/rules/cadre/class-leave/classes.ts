import {
  type Dataset,
  type RuleContext,
  SESSION_KINDS,
  type Session,
  type SessionKindTerm,
} from '@xueshi/core'
import { groupedBy } from '../../grouped.ts'
import { isHeld } from '../../held.ts'

/** A class as one member attended it. */
export interface TrainingClass {
  readonly record: ClassRecord
  /** 1/100 hours of the sessions held for which the member was excused or absent. */
  readonly missed: number
}

/** The sessions of a class, the same for all of its members. */
export interface ClassRecord {
  readonly program: string
  readonly sessions: readonly Session[]
  /** 1/100 hours of all sessions, those to come too. */
  readonly total: number
  /** A session whose hours nobody states, by id. */
  readonly untold: string | null
  readonly lastDay: string
}

/** A class with the sessions from which one member was away. */
interface AttendedClass {
  readonly record: ClassRecord
  readonly away: readonly Session[]
}

const CENTRAL: ReadonlySet<string> = new Set(
  SESSION_KINDS.filter((kind: SessionKindTerm) => kind.central === true).map((kind) => kind.id),
)

/** The classes of a member that end within the window, in order of program. */
export function classesOf(member: string, context: RuleContext): readonly TrainingClass[] {
  const { from, to } = context.window
  const attended = classesByMember(context.dataset).get(member)
  if (attended === undefined) return NONE
  const classes: TrainingClass[] = []
  for (const { record, away } of attended) {
    const { lastDay } = record
    if (lastDay < from || (to !== null && lastDay > to)) continue
    let missed = 0
    for (const session of away) if (isHeld(session, context)) missed += hundredths(session)
    classes.push({ record, missed })
  }
  return classes
}

const NONE: readonly TrainingClass[] = Object.freeze([])

// All members of a dataset share its classes; they are read once.
const known = new WeakMap<Dataset, ReadonlyMap<string, readonly AttendedClass[]>>()

function classesByMember(dataset: Dataset): ReadonlyMap<string, readonly AttendedClass[]> {
  let byMember = known.get(dataset)
  if (byMember === undefined) {
    byMember = groupedBy(
      readClasses(dataset).flatMap((record) => attendedBy(record, dataset)),
      (attended) => attended.member,
    )
    known.set(dataset, byMember)
  }
  return byMember
}

/** What each member attended of a class. */
function attendedBy(record: ClassRecord, dataset: Dataset): (AttendedClass & { readonly member: string })[] {
  const away = new Map<string, Session[]>()
  for (const session of record.sessions)
    for (const { member, status, capacity } of dataset.attendanceAt(session.id)) {
      if (capacity !== 'member') continue
      const sessions = away.get(member) ?? []
      away.set(member, sessions)
      if (status === 'excused' || status === 'absent') sessions.push(session)
    }
  return [...away].map(([member, sessions]) => ({ member, record, away: sessions }))
}

function readClasses(dataset: Dataset): ClassRecord[] {
  const byProgram = new Map<string, Session[]>()
  for (const session of dataset.sessions) {
    if (session.program === null || session.status === 'cancelled') continue
    if (!session.kinds.some((kind) => CENTRAL.has(kind))) continue
    const sessions = byProgram.get(session.program)
    if (sessions === undefined) byProgram.set(session.program, [session])
    else sessions.push(session)
  }
  return [...byProgram]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([program, sessions]) => ({
      program,
      sessions,
      total: sessions.reduce((sum, session) => sum + hundredths(session), 0),
      untold: sessions.find((session) => session.hours === null)?.id ?? null,
      lastDay:
        sessions
          .map((session) => session.lastDay)
          .sort()
          .at(-1) ?? '',
    }))
}

function hundredths({ hours }: Session): number {
  return hours === null ? 0 : Math.round(hours * 100)
}

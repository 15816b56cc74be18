/** Random events over a random county, of which some speak of nothing that is there. */
import type { AttendanceRow, Ledger, PostRow, SessionRow } from '@xueshi/core'
import fc from 'fast-check'
import { BRANCHES, date, GROUPS, rare } from '../reference/county-tree.ts'
import type { RowsModel } from './rows-model.ts'

const KINDS = [
  'theme-day',
  'party-lecture',
  'collective-study',
  'target-training',
  'central-training',
  'org-life-meeting',
  'democratic-life-meeting',
  'committee-meeting',
  'general-meeting',
]
const HOSTS = [...BRANCHES, ...BRANCHES, ...GROUPS, 'county', 'work', 'lead', 'organ']
const ROLES = ['secretary', 'deputy-secretary', 'committee-member', 'organization-member', '联络员']
const POSTS = [...BRANCHES, 'organ', 'lead']

const attendance = fc.record({
  session: fc.nat(60),
  member: fc.nat(60),
  status: fc.constantFrom('present', 'present', 'present', 'absent', 'excused', 'made-up'),
  capacity: rare(fc.constantFrom('member', 'lecturer', 'chair', 'observer'), 2),
  hours: rare(fc.constantFrom(0, 1, 2.25, 4, 8, 20), 2),
  makeUp: rare(fc.nat(60), 1),
})

const session = fc.record({
  id: fc.nat(60),
  host: fc.constantFrom(...HOSTS),
  coHost: rare(fc.constantFrom('county', ...BRANCHES, ...GROUPS), 3),
  kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 2 }),
  date,
  hour: fc.constantFrom('', 'T08:00+08:00', 'T09:00+08:00', 'T09:30+08:00', 'T23:00+08:00'),
  hours: rare(fc.constantFrom(0.5, 2, 4, 8, 16), 1),
  topics: rare(fc.constantFrom('party-history', '防汛'), 2),
  mode: rare(fc.constantFrom('in-person', 'online'), 2),
  status: fc.constantFrom(undefined, 'held', 'held', 'planned', 'cancelled'),
  lecturer: rare(fc.nat(60), 1),
  listed: fc.array(fc.nat(60), { maxLength: 2 }),
  isNew: fc.boolean(),
})

export const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('record' as const), row: attendance }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('correct' as const), row: attendance }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), row: attendance }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hold' as const), row: session }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('transfer' as const),
      member: fc.nat(60),
      to: fc.constantFrom(...BRANCHES, ...GROUPS),
      from: date,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('appoint' as const),
      member: fc.nat(60),
      organization: fc.constantFrom(...POSTS),
      role: fc.constantFrom(...ROLES),
      from: date,
      fullTime: rare(fc.constant(true), 3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dismiss' as const), post: fc.nat(60), to: date }) },
)

export type RandomEvent = typeof event extends fc.Arbitrary<infer T> ? T : never

/** Applies an event to a ledger and to rows; events that rows cannot say are left out. */
export function apply(one: RandomEvent, ledger: Ledger, model: RowsModel): void {
  const { members, sessions } = model.rows
  const memberAt = (index: number) => members[index % members.length]!.id!
  switch (one.kind) {
    case 'record':
    case 'correct':
    case 'withdraw': {
      if (sessions.length === 0) return
      const row = attendanceRow(one.row, model)
      if (one.kind === 'withdraw') {
        ledger.withdraw(row.session, row.member)
        model.withdraw(row.session, row.member)
      } else if (one.kind === 'correct') {
        ledger.correct(row)
        model.setAttendance(row)
      } else if (!model.has(row.session, row.member) || !hasLecturers(model, row.session)) {
        ledger.record(row)
        model.addAttendance(row)
      }
      return
    }
    case 'hold':
      hold(one.row, ledger, model)
      return
    case 'transfer': {
      const member = memberAt(one.member)
      if (model.staysOf(member).length === 0) return
      ledger.transfer({ member, organization: one.to, from: one.from })
      model.transfer(member, one.to, one.from)
      return
    }
    case 'appoint': {
      const { organization, role, from, fullTime } = one
      const row: PostRow = { member: memberAt(one.member), organization, role, from }
      if (fullTime) row.fullTime = true
      ledger.appoint(row)
      model.appoint(row)
      return
    }
    case 'dismiss': {
      const posts = model.posts()
      const post = posts[one.post % Math.max(1, posts.length)]
      if (post === undefined) return
      const { member, organization, role } = post
      ledger.dismiss({ member, organization, role, to: one.to })
      const running = posts
        .filter((row) => row.member === member && row.organization === organization && row.role === role)
        .filter((row) => row.from <= one.to && one.to <= (row.to ?? '9'))
        .sort((a, b) => (a.from < b.from ? 1 : -1))
      // Of equal posts the ledger knows one.
      for (const row of running) if (sameTerm(row, running[0]!)) model.dismiss(row, one.to)
    }
  }
}

function sameTerm(a: PostRow, b: PostRow): boolean {
  return a.from === b.from && a.to === b.to && a.fullTime === b.fullTime
}

function attendanceRow(seed: typeof attendance extends fc.Arbitrary<infer T> ? T : never, model: RowsModel) {
  const { members, sessions } = model.rows
  const session = sessions[seed.session % sessions.length]!.id
  const row: AttendanceRow = {
    session,
    member: members[seed.member % members.length]!.id!,
    status: seed.status,
  }
  if (seed.capacity !== undefined) row.capacity = seed.capacity
  if (seed.hours !== undefined) row.hours = seed.hours
  const makeUp = seed.makeUp === undefined ? undefined : sessions[seed.makeUp % sessions.length]!.id
  if (seed.status === 'made-up' && makeUp !== undefined) row.makeUpSession = makeUp
  return row
}

function hasLecturers(model: RowsModel, session: string): boolean {
  return (model.rows.sessions.find((row) => row.id === session)?.lecturers?.length ?? 0) > 0
}

function hold(
  seed: typeof session extends fc.Arbitrary<infer T> ? T : never,
  ledger: Ledger,
  model: RowsModel,
) {
  const { members, sessions } = model.rows
  const known = seed.isNew ? undefined : sessions[seed.id % Math.max(1, sessions.length)]
  const row: SessionRow = {
    id: known?.id ?? `n${String(seed.id).padStart(2, '0')}`,
    organization: seed.host,
    kinds: seed.kinds,
    start: `${seed.date}${seed.hour}`,
  }
  if (seed.coHost !== undefined && seed.coHost !== seed.host) row.coHosts = [seed.coHost]
  if (seed.hours !== undefined) row.hours = seed.hours
  if (seed.hour !== '' && seed.hours === undefined)
    row.end = `${seed.date}T${seed.hour === 'T23:00+08:00' ? '23:50' : '11:00'}+08:00`
  if (seed.topics !== undefined) row.topics = [seed.topics]
  if (seed.mode !== undefined) row.mode = seed.mode
  if (seed.status !== undefined) row.status = seed.status
  const before = known ?? sessions.find((other) => other.id === row.id)
  // Who was made lecturer of a record by the session stays it: rows cannot say that.
  if (before?.lecturers !== undefined) row.lecturers = before.lecturers
  if (before === undefined && seed.lecturer !== undefined)
    row.lecturers = [members[seed.lecturer % members.length]!.id!]
  const listed =
    before === undefined ? [...new Set(seed.listed.map((index) => members[index % members.length]!.id!))] : []
  ledger.hold(listed.length === 0 ? row : { ...row, participants: listed })
  model.hold(row)
  for (const member of listed) model.addAttendance({ session: row.id, member, status: 'present' })
}

/**
 * Small random counties for comparing the engine with the reference: clean rows in which everything that the
 * clauses speak of happens often, because there are few persons, few days and few hours of the day.
 */
import fc from 'fast-check'
import type { ActRow, AttendanceRow, DatasetRows, PostRow, SessionRow } from '../../src/model/rows.ts'
import { dayOf, textOf } from './calendar.ts'
import { life } from './county-lives.ts'
import { BRANCHES, date, drop, GROUPS, organizations, rare, SKELETON } from './county-tree.ts'

export interface RandomCounty {
  readonly rows: DatasetRows
  readonly covers: { readonly from: string; readonly to: string }
  readonly exportedOn: string | undefined
}

const POSTS: readonly (readonly [organization: string, role: string])[] = [
  ...BRANCHES.flatMap((id) =>
    [
      'secretary',
      'secretary',
      'deputy-secretary',
      'organization-member',
      'discipline-member',
      'committee-member',
    ].map((role) => [id, role] as const),
  ),
  ['organ', 'secretary'],
  ['organ', 'committee-member'],
  ['general', 'secretary'],
  ['lead', 'leadership-secretary'],
  ['lead', 'leadership-secretary'],
  ['lead', 'leadership-deputy-secretary'],
  ['lead', 'leadership-member'],
  ['committee', 'committee-secretary'],
  ['committee', 'party-committee-member'],
  ['gr1', 'group-leader'],
  ['centre', 'study-group-leader'],
]

const post = fc.record({
  member: fc.nat(30),
  post: fc.constantFrom(...POSTS),
  from: fc.oneof({ weight: 3, arbitrary: fc.constant('2018-03-01') }, { weight: 2, arbitrary: date }),
  to: rare(date, 3),
  fullTime: rare(fc.boolean(), 1),
})

const KINDS = [
  'general-meeting',
  'committee-meeting',
  'org-life-meeting',
  'democratic-life-meeting',
  'group-meeting',
  'party-lecture',
  'theme-day',
  'theme-day',
  'org-life-meeting',
  'democratic-appraisal',
  'democratic-life-meeting',
  'center-group-study',
  'collective-study',
  'central-training',
  'rotation-training',
  'target-training',
  'target-training',
  'self-study',
  'online-study',
  'talk',
]

const session = fc.record({
  host: fc.constantFrom(
    ...SKELETON.map(([id]) => id),
    ...BRANCHES,
    ...BRANCHES,
    ...GROUPS,
    'br1',
    'lead',
    'work',
  ),
  coHosts: fc.array(fc.constantFrom('county', 'work', 'organ', ...BRANCHES, ...GROUPS), { maxLength: 1 }),
  kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 }),
  date,
  sameDayAs: rare(fc.nat(30), 1),
  /** Hour of the start; 24: not known. */
  hour: fc.constantFrom(8, 9, 9, 14, 23, 24),
  minutes: fc.constantFrom(
    undefined,
    30,
    60,
    100,
    120,
    120,
    180,
    180,
    240,
    600,
    1440,
    1440 * 3 + 60,
    1440 * 9,
  ),
  hours: rare(fc.constantFrom(0, 0.5, 1.33, 2, 4, 8, 16, 24, 32, 56), 2),
  mode: rare(fc.constantFrom('in-person', 'online', 'video', 'field'), 2),
  topics: rare(fc.constantFrom('party-history', 'economy'), 2),
  status: fc.constantFrom(undefined, 'held', 'held', 'held', 'planned', 'cancelled'),
  lecturer: rare(fc.nat(30), 3),
})

const attendance = fc.record({
  session: fc.nat(200),
  member: fc.nat(200),
  status: fc.constantFrom('present', 'present', 'present', 'present', 'absent', 'excused', 'made-up'),
  capacity: rare(fc.constantFrom('member', 'lecturer', 'chair', 'observer'), 2),
  hours: rare(fc.constantFrom(0, 1, 2.25, 4, 8, 12, 20, 33.33), 2),
  makeUp: rare(fc.nat(200), 1),
})

const act = fc.record({
  kind: fc.constantFrom(
    'talk',
    'talk',
    'oath',
    'contact',
    'duty-report',
    'activist-review',
    'study-plan',
    'election',
  ),
  date,
  member: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: fc.nat(30) }),
  counterpart: rare(fc.nat(30), 1),
  organization: rare(fc.constantFrom(...BRANCHES, 'lead', 'organ', 'general'), 1),
  topics: rare(fc.constantFrom('party-history', 'economy'), 3),
})

/** The rows of a county with at most 10 persons and 30 sessions. */
export const county: fc.Arbitrary<RandomCounty> = fc
  .record({
    organizations,
    lives: fc.array(life, { minLength: 1, maxLength: 10, size: '+1' }),
    posts: fc.array(post, { maxLength: 14, size: '+1' }),
    sessions: fc.array(session, { maxLength: 40, size: '+2' }),
    attendance: fc.array(attendance, { maxLength: 150, size: '+2' }),
    acts: fc.array(act, { maxLength: 40, size: '+2' }),
    withActs: fc.constantFrom(true, true, true, true, true, true, true, false),
    covers: fc.constantFrom(
      ['2025-01-01', '2025-12-31'],
      ['2025-01-01', '2025-12-31'],
      ['2025-01-01', '2025-09-30'],
      ['2025-03-15', '2025-12-31'],
      ['2024-07-01', '2025-12-31'],
    ),
    exportedOn: rare(fc.constantFrom('2025-10-15', '2025-12-31', '2026-01-05'), 1),
    withAffiliations: fc.boolean(),
    withPosts: fc.constantFrom(true, true, true, true, true, true, true, false),
    withAttendance: fc.constantFrom(true, true, true, true, true, true, true, false),
    waivers: fc.array(
      fc.record({
        rule: fc.constantFrom(
          'member/annual-hours',
          'branch/theme-day',
          'branch/form',
          'secretary/annual-hours',
        ),
        subject: fc.constantFrom('m00', 'm01', 'br1', 'br2'),
      }),
      { maxLength: 1 },
    ),
  })
  .map((seed) => {
    const idOfMember = (index: number) => `m${String(index % seed.lives.length).padStart(2, '0')}`
    const idOfSession = (index: number) => `s${String(index % seed.sessions.length).padStart(2, '0')}`
    const dates = seed.sessions.map((one, index) =>
      one.sameDayAs === undefined ? one.date : (seed.sessions[one.sameDayAs % (index + 1)]?.date ?? one.date),
    )
    const sessions = seed.sessions.map((one, index): SessionRow => {
      const start = one.hour === 24 ? dates[index]! : instant(dayOf(dates[index]!) * 1440 + one.hour * 60)
      const end =
        one.minutes === undefined
          ? undefined
          : one.hour === 24
            ? textOf(dayOf(dates[index]!) + Math.floor(one.minutes / 1440))
            : instant(dayOf(dates[index]!) * 1440 + one.hour * 60 + one.minutes)
      return drop({
        id: idOfSession(index),
        organization: one.host,
        coHosts: one.coHosts.length === 0 || one.coHosts[0] === one.host ? undefined : one.coHosts,
        kinds: one.kinds,
        start,
        end,
        hours: one.hours,
        mode: one.mode,
        topics: one.topics === undefined ? undefined : [one.topics],
        status: one.status,
        lecturers: one.lecturer === undefined ? undefined : [idOfMember(one.lecturer)],
      })
    })
    const rows: DatasetRows = {
      organizations: seed.organizations,
      members: seed.lives.map(({ member }, index) => ({
        ...member,
        id: idOfMember(index),
        name: `P${index}`,
      })),
      sessions,
      ...(seed.withAffiliations
        ? {
            affiliations: seed.lives.flatMap(({ member, stays }, index) => [
              ...stays.map((stay) => drop({ member: idOfMember(index), ...stay })),
              ...(member.group === undefined
                ? []
                : [{ member: idOfMember(index), organization: member.group, from: stays.at(-1)!.from }]),
            ]),
          }
        : {}),
      ...(seed.withPosts ? { posts: postsOf(seed.posts, idOfMember) } : {}),
      ...(seed.withAttendance
        ? {
            attendance:
              seed.sessions.length === 0 ? [] : attendanceOf(seed.attendance, idOfSession, idOfMember),
          }
        : {}),
      ...(seed.withActs ? { acts: actsOf(seed.acts, idOfMember) } : {}),
      waivers: seed.waivers.map((waiver) => ({
        ...waiver,
        rule: `national/${waiver.rule}`,
        from: '2024-01-01',
        to: '2026-12-31',
        reason: 'reason',
        approver: 'approver',
        document: 'document',
      })),
      export: [drop({ exportedOn: seed.exportedOn, from: seed.covers[0]!, to: seed.covers[1]! })],
    }
    return { rows, covers: { from: seed.covers[0]!, to: seed.covers[1]! }, exportedOn: seed.exportedOn }
  })

type PostSeed = typeof post extends fc.Arbitrary<infer T> ? T : never
type ActSeed = typeof act extends fc.Arbitrary<infer T> ? T : never
type AttendanceSeed = typeof attendance extends fc.Arbitrary<infer T> ? T : never

/** Terms of one person in one post never overlap. */
function postsOf(seeds: readonly PostSeed[], idOfMember: (index: number) => string): PostRow[] {
  const rows: PostRow[] = []
  for (const seed of seeds) {
    const [organization, role] = seed.post
    const to = seed.to !== undefined && seed.to < seed.from ? undefined : seed.to
    const row = drop({
      member: idOfMember(seed.member),
      organization,
      role,
      from: seed.from,
      to,
      fullTime: seed.fullTime,
    })
    const clash = rows.some(
      (other) =>
        other.member === row.member &&
        other.organization === organization &&
        other.role === role &&
        other.from <= (to ?? '9') &&
        (other.to ?? '9') >= row.from,
    )
    if (!clash) rows.push(row)
  }
  return rows
}

function actsOf(seeds: readonly ActSeed[], idOfMember: (index: number) => string): ActRow[] {
  return seeds.map((seed, index) => {
    const member = seed.member === undefined ? undefined : idOfMember(seed.member)
    const counterpart = seed.counterpart === undefined ? undefined : idOfMember(seed.counterpart)
    return drop({
      id: `a${String(index).padStart(2, '0')}`,
      kind: seed.kind,
      date: seed.date,
      member,
      counterpart: counterpart === member ? undefined : counterpart,
      organization: seed.organization,
      topics: seed.topics === undefined ? undefined : [seed.topics],
    })
  })
}

/** Rows of one person at one session may differ in status, but two of one status are the same row. */
function attendanceOf(
  seeds: readonly AttendanceSeed[],
  idOfSession: (index: number) => string,
  idOfMember: (index: number) => string,
): AttendanceRow[] {
  const known = new Map<string, AttendanceRow>()
  const earnedAt = new Map<string, number | undefined>()
  return seeds.map((seed) => {
    const session = idOfSession(seed.session)
    const member = idOfMember(seed.member)
    const makeUp = seed.makeUp === undefined ? undefined : idOfSession(seed.makeUp)
    const row: AttendanceRow = drop({
      session,
      member,
      status: seed.status,
      capacity: seed.capacity,
      hours: seed.hours,
      makeUpSession: seed.status !== 'made-up' || makeUp === session ? undefined : makeUp,
    })
    // What one make-up earned a person is the same on every row that names it.
    if (row.makeUpSession !== undefined) {
      const earned = `${row.makeUpSession}\n${member}`
      const hours = earnedAt.has(earned) ? earnedAt.get(earned) : row.hours
      earnedAt.set(earned, hours)
      if (hours === undefined) delete row.hours
      else row.hours = hours
    }
    const key = `${session}\n${member}\n${seed.status}`
    const same = known.get(key)
    known.set(key, same ?? row)
    return same ?? row
  })
}

function instant(minute: number): string {
  const rest = minute % 1440
  return `${textOf(Math.floor(minute / 1440))}T${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}+08:00`
}

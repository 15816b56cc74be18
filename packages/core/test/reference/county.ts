/**
 * Small random counties for comparing the engine with the reference: clean rows in which everything that the
 * clauses speak of happens often, because there are few persons, few days and few hours of the day.
 */
import fc from 'fast-check'
import type {
  AttendanceRow,
  DatasetRows,
  MemberRow,
  OrganizationRow,
  PostRow,
  SessionRow,
} from '../../src/model/rows.ts'
import { dayOf, textOf } from './calendar.ts'

export interface RandomCounty {
  readonly rows: DatasetRows
  readonly covers: { readonly from: string; readonly to: string }
  readonly exportedOn: string | undefined
}

const FIRST = dayOf('2024-06-01')
const LAST = dayOf('2026-02-28')
/** Edges of months, quarters and years, and any day. */
const EDGES = [
  '2024-12-31',
  '2025-01-01',
  '2025-03-31',
  '2025-04-01',
  '2025-06-30',
  '2025-09-30',
  '2025-10-01',
  '2025-12-31',
  '2026-01-01',
]
const date = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 4, arbitrary: fc.integer({ min: dayOf('2025-01-01'), max: dayOf('2025-12-31') }).map(textOf) },
  { weight: 1, arbitrary: fc.integer({ min: FIRST, max: LAST }).map(textOf) },
)
/** Nothing `weight` times as often as something. */
const rare = <T>(arbitrary: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const SKELETON: readonly (readonly [id: string, kind: string, parent: string | undefined])[] = [
  ['county', 'county-committee', undefined],
  ['work', 'working-committee', 'county'],
  ['organ', 'organ-committee', 'work'],
  ['general', 'general-branch', 'organ'],
  ['lead', 'leadership-group', 'county'],
  ['committee', 'party-committee', 'work'],
  ['centre', 'study-group', 'lead'],
  ['br1', 'branch', 'general'],
  ['br2', 'branch', 'organ'],
  ['br3', 'branch', 'work'],
  ['br4', 'branch', 'lead'],
  ['gr1', 'group', 'br1'],
  ['gr2', 'group', 'br1'],
  ['gr3', 'group', 'br2'],
]
const BRANCHES = ['br1', 'br2', 'br3', 'br4']
const GROUPS = ['gr1', 'gr2', 'gr3']

const organizations: fc.Arbitrary<OrganizationRow[]> = fc
  .tuple(...SKELETON.map(() => fc.record({ founded: rare(date, 12), dissolved: rare(date, 20) })))
  .map((lives) =>
    SKELETON.map(([id, kind, parent], index) => {
      const { founded, dissolved } = lives[index]!
      const backwards = founded !== undefined && dissolved !== undefined && dissolved < founded
      return drop({
        id,
        name: `name of ${id}`,
        kind,
        parent,
        founded,
        dissolved: backwards ? undefined : dissolved,
      })
    }),
  )

const STEPS = ['appliedOn', 'activistOn', 'candidateOn', 'admittedOn', 'fullOn'] as const
const STATUSES = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const
const TAGS = ['frail', 'mobility-limited', 'gravely-ill', 'mobile', 'retired']

interface Life {
  readonly member: MemberRow
  readonly stays: readonly {
    readonly organization: string
    readonly from: string
    readonly to: string | undefined
  }[]
}

const move = fc.record({ branch: fc.constantFrom(...BRANCHES), from: date, gap: fc.constantFrom(1, 1, 20) })

const life = fc
  .record({
    step: fc.constantFrom(0, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4),
    /** The first step with a date; 5: none has. */
    datedFrom: fc.constantFrom(0, 1, 2, 3, 4, 5, 5),
    days: fc.array(fc.integer({ min: dayOf('2022-01-01'), max: LAST }), { minLength: 5, maxLength: 5 }),
    leftOn: rare(date, 9),
    suspendedOn: rare(date, 9),
    resumedOn: rare(date, 1),
    suspendedForEver: rare(fc.constant(true), 20),
    tag: rare(fc.record({ tag: fc.constantFrom(...TAGS), span: rare(fc.tuple(date, date), 1) }), 3),
    moves: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(move, { minLength: 1, maxLength: 2 }) },
    ),
    first: fc.constantFrom('br1', 'br1', 'br1', ...BRANCHES),
    group: rare(fc.constantFrom(...GROUPS), 1),
  })
  .map((seed): Life => {
    const days = [...seed.days].sort((a, b) => a - b)
    const dates = STEPS.flatMap((field, step) =>
      step <= seed.step && step >= Math.min(seed.datedFrom, seed.datedFrom === 5 ? 5 : seed.step)
        ? [[field, textOf(days[step]! + step)] as const]
        : [],
    )
    const moves = [...seed.moves]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .filter((move, i, all) => all[i - 1]?.from !== move.from)
    const stops = [{ branch: seed.first, from: '2015-01-01', gap: 1 }, ...moves]
    const stays = stops.map((stop, index) => {
      const next = stops[index + 1]
      const to =
        next === undefined ? undefined : textOf(Math.max(dayOf(stop.from), dayOf(next.from) - next.gap))
      return { organization: stop.branch, from: stop.from, to }
    })
    const home = stops.at(-1)!.branch
    const suspension =
      seed.suspendedForEver === true
        ? { membership: 'suspended' }
        : seed.suspendedOn === undefined
          ? {}
          : {
              suspendedOn: seed.suspendedOn,
              resumedOn:
                seed.resumedOn !== undefined && seed.resumedOn > seed.suspendedOn
                  ? seed.resumedOn
                  : undefined,
            }
    const tags = (seed.tag === undefined ? [] : [seed.tag]).map(({ tag, span }) => {
      if (span === undefined) return tag
      const [from, to] = [...span].sort()
      return `${tag}@${from}..${to}`
    })
    const group = GROUPS.find((id) => id === seed.group && parentOf(id) === home)
    return {
      member: drop({
        id: '',
        name: '',
        status: STATUSES[seed.step]!,
        organization: home,
        group,
        ...Object.fromEntries(dates),
        leftOn: seed.leftOn,
        ...suspension,
        tags: tags.length === 0 ? undefined : tags,
      }),
      stays,
    }
  })

function parentOf(id: string): string | undefined {
  return SKELETON.find(([candidate]) => candidate === id)?.[2]
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

/** The rows of a county with at most 10 persons and 30 sessions. */
export const county: fc.Arbitrary<RandomCounty> = fc
  .record({
    organizations,
    lives: fc.array(life, { minLength: 1, maxLength: 10, size: '+1' }),
    posts: fc.array(post, { maxLength: 14, size: '+1' }),
    sessions: fc.array(session, { maxLength: 40, size: '+2' }),
    attendance: fc.array(attendance, { maxLength: 150, size: '+2' }),
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
type AttendanceSeed = typeof attendance extends fc.Arbitrary<infer T> ? T : never

/** Terms of one person in one post never overlap. */
function postsOf(seeds: readonly PostSeed[], idOfMember: (index: number) => string): PostRow[] {
  const rows: PostRow[] = []
  for (const seed of seeds) {
    const [organization, role] = seed.post
    const to = seed.to !== undefined && seed.to < seed.from ? undefined : seed.to
    const row = drop({ member: idOfMember(seed.member), organization, role, from: seed.from, to })
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

/** The object without the fields that are `undefined`, as a reader of files would give it. */
function drop<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never
}

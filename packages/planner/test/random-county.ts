/**
 * Small random counties to be planned: working committee, organs with leaders of two lives, organ committees and
 * general branches, centre groups, branches with and without committee, Party groups, and everything that makes
 * a year crooked: frail, mobile and suspended members, transfers, departures and new secretaries within the year,
 * lecturers who belong to branches, venues that are small, shut or unreadable. The rows are clean: a dataset built
 * of them has no problems.
 */
import type {
  AffiliationRow,
  DatasetRows,
  LecturerRow,
  MemberRow,
  OrganizationRow,
  PostRow,
  VenueRow,
} from '@xueshi/core'
import fc from 'fast-check'
import { appointed, type Branch, dayBefore, type Organ, type Person } from './random-posts.ts'

/** The year that is planned. */
export const YEAR = 2026

const often = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3 * others.length, arbitrary: fc.constant(usual) },
    { weight: others.length, arbitrary: fc.constantFrom(...others) },
  )
const rare = <T>(arbitrary: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const MONTHS = [2, 3, 4, 6, 7, 9, 10, 12]
const dayOfYear = fc
  .record({ month: fc.constantFrom(...MONTHS), day: fc.constantFrom(1, 2, 15, 28) })
  .map(({ month, day }) => `${YEAR}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

/** Milestones of a person, the later ones where they are reached. */
const LIVES: Readonly<Record<Person['life'], Partial<MemberRow>>> = {
  full: {
    appliedOn: '2008-03-01',
    activistOn: '2009-03-01',
    candidateOn: '2010-04-01',
    admittedOn: '2010-07-01',
    fullOn: '2011-07-01',
  },
  'new-full': {
    appliedOn: '2022-03-01',
    activistOn: '2023-03-01',
    candidateOn: '2024-04-01',
    admittedOn: '2024-09-20',
    fullOn: '2025-09-20',
  },
  probationary: {
    appliedOn: '2023-03-01',
    activistOn: '2024-03-01',
    candidateOn: '2025-04-01',
    admittedOn: '2025-06-25',
  },
  candidate: { appliedOn: '2023-03-01', activistOn: '2024-03-01', candidateOn: '2025-10-10' },
  activist: { appliedOn: '2024-03-01', activistOn: '2025-03-01' },
  applicant: { appliedOn: '2025-11-01' },
}

const person = fc.record({
  life: often<Person['life']>('full', 'new-full', 'probationary', 'candidate', 'activist', 'applicant'),
  tag: rare(fc.constantFrom('frail', 'mobility-limited', 'mobile', 'retired', 'abroad', 'gravely-ill'), 6),
  tagFrom: rare(dayOfYear, 3),
  group: fc.nat(3),
  movesOn: rare(dayOfYear, 12),
  movesTo: fc.nat(8),
  leavesOn: rare(dayOfYear, 19),
  suspendedOn: rare(dayOfYear, 29),
})

const branch = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 17, size: '+1' }),
  committee: fc.constantFrom(0, 0, 2, 3, 4),
  groups: often(0, 1, 2, 3),
  themeDay: fc.constantFrom(
    undefined,
    '每月5日',
    '每月10日',
    '每月28日',
    '每月第一个星期五',
    '每月第三个星期三',
  ),
  newSecretaryOn: rare(dayOfYear, 6),
})

const organ = fc.record({
  leadership: often<'leadership-group' | 'party-committee'>('leadership-group', 'party-committee'),
  committee: fc.constantFrom<'organ-committee' | 'general-branch' | undefined>(
    'organ-committee',
    'general-branch',
    undefined,
  ),
  centre: fc.boolean(),
  leaders: fc.nat(4),
  staff: rare(fc.constant(true), 2),
  branches: fc.array(branch, { minLength: 1, maxLength: 3 }),
})

const venue = fc.record({
  capacity: fc.constantFrom(undefined, 4, 12, 40, 200),
  shared: often(true, false),
  owner: rare(fc.nat(2), 1),
  open: fc.constantFrom(
    undefined,
    '周一至周五 9:00-17:00',
    '工作日 8:30-11:30、14:30-17:30',
    '全天',
    '每天9:00-18:00（周一闭馆）',
    '周六日 9:00-16:00',
    '另行通知',
  ),
})

const lecturer = fc.record({
  member: rare(fc.nat(150), 1),
  topics: fc.subarray(['party-history', 'political-theory', 'models']),
})

const seeds = fc.record({
  organs: fc.array(organ, { minLength: 1, maxLength: 3 }),
  lecturers: fc.array(lecturer, { maxLength: 4 }),
  venues: fc.array(venue, { maxLength: 4 }),
  /** Whether the data has no session yet, some of the year before, or theme days of January. */
  past: fc.constantFrom<'none' | 'before' | 'within'>('none', 'before', 'within'),
})

type Seeds = typeof seeds extends fc.Arbitrary<infer T> ? T : never

/** Rows of a county of one to some 150 persons in one to nine branches. */
export const randomCounty: fc.Arbitrary<DatasetRows> = seeds.map(rowsOf)

function rowsOf(seed: Seeds): DatasetRows {
  const organizations: OrganizationRow[] = [
    { id: 'county', name: '县委', kind: 'county-committee' },
    { id: 'work', name: '机关工委', kind: 'working-committee', parent: 'county' },
  ]
  let members = 0
  const organs = seed.organs.map((one, o): Organ => {
    const id = `o${o}`
    const upper = one.committee === undefined ? id : `${id}c`
    organizations.push({ id, name: `机关${o}`, kind: one.leadership, parent: 'work' })
    if (one.committee !== undefined)
      organizations.push({
        id: upper,
        name: `机关${o}${one.committee === 'organ-committee' ? '机关党委' : '党总支'}`,
        kind: one.committee,
        parent: id,
      })
    if (one.centre)
      organizations.push({ id: `${id}s`, name: `机关${o}中心组`, kind: 'study-group', parent: id })
    const branches = one.branches.map((own, b): Branch => {
      const branchId = `${id}b${b}`
      organizations.push({
        id: branchId,
        name: `机关${o}第${b + 1}支部`,
        kind: 'branch',
        parent: upper,
        ...(own.themeDay === undefined ? {} : { themeDay: own.themeDay }),
      })
      const groups = Array.from({ length: own.groups }, (_, g) => `${branchId}g${g}`)
      groups.forEach((group, g) => {
        organizations.push({
          id: group,
          name: `机关${o}第${b + 1}支部${g + 1}组`,
          kind: 'group',
          parent: branchId,
        })
      })
      const people = own.people.map((life): Person => {
        const number = String(members++).padStart(3, '0')
        const group = groups[life.group % (groups.length + 1)]
        return {
          ...life,
          id: `m${number}`,
          name: `党员${number}`,
          branch: branchId,
          group,
          isFull: life.life === 'full' || life.life === 'new-full',
        }
      })
      return { id: branchId, groups, people, committee: own.committee, newSecretaryOn: own.newSecretaryOn }
    })
    return {
      id,
      leadership: one.leadership,
      committee: one.committee === undefined ? undefined : upper,
      centre: one.centre ? `${id}s` : undefined,
      leaders: one.leaders,
      hasStaff: one.staff === true,
      branches,
    }
  })
  const branches = organs.flatMap((one) => one.branches.map(({ id }) => id))
  const people = organs.flatMap((one) => one.branches.flatMap((own) => own.people))
  return {
    organizations,
    members: people.map(memberRow),
    affiliations: people.flatMap((one) => staysOf(one, branches)),
    posts: organs.flatMap((one): PostRow[] => appointed(one)),
    ...pastOf(seed.past, organs),
    acts: [],
    lecturers: seed.lecturers.map(({ member, topics }, i): LecturerRow => {
      const known = member === undefined ? undefined : people[member % people.length]!
      return {
        id: `L${i}`,
        name: known?.name ?? `专家${i}`,
        ...(known === undefined ? {} : { member: known.id }),
        topics,
      }
    }),
    venues: seed.venues.map(
      ({ capacity, shared, owner, open }, i): VenueRow => ({
        id: `V${i}`,
        name: `阵地${i}`,
        shared,
        ...(capacity === undefined ? {} : { capacity }),
        ...(owner === undefined ? {} : { organization: organs[owner % organs.length]!.id }),
        ...(open === undefined ? {} : { open }),
      }),
    ),
  }
}

/** What the data knows of sessions, and how far it goes. */
function pastOf(
  past: Seeds['past'],
  organs: readonly Organ[],
): Pick<DatasetRows, 'sessions' | 'attendance' | 'export'> {
  const last = past === 'within' ? `${YEAR}-01-31` : `${YEAR - 1}-12-31`
  const statement = { export: [{ exportedOn: last, from: `${YEAR - 1}-01-01`, to: last }] }
  if (past === 'none') return { sessions: [], attendance: [], ...statement }
  const day = past === 'within' ? `${YEAR}-01-08` : `${YEAR - 1}-12-04`
  const branches = organs.flatMap((one) => one.branches)
  return {
    sessions: branches.map(({ id }) => ({
      id: `${id}-held`,
      organization: id,
      kinds: ['theme-day'],
      title: '主题党日',
      start: `${day}T14:30+08:00`,
      end: `${day}T16:30+08:00`,
      hours: 2,
      mode: 'in-person',
      topics: ['models'],
      status: 'held',
    })),
    attendance: branches.flatMap(({ id, people }) =>
      people.map(({ id: member }) => ({ session: `${id}-held`, member, status: 'present' })),
    ),
    ...statement,
  }
}

function memberRow(person: Person): MemberRow {
  const { id, name, branch, group, life, tag, tagFrom, leavesOn, suspendedOn, isFull } = person
  return {
    id,
    name,
    status: life === 'new-full' ? 'full' : life,
    organization: branch,
    ...LIVES[life],
    ...(group === undefined ? {} : { group }),
    ...(tag === undefined ? {} : { tags: [tagFrom === undefined ? tag : `${tag}@${tagFrom}..`] }),
    ...(leavesOn === undefined ? {} : { leftOn: leavesOn }),
    ...(suspendedOn === undefined || !isFull ? {} : { suspendedOn }),
  }
}

/** Branch and group until a transfer, the other branch after it. */
function staysOf(
  { id, branch, group, movesOn, movesTo }: Person,
  branches: readonly string[],
): AffiliationRow[] {
  const other = branches[movesTo % branches.length]!
  const from = '2015-01-01'
  const moves = movesOn !== undefined && other !== branch
  const until = moves ? { to: dayBefore(movesOn) } : {}
  return [
    { member: id, organization: branch, from, ...until },
    ...(group === undefined ? [] : [{ member: id, organization: group, from, ...until }]),
    ...(moves ? [{ member: id, organization: other, from: movesOn }] : []),
  ]
}

import { type EpochDay, epochDay } from '@xueshi/core'
import { branchYear } from './branch-year.ts'
import { chairOf, quorumOf } from './chairs.ts'
import {
  type Branch,
  holdsThroughout,
  isCommitteePost,
  isMemberOn,
  isMemberThroughout,
  type Organ,
  type Person,
} from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { isHeld, type Meeting } from './sessions.ts'
import { type CountyYear, countyYear, type OrganYear, organYear } from './upper-year.ts'

/** All sessions of the county, planned when asked for. */
export interface Programme {
  readonly settings: Settings
  readonly tree: Tree
  branch(branch: Branch, year: number): readonly Meeting[]
  organ(organ: Organ, year: number): OrganYear
  county(year: number): CountyYear
  /** Who chairs a meeting, and who of a committee has to be there. */
  seats(meeting: Meeting): Seats
}

/** Who chairs a meeting, and who of a committee has to be there. */
export interface Seats {
  readonly chair: Person | null
  readonly quorum: ReadonlySet<Person>
}

const NOBODY: Seats = { chair: null, quorum: new Set() }

/** Plans are pure, so only the latest few are kept. */
const KEPT = 400

/** The programme of a county. */
export function programmeOf(tree: Tree, settings: Settings): Programme {
  const branches = new Map<string, readonly Meeting[]>()
  const organs = new Map<string, OrganYear>()
  const counties = new Map<string, CountyYear>()
  const seats = new WeakMap<Meeting, Seats>()
  return {
    settings,
    tree,
    branch: (branch, year) =>
      remembered(branches, `${branch.id}-${year}`, () => branchYear(branch, year, settings, tree.bank)),
    organ: (organ, year) =>
      remembered(organs, `${organ.index}-${year}`, () => organYear(organ, year, settings)),
    county: (year) => remembered(counties, `${year}`, () => countyYear(tree, year, settings)),
    seats: (meeting) => {
      if (meeting.audience === 'special') return NOBODY
      let known = seats.get(meeting)
      if (known === undefined) {
        const chair = chairOf(meeting, tree.flaws.get(meeting.id))
        const quorum = meeting.audience === 'committee' ? quorumOf(meeting, chair) : NOBODY.quorum
        known = { chair, quorum }
        seats.set(meeting, known)
      }
      return known
    },
  }
}

function remembered<T>(known: Map<string, T>, key: string, plan: () => T): T {
  const old = known.get(key)
  if (old !== undefined) return old
  if (known.size >= KEPT) known.clear()
  const made = plan()
  known.set(key, made)
  return made
}

/** A session that a person is expected at. */
export interface Item {
  readonly meeting: Meeting
  /** The person comes for certain. */
  readonly needed: boolean
  readonly capacity: '' | '主讲' | '主持'
  readonly role: '' | 'rotation' | 'induction' | 'class' | 'online' | 'lesson'
}

/** What a person is expected at in a year. */
export interface Agenda {
  readonly person: Person
  /** In order of day and start. */
  readonly items: Item[]
  /** Courses of a candidate; `needed` where the day was attended. */
  readonly courses: Item[]
  /** Theme days at which a person who is no member yet may sit in. */
  readonly observed: Meeting[]
  /** Whether the person is a member on a day. */
  mayJoin(day: EpochDay): boolean
}

/** The agenda of a person: by branch and group of the day, posts of the day, batches of training. */
export function agendaOf(person: Person, year: number, programme: Programme): Agenda {
  const from = epochDay(year, 1, 1)
  const to = epochDay(year, 12, 31)
  const items: Item[] = []
  const observed: Meeting[] = []
  const add = (meeting: Meeting, needed = false, role: Item['role'] = '') => {
    if (!isHeld(meeting) || !isMemberOn(person, meeting.day)) return
    const { chair, quorum } = programme.seats(meeting)
    const expected =
      needed ||
      chair === person ||
      // A class is no class without those it is for.
      (person.rank !== null && meeting.central && meeting.program !== null) ||
      quorum.has(person)
    items.push({ meeting, needed: expected, capacity: capacityOf(person, meeting, chair), role })
  }
  const leads = person.posts.some(
    (post) => post.unit.kind === 'leadership-group' || post.unit.kind === 'party-committee',
  )
  for (const stay of person.stays) {
    if (stay.to < from || stay.from > to) continue
    const within = (meeting: Meeting) => meeting.day >= stay.from && meeting.day <= stay.to
    for (const meeting of programme.branch(stay.branch, year)) {
      if (!within(meeting)) continue
      if (meeting.audience === 'group' && meeting.group !== stay.group) continue
      if (meeting.audience === 'committee' && !holds(person, meeting)) continue
      if (person.admitted === null || meeting.day < person.admitted) {
        if (meeting.kinds.includes('theme-day') && isHeld(meeting)) observed.push(meeting)
        continue
      }
      add(
        meeting,
        meeting.lecturers.includes(person) || (leads && meeting.kinds.includes('org-life-meeting')),
      )
    }
    const { training } = programme.organ(stay.branch.organ, year)
    if (within(training)) add(training)
  }
  addPosts(person, year, programme, add)
  addBatch(person, year, programme, from, to, items, add)
  items.sort(
    (a, b) =>
      a.meeting.day - b.meeting.day ||
      a.meeting.start - b.meeting.start ||
      (a.meeting.id < b.meeting.id ? -1 : 1),
  )
  return {
    person,
    items,
    courses: coursesOf(person, year, programme),
    observed: person.status === 'full' ? [] : observed,
    mayJoin: (day) => isMemberOn(person, day),
  }
}

/** Holds a post at the host on the day. */
function holds(person: Person, meeting: Meeting): boolean {
  return person.posts.some(
    (post) => post.unit === meeting.host && post.from <= meeting.day && meeting.day <= post.to,
  )
}

function capacityOf(person: Person, meeting: Meeting, chair: Person | null): Item['capacity'] {
  if (meeting.lecturers.includes(person)) return meeting.namedOnly ? '' : '主讲'
  return chair === person ? '主持' : ''
}

function addPosts(
  person: Person,
  year: number,
  programme: Programme,
  add: (meeting: Meeting, needed?: boolean) => void,
): void {
  if (person.posts.length === 0) return
  for (const organ of organsOf(person)) {
    const plan = programme.organ(organ, year)
    for (const meeting of plan.studies) if (holds(person, meeting)) add(meeting)
    if (plan.lifeMeeting !== null && holds(person, plan.lifeMeeting)) add(plan.lifeMeeting, true)
    for (const meeting of plan.upper) if (holds(person, meeting)) add(meeting)
  }
}

function organsOf(person: Person): Set<Organ> {
  return new Set(person.stays.map((stay) => stay.branch.organ))
}

function addBatch(
  person: Person,
  year: number,
  programme: Programme,
  from: EpochDay,
  to: EpochDay,
  items: readonly Item[],
  add: (meeting: Meeting, needed?: boolean, role?: Item['role']) => void,
): void {
  const county = programme.county(year)
  const own = (post: Person['posts'][number]) => isCommitteePost(post) && post.unit.kind !== 'party-committee'
  if (holdsThroughout(person.posts, from, to, (post) => own(post) && post.role === 'secretary')) {
    for (const meeting of county.secretaries[person.ordinal % county.secretaries.length]!)
      add(meeting, true, 'rotation')
  } else if (holdsThroughout(person.posts, from, to, own)) {
    for (const meeting of county.committees[person.ordinal % county.committees.length]!) add(meeting)
  } else if ((person.ordinal + year) % 6 === 0 && !hasOwnTraining(person, from)) {
    add(county.members[Math.floor(person.ordinal / 6) % county.members.length]!)
  }
  if (person.posts.some((post) => post.role === 'party-affairs-staff')) add(county.staff, true)
  for (const post of person.posts) {
    if (!isHeadPost(post) || post.to < post.from + 180) continue
    const next = county.induction.find((meeting) => meeting.day >= post.from)
    if (next !== undefined && post.from >= from) add(next, true, 'induction')
  }
  if (person.conduct.kind === 'mobile') for (const lesson of county.lessons) add(lesson, true, 'lesson')
  if (person.rank === null || !isMemberThroughout(person, from, to)) return
  if (!(year === programme.settings.year && person.omitted.has('class'))) {
    for (const meeting of classFor(person, county, items)) add(meeting, true, 'class')
    if (person.rank === '四级调研员') add(county.refresher, true, 'class')
  }
  for (const meeting of county.online) add(meeting, true, 'online')
}

/** The class of a person: the first, from a different one on for each, that leaves the other trainings free. */
function classFor(person: Person, { classes }: CountyYear, items: readonly Item[]): readonly Meeting[] {
  const trainings = items.filter(({ meeting }) => meeting.central)
  for (let i = 0; i < classes.length; i++) {
    const one = classes[(person.ordinal + i) % classes.length]!
    const clashes = trainings.some(({ meeting }) =>
      one.some(({ day, lastDay }) => day <= meeting.lastDay && meeting.day <= lastDay),
    )
    if (!clashes) return one
  }
  throw new Error(`${person.id}: every class is on the day of another training`)
}

/** Whether the person is trained as staff or as a new secretary. */
function hasOwnTraining(person: Person, from: EpochDay): boolean {
  return person.posts.some(
    (post) => post.role === 'party-affairs-staff' || (isHeadPost(post) && post.from >= from),
  )
}

/** Secretary of a branch, a general branch or an organ committee. */
function isHeadPost(post: Person['posts'][number]): boolean {
  return post.role === 'secretary' && isCommitteePost(post) && post.unit.kind !== 'party-committee'
}

function coursesOf(person: Person, year: number, programme: Programme): Item[] {
  if (person.training?.year !== year) return []
  const { course, days } = person.training
  return programme
    .county(year)
    .courses[course]!.map((meeting, i) => ({ meeting, needed: i < days, capacity: '', role: '' }) as const)
}

import { type EpochDay, epochDay } from '@xueshi/core'
import { branchYear } from './branch-year.ts'
import {
  type Branch,
  holdsThroughout,
  isCommitteePost,
  isMemberOn,
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
}

/** Plans are pure, so only the latest few are kept. */
const KEPT = 400

/** The programme of a county. */
export function programmeOf(tree: Tree, settings: Settings): Programme {
  const branches = new Map<string, readonly Meeting[]>()
  const organs = new Map<string, OrganYear>()
  const counties = new Map<string, CountyYear>()
  return {
    settings,
    tree,
    branch: (branch, year) =>
      remembered(branches, `${branch.id}-${year}`, () => branchYear(branch, year, settings)),
    organ: (organ, year) =>
      remembered(organs, `${organ.index}-${year}`, () => organYear(organ, year, settings)),
    county: (year) => remembered(counties, `${year}`, () => countyYear(tree, year, settings)),
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
  readonly role: '' | 'rotation'
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
    if (isHeld(meeting) && isMemberOn(person, meeting.day))
      items.push({ meeting, needed, capacity: capacityOf(person, meeting), role })
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
  addBatch(person, year, programme, from, to, add)
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

function capacityOf(person: Person, meeting: Meeting): Item['capacity'] {
  if (meeting.lecturers.includes(person)) return meeting.namedOnly ? '' : '主讲'
  if (meeting.audience !== 'branch' && meeting.audience !== 'committee') return ''
  const chairs = person.posts.some(
    (post) =>
      post.role === 'secretary' &&
      post.unit === meeting.host &&
      post.from <= meeting.day &&
      meeting.day <= post.to,
  )
  return chairs ? '主持' : ''
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
  add: (meeting: Meeting, needed?: boolean, role?: Item['role']) => void,
): void {
  const county = programme.county(year)
  const own = (post: Person['posts'][number]) => isCommitteePost(post) && post.unit.kind !== 'party-committee'
  if (holdsThroughout(person.posts, from, to, (post) => own(post) && post.role === 'secretary')) {
    for (const meeting of county.secretaries[person.ordinal % county.secretaries.length]!)
      add(meeting, true, 'rotation')
  } else if (holdsThroughout(person.posts, from, to, own)) {
    for (const meeting of county.committees[person.ordinal % county.committees.length]!) add(meeting)
  } else if ((person.ordinal + year) % 6 === 0) {
    add(county.members[Math.floor(person.ordinal / 6) % county.members.length]!)
  }
}

function coursesOf(person: Person, year: number, programme: Programme): Item[] {
  if (person.training?.year !== year) return []
  const { course, days } = person.training
  return programme
    .county(year)
    .courses[course]!.map((meeting, i) => ({ meeting, needed: i < days, capacity: '', role: '' }) as const)
}

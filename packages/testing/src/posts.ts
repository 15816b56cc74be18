import { civilOf, type EpochDay, epochDay, type Role } from '@xueshi/core'
import { type Branch, type Group, NEVER, type Organ, type Person, type Post, type Unit } from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { adulthood, yearLater } from './people.ts'
import { Random } from './random.ts'
import { workdaysOf } from './workdays.ts'

/** Gives posts: leaders of organs first, then committees of organs, committees of branches, group leaders. */
export function appoint(tree: Tree, settings: Settings): void {
  for (const organ of tree.organs) {
    const random = new Random(settings.seed, `posts-${organ.index}`)
    // The first half of a year: induction, due within six months, lies before the data.
    const since = () => epochDay(settings.firstYear - random.int(1, 4), random.int(1, 5), random.int(1, 28))
    appointLeaders(organ, random, since)
    for (const committee of organ.committees) appointCommittee(organ, committee, random, since)
    for (const branch of organ.branches) appointBranch(branch, random, since, settings)
    for (const unit of [...organ.committees, ...organ.branches]) elect(unit, settings)
  }
  appointStaff(tree, settings)
}

/** Three years for branches and general branches, five for committees: elections a little before the term ends. */
function elect(unit: Unit, settings: Settings): void {
  const first = unit.elections[0]
  if (first === undefined) return
  const years = unit.kind === 'organ-committee' ? 5 : 3
  for (let day = first; ; ) {
    const { year, month } = civilOf(day)
    // The fixed days of a branch leave the tenth workday free.
    day = workdaysOf(year + years, Math.max(1, month - 1))[9]!
    if (day > settings.to) return
    unit.elections.push(day)
  }
}

/** Full-time Party-affairs staff: one in each organ committee, and two in the working committee. */
function appointStaff(tree: Tree, settings: Settings): void {
  const random = new Random(settings.seed, 'staff')
  const from = epochDay(settings.firstYear - 1, 3, 1)
  const appointOne = (unit: Unit, organ: Organ) => {
    const free = organ.branches
      .filter((branch) => !branch.retirees && branch.shape === 'normal')
      .flatMap((branch) => branch.people)
      .filter((person) => person.status === 'full' && person.posts.length === 0 && person.rank === null)
    if (free.length < 10) return
    const person = random.pick(free)
    organ.staff.push(post(person, unit, 'party-affairs-staff', from, NEVER, true))
  }
  for (const organ of tree.organs)
    if (organ.committees[0]?.kind === 'organ-committee') appointOne(organ.committees[0], organ)
  for (const organ of tree.organs.slice(0, settings.members < 2000 ? 1 : 2))
    appointOne(tree.workingCommittee, organ)
}

/** A post of a person from a day on, entered at the person. */
export function post(
  person: Person,
  unit: Unit,
  role: Role,
  from: EpochDay,
  to: EpochDay = NEVER,
  fullTime = false,
): Post {
  const made = { person, unit, role, from, to, fullTime }
  person.posts.push(made)
  return made
}

/** Full members that serve, the longest first; whoever holds no post yet before the others. */
function eligible(people: readonly Person[]): Person[] {
  const full = people.filter((person) => person.status === 'full')
  return [...full].sort((a, b) => a.posts.length - b.posts.length || a.born - b.born)
}

function appointLeaders(organ: Organ, random: Random, since: () => EpochDay): void {
  const serving = organ.branches.filter((branch) => !branch.retirees && branch.shape === 'normal')
  const pool = eligible(serving.flatMap((branch) => branch.people)).filter((_, i, all) => i < all.length / 2)
  const wanted = Math.min(pool.length, organ.most < 30 ? 3 : random.int(4, 6))
  const party = organ.leadership.kind === 'party-committee'
  // The first is elder; the others come from all branches, so that leaders live in different ones.
  const chosen = random.shuffled(pool).slice(0, wanted)
  chosen.forEach((person, i) => {
    const from = since()
    const role: Role =
      i === 0
        ? party
          ? 'committee-secretary'
          : 'leadership-secretary'
        : i === 1 && wanted > 3
          ? party
            ? 'committee-deputy-secretary'
            : 'leadership-deputy-secretary'
          : party
            ? 'party-committee-member'
            : 'leadership-member'
    organ.leaders.push(post(person, organ.leadership, role, from))
    organ.studyPosts.push(
      post(person, organ.study, i === 0 ? 'study-group-leader' : 'study-group-member', from),
    )
    person.rank = i === 0 ? '乡科级正职' : '乡科级副职'
    person.occupation = '党政机关工作人员'
  })
}

function appointCommittee(organ: Organ, committee: Unit, random: Random, since: () => EpochDay): void {
  const top = committee === organ.committees[0]
  const below = organ.branches.filter(
    (branch) => !branch.retirees && (top || branch.parent === committee) && branch.size >= 10,
  )
  const pool = eligible(below.flatMap((branch) => branch.people)).filter((person) => !isLeader(person))
  const from = since()
  const head = top ? organ.leaders[organ.leaders.length - 1]!.person : pool.shift()
  if (head === undefined) return
  const roles: Role[] = ['deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member']
  if (committee.kind === 'organ-committee') roles.push('committee-member')
  committee.elections.push(from)
  organ.committeePosts.push(post(head, committee, 'secretary', from))
  for (const role of roles.slice(0, top ? 5 : 3)) {
    const person = pool.splice(random.int(0, Math.min(20, pool.length - 1)), 1)[0]
    if (person !== undefined) organ.committeePosts.push(post(person, committee, role, from))
  }
}

/** Roles of a branch committee besides the secretary, by its size. */
const COMMITTEES: Readonly<Record<number, readonly Role[]>> = {
  2: ['discipline-member'],
  3: ['organization-member', 'discipline-member'],
  4: ['organization-member', 'publicity-member', 'discipline-member'],
  5: ['deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member'],
  8: [
    'deputy-secretary',
    'organization-member',
    'publicity-member',
    'discipline-member',
    'committee-member',
    'committee-member',
    'committee-member',
  ],
}

function appointBranch(branch: Branch, random: Random, since: () => EpochDay, settings: Settings): void {
  const pool = eligible(branch.people)
  const take = () => {
    // Those without a post come first; among them anybody of the elder half.
    const free = pool.filter((person) => person.posts.length === 0).length
    return pool.splice(random.int(0, Math.max(0, Math.floor(free / 2) - 1)), 1)[0]!
  }
  const drawn = since()
  // Who takes office has been a full member for a year.
  const senior = pool.findIndex((person) => isSenior(person, drawn))
  const from = senior >= 0 ? drawn : epochDay(settings.firstYear - 1, 5, 28)
  const head = senior >= 0 ? pool.splice(senior, 1)[0]! : take()
  while (!isSenior(head, from)) {
    head.admitted = head.admitted! - 364
    head.full = yearLater(head.admitted)
    head.applied = Math.max(head.admitted - 500, adulthood(head.born))
  }
  branch.elections.push(from)
  branch.posts.push(post(head, branch, 'secretary', from))
  for (const role of COMMITTEES[committeeSize(branch, random)] ?? [])
    branch.posts.push(post(take(), branch, role, from))
  for (const group of branch.groups) {
    const leader = branch.people.find(
      (person) => person.status === 'full' && person.posts.length === 0 && person.stays[0]!.group === group,
    )
    if (leader !== undefined) lead(leader, group, from)
  }
}

/** Makes a person the leader of a Party group from a day on. */
export function lead(person: Person, group: Group, from: EpochDay): void {
  group.posts.push(post(person, group, 'group-leader', from))
}

/** Whether a person has been a full member for a year on a day. */
export function isSenior(person: Person, day: EpochDay): boolean {
  return person.full !== null && yearLater(person.full) <= day
}

function committeeSize(branch: Branch, random: Random): number {
  if (branch.shape === 'no-committee') return 1
  if (branch.shape === 'committee-of-2') return 2
  if (branch.shape === 'committee-of-8') return 8
  const full = branch.people.filter((person) => person.status === 'full').length
  return full < 7 ? 1 : full < 15 ? 3 : random.chance(0.4) ? 5 : random.chance(0.5) ? 4 : 3
}

/** Whether the person leads the organ. */
export function isLeader(person: Person): boolean {
  return person.posts.some(
    (one) => one.unit.kind === 'leadership-group' || one.unit.kind === 'party-committee',
  )
}

import { type EpochDay, epochDay, formatDate } from '@xueshi/core'
import { type Branch, type Group, isMemberThroughout, NEVER, type Organ, type Person } from './model.ts'
import type { Settings } from './options.ts'
import { foundedBranch, groupOf, type Tree } from './organizations.ts'
import { becomeProbationary, workdayish, yearLater } from './people.ts'
import { isLeader, isSenior, lead, post } from './posts.ts'
import { Random } from './random.ts'

/**
 * What happens in the last year: admissions, full membership, transfers, retirements, departures, tags, new
 * posts, branches and groups founded and dissolved. No change brings a branch or organ over an edge of size.
 */
export function passYear(tree: Tree, settings: Settings): void {
  const random = new Random(settings.seed, 'changes')
  becomeFull(tree, settings, random)
  tagPeople(tree, settings, random)
  foundAndDissolve(tree, settings, random)
  changeGroups(tree, settings, random)
  changePosts(tree, settings, random)
  movePeople(tree, settings, random)
  admit(tree, settings, random)
}

/** All persons of the county, in the order of their branches at the start of the year. */
export function* peopleOf(tree: Tree): Generator<Person> {
  for (const organ of tree.organs) for (const branch of organ.branches) yield* branch.people
}

function becomeFull(tree: Tree, _settings: Settings, random: Random): void {
  for (const organ of tree.organs)
    for (const branch of organ.branches)
      for (const person of branch.people) {
        if (person.status !== 'probationary') continue
        // Extended probation stays; everybody else becomes a full member a year after the branch meeting.
        if (branch.shape === 'two-full' || random.chance(0.04)) {
          person.extendedTo = yearLater(yearLater(person.admitted!))
          continue
        }
        person.full = yearLater(person.admitted!)
        person.status = 'full'
      }
}

function tagPeople(tree: Tree, settings: Settings, random: Random): void {
  const date = (month: number, day: number) => formatDate(epochDay(settings.year, month, day))
  for (const person of peopleOf(tree)) {
    if (person.status !== 'full' || person.posts.length > 0 || person.claimed) continue
    const retired = person.tags.length > 0
    const draw = random.next()
    if (retired && draw < 0.16) {
      person.tags.push(draw < 0.1 ? '年老体弱' : draw < 0.14 ? '行动不便' : '失能')
      person.conduct = { kind: 'frail', dated: false }
      person.rank = null
    } else if (draw < (retired ? 0.2 : 0.003)) {
      const from = random.int(2, 5)
      person.tags.push(
        `${random.chance(0.5) ? '行动不便' : '身患重病'}@${date(from, 1)}..${date(from + 4, 28)}`,
      )
      person.conduct = { kind: 'frail', dated: true }
      person.rank = null
    } else if (draw < (retired ? 0.21 : 0.006)) {
      // Recovered before the year began: no exemption.
      person.tags.push(`身患重病@${settings.firstYear - 2}-03-01..${settings.firstYear - 1}-11-30`)
    } else if (!retired && draw < 0.014) {
      person.tags.push('流动党员')
      person.conduct = { kind: 'mobile' }
      person.rank = null
    } else if (!retired && draw < 0.0155 && person.rank === null) {
      // Abroad to study for half a year.
      const from = epochDay(settings.year, 6, random.int(20, 28))
      person.tags.push(`出国（境）@${formatDate(from)}..`)
      person.conduct = { kind: 'abroad', from }
    } else continue
    person.claimed = true
  }
}

/** A full member since before the year and all through it, without post, that nothing else happens to. */
export function isPlain(person: Person, settings: Settings): boolean {
  return (
    !person.claimed &&
    person.posts.length === 0 &&
    person.full !== null &&
    person.full < settings.yearFrom &&
    person.conduct.kind === 'ordinary' &&
    person.stays.length === 1 &&
    person.sentOn === null &&
    isMemberThroughout(person, settings.yearFrom, settings.to)
  )
}

/** The same, whatever groups the person is in within the branch. */
function isFree(person: Person, settings: Settings): boolean {
  return (
    !person.claimed &&
    person.posts.length === 0 &&
    person.full !== null &&
    person.full < settings.yearFrom &&
    person.conduct.kind === 'ordinary'
  )
}

function canLose(branch: Branch, count: number): boolean {
  return !branch.still && !branch.claimed && branch.least - count >= 11
}

function canGain(branch: Branch, count: number): boolean {
  return !branch.still && !branch.claimed && branch.least >= 11 && branch.most + count <= 48
}

function organCanLose(organ: Organ): boolean {
  return !organ.still && organ.least - 1 > organ.floor
}

function organCanGain(organ: Organ): boolean {
  return !organ.still && organ.most + 1 < organ.ceiling
}

function move(person: Person, day: EpochDay, to: Branch, random: Random): void {
  const stay = person.stays.at(-1)!
  stay.to = day - 1
  stay.branch.least--
  to.most++
  to.incomers.push(person)
  const groups = to.groups.filter((group) => group.founded <= day && group.dissolved >= NEVER)
  person.stays.push({
    branch: to,
    group: groups.length > 0 ? random.pick(groups) : null,
    from: day,
    to: NEVER,
  })
  person.claimed = true
}

function foundAndDissolve(tree: Tree, settings: Settings, random: Random): void {
  const times = Math.max(1, Math.round(settings.members / 5000))
  const organs = random.shuffled(tree.organs.filter((organ) => !organ.still && organ.branches.length >= 4))
  let founded = 0
  let dissolved = 0
  for (const organ of organs) {
    const usable = organ.branches.filter((branch) => !branch.retirees && !branch.still && !branch.claimed)
    if (founded < times) {
      const donors = usable.filter((branch) => branch.size >= 24).slice(0, 2)
      if (donors.length === 2) {
        found(organ, donors, settings, random)
        founded++
        continue
      }
    }
    if (dissolved < times) {
      const closing = usable.find(
        (branch) =>
          branch.size >= 7 &&
          branch.size <= 20 &&
          branch.groups.length === 0 &&
          !branch.people.some(isLeader),
      )
      if (closing !== undefined && dissolve(closing, usable, settings, random)) dissolved++
    }
  }
}

function found(organ: Organ, donors: Branch[], settings: Settings, random: Random): void {
  const day = epochDay(settings.year, random.int(4, 6), random.int(6, 24))
  const branch = foundedBranch(organ, donors[0]!, day)
  const movers = donors.flatMap((donor) =>
    donor.people.filter((person) => isPlain(person, settings) && isSenior(person, day)).slice(0, 6),
  )
  for (const person of movers) move(person, day, branch, random)
  branch.least = branch.most
  const roles = ['secretary', 'organization-member', 'discipline-member'] as const
  roles.forEach((role, i) => {
    branch.posts.push(post(movers[i * 3]!, branch, role, day))
  })
  branch.elections.push(day)
  organ.branches.push(branch)
}

function dissolve(closing: Branch, usable: readonly Branch[], settings: Settings, random: Random): boolean {
  const day = epochDay(settings.year, random.int(7, 9), random.int(6, 24))
  const targets = usable.filter(
    (branch) => branch !== closing && branch.size >= 12 && branch.dissolved >= NEVER,
  )
  const room = () => targets.filter((branch) => canGain(branch, 1))
  if (targets.reduce((sum, branch) => sum + Math.max(0, 48 - branch.most), 0) < closing.people.length)
    return false
  closing.dissolved = day
  closing.claimed = true
  for (const held of closing.posts) held.to = Math.min(held.to, day)
  for (const person of closing.people) {
    const target = room()[0]
    if (target === undefined) throw new Error('no room for the members of a dissolved branch')
    if (person.admitted === null) {
      const stay = person.stays.at(-1)!
      stay.to = day
      person.stays.push({ branch: target, group: null, from: day + 1, to: NEVER })
    } else move(person, day + 1, target, random)
  }
  return true
}

function changeGroups(tree: Tree, settings: Settings, random: Random): void {
  const branches = tree.organs
    .flatMap((organ) => organ.branches)
    .filter((branch) => !branch.still && !branch.claimed)
  const times = Math.max(1, Math.round(settings.members / 3000))
  const without = random.shuffled(
    branches.filter((branch) => branch.groups.length === 0 && branch.size >= 27 && !branch.retirees),
  )
  for (const branch of without.slice(0, times)) {
    const day = epochDay(settings.year, random.int(3, 6), random.int(8, 22))
    branch.groups = [groupOf(branch, 1, day), groupOf(branch, 2, day)]
    regroup(branch, day, (i) => branch.groups[i % 2]!)
    for (const group of branch.groups) {
      const leader = branch.people.find(
        (person) => person.stays.at(-1)!.group === group && isFree(person, settings),
      )
      if (leader === undefined) throw new Error(`${group.id}: nobody can lead the group`)
      lead(leader, group, day)
      leader.claimed = true
    }
  }
  const having = random.shuffled(
    branches.filter((branch) => branch.groups.length > 1 && !without.includes(branch)),
  )
  for (const branch of having.slice(0, times)) {
    const last = epochDay(settings.year, random.int(6, 9), random.int(8, 22))
    for (const group of branch.groups) group.dissolved = last
    for (const person of branch.people)
      for (const held of person.posts) if (held.unit.kind === 'group') held.to = last
    regroup(branch, last + 1, () => null)
  }
}

/** From a day on the people of a branch are in other groups. */
function regroup(branch: Branch, day: EpochDay, groupAt: (i: number) => Group | null): void {
  branch.people.forEach((person, i) => {
    const stay = person.stays.at(-1)!
    if (stay.branch !== branch || stay.from >= day) return
    person.stays.push({ branch, group: groupAt(i), from: day, to: stay.to })
    stay.to = day - 1
  })
}

function changePosts(tree: Tree, settings: Settings, random: Random): void {
  const day = () => epochDay(settings.year, random.int(2, 10), random.int(2, 27))
  for (const organ of tree.organs) {
    for (const branch of organ.branches) {
      if (branch.claimed || branch.size < 12) continue
      const draw = random.next()
      const newcomer = branch.people.find(
        (person) => isPlain(person, settings) && isSenior(person, settings.yearFrom),
      )
      if (newcomer === undefined) continue
      if (draw < 0.06) succeed(branch.posts, random.int(1, branch.posts.length - 1), newcomer, day(), 1)
      else if (draw < 0.09) succeed(branch.posts, 0, newcomer, day(), 1)
      else if (draw < 0.11) {
        // The committee is formed within the year.
        const from = day()
        for (const held of branch.posts.slice(1)) held.from = from
        branch.claimed = true
      }
    }
    if (organ.leaders.length < 5 || !random.chance(0.15)) continue
    const at = random.chance(0.3) ? 0 : 2
    const newcomer = organ.branches
      .filter((branch) => !branch.retirees && !branch.claimed)
      .flatMap((branch) => branch.people)
      .find((person) => isPlain(person, settings))
    if (newcomer === undefined) continue
    const from = day()
    succeed(organ.leaders, at, newcomer, from, 20)
    succeed(organ.studyPosts, at, newcomer, from, 20)
  }
}

/** Someone takes over a post on a day; the old holder has left it `gap` days before. */
function succeed(posts: Branch['posts'], at: number, newcomer: Person, from: EpochDay, gap: number): void {
  const old = posts[at]!
  old.to = from - gap
  old.person.claimed = true
  newcomer.claimed = true
  posts.push(post(newcomer, old.unit, old.role, from))
}

function movePeople(tree: Tree, settings: Settings, random: Random): void {
  const day = () => epochDay(settings.year, random.int(1, 11), random.int(2, 27))
  const branches = tree.organs.flatMap((organ) => organ.branches)
  const gaining = branches.filter((branch) => !branch.retirees && canGain(branch, 1))
  for (const branch of branches) {
    for (const person of branch.people) {
      if (!isPlain(person, settings) || !canLose(branch, 1)) continue
      const draw = random.next()
      if (draw < 0.014) {
        const target = random.pick(gaining)
        const other = target.organ !== branch.organ
        if (target === branch || branch.retirees || !canGain(target, 1)) continue
        if (other && !(organCanLose(branch.organ) && organCanGain(target.organ))) continue
        if (other) {
          branch.organ.least--
          target.organ.most++
        }
        move(person, day(), target, random)
      } else if (draw < 0.021 && !branch.retirees) {
        const target = branch.organ.branches.find((one) => one.retirees && canGain(one, 1))
        if (target === undefined) continue
        move(person, day(), target, random)
        person.tags.push('离退休')
        person.occupation = '离退休人员'
      } else if (draw < 0.026 && organCanLose(branch.organ)) {
        person.left = day()
        person.stays.at(-1)!.to = person.left - 1
        branch.least--
        branch.organ.least--
        person.claimed = true
      } else if (draw < 0.0264 && organCanLose(branch.organ)) {
        person.suspended = random.chance(0.5) ? settings.yearFrom - random.int(40, 300) : day()
        // Its membership may or may not count for sizes: the bounds allow for both.
        branch.least--
        branch.organ.least--
        person.claimed = true
      } else if (draw < 0.0272 && organCanLose(branch.organ)) {
        person.sentOn = day()
        person.claimed = true
      }
    }
  }
}

function admit(tree: Tree, settings: Settings, random: Random): void {
  const { year } = settings
  let able = 0
  for (const person of [...peopleOf(tree)]) {
    if (person.status !== 'activist') continue
    const branch = person.stays.at(-1)!.branch
    const draw = random.next()
    const admissible = person.stays.length === 1 && canGain(branch, 1) && organCanGain(branch.organ)
    if (admissible && able++ % 8 === 0) {
      becomeProbationary(person, year, random)
      const early = workdayish(random, year - 1, 11, 12)
      if (able % 5 === 0 && yearLater(person.activist!) < early) person.candidate = early
      branch.most++
      branch.organ.most++
    } else if (draw < 0.1) {
      person.candidate = workdayish(random, year, 7, 10)
      person.status = 'candidate'
      if (random.chance(0.4)) person.training = { year, course: 3, days: 3 }
    }
  }
}

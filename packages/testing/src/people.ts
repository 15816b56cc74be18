import { civilOf, daysInMonth, type EpochDay, epochDay } from '@xueshi/core'
import { type Branch, EVER, type Group, NEVER, type Person } from './model.ts'
import { EDUCATION, EDUCATION_WEIGHTS, personName } from './names.ts'
import type { Settings } from './options.ts'
import { groupOf, type Tree } from './organizations.ts'
import { Random } from './random.ts'
import { workdaysOf } from './workdays.ts'

/** First year of age of each class, and its share among serving members (bulletin of 2024, ≤60 only). */
const SERVING_AGES = [23, 31, 36, 41, 46, 51, 56] as const
const SERVING_SHARES = [17.2, 15.1, 16.1, 13.6, 12.7, 13.2, 12.1] as const
const SHARE_OF_WOMEN = 0.309

/** Numbers persons through the county and remembers the names of a branch, which are unique in it. */
export interface Register {
  next: number
}

/** Full and probationary members, activists and candidates of all branches, with their groups. */
export function settle(tree: Tree, settings: Settings): void {
  const register: Register = { next: 1 }
  const others = otherCounts(settings)
  let branchIndex = 0
  let due = 0
  let applying = 0
  for (const organ of tree.organs)
    for (const branch of organ.branches) {
      const random = new Random(settings.seed, `people-${branch.id}`)
      const names = new Set<string>()
      const probationary =
        branch.shape === 'two-full'
          ? 2
          : branch.retirees || branch.size < 14
            ? 0
            : probationaryOf(branch, others, random)
      for (let i = 0; i < branch.size; i++)
        member(branch, i >= branch.size - probationary, random, register, settings, names)
      if (branch.retirees || branch.still || branch.size < 8) continue
      due += (others.activists * branch.size) / settings.members
      for (; due >= 1; due--) activist(branch, random, register, settings, names)
      applying += (others.applicants * branch.size) / settings.members
      for (; applying >= 1; applying--) applicant(branch, random, register, settings, names)
      makeGroups(branch, branchIndex++, random)
    }
}

interface OtherCounts {
  readonly activists: number
  readonly applicants: number
  readonly probationaryShare: number
}

/** About 700 in 10,000: 150 probationary members, the rest activists and candidates; and 60 applicants. */
function otherCounts(settings: Settings): OtherCounts {
  return {
    activists: Math.max(6, Math.round(settings.members * 0.064)),
    applicants: Math.max(3, Math.round(settings.members * 0.006)),
    probationaryShare: 0.015,
  }
}

function probationaryOf(branch: Branch, others: OtherCounts, random: Random): number {
  const wanted = branch.size * others.probationaryShare * 1.3
  return Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0)
}

function member(
  branch: Branch,
  probationary: boolean,
  random: Random,
  register: Register,
  settings: Settings,
  names: Set<string>,
): Person {
  const person = newPerson(branch, random, register, settings, names, probationary)
  const { year, firstYear } = settings
  if (probationary) {
    // Admitted in the year before the last one, in time to become a full member within it.
    person.applied = epochDay(year - 3, 1, 1) - random.int(0, 300)
    person.activist = person.applied + random.int(200, 350)
    becomeProbationary(person, year - 1, random)
  } else {
    const bornYear = civilOf(person.born).year
    const earliest = bornYear + 20
    // A year as a full member before the data begins: nothing asked of new members reaches into it.
    const latest = Math.min(firstYear - 3, bornYear + 45)
    person.admitted = workdayish(random, random.int(Math.min(earliest, latest), latest), 1, 12)
    person.full = yearLater(person.admitted)
    person.applied = Math.max(person.admitted - random.int(500, 1200), adulthood(person.born))
  }
  const joined = person.admitted! + (probationary ? 0 : Math.floor(random.next() * 2500))
  person.stays.push({ branch, group: null, from: Math.min(joined, sinceWhen(settings)), to: NEVER })
  if (probationary) person.stays[0]!.from = person.activist!
  branch.people.push(person)
  return person
}

/** Everybody is in the branch before the data begins, in the profile before its five years do. */
function sinceWhen({ from, profile }: Settings): EpochDay {
  return profile === null ? from - 31 : epochDay(2017, 12, 1)
}

function newPerson(
  branch: Branch,
  random: Random,
  register: Register,
  settings: Settings,
  names: Set<string>,
  young: boolean,
): Person {
  const woman = random.chance(SHARE_OF_WOMEN)
  let name = personName(random, woman)
  while (names.has(name)) name = personName(random, woman)
  names.add(name)
  const age = branch.retirees
    ? random.int(61, 88)
    : young
      ? random.int(23, 34)
      : Math.max(servingAge(random), 22 + settings.year - settings.firstYear)
  // Civil servants have a rank; in institutions few do.
  const ranked = !branch.retirees && random.chance(0.3)
  const ordinal = register.next++
  const year = settings.year - age - 1
  return {
    id: `D${String(ordinal).padStart(6, '0')}`,
    name,
    woman,
    born: epochDay(year, 1, 1) + random.int(0, 364),
    ordinal,
    status: 'full',
    applied: null,
    activist: null,
    candidate: null,
    admitted: null,
    full: null,
    left: null,
    suspended: null,
    sentOn: null,
    education: EDUCATION[random.weighted(EDUCATION_WEIGHTS)]!,
    occupation: branch.retirees
      ? '离退休人员'
      : ranked || random.chance(0.3)
        ? '党政机关工作人员'
        : random.pick(['事业单位管理人员', '事业单位专业技术人员']),
    rank: ranked ? random.pick(age > 52 ? ELDER_RANKS : age > 40 ? MIDDLE_RANKS : YOUNGER_RANKS) : null,
    tags: branch.retirees ? ['离退休'] : [],
    stays: [],
    posts: [],
    conduct: { kind: 'ordinary' },
    late: new Map(),
    omitted: new Set(),
    careOn: null,
    extendedTo: null,
    sanction: null,
    sponsor: null,
    slips: new Set(),
    bars: null,
    training: null,
    claimed: false,
  }
}

const ELDER_RANKS = ['一级主任科员', '二级主任科员', '四级调研员'] as const
const MIDDLE_RANKS = ['一级主任科员', '二级主任科员', '三级主任科员', '四级主任科员'] as const
const YOUNGER_RANKS = ['三级主任科员', '四级主任科员', '一级科员', '二级科员'] as const

/** A day soon after the eighteenth birthday. */
export function adulthood(born: EpochDay): EpochDay {
  return born + 18 * 366
}

function servingAge(random: Random): number {
  const at = random.weighted(SERVING_SHARES)
  const from = SERVING_AGES[at]!
  return random.int(from, from === 23 ? 30 : from + 4)
}

/** A person on the way: activist now, some of them candidates; later steps are taken with the year's changes. */
function activist(
  branch: Branch,
  random: Random,
  register: Register,
  settings: Settings,
  names: Set<string>,
): void {
  const person = newPerson(branch, random, register, settings, names, true)
  person.status = 'activist'
  person.applied = workdayish(random, settings.year - 2, 1, 6)
  person.activist = random.chance(0.5)
    ? workdayish(random, settings.year - 2, 7, 12)
    : workdayish(random, settings.year - 1, 1, 5)
  person.stays.push({ branch, group: null, from: person.activist, to: NEVER })
  branch.people.push(person)
}

/** Someone who applied in the last year. */
function applicant(
  branch: Branch,
  random: Random,
  register: Register,
  settings: Settings,
  names: Set<string>,
): void {
  const person = newPerson(branch, random, register, settings, names, true)
  person.status = 'applicant'
  person.applied = workdayish(random, settings.year, 1, 10)
  person.stays.push({ branch, group: null, from: person.applied, to: NEVER })
  branch.people.push(person)
}

/** Branches of 27 and more serving members have groups of about nine. */
function makeGroups(branch: Branch, index: number, random: Random): void {
  if (branch.shape !== 'normal' || branch.size < 25 || index % 8 === 7) return
  const groups: Group[] = []
  const count = branch.size >= 38 ? 3 : 2
  for (let i = 1; i <= count; i++) groups.push(groupOf(branch, i, EVER))
  branch.groups = groups
  random.shuffled(branch.people).forEach((person, i) => {
    const stay = person.stays[0]!
    person.stays[0] = { ...stay, group: groups[i % count]! }
  })
}

/** Months of the three-day courses for candidates. */
export const COURSE_MONTHS = [3, 5, 9, 11] as const

/** Candidate, trained and admitted in one year: the branch meets in the three months after the course. */
export function becomeProbationary(person: Person, year: number, random: Random): void {
  const matured = Math.max(epochDay(year, 1, 1), yearLater(person.activist!) + 5)
  const first = civilOf(matured).month + 1
  const course = first <= 2 ? random.int(0, 2) : first <= 4 ? random.int(1, 2) : 2
  const month = COURSE_MONTHS[course]!
  person.candidate = workdayish(random, year, Math.min(first, month - 1), month - 1)
  person.admitted = workdayish(random, year, month + 1, Math.min(12, month + 3))
  person.status = 'probationary'
  person.training = { year, course, days: 3 }
}

/** A working day of the months `first` to `last` of a year. */
export function workdayish(random: Random, year: number, first: number, last: number): EpochDay {
  return random.pick(workdaysOf(year, random.int(first, last)))
}

/** The same date a year later; 29 February becomes 28 February. */
export function yearLater(day: EpochDay): EpochDay {
  const { year, month, day: date } = civilOf(day)
  return epochDay(year + 1, month, Math.min(date, daysInMonth(year + 1, month)))
}

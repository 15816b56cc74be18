import { epochDay } from '@xueshi/core'
import { type Branch, EVER, NEVER, type Post } from './model.ts'
import { yearLater } from './people.ts'
import { branchesOf, claimed, isSteady, type Planting, postId, some } from './planting.ts'
import { workdaysOf } from './workdays.ts'

/** Terms that are over, seats that stay empty, secretaries who were too new, talks that were not held. */
export function plantCommitteeFaults(planting: Planting): void {
  const { tree, random, settings, breach } = planting
  const { year, firstYear } = settings
  const standing = random.shuffled(
    branchesOf(tree).filter(
      (one) =>
        one.founded === EVER &&
        one.dissolved === NEVER &&
        one.shape === 'normal' &&
        one.posts.every((post) => post.to === NEVER && post.from < settings.from),
    ),
  )
  const used = new Set<Branch>()
  const take = (k: number, test: (branch: Branch) => boolean) => {
    const fit = some(
      planting,
      standing.filter((one) => !used.has(one) && test(one)),
      k,
    )
    for (const one of fit) used.add(one)
    return fit
  }
  const withoutElection = (one: Branch) => one.elections.every((day) => day < settings.yearFrom)
  for (const branch of take(4, () => true)) {
    branch.elections = [workdaysOf(year - 4, 5)[9]!]
    breach(
      'branch/term',
      'organization',
      branch.id,
      'standing',
      '届满未换届',
      'no election at the end of the term',
    )
  }
  // Lawful: put off with consent.
  for (const branch of take(3, () => firstYear === year)) {
    branch.elections = [workdaysOf(year - 3, 10)[9]!]
    branch.putOffTo = epochDay(year + 1, 3, 31)
  }
  for (const branch of take(3, (one) => one.posts.length >= 4 && withoutElection(one))) {
    const post = branch.posts.find((one) => one.role !== 'secretary' && !one.person.claimed)
    if (post === undefined) continue
    post.to = workdaysOf(year, 2)[5]!
    claimed(post.person)
    breach('branch/vacancy', 'organization', branch.id, 'standing', '委员空缺未补', 'a seat is vacant')
  }
  // Who took office before the regulation was in force is not asked.
  const isAsked = (post: Post) =>
    isSteady(post, settings) && !post.person.claimed && post.from >= epochDay(2018, 10, 28)
  for (const branch of take(3, (one) => isAsked(one.posts[0]!))) {
    const post = branch.posts[0]!
    const person = claimed(post.person)
    person.admitted = post.from - 550
    person.full = yearLater(person.admitted)
    person.applied = person.admitted - 900
    breach(
      'branch/secretary-seniority',
      'post',
      postId(post),
      'standing',
      '任职时党龄不足',
      'in the Party for too short',
    )
  }
  for (const branch of take(6, () => true)) {
    const person = branch.people.find(
      (one) =>
        one.posts.length === 0 &&
        one.full !== null &&
        one.full < settings.yearFrom &&
        isAtHome(one, settings),
    )
    if (person === undefined) continue
    person.omitted.add('talk-with-committee')
    breach(
      'branch/talk-matrix',
      'organization',
      branch.id,
      `${year}`,
      `支委没有与${person.id}谈心谈话`,
      `nobody of the committee talked with ${person.id}`,
    )
  }
}

/** In one branch all along, nothing else about the person. */
function isAtHome(person: Branch['people'][number], { to }: Planting['settings']): boolean {
  return (
    person.stays.length === 1 &&
    person.conduct.kind === 'ordinary' &&
    person.careOn === null &&
    (person.left === null || person.left > to) &&
    person.suspended === null
  )
}

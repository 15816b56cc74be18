import { epochDay, formatDate } from '@xueshi/core'
import { isPlain, peopleOf } from './changes.ts'
import { EVER, type Person, type Post } from './model.ts'
import { workdayish } from './people.ts'
import { branchesOf, claimed, isSteady, type Planting, postId, some } from './planting.ts'

/** Members whom nobody follows up, civil servants who are not trained, staff and new secretaries, slips of clerks. */
export function plantPersonFaults(planting: Planting): void {
  const { tree, settings, random, breach } = planting
  const people = random.shuffled([...peopleOf(tree)])
  const plain = people.filter((person) => isPlain(person, settings) && !isStrange(person))
  const unranked = plain.filter((person) => person.rank === null)
  const ranked = plain.filter((person) => person.rank !== null && person.rank !== '四级调研员')
  const year = `${settings.year}`
  const member = (rule: string, person: Person, window: string, zh: string, en: string) =>
    breach(rule, 'member', person.id, window, zh, en)
  const take = (from: Person[], k: number) => from.splice(0, some(planting, from, k).length).map(claimed)

  plantFollowUps(planting, people, member)
  for (const person of take(unranked, 12)) person.careOn = workdayish(random, settings.year, 7, 10)
  for (const person of take(unranked, 3)) {
    person.careOn = workdayish(random, settings.year, 7, 10)
    person.omitted.add('talk')
    member('secretary/care-talk', person, year, '发生变故后书记没有谈话', 'the secretary did not talk')
  }
  for (const person of take(unranked, 4)) {
    person.bars = { appraisal: true }
    person.omitted.add('appraisal-opinion')
    member('member/appraisal-covered', person, year, '没有参加民主评议', 'not appraised')
  }
  if (settings.year >= 2024) {
    for (const person of take(ranked, 6)) {
      person.omitted.add('class')
      member('cadre/annual-training', person, year, '没有参加培训班', 'in no class all year')
    }
    for (const person of take(ranked, 6)) {
      person.omitted.add('online-hours')
      member('cadre/online-hours', person, year, '网络自学38学时', '38 hours of online study')
    }
    for (const person of take(ranked, 4)) {
      person.bars = { classDays: 2 }
      member('cadre/class-leave', person, year, '培训班请假2天', 'two days of leave from a class')
    }
  }
  // The first term of five years ends with 2027.
  if (settings.year === 2027 && settings.firstYear <= 2023)
    for (const person of take(
      plain.filter((one) => one.rank === '四级调研员'),
      2,
    )) {
      person.omitted.add('class')
      member(
        'cadre/five-year-training',
        person,
        '2023-01-01..2027-12-31',
        '五年培训不足90天、550学时',
        'less than 90 days and 550 hours in five years',
      )
    }
  for (const person of take(unranked, 3)) {
    person.slips.add('citizen-number')
    member('data/checksums', person, 'standing', '公民身份号码校验不符', 'wrong check digit')
  }
  for (const person of take(unranked, 3)) {
    person.applied = person.admitted! + 40
    member('data/date-order', person, 'standing', '申请入党日期晚于入党日期', 'applied after admission')
  }
  for (const [i, person] of take(unranked, 4).entries()) {
    person.slips.add(i % 2 === 0 ? 'hours-too-many' : 'hours-absent')
    member(
      'data/hour-sanity',
      person,
      year,
      i % 2 === 0 ? '一次主题党日记了12学时' : '缺席却记了学时',
      i % 2 === 0 ? '12 hours for one theme day' : 'hours although absent',
    )
  }
  const movable = unranked.filter(({ stays }) => {
    const { branch, group } = stays[0]!
    return group === null && branch.organ.branches.some((one) => one !== branch && one.founded === EVER)
  })
  for (const person of some(planting, movable, 2).map(claimed)) {
    person.slips.add('branch')
    member(
      'member/single-branch',
      person,
      'standing',
      '党员表与组织关系表不符',
      'two tables name two branches',
    )
  }
  plantPostFaults(planting)
}

/** In a branch of a planted shape, or with something planted already. */
function isStrange(person: Person): boolean {
  return person.stays[0]!.branch.shape !== 'normal' || person.bars !== null || person.omitted.size > 0
}

/** Mobile members, members abroad, frail members whom nobody contacted or visited. */
function plantFollowUps(
  planting: Planting,
  people: readonly Person[],
  member: (rule: string, person: Person, window: string, zh: string, en: string) => void,
): void {
  const { year } = planting.settings
  const of = (test: (person: Person) => boolean, k: number) => {
    const fit = people.filter(test)
    return fit.slice(0, Math.min(fit.length, planting.count(k)))
  }
  for (const person of of(({ conduct }) => conduct.kind === 'mobile', 5)) {
    person.omitted.add('contact')
    member(
      'member/mobile-follow-up',
      person,
      `${year}-Q3`,
      '第三季度没有联系',
      'no contact in the third quarter',
    )
  }
  for (const person of of(({ conduct }) => conduct.kind === 'abroad', 3)) {
    person.omitted.add('contact')
    member('member/abroad-contact', person, `${year}-H2`, '下半年没有联系', 'no contact in the second half')
  }
  for (const person of of(({ conduct }) => conduct.kind === 'frail' && !conduct.dated, 6)) {
    person.omitted.add('home-visit')
    member('member/exempt-home-learning', person, `${year}`, '全年没有走访', 'nobody visited all year')
  }
}

/** Training that comes with a post. */
function plantPostFaults(planting: Planting): void {
  const { tree, settings, random, breach } = planting
  const { yearFrom } = settings
  const year = `${settings.year}`
  const staff = tree.organs.flatMap((organ) => organ.staff).filter((post) => isSteady(post, settings))
  for (const post of some(planting, random.shuffled(staff), 2)) {
    claimed(post.person).bars = { anyRotation: true }
    breach('staff/rotation-training', 'post', postId(post), year, '没有参加轮训', 'no rotation')
  }
  const posts = random.shuffled(branchesOf(tree).flatMap((branch) => branch.posts))
  const isNew = (post: Post) =>
    post.role === 'secretary' &&
    post.from >= yearFrom &&
    post.from <= epochDay(settings.year, 6, 25) &&
    // Leave from a class of civil servants would be a fault of its own.
    post.person.rank === null &&
    post.person.bars === null
  for (const post of some(planting, posts.filter(isNew), 2)) {
    post.person.bars = { induction: true }
    breach(
      'secretary/induction-training',
      'post',
      postId(post),
      `${formatDate(post.from)}..`,
      '任职后六个月内没有参加任职培训',
      'no induction within six months',
    )
  }
  const members = posts.filter(
    (post) =>
      post.role !== 'secretary' &&
      isSteady(post, settings) &&
      !post.person.claimed &&
      post.person.rank === null &&
      post.person.bars === null &&
      post.person.stays.length === 1 &&
      post.person.posts.length === 1 &&
      (post.unit as { shape?: string }).shape === 'normal',
  )
  for (const post of some(planting, members, 4)) {
    claimed(post.person).bars = { central: true }
    breach('committee/annual-central-training', 'post', postId(post), year, '没有参加集中培训', 'no training')
    breach(
      'member/annual-central-training',
      'member',
      post.person.id,
      year,
      '没有参加集中培训',
      'no training',
    )
  }
}

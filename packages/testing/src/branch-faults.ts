import { steady } from './leader-faults.ts'
import { type Branch, EVER, type Missing, NEVER } from './model.ts'
import { occasionsOf } from './occasions.ts'
import { type Planting, postId } from './planting.ts'

const MISSING: readonly Missing[] = ['nothing', 'cancelled', 'upper', 'other-kind', 'planned']

/** Meetings that branches and groups do not hold, and branches of a wrong shape. */
export function plantBranchFaults(planting: Planting): void {
  const { tree, random, settings } = planting
  const year = `${settings.year}`
  const all = tree.organs.flatMap((organ) => organ.branches)
  for (const branch of all) plantShape(branch, planting)
  const standing = random.shuffled(
    all.filter(
      (one) => one.founded === EVER && one.dissolved === NEVER && one.shape === 'normal' && !one.claimed,
    ),
  )
  const free = new Set(standing)
  const claim = (k: number, test: (branch: Branch) => boolean, use: (branch: Branch, i: number) => void) => {
    // In a small county the branches are few: then one branch may have several faults of different kinds.
    const fit = [
      ...standing.filter((one) => free.has(one) && test(one)),
      ...standing.filter((one) => !free.has(one) && test(one)),
    ]
    const most = Math.max(1, Math.floor(standing.length / 8))
    fit.slice(0, Math.min(planting.count(k), most)).forEach((branch, i) => {
      free.delete(branch)
      use(branch, i)
    })
  }
  const breach = (rule: string, id: string, window: string, zh: string, en: string) =>
    planting.breach(rule, 'organization', id, window, zh, en)

  claim(
    5,
    (one) => one.orgLife === 'usual' && !hasLeader(one, planting),
    (one) => missOrgLife(one, planting),
  )
  if (settings.members >= 5000)
    claim(
      1,
      (one) => one.orgLife === 'usual' && hasLeader(one, planting),
      (one) => missOrgLife(one, planting),
    )
  claim(
    5,
    (one) => one.orgLife === 'usual',
    (one) => {
      one.orgLife = 'early'
      breach(
        'branch/org-life-meeting-q4',
        one.id,
        year,
        '组织生活会在第二季度召开',
        'organizational life meeting held in the second quarter',
      )
    },
  )
  claim(
    5,
    (one) => one.appraisal === 'usual',
    (one) => {
      one.appraisal = 'missing'
      breach(
        'branch/democratic-appraisal',
        one.id,
        year,
        '全年未开展民主评议党员',
        'no appraisal of members all year',
      )
    },
  )
  // 党史条例 is in force since February 2024: no duty is made backwards.
  if (settings.year >= 2025)
    claim(
      6,
      (one) => one.history,
      (one) => {
        one.history = false
        breach(
          'branch/party-history-study',
          one.id,
          year,
          '全年没有以党史为主题的学习',
          'no study of Party history all year',
        )
      },
    )
  claim(
    14,
    (one) => one.skippedThemes.size === 0,
    (one, i) => {
      const how = MISSING[i % MISSING.length]!
      const months = i % 7 === 0 ? [random.int(2, 5), random.int(7, 12)] : [random.int(1, 12)]
      for (const month of months) {
        one.skippedThemes.set(month, how)
        breach(
          'branch/theme-day',
          one.id,
          `${year}-${String(month).padStart(2, '0')}`,
          `${month}月主题党日：${missingText(how)[0]}`,
          `theme day of month ${month}: ${missingText(how)[1]}`,
        )
      }
    },
  )
  claim(
    9,
    (one) => one.skippedCommittees.size === 0 && hasCommitteeAllYear(one, planting),
    (one) => {
      const month = random.int(1, 12)
      one.skippedCommittees.add(month)
      breach(
        'branch/committee-meeting',
        one.id,
        `${year}-${String(month).padStart(2, '0')}`,
        `${month}月未召开支委会`,
        `no committee meeting in month ${month}`,
      )
    },
  )
  claim(
    8,
    // A general meeting that something called for would be one of the quarter.
    (one) => one.skippedGeneral.size === 0 && occasionsOf(one, settings.year, settings).length === 0,
    (one) => {
      const quarter = random.int(1, 4)
      one.skippedGeneral.add(quarter)
      breach(
        'branch/general-meeting',
        one.id,
        `${year}-Q${quarter}`,
        `第${quarter}季度未召开党员大会`,
        `no general meeting in quarter ${quarter}`,
      )
    },
  )
  claim(
    7,
    (one) => one.groups.some((group) => group.founded === EVER && group.dissolved === NEVER),
    (one) => {
      const month = random.int(1, 12)
      const group = random.pick(one.groups)
      group.skipped.add(month)
      breach(
        'branch/group-meeting',
        group.id,
        `${year}-${String(month).padStart(2, '0')}`,
        `${month}月未召开党小组会`,
        `no group meeting in month ${month}`,
      )
    },
  )
  // Lawful: the organizational life meeting is held by each group.
  for (const one of standing)
    if (
      free.has(one) &&
      one.groups.length > 1 &&
      one.groups.every((group) => group.founded === EVER && group.dissolved === NEVER) &&
      random.chance(0.15) &&
      everybodyInGroup(one)
    )
      one.orgLife = 'by-groups'
}

function missingText(how: Missing): readonly [string, string] {
  switch (how) {
    case 'nothing':
      return ['未开展', 'not held']
    case 'cancelled':
      return ['已取消', 'cancelled']
    case 'planned':
      return ['仅有计划', 'planned only']
    case 'other-kind':
      return ['记为志愿服务', 'recorded as voluntary service']
    case 'upper':
      return ['只有上级组织的主题党日', 'only one of the upper organization']
  }
}

function plantShape(branch: Branch, planting: Planting): void {
  const breach = (rule: string, zh: string, en: string) =>
    planting.breach(rule, 'organization', branch.id, 'standing', zh, en)
  if (branch.shape === 'two-full') breach('branch/form', '正式党员只有2人', 'only 2 full members')
  if (branch.shape === 'no-committee')
    breach(
      'branch/form',
      `正式党员${fullOf(branch)}人未设支委会`,
      `${fullOf(branch)} full members and no committee`,
    )
  if (branch.shape === 'committee-of-2') breach('branch/committee-size', '支委会只有2人', 'a committee of 2')
  if (branch.shape === 'committee-of-8') breach('branch/committee-size', '支委会有8人', 'a committee of 8')
}

function fullOf(branch: Branch): number {
  return branch.people.filter((person) => person.status === 'full').length
}

function missOrgLife(one: Branch, planting: Planting): void {
  const year = `${planting.settings.year}`
  one.orgLife = 'missing'
  for (const rule of ['branch/org-life-meeting', 'branch/org-life-meeting-q4'])
    planting.breach(
      rule,
      'organization',
      one.id,
      year,
      '全年未召开组织生活会',
      'no organizational life meeting all year',
    )
  if (one.organ.lifeMeeting === 'missing') return
  for (const post of steady(one.organ, planting))
    if (post.person.stays[0]!.branch === one && post.person.bars === null)
      planting.breach(
        'leader/dual-life',
        'post',
        postId(post),
        year,
        '所在支部未召开组织生活会',
        'the own branch held no organizational life meeting',
      )
}

function hasLeader(branch: Branch, planting: Planting): boolean {
  return steady(branch.organ, planting).some((post) => post.person.stays[0]!.branch === branch)
}

function hasCommitteeAllYear(branch: Branch, planting: Planting): boolean {
  const { yearFrom, to } = planting.settings
  return branch.posts.some((post) => post.role !== 'secretary' && post.from <= yearFrom && post.to >= to)
}

function everybodyInGroup(branch: Branch): boolean {
  return branch.people.every((person) =>
    person.stays.every((stay) => stay.branch !== branch || stay.group !== null),
  )
}

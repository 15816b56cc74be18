import type { Organ, Post } from './model.ts'
import { isSteady, type Planting, postId } from './planting.ts'

/** Democratic life meetings, study centre groups, dual life, and organs whose form is too small. */
export function plantLeaderFaults(planting: Planting): void {
  const { tree, settings, random, breach, count } = planting
  const year = `${settings.year}`
  const organs = random.shuffled(tree.organs)
  let next = 0
  const organ = () => organs[next++ % organs.length]!
  const times = (k: number) => Math.min(count(k), Math.max(1, Math.floor(organs.length / 4)))
  for (let i = times(2); i > 0 && next < organs.length; i--) {
    const one = organ()
    one.lifeMeeting = 'missing'
    const id = one.leadership.id
    breach(
      'leader/democratic-life-meeting',
      'organization',
      id,
      year,
      '全年未召开民主生活会',
      'no democratic life meeting all year',
    )
    breach(
      'leader/democratic-life-meeting-q4',
      'organization',
      id,
      year,
      '全年未召开民主生活会',
      'no democratic life meeting all year',
    )
    for (const post of steady(one, planting))
      breach(
        'leader/dual-life',
        'post',
        postId(post),
        year,
        '所在党组未召开民主生活会',
        'the leadership held no democratic life meeting',
      )
  }
  for (let i = times(3); i > 0 && next < organs.length; i--) {
    const one = organ()
    one.lifeMeeting = 'early'
    breach(
      'leader/democratic-life-meeting-q4',
      'organization',
      one.leadership.id,
      year,
      '民主生活会在第三季度召开',
      'democratic life meeting held in the third quarter',
    )
  }
  for (let i = times(5); i > 0; i--) {
    const one = organs[(next + i) % organs.length]!
    const quarter = i % 4 === 1 ? 2 : random.int(1, 4)
    one.skippedStudies.add(quarter)
    breach(
      'center-group/quarterly-study',
      'organization',
      one.study.id,
      `${year}-Q${quarter}`,
      `第${quarter}季度中心组未学习`,
      `no centre-group study in quarter ${quarter}`,
    )
  }
  for (let i = times(5); i > 0 && next < organs.length; i--) {
    const one = organ()
    const post = steady(one, planting).find((held) => !held.person.claimed)
    if (post === undefined) continue
    post.person.claimed = true
    post.person.bars = { orgLife: i % 2 === 0 ? 'observer' : 'absent' }
    breach(
      'leader/dual-life',
      'post',
      postId(post),
      year,
      i % 2 === 0 ? '只列席所在支部组织生活会' : '未参加所在支部组织生活会',
      i % 2 === 0
        ? 'only observed the organizational life meeting of the own branch'
        : 'missed the organizational life meeting of the own branch',
    )
    // The meeting of this branch must be held for the fault to be the leader's.
    post.person.stays[0]!.branch.claimed = true
  }
  for (const one of tree.organs) plantForm(one, planting)
}

/** Posts of leaders held all year by members all year. */
export function steady(organ: Organ, planting: Planting): Post[] {
  return organ.leaders.filter((post) => isSteady(post, planting.settings))
}

/** Organs built too small on purpose are known by their size and the organization at their top. */
function plantForm(organ: Organ, planting: Planting): void {
  const size = organ.branches.reduce((sum, branch) => sum + branch.size, 0)
  const top = organ.committees[0] ?? organ.branches[0]!
  const { breach } = planting
  if (top.kind === 'general-branch' && size >= 100)
    breach(
      'committee/org-form',
      'organization',
      top.id,
      'standing',
      `${size}名党员只设党总支`,
      `${size} members, only a general branch`,
    )
  if (top.kind === 'branch' && size >= 50)
    breach(
      'committee/org-form',
      'organization',
      top.id,
      'standing',
      `${size}名党员只设党支部`,
      `${size} members, only a branch`,
    )
  for (const branch of organ.branches)
    if (branch.size > 50)
      breach(
        'branch/size',
        'organization',
        branch.id,
        'standing',
        `支部党员${branch.size}人`,
        `${branch.size} members in one branch`,
      )
}

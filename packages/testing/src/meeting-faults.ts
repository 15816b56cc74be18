import { formatDate } from '@xueshi/core'
import type { Programme } from './agenda.ts'
import { attend } from './attendance.ts'
import { yearlyVote } from './branch-acts.ts'
import { chairOf, type Flaw, isAvailable } from './chairs.ts'
import { type Branch, isMemberThroughout, type Organ, type Person } from './model.ts'
import { occasionsOf } from './occasions.ts'
import { branchesOf, isSteady, type Planting, postId, some } from './planting.ts'
import { isHeld, type Meeting } from './sessions.ts'

/** Faults of single sessions, which are known only when the year is planned. */
export function plantMeetingFaults(planting: Planting, programme: Programme): void {
  const { tree, random, settings } = planting
  for (const organ of some(planting, random.shuffled(tree.organs.filter(isWhole)), 2))
    plantShortLifeMeeting(organ, planting, programme)
  // Some hundred are enough to choose from, and so many plans are remembered.
  const branches = random.shuffled(branchesOf(tree).filter((one) => one.shape === 'normal')).slice(0, 300)
  const used = new Set<Branch>()
  const flaw = (
    k: number,
    rule: string,
    what: Flaw,
    find: (branch: Branch) => Pick<Meeting, 'id' | 'day'> | undefined,
    text: readonly [string, string],
  ) => {
    const fit = branches.flatMap((branch) => {
      const meeting = used.has(branch) ? undefined : find(branch)
      return meeting === undefined ? [] : [{ branch, meeting }]
    })
    for (const { branch, meeting } of some(planting, fit, k)) {
      used.add(branch)
      tree.flaws.set(meeting.id, what)
      planting.breach(rule, 'session', meeting.id, formatDate(meeting.day), ...text)
    }
  }
  const meetings = (branch: Branch) => programme.branch(branch, settings.year).filter(isHeld)
  const occasion = (branch: Branch, ...kinds: string[]) =>
    occasionsOf(branch, settings.year, settings).find(({ kind }) => kinds.includes(kind))?.draft
  // The regulation on elections is in force since 2021.
  if (settings.year >= 2021)
    flaw(2, 'meeting/quorum/election', 'votes-present', (branch) => occasion(branch, 'election'), [
      '选举到会不足五分之四',
      'too few present at an election',
    ])
  flaw(
    3,
    'meeting/quorum/admission',
    'votes-in-favour',
    (branch) => occasion(branch, 'admission', 'full-membership'),
    ['赞成不足半数', 'too few in favour'],
  )
  flaw(
    2,
    'meeting/quorum/ordinary',
    'votes-present',
    (branch) => yearlyVote(branch, settings.year, programme),
    ['到会不足半数', 'too few present at a vote'],
  )
  flaw(
    2,
    'meeting/quorum/ordinary',
    'votes-in-favour',
    (branch) => yearlyVote(branch, settings.year, programme),
    ['赞成不足半数', 'too few in favour'],
  )
  flaw(
    3,
    'meeting/committee-quorum',
    'quorum',
    (branch) =>
      meetings(branch).find(
        (one) =>
          one.kinds.includes('committee-meeting') && one.day % 5 === 0 && isFullCommittee(branch, one.day),
      ),
    ['支委会到会不足半数', 'less than half of the committee present'],
  )
  const chaired = (kind: 'general-meeting' | 'group-meeting') => (branch: Branch) =>
    meetings(branch).find((one) => one.kinds.includes(kind) && chairOf(one, 'chair') !== null)
  const text = ['主持人不是书记、委员或者组长', 'chaired by a member without post'] as const
  flaw(4, 'meeting/chair', 'chair', chaired('general-meeting'), text)
  flaw(2, 'meeting/chair', 'chair', chaired('group-meeting'), text)
  plantUnappraised(planting, programme)
}

/** Whether nothing is planted about the leaders of an organ and its democratic life meeting. */
function isWhole(organ: Organ): boolean {
  return (
    organ.lifeMeeting === 'usual' &&
    organ.leaders.every(({ person }) => person.bars === null && person.conduct.kind === 'ordinary')
  )
}

/** Fewer than two thirds of the leaders come. */
function plantShortLifeMeeting(organ: Organ, { settings, breach }: Planting, programme: Programme): void {
  const meeting = programme.organ(organ, settings.year).lifeMeeting!
  const leaders = organ.leaders.filter((post) => post.from <= meeting.day && meeting.day <= post.to)
  const comes = Math.ceil((leaders.length * 2) / 3) - 1
  breach(
    'leader/democratic-life-meeting-quorum',
    'session',
    meeting.id,
    formatDate(meeting.day),
    `应到会${leaders.length}人，到会${comes}人`,
    `${comes} of ${leaders.length} leaders present`,
  )
  for (const post of leaders.slice(comes)) {
    post.person.bars = { lifeMeeting: true }
    if (isSteady(post, settings))
      breach(
        'leader/dual-life',
        'post',
        postId(post),
        `${settings.year}`,
        '未参加民主生活会',
        'missed the democratic life meeting',
      )
  }
}

function isFullCommittee(branch: Branch, day: number): boolean {
  const posts = branch.posts.filter((post) => post.from <= day && day <= post.to)
  return posts.length >= 3 && posts.every((post) => isAvailable(post.person, day))
}

/** The members of branches that appraised nobody. */
function plantUnappraised({ tree, settings, breach }: Planting, programme: Programme): void {
  const { yearFrom, to, year } = settings
  for (const branch of branchesOf(tree)) {
    if (branch.appraisal !== 'missing') continue
    for (const person of new Set([...branch.people, ...branch.incomers])) {
      if (person.stays.at(-1)!.branch !== branch || person.conduct.kind === 'frail') continue
      if (!isMemberThroughout(person, yearFrom, to) || wasAppraised(person, branch, programme)) continue
      breach(
        'member/appraisal-covered',
        'member',
        person.id,
        `${year}`,
        '所在支部未开展民主评议',
        'the branch appraised nobody',
      )
    }
  }
}

/** Whether a member who came from another branch was appraised there. */
function wasAppraised(person: Person, branch: Branch, programme: Programme): boolean {
  const { year } = programme.settings
  const elsewhere = person.stays.filter((stay) => stay.branch !== branch)
  if (elsewhere.length === 0) return false
  const held = new Set(
    elsewhere.flatMap((stay) =>
      programme
        .branch(stay.branch, year)
        .filter((one) => one.kinds.includes('democratic-appraisal') && isHeld(one))
        .map((one) => one.id),
    ),
  )
  return attend(person, year, programme).rows.some(
    (row) => held.has(row.session) && row.status !== '请假' && row.status !== '缺席',
  )
}

import { formatDate } from '@xueshi/core'
import type { Organ, Person, Unit } from './model.ts'
import { branchesOf, isSteady, type Planting, postId, some } from './planting.ts'

/** What study centre groups, committees, secretaries and the county leave undone in the last year. */
export function plantOrganFaults(planting: Planting): void {
  const { tree, random, settings, breach } = planting
  const year = `${settings.year}`
  const organization = (rule: string, unit: Unit, zh: string, en: string) =>
    breach(rule, 'organization', unit.id, year, zh, en)
  // Each organ has one fault of these; the centre groups and the committees in turn.
  const groups = random.shuffled(tree.organs)
  const take = (k: number) => groups.splice(0, some(planting, groups, k).length)
  for (const { study } of take(3)) {
    study.omitted.add('study-plan')
    organization('center-group/plan-and-report/plan', study, '全年没有学习计划', 'no study plan')
    if (settings.year >= 2025)
      organization('center-group/party-history', study, '全年没有学习计划', 'no study plan')
  }
  if (settings.year >= 2025)
    for (const { study } of take(3)) {
      study.omitted.add('plan-topic')
      organization(
        'center-group/party-history',
        study,
        '学习计划没有列入党史',
        'the study plan is without Party history',
      )
    }
  for (const { study } of take(3)) {
    study.omitted.add('study-report')
    organization('center-group/plan-and-report/report', study, '全年没有学习报告', 'no study report')
  }
  plantCommittees(planting, organization)
  plantDutyReports(planting)
  const { county } = tree
  const what = random.chance(0.5) ? 'special-study' : 'development-report'
  county.omitted.add(what)
  if (what === 'special-study')
    organization('county/branch-work-review', county, '县委全年没有专题研究', 'no study of branch work')
  else organization('development/annual-report', county, '全年没有发展党员工作报告', 'no report')
  if (settings.year < 2027) return
  county.omitted.add('activist-analysis')
  organization('development/annual-analysis/county', county, '县里全年没有分析', 'no analysis by the county')
}

function plantCommittees(
  { tree, random, count }: Planting,
  organization: (rule: string, unit: Unit, zh: string, en: string) => void,
): void {
  const top = (organ: Organ) => organ.committees[0]!
  const having = random.shuffled(
    tree.organs.filter((organ) => organ.committees[0]?.kind === 'organ-committee'),
  )
  let next = 0
  const each = (use: (organ: Organ) => void) => {
    for (let i = Math.min(count(2), having.length); i > 0; i--) use(having[next++ % having.length]!)
  }
  each((organ) => {
    top(organ).omitted.add('education-report')
    organization('committee/education-report', top(organ), '全年没有报告', 'no report all year')
  })
  each((organ) => {
    top(organ).omitted.add('activist-analysis')
    organization('development/annual-analysis', top(organ), '全年没有分析', 'no analysis all year')
  })
  each((organ) => {
    top(organ).omitted.add('cadre-assembly')
    organization('committee/cadre-assembly', top(organ), '全年没有召开', 'none all year')
  })
  each((organ) => {
    organ.leadership.omitted.add('rotation')
    const units = organ.leadership.kind === 'party-committee' ? [top(organ), organ.leadership] : [top(organ)]
    for (const unit of units)
      organization('committee/annual-rotation', unit, '全年没有组织集中轮训', 'no rotation all year')
  })
}

/** Secretaries who do not report, to the members or to the upper organization. */
function plantDutyReports(planting: Planting): void {
  const { tree, random, settings, breach } = planting
  const year = `${settings.year}`
  const isOnly = (person: Person) => person.posts.filter((post) => post.role === 'secretary').length === 1
  const posts = random.shuffled(
    [
      ...branchesOf(tree).flatMap((branch) => branch.posts),
      ...tree.organs.flatMap((organ) => organ.committeePosts),
    ]
      .filter((post) => post.role === 'secretary')
      .filter((post) => isSteady(post, settings) && isOnly(post.person)),
  )
  const ofBranches = posts.filter((post) => post.unit.kind === 'branch')
  for (const post of some(planting, ofBranches, 4)) {
    post.person.omitted.add('duty-report-to-members')
    breach(
      'secretary/annual-duty-report/members',
      'post',
      postId(post),
      year,
      '没有向党员大会述职',
      'no report',
    )
  }
  for (const post of some(planting, posts, 4)) {
    post.person.omitted.add('duty-report')
    breach('secretary/annual-duty-report/upper', 'post', postId(post), year, '没有向上级述职', 'no report')
  }
}

/** Requests to found a branch that were answered late. */
export function plantFoundings(planting: Planting): void {
  const founded = branchesOf(planting.tree).filter((branch) => branch.requested !== null)
  for (const branch of founded.slice(0, Math.ceil(founded.length / 2))) {
    branch.requested = branch.founded - 45
    planting.breach(
      'branch/founding-approval',
      'organization',
      branch.id,
      `${formatDate(branch.requested)}..`,
      '请示45天后才批复',
      'answered after 45 days',
    )
  }
}

import { daysWithin } from '../check/intervals.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { memberOfFinding } from '../check/scope-of-finding.ts'
import { answeredDays, exemptAnswers } from '../check/subject.ts'
import { formatDate } from '../civil/date.ts'
import { MEMBER_TAGS, termName } from '../terms.ts'
import { rangesText } from './applies.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'
import { lastJudgedDay } from './statements.ts'

/** Why a duty is not owed or was waived, beyond the sentence of the finding. */
export function reasonNodes(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const { reason } = parts
  switch (reason?.code) {
    case 'superseded':
      return supersededNode(plan, reason.by)
    case 'exempt':
      return exemptNode(plan, parts)
    case 'waived':
      return waiverNode(plan, parts, reason.document)
    default:
      return []
  }
}

function supersededNode(plan: Plan, by: string): ExplanationNode[] {
  const stronger = plan.rules.find(({ id }) => id === by)
  if (stronger === undefined) return []
  const { title } = stronger.rule
  return [
    node(
      'not-applicable',
      both(
        `该对象在这一期间适用要求更高的“${title['zh-CN']}”（${by}），不再重复适用本规则；那一规则的结论见其本身。`,
        `in this window the subject owes the stricter “${title.en}” (${by}) in its place; see there for its verdict`,
      ),
    ),
  ]
}

/** The days of the window with a tag that exempts, and the tags. */
function exemptNode(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const member = memberOfFinding(plan, parts)
  if (member < 0) return []
  const days = answeredDays(plan, member, exemptAnswers(plan, parts.plan))
  const { from } = parts.window
  const until = lastJudgedDay(plan, parts)
  const exempt = new Set(parts.plan.rule.exempt?.flatMap(({ tags }) => tags))
  const { factStart, factSet, factSets } = plan.columns
  const held = new Set<string>()
  for (let i = factStart[member]!; i < factStart[member + 1]!; i++)
    for (const tag of factSets[factSet[i]!]!.tags) if (exempt.has(tag)) held.add(tag)
  const tags = (locale: 'zh-CN' | 'en') => [...held].map((tag) => termName(MEMBER_TAGS, tag, locale))
  return [
    node(
      'not-applicable',
      both(
        `期间内有 ${daysWithin(days, from, until)} 天登记为${tags('zh-CN').join('、')}：${rangesText(days, from, until, 'zh-CN')}；期间内有一天即整个期间不作硬性要求。`,
        `tagged as ${tags('en').join(', ')} on ${daysWithin(days, from, until)} days of the window: ${rangesText(days, from, until, 'en')}; one such day exempts the window`,
      ),
    ),
  ]
}

/** The waiver with its days; who approved it stands in the data only, since it may be the name of a person. */
function waiverNode(plan: Plan, parts: FindingParts, document: string): ExplanationNode[] {
  const { rule, id } = parts.plan
  const day = formatDate(lastJudgedDay(plan, parts))
  const row = plan.dataset.waivers.find(
    (waiver) =>
      waiver.subject === parts.subjectId &&
      (waiver.rule === id || waiver.rule === rule.id) &&
      waiver.document === document &&
      waiver.from <= day &&
      day <= waiver.to,
  )
  if (row === undefined) return []
  return [
    node(
      'waiver',
      both(
        `文号 ${row.document}，事由：${row.reason}，自 ${row.from} 至 ${row.to} 有效。`,
        `${row.document}, reason: ${row.reason}, in force ${row.from}..${row.to}`,
      ),
    ),
  ]
}

import { AggregateParts, type CollectedPart } from '../check/aggregate-parts.ts'
import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import type { Locale, LocalizedText } from '../locale.ts'
import { type AggregateRule, isAggregateRule, isRuleFunction, type Judgement } from '../plugin/plugin.ts'
import { TABLES, type TableName, termName, VERDICTS } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'
import { lastJudgedDay, numberText } from './statements.ts'

/** More parts than this are not listed one by one. */
const MOST_PARTS = 60

/** What a rule written as functions said, the tables it read, and the parts it added up. */
export function judgedNodes(plan: Plan, parts: FindingParts): ExplanationNode[] {
  const { rule } = parts.plan
  const isJudged = parts.reason === null || parts.reason.code === 'function'
  if (!isJudged) return []
  if (isRuleFunction(rule)) return [saidNode(plan, parts, rule.reads)]
  if (!isAggregateRule(rule)) return []
  return [saidNode(plan, parts, rule.reads), ...partNodes(plan, parts, rule)]
}

function saidNode(plan: Plan, parts: FindingParts, reads: readonly TableName[]): ExplanationNode {
  const said: LocalizedText =
    parts.reason?.code === 'function'
      ? parts.reason.message
      : both(termName(VERDICTS, parts.verdict, 'zh-CN'), termName(VERDICTS, parts.verdict, 'en'))
  const tables = (locale: Locale) =>
    reads.map((table) => {
      const rows = plan.dataset.counts[table] ?? 0
      const name = termName(TABLES, table, locale)
      return locale === 'en' ? `${name} (${rows} rows)` : `${name}（共 ${rows} 条）`
    })
  const read =
    reads.length === 0
      ? both('没有读取任何表', 'no table')
      : both(`依据的表：${tables('zh-CN').join('、')}`, `tables it read: ${tables('en').join(', ')}`)
  return node('judged', both(said['zh-CN'], said.en), [node('judged', read)])
}

/** The parts below the organization: each lower organization as a whole, and who belongs to the organization itself. */
function partNodes(plan: Plan, parts: FindingParts, rule: AggregateRule): ExplanationNode[] {
  const org = plan.columns.orgId.indexOf(parts.subjectId)
  if (org < 0 || parts.parameters === null) return []
  const collected = new AggregateParts(plan, parts.plan, rule, parts.window, lastJudgedDay(plan, parts))
  const { own, below } = collected.of(org)
  const shown = [...below, ...(own.length > MOST_PARTS ? [] : own)]
  const persons = rule.over === 'members'
  const nodes = shown.map((part) => partNode(plan, collected.judged(part, parts.parameters!), part))
  return [
    node(
      'part',
      both(
        persons
          ? `逐人汇总：本组织直接所属 ${own.length} 人，下级组织 ${below.length} 个`
          : `逐个组织汇总：本组织和下级组织 ${below.length} 个`,
        persons
          ? `added up person by person: ${own.length} of the organization itself, ${below.length} organizations below it`
          : `added up organization by organization: itself and ${below.length} below it`,
      ),
      nodes,
    ),
  ]
}

function partNode(plan: Plan, said: Judgement | null, part: CollectedPart): ExplanationNode {
  const name = part.kind === 'organization' ? (plan.dataset.organization(part.id)?.name ?? part.id) : part.id
  const own = name === part.id ? part.id : `${name}（${part.id}）`
  const text = (locale: Locale) => {
    const what = partText(said, locale)
    return locale === 'en' ? `${own}: ${what}` : `${own}：${what}`
  }
  return node('part', both(text('zh-CN'), text('en')))
}

function partText(said: Judgement | null, locale: Locale): string {
  const zh = locale === 'zh-CN'
  if (said === null) return zh ? '计入' : 'counted'
  if (said.message !== undefined) return said.message[locale]
  if (said.measured === undefined) return termName(VERDICTS, said.verdict, locale)
  const amount = numberText(said.measured, said.unit ?? 'session', locale)
  return zh ? `计 ${amount}` : amount
}

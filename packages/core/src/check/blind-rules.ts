import type { Problem } from '../model/problem.ts'
import { leavesOf } from '../requirement/parts.ts'
import type { Who } from '../requirement/schema.ts'
import type { TableName } from '../terms.ts'
import type { Plan, RulePlan } from './plan.ts'

/**
 * Rules that find no subject because a table or a column is missing: without this nobody would notice that
 * they say nothing. One problem per rule and thing that is missing.
 */
export function blindRules(plan: Plan): Problem[] {
  return plan.rules.flatMap((rule) => {
    if (rule.rule.subject === 'post' && !plan.hasPosts)
      return [problem(rule, 'posts', '没有“任职”表', 'the table of posts is missing')]
    if (rule.rule.sessions?.acts !== undefined && !plan.hasActs)
      return [problem(rule, 'acts', '没有“记录”表', 'the table of acts is missing')]
    const columns = new Map(leavesOf(rule.rule.who).flatMap((leaf) => columnsOf(leaf)))
    return [...columns.values()]
      .filter(
        ({ table, name }) => plan.dataset.counts[table] !== undefined && !plan.dataset.hasColumn(table, name),
      )
      .map(({ table, zh, en }) => problem(rule, table, `没有填写“${zh}”`, `nobody filled in ${en}`))
  })
}

interface Column {
  readonly table: TableName
  readonly name: string
  readonly zh: string
  readonly en: string
}

/** The columns whose blank cells put people out of scope. */
function columnsOf(leaf: Who): [string, Column][] {
  const column = (table: TableName, name: string, zh: string, en: string): [string, Column][] => [
    [name, { table, name, zh, en }],
  ]
  if ('rank' in leaf) return column('members', 'rank', '职级', 'the rank of members')
  if ('education' in leaf) return column('members', 'education', '学历', 'the education of members')
  if ('occupation' in leaf) return column('members', 'occupation', '工作岗位', 'the occupation of members')
  if ('post' in leaf && leaf.post.fullTime === true)
    return column('posts', 'fullTime', '专职', 'whether posts are full-time')
  return []
}

function problem(rule: RulePlan, table: TableName, zh: string, en: string): Problem {
  return {
    code: 'rule-without-data',
    severity: 'warning',
    table,
    message: {
      'zh-CN': `${zh}，规则 ${rule.id} 无法检查`,
      en: `rule ${rule.id} cannot be checked: ${en}`,
    },
  }
}

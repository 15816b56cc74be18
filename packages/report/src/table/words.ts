import type { Locale } from '@xueshi/core'

/** The fixed words of the table. */
export interface TableWords {
  readonly title: string
  readonly asOf: string
  readonly covers: string
  readonly exported: string
  readonly source: string
  readonly under: string
  readonly data: (members: number, branches: number, organizations: number, sessions: number) => string
  readonly untrustworthy: string
  readonly rules: string
  readonly rule: string
  readonly level: string
  readonly ruleId: string
  readonly noRules: string
  readonly total: string
  readonly need: string
  readonly needNote: string
  readonly organization: string
  readonly errors: string
  readonly warnings: string
  readonly mainly: (missed: readonly string[], more: boolean, above: string | undefined) => string
  readonly times: (title: string, count: number) => string
  readonly findings: string
  readonly noFindings: string
  readonly nobody: string
  readonly windows: (title: string, verdict: string, keys: readonly string[], count: number) => string
  readonly more: (count: number) => string
  readonly moreInAll: (findings: number, organizations: number) => string
  readonly seeAll: string
  readonly problems: (count: number) => string
  readonly problemPlaces: (places: readonly string[], more: number) => string
  readonly result: (errors: number, warnings: number, pending: number, unknown: number) => string
  readonly receipt: string
  readonly receiptOf: (rules: string, parameters: string, input: string) => string
  readonly workdaysOf: (name: string) => string
}

const zh: TableWords = {
  title: '党员教育培训核查',
  asOf: '核查截止日',
  covers: '数据范围',
  exported: '导出日期',
  source: '来源',
  under: '范围',
  data: (members, branches, organizations, sessions) =>
    `人员 ${members} 名 · 党支部 ${branches} 个 · 党组织 ${organizations} 个 · 活动 ${sessions} 场`,
  untrustworthy: '数据不可信：下列结果仅供参考，请先按“数据问题”改正后重新核查。',
  rules: '各项要求',
  rule: '要求',
  level: '级别',
  ruleId: '规则编号',
  noRules: '没有生效的规则。',
  total: '合计',
  need: '最需要帮助的党组织',
  needNote: '按未达标的错误、警告数量排列；党小组计入所在党支部',
  organization: '党组织',
  errors: '错误',
  warnings: '警告',
  mainly: (missed, more, above) =>
    `${missed.join('、')}${more ? ' 等' : ''}${above === undefined ? '' : `；上级：${above}`}`,
  times: (title, count) => `${title}（${count}）`,
  findings: '待处理事项（按党组织）',
  noFindings: '没有待处理事项。',
  nobody: '未能确定党组织',
  windows: (title, verdict, keys, count) =>
    `${title}：${count} 个期间${verdict}（${keys.join('、')}${count > keys.length ? ' 等' : ''}）`,
  more: (count) => `另有 ${count} 条未列出`,
  moreInAll: (findings, organizations) => `共有 ${findings} 条未列出（涉及 ${organizations} 个党组织）。`,
  seeAll:
    '查看全部：加 --under 组织编码（只看一个组织）、--rule 规则编号（只看一项要求），或 --format json=文件名',
  problems: (count) => `数据问题（${count}）`,
  problemPlaces: (places, more) => `${places.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}`,
  result: (errors, warnings, pending, unknown) =>
    `结论：未达标错误 ${errors} 条，警告 ${warnings} 条；待完成 ${pending} 条；无法判断 ${unknown} 条。`,
  receipt: '回执',
  workdaysOf: (name) => `工作日历：${name}`,
  receiptOf: (rules, parameters, input) => `规则 ${rules} · 参数 ${parameters} · 数据 ${input}`,
}

const en: TableWords = {
  title: 'Check of Party-member education and training',
  asOf: 'As of',
  covers: 'Data covers',
  exported: 'Exported on',
  source: 'Source',
  under: 'Only under',
  data: (members, branches, organizations, sessions) =>
    `${members} persons · ${branches} branches · ${organizations} organizations · ${sessions} sessions`,
  untrustworthy:
    'The data cannot be trusted: do not rely on what follows, mend the problems of the data first.',
  rules: 'Requirements',
  rule: 'Requirement',
  level: 'Level',
  ruleId: 'Rule',
  noRules: 'No rule is in force.',
  total: 'Total',
  need: 'Organizations that need help most',
  needNote: 'by breached errors, then warnings; a Party group is counted with its branch',
  organization: 'Organization',
  errors: 'Errors',
  warnings: 'Warnings',
  mainly: (missed, more, above) =>
    `${missed.join(', ')}${more ? ' …' : ''}${above === undefined ? '' : `; below ${above}`}`,
  times: (title, count) => `${title} (${count})`,
  findings: 'What is open, by organization',
  noFindings: 'Nothing is open.',
  nobody: 'organization not known',
  windows: (title, verdict, keys, count) =>
    `${title}: ${verdict} in ${count} windows (${keys.join(', ')}${count > keys.length ? ' …' : ''})`,
  more: (count) => `${count} more not listed`,
  moreInAll: (findings, organizations) =>
    `${findings} findings of ${organizations} organizations are not listed.`,
  seeAll: 'To see all: --under ORG (one organization), --rule ID (one requirement), or --format json=FILE',
  problems: (count) => `Problems of the data (${count})`,
  problemPlaces: (places, more) => `${places.join('; ')}${more > 0 ? `; ${more} more places` : ''}`,
  result: (errors, warnings, pending, unknown) =>
    `Result: ${errors} breached at level error, ${warnings} at warning; ${pending} pending; ${unknown} unknown.`,
  receipt: 'Receipt',
  workdaysOf: (name) => `working days: ${name}`,
  receiptOf: (rules, parameters, input) => `rules ${rules} · parameters ${parameters} · data ${input}`,
}

/** The fixed words of the table in a language. */
export function tableWords(locale: Locale): TableWords {
  return locale === 'en' ? en : zh
}

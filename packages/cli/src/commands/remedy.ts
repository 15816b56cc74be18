import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type Config,
  check,
  type Dataset,
  isAggregateRule,
  isRuleFunction,
  parseDate,
  resolveConfig,
  resolveRuleId,
  XueshiError,
} from '@xueshi/core'
import { type Plan, type Remedies, remedy, remedyText } from '@xueshi/planner'
import { chooseAsOf } from '../asOf.ts'
import { loadConfig } from '../config/load.ts'
import { EXIT } from '../exitCode.ts'
import { fileNameOf } from '../fileName.ts'
import type { Io } from '../io.ts'
import { loadData } from '../loadRun.ts'
import { organizationId } from '../lookup.ts'
import { showsNames } from '../names.ts'
import { common, everywhere, judging } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import { writeOutput } from '../outputs.ts'
import { readPlan } from '../plan/previous.ts'
import { planningConfig } from '../plan/settings.ts'
import { remedySummary } from '../remedy/summary.ts'
import type { Speech } from '../speech.ts'

const FORMATS = ['table', 'json'] as const

export const remedySpec: CommandSpec = {
  name: 'remedy',
  usage: '<data…> [--as-of YYYY-MM-DD] [--plan plan/plan.json] [--under ORG] [--out remedy/] …',
  positionals: [1, Number.POSITIVE_INFINITY],
  about: {
    'zh-CN': '缺什么补什么：每个缺口用哪些活动补齐，按党组织列出可转发的安排',
    en: 'what closes each gap: sessions to join or to hold, by organization, ready to forward',
  },
  options: [
    ...judging,
    {
      name: 'plan',
      value: 'FILE',
      about: {
        'zh-CN': '年度计划（plan.json）：优先参加其中的活动',
        en: 'plan of the year (plan.json): its sessions are joined first',
      },
    },
    common.notices,
    common.under,
    common.rules,
    {
      name: 'format',
      value: FORMATS.join('|'),
      choices: FORMATS,
      about: { 'zh-CN': '输出格式，默认 table', en: 'format of the output; default table' },
    },
    {
      name: 'out',
      value: 'FOLDER',
      about: {
        'zh-CN': '另写入文件夹：remedies.json，和每个党组织一个文本文件',
        en: 'also write a folder: remedies.json, and a text for each organization',
      },
    },
    ...everywhere,
  ],
  details: {
    'zh-CN': '退出码：0 缺口都能补齐 · 1 有缺口不能补齐或只能补录 · 2 用法或配置有误 · 3 数据不可信',
    en: 'Exit: 0 every gap can be closed · 1 some cannot, or only by recording · 2 usage or configuration · 3 data not trustworthy',
  },
}

/** Says what closes the gaps of data. */
export async function remedyCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const named = args.value('as-of')
  if (named !== undefined) parseDate(named)
  const plan = planOf(args, io)
  const loaded = await loadConfig(io.cwd, args.value('config'))
  const { config, workdays } = planningConfig(loaded.config, args, io.cwd)
  const { dataset, trustworthy } = await loadData(
    args.positionals,
    args.value('covers'),
    loaded.pseudonymKey,
    io,
    speech,
  )
  const asOf = chooseAsOf(named, dataset, io.today, speech)
  const rules = args.values('rule').map((word) => resolveRuleId(config, word))
  warnOfRulesWithoutSessions(config, rules, speech)
  const word = args.value('under')
  speech.progress('正在查找补学安排 …', 'looking for what closes the gaps …')
  const report = check(dataset, config, {
    asOf,
    ...(rules.length === 0 ? {} : { rules }),
    ...(word === undefined ? {} : { under: organizationId(dataset, word) }),
  })
  const remedies = remedy(report, dataset, config, { workdays, ...(plan === null ? {} : { plan }) })
  speech.progress('', '')
  write(remedies, { dataset, plan, args, io, speech })
  if (report.problems.some(({ code }) => code === 'rule-crashed')) return EXIT.usage
  if (!trustworthy) return EXIT.untrustworthy
  const open = remedies.gaps.filter(({ closes, reason }) => closes !== 'whole' && reason?.kind !== 'later')
  return open.length > 0 ? EXIT.breached : EXIT.clean
}

interface Writing {
  readonly dataset: Dataset
  readonly plan: Plan | null
  readonly args: Arguments
  readonly io: Io
  readonly speech: Speech
}

function write(remedies: Remedies, { dataset, plan, args, io, speech }: Writing): void {
  const text = (of: Remedies, names: boolean) =>
    `${remedyText(of, dataset, { locale: speech.locale, names, ...(plan === null ? {} : { plan }) })}\n`
  const json = `${JSON.stringify(remedies, null, 2)}\n`
  const out = args.value('out')
  if (out !== undefined) {
    const names = showsNames(args, io, false)
    const folder = folderFor(resolve(io.cwd, out))
    writeOutput(join(folder, 'remedies.json'), [json])
    for (const one of remedies.byOrganization)
      writeOutput(join(folder, `${fileNameOf(one.organization ?? '-')}.txt`), [
        text({ ...remedies, byOrganization: [one] }, names),
      ])
  }
  if (args.value('format') === 'json') {
    io.stdout.write(json)
    return
  }
  io.stdout.write(remedySummary(remedies, speech))
  if (remedies.byOrganization.length > 0) io.stdout.write(`\n${text(remedies, showsNames(args, io, true))}`)
}

/** @throws XueshiError `output-refused`. */
function folderFor(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new XueshiError('output-refused', `无法写入 / cannot write ${folder}: ${why}`, {
      where: folder,
      cause,
    })
  }
}

function planOf(args: Arguments, io: Io): Plan | null {
  const named = args.value('plan')
  return named === undefined ? null : readPlan(resolve(io.cwd, named), named)
}

/** Rules written as functions have no sessions that close them. */
function warnOfRulesWithoutSessions(config: Config, rules: readonly string[], speech: Speech): void {
  for (const { id, rule } of resolveConfig(config).rules)
    if (rules.includes(id) && (isRuleFunction(rule) || isAggregateRule(rule)))
      speech.note(
        `规则 ${id} 由程序判断，不能从要求推出活动`,
        `the rule ${id} is a function: no sessions follow from it`,
      )
}

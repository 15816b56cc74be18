import { resolve } from 'node:path'
import { type Config, type Locale, resolveConfig, XueshiError } from '@xueshi/core'
import { findConflicts, type Plan, type PlanChanges, planYear, replan } from '@xueshi/planner'
import { loadConfig } from '../config/load.ts'
import { EXIT } from '../exitCode.ts'
import type { Io } from '../io.ts'
import { loadData } from '../loadRun.ts'
import { common, everywhere } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import { inBatches } from '../outputs.ts'
import { planChunks, writePlan } from '../plan/files.ts'
import { assertFree, PLAN_FILES, writeFolder } from '../plan/folder.ts'
import { readPlan } from '../plan/previous.ts'
import type { FormerPlan } from '../plan/published.ts'
import { planningConfig, planOptions, yearOf } from '../plan/settings.ts'
import { planSummary } from '../plan/summary.ts'
import type { Speech } from '../speech.ts'

export const planSpec: CommandSpec = {
  name: 'plan',
  usage: '<data…> --year 2027 --out plan/ [--previous plan/plan.json] [--blackout VENUE=FROM..TO]… …',
  positionals: [1, Number.POSITIVE_INFINITY],
  about: {
    'zh-CN': '按各项要求排出全年活动：计划、导入表、日历、未能安排的事项和一页年历',
    en: 'plan a year from the duties: plan, import table, calendars, what could not be placed, and a page to look at',
  },
  options: [
    { name: 'year', value: 'YYYY', about: { 'zh-CN': '计划年度', en: 'year that is planned' } },
    { name: 'out', value: 'FOLDER', about: { 'zh-CN': '写入的文件夹', en: 'folder to write into' } },
    {
      name: 'previous',
      value: 'FILE',
      about: {
        'zh-CN': '上一版计划（plan.json）：能不动的不动，并写出变化清单 changes.txt',
        en: 'the plan before (plan.json): what may stay stays, and what changes is written to changes.txt',
      },
    },
    {
      name: 'under',
      value: 'ORG',
      about: {
        'zh-CN': '只排这个党组织及其下级（编码或唯一名称）',
        en: 'this organization and all below it only (id or unique name)',
      },
    },
    {
      name: 'blackout',
      value: 'VENUE=FROM..TO',
      repeat: true,
      about: {
        'zh-CN': '场所（编号或唯一名称）不能使用的日期；可给出多个',
        en: 'days on which a venue (id or unique name) cannot be used; several are allowed',
      },
    },
    common.notices,
    {
      name: 'allow-unknown',
      about: {
        'zh-CN': '没有放假数据的年度按周一至周五试排',
        en: 'plan a year of which no holidays are known on weekdays alone',
      },
    },
    {
      name: 'seed',
      value: 'N',
      about: {
        'zh-CN': '随机种子，默认 1；相同种子和数据得到相同计划',
        en: 'seed; default 1; equal seeds and data give an equal plan',
      },
    },
    {
      name: 'domain',
      value: 'DOMAIN',
      about: {
        'zh-CN': '日程标识（UID）所用的本县域名；以后不可更改',
        en: 'domain of the county in every UID; never change it later',
      },
    },
    {
      name: 'names',
      about: {
        'zh-CN': '在文件中写出主讲人和党员姓名；默认只写编号',
        en: 'name lecturers and persons in the files; default ids alone',
      },
    },
    { name: 'json', about: { 'zh-CN': '在标准输出写 plan.json', en: 'write plan.json to stdout' } },
    {
      name: 'force',
      about: { 'zh-CN': '替换文件夹里的上一版计划', en: 'replace the plan that is in the folder' },
    },
    common.config,
    common.covers,
    ...everywhere,
  ],
  details: {
    'zh-CN':
      '退出码：0 应排的全部排定 · 1 有未能安排的事项或冲突 · 2 用法或配置有误 · 3 数据不可信\n' +
      '活动.csv 可以导入平台，也可以再读：xueshi ical <data…> plan/活动.csv --all',
    en:
      'Exit: 0 everything has its place · 1 something could not be placed, or conflicts · 2 usage or configuration · 3 data not trustworthy\n' +
      '活动.csv can be imported by a platform, and read again: xueshi ical <data…> plan/活动.csv --all',
  },
}

/** Plans a year and writes it into a folder. */
export async function planCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const year = yearOf(args)
  const out = args.value('out')
  if (out === undefined && !args.has('json'))
    throw new XueshiError('usage', '缺少 --out / --out is missing', { hint: `xueshi plan ${planSpec.usage}` })
  const folder = out === undefined ? null : resolve(io.cwd, out)
  if (folder !== null) assertFree(folder, args.has('force'))
  const former = formerOf(args, io, year)
  const loaded = await loadConfig(io.cwd, args.value('config'))
  const { config, workdays } = planningConfig(loaded.config, args, io.cwd)
  const { dataset, trustworthy } = await loadData(
    args.positionals,
    args.value('covers'),
    loaded.pseudonymKey,
    io,
    speech,
  )
  const options = planOptions(args, dataset, year, workdays)
  speech.progress('正在排计划 …', 'planning …')
  const made: { plan: Plan; changes: PlanChanges | null } =
    former === null
      ? { plan: planYear(dataset, config, options), changes: null }
      : replan(former.plan, dataset, config, options)
  const { plan, changes } = made
  const blackouts = options.blackouts === undefined ? {} : { blackouts: options.blackouts }
  const conflicts = findConflicts(plan, dataset, { workdays, ...blackouts })
  const title = titlesOf(config, speech.locale)
  if (folder !== null) {
    speech.progress('正在写入 …', 'writing …')
    let calendars = 0
    await writeFolder(folder, args.has('force'), async (staged) => {
      const names = args.has('names')
      calendars = await writePlan(staged, {
        ...{ plan, changes, dataset, former, names, title },
        locale: speech.locale,
        under: options.under,
        domain: args.value('domain'),
        page: {
          ...{ locale: speech.locale, names, config, workdays, ...blackouts },
          ...(former === null ? {} : { previous: former.plan }),
        },
      })
    })
    speech.progress('', '')
    if (!args.has('json')) {
      const files = filesOf(speech, calendars, changes !== null)
      io.stdout.write(planSummary(plan, { conflicts, changes, title, folder, files }, speech))
    }
  }
  speech.progress('', '')
  if (args.has('json')) for (const chunk of inBatches(planChunks(plan))) io.stdout.write(chunk)
  if (!trustworthy) return EXIT.untrustworthy
  return plan.unmet.length > 0 || conflicts.length > 0 ? EXIT.breached : EXIT.clean
}

function formerOf(args: Arguments, io: Io, year: number): FormerPlan | null {
  const named = args.value('previous')
  if (named === undefined) return null
  const file = resolve(io.cwd, named)
  const plan = readPlan(file, named)
  if (plan.year !== year)
    throw new XueshiError(
      'usage',
      `上一版计划是${plan.year}年的 / the plan before is one of ${plan.year}: ${named}`,
      {
        hint: `--year ${plan.year}`,
      },
    )
  return { plan, file }
}

/** The titles of the rules of a config, by full id. */
function titlesOf(config: Config, locale: Locale): (rule: string) => string {
  const titles = new Map(resolveConfig(config).rules.map(({ id, rule }) => [id, rule.title[locale]]))
  return (rule) => titles.get(rule) ?? rule
}

function filesOf({ say }: Speech, calendars: number, changed: boolean): (readonly [string, string])[] {
  return [
    [
      PLAN_FILES.page,
      say('用浏览器打开：年历、各党组织、阵地与师资', 'open in a browser: the year, organizations, load'),
    ],
    [PLAN_FILES.sessions, say('活动导入表', 'table of sessions to import')],
    [PLAN_FILES.unmet, say('未能安排的事项', 'what could not be placed')],
    ...(changed
      ? [[PLAN_FILES.changes, say('变化清单，可贴到群里', 'changes, to paste into a chat group')] as const]
      : []),
    [
      `${PLAN_FILES.calendars}/`,
      say(`${calendars} 个党组织的日历`, `calendars of ${calendars} organizations`),
    ],
    [
      PLAN_FILES.published,
      say('日历的版本记录，与 plan.json 放在一起', 'versions of the calendars: keep it beside plan.json'),
    ],
    [PLAN_FILES.plan, say('完整计划，下次用 --previous 读入', 'the whole plan, for --previous next time')],
  ]
}

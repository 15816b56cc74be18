import {
  type Config,
  check,
  type Dataset,
  type Report,
  resolveConfig,
  resolveRuleId,
  rulesInForce,
  XueshiError,
} from '@xueshi/core'
import { formatTable, jsonChunks } from '@xueshi/report'
import { exitCodeOf, type FailureTerms } from '../exitCode.ts'
import { type Io, usesColor } from '../io.ts'
import { loadRun } from '../loadRun.ts'
import { organizationId } from '../lookup.ts'
import { showsNames } from '../names.ts'
import { common, everywhere, judging } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import { FORMATS, type FormatTarget, formatTargets, inBatches, writeOutput } from '../outputs.ts'
import type { Speech } from '../speech.ts'

const later = { notBuilt: true } as const

export const checkSpec: CommandSpec = {
  name: 'check',
  usage: '<data…> [--as-of YYYY-MM-DD] [--format table|json[=file]] …',
  positionals: [1, Number.POSITIVE_INFINITY],
  about: {
    'zh-CN': '核查导出的数据，列出未达标、待完成和无法判断的事项',
    en: 'check exported data: what is breached, pending, unknown',
  },
  options: [
    ...judging,
    {
      name: 'format',
      value: `${FORMATS.join('|')}[=FILE]`,
      repeat: true,
      about: {
        'zh-CN': '输出格式；可给出多个，=FILE 写入文件',
        en: 'format of the report; several are allowed, =FILE writes a file',
      },
    },
    common.under,
    common.rules,
    {
      name: 'all-verdicts',
      about: { 'zh-CN': '已达标和不适用的也列出', en: 'list what is met or not applicable too' },
    },
    {
      name: 'max-warnings',
      value: 'N',
      about: { 'zh-CN': '警告超过 N 条时退出码为 1', en: 'exit 1 where there are more than N warnings' },
    },
    {
      name: 'fail-on',
      value: 'unknown',
      repeat: true,
      about: { 'zh-CN': '有无法判断的事项时退出码为 1', en: 'exit 1 where anything is unknown' },
    },
    {
      name: 'stale-after',
      value: '45d',
      ...later,
      about: { 'zh-CN': '导出过旧时拒绝', en: 'refuse an old export' },
    },
    { name: 'baseline', value: 'FILE', ...later, about: { 'zh-CN': '只看新增的', en: 'only what is new' } },
    { name: 'update-baseline', ...later, about: { 'zh-CN': '更新基线', en: 'write the baseline' } },
    {
      name: 'strict-data',
      ...later,
      about: { 'zh-CN': '任何数据问题都视为不可信', en: 'any problem makes the data untrustworthy' },
    },
    ...everywhere,
  ],
}

/** Checks data and writes the report; the exit code says what was found. */
export async function checkCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const targets = formatTargets(args.values('format'), io.cwd)
  const terms = failureTerms(args)
  const { config, dataset, asOf, unread, trustworthy } = await loadRun(args, io, speech)
  const rules = args.values('rule').map((word) => resolveRuleId(config, word))
  warnOfRulesOff(config, rules, speech)
  const word = args.value('under')
  const under = word === undefined ? undefined : organizationId(dataset, word)
  speech.progress('正在核查 …', 'checking …')
  const checked = check(dataset, config, {
    asOf,
    allVerdicts: args.has('all-verdicts'),
    ...(rules.length === 0 ? {} : { rules }),
    ...(under === undefined ? {} : { under }),
  })
  const report: Report = { ...checked, problems: [...unread, ...checked.problems], trustworthy }
  speech.progress('', '')
  for (const target of targets) writeReport(target, { report, dataset, config, under, args, io, speech })
  return exitCodeOf(report, terms)
}

interface Writing {
  readonly report: Report
  readonly dataset: Dataset
  readonly config: Config
  readonly under: string | undefined
  readonly args: Arguments
  readonly io: Io
  readonly speech: Speech
}

function writeReport(
  target: FormatTarget,
  { report, dataset, config, under, args, io, speech }: Writing,
): void {
  const { locale } = speech
  if (target.format === 'json') {
    const chunks = jsonChunks(report, { locale })
    if (target.file !== null) writeOutput(target.file, chunks)
    else for (const batch of inBatches(chunks)) io.stdout.write(batch)
    return
  }
  const onScreen = target.file === null
  const text = formatTable(report, {
    locale,
    dataset,
    ...(under === undefined ? {} : { under }),
    rules: rulesInForce(config, { asOf: report.asOf }),
    names: showsNames(args, io, onScreen),
    color: onScreen && usesColor(io.stdout, io.env),
    ...(onScreen && io.stdout.columns !== undefined ? { width: io.stdout.columns } : {}),
  })
  if (target.file === null) io.stdout.write(text)
  else writeOutput(target.file, [text])
}

/** @throws XueshiError `usage`, or `not-built-yet` for `pending-soon`. */
function failureTerms(args: Arguments): FailureTerms {
  const words = args.values('fail-on')
  for (const word of words) {
    if (word.startsWith('pending-soon'))
      throw new XueshiError(
        'not-built-yet',
        '--fail-on pending-soon 尚未实现 / --fail-on pending-soon is not built yet',
      )
    if (word !== 'unknown')
      throw new XueshiError('usage', `--fail-on 的值无效 / invalid value of --fail-on: ${word}`, {
        hint: 'unknown',
      })
  }
  const most = args.value('max-warnings')
  if (most !== undefined && !/^\d{1,9}$/.test(most))
    throw new XueshiError('usage', `--max-warnings 应为整数 / --max-warnings must be a whole number: ${most}`)
  return { unknownFails: words.length > 0, maxWarnings: most === undefined ? undefined : Number(most) }
}

function warnOfRulesOff(config: Config, rules: readonly string[], speech: Speech): void {
  const silent = resolveConfig(config).rules.filter(
    (rule) =>
      rules.includes(rule.id) &&
      rule.settings.every(({ setting }) => setting.level === undefined || setting.level === 'off'),
  )
  for (const { id } of silent)
    speech.note(
      `规则 ${id} 在配置中是关闭的，不会有结果`,
      `the rule ${id} is off in the config: there will be no result`,
    )
}

import {
  type Config,
  defineConfig,
  type IndicatorSheet,
  indicatorSheet,
  resolveConfig,
  XueshiError,
} from '@xueshi/core'
import county from '@xueshi/county'
import { formatIndicators, indicatorRows, indicatorsToJson, type SheetData } from '@xueshi/report'
import { csvText } from '@xueshi/tabular'
import { coversOf } from '../asOf.ts'
import { loadConfig } from '../config/load.ts'
import { EXIT } from '../exitCode.ts'
import { type Io, usesColor } from '../io.ts'
import { loadData } from '../loadRun.ts'
import { organizationId } from '../lookup.ts'
import { common, everywhere } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import { type FormatTarget, targetsOf, writeOutput } from '../outputs.ts'
import { defaultPeriod, namedPeriod, warnOfDaysNotCovered } from '../period.ts'
import type { Speech } from '../speech.ts'

const FORMATS = ['table', 'json', 'csv'] as const
type SheetFormat = (typeof FORMATS)[number]

export const indicatorsSpec: CommandSpec = {
  name: 'indicators',
  usage: '<data…> [--period 2025|2025-H1|2025-Q3|2025-07] [--under ORG] [--levels N] …',
  positionals: [1, Number.POSITIVE_INFINITY],
  about: {
    'zh-CN': '各级党组织的指标表：逐级汇总，不含个人',
    en: 'figures of the organizations, each with all below it; none about a person',
  },
  options: [
    common.config,
    common.covers,
    {
      name: 'period',
      value: 'KEY',
      about: {
        'zh-CN': '统计期间：2025、2025-H1、2025-Q3 或 2025-07；默认取数据最后一天所在的年份',
        en: 'period: 2025, 2025-H1, 2025-Q3 or 2025-07; default the year of the last day of the data',
      },
    },
    {
      name: 'from',
      value: 'YYYY-MM-DD',
      about: { 'zh-CN': '期间的第一天，与 --to 同用', en: 'first day of the period, with --to' },
    },
    {
      name: 'to',
      value: 'YYYY-MM-DD',
      about: { 'zh-CN': '期间的最后一天', en: 'last day of the period' },
    },
    common.under,
    {
      name: 'levels',
      value: 'N',
      about: {
        'zh-CN': '列出最上一级以下的 N 级，0 只列最上一级；默认全部，table 最多约 20 个组织',
        en: 'levels listed below the top, 0 the top only; default all, in a table about 20 organizations',
      },
    },
    {
      name: 'indicator',
      value: 'ID',
      repeat: true,
      about: { 'zh-CN': '只看这项指标；可给出多个', en: 'this indicator only; several are allowed' },
    },
    {
      name: 'format',
      value: `${FORMATS.join('|')}[=FILE]`,
      repeat: true,
      about: {
        'zh-CN': '输出格式；可给出多个，=FILE 写入文件',
        en: 'format of the sheet; several are allowed, =FILE writes a file',
      },
    },
    ...everywhere,
  ],
  details: {
    'zh-CN': '配置中的插件没有指标时，用插件 county 的指标。上级的数字包括全部下级，没有列出的下级也计入。',
    en: 'Where no plugin of the config has indicators, those of the plugin county are used. Figures include all organizations below, listed or not.',
  },
}

/** Writes the figures of the organizations over a period. */
export async function indicatorsCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const targets = targetsOf(args.values('format'), io.cwd, FORMATS)
  const named = namedPeriod(args)
  const levels = levelsOf(args.value('levels'))
  const loaded = await loadConfig(io.cwd, args.value('config'))
  const config = withIndicators(loaded.config, speech)
  const indicators = args.values('indicator')
  const { dataset, trustworthy } = await loadData(
    args.positionals,
    args.value('covers'),
    loaded.pseudonymKey,
    io,
    speech,
  )
  const period = named ?? defaultPeriod(dataset, io.today, speech)
  warnOfDaysNotCovered(period, dataset, speech)
  const under = args.value('under')
  speech.progress('正在汇总 …', 'adding up …')
  const sheet = indicatorSheet(dataset, config, {
    ...period,
    ...(under === undefined ? {} : { under: organizationId(dataset, under) }),
    ...(indicators.length === 0 ? {} : { indicators }),
    ...(levels === undefined ? {} : { levels }),
  })
  speech.progress('', '')
  const covers = coversOf(dataset)
  const data = covers === undefined ? undefined : { covers, trustworthy }
  for (const target of targets) {
    const text = textOf(sheet, target, { data, all: levels !== undefined, io, speech })
    if (target.file === null) io.stdout.write(text)
    else writeOutput(target.file, [text])
  }
  return trustworthy ? EXIT.clean : EXIT.untrustworthy
}

interface Writing {
  readonly data: SheetData | undefined
  /** Whether a table shows every organization of the sheet. */
  readonly all: boolean
  readonly io: Io
  readonly speech: Speech
}

function textOf(
  sheet: IndicatorSheet,
  { format, file }: FormatTarget<SheetFormat>,
  { data, all, io, speech }: Writing,
): string {
  const options = { locale: speech.locale, ...(data === undefined ? {} : { data }) }
  if (format === 'json') return `${JSON.stringify(indicatorsToJson(sheet, options), null, 2)}\n`
  if (format === 'csv') {
    const { header, rows } = indicatorRows(sheet, options)
    return csvText(header, rows)
  }
  const onScreen = file === null
  return formatIndicators(sheet, {
    ...options,
    color: onScreen && usesColor(io.stdout, io.env),
    ...(onScreen && io.stdout.columns !== undefined ? { width: io.stdout.columns } : {}),
    ...(all ? { limit: Number.POSITIVE_INFINITY } : {}),
  })
}

/** The config, or the indicators of the plugin county where it has none. */
function withIndicators(config: Config, speech: Speech): Config {
  if (resolveConfig(config).plugins.some(({ indicators = [] }) => indicators.length > 0)) return config
  speech.note(
    `配置中没有指标，使用插件 county 的 ${county.indicators?.length ?? 0} 项指标`,
    `the config has no indicators: the ${county.indicators?.length ?? 0} of the plugin county are used`,
  )
  return defineConfig({ name: county.name, plugins: [county] })
}

function levelsOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (!/^\d{1,3}$/.test(word))
    throw new XueshiError('usage', `--levels 应为整数 / --levels must be a whole number: ${word}`)
  return Number(word)
}

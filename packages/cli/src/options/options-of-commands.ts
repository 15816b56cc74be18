import type { OptionSpec } from './spec.ts'

const help: OptionSpec = { name: 'help', about: { 'zh-CN': '显示本帮助', en: 'show this help' } }

const locale: OptionSpec = {
  name: 'locale',
  value: 'zh-CN|en',
  choices: ['zh-CN', 'en'],
  about: { 'zh-CN': '输出语言，默认 zh-CN', en: 'language of the output; default zh-CN' },
}

const config: OptionSpec = {
  name: 'config',
  value: 'FILE',
  about: {
    'zh-CN': '配置文件；默认取当前文件夹的 xueshi.config.ts|js|mjs|json，没有时用 national.presets.organ',
    en: 'config; default xueshi.config.ts|js|mjs|json of the working folder, else national.presets.organ',
  },
}

const asOf: OptionSpec = {
  name: 'as-of',
  value: 'YYYY-MM-DD',
  about: {
    'zh-CN': '核查截止日；默认取数据的最后一天',
    en: 'day of the check; default the last day of the data',
  },
}

const covers: OptionSpec = {
  name: 'covers',
  value: 'FROM..TO',
  about: {
    'zh-CN': '数据范围，代替导出说明中的日期',
    en: 'what the data covers, instead of what the export says',
  },
}

const names: readonly OptionSpec[] = [
  {
    name: 'names',
    about: {
      'zh-CN': '显示党员姓名；默认仅在终端上显示，写入文件或在 CI 中不显示',
      en: 'show names of persons; default on a terminal only, never in files and CI',
    },
  },
  { name: 'no-names', about: { 'zh-CN': '不显示党员姓名', en: 'show no names of persons' } },
]

const under: OptionSpec = {
  name: 'under',
  value: 'ORG',
  about: {
    'zh-CN': '只看这个党组织及其下级（编码或唯一名称）',
    en: 'this organization and all below it only (id or unique name)',
  },
}

const rules: OptionSpec = {
  name: 'rule',
  value: 'ID',
  repeat: true,
  about: { 'zh-CN': '只看这条规则；可给出多个', en: 'this rule only; several are allowed' },
}

const notices: OptionSpec = {
  name: 'notices',
  value: 'FILE',
  repeat: true,
  about: {
    'zh-CN': '放假通知文件（路径或通配），代替配置中的工作日历；可给出多个',
    en: 'files of holiday notices (path or pattern), in place of the calendar of the config; several are allowed',
  },
}

/** Options that every command has. */
export const everywhere: readonly OptionSpec[] = [locale, help]

/** Options of commands that read data and judge it. */
export const judging: readonly OptionSpec[] = [config, asOf, covers, ...names]

/** Options by name, for commands that need some of them. */
export const common = { config, asOf, covers, names, under, rules, notices }

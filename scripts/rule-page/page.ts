import {
  ASSURANCES,
  describeBound,
  describeSessions,
  describeWho,
  describeWindow,
  LEVELS,
  type Locale,
  MEMBER_TAGS,
  type Parameter,
  type Plugin,
  type Rule,
  STRENGTHS,
  SUBJECT_KINDS,
  TABLES,
  termName,
} from '@xueshi/core'
import type { CaseFile } from '@xueshi/testing'
import { examplesTable } from './examples.ts'
import { bullets, pick, section, table } from './markdown.ts'
import {
  amountIn,
  amountWithUnit,
  filled,
  presenceText,
  presetLevels,
  quotation,
  refinementText,
  sourceText,
  versionDays,
} from './words.ts'

/** The page of a rule: all in Chinese, then the same in English. */
export function rulePage(plugin: Plugin, rule: Rule, file: CaseFile | undefined): string {
  const up = '../'.repeat(rule.id.split('/').length)
  const lines = [
    `# ${rule.title['zh-CN']}`,
    '',
    `\`${plugin.name}/${rule.id}\` · [规则目录](${up}README.md) · [English](#english)`,
    '',
    ...body(plugin, rule, file, 'zh-CN', up),
    '',
    '---',
    '',
    '<a id="english"></a>',
    '',
    `# ${rule.title.en}`,
    '',
    ...body(plugin, rule, file, 'en', up),
    '',
  ]
  return lines.join('\n')
}

function body(plugin: Plugin, rule: Rule, file: CaseFile | undefined, locale: Locale, up: string): string[] {
  const say = (zh: string, en: string) => pick(locale, zh, en)
  return [
    filled(rule, rule.summary, locale),
    '',
    ...table(['', ''], facts(plugin, rule, locale)),
    ...section(
      say('条文', 'Words of the regulations'),
      rule.citations.flatMap((citation, i) => [...(i === 0 ? [] : ['']), ...quotation(citation, locale)]),
    ),
    ...section(say('标准', 'Parameters'), parameterTable(rule, locale)),
    ...section(
      say('不作硬性要求的', 'Exempt'),
      (rule.exempt ?? []).flatMap(({ tags, citation }) => [
        `${say('带有下列标签之一、哪怕一天的：', 'Whoever has one of these tags on a single day: ')}${tags
          .map((tag) => termName(MEMBER_TAGS, tag, locale))
          .join(say('、', ', '))}${say('。', '.')}`,
        '',
        ...quotation(citation, locale),
      ]),
    ),
    ...section(say('与其他规则的关系', 'Other rules'), relations(plugin, rule, locale, up)),
    ...section(say('怎样调整', 'Options'), options(plugin, rule, locale)),
    ...section(
      say('没有编入规则的文字', 'What is not coded'),
      bullets(rule.uncoded.map((text) => text[locale])),
    ),
    ...section(
      say('未达标怎么办', 'What to do about a breach'),
      rule.advice === undefined ? [] : [filled(rule, rule.advice, locale)],
    ),
    ...section(say('用例', 'Examples'), file === undefined ? [] : examples(rule, file, locale, up)),
  ]
}

function facts(plugin: Plugin, rule: Rule, locale: Locale): string[][] {
  const say = (zh: string, en: string) => pick(locale, zh, en)
  const onOneDay = 'anyDay' in rule.window || 'rolling' in rule.window || 'session' in rule.window
  return [
    [
      say('对象', 'Who'),
      `${termName(SUBJECT_KINDS, rule.subject, locale)}${say('：', ': ')}${describeWho(rule.who)[locale]}${describeSessions(rule.sessions)[locale]}`,
    ],
    [say('期间', 'Window'), describeWindow(rule.window)[locale]],
    ...(onOneDay ? [] : [[say('何时适用', 'When it is owed'), presenceText(rule.presence, locale)]]),
    [
      say('要求', 'Demand'),
      'demand' in rule
        ? describeBound(rule.demand, amountIn(rule, locale))[locale]
        : say('见上文；由程序判断，读取：', 'see above; judged by a function that reads: ') +
          rule.reads.map((name) => termName(TABLES, name, locale)).join(say('、', ', ')),
    ],
    [say('强度', 'Strength'), termName(STRENGTHS, rule.strength, locale)],
    [say('默认级别', 'Default level'), defaultLevel(plugin, rule, locale)],
    [say('依据', 'Assurance'), termName(ASSURANCES, rule.assurance, locale)],
  ]
}

/** Level and preset, or that the rule is off. */
function defaultLevel(plugin: Plugin, rule: Rule, locale: Locale): string {
  const levels = presetLevels(plugin, rule)
  if (levels.length === 0) return pick(locale, '关闭，在配置中打开后才核对', 'off until a config turns it on')
  return levels
    .map(({ preset, level }) => {
      const name = termName(LEVELS, level, locale)
      return pick(locale, `${name}（预设 \`${preset}\`）`, `${name} (preset \`${preset}\`)`)
    })
    .join(pick(locale, '；', '; '))
}

function parameterTable(rule: Rule, locale: Locale): string[] {
  const entries = Object.entries(rule.parameters)
  if (entries.length === 0) return []
  return table(
    locale === 'en'
      ? ['Parameter', 'Value', 'In force', 'Source', 'Lower levels']
      : ['参数', '数值', '施行', '出处', '各地'],
    entries.flatMap(([name, parameter]) =>
      parameter.versions.map(({ value, from, to, citations }) => [
        `${parameter.title[locale]} \`${name}\``,
        amountWithUnit(value, parameter.unit, locale),
        versionDays(from, to, locale),
        citations.map(sourceText).join(pick(locale, '、', ', ')),
        refinementText(parameter, locale),
      ]),
    ),
  )
}

function relations(plugin: Plugin, rule: Rule, locale: Locale, up: string): string[] {
  const link = (id: string) => {
    const title = plugin.rules.find((other) => other.id === id)?.title[locale] ?? id
    return `[${title}](${up}${plugin.name}/${id}.md)`
  }
  const list = (ids: readonly string[]) => ids.map(link).join(pick(locale, '、', ', '))
  const stronger = plugin.rules.filter((other) => other.supersedes?.includes(rule.id)).map(({ id }) => id)
  const lines: string[] = []
  if ((rule.supersedes ?? []).length > 0)
    lines.push(
      pick(locale, '适用时代替：', 'Where it applies, it takes the place of: ') + list(rule.supersedes!),
    )
  if (stronger.length > 0)
    lines.push(pick(locale, '下列规则适用时不再核对：', 'Not owed where these apply: ') + list(stronger))
  if ((rule.joinableWith ?? []).length > 0)
    lines.push(
      pick(locale, '可以与下列规则的活动一并举行：', 'Its sessions may be joined with those of: ') +
        list(rule.joinableWith!),
    )
  return bullets(lines)
}

/** How a config changes the rule; the snippet holds what may be changed. */
function options(plugin: Plugin, rule: Rule, locale: Locale): string[] {
  const changeable = Object.entries(rule.parameters).filter(([, { refinement }]) => refinement !== 'fixed')
  const parameters = Object.fromEntries(
    changeable.map(([name, parameter]) => [name, exampleValue(parameter)]),
  )
  const setting = {
    level: presetLevels(plugin, rule)[0]?.level === 'error' ? 'warn' : 'error',
    ...(changeable.length === 0 ? {} : { parameters }),
    reason: pick(locale, '本县的依据', 'our reason'),
  }
  return [
    pick(
      locale,
      changeable.length === 0
        ? '只能调整级别（off、warn、error）；标准不得调整。在配置的 `rules` 中写：'
        : '级别可以调整（off、warn、error），标准按上表调整。在配置的 `rules` 中写，例如：',
      changeable.length === 0
        ? 'The level may be changed (off, warn, error), the parameters may not. In `rules` of a config:'
        : 'The level may be changed (off, warn, error), the parameters as the table says. In `rules` of a config, for example:',
    ),
    '',
    '```json',
    JSON.stringify({ [`${plugin.name}/${rule.id}`]: setting }, null, 2),
    '```',
  ]
}

/** A value that any level may write: one step stricter, or the value in force where it may be set otherwise. */
function exampleValue({ refinement, stricter, versions }: Parameter): number | string {
  const { value } = versions.at(-1)!
  if (refinement === 'replace') return value
  const step = stricter === 'higher' ? 1 : -1
  if (typeof value === 'number') return Math.max(0, value + step)
  return value.replace(/\d+/, (digits) => String(Math.max(1, Number(digits) + step)))
}

function examples(rule: Rule, file: CaseFile, locale: Locale, up: string): string[] {
  const { never = {} } = file
  return [
    pick(
      locale,
      `每一条都由测试运行，数据见[用例文件的格式](${up}../case-format.md)。`,
      `Each of them is run by the tests; [the format of the case files](${up}../case-format.md) tells how to read the data.`,
    ),
    '',
    ...examplesTable(rule, file, locale),
    ...(Object.keys(never).length === 0 ? [] : ['', ...bullets(Object.values(never))]),
  ]
}

import { ASSURANCES, LEVELS, type Plugin, STRENGTHS, SUBJECT_KINDS, termName } from '@xueshi/core'
import { table } from './markdown.ts'
import { amountWithUnit, presetLevels } from './words.ts'

/** The index of all rules: one table per plugin, in Chinese and English. */
export function indexPage(plugins: readonly Plugin[], command: string): string {
  const lines = [
    '# 规则目录 / Rules',
    '',
    '每条规则一页：要求、对象、期间、条文原文、标准及其施行日期、可以怎样调整、没有编入的文字和用例。先中文，后英文。',
    '',
    'One page per rule: what it asks, of whom and when, the words of the regulations, its dated parameters, options,',
    'what is not coded, and examples that are run. Chinese first, English below.',
    '',
    `由 \`${command}\` 生成，请勿手工修改。 / Generated; do not edit.`,
  ]
  for (const plugin of plugins) {
    lines.push('', `## ${plugin.title['zh-CN']} / ${plugin.title.en}（\`${plugin.name}\`）`, '')
    lines.push(
      ...table(
        ['规则', 'Rule', '对象', '强度', '默认级别', '依据', '标准', '编号 / id'],
        [...plugin.rules]
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((rule) => {
            const page = `${plugin.name}/${rule.id}.md`
            const numbers = Object.values(rule.parameters).map(({ unit, versions }) =>
              amountWithUnit(versions.at(-1)!.value, unit, 'zh-CN'),
            )
            return [
              `[${rule.title['zh-CN']}](${page})`,
              `[${rule.title.en}](${page}#english)`,
              termName(SUBJECT_KINDS, rule.subject, 'zh-CN'),
              termName(STRENGTHS, rule.strength, 'zh-CN'),
              termName(LEVELS, presetLevels(plugin, rule)[0]?.level ?? 'off', 'zh-CN'),
              termName(ASSURANCES, rule.assurance, 'zh-CN'),
              numbers.join('、'),
              `\`${rule.id}\``,
            ]
          }),
      ),
    )
  }
  return `${lines.join('\n')}\n`
}

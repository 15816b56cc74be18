import { readCaseFiles } from '@xueshi/testing'
import { publishedPlugins } from '../published-plugins.ts'
import { indexPage } from './index-page.ts'
import { rulePage } from './page.ts'

/** The command that writes the pages. */
export const COMMAND = 'pnpm rule-pages'

/** Every page of `docs/rules` by its path below that folder. */
export function rulePages(): Map<string, string> {
  const pages = new Map<string, string>()
  for (const { plugin, rules } of publishedPlugins) {
    const cases = new Map(readCaseFiles(rules).map((file) => [file.rule, file]))
    for (const rule of plugin.rules)
      pages.set(`${plugin.name}/${rule.id}.md`, rulePage(plugin, rule, cases.get(rule.id)))
  }
  pages.set(
    'README.md',
    indexPage(
      publishedPlugins.map(({ plugin }) => plugin),
      COMMAND,
    ),
  )
  return pages
}

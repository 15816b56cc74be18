/** The sources of a new plugin, but for its rule. */

/** The plugin itself. */
export const indexSource = (
  name: string,
): string => `import { type ConfigEntry, definePlugin, type Plugin } from '@xueshi/core'
import manifest from '../package.json' with { type: 'json' }
import fieldSession from './rules/branch/field-session/requirement.ts'

// 预设引用插件，插件也带着预设，所以先建后填 / presets name the plugin that holds them: filled after it is made
const presets: Record<string, ConfigEntry> = {}

/** 本县的规则 / The rules of our county. */
const plugin: Plugin = definePlugin({
  name: '${name}',
  version: manifest.version,
  title: { 'zh-CN': '本县规则', en: 'Rules of our county' },
  rules: [fieldSession],
  presets,
})

/** 启用本县全部规则 / All rules of our county, switched on. */
export const all: ConfigEntry = {
  name: '${name}',
  plugins: [plugin],
  rules: { '${name}/branch/field-session': 'warn' },
}
presets.all = all

export default plugin
`

/** The config of a check: national rules, the plugin, its numbers. */
export const configSource = `// 后面的条目优先于前面的 / later entries win over earlier ones
import { defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { all } from './src/index.ts'

export default defineConfig(national.presets.organ, all, {
  name: '本县的数字',
  refinements: ['refinements/*.json'],
})
`

/** Tests of cases, numbers and pages, for `node --test`. */
export const testSource = `import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { defineConfig, parseRefinements, rulesInForce } from '@xueshi/core'
import national from '@xueshi/national'
import { readCaseFiles, testRules } from '@xueshi/testing'
import plugin, { all } from './index.ts'
import base from './rules/base.json' with { type: 'json' }

const files = readCaseFiles(new URL('./rules/', import.meta.url))
testRules(plugin, files, { describe, it, base })

describe('本县的数字 / the numbers of our county', () => {
  const folder = new URL('../refinements/', import.meta.url)
  const refinements = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => parseRefinements(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file))
  const config = defineConfig(national.presets.organ, all, { name: '本县的数字', refinements })

  it('党员每年的学时：2025年起40 / hours of a member: 40 from 2025 on', () => {
    const hours = (asOf: string) =>
      rulesInForce(config, { asOf }).find(({ id }) => id === 'national/member/annual-hours')?.parameters.hours
        ?.value
    assert.equal(hours('2024-12-31'), 32)
    assert.equal(hours('2025-01-01'), 40)
  })
})

describe('规则的说明 / the pages of the rules', () => {
  for (const rule of plugin.rules)
    it(\`docs/rules/\${rule.id}.md\`, () => {
      const page = readFileSync(new URL(\`../docs/rules/\${rule.id}.md\`, import.meta.url), 'utf8')
      const cases = files.find((file) => file.rule === rule.id)?.cases ?? []
      const said = [
        \`\${plugin.name}/\${rule.id}\`,
        ...[rule.title, ...rule.uncoded].flatMap((text) => [text['zh-CN'], text.en]),
        ...rule.citations.flatMap(({ instrument, quote }) => [instrument, quote ?? '']),
        ...Object.entries(rule.parameters).flatMap(([name, { versions }]) =>
          versions.map(({ value, from }) => \`\\\`\${name}\\\` | \${value} | \${from}\`),
        ),
        ...cases.map(({ title }) => title),
      ]
      assert.deepEqual(
        said.filter((words) => !page.includes(words)),
        [],
        '说明中缺少这些文字 / the page lacks these words',
      )
    })
})
`

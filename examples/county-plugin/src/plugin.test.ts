import assert from 'node:assert/strict'
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
    it(`docs/rules/${rule.id}.md`, () => {
      const page = readFileSync(new URL(`../docs/rules/${rule.id}.md`, import.meta.url), 'utf8')
      const cases = files.find((file) => file.rule === rule.id)?.cases ?? []
      const said = [
        `${plugin.name}/${rule.id}`,
        ...[rule.title, ...rule.uncoded].flatMap((text) => [text['zh-CN'], text.en]),
        ...rule.citations.flatMap(({ instrument, quote }) => [instrument, quote ?? '']),
        ...Object.entries(rule.parameters).flatMap(([name, { versions }]) =>
          versions.map(({ value, from }) => `\`${name}\` | ${value} | ${from}`),
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

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishedPlugins } from '../scripts/published-plugins.ts'
import { COMMAND, rulePages } from '../scripts/rule-page/pages.ts'
import { root } from './checkout.ts'

const folder = join(root, 'docs/rules')
const pages = rulePages()

describe('the pages of the rules', () => {
  it('are one per rule and an index, and none of a rule that is no more', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => file.replaceAll('\\', '/'))
    expect(files.sort(), `请运行 / run: ${COMMAND}`).toEqual([...pages.keys()].sort())
  })

  it.each([...pages.keys()])('%s is what the rules say', (file) => {
    expect(readFileSync(join(folder, file), 'utf8'), `请运行 / run: ${COMMAND}`).toBe(pages.get(file))
  })

  it('say every quotation, every version of a parameter and everything uncoded, in both languages', () => {
    for (const { plugin } of publishedPlugins)
      for (const rule of plugin.rules) {
        const page = pages.get(`${plugin.name}/${rule.id}.md`)!
        const [chinese, english] = page.split('<a id="english"></a>') as [string, string]
        for (const { quote, instrument, articleConfirmed } of rule.citations)
          for (const half of [chinese, english]) {
            expect(half).toContain(quote ?? `《${instrument}》`)
            if (!articleConfirmed) expect(half).toContain('〔条号待核〕')
          }
        for (const { versions } of Object.values(rule.parameters))
          for (const { from } of versions) for (const half of [chinese, english]) expect(half).toContain(from)
        for (const text of rule.uncoded) {
          expect(chinese).toContain(text['zh-CN'])
          expect(english).toContain(text.en)
        }
        expect(page).not.toMatch(/undefined|\{[a-zA-Z]+\}|\[object/)
      }
  })
})

import { mutantsOf, mutationCheck, readCaseFiles, readEquivalentMutants } from '@xueshi/testing'
import { describe, expect, it } from 'vitest'
import { publishedPlugins } from '../scripts/published-plugins.ts'

describe.each(publishedPlugins)('$plugin.name: a rule changed by one step', ({ plugin, rules, options }) => {
  const equivalents = readEquivalentMutants(rules)

  it.each(readCaseFiles(rules))('$rule fails one of its cases', (file) => {
    const equivalent = equivalents.get(file.rule) ?? []
    const { survivors, needless } = mutationCheck(plugin, file, { ...options, equivalent })
    expect({ survivors, needless }).toEqual({ survivors: [], needless: [] })
  })

  it('is equivalent only by exception', () => {
    const mutants = plugin.rules.reduce((sum, rule) => sum + mutantsOf(rule).length, 0)
    const listed = [...equivalents.values()].flat().length
    expect(mutants).toBeGreaterThan(5 * plugin.rules.length)
    expect(listed).toBeLessThanOrEqual(mutants / 20)
  })
})

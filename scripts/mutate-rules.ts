/**
 * Changes every rule of the published plugins by one step at a time and runs its cases against the change.
 * Names each mutant under which all cases still hold, and ends with 1 where there is one: the cases then do
 * not show that number, window, population or filter. With words, only rules whose id contains one of them;
 * with `--list`, the mutants themselves.
 *
 *     node --conditions=xueshi-source scripts/mutate-rules.ts [--list] [word…]
 */
import process from 'node:process'
import { mutantsOf, mutationCheck, readCaseFiles, readEquivalentMutants } from '@xueshi/testing'
import { publishedPlugins } from './published-plugins.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const list = process.argv.includes('--list')
const total = { rules: 0, mutants: 0, survivors: 0, needless: 0 }

for (const { plugin, rules, options } of publishedPlugins) {
  const equivalents = readEquivalentMutants(rules)
  for (const file of readCaseFiles(rules)) {
    if (words.length > 0 && !words.some((word) => file.rule.includes(word))) continue
    if (list) {
      const rule = plugin.rules.find(({ id }) => id === file.rule)
      for (const { id } of rule === undefined ? [] : mutantsOf(rule)) console.log(`${file.rule}  ${id}`)
    }
    const equivalent = equivalents.get(file.rule) ?? []
    const { mutants, survivors, needless } = mutationCheck(plugin, file, { ...options, equivalent })
    for (const id of survivors) console.log(`存活 / survives: ${plugin.name}/${file.rule}  ${id}`)
    for (const id of needless) console.log(`多余 / needlessly listed: ${plugin.name}/${file.rule}  ${id}`)
    total.rules++
    total.mutants += mutants
    total.survivors += survivors.length
    total.needless += needless.length
  }
}

console.log(
  `${total.rules} 条规则、${total.mutants} 个变异、${total.survivors} 个存活 / ` +
    `${total.rules} rules, ${total.mutants} mutants, ${total.survivors} survivors`,
)
if (total.survivors + total.needless > 0 || total.mutants === 0) process.exitCode = 1

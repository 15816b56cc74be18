/**
 * Writes the pages of all rules of the published plugins into `docs/rules`, and removes pages of rules that
 * are no more. With `--check` nothing is written; ends with 1 where a page is not as it should be.
 *
 *     node --conditions=xueshi-source scripts/rule-pages.ts [--check]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { COMMAND, rulePages } from './rule-page/pages.ts'

const folder = fileURLToPath(new URL('../docs/rules', import.meta.url))
const check = process.argv.includes('--check')
const pages = rulePages()
const changed: string[] = []

for (const [file, text] of pages) {
  const path = join(folder, file)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  changed.push(file)
  if (check) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []) {
  if (!entry.endsWith('.md') || pages.has(entry)) continue
  changed.push(entry)
  if (!check) rmSync(join(folder, entry))
}

for (const file of changed) console.log(`docs/rules/${file}`)
if (check && changed.length > 0) {
  console.error(`请运行 / run: ${COMMAND}`)
  process.exitCode = 1
}

import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XueshiError } from '@xueshi/core'
import type { EquivalentMutant } from './mutation-check.ts'

const NAME = 'equivalent-mutants.json'

/**
 * Reads every `equivalent-mutants.json` below a folder, by rule id: `{ "rule": "branch/size", "equivalent":
 * [{ "mutant": "…", "reason": "…" }] }`.
 *
 * @throws XueshiError `invalid-rule` where a file is not of this form or an entry has no reason.
 */
export function readEquivalentMutants(
  folder: string | URL,
): ReadonlyMap<string, readonly EquivalentMutant[]> {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file === NAME || file.endsWith(`${sep}${NAME}`),
  )
  return new Map(
    files.sort().map((file) => {
      const { rule, equivalent } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
        rule?: unknown
        equivalent?: unknown
      }
      if (typeof rule !== 'string' || !Array.isArray(equivalent) || !equivalent.every(isEquivalent))
        throw new XueshiError('invalid-rule', `应为 / expected { rule, equivalent: [{ mutant, reason }] }`, {
          where: file,
        })
      return [rule, equivalent]
    }),
  )
}

function isEquivalent(value: unknown): value is EquivalentMutant {
  const { mutant, reason } = (value ?? {}) as Record<string, unknown>
  return typeof mutant === 'string' && typeof reason === 'string' && reason.length > 10
}

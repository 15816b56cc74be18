import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DatasetRows, Verdict } from '@xueshi/core'

/** What is expected of one subject in one window: a verdict, or a verdict with numbers. */
export type Expected =
  | Verdict
  | {
      readonly verdict: Verdict
      readonly measured?: number
      readonly required?: number
      readonly due?: string
    }

/** By subject id, then window key; `*` stands for whatever key the window has. */
export type Expectations = Readonly<Record<string, Readonly<Record<string, Expected>>>>

/** One case of a rule: rows that are added to the base county, and every verdict expected of them. */
export interface Case {
  readonly title: string
  readonly asOf: string
  readonly rows: Readonly<Record<string, readonly Row[]>>
  readonly parameters?: Readonly<Record<string, number | string>>
  readonly expect: Expectations
  /** Verdicts of other rules that this one touches (superseded ones), by rule id. */
  readonly others?: Readonly<Record<string, Expectations>>
}

/** The file `cases.json` beside a rule. */
export interface CaseFile {
  readonly rule: string
  readonly cases: readonly Case[]
}

/** A row of a case; `repeat: 3` makes three, with `{n}`, `{n+1}`, `{n-1}` filled in from 1 on. */
type Row = Readonly<Record<string, unknown>>

const source = fileURLToPath(new URL('../src/rules', import.meta.url))
const base = JSON.parse(readFileSync(new URL('./fixtures/county.json', import.meta.url), 'utf8')) as Record<
  string,
  Row[]
>

/** All case files, in order of rule. */
export const caseFiles: readonly CaseFile[] = globSync('**/cases.json', { cwd: source })
  .map((file) => JSON.parse(readFileSync(`${source}/${file}`, 'utf8')) as CaseFile)
  .sort((a, b) => (a.rule < b.rule ? -1 : 1))

/** The rows of a case: organizations are added to those of the base county, other tables replace it. */
export function rowsOf(example: Case): DatasetRows {
  const rows: Record<string, Row[]> = { ...base }
  for (const [table, added] of Object.entries(example.rows)) {
    const expanded = added.flatMap(expand)
    rows[table] = table === 'organizations' ? [...base.organizations!, ...expanded] : expanded
  }
  return rows as unknown as DatasetRows
}

function expand(row: Row): Row[] {
  const { repeat, ...rest } = row
  if (typeof repeat !== 'number') return [row]
  const text = JSON.stringify(rest)
  return Array.from({ length: repeat }, (_, i) =>
    JSON.parse(
      text.replace(/\{n([+-]\d+)?\}/g, (_whole, step: string | undefined) =>
        String(i + 1 + Number(step ?? 0)),
      ),
    ),
  )
}

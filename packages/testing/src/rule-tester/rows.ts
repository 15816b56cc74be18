import type { DatasetRows } from '@xueshi/core'
import type { CaseRow, CaseRows, RuleCase } from './case-file.ts'

/**
 * The rows of a case, with repetitions written out: organizations are added to those of the base county, any
 * other table takes the place of its.
 *
 * @example
 * ```ts
 * import { type RuleCase, rowsOfCase } from '@xueshi/testing'
 *
 * const example: RuleCase = {
 *   title: 'two meetings',
 *   asOf: '2025-12-31',
 *   rows: { sessions: [{ repeat: 2, id: 's{n}', organization: 'b1', kinds: ['党课'], start: '2025-0{n+2}-10' }] },
 *   expect: {},
 * }
 * console.log(rowsOfCase(example, { members: [] }).sessions.map((session) => session.start).join(' ')) // 2025-03-10 2025-04-10
 * ```
 */
export function rowsOfCase(example: Pick<RuleCase, 'rows'>, base: CaseRows = {}): DatasetRows {
  const rows: Record<string, readonly CaseRow[]> = { ...base }
  for (const [table, added] of Object.entries(example.rows)) {
    const expanded = added.flatMap(expandRow)
    rows[table] = table === 'organizations' ? [...(base.organizations ?? []), ...expanded] : expanded
  }
  return rows as unknown as DatasetRows
}

/** `repeat: 3` makes three rows; `{n}`, `{n+1}`, `{n-1}` in any text of them are filled in from 1 on. */
function expandRow(row: CaseRow): CaseRow[] {
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

import type { InputTable } from '../model/rows.ts'
import { maskValue } from '../model/problem.ts'
import { byText } from './days.ts'
import type { ProblemLog } from './problem-log.ts'

/** A record with the ordinal of its row. */
export interface Draft {
  readonly ordinal: number
}

/**
 * One draft per id, in no particular order. Of several the one whose content comes first by code unit is kept, so
 * that the order of rows decides nothing; the others are problems.
 */
export function withoutDuplicates<D extends Draft>(
  table: InputTable,
  drafts: readonly D[],
  idOf: (draft: D) => string,
  contentOf: (draft: D) => string,
  log: ProblemLog,
): D[] {
  const kept = new Map<string, D>()
  let doubles: Map<string, D[]> | undefined
  for (const draft of drafts) {
    const id = idOf(draft)
    const other = kept.get(id)
    if (other === undefined) {
      kept.set(id, draft)
      continue
    }
    doubles ??= new Map()
    const group = doubles.get(id)
    if (group === undefined) doubles.set(id, [other, draft])
    else group.push(draft)
  }
  for (const [id, group] of doubles ?? []) {
    const contents = group.map((draft) => ({ draft, content: contentOf(draft) }))
    contents.sort((a, b) => byText(a.content, b.content) || a.draft.ordinal - b.draft.ordinal)
    const first = contents[0]!
    kept.set(id, first.draft)
    for (const { draft, content } of contents.slice(1))
      log.add(content === first.content ? 'duplicateEqual' : 'duplicateDifferent', {
        table,
        ordinal: draft.ordinal,
        field: 'id',
        value: maskValue(id),
      })
  }
  return [...kept.values()]
}

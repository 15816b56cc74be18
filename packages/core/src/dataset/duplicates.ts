import { maskValue } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { byText } from './days.ts'
import type { ProblemLog } from './problem-log.ts'

/** A record with the ordinal of its row. */
export interface Draft {
  readonly ordinal: number
}

/**
 * One draft per id, in order of id. Of several the one whose content comes first by code unit is kept, so
 * that the order of rows decides nothing; the others are problems.
 */
export function withoutDuplicates<D extends Draft & { readonly id: string }>(
  table: InputTable,
  drafts: readonly D[],
  contentOf: (draft: D) => string,
  log: ProblemLog,
): D[] {
  const sorted = [...drafts].sort((a, b) => byText(a.id, b.id))
  let kept = 0
  for (let i = 0; i < sorted.length; ) {
    let next = i + 1
    while (next < sorted.length && sorted[next]!.id === sorted[i]!.id) next++
    sorted[kept++] = next === i + 1 ? sorted[i]! : firstOf(table, sorted.slice(i, next), contentOf, log)
    i = next
  }
  sorted.length = kept
  return sorted
}

function firstOf<D extends Draft & { readonly id: string }>(
  table: InputTable,
  group: readonly D[],
  contentOf: (draft: D) => string,
  log: ProblemLog,
): D {
  const contents = group.map((draft) => ({ draft, content: contentOf(draft) }))
  contents.sort((a, b) => byText(a.content, b.content) || a.draft.ordinal - b.draft.ordinal)
  const first = contents[0]!
  for (const { draft, content } of contents.slice(1)) {
    const subject = { table, ordinal: draft.ordinal, field: 'id', value: maskValue(draft.id) }
    log.add(content === first.content ? 'duplicateEqual' : 'duplicateDifferent', subject)
  }
  return first.draft
}

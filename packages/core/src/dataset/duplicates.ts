import { maskValue } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import { byText, int32 } from './days.ts'
import { everyIndex, gathered, inOrderOf } from './order.ts'
import type { ProblemLog } from './problem-log.ts'
import { hashOf } from './word-index.ts'

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
  const ids = drafts.map((draft) => draft.id)
  const ordinalOf = (i: number) => drafts[i]!.ordinal
  const kept = distinct(table, ids, ordinalOf, (i) => contentOf(drafts[i]!), log)
  return Array.from(kept, (i) => drafts[i]!).sort((a, b) => byText(a.id, b.id))
}

/** The same for records that are known by their index: the indexes that are kept, in no order to rely on. */
export function distinct(
  table: InputTable,
  ids: readonly string[],
  ordinalOf: (index: number) => number,
  contentOf: (index: number) => string,
  log: ProblemLog,
): Uint32Array {
  const every = everyIndex(ids.length)
  if (!haveDuplicates(ids)) return every
  every.sort((a, b) => byText(ids[a]!, ids[b]!) || a - b)
  let kept = 0
  for (let i = 0; i < every.length; ) {
    const id = ids[every[i]!]!
    let next = i + 1
    while (next < every.length && ids[every[next]!] === id) next++
    every[kept++] =
      next === i + 1 ? every[i]! : firstOf(table, id, every.slice(i, next), ordinalOf, contentOf, log)
    i = next
  }
  return every.slice(0, kept)
}

function firstOf(
  table: InputTable,
  id: string,
  group: Uint32Array,
  ordinalOf: (index: number) => number,
  contentOf: (index: number) => string,
  log: ProblemLog,
): number {
  const contents = Array.from(group, (index) => ({
    index,
    ordinal: ordinalOf(index),
    content: contentOf(index),
  }))
  contents.sort((a, b) => byText(a.content, b.content) || a.ordinal - b.ordinal)
  const first = contents[0]!
  for (const { ordinal, content } of contents.slice(1)) {
    const subject = { table, ordinal, field: 'id', value: maskValue(id) }
    log.add(content === first.content ? 'duplicateEqual' : 'duplicateDifferent', subject)
  }
  return first.index
}

/** Nearly always there is none; short hashes in order tell that far sooner than texts in order or a set. */
function haveDuplicates(ids: readonly string[]): boolean {
  const hashes = int32(ids, hashOf)
  const order = inOrderOf(hashes, everyIndex(ids.length))
  for (let k = 0; k < order.length; ) {
    const hash = hashes[order[k]!]!
    let end = k + 1
    while (end < order.length && hashes[order[end]!] === hash) end++
    if (end > k + 1 && new Set(gathered(ids, order.subarray(k, end))).size < end - k) return true
    k = end
  }
  return false
}

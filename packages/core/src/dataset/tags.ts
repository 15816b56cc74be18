import { formatDate, tryParseDate } from '../civil/date.ts'
import { maskValue } from '../model/problem.ts'
import { MEMBER_TAGS, termFinder } from '../terms.ts'
import { scrubText } from './citizen.ts'
import { NONE, OPEN } from './columns.ts'
import type { ProblemLog } from './problem-log.ts'

/** A tag with the days it holds, both inclusive. */
export interface DatedTag {
  readonly tag: string
  readonly from: number
  readonly to: number
}

const tagOf = termFinder(MEMBER_TAGS)

/** Reads `行动不便` or `行动不便@2025-03-01..2025-09-30`; either day may be left open. */
export function readTags(words: readonly string[], ordinal: number, log: ProblemLog): readonly DatedTag[] {
  const tags = new Map<string, DatedTag>()
  for (const word of words) {
    const tag = readTag(word)
    if (tag === undefined)
      log.add('invalidTag', { table: 'members', ordinal, field: 'tags', value: maskValue(word) })
    else tags.set(tagText(tag), tag)
  }
  return [...tags.keys()].sort().map((text) => tags.get(text)!)
}

/** The text of a tag: its id or word, with its days where it is dated. */
export function tagText({ tag, from, to }: DatedTag): string {
  if (from === NONE && to === OPEN) return tag
  return `${tag}@${from === NONE ? '' : formatDate(from)}..${to === OPEN ? '' : formatDate(to)}`
}

function readTag(word: string): DatedTag | undefined {
  const match = /^([^@＠]*)(?:[@＠](.*))?$/s.exec(word)
  const name = match?.[1]?.trim() ?? ''
  if (name === '') return undefined
  const tag = tagOf(name) ?? scrubText(name)
  const days = match?.[2]
  if (days === undefined) return { tag, from: NONE, to: OPEN }
  const parts = days.split('..').map((part) => part.trim())
  if (parts.length !== 2 || parts.every((part) => part === '')) return undefined
  const from = parts[0] === '' ? NONE : tryParseDate(parts[0]!)
  const to = parts[1] === '' ? OPEN : tryParseDate(parts[1]!)
  return from === undefined || to === undefined || to < from ? undefined : { tag, from, to }
}

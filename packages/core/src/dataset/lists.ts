import { TOPICS, termFinder } from '../terms.ts'
import { scrubText } from './citizen.ts'
import { byText } from './days.ts'

/** No words. */
export const EMPTY: readonly string[] = Object.freeze([])

/** Combinations of topics that are remembered. */
const MOST_TOPIC_LISTS = 10_000

/** Distinct words by code unit. */
export function sortedSet(words: readonly string[]): readonly string[] {
  if (words.length < 2) return Object.freeze([...words])
  return Object.freeze([...new Set(words)].sort(byText))
}

/**
 * Reads lists of topics: ids of TOPICS, other words as written. Most records have one of a few combinations;
 * they share one list of each.
 */
export function topicReader(): (words: readonly string[] | undefined) => readonly string[] {
  const topicOf = termFinder(TOPICS)
  const lists = new Map<string, readonly string[]>()
  return (words) => {
    if (words === undefined || words.length === 0) return EMPTY
    const key = words.length === 1 ? `-${words[0]}` : JSON.stringify(words)
    let topics = lists.get(key)
    if (topics === undefined) {
      topics = sortedSet(words.map((word) => topicOf(word) ?? scrubText(word)))
      if (lists.size < MOST_TOPIC_LISTS) lists.set(key, topics)
    }
    return topics
  }
}

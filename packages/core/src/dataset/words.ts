import { type Term, termFinder } from '../terms.ts'

/** Distinct words remembered per finder; beyond that words are looked up anew. */
const REMEMBERED = 10_000

/** A look-up of the position of a word in a table of terms, -1 where it is unknown. */
export type WordPosition = (word: string) => number

/** Compiles a table of terms into a look-up that remembers each distinct word. */
export function wordPosition(terms: readonly Term[]): WordPosition {
  const find = termFinder(terms)
  const positions = new Map(terms.map((term, position) => [term.id, position]))
  const memo = new Map<string, number>()
  let lastWord: string | undefined
  let lastPosition = -1
  return (word) => {
    if (word === lastWord) return lastPosition
    let position = memo.get(word)
    if (position === undefined) {
      const id = find(word)
      position = id === undefined ? -1 : positions.get(id)!
      if (memo.size < REMEMBERED) memo.set(word, position)
    }
    lastWord = word
    lastPosition = position
    return position
  }
}

/** The words that would be right, for messages: Chinese names, or identifiers in English. */
export function knownWords(terms: readonly Term[]): { readonly 'zh-CN': string; readonly en: string } {
  return { 'zh-CN': terms.map((term) => term.zh).join('、'), en: terms.map((term) => term.id).join(', ') }
}

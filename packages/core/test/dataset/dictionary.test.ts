import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dictionary } from '../../src/dataset/dictionary.ts'
import { hashOf } from '../../src/dataset/word-index.ts'

describe('a dictionary', () => {
  it('gives each word the number of its arrival, whatever the order in which words are met again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2000 }), (numbers) => {
        const dictionary = new Dictionary()
        const expected = new Map<string, number>()
        for (const number of numbers) {
          const word = `D${number}`
          expect(dictionary.known(word)).toBe(expected.get(word) ?? -1)
          if (!expected.has(word)) expected.set(word, expected.size)
          expect(dictionary.code(word)).toBe(expected.get(word))
        }
        expect(dictionary.values).toEqual([...expected.keys()])
      }),
      { numRuns: 50 },
    )
  })

  it('knows no value that is no word, and none after it was closed', () => {
    const dictionary = new Dictionary()
    for (const value of [undefined, null, 0, '', ['甲']]) expect(dictionary.known(value)).toBe(-1)
    expect([dictionary.code(''), dictionary.code('甲'), dictionary.known('甲')]).toEqual([0, 1, 1])
    expect(dictionary.close()).toEqual(['', '甲'])
  })

  it('finds words whose hashes were made to lie together', () => {
    const crowd: string[] = []
    for (let n = 0; crowd.length < 50; n++) if ((hashOf(`${n}`) & 0xfff) === 7) crowd.push(`${n}`)
    const words = [...crowd, ...Array.from({ length: 500 }, (_, n) => `w${n}`)]
    const dictionary = new Dictionary()
    for (const word of words) dictionary.code(word)
    expect(words.map((word) => dictionary.known(word))).toEqual(words.map((_, code) => code))
    expect(words.toReversed().map((word) => dictionary.known(word))).toEqual(
      words.map((_, code) => code).toReversed(),
    )
    expect(dictionary.known('nobody')).toBe(-1)
  })
})

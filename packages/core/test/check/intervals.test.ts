import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  complement,
  type DaySet,
  daysWithin,
  fromPairs,
  hasDay,
  intersect,
  unite,
} from '../../src/check/intervals.ts'

const sets = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })), { maxLength: 6 })
  .map((pairs) => fromPairs(pairs.map(([from, length]): [number, number] => [from, from + length])))

const members = (set: DaySet) => Array.from({ length: 100 }, (_, day) => hasDay(set, day))

test('sets of days are sets: union, intersection and complement by membership', () => {
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      const inA = members(a)
      const inB = members(b)
      expect(members(unite(a, b))).toEqual(inA.map((is, day) => is || inB[day]!))
      expect(members(intersect(a, b))).toEqual(inA.map((is, day) => is && inB[day]!))
      expect(members(complement(a))).toEqual(inA.map((is) => !is))
      expect(members(complement(complement(a)))).toEqual(inA)
      expect(daysWithin(a, 10, 50)).toBe(inA.slice(10, 51).filter(Boolean).length)
    }),
  )
})

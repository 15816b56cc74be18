import { displayWidth } from '@xueshi/report'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, pad, wrap } from '../src/text/width.ts'

describe('widths of text in a terminal', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['党员', 4],
    ['党员 m1（预备）', 15],
    ['，。《》', 8],
    ['“引号”…', 7],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['😀', 2],
  ])('%j takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  const text = fc.string({
    unit: fc.constantFrom('党', '员', '，', '（', '）', 'a', 'b', ' ', '1', '…', '𠮷'),
  })

  test('padding and cutting reach the width asked for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (value, width) => {
        expect(displayWidth(cut(value, width))).toBeLessThanOrEqual(width)
        expect(displayWidth(pad(value, width))).toBe(Math.max(width, displayWidth(value)))
      }),
    )
  })

  test('wrapping loses nothing but blanks, and no line is too wide', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (value, width) => {
        const lines = wrap(value, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('a closing sign does not begin a line', () => {
    expect(wrap('一二三四，五六七八。', 8)).toEqual(['一二三', '四，五六', '七八。'])
  })
})

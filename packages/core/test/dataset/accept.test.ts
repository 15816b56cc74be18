import { rowSchemas } from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { acceptOf, compileRow } from '../../src/model/accept.ts'

const text = fc.oneof(
  fc.string({ maxLength: 70 }),
  fc.constantFrom(
    '',
    '2025-02-28',
    '2025-02-30',
    '2025-03',
    '2025-03-05T14:30+08:00',
    '2025-03-05T24:30+08:00',
  ),
  fc.constantFrom(
    '2025-03-05T06:30Z',
    '2025-03-05T14:3a+08:00',
    'a'.repeat(64),
    'a'.repeat(65),
    '甲\n',
    'x'.repeat(2001),
  ),
)
const cell = fc.oneof(
  { weight: 6, arbitrary: text },
  {
    weight: 2,
    arbitrary: fc.oneof(fc.double(), fc.constantFrom(0, 600, 600.01, -1, NaN, Infinity, 2 ** 53, 1_000_001)),
  },
  { weight: 2, arbitrary: fc.array(text, { maxLength: 3 }) },
  fc.boolean(),
  fc.constantFrom(undefined, null),
  fc.object({ maxDepth: 1 }),
)

describe('accept-only closures', () => {
  for (const [table, schema] of Object.entries(rowSchemas)) {
    const keys = Object.keys(schema.shape)
    const row = fc.oneof(
      fc.record(Object.fromEntries(keys.map((key) => [key, cell])), { requiredKeys: [] }),
      fc.record(
        Object.fromEntries([...keys, '__proto__', 'constructor', 'extra'].map((key) => [key, cell])),
        {
          requiredKeys: [],
          noNullPrototype: false,
        },
      ),
      cell,
    )
    it(`of ${table} accept nothing that zod rejects`, () => {
      const { accept, fields, scan } = compileRow(schema)
      fc.assert(
        fc.property(row, (value) => {
          if (accept(value)) expect(schema.safeParse(value).success).toBe(true)
          const found = scan(value)
          if (found < 0) return
          expect(accept(value)).toBe(true)
          const row = value as Readonly<Record<string, unknown>>
          expect(fields.map((_, i) => (found >> i) & 1)).toEqual(
            fields.map(({ key }) => (row[key] === undefined ? 0 : 1)),
          )
        }),
        { numRuns: 500 },
      )
      for (const field of fields)
        fc.assert(
          fc.property(cell, (value) => {
            if (field.accept(value)) expect(z.safeParse(field.schema, value).success).toBe(true)
          }),
          { numRuns: 200 },
        )
    })
  }

  it('say yes to normal rows themselves, so that zod is not asked', () => {
    const normal = {
      organizations: {
        id: 'b',
        name: '支部',
        kind: '党支部',
        parent: 'g',
        founded: '2020-02-29',
        tags: ['甲'],
      },
      members: {
        id: 'p',
        name: '甲',
        status: '正式党员',
        organization: 'b',
        born: '1980-05',
        leftOn: undefined,
      },
      affiliations: { member: 'p', organization: 'b', from: '2025-01-01' },
      posts: { member: 'p', organization: 'b', role: '书记', from: '2025-01-01', fullTime: false },
      sessions: { id: 's', organization: 'b', kinds: ['党课'], start: '2025-03-05', hours: 1.5, topics: [] },
      attendance: { session: 's', member: 'p', status: '出席', hours: 0 },
      acts: { id: 'a', kind: '述职', date: '2025-01-01', entitled: 30, present: 0, amount: 1.5, note: '' },
      lecturers: { id: 'l', name: '丁', topics: ['党史'] },
      courses: { id: 'c', name: '课', hours: 1.5 },
      venues: { id: 'v', name: '馆', capacity: 1_000_000, shared: true },
      programs: { id: 'k', name: '班', organization: 'b', from: '2025-01-01', quota: 40, items: ['甲'] },
      services: { id: 'f', member: 'p', date: '2025-01-01', hours: 2 },
      waivers: {
        rule: 'r',
        subject: 'p',
        from: '2025-01-01',
        to: '2025-01-02',
        reason: 'x',
        approver: 'a',
        document: 'd',
      },
      export: {},
    } as const
    for (const [table, row] of Object.entries(normal))
      expect([table, compileRow(rowSchemas[table as keyof typeof normal]).accept(row)]).toEqual([table, true])
    const bare = Object.assign(Object.create(null), normal.attendance)
    expect(compileRow(rowSchemas.attendance).accept(bare)).toBe(true)
    expect(compileRow(rowSchemas.attendance).scan(bare)).toBe(0b1_0111)
  })

  it('look at rows of a class with more care, since their fields may not be their own', () => {
    class Record {
      readonly session = 's'
      readonly member = 'p'
      readonly status = '出席'
      get hours(): number {
        return -1
      }
    }
    const { accept, scan } = compileRow(rowSchemas.attendance)
    expect([scan(new Record()), accept(new Record())]).toEqual([-1, false])
  })

  it.each([
    ['a format', z.email(), 'a@b.cn'],
    ['a coerced number', z.coerce.number(), 1],
    ['a transform', z.string().transform((value) => value.length), 'x'],
    ['a pattern', z.string().regex(/x/), 'x'],
    ['a change of case', z.string().toLowerCase(), 'x'],
    ['a default', z.string().default('x'), 'x'],
    ['a union', z.union([z.string(), z.number()]), 'x'],
    ['a whole number', z.int(), 1],
    ['a short whole number', z.number().check(z.int32()), 1],
    ['a strict object', z.strictObject({ a: z.string() }), { a: 'x' }],
    ['a refined object', z.object({ a: z.string() }).refine(() => true), { a: 'x' }],
  ])('leave %s to zod', (_, schema, value) => {
    expect(acceptOf(schema)(value)).toBe(false)
    expect(z.safeParse(schema, value).success).toBe(true)
  })
})

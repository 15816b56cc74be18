import { readFileSync } from 'node:fs'
import { parseRefinements, refinementsJsonSchema, XueshiError } from '@xueshi/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

const published = JSON.parse(
  readFileSync(new URL('../../schema/refinements-1.schema.json', import.meta.url), 'utf8'),
) as object

const refinement = {
  authority: 'county',
  issuer: '示例县委组织部',
  rule: 'national/member/annual-hours',
  parameter: 'hours',
  value: 40,
  from: '2025-01-01',
  citation: { instrument: '示例县工作安排', document: '示组发〔2025〕1号' },
}

const file = (...changes: object[]) => ({
  refinements: changes.map((change) => ({ ...refinement, ...change })),
})

function faultsOf(value: unknown): string[] {
  try {
    parseRefinements(value, 'rules/county.json')
  } catch (error) {
    if (!(error instanceof XueshiError)) throw error
    expect([error.code, error.where]).toEqual(['invalid-refinement', 'rules/county.json'])
    const [head, ...faults] = error.message.split('\n  · ')
    expect(head).toContain('rules/county.json')
    return faults
  }
  return []
}

test('refinements keep what the file says, and where', () => {
  const [one, two] = parseRefinements(
    { $schema: 'x', ...file({}, { value: 'P6M', to: '2025-12-31', under: ['b1'], reason: '试点' }) },
    'rules/county.json',
  )
  expect(one).toEqual({ ...refinement, source: 'rules/county.json refinements[0]' })
  expect(two).toMatchObject({ value: 'P6M', under: ['b1'], source: 'rules/county.json refinements[1]' })
  expect(parseRefinements({ refinements: [] })).toEqual([])
})

test('all faults of a file are told at once, each with its path', () => {
  const faults = faultsOf(
    file(
      { authority: 'county ' },
      { value: -1 },
      { from: '2025-02-30' },
      { to: '2024-12-31' },
      { citation: { instrument: '', docment: 'x' } },
      { isuer: 'x' },
    ),
  )
  const [authority, value, from, to, ...citation] = faults
  expect(authority).toMatch(/^refinements\[0\]\.authority: .*did you mean county\?/)
  expect(value).toMatch(/^refinements\[1\]\.value: /)
  expect(from).toMatch(/^refinements\[2\]\.from: .*no such day/)
  expect(to).toMatch(/^refinements\[3\]\.to: .*is before from/)
  expect(citation.join('\n')).toMatch(/refinements\[4\]\.citation\.instrument: .*must not be empty/)
  expect(citation.join('\n')).toMatch(/refinements\[4\]\.citation: .*"docment".*did you mean document\?/)
  expect(citation.join('\n')).toMatch(/refinements\[5\]: .*"isuer".*did you mean issuer\?/)
  expect(faults).toHaveLength(7)
})

describe('what is no file of refinements', () => {
  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^JSON: /],
    ['a list', [refinement], /^JSON: .*an object/],
    ['no refinements', {}, /^refinements: .*is missing/],
    ['a mistyped key', { refinement: [] }, /^refinements: .*is missing/],
    ['a level above all', file({ authority: 'national' }), /^refinements\[0\]\.authority: .*province/],
    ['no citation', file({ citation: undefined }), /^refinements\[0\]\.citation: .*is missing/],
    ['a rule that is none', file({ rule: 'hours' }), /^refinements\[0\]\.rule: .*rule id/],
    ['a text for a number', file({ value: '40' }), /^refinements\[0\]\.value: /],
    ['nothing for a number', file({ value: null }), /^refinements\[0\]\.value: .*a number/],
    ['a date in another form', file({ from: '2025/1/1' }), /^refinements\[0\]\.from: .*YYYY-MM-DD/],
    ['nobody', file({ under: [] }), /^refinements\[0\]\.under: .*must not be empty/],
  ])('%s', (_, value, expected) => {
    expect(faultsOf(value)[0]).toMatch(expected)
  })
})

describe('the published JSON Schema', () => {
  const validate = new Ajv2020().compile(published)

  test('is the one of this version', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(refinementsJsonSchema())))
  })

  test.each<[string, unknown]>([
    ['a whole refinement', file({ to: '2025-12-31', under: ['b1'], reason: '试点' })],
    ['a duration', file({ value: 'P6M' })],
    ['none', { refinements: [] }],
  ])('accepts %s', (_, value) => {
    expect([validate(value), faultsOf(value)]).toEqual([true, []])
  })

  test.each<[string, unknown]>([
    ['an unknown key', file({ isuer: 'x' })],
    ['a negative number', file({ value: -1 })],
    ['another level', file({ authority: 'national' })],
    ['no citation', file({ citation: undefined })],
    ['no list', {}],
  ])('refuses %s, as the SDK does', (_, value) => {
    expect([validate(value), faultsOf(value).length > 0]).toEqual([false, true])
  })
})

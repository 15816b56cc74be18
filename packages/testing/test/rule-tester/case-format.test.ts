import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XueshiError } from '@xueshi/core'
import { parseCaseFile, readCaseFiles, rowsOfCase, workdayCalendar } from '@xueshi/testing'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lectureCases, membersCases } from './village.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../schema/cases-1.schema.json', import.meta.url), 'utf8'),
) as object
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
const national = fileURLToPath(new URL('../../../national/src/rules', import.meta.url))

describe('the schema', () => {
  it('holds for every case file of the national rules', () => {
    const files = readCaseFiles(national)
    expect(files.length).toBeGreaterThanOrEqual(23)
    for (const file of files) {
      const fits: boolean = valid(file)
      expect(fits, `${file.rule} ${JSON.stringify(valid.errors)}`).toBe(true)
    }
  })

  const one = lectureCases.cases[0]!
  it.each<[string, unknown, boolean]>([
    [
      'the whole of it',
      { $schema: 'x', ...lectureCases, workdays: { from: '2025-01-01', to: '2025-12-31' } },
      true,
    ],
    ['reasons why not', membersCases, true],
    ['another version', { ...lectureCases, format: 2 }, false],
    ['no rule', { cases: [] }, false],
    ['no cases', { rule: 'branch/lecture' }, false],
    ['a mistyped field', { ...lectureCases, nver: {} }, false],
    ['a mistyped field of a case', { rule: 'branch/lecture', cases: [{ ...one, expects: {} }] }, false],
    [
      'a verdict that is none',
      { rule: 'branch/lecture', cases: [{ ...one, expect: { b1: { 2025: 'passed' } } }] },
      false,
    ],
    [
      'an expectation without verdict',
      { rule: 'branch/lecture', cases: [{ ...one, expect: { b1: { 2025: { measured: 1 } } } }] },
      false,
    ],
    [
      'an expectation of something else',
      { rule: 'branch/lecture', cases: [{ ...one, expect: { b1: { 2025: { verdict: 'met', count: 1 } } } }] },
      false,
    ],
    ['a verdict that is none and never', { ...lectureCases, never: { passed: '…' } }, false],
    ['a reason that is none', { ...lectureCases, never: { unknown: '' } }, false],
    ['rows that are none', { rule: 'branch/lecture', cases: [{ ...one, rows: { members: ['m1'] } }] }, false],
    ['a case without rows', { rule: 'branch/lecture', cases: [{ ...one, rows: undefined }] }, false],
    ['a case without title', { rule: 'branch/lecture', cases: [{ ...one, title: '' }] }, false],
    ['working days without end', { ...lectureCases, workdays: { from: '2025-01-01' } }, false],
  ])('and the reader agree on %s', (_, file, good) => {
    const plain: unknown = JSON.parse(JSON.stringify(file))
    expect(valid(plain)).toBe(good)
    if (good) expect(parseCaseFile(plain, 'cases.json')).toBe(plain)
    else expect(() => parseCaseFile(plain, 'cases.json')).toThrowError(/cases\.json/)
  })
})

describe('reading', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'xueshi-cases-'))
    for (const [name, text] of [
      ['b', JSON.stringify({ rule: 'z/b', cases: [] })],
      ['c/d', JSON.stringify({ rule: 'a/d', cases: [] })],
    ] as const) {
      mkdirSync(join(folder, name), { recursive: true })
      writeFileSync(join(folder, name, 'cases.json'), text)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('finds every file, in order of rule', () => {
    expect(readCaseFiles(folder).map(({ rule }) => rule)).toEqual(['a/d', 'z/b'])
  })

  it('names the file that is no JSON', () => {
    writeFileSync(join(folder, 'cases.json'), '{')
    const read = () => readCaseFiles(folder)
    expect(read).toThrowError(XueshiError)
    expect(read).toThrowError(/cases\.json/)
  })
})

describe('rows', () => {
  it('add organizations, replace other tables, and are repeated', () => {
    const base = { organizations: [{ id: 'cc' }], members: [{ id: 'old' }], sessions: [{ id: 's' }] }
    const rows = {
      organizations: [{ id: 'b1' }],
      members: [{ repeat: 2, id: 'm{n}', group: 'g{n+1}', tags: ['t{n-1}'] }, { id: 'x{n}' }],
    }
    expect(rowsOfCase({ rows }, base)).toEqual({
      organizations: [{ id: 'cc' }, { id: 'b1' }],
      members: [
        { id: 'm1', group: 'g2', tags: ['t0'] },
        { id: 'm2', group: 'g3', tags: ['t1'] },
        { id: 'x{n}' },
      ],
      sessions: [{ id: 's' }],
    })
  })
})

describe('working days', () => {
  const calendar = workdayCalendar({
    from: '2025-09-28',
    to: '2025-10-12',
    off: ['2025-10-08'],
    on: ['2025-09-28', '2025-10-11'],
  })

  it.each([
    ['2025-09-27', undefined],
    ['2025-09-28', true],
    ['2025-09-29', true],
    ['2025-10-04', false],
    ['2025-10-05', false],
    ['2025-10-06', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2025-10-12', false],
    ['2025-10-13', undefined],
  ])('%s: %s', (day, worked) => {
    expect(calendar.isWorkday(day)).toBe(worked)
  })
})

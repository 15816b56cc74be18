import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset, Problem } from '@xueshi/core'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type InputLimits, readDataset } from '../src/index.ts'
import { folderOf, LEAST, readWith } from './county.ts'
import { sheetData, workbookOf, zipOf } from './zip.ts'

/** A number of valid form and check digit of a region that does not exist. */
const CITIZEN = '999999198005060017'

function withCode(dataset: Dataset, code: string): readonly Problem[] {
  return dataset.problems.filter((problem) => problem.code === code)
}

/** Every problem speaks both languages and none shows a citizen number. */
function checkWords(dataset: Dataset): void {
  for (const problem of dataset.problems) {
    expect(problem.message['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(problem.message.en).toMatch(/[a-z]{3}/)
    expect(JSON.stringify(problem.message)).not.toMatch(/\{[a-zA-Z]+\}|undefined/)
  }
  expect(JSON.stringify(dataset.problems)).not.toMatch(/9{6}1980|\d{15}/)
}

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly code: string
  readonly problem: Partial<Problem>
  readonly limits?: Partial<InputLimits>
}

const SESSION_HEADER = '活动编号,组织编码,活动类型,开始时间,学时\n'

const CASES: readonly Case[] = [
  {
    name: 'an empty file',
    files: { '考勤.csv': '' },
    code: 'empty-file',
    problem: { severity: 'error', table: 'attendance' },
  },
  {
    name: 'a file of blank lines',
    files: { '考勤.csv': '\n\n,,\n' },
    code: 'empty-file',
    problem: { severity: 'error' },
  },
  {
    name: 'bytes of no known encoding',
    files: {
      '考勤.csv': Buffer.concat([Buffer.from(LEAST['考勤.csv']), Buffer.from([0xd5, 0xc5, 0xff, 0x2c])]),
    },
    code: 'invalid-encoding',
    problem: { severity: 'fatal', table: 'attendance' },
  },
  {
    name: 'a broken character in text that is clearly UTF-8',
    files: {
      '考勤.csv': Buffer.concat([
        Buffer.from(LEAST['考勤.csv'].repeat(2)),
        Buffer.from([0xe5, 0xbc]),
        Buffer.from('\n'),
      ]),
    },
    code: 'invalid-encoding',
    problem: { severity: 'fatal' },
  },
  {
    name: 'a row that is too short but has what is required',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 14:30\n` },
    code: 'ragged-row',
    problem: { severity: 'warning', row: 2, table: 'sessions' },
  },
  {
    name: 'a row that lacks what is required',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 14:30,1\nS2,B1\n` },
    code: 'ragged-row',
    problem: { severity: 'error', row: 3 },
  },
  {
    name: 'a row with more cells than headers',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 14:30,1,多,\n` },
    code: 'ragged-row',
    problem: { severity: 'error', row: 2 },
  },
  {
    name: '30 February',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-02-30 14:30,1\n` },
    code: 'invalid-date',
    problem: { severity: 'error', row: 2, column: '开始时间', value: '********:30' },
  },
  {
    name: 'a year of two digits',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,25.3.5,1\n` },
    code: 'invalid-date',
    problem: { row: 2, value: '25.3.5' },
  },
  {
    name: 'a time that does not exist',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 25:30,1\n` },
    code: 'invalid-time',
    problem: { severity: 'error', row: 2 },
  },
  {
    name: 'a 12-hour clock without AM and PM',
    files: {
      '活动.csv': `${SESSION_HEADER}${['09:00', '10:00', '02:30', '03:00', '12:00'].map((time, i) => `S${i},B1,主题党日,2025-03-05 ${time},1\n`).join('')}`,
    },
    code: 'twelve-hour-clock',
    problem: { severity: 'warning', row: 4, column: '开始时间' },
  },
  {
    name: 'seconds written as milliseconds',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 14:30:567,1\n` },
    code: 'seconds-as-milliseconds',
    problem: { severity: 'warning', row: 2 },
  },
  {
    name: 'a citizen number in scientific notation',
    files: { '党员.csv': '党员编号,姓名,人员类别,所在党支部,身份证号\nM1,张三,正式党员,B1,9.99999E+17\n' },
    code: 'scientific-notation',
    problem: { severity: 'error', row: 2, column: '身份证号', value: '****' },
  },
  {
    name: 'a member number in scientific notation',
    files: { '考勤.csv': '活动编号,党员编号,出席情况\nS1,4.40107E+17,出席\n' },
    code: 'scientific-notation',
    problem: { severity: 'error', row: 2, value: '********' },
  },
  {
    name: 'codes in the hours column',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 14:30,KC01\n` },
    code: 'code-in-hours',
    problem: { severity: 'error', row: 2, column: '学时', value: 'KC01' },
  },
  {
    name: 'a quote that is never closed',
    files: { '活动.csv': `${LEAST['活动.csv']}"S3,B1,主题党日,2025-03-05\nS4,B1,主题党日,2025-03-06\n` },
    code: 'unclosed-quote',
    problem: { severity: 'fatal', row: 4 },
  },
  {
    name: 'text behind a closing quote',
    files: { '活动.csv': `${LEAST['活动.csv']}S3,B1,"主题党日"等,2025-03-05\n` },
    code: 'malformed-quote',
    problem: { severity: 'warning', row: 4 },
  },
  {
    name: 'two columns of one name',
    files: { '考勤.csv': '活动编号,党员编号,出席情况,出席情况\nS1,M1,出席,缺席\n' },
    code: 'duplicate-header',
    problem: { severity: 'error', row: 1, column: '出席情况' },
  },
  {
    name: 'a missing required column',
    files: { '考勤.csv': '活动编号,出席情况\nS1,出席\n' },
    code: 'missing-column',
    problem: { severity: 'fatal', table: 'attendance' },
  },
  {
    name: 'text that is no table at all',
    files: { '考勤.csv': '见附件\n' },
    code: 'missing-column',
    problem: { severity: 'fatal', table: 'attendance' },
  },
  {
    name: 'a file of another kind',
    files: { 'readme.md': '#' },
    code: 'unrecognized-sheet',
    problem: { severity: 'notice' },
  },
  {
    name: 'an unknown name',
    files: { '通讯录.csv': '姓名\n张三\n' },
    code: 'unrecognized-sheet',
    problem: { severity: 'notice' },
  },
  {
    name: 'a name that only begins like a table',
    files: { '党员大会纪要.csv': '时间,内容\n2025-03-05,略\n' },
    code: 'unrecognized-sheet',
    problem: { severity: 'notice' },
  },
  {
    name: 'a table that no rule reads',
    files: { '师资.csv': '姓名\n张三\n' },
    code: 'unused-table',
    problem: { severity: 'notice' },
  },
  {
    name: 'JSON with a fault',
    files: { 'dataset.json': '{"members":[' },
    code: 'invalid-json',
    problem: { severity: 'fatal' },
  },
  {
    name: 'JSON of another shape',
    files: { 'dataset.json': '{"posts":{"a":1}}' },
    code: 'invalid-json',
    problem: { severity: 'fatal', table: 'posts' },
  },
  {
    name: 'a table that JSON does not know',
    files: { 'dataset.json': '{"meetings":[]}' },
    code: 'unrecognized-sheet',
    problem: { sheet: 'meetings' },
  },
  {
    name: 'a web page named .xls',
    files: { '考勤.xls': '<html><table><tr><td>活动编号</td></tr></table></html>' },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  {
    name: 'an XML spreadsheet of 2003',
    files: {
      '考勤.xls': '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  {
    name: 'binary data',
    files: { '考勤.csv': Buffer.from([1, 0, 2, 0, 3]) },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  {
    name: 'a ZIP container that is no workbook',
    files: { '考勤.xlsx': zipOf([{ name: 'a.txt', data: Buffer.from('a') }]) },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  {
    name: 'half a workbook',
    files: { '考勤.xlsx': zipOf(workbookOf('考勤', '<sheetData/>')).subarray(0, 700) },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  {
    name: 'an encrypted workbook',
    files: {
      '考勤.xlsx': await writeXlsx({
        sheets: [{ name: '考勤', rows: [['活动编号']] }],
        encryption: { password: 'x', spinCount: 1000 },
      }),
    },
    code: 'encrypted-workbook',
    problem: { severity: 'fatal' },
  },
  {
    name: 'an encrypted ZIP entry',
    files: {
      '考勤.xlsx': zipOf(workbookOf('考勤', '<sheetData/>').map((entry) => ({ ...entry, encrypted: true }))),
    },
    code: 'encrypted-workbook',
    problem: { severity: 'fatal' },
  },
  {
    name: 'a zip bomb that says how large it is',
    files: {
      '考勤.xlsx': zipOf([
        ...workbookOf('考勤', '<sheetData/>'),
        { name: 'xl/big.xml', data: Buffer.alloc(20 * 1024 ** 2, 65) },
      ]),
    },
    code: 'limit-exceeded',
    problem: { severity: 'fatal' },
  },
  {
    name: 'a zip bomb that lies about its size',
    files: {
      '考勤.xlsx': zipOf([
        ...workbookOf('考勤', '<sheetData/>'),
        { name: 'xl/big.xml', data: Buffer.alloc(20 * 1024 ** 2, 65), declared: 1000 },
      ]),
    },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  {
    name: 'two ZIP entries of one name',
    files: {
      '考勤.xlsx': zipOf([...workbookOf('考勤', '<sheetData/>'), ...workbookOf('考勤', '<sheetData/>')]),
    },
    code: 'unreadable-file',
    problem: { severity: 'fatal' },
  },
  ...(
    [
      ['files', 3, {}],
      ['textBytes', 10, {}],
      ['rows', 2, {}],
      ['cellsPerRow', 2, {}],
      ['lineLength', 12, {}],
      ['cellLength', 5, {}],
      ['bytes', 100, { '考勤.xlsx': zipOf(workbookOf('考勤', '<sheetData/>')) }],
      ['zipEntries', 3, { '考勤.xlsx': zipOf(workbookOf('考勤', '<sheetData/>')) }],
      ['inflatedBytes', 1000, { '考勤.xlsx': zipOf(workbookOf('考勤', '<sheetData/>')) }],
      ['zipRatio', 1.1, { '考勤.xlsx': zipOf(workbookOf('考勤', '<sheetData/>')) }],
    ] as const
  ).map(
    ([key, value, files]): Case => ({
      name: `more than limits.${key} allows`,
      files,
      code: 'limit-exceeded',
      problem: { severity: 'fatal' },
      limits: { [key]: value, ...(key === 'zipRatio' ? { ratioFromBytes: 100 } : {}) },
    }),
  ),
]

describe('bad input', () => {
  test.each(CASES)('$name: $code', async ({ files, code, problem, limits }) => {
    const dataset = await readWith(files, limits === undefined ? {} : { limits })
    expect(withCode(dataset, code)).toContainEqual(expect.objectContaining(problem))
    if (problem.severity === 'fatal') expect(dataset.trustworthy).toBe(false)
    const [first] = withCode(dataset, code)
    if (code === 'limit-exceeded') expect(first?.message['zh-CN']).toMatch(/上限 \d+(\.\d+)?（limits\.\w+）/)
    checkWords(dataset)
  })

  test('one bad file does not keep the others from being read, and all problems come at once', async () => {
    const dataset = await readWith({
      '考勤.csv': '',
      '任职.csv': '党员编号\nM1\n',
      '豁免.xlsx': 'PK\x03\x04 damaged',
      '组织关系.csv': '党员编号,组织编码,转入日期\nM1,B1,2025-02-30\nM1,B1,2025-13-01\n',
    })
    expect(dataset.members.map(({ id }) => id)).toEqual(['M1'])
    expect(dataset.sessions.map(({ id }) => id)).toEqual(['S1', 'S2'])
    for (const code of ['empty-file', 'missing-column', 'unreadable-file', 'invalid-date'])
      expect(withCode(dataset, code).length).toBeGreaterThan(0)
    expect(withCode(dataset, 'invalid-date').map(({ row }) => row)).toEqual([2, 3])
    checkWords(dataset)
  })

  test('a missing required table makes the dataset untrustworthy', async () => {
    const { '活动.csv': _, ...rest } = LEAST
    const dataset = await readDataset(await folderOf(rest), { pseudonymKey: 'k' })
    expect(withCode(dataset, 'missing-table')).toContainEqual(
      expect.objectContaining({ severity: 'fatal', table: 'sessions' }),
    )
    expect(dataset.trustworthy).toBe(false)
    checkWords(dataset)
  })

  test('a path that does not exist is a fault of the call', async () => {
    await expect(readDataset('/no/such/folder')).rejects.toMatchObject({ code: 'input-unreadable' })
    await expect(readDataset([], { limits: { rows: 0 } })).rejects.toMatchObject({ code: 'usage' })
    await expect(readDataset([], { limits: { cols: 1 } as Partial<InputLimits> })).rejects.toMatchObject({
      code: 'usage',
    })
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'a header %s is plain data',
    async (header) => {
      const csv = await readWith({
        '考勤.csv': `活动编号,${header},党员编号,出席情况\nS1,{"polluted":1},M1,出席\n`,
      })
      const json = await readWith({
        'dataset.json': `{"posts":[{"member":"M1","organization":"B1","role":"书记","from":"2025-01-01","${header}":{"polluted":1}}]}`,
      })
      for (const dataset of [csv, json])
        expect(withCode(dataset, 'extra-column')).toContainEqual(
          expect.objectContaining({
            message: expect.objectContaining({ en: expect.stringContaining(header) }),
          }),
        )
      expect(csv.attendanceOf('M1')).toHaveLength(1)
      expect(json.posts).toHaveLength(1)
      expect('polluted' in {}).toBe(false)
    },
  )

  test('a cell that starts with = is text', async () => {
    const dataset = await readWith({
      '活动.csv':
        '活动编号,组织编码,活动类型,主题,开始时间\n=1+1,B1,主题党日,"=HYPERLINK(""http://x"")",2025-03-05\n',
      '考勤.csv': '活动编号,党员编号,出席情况\n=1+1,M1,出席\n',
    })
    expect(dataset.session('=1+1')?.title).toBe('=HYPERLINK("http://x")')
    expect(dataset.attendanceAt('=1+1')).toHaveLength(1)
  })

  test('citizen numbers appear in no problem, wherever they stand', async () => {
    const dataset = await readWith({
      '党员.csv': `党员编号,姓名,人员类别,所在党支部,身份证号,${CITIZEN}\n${CITIZEN},张三,正式党员,B1,${CITIZEN},x\nM2,李四,${CITIZEN},B9,${CITIZEN.replace(/(.{6})/, '$1 ')},y\n`,
      '考勤.csv': `活动编号,党员编号,出席情况,学时\nS1,${CITIZEN},${CITIZEN},${CITIZEN}\n${CITIZEN},M1,出席,\n`,
      '任职.csv': `党员编号,组织编码,职务,任职日期\n${CITIZEN},B1,书记,${CITIZEN}\n`,
    })
    expect(dataset.problems.length).toBeGreaterThan(3)
    checkWords(dataset)
  })

  test('a line of 200 MB is refused by the limit, quickly and in little memory', async () => {
    const folder = await folderOf(LEAST)
    const file = await open(join(folder, '考勤_大.csv'), 'w')
    await file.write('活动编号,党员编号,出席情况\nS1,')
    const piece = Buffer.alloc(4 * 1024 ** 2, 'x')
    for (let i = 0; i < 50; i++) await file.write(piece)
    await file.close()
    const before = process.memoryUsage().rss
    const start = performance.now()
    const dataset = await readDataset(folder, { pseudonymKey: 'k' })
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2)
    expect(withCode(dataset, 'limit-exceeded')).toContainEqual(
      expect.objectContaining({
        row: 2,
        message: expect.objectContaining({ en: expect.stringContaining('lineLength') }),
      }),
    )
    expect(dataset.attendanceOf('M1')).toHaveLength(1)
  })

  test('no run of characters is slow to read', async () => {
    const start = performance.now()
    for (const character of ['0', ' ', '　', '年', '.', '９', '*', '-', "'", '\u200b', '1-', '张 '])
      for (const [before, after] of [
        ['', ''],
        ['2025', 'x'],
        ['x', 'x'],
        [' ', '='],
      ] as const) {
        const cell = `${before}${character.repeat(20_000)}${after}`
        await readWith({
          '活动.csv': `活动编号,组织编码,活动类型,开始时间,学时,${cell}\n${cell},${cell},${cell},${cell},${cell},${cell}\n`,
        })
      }
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('damaged files never crash the reader', async () => {
    const xlsx = zipOf(
      workbookOf(
        '考勤',
        sheetData([
          ['活动编号', '党员编号', '出席情况'],
          ['S1', 'M1', '出席'],
        ]),
      ),
    )
    const xls = await readFile(new URL('fixtures/posts.xls', import.meta.url))
    const whole = { xlsx, xls, csv: Buffer.from(LEAST['考勤.csv'].repeat(20)) }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('xlsx', 'xls', 'csv'),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        async (kind, changes, cut) => {
          const bytes = Buffer.from(whole[kind])
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte
          const length = cut % 3 === 0 ? cut % bytes.length : bytes.length
          const dataset = await readWith({ '任职.csv': bytes.subarray(0, length) })
          expect(dataset.members).toHaveLength(1)
          checkWords(dataset)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('beyond a hundred problems of a kind and column the rest is counted', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `A${i},B1,主题党日,2025-03-05,KC01\n`)
    const dataset = await readWith({ '活动.csv': SESSION_HEADER + rows.join('') })
    const problems = withCode(dataset, 'code-in-hours')
    expect(problems).toHaveLength(101)
    expect(problems.filter(({ message }) => message.en.startsWith('150 more'))).toHaveLength(1)
  })
})

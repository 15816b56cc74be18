import type { Problem } from '@xueshi/core'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type InputLimits, readDataset } from '../src/index.ts'
import { folderOf, LEAST, readWith } from './county.ts'
import { checkWords, withCode } from './problems.ts'
import { workbookOf, zipOf } from './zip.ts'

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
    problem: { severity: 'error', row: 2, column: '开始时间', value: '2025-02-30 14:30' },
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
    name: 'a name where hours should be',
    files: { '活动.csv': `${SESSION_HEADER}S1,B1,主题党日,2025-03-05 14:30,李四\n` },
    code: 'code-in-hours',
    problem: { value: '李**' },
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
    name: 'a post whose end cannot be read',
    files: { '任职.csv': '党员编号,组织编码,职务,任职日期,免职日期\nM1,B1,书记,2024-01-01,2025-02-30\n' },
    code: 'table-untrustworthy',
    problem: { severity: 'fatal', table: 'posts' },
  },
  {
    name: 'attendance of damaged numbers above one percent',
    files: { '考勤.csv': `活动编号,党员编号,出席情况\nS1,4.40107E+17,出席\n${'S1,M1,出席\n'.repeat(90)}` },
    code: 'attendance-untrustworthy',
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
    name: 'a register without a required column, which harms nothing else',
    files: { '师资.csv': '姓名\n张三\n' },
    code: 'missing-column',
    problem: { severity: 'error', table: 'lecturers' },
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
})

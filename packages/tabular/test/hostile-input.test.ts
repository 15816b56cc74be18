import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { readDataset } from '../src/index.ts'
import { folderOf, LEAST, readWith } from './county.ts'
import { CITIZEN, checkWords, withCode } from './problems.ts'
import { sheetData, workbookOf, zipOf } from './zip.ts'

const SESSION_HEADER = '活动编号,组织编码,活动类型,开始时间,学时\n'

describe('hostile input', () => {
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
      { numRuns: runs(100) },
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

import { type InputTable, rowSchemas } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { INPUT_TABLES, readDataset, tablesOf } from '../src/index.ts'
import { COUNTY, folderOf, readWith } from './county.ts'

test('the contract has every table of the model', () => {
  expect(INPUT_TABLES.map(({ table }) => table).sort()).toEqual(Object.keys(rowSchemas).sort())
})

describe.each(INPUT_TABLES)('table $table', ({ table, columns }) => {
  test('has every field of the model, and requires what the model requires', () => {
    const { shape } = rowSchemas[table]
    expect(columns.map(({ field }) => field)).toEqual(Object.keys(shape))
    const required = Object.entries(shape).filter(([, schema]) => !schema.safeParse(undefined).success)
    expect(columns.filter((column) => column.required).map(({ field }) => field)).toEqual(
      required.map(([field]) => field),
    )
  })

  test('knows each header for one column only', () => {
    const words = columns.flatMap(({ header, field, aliases }) => [header, field, ...aliases])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  test('is written under its Chinese name', () => {
    const rows = COUNTY[table as InputTable]
    if (rows === undefined) throw new Error(`the county has no ${table}`)
    const written = tablesOf({ ...COUNTY }).find((one) => one.table === table)
    expect(written?.name).toMatch(/^\p{Script=Han}+$/u)
    expect(written?.rows.length).toBe(rows.length)
  })
})

describe('split files of the optional tables', () => {
  test('are one table, in any order', async () => {
    const files = {
      '记录-谈话.csv': '记录编号,类型,日期,组织编码\nR2,谈话,2025-03-06,B1\n',
      '记录-述职.csv': '记录编号,类型,日期,组织编码,备注\nR1,述职,2025-03-05,B1,\n',
      'venues-1.csv': '阵地编号,名称\nV1,甲\n',
      '阵地2.csv': '阵地编号,名称\nV2,乙\n',
    }
    const dataset = await readWith(files)
    expect(dataset.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(dataset.acts.map(({ id, place }) => [id, place.file?.split('/').at(-1), place.row])).toEqual([
      ['R1', '记录-述职.csv', 2],
      ['R2', '记录-谈话.csv', 2],
    ])
    expect(dataset.venues.map(({ id }) => id)).toEqual(['V1', 'V2'])
    expect([dataset.hasColumn('acts', 'note'), dataset.hasColumn('acts', 'topics')]).toEqual([true, false])
    const turned = await readWith(Object.fromEntries(Object.entries(files).reverse()))
    expect(turned.hash).toBe(dataset.hash)
  })

  test('a program whose end cannot be read is left out, since it would run on', async () => {
    const programs =
      '项目编号,名称,组织编码,开始日期,结束日期\nK1,班,B1,2025-03-01,待定\nK2,班,B1,2025-03-01,\n'
    const dataset = await readWith({ '培训项目.csv': programs })
    expect(dataset.programs.map(({ id, to }) => [id, to])).toEqual([['K2', null]])
    expect(dataset.problems.map(({ code }) => code)).toContain('invalid-date')
  })
})

describe('columns of numbers', () => {
  test.each([
    ['30', 30],
    ['３０人', 30],
    ['"1,200 人"', 1200],
    ['25票', 25],
    ['0', 0],
    ['-', null],
    ['三十', null],
    ['30-40', null],
    ['1.5', null],
  ])('persons %s are %s', async (cell, expected) => {
    const dataset = await readWith({
      '记录.csv': `记录编号,类型,日期,组织编码,应到人数\nR1,换届,2025-03-05,B1,${cell}\n`,
    })
    expect(dataset.acts[0]?.entitled).toBe(expected)
    const lost = expected === null && cell !== '-'
    expect(dataset.problems.filter(({ severity }) => severity === 'error').length).toBe(lost ? 1 : 0)
  })

  test('amounts have fractions', async () => {
    const dataset = await readWith({
      '记录.csv': '记录编号,类型,日期,组织编码,数量\nR1,走访,2025-03-05,B1,1.5\n',
    })
    expect(dataset.acts[0]?.amount).toBe(1.5)
  })
})

test('dataset.json names the tables and fields in English', async () => {
  const { acts, venues } = COUNTY
  const rows = { ...COUNTY, acts, venues: venues?.map((row) => ({ ...row, id: ` ${row.id} ` })) }
  const dataset = await readDataset(await folderOf({ 'dataset.json': JSON.stringify(rows) }))
  expect(dataset.venues.map(({ id }) => id)).toEqual(['V1', 'V2'])
  expect(dataset.counts.acts).toBe(acts?.length)
})

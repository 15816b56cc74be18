import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { csvText, writeCsv, writeDatasetRows } from '../src/index.ts'
import { COUNTY, folderOf } from './county.ts'

async function bytesOf(
  rows: readonly (readonly (string | number | null)[])[],
  encoding: 'utf-8' | 'gb18030',
) {
  const path = join(await folderOf(), 'a.csv')
  await writeCsv(path, ['甲'], rows, { encoding })
  return await readFile(path)
}

describe('formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-2*3', "'-2*3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\nx', `"'\nx"`],
    [' =1', "' =1"],
    ['\u3000=1', "'\u3000=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['a=1', 'a=1'],
    [-5, '-5'],
    ['say "x", y', '"say ""x"", y"'],
    [' x', '" x"'],
    [1e-7, '0.0000001'],
    [null, '""'],
  ])('%j is written as %s', async (cell, written) => {
    const text = (await bytesOf([[cell]], 'utf-8')).toString('utf8')
    expect(text).toBe(`\ufeff甲\r\n${written}\r\n`)
  })
})

describe('GB18030', () => {
  test.each([
    ['中', 'd6d0'],
    ['€', 'a2e3'],
    ['䶮', 'fe9f'],
    ['𬱖', '9933c336'],
    ['😀', '9439fc36'],
    ['é', 'a8a6'],
    ['ÿ', '81308b37'],
    ['\u{10ffff}', 'e3329a35'],
  ])('%s is %s', async (character, hex) => {
    const bytes = await bytesOf([[`x${character}`]], 'gb18030')
    expect(bytes.subarray(4).toString('hex')).toBe(`78${hex}0d0a`)
  })

  test('what the platform decodes is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'binary' }).filter((text) => !/[\ue5e5\ue000-\uf8ff]/.test(text)),
          { minLength: 1, maxLength: 20 },
        ),
        async (cells) => {
          const texts = cells.map((cell) => `x${cell}`)
          const bytes = await bytesOf(
            texts.map((text) => [text]),
            'gb18030',
          )
          const { data } = Papa.parse<string[]>(new TextDecoder('gb18030', { fatal: true }).decode(bytes), {
            newline: '\r\n',
          })
          expect(data.slice(1, -1).map((row) => row[0])).toEqual(texts)
        },
      ),
      { numRuns: runs(100) },
    )
  })

  test.each(['utf-8', 'gb18030'] as const)('half a character is refused in %s', async (encoding) => {
    await expect(bytesOf([['\ud83d']], encoding)).rejects.toMatchObject({ code: 'output-refused' })
  })
})

describe('files', () => {
  test('an existing file is kept unless force is set, and nothing is left behind', async () => {
    const folder = await folderOf({ '党员.csv': 'precious' })
    await expect(writeDatasetRows(folder, COUNTY, { format: 'csv' })).rejects.toMatchObject({
      code: 'output-refused',
    })
    expect(await readFile(join(folder, '党员.csv'), 'utf8')).toBe('precious')
    const paths = await writeDatasetRows(folder, COUNTY, { format: 'csv', force: true })
    expect((await readFile(join(folder, '党员.csv'), 'utf8')).startsWith('\ufeff党员编号,姓名')).toBe(true)
    expect((await readdir(folder)).sort()).toEqual(paths.map((path) => path.slice(folder.length + 1)).sort())
    expect((await stat(paths[0]!)).mode & 0o777).toBe(0o600)
  })

  test('a link is replaced and what it points to is kept', async () => {
    const folder = await folderOf({ target: 'precious' })
    await symlink(join(folder, 'target'), join(folder, 'a.csv'))
    await writeCsv(join(folder, 'a.csv'), ['x'], [], { force: true })
    expect(await readFile(join(folder, 'target'), 'utf8')).toBe('precious')
  })

  test('a failed writing leaves the file as it was', async () => {
    const folder = await folderOf()
    await writeFile(join(folder, 'a.csv'), 'precious')
    await expect(writeCsv(join(folder, 'a.csv'), ['x'], [['\ud83d']], { force: true })).rejects.toThrow()
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('precious')
    expect(await readdir(folder)).toEqual(['a.csv'])
    await expect(writeCsv(join(folder, 'none', 'a.csv'), ['x'], [])).rejects.toMatchObject({
      code: 'output-refused',
    })
  })
})

describe('csvText', () => {
  test('is what writeCsv writes', async () => {
    const path = join(await folderOf(), 'a.csv')
    const rows = [
      ['=1+1', 'a,b', -2.5, null, true],
      ['', ' x', 1e-7, 0, false],
    ] as const
    await writeCsv(path, ['@甲', '乙'], rows)
    expect(csvText(['@甲', '乙'], rows)).toBe(await readFile(path, 'utf8'))
    expect(csvText(['甲'], [['']])).toBe('\ufeff甲\r\n""\r\n')
  })

  test('refuses what UTF-8 cannot hold', () => {
    for (const make of [() => csvText(['x'], [['\ud83d']]), () => csvText(['\ud83d'], [])])
      expect(make).toThrow(expect.objectContaining({ code: 'output-refused' }))
  })
})

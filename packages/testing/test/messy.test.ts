import { dressMessily, type MessyTable } from '@xueshi/testing'
import { expect, test } from 'vitest'

const members = {
  name: '党员',
  header: ['党员编号', '姓名', '入党日期', '标签'],
  rows: [
    ['D1', '张伟', '2024-05-06', ''],
    ['D2', '李静', '2001-11-30', '行动不便@2025-03-01..2025-09-30'],
  ],
}
const attendance = {
  name: '考勤',
  header: ['活动编号', '党员编号', '开始时间', '学时'],
  rows: Array.from({ length: 30 }, (_, i) => [`S${i}`, `D${i}`, '2025-03-05 14:30', '1.5']),
}
const aliases = {
  入党日期: ['入党时间', '加入党组织日期'],
  党员编号: ['编号', '人员编号'],
  活动编号: ['编号'],
}
const back: Record<string, string> = {
  入党时间: '入党日期',
  加入党组织日期: '入党日期',
  人员编号: '党员编号',
  编号: '党员编号',
}

/** The date styles of the input contract, read back. */
function plain(cell: string): string {
  const text = cell.trim()
  const match =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(| \d{2}:\d{2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})()$/.exec(text)
  if (match === null) return text
  return `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}${match[4]}`
}

/** Rows by canonical header, extra columns left aside. */
function contentOf(table: MessyTable): Record<string, string>[] {
  return table.rows.map((row) => {
    const record: Record<string, string> = {}
    table.header.forEach((header, i) => {
      const name = back[header.trim()] ?? header.trim()
      if (!['序号', '填报人', '备注'].includes(name)) record[name] = plain(row[i]!)
    })
    return record
  })
}

function recordsOf(table: typeof members): Record<string, string>[] {
  return table.rows.map((row) => Object.fromEntries(table.header.map((header, i) => [header, row[i]!])))
}

test('the content is the same under every seed', () => {
  for (let seed = 0; seed < 200; seed++) {
    const tables = dressMessily([members, attendance], seed, { aliases })
    const of = (name: string) => tables.filter((table) => table.name.startsWith(name)).flatMap(contentOf)
    expect(of('党员')).toEqual(recordsOf(members))
    expect(of('考勤')).toEqual(recordsOf(attendance))
    for (const table of tables) for (const row of table.rows) expect(row.length).toBe(table.header.length)
  }
})

test('over many seeds every kind of mess appears', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 200; seed++)
    for (const table of dressMessily([members, attendance], seed, { aliases })) {
      if (table.titles.length > 0) seen.add('titles')
      if (table.header.some((header) => header.includes('入党时间'))) seen.add('alias')
      if (table.header.some((header) => header === '填报人')) seen.add('extra column')
      if (!table.header[0]!.includes('编号')) seen.add('shuffled')
      for (const cell of table.rows.flat()) {
        if (cell.includes('\u3000')) seen.add('full-width blank')
        for (const style of ['2024/5/6', '2024.05.06', '2024年5月6日', '20240506', '2024-05-06'])
          if (cell === style) seen.add(style)
      }
    }
  expect([...seen].sort()).toEqual([
    '2024-05-06',
    '2024.05.06',
    '2024/5/6',
    '20240506',
    '2024年5月6日',
    'alias',
    'extra column',
    'full-width blank',
    'shuffled',
    'titles',
  ])
})

test('large tables come in files whose names begin with the name of the table; equal seeds, equal dress', () => {
  const names = dressMessily([members, attendance], 3).map((table) => table.name)
  expect(names).toEqual([
    '党员',
    ...Array.from({ length: 10 }, (_, i) => `考勤_${String(i + 1).padStart(2, '0')}`),
  ])
  expect(dressMessily([attendance], 3, { parts: {} }).map((table) => table.name)).toEqual(['考勤'])
  expect(dressMessily([members, attendance], 3)).toEqual(dressMessily([members, attendance], 3))
})

test('an alias that could mean two columns of the table is not used', () => {
  for (let seed = 0; seed < 100; seed++)
    for (const table of dressMessily([attendance], seed, { aliases }))
      expect(table.header.map((header) => header.trim())).not.toContain('编号')
})

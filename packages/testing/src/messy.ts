import { Random } from './random.ts'

/** A table as plain cells. */
export interface PlainTable {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A table in a messy dress: the file's lines are `titles`, then `header`, then `rows`. */
export interface MessyTable extends PlainTable {
  /** Title rows above the header; may be empty. */
  readonly titles: readonly (readonly string[])[]
}

/** How tables are dressed. */
export interface DressOptions {
  /** Further headers by canonical header; one of them, or the canonical one, is used per file. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>
  /** Tables that come in several files, with the number of files; default 考勤 in 12, 活动 and 记录 in 4. */
  readonly parts?: Readonly<Record<string, number>>
}

const PARTS: Readonly<Record<string, number>> = { 考勤: 12, 活动: 4, 记录: 4 }
const EXTRA = ['序号', '填报人', '备注'] as const
/** Full-width blank. */
const BLANK = '\u3000'

/**
 * Dresses tables the way exports look when people have worked on them: title rows above, other words for
 * the headers, shuffled and extra columns, five styles of dates, full-width blanks around words, and large
 * tables split over several files. Reading them must give the same content.
 *
 * @param seed any integer; equal tables and seeds give equal dress.
 * @example
 * ```ts
 * import { dressMessily } from '@xueshi/testing'
 *
 * const table = { name: '党员', header: ['党员编号', '入党日期'], rows: [['D1', '2024-05-06']] }
 * for (const messy of dressMessily([table], 7)) console.log(messy.titles.length, messy.header, messy.rows)
 * ```
 */
export function dressMessily(
  tables: readonly PlainTable[],
  seed: number,
  options: DressOptions = {},
): MessyTable[] {
  return tables.flatMap((table) => partsOf(table, options).map((part) => dress(part, table, seed, options)))
}

function partsOf(table: PlainTable, options: DressOptions): PlainTable[] {
  const count = Math.min((options.parts ?? PARTS)[table.name] ?? 1, Math.max(1, table.rows.length))
  if (count === 1) return [table]
  const size = Math.ceil(table.rows.length / count)
  return Array.from({ length: Math.ceil(table.rows.length / size) }, (_, i) => ({
    name: `${table.name}_${String(i + 1).padStart(2, '0')}`,
    header: table.header,
    rows: table.rows.slice(i * size, (i + 1) * size),
  }))
}

function dress(part: PlainTable, table: PlainTable, seed: number, options: DressOptions): MessyTable {
  const random = new Random(seed, `messy-${part.name}`)
  const used = new Set<string>(part.header)
  const columns: { header: string; from: number }[] = part.header.map((header, from) => {
    const aliases = (options.aliases?.[header] ?? []).filter(
      (alias) => !used.has(alias) && isOwn(alias, header, part, options),
    )
    const word = aliases.length > 0 && random.chance(0.6) ? random.pick(aliases) : header
    used.add(word)
    return { header: word, from }
  })
  EXTRA.forEach((header, i) => {
    if (!used.has(header) && random.chance(0.6)) columns.push({ header, from: -1 - i })
  })
  const order = random.shuffled(columns)
  const titles = random.chance(0.7)
    ? [
        [`岚溪县${table.name}表`],
        ...(random.chance(0.5) ? [['填报单位：县直机关工委', '', '单位：人次']] : []),
      ]
    : []
  const style = random.int(0, 4)
  return {
    name: part.name,
    titles,
    header: order.map(({ header }) => (random.chance(0.2) ? `${BLANK}${header} ` : header)),
    rows: part.rows.map((row, i) =>
      order.map(({ from }) => (from < 0 ? extraCell(from, i) : cellOf(row[from] ?? '', style, random))),
    ),
  }
}

/** Whether an alias means this column and no other of the table. */
function isOwn(alias: string, header: string, part: PlainTable, options: DressOptions): boolean {
  return part.header.every((other) => other === header || !(options.aliases?.[other] ?? []).includes(alias))
}

function extraCell(from: number, i: number): string {
  return from === -1 ? String(i + 1) : from === -2 ? '办公室' : ''
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}:\d{2})(?::00)?(?:\+08:00)?)?$/

function cellOf(cell: string, style: number, random: Random): string {
  const date = DATE.exec(cell)
  if (date !== null) return dateIn(date, random.chance(0.7) ? style : random.int(0, 4))
  if (cell === '' || !random.chance(0.03) || /^[\d.]+$/.test(cell)) return cell
  return random.chance(0.5) ? `${BLANK}${cell}` : `${cell}${BLANK}`
}

function dateIn(date: RegExpExecArray, style: number): string {
  const [, year, month, day, time] = date
  const tail = time === undefined ? '' : ` ${time}`
  switch (style) {
    case 1:
      return `${year}/${Number(month)}/${Number(day)}${tail}`
    case 2:
      return `${year}.${month}.${day}${tail}`
    case 3:
      return `${year}年${Number(month)}月${Number(day)}日${tail}`
    case 4:
      return time === undefined ? `${year}${month}${day}` : `${year}/${month}/${day}${tail}`
    default:
      return `${year}-${month}-${day}${tail}`
  }
}

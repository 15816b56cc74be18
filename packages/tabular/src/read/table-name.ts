import { normalizeWord, TABLES, type TableName } from '@xueshi/core'

/** A table that a file or sheet claims to be by its name. */
export interface NamedTable {
  readonly table: TableName
  /** False where other words follow the name without a break (党员大会纪要): then the columns must prove it. */
  readonly certain: boolean
}

const WORDS = TABLES.flatMap((term) =>
  [term.id, term.zh, ...('aliases' in term ? term.aliases : [])].map((word) => ({
    word: normalizeWord(word),
    table: term.id,
  })),
).sort((a, b) => b.word.length - a.word.length)

/** What may follow the name of a table without casting doubt on it. */
const PLAIN_TAIL = /^(?:$|[\d\p{P}\p{S}]|表|名册|名单|台账|数据|信息|明细|情况|导出|记录)/u

/** The table that a file or sheet is by its name: the longest table name or alias it begins with. */
export function tableByName(name: string): NamedTable | undefined {
  const key = normalizeWord(name)
  const found = WORDS.find(({ word }) => key.startsWith(word))
  if (found === undefined) return undefined
  return { table: found.table, certain: PLAIN_TAIL.test(key.slice(found.word.length)) }
}

/** Names that spreadsheet programs give to sheets by themselves. */
export function isDefaultSheetName(name: string): boolean {
  return /^(?:sheet|工作表|表)\s*\d*$/i.test(name.trim())
}

/** The Chinese name of a table. */
export function tableNameZh(table: TableName): string {
  return TABLES.find((term) => term.id === table)!.zh
}

import type { CreditPolicy } from '../config/config.ts'
import { type Columns, ROW } from '../dataset/columns.ts'
import { yearlyClasses } from './caps.ts'
import { creditAlone, creditKey, UNKNOWN_CREDIT } from './credit.ts'
import { remembered } from './memory.ts'

/**
 * Attendance split into what can be added without looking and what cannot. An ordinary row is present, as
 * member, lecturer or chair, shares its day with no other, its credit is known, and no cap of the year is to be
 * looked at. Everything else that
 * says something is unusual; rows that say nothing (absent, excused) are neither.
 */
export interface OrdinaryRows {
  /** 1/100 hours of ordinary rows, 0 for all others. */
  readonly credit: Uint16Array
  /** 1 for ordinary rows, 0 for all others. */
  readonly present: Uint8Array
  /** Unusual rows of a member: [unusualStart[m], unusualStart[m + 1]). */
  readonly unusualStart: Uint32Array
  readonly unusualRow: Uint32Array
  /** Number of rows by session class. */
  readonly rowsOfClass: Uint32Array
}

/** The split of a dataset under a credit policy. */
export function ordinaryRows(columns: Columns, policy: CreditPolicy): OrdinaryRows {
  return remembered(columns, `ordinary ${creditKey(policy)}`, () => split(columns, policy))
}

function split(columns: Columns, policy: CreditPolicy): OrdinaryRows {
  const { rowCount, memberCount, rowStart, rowFlags, rowClass } = columns
  const all = creditAlone(columns, policy)
  const yearly = yearlyClasses(columns, policy)
  const credit = new Uint16Array(rowCount)
  const present = new Uint8Array(rowCount)
  const unusualStart = new Uint32Array(memberCount + 1)
  const unusual: number[] = []
  const rowsOfClass = new Uint32Array(columns.classes.length)
  for (let member = 0; member < memberCount; member++) {
    for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++) {
      rowsOfClass[rowClass[row]!]!++
      const kind = KIND_OF_FLAGS[rowFlags[row]!]!
      if (kind === SAYS_NOTHING) continue
      if (kind === UNUSUAL || all[row] === UNKNOWN_CREDIT || yearly?.[rowClass[row]!] === 1) unusual.push(row)
      else {
        credit[row] = all[row]!
        present[row] = 1
      }
    }
    unusualStart[member + 1] = unusual.length
  }
  return { credit, present, unusualStart, unusualRow: Uint32Array.from(unusual), rowsOfClass }
}

/** Rows by member: [start[m], start[m + 1]) of `rows`. */
export interface RowsOfMembers {
  readonly start: Uint32Array
  readonly rows: Uint32Array
}

/** The ordinary rows of some session classes. */
export function ordinaryRowsOf(columns: Columns, policy: CreditPolicy, classes: Uint8Array): RowsOfMembers {
  const key = `rows ${creditKey(policy)} ${classes.join('')}`
  return remembered(columns, key, () => {
    const { memberCount, rowStart, rowClass } = columns
    const { present } = ordinaryRows(columns, policy)
    const start = new Uint32Array(memberCount + 1)
    const rows: number[] = []
    for (let member = 0; member < memberCount; member++) {
      for (let row = rowStart[member]!; row < rowStart[member + 1]!; row++)
        if (classes[rowClass[row]!] === 1 && present[row] === 1) rows.push(row)
      start[member + 1] = rows.length
    }
    return { start, rows: Uint32Array.from(rows) }
  })
}

/** Kinds of rows by what they say. */
export const SAYS_NOTHING = 0
export const ORDINARY = 1
const UNUSUAL = 2

/** The kind of a row by its flags. */
export const KIND_OF_FLAGS = new Uint8Array(256)
for (let flags = 0; flags < 256; flags++) {
  const status = flags & ROW.STATUS
  if (status === ROW.EXCUSED || status === ROW.ABSENT) continue
  const isObserver = (flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT === ROW.OBSERVER
  const marks = flags & (ROW.CROWDED | ROW.HOURS_ONLY | ROW.NAMED_LECTURER)
  KIND_OF_FLAGS[flags] = status === ROW.MADE_UP || isObserver || marks !== 0 ? UNUSUAL : ORDINARY
}

/** Whether a row with these flags says that the member was there, or made it up, in whatever capacity. */
export function saysSomething(flags: number): boolean {
  return KIND_OF_FLAGS[flags] !== SAYS_NOTHING
}

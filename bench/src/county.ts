/** The county everything is measured on. */
import {
  type AttendanceRow,
  buildDataset,
  type Config,
  type Dataset,
  type DatasetRows,
  defineConfig,
} from '@xueshi/core'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { plainWords } from './plain-words.ts'

export const MEMBERS = 10_000
export const ATTENDANCE_ROWS = 400_000
export const AS_OF = '2025-12-31'

/** Rows of the county as `JSON.parse` gives them, that is, as nobody has prepared them. */
export function countyRows(members = MEMBERS, attendanceRows = ATTENDANCE_ROWS): DatasetRows {
  return JSON.parse(countyText(members, attendanceRows)) as DatasetRows
}

/** The same with identifiers in place of Chinese words, again as `JSON.parse` gives them. */
export function countyPlainRows(members = MEMBERS, attendanceRows = ATTENDANCE_ROWS): DatasetRows {
  return JSON.parse(JSON.stringify(plainWords(countyRows(members, attendanceRows)))) as DatasetRows
}

/** The same as the text of a `dataset.json`. */
export function countyText(members = MEMBERS, attendanceRows = ATTENDANCE_ROWS): string {
  const { rows } = sampleCounty({ members, attendanceRows })
  // Attendance comes as sign-in lists, one session after the other; the generator goes person by person.
  const starts = new Map(rows.sessions.map((session) => [session.id, session.start]))
  const order = (row: AttendanceRow) => `${starts.get(row.session)} ${row.session}`
  const keyed = (rows.attendance ?? []).map((row) => ({ row, key: order(row) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return JSON.stringify({ ...rows, attendance: keyed.map(({ row }) => row) })
}

export function countyDataset(rows: DatasetRows): Dataset {
  return buildDataset(rows)
}

/** Every requirement there is, both presets on. */
export function everyRule(): Config {
  return defineConfig(national.presets.organ, national.presets.organUnconfirmed)
}

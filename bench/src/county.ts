/** The county everything is measured on. */
import { buildDataset, type Config, type Dataset, type DatasetRows, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'

export const MEMBERS = 10_000
export const ATTENDANCE_ROWS = 400_000
export const AS_OF = '2025-12-31'

/** Rows of the county as `JSON.parse` gives them, that is, as nobody has prepared them. */
export function countyRows(members = MEMBERS, attendanceRows = ATTENDANCE_ROWS): DatasetRows {
  return JSON.parse(countyText(members, attendanceRows)) as DatasetRows
}

/** The same as the text of a `dataset.json`. */
export function countyText(members = MEMBERS, attendanceRows = ATTENDANCE_ROWS): string {
  return JSON.stringify(sampleCounty({ members, attendanceRows }).rows)
}

export function countyDataset(rows: DatasetRows): Dataset {
  return buildDataset(rows)
}

/** Every requirement there is, both presets on. */
export function everyRule(): Config {
  return defineConfig(national.presets.organ, national.presets.organUnconfirmed)
}

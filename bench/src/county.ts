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

/** Every rule of the national plugin, both presets on. */
export function everyRule(): Config {
  return defineConfig(national.presets.organ, national.presets.organUnconfirmed)
}

/** The rules whose equals are written out by the other sides of the comparisons; the rest of the plugin is off. */
const COMPARED: ReadonlySet<string> = new Set([
  'branch/committee-meeting',
  'branch/committee-size',
  'branch/democratic-appraisal',
  'branch/form',
  'branch/general-meeting',
  'branch/group-meeting',
  'branch/org-life-meeting',
  'branch/org-life-meeting-q4',
  'branch/party-history-study',
  'branch/size',
  'branch/theme-day',
  'center-group/quarterly-study',
  'committee/org-form',
  'development/target-training',
  'leader/democratic-life-meeting',
  'leader/democratic-life-meeting-q4',
  'leader/dual-life',
  'member/absence-6-months',
  'member/annual-central-training',
  'member/annual-hours',
  'party-group/secretary-lecture',
  'secretary/annual-hours',
  'secretary/annual-rotation',
])

/** The config of the comparisons. */
export function comparedRules(): Config {
  return defineConfig(everyRule().entries, {
    name: 'compared',
    rules: Object.fromEntries(
      national.rules
        .filter(({ id }) => !COMPARED.has(id))
        .map(({ id }) => [`${national.name}/${id}`, 'off' as const]),
    ),
  })
}

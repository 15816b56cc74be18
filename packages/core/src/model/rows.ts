import { z } from 'zod'
import { tryParseDate } from '../civil/date.ts'
import { minuteOf } from './minute.ts'

/** A reference to an identifier; what it names is looked up, so its form is not judged here. */
const reference = z.string().min(1).max(64)
/** Identifiers: 1 to 64 characters without control characters. */
const id = reference.refine(isPrintable, { error: 'control' })
const word = z.string().min(1).max(200)
const text = z.string().max(2000)
const date = z.string().refine((value) => tryParseDate(value) !== undefined, { error: 'date' })
const birth = z
  .string()
  .refine((value) => tryParseDate(value.length === 7 ? `${value}-01` : value) !== undefined, {
    error: 'date',
  })
const instant = z
  .string()
  .refine((value) => minuteOf(value) !== undefined || tryParseDate(value) !== undefined, { error: 'instant' })
/** Credit hours of one record: 0 to 600, at most two decimals are kept. */
const hours = z.number().min(0).max(600)

/**
 * A Party organization 党组织. Words (`kind`) may be identifiers, Chinese names or aliases of the table of
 * terms. `parent` is a code or a unique name. `dissolved` is the last day the organization exists.
 */
export const organizationRow = z.object({
  id,
  name: word,
  kind: word,
  parent: word.optional(),
  founded: date.optional(),
  dissolved: date.optional(),
  /** 每月5日, 每月第一个星期五 */
  themeDay: word.optional(),
  tags: z.array(word).optional(),
})

/**
 * A person 党员 (or on the way to become one). `organization` is the branch now, code or unique name.
 * Without `id` an identifier is derived (see the input contract). `tags` may be dated:
 * `行动不便@2025-03-01..2025-09-30`, both days inclusive.
 */
export const memberRow = z.object({
  id: id.optional(),
  name: word,
  sex: word.optional(),
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  born: birth.optional(),
  /** 公民身份号码; read to be checked, never stored. */
  citizenId: z.string().max(64).optional(),
  status: word,
  organization: word,
  group: word.optional(),
  appliedOn: date.optional(),
  activistOn: date.optional(),
  candidateOn: date.optional(),
  admittedOn: date.optional(),
  fullOn: date.optional(),
  membership: word.optional(),
  suspendedOn: date.optional(),
  resumedOn: date.optional(),
  /** The first day on which the person no longer belongs to the Party here (death, expulsion, moved away). */
  leftOn: date.optional(),
  education: word.optional(),
  occupation: word.optional(),
  rank: word.optional(),
  tags: z.array(word).optional(),
})

/** Organization relation 组织关系: member × branch or Party group, both days inclusive. */
export const affiliationRow = z.object({ member: word, organization: word, from: date, to: date.optional() })

/** Post 任职: member × organization × role, both days inclusive. */
export const postRow = z.object({
  member: word,
  organization: word,
  role: word,
  from: date,
  to: date.optional(),
  fullTime: z.boolean().optional(),
})

/**
 * A session 活动. `start` and `end` are instants, or civil dates where the time of day is not known.
 * `participants`, `excused`, `absentees` (names or ids) stand in for attendance rows.
 */
export const sessionRow = z.object({
  id,
  organization: word,
  kinds: z.array(word).min(1),
  title: text.optional(),
  start: instant,
  end: instant.optional(),
  hours: hours.optional(),
  mode: word.optional(),
  venue: text.optional(),
  lecturers: z.array(word).optional(),
  topics: z.array(word).optional(),
  program: text.optional(),
  coHosts: z.array(word).optional(),
  observers: z.array(word).optional(),
  status: word.optional(),
  plannedId: id.optional(),
  reportedOn: date.optional(),
  bulletinOn: date.optional(),
  participants: z.array(word).optional(),
  excused: z.array(word).optional(),
  absentees: z.array(word).optional(),
})

/** Attendance 考勤: session × member. `makeUpSession` names the session at which a missed one was made up. */
export const attendanceRow = z.object({
  session: reference,
  member: word,
  status: word,
  capacity: word.optional(),
  hours: hours.optional(),
  makeUpSession: reference.optional(),
})

/** A dated waiver 豁免: never open-ended, always with reason, approver and document number. */
export const waiverRow = z.object({
  rule: word,
  subject: word,
  from: date,
  to: date,
  reason: text.min(1),
  approver: word,
  document: word,
})

/** What the export says of itself 导出说明. */
export const exportRow = z.object({
  exportedOn: date.optional(),
  from: date.optional(),
  to: date.optional(),
  source: text.optional(),
})

/** The row schemas of the tables the engine reads, by table name. */
export const rowSchemas = {
  organizations: organizationRow,
  members: memberRow,
  affiliations: affiliationRow,
  posts: postRow,
  sessions: sessionRow,
  attendance: attendanceRow,
  waivers: waiverRow,
  export: exportRow,
} as const

/** A row of 党组织. */
export type OrganizationRow = z.infer<typeof organizationRow>
/** A row of 党员. */
export type MemberRow = z.infer<typeof memberRow>
/** A row of 组织关系. */
export type AffiliationRow = z.infer<typeof affiliationRow>
/** A row of 任职. */
export type PostRow = z.infer<typeof postRow>
/** A row of 活动. */
export type SessionRow = z.infer<typeof sessionRow>
/** A row of 考勤. */
export type AttendanceRow = z.infer<typeof attendanceRow>
/** A row of 豁免. */
export type WaiverRow = z.infer<typeof waiverRow>
/** The row of 导出说明. */
export type ExportRow = z.infer<typeof exportRow>

/** The tables a dataset can be built from. */
export type InputTable = keyof typeof rowSchemas

/** The row type of a table. */
export type RowOf<T extends InputTable> = z.infer<(typeof rowSchemas)[T]>

/** All tables at once; the first three are required, an absent table is not the same as an empty one. */
export interface DatasetRows {
  readonly organizations: readonly OrganizationRow[]
  readonly members: readonly MemberRow[]
  readonly sessions: readonly SessionRow[]
  readonly affiliations?: readonly AffiliationRow[]
  readonly posts?: readonly PostRow[]
  readonly attendance?: readonly AttendanceRow[]
  readonly waivers?: readonly WaiverRow[]
  readonly export?: readonly ExportRow[]
}

/** Whether a text has no control character: ids are joined by line feeds and written into files. */
function isPrintable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 32 || c === 127 || c === 0x2028 || c === 0x2029) return false
  }
  return true
}

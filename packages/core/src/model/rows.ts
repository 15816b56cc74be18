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

/** A count of persons. */
const persons = z.number().int().min(0).max(1_000_000)

/**
 * A dated act 记录: what is recorded without being a session (elections, talks, plans, reports, votes …). What
 * it is about depends on its kind: `member` the person it is done by or to, `counterpart` the other one,
 * `session` the meeting it belongs to. `until` is its last day where it lasts (a public notice).
 */
export const actRow = z.object({
  id,
  kind: word,
  date,
  until: date.optional(),
  organization: word.optional(),
  member: word.optional(),
  counterpart: word.optional(),
  session: reference.optional(),
  /** Persons entitled to be there, there, and in favour, of a vote. */
  entitled: persons.optional(),
  present: persons.optional(),
  inFavour: persons.optional(),
  amount: z.number().min(0).max(1_000_000_000).optional(),
  topics: z.array(word).optional(),
  document: text.optional(),
  note: text.optional(),
})

/** A lecturer 师资 of the shared bank. */
export const lecturerRow = z.object({
  id,
  name: word,
  member: word.optional(),
  organization: word.optional(),
  title: text.optional(),
  topics: z.array(word).optional(),
})

/** A course 课程. */
export const courseRow = z.object({
  id,
  name: word,
  lecturer: reference.optional(),
  topics: z.array(word).optional(),
  hours: hours.optional(),
})

/** A venue 阵地; `capacity` in persons. */
export const venueRow = z.object({
  id,
  name: word,
  organization: word.optional(),
  address: text.optional(),
  capacity: persons.optional(),
  /** Open to other organizations. */
  shared: z.boolean().optional(),
  /** Opening hours as written, 周一至周五 9:00-17:00. */
  open: text.optional(),
})

/** A program 培训项目: a class, a rotation, a themed education. Sessions name it in their column 培训项目. */
export const programRow = z.object({
  id,
  name: word,
  organization: word,
  kind: word.optional(),
  from: date,
  to: date.optional(),
  /** Whom it is for, as roles, statuses or words. */
  audience: z.array(word).optional(),
  quota: persons.optional(),
  /** Required items and reading list. */
  items: z.array(word).optional(),
  readings: z.array(word).optional(),
  /** Sets of materials issued. */
  materials: persons.optional(),
  assessment: text.optional(),
  hours: hours.optional(),
})

/** Voluntary service 志愿服务 of a person on a day. */
export const serviceRow = z.object({
  id,
  member: word,
  date,
  kind: word.optional(),
  organization: word.optional(),
  theme: text.optional(),
  hours: hours.optional(),
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
  acts: actRow,
  lecturers: lecturerRow,
  courses: courseRow,
  venues: venueRow,
  programs: programRow,
  services: serviceRow,
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
/** A row of 记录. */
export type ActRow = z.infer<typeof actRow>
/** A row of 师资. */
export type LecturerRow = z.infer<typeof lecturerRow>
/** A row of 课程. */
export type CourseRow = z.infer<typeof courseRow>
/** A row of 阵地. */
export type VenueRow = z.infer<typeof venueRow>
/** A row of 培训项目. */
export type ProgramRow = z.infer<typeof programRow>
/** A row of 志愿服务. */
export type ServiceRow = z.infer<typeof serviceRow>
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
  readonly acts?: readonly ActRow[]
  readonly lecturers?: readonly LecturerRow[]
  readonly courses?: readonly CourseRow[]
  readonly venues?: readonly VenueRow[]
  readonly programs?: readonly ProgramRow[]
  readonly services?: readonly ServiceRow[]
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

import {
  type AffiliationRow,
  formatDate,
  formatInstant,
  MEMBER_STATUSES,
  type MemberRow,
  type MemberStatus,
  ORGANIZATION_KINDS,
  type OrganizationKind,
  type OrganizationRow,
  type PostRow,
  ROLES,
  type Role,
  SESSION_KINDS,
  type SessionKind,
  type SessionRow,
  type Term,
} from '@xueshi/core'
import { unrealCitizenNumber } from './citizen-number.ts'
import { type Branch, EVER, NEVER, type Person, type Post, type Unit } from './model.ts'
import type { Meeting } from './sessions.ts'

function namesOf<T extends string>(terms: readonly Term[]): Record<T, string> {
  return Object.fromEntries(terms.map((term) => [term.id, term.zh])) as Record<T, string>
}

const KIND = namesOf<OrganizationKind>(ORGANIZATION_KINDS)
const STATUS = namesOf<MemberStatus>(MEMBER_STATUSES)
const ROLE = namesOf<Role>(ROLES)
const SESSION = namesOf<SessionKind>(SESSION_KINDS)
const SESSION_STATUS = { held: '已举办', cancelled: '取消', planned: '计划' } as const

/** The row of an organization. */
export function organizationRow(unit: Unit): OrganizationRow {
  const row: OrganizationRow = { id: unit.id, name: unit.name, kind: KIND[unit.kind] }
  if (unit.parent !== null) row.parent = unit.parent.id
  if (unit.founded > EVER) row.founded = formatDate(unit.founded)
  if (unit.dissolved < NEVER) row.dissolved = formatDate(unit.dissolved)
  if (unit.themeDay !== null) row.themeDay = unit.themeDay
  return row
}

/** The row of a person as the export of the last day shows it. */
export function memberRow(person: Person): MemberRow {
  const stay = person.stays.at(-1)!
  const row: MemberRow = {
    id: person.id,
    name: person.name,
    sex: person.woman ? '女' : '男',
    // Of a few only the month is known.
    born: formatDate(person.born).slice(0, person.ordinal % 211 === 0 ? 7 : 10),
    citizenId: citizenNumber(person),
    status: STATUS[person.status],
    organization: person.slips.has('branch') ? otherBranch(stay.branch) : stay.branch.id,
    education: person.education,
    occupation: person.occupation,
  }
  if (stay.group !== null && stay.group.dissolved >= NEVER) row.group = stay.group.id
  if (person.applied !== null) row.appliedOn = formatDate(person.applied)
  if (person.activist !== null) row.activistOn = formatDate(person.activist)
  if (person.candidate !== null) row.candidateOn = formatDate(person.candidate)
  if (person.admitted !== null) row.admittedOn = formatDate(person.admitted)
  if (person.full !== null) row.fullOn = formatDate(person.full)
  if (person.left !== null) row.leftOn = formatDate(person.left)
  if (person.suspended !== null) {
    row.membership = '停止党籍'
    row.suspendedOn = formatDate(person.suspended)
  } else if (person.admitted !== null) row.membership = '正常'
  if (person.rank !== null) row.rank = person.rank
  if (person.tags.length > 0) row.tags = [...person.tags]
  return row
}

/** The number, with a wrong check digit where that is planted. */
function citizenNumber(person: Person): string {
  const number = unrealCitizenNumber(person.born, person.woman, person.ordinal)
  if (!person.slips.has('citizen-number')) return number
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
}

/** Another branch of the organ, which the clerk took for the right one. */
function otherBranch(branch: Branch): string {
  return branch.organ.branches.find((one) => one !== branch && one.founded === EVER)!.id
}

/** Organization relations of a person: one row for each branch, and one for each group. */
export function affiliationRows(person: Person): AffiliationRow[] {
  const rows: AffiliationRow[] = []
  const spans = new Map<string, { from: number; to: number }>()
  const flush = (organization: string) => {
    const span = spans.get(organization)!
    spans.delete(organization)
    const row: AffiliationRow = { member: person.id, organization, from: formatDate(span.from) }
    if (span.to < NEVER) row.to = formatDate(span.to)
    rows.push(row)
  }
  const extend = (unit: Branch | Unit, from: number, to: number) => {
    const span = spans.get(unit.id)
    if (span !== undefined && span.to === from - 1) span.to = to
    else {
      if (span !== undefined) flush(unit.id)
      spans.set(unit.id, { from, to })
    }
  }
  for (const stay of person.stays) {
    const to = person.sentOn !== null && stay.to >= NEVER ? person.sentOn : stay.to
    extend(stay.branch, stay.from, to)
    if (stay.group !== null) extend(stay.group, stay.from, to)
  }
  for (const organization of [...spans.keys()]) flush(organization)
  return rows
}

/** The row of a post. */
export function postRow(post: Post): PostRow {
  const row: PostRow = {
    member: post.person.id,
    organization: post.unit.id,
    role: ROLE[post.role],
    from: formatDate(post.from),
  }
  if (post.fullTime) row.fullTime = true
  if (post.to < NEVER) row.to = formatDate(post.to)
  return row
}

/** The row of a session. */
export function sessionRow(meeting: Meeting): SessionRow {
  const at = (minute: number) => formatInstant(meeting.day * 1440 + minute)
  const row: SessionRow = {
    id: meeting.id,
    organization: meeting.host.id,
    kinds: meeting.kinds.map((kind) => SESSION[kind]),
    title: meeting.title,
    start: meeting.start < 0 ? formatDate(meeting.day) : at(meeting.start),
  }
  if (meeting.end >= 0) row.end = formatInstant(meeting.lastDay * 1440 + meeting.end)
  else if (meeting.lastDay > meeting.day) row.end = formatDate(meeting.lastDay)
  if (meeting.hours >= 0) row.hours = meeting.hours / 100
  row.mode = meeting.mode
  row.venue = meeting.venue
  if (meeting.lecturers.length > 0) row.lecturers = meeting.lecturers.map((person) => person.id)
  if (meeting.program !== null) row.program = meeting.program
  if (meeting.topics.length > 0) row.topics = [...meeting.topics]
  if (meeting.coHost !== null) row.coHosts = [meeting.coHost.id]
  if (meeting.observer !== null) row.observers = [meeting.observer.id]
  if (meeting.status !== 'blank') row.status = SESSION_STATUS[meeting.status]
  if (meeting.reportedOn !== null) row.reportedOn = formatDate(meeting.reportedOn)
  return row
}

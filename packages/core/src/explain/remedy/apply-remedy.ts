import { formatDate, parseDate } from '../../civil/date.ts'
import type { DatasetRows, MemberRow } from '../../model/rows.ts'
import type { MilestoneEvent } from '../../requirement/schema.ts'
import { COMMITTEE_MEMBER_ROLES, ROLES, type Role, termFinder } from '../../terms.ts'
import type { AddActs, AddMembers, AddPosts, AddSessions, DataChange, EndPosts, Remedy } from './remedy.ts'

/**
 * The rows of a dataset after all steps of a remedy, for asking “what if”: the given rows stay as they are. Where a
 * step leaves the choice of persons open, the first in order of id are taken. New records have ids that begin
 * with `remedy-`. References of the given rows are looked up by id.
 *
 * @example
 * ```ts
 * import { applyRemedy, buildDataset, check, type Config, type DatasetRows, explain } from '@xueshi/core'
 *
 * export function whatIf(rows: DatasetRows, config: Config, asOf: string, fingerprint: string) {
 *   const report = check(buildDataset(rows), config, { asOf })
 *   const { remedies } = explain(report, fingerprint)
 *   return remedies.map((remedy) =>
 *     check(buildDataset(applyRemedy(rows, remedy)), config, { asOf: remedy.asOf }),
 *   )
 * }
 * ```
 */
export function applyRemedy(rows: DatasetRows, remedy: Remedy): DatasetRows {
  return remedy.steps.reduce(applyChange, rows)
}

function applyChange(rows: DatasetRows, step: DataChange): DatasetRows {
  switch (step.change) {
    case 'add-sessions':
      return withSessions(rows, step)
    case 'add-acts':
      return withActs(rows, step)
    case 'redate-act':
      return {
        ...rows,
        acts: (rows.acts ?? []).map((act) => (act.id === step.act ? { ...act, date: step.date } : act)),
      }
    case 'set-milestone':
      return {
        ...rows,
        members: rows.members.map((member) =>
          member.id === step.member ? { ...member, [CELL_OF[step.milestone]]: step.date } : member,
        ),
      }
    case 'add-members':
      return withMembers(rows, step)
    case 'remove-members': {
      const gone = new Set([...step.among].sort().slice(0, step.count))
      return {
        ...rows,
        members: rows.members.map((member) =>
          gone.has(member.id ?? '') ? { ...member, leftOn: step.date } : member,
        ),
      }
    }
    case 'add-posts':
      return withPosts(rows, step)
    case 'end-posts':
      return withoutPosts(rows, step)
    case 'remove-attendance':
      return {
        ...rows,
        attendance: (rows.attendance ?? []).map((row) =>
          row.member === step.member && step.sessions.includes(row.session)
            ? { session: row.session, member: row.member, status: 'absent' }
            : row,
        ),
      }
    case 'cancel-sessions':
      return {
        ...rows,
        sessions: rows.sessions.map((session) =>
          step.sessions.includes(session.id) ? { ...session, status: 'cancelled' } : session,
        ),
      }
    case 'remove-acts':
      return { ...rows, acts: (rows.acts ?? []).filter(({ id }) => !step.acts.includes(id)) }
  }
}

const CELL_OF: Record<MilestoneEvent, keyof MemberRow> = {
  applied: 'appliedOn',
  activist: 'activistOn',
  candidate: 'candidateOn',
  admitted: 'admittedOn',
  'full-member': 'fullOn',
}

/** Ids that no record of a table has. */
function newIds(taken: readonly { readonly id?: string | undefined }[], count: number): string[] {
  const known = new Set(taken.map(({ id }) => id))
  const ids: string[] = []
  for (let i = 1; ids.length < count; i++) if (!known.has(`remedy-${i}`)) ids.push(`remedy-${i}`)
  return ids
}

function withSessions(rows: DatasetRows, step: AddSessions): DatasetRows {
  const { dates, attendance, organization, kind, mode, topic } = step
  const ids = newIds(rows.sessions, dates.length)
  const sessions = dates.map((date, i) => ({
    id: ids[i]!,
    organization,
    kinds: [kind],
    start: `${date}T09:00+08:00`,
    end: `${date}T10:00+08:00`,
    status: 'held',
    ...(mode === null ? {} : { mode }),
    ...(topic === null ? {} : { topics: [topic] }),
  }))
  const rowsOfIt =
    attendance === null
      ? []
      : ids.map((session) => ({
          session,
          member: attendance.member,
          status: 'present',
          capacity: attendance.capacity,
          ...(attendance.hours === null ? {} : { hours: attendance.hours }),
        }))
  return {
    ...rows,
    sessions: [...rows.sessions, ...sessions],
    ...(rowsOfIt.length === 0 ? {} : { attendance: [...(rows.attendance ?? []), ...rowsOfIt] }),
  }
}

function withActs(rows: DatasetRows, step: AddActs): DatasetRows {
  const { kind, organization, member, counterpart, topic, dates } = step
  const ids = newIds(rows.acts ?? [], dates.length)
  const acts = dates.map((date, i) => ({
    id: ids[i]!,
    kind,
    date,
    ...(organization === null ? {} : { organization }),
    ...(member === null ? {} : { member }),
    ...(counterpart === null ? {} : { counterpart }),
    ...(topic === null ? {} : { topics: [topic] }),
  }))
  return { ...rows, acts: [...(rows.acts ?? []), ...acts] }
}

function withMembers(rows: DatasetRows, { organization, status, count }: AddMembers): DatasetRows {
  const members = newIds(rows.members, count).map((id) => ({ id, name: id, status, organization }))
  return { ...rows, members: [...rows.members, ...members] }
}

/** Persons take up posts: those of the organization first, then anybody who has not left. */
function withPosts(rows: DatasetRows, step: AddPosts): DatasetRows {
  const { organization, role, count, besides, date } = step
  const free = rows.members
    .filter(({ id, leftOn }) => id !== undefined && leftOn === undefined && !besides.includes(id))
    .sort((a, b) => place(a, organization) - place(b, organization) || (a.id! < b.id! ? -1 : 1))
  const posts = free.slice(0, count).map(({ id }) => ({ member: id!, organization, role, from: date }))
  return { ...rows, posts: [...(rows.posts ?? []), ...posts] }
}

function place(member: MemberRow, organization: string): number {
  return member.organization === organization ? 0 : 1
}

const roleOf = termFinder(ROLES)

function isOfCommittee(role: Role | undefined): boolean {
  return COMMITTEE_MEMBER_ROLES.some((id) => id === role)
}

function withoutPosts(rows: DatasetRows, { organization, count, among, date }: EndPosts): DatasetRows {
  const leaving = new Set([...among].sort().slice(0, count))
  const before = formatDate(parseDate(date) - 1)
  const posts = (rows.posts ?? []).flatMap((post) => {
    const ends =
      post.organization === organization && leaving.has(post.member) && isOfCommittee(roleOf(post.role))
    if (!ends || post.from > date || (post.to !== undefined && post.to < date)) return [post]
    return post.from > before ? [] : [{ ...post, to: before }]
  })
  return { ...rows, posts }
}

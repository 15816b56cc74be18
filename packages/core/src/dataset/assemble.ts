import type { InputTable } from '../model/rows.ts'
import type { TableName } from '../terms.ts'
import { type AttendanceInput, mergeDuplicates, rankSessions, resolveRows, sortRows } from './attendance.ts'
import { attendanceColumns } from './attendance-columns.ts'
import { UNSTATED } from './attendance-store.ts'
import { Pseudonyms } from './citizen.ts'
import type { Collected } from './collected.ts'
import {
  memberColumns,
  orderMembers,
  organizationColumns,
  postColumns,
  sessionColumns,
} from './column-sets.ts'
import { type Columns, NONE, ROW } from './columns.ts'
import { settleStatement } from './coverage.ts'
import type { Dataset } from './dataset.ts'
import { settleFacts } from './facts.ts'
import { contentHash } from './hash.ts'
import { Identities } from './identities.ts'
import { identify } from './members.ts'
import { OrganizationTree } from './organizations.ts'
import { settlePlaces } from './places.ts'
import { settlePosts } from './posts.ts'
import { type SessionTable, settleSessions } from './session-table.ts'
import { EMPTY, type SessionDraft } from './sessions.ts'
import { memberDetail, Snapshot } from './snapshot.ts'
import { RowFinder, SyntheticRows, settleLecturers, settleMakeUps } from './synthetic-rows.ts'
import { settleWaivers } from './waivers.ts'

const REQUIRED: readonly InputTable[] = ['organizations', 'members', 'sessions']

/** Makes the dataset out of what was collected. */
export function assemble(collected: Collected): Dataset {
  const { drafts, log, options, tables } = collected
  for (const table of REQUIRED) if (!tables.has(table)) log.add('missingTable', { table })
  const statement = settleStatement(drafts.export, drafts.sessions, options.covers, log)
  const today = statement.exportedOn === NONE ? statement.to : statement.exportedOn
  const tree = new OrganizationTree(drafts.organizations, log)
  const pseudonyms = new Pseudonyms(options.pseudonymKey)
  const { members: known, nameless } = identify(drafts.members, tree, pseudonyms, log)
  if (pseudonyms.keyOfTheRun) log.add('keyOfTheRun', { table: 'members' })
  const identities = new Identities(known, nameless, tree, log)
  const affiliations = tables.has('affiliations') ? drafts.affiliations : undefined
  const affiliationCount = settlePlaces(known, affiliations, tree, identities, today, log)
  const members = orderMembers(known)
  const posts = settlePosts(drafts.posts, tree, identities, log)
  const facts = settleFacts(members, posts, tree, today, log)
  const listsOf = (draft: SessionDraft) => listContent(collected, draft)
  const sessions = settleSessions(drafts.sessions, listsOf, tree, log)
  const waivers = settleWaivers(drafts.waivers, identities, log)
  const idOf = (member: number) => members[member]!.id
  const attended = settleAttendance(collected, sessions, members.length, identities, idOf)
  const columns: Columns = Object.freeze({
    ...organizationColumns(tree),
    ...memberColumns(members, facts),
    ...postColumns(posts, members.length),
    ...sessionColumns(sessions),
    ...attended.columns,
    placeOfRow: attended.placeOfRow,
  })
  for (const draft of sessions.drafts) {
    draft.lecturers = EMPTY
    draft.coHosts = EMPTY
    draft.observers = EMPTY
  }
  reportRejected(collected)
  const counts: Partial<Record<TableName, number>> = {}
  for (const [table, count] of [
    ['organizations', columns.orgCount],
    ['members', columns.memberCount],
    ['affiliations', affiliationCount],
    ['posts', columns.postCount],
    ['sessions', columns.sessionCount],
    ['waivers', waivers.length],
    ['export', drafts.export.length],
  ] as const)
    if (tables.has(table)) counts[table] = count
  if (attended.count !== undefined) counts.attendance = attended.count
  const { lecturers } = attended
  const content = { columns, tree, members, sessions, lecturers, waivers, statement }
  const hash = contentHash({ ...content, tables: Object.keys(counts).sort() })
  const places = log.places('sessions')
  return new Snapshot({
    ...content,
    members: members.map(memberDetail),
    counts,
    seen: collected.seen,
    problems: log.problems(),
    hash,
    sessionPlace: (ordinal) => places.place(ordinal),
  })
}

function settleAttendance(
  collected: Collected,
  sessions: SessionTable,
  memberCount: number,
  identities: Identities,
  idOf: (member: number) => string,
) {
  const { attendance, lists, log, tables } = collected
  const total = attendance.count
  const listOrigin: number[] = []
  for (const draft of sessions.drafts)
    for (let i = draft.listFrom; i < draft.listTo; i++) {
      const { member, flags } = lists.at(i)
      listOrigin.push(draft.ordinal)
      attendance.push(attendance.sessions.code(draft.id), member, flags, UNSTATED)
    }
  const accepted = attendance.count - attendance.holes
  const rows = attendance.drain()
  const input: AttendanceInput = {
    rows,
    listBase: total,
    listOrigin,
    sessionWords: attendance.sessions.close(),
    memberWords: attendance.members.close(),
    makeUps: attendance.makeUps,
    sessions,
    memberCount,
    identities,
    log,
  }
  const lost = resolveRows(input)
  if (lost * 100 > accepted)
    log.add('attendanceUntrustworthy', { table: 'attendance' }, { count: lost, total: accepted })
  const { rankOf } = rankSessions(sessions)
  // At most one row is made per make-up and per lecturer named.
  let spare = attendance.makeUps.size
  for (const draft of sessions.drafts) spare += draft.lecturers.length
  const sorted = sortRows(rows, rankOf, memberCount, spare)
  rows.member = new Uint32Array(0)
  const kept = mergeDuplicates(input, sorted, idOf)
  const finder = new RowFinder(input, kept, rankOf)
  const synthetic = new SyntheticRows(sessions.drafts.length)
  const made = settleMakeUps(input, kept, finder, synthetic, idOf)
  const lecturers = settleLecturers(input, finder, synthetic)
  const columns = attendanceColumns(input, kept, synthetic.sorted(rankOf), made, rankOf)
  const rowPlaces = log.places('attendance')
  const sessionPlaces = log.places('sessions')
  const origin = Uint32Array.from(listOrigin)
  const placeOfRow: Columns['placeOfRow'] = (ordinal) => {
    if (ordinal < total) return Object.freeze(rowPlaces.place(ordinal))
    const session = origin[ordinal - total]
    return session === undefined ? null : Object.freeze(sessionPlaces.place(session))
  }
  const present = tables.has('attendance') || listOrigin.length > 0
  return { columns, lecturers, placeOfRow, count: present ? kept.count : undefined }
}

/** The lists of persons of a session as text, for telling equal duplicates from different ones. */
function listContent({ attendance, lists }: Collected, draft: SessionDraft): string[] {
  const names: string[] = []
  for (let i = draft.listFrom; i < draft.listTo; i++) {
    const { member, flags } = lists.at(i)
    names.push(`${flags & ROW.STATUS}${attendance.members.words[member]}`)
  }
  return names.sort()
}

/** A table of which most records were lost cannot be relied on. */
function reportRejected({ rejected, log, tables }: Collected): void {
  for (const table of [...REQUIRED, 'attendance'] as const) {
    const total = log.places(table).count
    const count = rejected.get(table) ?? 0
    if (tables.has(table) && count * 2 > total) log.add('tableUntrustworthy', { table }, { count, total })
  }
}

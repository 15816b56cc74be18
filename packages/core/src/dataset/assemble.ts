import type { Place } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'
import type { TableName } from '../terms.ts'
import { settleActs } from './act-table.ts'
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
import { identify, type KnownMember } from './members.ts'
import { OrganizationTree } from './organizations.ts'
import { settlePlaces } from './places.ts'
import { settlePosts } from './posts.ts'
import type { Provenance } from './provenance.ts'
import { memberDetail } from './records.ts'
import { References } from './references.ts'
import { REGISTERS, settleRegisters } from './registers.ts'
import { settleServices } from './services.ts'
import { type SessionPersons, type SessionTable, settleSessions } from './session-table.ts'
import { Snapshot } from './snapshot.ts'
import { RowFinder, SyntheticRows, settleLecturers, settleMakeUps } from './synthetic-rows.ts'
import { settleWaivers } from './waivers.ts'

const REQUIRED: readonly InputTable[] = ['organizations', 'members', 'sessions']

/** Makes the dataset out of what was collected. */
export function assemble(collected: Collected): Dataset {
  const { drafts, mentions, log, options, tables } = collected
  for (const table of REQUIRED) if (!tables.has(table)) log.add('missingTable', { table })
  const statement = settleStatement(drafts.export, collected.sessions, options.covers, log)
  const today = statement.exportedOn === NONE ? statement.to : statement.exportedOn
  const tree = new OrganizationTree(drafts.organizations, log)
  const pseudonyms = new Pseudonyms(options.pseudonymKey)
  const { members: known, nameless } = identify(drafts.members, tree, pseudonyms, log)
  const identities = new Identities(known, nameless, tree, log)
  const references = new References(mentions, tree, identities, pseudonyms, log)
  const affiliations = tables.has('affiliations') ? collected.affiliations : undefined
  const affiliationCount = settlePlaces(known, affiliations, tree, mentions, references, today, log)
  collected.affiliations.release()
  const members = orderMembers(known)
  const posts = settlePosts(drafts.posts, tree, identities, log)
  const facts = settleFacts(members, posts, tree, today, log)
  const { sessions, persons } = settleSessions(
    collected.sessions,
    listContent(collected),
    mentions,
    tree,
    log,
  )
  collected.sessions.release()
  const waivers = settleWaivers(drafts.waivers, identities, log)
  const registers = settleRegisters(drafts, references, tables.has('lecturers'), log)
  const services = settleServices(collected.services, mentions, references, log)
  collected.services.release()
  const acts = settleActs(collected.acts, {
    references,
    mentions,
    sessionAt: persons.positions,
    hostOf: sessions.host,
    memberCount: members.length,
    organizationCount: tree.drafts.length,
    log,
  })
  collected.acts.release()
  if (pseudonyms.keyOfTheRun) log.add('keyOfTheRun', { table: 'members' })
  const attended = settleAttendance(collected, sessions, persons, members, identities, references)
  const columns: Columns = Object.freeze({
    ...organizationColumns(tree),
    ...memberColumns(members, facts),
    ...postColumns(posts, members.length),
    ...sessionColumns(sessions),
    ...acts.columns,
    ...attended.columns,
    placeOfRow: attended.placeOfRow,
  })
  reportRejected(collected)
  const counts: Partial<Record<TableName, number>> = {}
  for (const [table, count] of [
    ['organizations', columns.orgCount],
    ['members', columns.memberCount],
    ['affiliations', affiliationCount],
    ['posts', columns.postCount],
    ['sessions', columns.sessionCount],
    ['acts', acts.columns.actCount],
    ...REGISTERS.map((table) => [table, registers[table].length] as const),
    ['services', services.count],
    ['waivers', waivers.length],
    ['export', drafts.export.length],
  ] as const)
    if (tables.has(table)) counts[table] = count
  if (attended.count !== undefined) counts.attendance = attended.count
  const { lecturers } = attended
  const content = {
    columns,
    tree,
    members,
    sessions,
    lecturers,
    acts: acts.details,
    registers,
    services,
    waivers,
    statement,
  }
  const hash = contentHash({ ...content, tables: Object.keys(counts).sort() })
  return new Snapshot({
    ...content,
    members: members.map(memberDetail),
    counts,
    seen: collected.seen,
    problems: log.problems(),
    hash,
    placeOfSession: placeIn(log.places('sessions')),
    placeOfMember: placeIn(log.places('members')),
    placeOfAct: placeIn(log.places('acts')),
  })
}

// Each closure that the dataset keeps is made in a function of its own: those made side by side keep all
// that any of them refers to, and with it the drafts.
function placeIn(places: Provenance): (ordinal: number) => Place {
  return (ordinal) => places.place(ordinal)
}

/** Places of rows: records of the table, then entries of lists, which have the place of their session. */
function placeOfRows(
  rows: Provenance,
  listBase: number,
  sessions: Provenance,
  listOrigin: Uint32Array,
): Columns['placeOfRow'] {
  return (ordinal) => {
    if (ordinal < listBase) return Object.freeze(rows.place(ordinal))
    const session = listOrigin[ordinal - listBase]
    return session === undefined ? null : Object.freeze(sessions.place(session))
  }
}

function settleAttendance(
  collected: Collected,
  sessions: SessionTable,
  persons: SessionPersons,
  members: readonly KnownMember[],
  identities: Identities,
  references: References,
) {
  const { attendance, mentions, log, tables } = collected
  const idOf = (member: number) => members[member]!.id
  const listBase = attendance.count
  const listOrigin = addLists(collected, sessions, persons)
  const accepted = attendance.count - attendance.holes
  const rows = attendance.drain()
  const input: AttendanceInput = {
    rows,
    listBase,
    listOrigin,
    mentions,
    makeUps: attendance.makeUps,
    sessions,
    persons,
    memberCount: members.length,
    identities,
    references,
    log,
  }
  const lost = resolveRows(input)
  if (lost * 100 > accepted)
    log.add('attendanceUntrustworthy', { table: 'attendance' }, { count: lost, total: accepted })
  const { rankOf } = rankSessions(sessions)
  // At most one row is made per make-up and per lecturer named.
  let spare = attendance.makeUps.size
  for (const named of persons.lecturers.values()) spare += named.length
  const sorted = sortRows(rows, rankOf, members.length, spare)
  rows.member = new Uint32Array(0)
  const kept = mergeDuplicates(input, sorted, idOf)
  const finder = new RowFinder(input, kept, rankOf)
  const synthetic = new SyntheticRows(sessions.count)
  const made = settleMakeUps(input, kept, finder, synthetic, idOf)
  const lecturers = settleLecturers(input, finder, synthetic)
  const columns = attendanceColumns(input, kept, synthetic.sorted(rankOf), made, rankOf)
  const origin = Uint32Array.from(listOrigin)
  const placeOfRow = placeOfRows(log.places('attendance'), listBase, log.places('sessions'), origin)
  const present = tables.has('attendance') || listOrigin.length > 0
  return { columns, lecturers, placeOfRow, count: present ? kept.count : undefined }
}

/** Adds the lists of persons of sessions to the rows; returns the record of the session of each. */
function addLists(
  { attendance, lists, mentions }: Collected,
  sessions: SessionTable,
  persons: SessionPersons,
) {
  const origin: number[] = []
  if (lists.count === 0) return origin
  for (let session = 0; session < sessions.count; session++)
    for (let i = persons.listFrom[session]!; i < persons.listTo[session]!; i++) {
      const { member, flags } = lists.at(i)
      origin.push(sessions.ordinal[session]!)
      attendance.push(mentions.sessions.code(sessions.id[session]!), member, flags, UNSTATED)
    }
  return origin
}

/** The lists of persons of a session as text, for telling equal duplicates from different ones. */
function listContent({ mentions, lists }: Collected) {
  return (listFrom: number, listTo: number): string[] => {
    const names: string[] = []
    for (let i = listFrom; i < listTo; i++) {
      const { member, flags } = lists.at(i)
      names.push(`${flags & ROW.STATUS}${mentions.persons.values[member]}`)
    }
    return names.sort()
  }
}

/** A table of which most records were lost cannot be relied on. */
function reportRejected({ rejected, log, tables }: Collected): void {
  for (const table of [...REQUIRED, 'attendance'] as const) {
    const total = log.places(table).count
    const count = rejected.get(table) ?? 0
    if (tables.has(table) && count * 2 > total) log.add('tableUntrustworthy', { table }, { count, total })
  }
}

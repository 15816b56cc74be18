import { crowdingTraits, markCrowdedRows, NO_PLACE } from '../dataset/attendance-columns.ts'
import { sessionColumns } from '../dataset/column-sets.ts'
import { type Columns, ROW } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { contentHash } from '../dataset/hash.ts'
import type { SnapshotParts } from '../dataset/records.ts'
import type { SessionTable } from '../dataset/session-table.ts'
import { Snapshot } from '../dataset/snapshot.ts'
import type { Problem } from '../model/problem.ts'
import type { TableName } from '../terms.ts'
import { deriveRows, mostRowsOf } from './derived-rows.ts'
import type { Books } from './desk-columns.ts'
import { memberColumnsOf } from './member-columns-of.ts'
import { knownMembers } from './persons.ts'
import { type OrderedSessions, sessionTableOf } from './session-table-of.ts'

/** The dataset of a ledger as the builder would have made it of all rows. */
export function datasetOf(
  parts: SnapshotParts,
  books: Books,
  counts: Dataset['counts'],
  seen: SnapshotParts['seen'],
  problems: readonly Problem[],
): Snapshot {
  const ordered = sessionTableOf(parts, books.sessions)
  const order = memberOrder(books)
  const { table } = ordered
  const columns: Columns = Object.freeze({
    ...books.base,
    ...memberColumnsOf(books, order, ordered.positionOf),
    ...sessionColumns(table),
    ...rowColumns(books, order, ordered),
  })
  const known = knownMembers(parts, books.people)
  const content = {
    columns,
    tree: parts.tree,
    sessions: table,
    lecturers: lecturersOf(books, ordered),
    acts: parts.acts,
    registers: parts.registers,
    services: parts.services,
    waivers: parts.waivers,
    statement: parts.statement,
  }
  const tables = Object.keys(counts).sort() as TableName[]
  const hash = contentHash({ ...content, members: Array.from(order, (member) => known[member]!), tables })
  return new Snapshot({
    ...parts,
    ...content,
    members: Array.from(order, (member) => parts.members[member]!),
    counts,
    seen,
    problems,
    hash,
  })
}

/** Members in order of their last branch, then id: positions in the ledger. */
function memberOrder({ base, people }: Books): Uint32Array {
  const order = Uint32Array.from({ length: base.memberCount }, (_, member) => member)
  if (people.changed.size === 0) return order
  const last = Int32Array.from(order, (member) =>
    people.changed.has(member)
      ? people.of(member).stays.at(-1)!.branch
      : base.placeBranch[base.placeStart[member + 1]! - 1]!,
  )
  const { memberId } = base
  return order.sort((a, b) => last[a]! - last[b]! || (memberId[a]! < memberId[b]! ? -1 : 1))
}

function lecturersOf({ sessions }: Books, { sourceOf }: OrderedSessions): Map<number, readonly string[]> {
  const lecturers = new Map<number, readonly string[]>()
  sourceOf.forEach((session, position) => {
    const names = sessions.lecturersOf(session)
    if (names.length > 0) lecturers.set(position, names)
  })
  return lecturers
}

/** The columns of attendance in an order of members and sessions. */
function rowColumns({ base, attendance, sessions }: Books, order: Uint32Array, ordered: OrderedSessions) {
  const { table, positionOf, sourceOf } = ordered
  let most = 0
  for (const member of order) {
    const own = attendance.own.get(member)
    most += own === undefined ? base.rowStart[member + 1]! - base.rowStart[member]! : mostRowsOf(own)
  }
  const rowStart = new Uint32Array(order.length + 1)
  const rowSession = new Uint32Array(most)
  const rowFlags = new Uint8Array(most)
  const rowHours = new Uint16Array(most)
  const rowPlace = new Uint32Array(most)
  const made = new Map<number, number>()
  const record = new Int32Array(most)
  const target = { session: rowSession, flags: rowFlags, hours: rowHours, record, makeUpOf: made }
  const changed = new Set<number>()
  let out = 0
  order.forEach((member, m) => {
    const own = attendance.own.get(member)
    if (own !== undefined) {
      const end = deriveRows(own, sessions.order, target, out)
      for (; out < end; out++)
        rowPlace[out] = record[out]! < 0 ? NO_PLACE : attendance.placeOf(member, own, record[out]!)
      changed.add(m)
    } else {
      const from = base.rowStart[member]!
      const to = base.rowStart[member + 1]!
      rowSession.set(base.rowSession.subarray(from, to), out)
      rowFlags.set(base.rowFlags.subarray(from, to), out)
      rowHours.set(base.rowHours.subarray(from, to), out)
      rowPlace.set(base.rowPlace.subarray(from, to), out)
      for (let row = from; row < to; row++) {
        if ((base.rowFlags[row]! & ROW.STATUS) !== ROW.MADE_UP) continue
        const makeUp = base.makeUpOf.get(row)
        if (makeUp !== undefined) made.set(out + row - from, makeUp)
      }
      out += to - from
    }
    rowStart[m + 1] = out
  })
  const dayBase = firstDay(table)
  const rowClass = new Uint16Array(out)
  const rowDay = new Uint16Array(out)
  for (let row = 0; row < out; row++) {
    const session = positionOf[rowSession[row]!]!
    rowSession[row] = session
    rowClass[row] = table.classOf[session]!
    rowDay[row] = table.day[session]! - dayBase
  }
  const traits = crowdingTraits(table)
  for (const m of changed)
    markCrowdedRows(rowStart[m]!, rowStart[m + 1]!, rowSession, rowFlags, rowDay, traits)
  return {
    rowCount: out,
    rowStart,
    rowSession: rowSession.slice(0, out),
    rowFlags: rowFlags.slice(0, out),
    rowHours: rowHours.slice(0, out),
    rowClass,
    rowDay,
    dayBase,
    makeUpOf: new Map([...made].map(([row, session]) => [row, session < 0 ? -1 : positionOf[session]!])),
    rowPlace: rowPlace.slice(0, out),
    placeOfRow: placeOfRow(base),
    sessionRows: Uint32Array.from(sourceOf, (session) => sessions.columns.sessionRows[session]!),
  }
}

function placeOfRow(base: Columns): Columns['placeOfRow'] {
  return (ordinal) => (ordinal === NO_PLACE ? null : base.placeOfRow(ordinal))
}

function firstDay(table: SessionTable): number {
  let first = Number.POSITIVE_INFINITY
  for (const day of table.day) if (day < first) first = day
  return Number.isFinite(first) ? first : 0
}

import { createHash, type Hash } from 'node:crypto'
import type { WaiverRow } from '../model/rows.ts'
import type { ActDetails } from './act-table.ts'
import type { Columns } from './columns.ts'
import type { Statement } from './coverage.ts'
import { int32 } from './days.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { PackedTexts } from './packed-texts.ts'
import { type Profile, profileWords } from './profile.ts'
import { REGISTERS, type Registers } from './registers.ts'
import type { ServiceTable } from './services.ts'
import type { SessionTable } from './session-table.ts'
import { tagText } from './tags.ts'

/** What the hash of a dataset is taken over besides its columns. */
export interface HashedContent {
  readonly columns: Columns
  readonly tree: OrganizationTree
  readonly members: readonly KnownMember[]
  readonly sessions: SessionTable
  readonly lecturers: ReadonlyMap<number, readonly string[]>
  readonly acts: ActDetails
  readonly registers: Registers
  readonly services: ServiceTable
  readonly waivers: readonly WaiverRow[]
  readonly statement: Statement
  /** Tables that were part of the input. */
  readonly tables: readonly string[]
}

/**
 * SHA-256 over the canonical content: columns as bytes in their canonical order (little-endian), texts field
 * by field with their lengths in order of id. Places, problems and the words as they were written take no part.
 */
export function contentHash(content: HashedContent): string {
  const { columns, tree, members, sessions, lecturers } = content
  const digest = createHash('sha256')
  digest.update(JSON.stringify(['xueshi-dataset-3', content.tables, content.statement, content.waivers]))
  addIds(digest, columns.orgId)
  addTexts(digest, tree.drafts, (draft) => draft.name)
  addTexts(digest, tree.drafts, (draft) => draft.themeDay)
  addTexts(digest, tree.drafts, (draft) => listText(draft.tags))
  addIds(digest, columns.memberId)
  addTexts(digest, members, (member) => member.draft.name)
  addTexts(digest, members, (member) => member.draft.born)
  addTexts(digest, members, ({ draft }) =>
    draft.tags.length === 0 ? null : listText(draft.tags.map(tagText)),
  )
  addProfiles(digest, members)
  addBytes(
    digest,
    'status',
    int32(members, (member) => member.draft.status),
  )
  const { texts } = sessions
  addIds(digest, sessions.id)
  addCodedTexts(digest, sessions.title, texts)
  addCodedTexts(digest, sessions.venue, texts)
  addCodedTexts(digest, sessions.program, texts)
  addRareTexts(digest, sessions.count, sessions.plannedId, (text) => text)
  addRareTexts(digest, sessions.count, sessions.unknownKinds, listText)
  addRareTexts(digest, sessions.count, lecturers, listText)
  addRareTexts(digest, sessions.count, sessions.observers, listText)
  addBytes(digest, 'reportedOn', sessions.reportedOn)
  addBytes(digest, 'bulletinOn', sessions.bulletinOn)
  digest.update(JSON.stringify([columns.roles, columns.factSets, columns.classes, columns.dayBase]))
  for (const name of HASHED_COLUMNS) addBytes(digest, name, columns[name])
  digest.update(JSON.stringify([...columns.makeUpOf]))
  if (content.tables.includes('acts')) addActs(digest, columns, content.acts)
  for (const table of REGISTERS)
    if (content.tables.includes(table)) addRecords(digest, table, content.registers[table])
  if (content.tables.includes('services')) addServices(digest, content.services)
  return digest.digest('hex')
}

/** Adds the profiles: codes in order of first use by member, then what they stand for. */
function addProfiles(digest: Hash, members: readonly KnownMember[]): void {
  const codes = new Map<Profile, number>()
  const codeOf = (profile: Profile): number => {
    let code = codes.get(profile)
    if (code === undefined) {
      code = codes.size
      codes.set(profile, code)
    }
    return code
  }
  addBytes(
    digest,
    'profile',
    int32(members, ({ draft }) => codeOf(draft.profile)),
  )
  digest.update(JSON.stringify(Array.from(codes.keys(), profileWords)))
}

function addActs(digest: Hash, columns: Columns, acts: ActDetails): void {
  addPacked(digest, acts.id)
  addCodedTexts(digest, acts.document, acts.texts)
  addCodedTexts(digest, acts.note, acts.texts)
  digest.update(JSON.stringify([[...acts.votes], [...acts.amount], [...acts.topics]]))
  for (const name of ACT_COLUMNS) addBytes(digest, name, columns[name])
}

function addServices(digest: Hash, services: ServiceTable): void {
  addPacked(digest, services.id)
  addIds(digest, services.member)
  addCodedTexts(digest, services.kind, services.texts)
  addCodedTexts(digest, services.theme, services.texts)
  for (const name of ['day', 'organization', 'hours'] as const) addBytes(digest, name, services[name])
}

/** Adds texts that are coded: codes in order of first use, then what they stand for. */
function addCodedTexts(digest: Hash, codes: Int32Array, texts: readonly (string | null)[]): void {
  const canonical = new Int32Array(texts.length).fill(-1)
  const used = new Map<string | null, number>()
  const column = new Int32Array(codes.length)
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (canonical[code]! < 0) {
      const text = texts[code]!
      canonical[code] = used.get(text) ?? used.size
      used.set(text, canonical[code]!)
    }
    column[i] = canonical[code]!
  }
  addBytes(digest, 'codes', column)
  digest.update(JSON.stringify([...used.keys()]))
}

/** Adds records of few fields; the text of each says where it ends. */
function addRecords(digest: Hash, table: string, records: readonly object[]): void {
  digest.update(`${table}:${records.length}\n`)
  for (const record of records) digest.update(JSON.stringify(record))
}

/** Adds ids, which have no line feeds. */
function addIds(digest: Hash, ids: readonly string[]): void {
  digest.update(`${ids.length}\n`)
  digest.update(ids.join('\n'))
}

/** Adds ids as {@link addIds} does. */
function addPacked(digest: Hash, ids: PackedTexts): void {
  digest.update(`${ids.count}\n`)
  digest.update(ids.joined)
}

/** Adds a text of each record. */
function addTexts<T>(digest: Hash, records: ArrayLike<T>, textOf: (record: T) => string | null): void {
  addTextColumn(
    digest,
    Array.from(records, (record) => textOf(record)),
  )
}

/** Adds texts: their lengths, -1 for none, then the texts in one piece. */
function addTextColumn(digest: Hash, texts: readonly (string | null)[]): void {
  const lengths = new Int32Array(texts.length)
  for (let i = 0; i < texts.length; i++) lengths[i] = texts[i]?.length ?? -1
  addBytes(digest, 'text', lengths)
  // `null` is joined as nothing.
  digest.update(texts.join(''))
}

/** Adds a text that only few of `count` records have, as {@link addTextColumn} does. */
function addRareTexts<T>(
  digest: Hash,
  count: number,
  values: ReadonlyMap<number, T>,
  textOf: (value: T) => string | null,
): void {
  const lengths = new Int32Array(count).fill(-1)
  const texts: string[] = []
  for (const [i, value] of values) {
    const text = textOf(value)
    if (text === null) continue
    lengths[i] = text.length
    texts.push(text)
  }
  addBytes(digest, 'text', lengths)
  digest.update(texts.join(''))
}

function addBytes(
  digest: Hash,
  name: string,
  column: Int32Array | Uint32Array | Uint16Array | Uint8Array,
): void {
  digest.update(`${name}:${column.length}\n`)
  digest.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
}

/** A list of words as one text, `null` for the empty list. */
function listText(words: readonly string[]): string | null {
  return words.length === 0 ? null : JSON.stringify(words)
}

const ACT_COLUMNS = [
  'actKind',
  'actDay',
  'actUntil',
  'actMember',
  'actCounterpart',
  'actOrg',
  'actSession',
] as const

const HASHED_COLUMNS = [
  'orgKind',
  'orgParent',
  'orgFounded',
  'orgDissolved',
  'memberApplied',
  'memberActivist',
  'memberCandidate',
  'memberAdmitted',
  'memberFull',
  'memberLeft',
  'factStart',
  'factDay',
  'factSet',
  'placeStart',
  'placeDay',
  'placeBranch',
  'placeGroup',
  'postMember',
  'postOrg',
  'postRole',
  'postFrom',
  'postTo',
  'postFullTime',
  'sessionHost',
  'sessionStart',
  'sessionEnd',
  'sessionEndDay',
  'sessionTimeless',
  'sessionHours',
  'sessionClass',
  'coHostStart',
  'coHost',
  'rowStart',
  'rowSession',
  'rowFlags',
  'rowHours',
] as const

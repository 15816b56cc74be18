import { createHash, type Hash } from 'node:crypto'
import type { WaiverRow } from '../model/rows.ts'
import type { ActDetails } from './act-table.ts'
import type { Columns } from './columns.ts'
import type { Statement } from './coverage.ts'
import { int32 } from './days.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import { type Profile, profileWords } from './profile.ts'
import { REGISTERS, type Registers } from './registers.ts'
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
  digest.update(JSON.stringify(['xueshi-dataset-2', content.tables, content.statement, content.waivers]))
  addTexts(digest, tree.drafts, (draft) => draft.id)
  addTexts(digest, tree.drafts, (draft) => draft.name)
  addTexts(digest, tree.drafts, (draft) => draft.themeDay)
  addTexts(digest, tree.drafts, (draft) => listText(draft.tags))
  addTexts(digest, members, (member) => member.id)
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
  addTextColumn(digest, sessions.id)
  addTextColumn(digest, sessions.title)
  addTexts(digest, sessions.venue, (code) => texts[code]!)
  addTexts(digest, sessions.program, (code) => texts[code]!)
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
  addTextColumn(digest, acts.id)
  addTextColumn(digest, acts.document)
  addTextColumn(digest, acts.note)
  addTexts(digest, acts.topics, listText)
  addTexts(digest, acts.amount, (amount) => (amount === null ? null : String(amount)))
  for (const name of ['entitled', 'present', 'inFavour'] as const) addBytes(digest, name, acts[name])
  for (const name of ACT_COLUMNS) addBytes(digest, name, columns[name])
}

/** Adds records of few fields; the text of each says where it ends. */
function addRecords(digest: Hash, table: string, records: readonly object[]): void {
  digest.update(`${table}:${records.length}\n`)
  for (const record of records) digest.update(JSON.stringify(record))
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

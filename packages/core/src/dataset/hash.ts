import { createHash, type Hash } from 'node:crypto'
import type { WaiverRow } from '../model/rows.ts'
import type { Columns } from './columns.ts'
import type { Statement } from './coverage.ts'
import { int32 } from './days.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { SessionTable } from './session-table.ts'
import { tagText } from './tags.ts'

/** What the hash of a dataset is taken over besides its columns. */
export interface HashedContent {
  readonly columns: Columns
  readonly tree: OrganizationTree
  readonly members: readonly KnownMember[]
  readonly sessions: SessionTable
  readonly lecturers: ReadonlyMap<number, readonly string[]>
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
  digest.update(JSON.stringify(['xueshi-dataset-1', content.tables, content.statement, content.waivers]))
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
  return digest.digest('hex')
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

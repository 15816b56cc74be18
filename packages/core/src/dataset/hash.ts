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
  const { drafts } = sessions
  addTexts(digest, drafts, (draft) => draft.id)
  addTexts(digest, drafts, (draft) => draft.title)
  addTexts(digest, drafts, (draft) => draft.venue)
  addTexts(digest, drafts, (draft) => draft.program)
  addTexts(digest, drafts, (draft) => draft.plannedId)
  addTexts(digest, drafts, (draft) => listText(draft.unknownKinds))
  addTexts(digest, drafts, (_, i) => listText(lecturers.get(i) ?? NO_TEXTS))
  addTexts(digest, drafts, (_, i) => listText(sessions.observers.get(i) ?? NO_TEXTS))
  addBytes(
    digest,
    'reportedOn',
    int32(drafts, (draft) => draft.reportedOn),
  )
  addBytes(
    digest,
    'bulletinOn',
    int32(drafts, (draft) => draft.bulletinOn),
  )
  digest.update(JSON.stringify([columns.roles, columns.factSets, columns.classes, columns.dayBase]))
  for (const name of HASHED_COLUMNS) addBytes(digest, name, columns[name])
  digest.update(JSON.stringify([...columns.makeUpOf]))
  return digest.digest('hex')
}

const NO_TEXTS: readonly string[] = []

/** Adds a field of a list of records: the lengths of the texts, -1 for none, then the texts in one piece. */
function addTexts<T>(
  digest: Hash,
  records: readonly T[],
  textOf: (record: T, i: number) => string | null,
): void {
  const texts: string[] = []
  const lengths = int32(records, (record, i) => {
    const text = textOf(record, i)
    if (text === null) return -1
    texts.push(text)
    return text.length
  })
  addBytes(digest, 'text', lengths)
  if (texts.length > 0) digest.update(texts.join(''))
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

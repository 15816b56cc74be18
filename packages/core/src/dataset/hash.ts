import { createHash } from 'node:crypto'
import type { WaiverRow } from '../model/rows.ts'
import { type Columns, NONE } from './columns.ts'
import type { KnownMember } from './members.ts'
import type { OrganizationTree } from './organizations.ts'
import type { SessionTable } from './session-table.ts'
import { tagText } from './tags.ts'
import type { Statement } from './coverage.ts'

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

/** Characters per update of the digest. */
const BATCH = 1 << 16

/**
 * SHA-256 over the canonical content: columns as bytes in their canonical order (little-endian), texts with
 * their lengths in order of id. Places, problems and the words as they were written take no part.
 */
export function contentHash(content: HashedContent): string {
  const { columns, tree, members, sessions, lecturers } = content
  const digest = createHash('sha256')
  digest.update(JSON.stringify(['xueshi-dataset-1', content.tables, content.statement, content.waivers]))
  const lines = (count: number, line: (i: number) => string) => {
    let batch = `${count}\n`
    for (let i = 0; i < count; i++) {
      batch += line(i)
      if (batch.length < BATCH) continue
      digest.update(batch)
      batch = ''
    }
    digest.update(batch)
  }
  lines(tree.drafts.length, (i) => {
    const { id, name, themeDay, tags } = tree.drafts[i]!
    return text(id) + text(name) + text(themeDay) + texts(tags)
  })
  lines(members.length, (i) => {
    const { id, draft } = members[i]!
    const tags = draft.tags.length === 0 ? NO_TEXTS : draft.tags.map(tagText)
    return `${text(id)}${text(draft.name)}${draft.status}${text(draft.born)}${texts(tags)}`
  })
  lines(sessions.drafts.length, (i) => {
    const draft = sessions.drafts[i]!
    return (
      text(draft.id) +
      texts(draft.unknownKinds) +
      text(draft.title) +
      text(draft.venue) +
      text(draft.program) +
      texts(lecturers.get(i) ?? NO_TEXTS) +
      texts(sessions.observers.get(i) ?? NO_TEXTS) +
      text(draft.plannedId) +
      (draft.reportedOn === NONE && draft.bulletinOn === NONE ? '-' : `${draft.reportedOn},${draft.bulletinOn};`)
    )
  })
  digest.update(JSON.stringify([columns.roles, columns.factSets, columns.classes, columns.dayBase]))
  for (const name of HASHED_COLUMNS) {
    const column = columns[name]
    digest.update(`${name}:${column.length}\n`)
    digest.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  }
  digest.update(JSON.stringify([...columns.makeUpOf]))
  return digest.digest('hex')
}

const NO_TEXTS: readonly string[] = []

/** A text with its length, so that no two lists of texts read alike. */
function text(value: string | null): string {
  return value === null ? '-' : `${value.length}:${value}`
}

function texts(values: readonly string[]): string {
  let all = `${values.length}[`
  for (const value of values) all += text(value)
  return all
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

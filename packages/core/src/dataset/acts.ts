import { maskValue } from '../model/problem.ts'
import type { ActRow } from '../model/rows.ts'
import { ACT_KINDS } from '../terms.ts'
import { type ActDraft, NO_VOTES, type Votes } from './act-store.ts'
import { NONE } from './columns.ts'
import { dayOr } from './days.ts'
import { cleanText } from './free-text.ts'
import { topicReader } from './lists.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { knownWords, wordPosition } from './words.ts'

const KIND_WORDS = knownWords(ACT_KINDS)

/** Reads rows of acts into drafts. An act of an unknown kind counts for nothing and is left out. */
export function actReader(log: ProblemLog) {
  const kindOf = wordPosition(ACT_KINDS)
  const topicsOf = topicReader()
  return (row: ActRow, ordinal: number): ActDraft | undefined => {
    const kind = kindOf(row.kind)
    if (kind < 0) {
      const subject = { table: 'acts', ordinal, field: 'kind', value: maskValue(row.kind) } as const
      log.add('unknownWord', subject, { effect: EFFECTS.record, right: KIND_WORDS })
      return undefined
    }
    const day = dayOr(row.date)
    let until = dayOr(row.until)
    if (until !== NONE && until < day) {
      log.add('untilBeforeDate', {
        table: 'acts',
        ordinal,
        field: 'until',
        value: `${row.date}..${row.until}`,
      })
      until = NONE
    }
    const free = (field: 'document' | 'note'): string | null => {
      const text = row[field]
      return text === undefined || text === ''
        ? null
        : cleanText(text, { table: 'acts', ordinal, field }, log)
    }
    return {
      ordinal,
      id: row.id,
      kind,
      day,
      until,
      organization: row.organization,
      member: row.member,
      counterpart: row.counterpart,
      session: row.session,
      votes: votesOf(row),
      amount: row.amount ?? null,
      topics: topicsOf(row.topics),
      document: free('document'),
      note: free('note'),
    }
  }
}

function votesOf({ entitled, present, inFavour }: ActRow): Votes {
  if (entitled === undefined && present === undefined && inFavour === undefined) return NO_VOTES
  return { entitled: entitled ?? NONE, present: present ?? NONE, inFavour: inFavour ?? NONE }
}

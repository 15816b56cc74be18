import type { Place } from '../model/problem.ts'
import type { WaiverRow } from '../model/rows.ts'
import { asCitizenNumber, scrubText } from './citizen.ts'
import { byText, dayOr } from './days.ts'
import type { Draft } from './duplicates.ts'
import type { Identities } from './identities.ts'
import type { ProblemLog } from './problem-log.ts'

/** A validated waiver. */
export interface WaiverDraft extends Draft {
  readonly row: WaiverRow
}

/** Reads waiver rows into drafts. */
export function waiverReader(log: ProblemLog) {
  return (row: WaiverRow, ordinal: number): WaiverDraft | undefined => {
    if (dayOr(row.to) >= dayOr(row.from)) {
      const { rule, subject, from, to, reason, approver, document } = row
      return { ordinal, row: { rule, subject, from, to, reason, approver, document } }
    }
    log.add('intervalOrder', { table: 'waivers', ordinal, field: 'to', value: `${row.from}..${row.to}` })
    return undefined
  }
}

const places = new WeakMap<WaiverRow, Place>()

/** Where a waiver of a dataset came from. */
export function placeOfWaiver(waiver: WaiverRow): Place {
  return places.get(waiver) ?? {}
}

/** Waivers in order of rule, subject and days, without citizen numbers. */
export function settleWaivers(
  drafts: readonly WaiverDraft[],
  identities: Identities,
  log: ProblemLog,
): readonly WaiverRow[] {
  const waivers = new Map<string, WaiverRow>()
  for (const { row, ordinal } of drafts) {
    const waiver = Object.freeze({
      ...row,
      subject: subjectOf(row.subject, identities),
      reason: scrubText(row.reason),
      approver: scrubText(row.approver),
      document: scrubText(row.document),
    })
    places.set(waiver, log.places('waivers').place(ordinal))
    const key = JSON.stringify([waiver.rule, waiver.subject, waiver.from, waiver.to, waiver])
    if (waivers.has(key)) log.add('duplicateRecord', { table: 'waivers', ordinal, value: waiver.rule })
    else waivers.set(key, waiver)
  }
  return Object.freeze([...waivers].sort(([a], [b]) => byText(a, b)).map(([, waiver]) => waiver))
}

/** A subject with a citizen number in it names the member by identifier instead. */
function subjectOf(subject: string, identities: Identities): string {
  const [person = '', ...post] = subject.split('@')
  if (asCitizenNumber(person) === undefined) return subject
  const found = identities.find(person)
  const id = typeof found === 'object' && 'id' in found ? found.id : '*'.repeat(person.length)
  return [id, ...post].join('@')
}

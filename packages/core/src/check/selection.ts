import type { CreditPolicy } from '../config/config.ts'
import type { Columns, SessionClass } from '../dataset/columns.ts'
import type { Counting } from '../requirement/schema.ts'
import { CAPACITIES, ORGANIZATION_KINDS, SESSION_KINDS, type SessionKindTerm } from '../terms.ts'
import { remembered } from './memory.ts'

/** Bits of the kinds of session a counting selects; -1 (all bits) where it does not restrict. */
export function kindBits(count: Counting, earnsHours: boolean, credit: CreditPolicy): number {
  if (count.kinds === undefined && count.kindClass === undefined) return -1
  let bits = 0
  SESSION_KINDS.forEach((kind: SessionKindTerm, position) => {
    const earns = !earnsHours || kind.policyHours !== true || credit.countedKinds.some((id) => id === kind.id)
    const asked = count.kinds?.some((id) => id === kind.id) || isOfClass(kind, count.kindClass, earnsHours)
    if (asked && earns) bits |= 1 << position
  })
  return bits
}

/** Kinds whose hours the credit policy decides are of the class of learning where hours are counted. */
function isOfClass(kind: SessionKindTerm, kindClass: Counting['kindClass'], earnsHours: boolean): boolean {
  switch (kindClass) {
    case undefined:
      return false
    case 'organizational-life':
      return kind.organizationalLife === true
    case 'central':
      return kind.central === true
    case 'learning':
      return kind.learning === true || (earnsHours && kind.policyHours === true)
  }
}

/** For each session class whether the counting selects it by kind, topic and mode (not by organizer). */
export function selectClasses(
  columns: Columns,
  count: Counting,
  earnsHours: boolean,
  credit: CreditPolicy,
): Uint8Array {
  const key = JSON.stringify([
    count.kinds,
    count.kindClass,
    count.topics,
    count.modes,
    earnsHours && credit.countedKinds,
  ])
  return remembered(columns, `classes ${key}`, () => {
    const bits = kindBits(count, earnsHours, credit)
    return Uint8Array.from(columns.classes, (sessionClass) => (selects(sessionClass, count, bits) ? 1 : 0))
  })
}

function selects(sessionClass: SessionClass, count: Counting, bits: number): boolean {
  if (bits !== -1 && (sessionClass.kinds & bits) === 0) return false
  if (count.topics !== undefined && !count.topics.some((topic) => sessionClass.topics.includes(topic)))
    return false
  return count.modes === undefined || count.modes.some((mode) => mode === sessionClass.mode)
}

/** Bits of the capacities that count; observers only where listed. */
export function capacityBits(count: Counting): number {
  if (count.capacities === undefined) return 0b0111
  let bits = 0
  CAPACITIES.forEach((capacity, position) => {
    if (count.capacities?.includes(capacity.id)) bits |= 1 << position
  })
  return bits
}

/** Whether only lectures count, so that a lecturer named by the session alone counts too. */
export function countsLecturesOnly(count: Counting): boolean {
  return count.capacities?.every((capacity) => capacity === 'lecturer') ?? false
}

/** Bits of kinds of organization. */
export function organizationBits(kinds: readonly string[]): number {
  let bits = 0
  ORGANIZATION_KINDS.forEach((kind, position) => {
    if (kinds.includes(kind.id)) bits |= 1 << position
  })
  return bits
}

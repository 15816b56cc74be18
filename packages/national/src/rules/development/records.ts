import {
  type Act,
  type ActKind,
  addDuration,
  type CivilDate,
  formatDate,
  type Judgement,
  type LocalizedText,
  type Member,
  parseDate,
  type RuleContext,
} from '@xueshi/core'
import { words } from '../wording.ts'

/** Acts of a kind done to a person by the day of the check, in order of date. */
export function actsAbout(member: string, kind: ActKind, { asOf, dataset }: RuleContext): Act[] {
  return dataset.actsOf(member, [kind]).filter((act) => act.member === member && act.date <= asOf)
}

/** Whether a person is a full member on a day, by the dates of the table of members. */
export function isFullMember(person: Member, day: CivilDate): boolean {
  if (person.leftOn !== null && day >= person.leftOn) return false
  if (person.fullOn !== null) return person.fullOn <= day
  // A status without a date holds from the step before it, as the engine reads it.
  return person.status === 'full' && (person.admittedOn === null || person.admittedOn <= day)
}

/** A calendar duration after a day; a day that the month does not have becomes its last. */
export function after(day: CivilDate, duration: string): CivilDate {
  return formatDate(addDuration(parseDate(day), duration))
}

/** The day before. */
export function dayBefore(day: CivilDate): CivilDate {
  return formatDate(parseDate(day) - 1)
}

/**
 * Why nothing found between two days proves nothing: some of them lie outside the data (the beginning may
 * not be known), `null` where all are inside.
 */
export function notCovered(
  from: CivilDate | null,
  to: CivilDate,
  { dataset }: RuleContext,
): LocalizedText | null {
  const { covers } = dataset
  if (from !== null && covers.from <= from && to <= covers.to) return null
  const start = from === null || from < covers.from ? from : covers.to < from ? from : after(covers.to, 'P1D')
  const end = to > covers.to ? to : dayBefore(covers.from)
  return start === null
    ? words(
        `${end}及以前的记录不在数据范围内，无法判断。`,
        `The data does not hold the records of ${end} and before; this cannot be told.`,
      )
    : words(
        `${start}至${end}的记录不全在数据范围内，无法判断。`,
        `The data does not hold all records from ${start} to ${end}; this cannot be told.`,
      )
}

/** A judgement that cannot be made, and why. */
export function unknown(why: LocalizedText): Judgement {
  return { verdict: 'unknown', message: why }
}

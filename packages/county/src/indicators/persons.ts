import type { IndicatorContext, Member, MemberFacts } from '@xueshi/core'
import { remembered } from '../data/remembered.ts'

/** A person as of the last day of a period. */
export interface PersonOnDay extends MemberFacts {
  readonly member: Member
  /** Full or probationary, and not suspended. */
  readonly isMember: boolean
  /** In full years; `null` where the date of birth is not stated. A month alone counts as its first day. */
  readonly age: number | null
}

/** A person as of the last day of the period. */
export function personOn(id: string, { dataset, to }: IndicatorContext): PersonOnDay {
  const { members } = dataset
  const persons = remembered(members, `on ${to}`, () => {
    const known = new Map<string, PersonOnDay>()
    for (const member of members) {
      const facts = dataset.factsOn(member.id, to)
      const isMember = (facts.status === 'full' || facts.status === 'probationary') && !facts.suspended
      known.set(member.id, { ...facts, member, isMember, age: ageOn(member.born, to) })
    }
    return known
  })
  return persons.get(id)!
}

function ageOn(born: string | null, date: string): number | null {
  if (born === null) return null
  const day = born.length === 7 ? `${born}-01` : born
  const years = Number(date.slice(0, 4)) - Number(day.slice(0, 4))
  return day.slice(5) <= date.slice(5) ? years : years - 1
}

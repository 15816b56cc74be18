import { type CivilDate, type Config, type Dataset, type MEMBER_TAGS, rulesInForce } from '@xueshi/core'
import { kindFor } from '../draft.ts'
import type { Duty } from '../duties.ts'
import type { Desk } from './desk.ts'

/** Tags of those who cannot come: where a rule exempts them, study is brought home. */
const CANNOT_COME = [
  'frail',
  'mobility-limited',
  'gravely-ill',
  'incapacitated',
] as const satisfies readonly (typeof MEMBER_TAGS)[number]['id'][]

/** The persons, by position, to whom study is brought home: an exemption of a rule in force names their tag. */
export function homeboundOf(dataset: Dataset, config: Config, asOf: CivilDate): ReadonlySet<number> {
  const named = rulesInForce(config, { asOf }).flatMap(
    ({ rule }) => rule.exempt?.flatMap(({ tags }) => tags) ?? [],
  )
  const tags = new Set<string>(CANNOT_COME.filter((tag) => named.includes(tag)))
  const homebound = new Set<number>()
  for (const [member, id] of dataset['~columns'].memberId.entries())
    if (dataset.factsOn(id, asOf).tags.some((tag) => tags.has(tag))) homebound.add(member)
  return homebound
}

/** Whether an organization meets a duty with sessions that only those come to whom it asks. */
export function asksOnly(desk: Desk, { count, measure }: Duty): boolean {
  const kind = kindFor(count, measure === 'hours')
  return kind !== null && desk.habit(kind).audience === 'asked'
}

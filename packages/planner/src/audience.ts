import type { EpochDay } from '@xueshi/core'
import type { Draft } from './draft.ts'
import type { Roster } from './roster.ts'

/**
 * Who is asked to a session on a day, in order. Members to whom study is brought home are asked only where they are
 * needed, or where nobody else is there.
 */
export function audienceOn(
  roster: Roster,
  draft: Draft,
  day: EpochDay,
  homebound: ReadonlySet<number>,
): readonly number[] {
  const base = ableOf(baseOn(roster, draft, day), draft, homebound)
  if (draft.asked.size === 0 && draft.lecturers.length === 0) return base
  const persons = new Set<number>([...base, ...draft.asked, ...draft.lecturers])
  return [...persons].filter((member) => day <= roster.lastDayOf(member)).sort((a, b) => a - b)
}

function ableOf(base: readonly number[], draft: Draft, homebound: ReadonlySet<number>): readonly number[] {
  if (draft.audience !== 'members' || !base.some((member) => homebound.has(member))) return base
  const able = base.filter((member) => !homebound.has(member) || draft.needed.has(member))
  return able.length === 0 ? base : able
}

function baseOn(roster: Roster, draft: Draft, day: EpochDay): readonly number[] {
  switch (draft.audience) {
    case 'asked':
      return []
    case 'committee':
      return roster.committeeOn(draft.host, day)
    case 'posts':
      return roster.postsOn(draft.host, day)
    case 'members': {
      const kind = roster.kindOf(draft.host)
      return kind === 'branch' || kind === 'group'
        ? roster.membersOn(draft.host, day)
        : roster.membersBelow(draft.host, day)
    }
  }
}

import type { SessionKind } from '@xueshi/core'
import type { Agenda } from './agenda.ts'
import { audienceOn } from './audience.ts'
import type { Draft } from './draft.ts'
import type { FormerPlan } from './former.ts'
import { WISHED } from './lectern.ts'
import { lot } from './seed.ts'

/**
 * Who lectures: the secretary opens the year, one lecture goes to a lecturer of the register, the others to the
 * members in turn 轮流上讲台. Whoever must lecture by a duty of his own already does.
 */
export function assignLecturers(
  agenda: Agenda,
  homebound: ReadonlySet<number>,
  hasRegister: boolean,
  former: FormerPlan,
): void {
  // Who trains others is of the register too.
  if (hasRegister)
    for (const draft of agenda.drafts)
      if (draft.needsVenue && draft.days === 1 && draft.audience === 'asked') draft.registered = WISHED
  for (const [host, lectures] of byHost(agenda, 'party-lecture')) {
    const open = lectures.filter(({ lecturers }) => lecturers.length === 0)
    open.forEach((draft, turn) => {
      const committee = agenda.roster.committeeOn(host, draft.from)
      if (turn === 1 && hasRegister) draft.registered = WISHED
      else {
        const members = audienceOn(agenda.roster, draft, draft.from, homebound)
        const before = former.lecturers(draft.id).find((member) => members.includes(member))
        const usual =
          turn === 0 && committee.length > 0 ? committee[0] : nthOf(members, agenda.seed, host, turn)
        const person = before ?? usual
        if (person === undefined) return
        draft.lecturers.push(person)
        draft.needed.add(person)
      }
    })
  }
}

function nthOf(members: readonly number[], seed: number, host: number, turn: number): number | undefined {
  return members.length === 0 ? undefined : members[(lot(seed, `rota ${host}`) + turn) % members.length]
}

/** Who observes: each centre group once, the observers in turn, nobody the own group. */
export function assignObservers(agenda: Agenda, observers: readonly number[], former: FormerPlan): void {
  if (observers.length === 0) return
  let turn = 0
  for (const [host, studies] of byHost(agenda, 'center-group-study')) {
    const path = agenda.roster.path(host)
    const able = observers.filter((org) => org !== host && org !== path[1])
    if (able.length === 0) continue
    const observed = studies.find(({ id }) => former.observers(id).length > 0)
    if (observed !== undefined) {
      observed.observers.push(...former.observers(observed.id))
      continue
    }
    const study = studies[lot(agenda.seed, `observed ${host}`) % studies.length]!
    study.observers.push(able[turn++ % able.length]!)
  }
}

/** Sessions of a kind by host, in order of the window. */
function byHost(agenda: Agenda, kind: SessionKind): Map<number, Draft[]> {
  const found = agenda.byHost(({ kinds }) => kinds.includes(kind))
  for (const own of found.values()) own.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  return found
}

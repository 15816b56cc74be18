import type { Act, CivilDate, Judgement, Member, RuleContext } from '@xueshi/core'
import { words } from '../../wording.ts'
import { actsAbout, unknown } from '../records.ts'

/** A person who was named as introducer of another. */
export interface Introducer {
  /** The earliest day of being named. */
  readonly since: CivilDate
  readonly person: Member
}

/** The introducers of a candidate up to the end of the window, and the number of acts that name nobody known. */
export function introducersOf(
  candidate: string,
  context: RuleContext,
): { readonly known: readonly Introducer[]; readonly unnamed: number } {
  const known = new Map<string, Introducer>()
  let unnamed = 0
  for (const act of actsAbout(candidate, 'introducer', context)) {
    if (act.date > lastDay(context)) continue
    const person = act.counterpart === null ? undefined : context.dataset.member(act.counterpart)
    if (person === undefined) unnamed++
    else if (!known.has(person.id)) known.set(person.id, { since: act.date, person })
  }
  return { known: [...known.values()], unnamed }
}

/** The judgement where no introducer is known: none is recorded, or those named are no members. */
export function withoutIntroducers(unnamed: number): Judgement {
  return unnamed === 0
    ? { verdict: 'not-applicable', message: words('没有登记入党介绍人。', 'No introducers are recorded.') }
    : unknown(words('入党介绍人不在党员表中。', 'The introducers are not in the table of members.'))
}

/** The last day that is judged: the admission, or the day of the check. */
export function lastDay({ asOf, window }: RuleContext): CivilDate {
  return window.to !== null && window.to < asOf ? window.to : asOf
}

/** Words of a sanction by which 留党察看 is recognised: its topics, note or document. */
const BARRING = '留党察看'

/** Whether a sanction is 留党察看, as far as the act says. */
export function isProbationWithinParty({ topics, note, document }: Act): boolean {
  return [...topics, note ?? '', document ?? ''].some((text) => text.includes(BARRING))
}

/** Sanctions of a person that begin by the last day that is judged and have not ended before the first. */
export function sanctionsDuring(introducer: Introducer, context: RuleContext): Act[] {
  return actsAbout(introducer.person.id, 'sanction', context).filter(
    ({ date, until }) => date <= lastDay(context) && (until === null || until >= introducer.since),
  )
}

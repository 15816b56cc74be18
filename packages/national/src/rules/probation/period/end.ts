import type { Act, CivilDate, Judgement, RuleContext } from '@xueshi/core'
import { after } from '../../development/records.ts'
import { words } from '../../wording.ts'

/** The year of probation, 党章 Art. 7 ¶1. */
export const PROBATION = 'P1Y'

/** Why an extension without an end cannot be judged. */
export const NO_END = words(
  '延长预备期的记录没有截止日期，也没有月数，无法判断。',
  'The extension has neither a last day nor a number of months; this cannot be told.',
)

/** The end of an extension: the last day of the act, else so many months after the first year; `null` where it says neither. */
export function endOfExtension({ until, amount }: Act, admittedOn: CivilDate): CivilDate | null {
  if (until !== null) return until
  if (amount === null || !Number.isInteger(amount) || amount > 9999) return null
  return after(after(admittedOn, PROBATION), `P${amount}M`)
}

/** The day of becoming a full member that closes the window, `null` where it has not come. */
export function becameFullOn({ asOf, window }: RuleContext): CivilDate | null {
  return window.to !== null && window.to <= asOf ? window.to : null
}

/** Whether a person has left by the day of the check. */
export function hasLeft(member: string, { asOf, dataset }: RuleContext): boolean {
  const leftOn = dataset.member(member)?.leftOn ?? null
  return leftOn !== null && leftOn <= asOf
}

/** Nothing is asked of those who have left. */
export const LEFT: Judgement = {
  verdict: 'not-applicable',
  message: words('已经离开，不再核对。', 'The person has left; nothing more is asked.'),
}

import type { CivilDate } from '@xueshi/core'
import { after } from '../records.ts'

/**
 * The day from which an activist may be proposed as a candidate (细则 Art. 13: after a year), where the
 * records of consent and notice are looked for. Whoever became a candidate earlier: the day as an activist.
 */
export function dayOfMaturity(activistOn: CivilDate | null, candidateOn: CivilDate): CivilDate | null {
  if (activistOn === null) return null
  const matureOn = after(activistOn, 'P1Y')
  return matureOn <= candidateOn ? matureOn : activistOn
}

import type { Verdict } from '@xueshi/core'

/** From the lightest to what decides about the whole. */
const GRAVITY: readonly Verdict[] = ['not-applicable', 'met', 'pending', 'unknown', 'breached']

/** The gravest of several judgements about one subject; the first of equal ones. */
export function gravest<T extends { readonly verdict: Verdict }>(first: T, ...rest: readonly T[]): T {
  return rest.reduce(
    (found, next) => (GRAVITY.indexOf(next.verdict) > GRAVITY.indexOf(found.verdict) ? next : found),
    first,
  )
}

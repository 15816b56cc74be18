import { type CivilDate, type EpochDay, formatDate } from '../civil/date.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import type { Citation } from '../requirement/schema.ts'
import type { AuthorityLevel } from '../terms.ts'
import { type Candidate, candidatesOf, isMeantFor, sourceOf } from './candidates.ts'
import { citationOf } from './refinement.ts'
import type { ResolvedRule } from './resolve.ts'
import type { RuleVariant } from './variants.ts'

/** A value that was considered for a parameter, and what became of it. */
export interface ConsideredValue {
  /** The rule itself, a dated refinement, or an undated setting of a config entry. */
  readonly kind: 'rule' | 'refinement' | 'setting'
  /** Level of the issuer; `null` for a rule of a local plugin, which every level refines. */
  readonly authority: AuthorityLevel | null
  /** Name of the plugin, of the issuer, or of the config entry. */
  readonly issuer: string
  readonly value: number | string
  /** First and last day; `null` where it has none. */
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  /** Organizations it is meant for, with all below them; `null` for all. */
  readonly under: readonly string[] | null
  readonly citations: readonly Citation[]
  readonly reason: string | null
  /** File and position, or config entry, where it was given; `null` for the rule. */
  readonly source: string | null
  /**
   * `taken`: this one holds. Why another does not: `not-yet` or `no-longer` in force on the day, meant for
   * `other-organizations`, or `overridden` by a lower level or a later entry.
   */
  readonly outcome: 'taken' | 'not-yet' | 'no-longer' | 'other-organizations' | 'overridden'
  /** What overrides it, in a line; `null` where nothing does. */
  readonly overriddenBy: string | null
}

/** Every candidate of every parameter of a rule with what became of it on a day. */
export function consideredValues(
  resolved: ResolvedRule,
  variant: RuleVariant,
  path: readonly string[],
  day: EpochDay,
): Record<string, readonly ConsideredValue[]> {
  const considered: Record<string, readonly ConsideredValue[]> = {}
  for (const [name, ordered] of variant.parameters) {
    const taken = ordered.find(({ from, to }) => from <= day && day <= to)
    considered[name] = candidatesOf(resolved, name).map((candidate) => {
      const outcome = outcomeOf(candidate, taken, path, day)
      return {
        ...described(candidate),
        outcome,
        overriddenBy: outcome === 'overridden' && taken !== undefined ? sourceOf(taken) : null,
      }
    })
  }
  return considered
}

function outcomeOf(
  candidate: Candidate,
  taken: Candidate | undefined,
  path: readonly string[],
  day: EpochDay,
): ConsideredValue['outcome'] {
  if (taken !== undefined && isSame(candidate, taken)) return 'taken'
  if (!isMeantFor(candidate, path)) return 'other-organizations'
  if (day < candidate.from) return 'not-yet'
  return day > candidate.to ? 'no-longer' : 'overridden'
}

/** Candidates are made anew each time; what they are made of is not. */
function isSame(a: Candidate, b: Candidate): boolean {
  return a.version === b.version && a.refinement === b.refinement && a.setting === b.setting
}

function described(candidate: Candidate): Omit<ConsideredValue, 'outcome' | 'overriddenBy'> {
  const { kind, authority, issuer, value, from, to, scopes, version, refinement, setting } = candidate
  return {
    kind,
    authority,
    issuer,
    value,
    from: from === NONE ? null : formatDate(from),
    to: to === OPEN ? null : formatDate(to),
    under: scopes.length === 0 ? null : scopes.flat(),
    citations: refinement === null ? (version?.citations ?? []) : [citationOf(refinement)],
    reason: refinement?.reason ?? setting?.setting.reason ?? null,
    source: refinement?.source ?? setting?.entry ?? null,
  }
}

import type { Level } from '../terms.ts'
import type { Candidate } from './candidates.ts'
import { inPrecedence } from './precedence.ts'
import type { ResolvedRule } from './resolve.ts'

/** Level and parameters of a rule as they hold for some organizations, with the entries that decided. */
export interface RuleVariant {
  readonly level: Level
  readonly levelBy: string | null
  /** By parameter: its candidates, the one that wins first. */
  readonly parameters: ReadonlyMap<string, readonly Candidate[]>
}

/**
 * The variant for an organization, given with all above it (itself first); an empty path is an organization
 * that nobody speaks of.
 *
 * @throws XueshiError `ambiguous-parameter`, `invalid-parameter`.
 */
export function variantFor(resolved: ResolvedRule, path: readonly string[]): RuleVariant {
  let level: Level = 'off'
  let levelBy: string | null = null
  for (const { entry, under, setting } of resolved.settings) {
    if (setting.level === undefined || (under !== null && !under.some((id) => path.includes(id)))) continue
    level = setting.level
    levelBy = entry
  }
  const parameters = new Map(
    Object.entries(resolved.rule.parameters).map(([name, parameter]) => [
      name,
      inPrecedence(resolved, name, parameter, path),
    ]),
  )
  return { level, levelBy, parameters }
}

/** Whether nothing of a config speaks of some organizations only. */
export function isUniform(resolved: ResolvedRule): boolean {
  return scopesOf(resolved).length === 0
}

/**
 * Organizations with equal keys have equal variants. The key tells which part of each list of organizations is
 * the nearest above, because of units the nearer one wins.
 */
export function variantKey(resolved: ResolvedRule, path: readonly string[]): string {
  return scopesOf(resolved)
    .map((scope) => {
      const nearest = path.find((id) => scope.includes(id))
      return nearest === undefined ? '-' : resolved.refinements.length === 0 ? '+' : JSON.stringify(nearest)
    })
    .join()
}

/** The lists of organizations that settings and refinements of a rule name. */
export function scopesOf({ settings, refinements }: ResolvedRule): (readonly string[])[] {
  return [
    ...settings.map(({ under }) => under),
    ...refinements.flatMap(({ when, refinement }) => [when, refinement.under ?? null]),
  ].filter((scope) => scope !== null)
}

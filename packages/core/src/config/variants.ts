import type { Level } from '../terms.ts'
import type { AppliedSetting, ResolvedRule } from './resolve.ts'

/** Level and parameters of a rule as they hold for some organizations, with the entries that decided. */
export interface RuleVariant {
  readonly level: Level
  readonly levelBy: string | null
  readonly parameters: Readonly<Record<string, { readonly value: number | string; readonly setBy: string }>>
}

/** The variant for an organization of which `isUnder(id)` tells whether it lies in the subtree of `id`. */
export function variantFor(rule: ResolvedRule, isUnder: (organization: string) => boolean): RuleVariant {
  return variantOf(rule.settings.filter((applied) => applied.under === null || applied.under.some(isUnder)))
}

/** Merges settings in order: later ones win. */
export function variantOf(settings: readonly AppliedSetting[]): RuleVariant {
  let level: Level = 'off'
  let levelBy: string | null = null
  const parameters: Record<string, { value: number | string; setBy: string }> = {}
  for (const { entry, setting } of settings) {
    if (setting.level !== undefined) {
      level = setting.level
      levelBy = entry
    }
    for (const [name, value] of Object.entries(setting.parameters ?? {}))
      parameters[name] = { value, setBy: entry }
  }
  return { level, levelBy, parameters }
}

import type { Plugin } from '../plugin/plugin.ts'
import type { Level, SessionKind } from '../terms.ts'

/** How credit hours follow from sessions; no national text defines an hour, so all of it is configuration. */
export interface CreditPolicy {
  /** Minutes per credit hour where hours are derived from start and end; default 60. */
  readonly minutesPerHour: number
  /** Most credit hours a member can earn on one day; default 8. */
  readonly dailyCap: number
  /** Kinds marked `policyHours` (online study, self-study, study brought home) that earn hours; default none. */
  readonly countedKinds: readonly SessionKind[]
}

/** Level and parameters of a rule in a config. A parameter given here holds for all dates. */
export interface RuleSetting {
  readonly level?: Level
  readonly parameters?: Readonly<Record<string, number | string>>
  /** Why the level or a parameter was changed; shown by `xueshi rules`. */
  readonly reason?: string
}

/** One named entry of a flat config; later entries win over earlier ones. */
export interface ConfigEntry {
  readonly name: string
  readonly plugins?: readonly Plugin[]
  /** Restricts `rules` to subjects of these organizations and all below them. */
  readonly when?: { readonly under: readonly string[] }
  /** By full id (`national/branch/theme-day`), or without the plugin where that is unique. */
  readonly rules?: Readonly<Record<string, Level | RuleSetting>>
  readonly credit?: Partial<CreditPolicy>
}

/** A config: entries in order. */
export interface Config {
  readonly entries: readonly ConfigEntry[]
}

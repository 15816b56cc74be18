import type { Plugin, WorkdayCalendar } from '../plugin/plugin.ts'
import type { Level, SessionKind } from '../terms.ts'
import type { Refinement } from './refinement.ts'

/**
 * How credit hours follow from sessions; no national text defines an hour, so all of it is configuration.
 * {@link creditPresets} names what sources are known. Hours are never prorated and never carried over.
 */
export interface CreditPolicy {
  /**
   * Minutes per credit hour where hours are derived from start and end; default 60. Lessons of 45 minutes are a
   * habit of schools; no national rule that says so was found.
   */
  readonly minutesPerHour: number
  /** Most credit hours a member can earn on one day; default 8. */
  readonly dailyCap: number
  /** Kinds marked `policyHours` (online study, self-study, study brought home) that earn hours; default none. */
  readonly countedKinds: readonly SessionKind[]
  /**
   * Most credit hours in one half-day, parted at 12:00 in Asia/Shanghai; `null` (default) for no such cap.
   * Sessions of several days are spread evenly over the half-days they touch, a whole day in halves, a shorter
   * session over noon by time; a session of which only the day is known takes what both halves have left.
   */
  readonly halfDayCap?: number | null
  /**
   * Credit hours of one whole day, where neither row nor session states hours; `null` (default): length of time,
   * and sessions of which only dates are known are `unknown`. It holds for sessions of which only first and last
   * day are known; for sessions of several days (half of it for a first day that begins at noon or later, and for
   * a last day that ends by noon); and for sessions of one day that begin before noon, end after it and last at
   * least `wholeDayMinutes`.
   */
  readonly dayHours?: number | null
  /** From how many minutes a session over noon is a whole day; default 360. No source: a convention. */
  readonly wholeDayMinutes?: number
  /** What online learning earns at most; `null` (default) for no further rule. */
  readonly online?: OnlineCredit | null
}

/** Rules for online records: sessions of kind `online-study`, or held in mode `online`. A later one replaces all. */
export interface OnlineCredit {
  /** A record worth fewer minutes (credit hours x `minutesPerHour`) earns nothing; default 0. */
  readonly minimumMinutes?: number
  /** Most credit hours of one record; `null` (default) for no cap. */
  readonly recordCap?: number | null
  /**
   * Most online credit hours of the sessions that begin in one calendar year that count for one demand, the
   * earlier ones first, after overlap and the caps of the day; `null` (default) for no cap.
   */
  readonly yearlyCap?: number | null
}

/**
 * Level and parameters of a rule in a config. A parameter given here holds for all dates, and is a refinement
 * of the level `unit` by the entry.
 */
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
  /** Restricts `rules` and `refinements` to subjects of these organizations and all below them. */
  readonly when?: { readonly under: readonly string[] }
  /** By full id (`national/branch/theme-day`), or without the plugin where that is unique. */
  readonly rules?: Readonly<Record<string, Level | RuleSetting>>
  /**
   * Dated values of lower levels. Entries add up; their order decides nothing. A text names files with
   * refinements (a path or a pattern), which the command line reads; for the SDK read them with
   * {@link parseRefinements}.
   */
  readonly refinements?: readonly (Refinement | string)[]
  /** Rules, by id, whose uncoded words (see `RuleMeta.uncoded`) somebody has read and looks after otherwise. */
  readonly acceptUncoded?: readonly string[]
  /**
   * Whether a check is refused while a rule that is on has uncoded words that `acceptUncoded` of no entry names;
   * default false, the last entry that says anything wins.
   */
  readonly requireAccepted?: boolean
  readonly credit?: Partial<CreditPolicy>
  /** Working days, for deadlines that count them; the last entry that has one wins. */
  readonly workdays?: WorkdayCalendar
}

/** A config: entries in order. */
export interface Config {
  readonly entries: readonly ConfigEntry[]
}

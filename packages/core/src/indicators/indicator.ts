import type { CivilDate } from '../civil/date.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { LocalizedText } from '../locale.ts'
import type { TableName } from '../terms.ts'

/** A person or an organization whose part an indicator collects. */
export interface IndicatorPart {
  readonly kind: 'member' | 'organization'
  readonly id: string
}

/** What an indicator may look at: everything as it stood at the end of `to`. */
export interface IndicatorContext {
  /** First and last day that count. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** The tables that the indicator declares. */
  readonly dataset: Dataset
}

/**
 * A figure about organizations that adds up: parts are collected once, merged in any order and up the tree of
 * organizations, and read out at each of them. It counts sessions, hours and persons; it never scores one.
 * `merge` is associative and commutative with `empty` as its neutral value, and changes nothing in place.
 */
export interface Indicator<T = unknown> {
  /** Without the name of the plugin: `center-group/observed`. */
  readonly id: string
  readonly title: LocalizedText
  /** What is counted, in a sentence a clerk understands. */
  readonly summary: LocalizedText
  /** Unit as it is written behind the number: 次, 人次, %. */
  readonly unit: LocalizedText
  /** Digits behind the point; 0 by default. */
  readonly digits?: number
  readonly reads: readonly TableName[]
  /**
   * Members count for the branch they belong to on the last day, and those gone by then for none; organizations
   * for themselves.
   */
  readonly over: 'members' | 'organizations'
  readonly empty: T
  collect(part: IndicatorPart, context: IndicatorContext): T
  merge(a: T, b: T): T
  /** The figure, `null` where there is nothing to measure (a share of nobody). */
  value(total: T): number | null
}

/** The figures of one organization. */
export interface IndicatorRow {
  readonly organization: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  /** Distance from the top of the sheet: 0 is its first row. */
  readonly depth: number
  /** By full id of the indicator; `null` where there is nothing to measure. */
  readonly values: Readonly<Record<string, number | null>>
}

/** Figures of organizations over a period; each row holds its own figures and all below it. */
export interface IndicatorSheet {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly indicators: readonly {
    readonly id: string
    readonly title: LocalizedText
    readonly summary: LocalizedText
    readonly unit: LocalizedText
    readonly digits: number
    /** Tables that the data does not have; the figures of the indicator are `null` then. */
    readonly missing: readonly TableName[]
  }[]
  /** Top first, each organization before those below it, siblings in order of id. */
  readonly rows: readonly IndicatorRow[]
}

/**
 * Checks and freezes an indicator; its type is forgotten, so that plugins can list indicators of all kinds.
 *
 * @example
 * ```ts
 * import { defineIndicator } from '@xueshi/core'
 *
 * const meetings = defineIndicator<number>({
 *   id: 'branch/meetings',
 *   title: { 'zh-CN': '活动次数', en: 'sessions' },
 *   summary: { 'zh-CN': '本组织举办的活动', en: 'sessions held by the organization' },
 *   unit: { 'zh-CN': '次', en: 'sessions' },
 *   reads: ['sessions'],
 *   over: 'organizations',
 *   empty: 0,
 *   collect: ({ id }, { dataset, from, to }) =>
 *     dataset.sessions.filter(
 *       ({ organization, start, lastDay }) =>
 *         organization === id && from <= start.slice(0, 10) && lastDay <= to,
 *     ).length,
 *   merge: (a, b) => a + b,
 *   value: (total) => total,
 * })
 * console.log(meetings.id) // branch/meetings
 * ```
 */
export function defineIndicator<T>(indicator: Indicator<T>): Indicator {
  return Object.freeze({ ...indicator }) as unknown as Indicator
}

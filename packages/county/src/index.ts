import { type ConfigEntry, definePlugin, type Plugin } from '@xueshi/core'
import { indicators } from './indicators/index.ts'
import { type CountyPresets, presetsOf } from './presets.ts'
import { rules } from './rules/index.ts'

export { PROGRAM_KINDS, type ProgramKind } from './data/programs.ts'
export { INTERACTIVE_TOPIC } from './data/sessions.ts'
export { reportsInTime } from './indicators/center-group.ts'
export { coverageGrade, type GradeLimits } from './indicators/nobody-missed.ts'
export { type Population, populationIndicator } from './indicators/population.ts'
export { observersRota, type RotaEntry, type RotaOptions } from './observers-rota.ts'
export type { CountyPresets } from './presets.ts'
export { type TopicGap, type TopicGapOptions, topicGaps } from './topic-courses.ts'
export { type TopicsOwed, topicsOwed } from './topics-owed.ts'

/** A {@link Plugin} whose presets are known by name. */
export interface CountyPlugin extends Plugin {
  readonly presets: CountyPresets
}

// The presets name the plugin and the plugin holds the presets: the record is filled after the plugin is made.
const presets: Record<string, ConfigEntry> = {}

/**
 * The practices of a county as rules and indicators. All rules are local: off until a config turns them on.
 *
 * @example
 * ```ts
 * import { defineConfig } from '@xueshi/core'
 * import county from '@xueshi/county'
 * import national from '@xueshi/national'
 *
 * const config = defineConfig(national.presets.organ, county.presets.sourceCounty, {
 *   name: 'our county',
 *   rules: { 'county/center-group/report-after-study': { parameters: { within: 'P3D' } } },
 * })
 * console.log(config.entries.length) // 3
 * ```
 */
const county = definePlugin({
  name: 'county',
  version: '0.1.0',
  title: { 'zh-CN': '县直机关工作实践', en: 'Practices of a county' },
  rules,
  indicators,
  presets,
}) as CountyPlugin

Object.freeze(Object.assign(presets, presetsOf(county)))

export { county }
export default county

import { type ConfigEntry, definePlugin, type Plugin } from '@xueshi/core'
import { type NationalPresets, presetsOf } from './presets.ts'
import { rules } from './rules/index.ts'

export type { NationalPresets } from './presets.ts'

/** A {@link Plugin} whose presets are known by name. */
export interface NationalPlugin extends Plugin {
  readonly presets: NationalPresets
}

// The presets name the plugin and the plugin holds the presets: the record is filled after the plugin is made.
const presets: Record<string, ConfigEntry> = {}

/**
 * The national regulations on the education of Party members as requirements and rule functions, each with
 * dated parameters, the words of the regulation, and how sure they are.
 *
 * @example
 * ```ts
 * import { defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 *
 * const config = defineConfig(national.presets.organ, {
 *   name: 'our county',
 *   rules: { 'national/member/annual-hours': { level: 'error', parameters: { hours: 40 } } },
 * })
 * console.log(config.entries.length) // 2
 * ```
 */
const national = definePlugin({
  name: 'national',
  version: '0.1.0',
  title: { 'zh-CN': '全国性党内法规', en: 'National Party regulations' },
  rules,
  presets,
}) as NationalPlugin

Object.freeze(Object.assign(presets, presetsOf(national)))

export { national }
export default national

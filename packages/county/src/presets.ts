import type { ConfigEntry, Plugin } from '@xueshi/core'

/** The presets of this plugin. */
export interface CountyPresets extends Readonly<Record<string, ConfigEntry>> {
  /**
   * What the county of the report does: every rule of this plugin, and the quarterly lecture of branches of the
   * plugin `national`, at `warn`. It needs a preset of `national` before it.
   */
  readonly sourceCounty: ConfigEntry
}

/** The presets: all else is off. */
export function presetsOf(plugin: Plugin): CountyPresets {
  return {
    sourceCounty: {
      name: `${plugin.name}/sourceCounty`,
      plugins: [plugin],
      rules: {
        ...Object.fromEntries(plugin.rules.map((rule) => [`${plugin.name}/${rule.id}`, 'warn' as const])),
        'national/branch/party-lecture': 'warn',
      },
    },
  }
}

import type { ConfigEntry, Level, Plugin, Rule, RuleSetting, Strength } from '@xueshi/core'

/** The presets of this plugin. */
export interface NationalPresets extends Readonly<Record<string, ConfigEntry>> {
  /** Rules whose number and duty were read in the official text or in quotations of it. */
  readonly organ: ConfigEntry
  /** Rules whose number was seen at second hand only; each setting says why. Opt-in. */
  readonly organUnconfirmed: ConfigEntry
}

/** must = error, usual and derived = warn, local = off. */
export const DEFAULT_LEVELS: Readonly<Record<Strength, Level>> = {
  must: 'error',
  usual: 'warn',
  derived: 'warn',
  local: 'off',
}

/** The presets of a plugin by assurance: verified and quoted, and the rest with the reason. */
export function presetsOf(plugin: Plugin): NationalPresets {
  const confirmed = plugin.rules.filter((rule) => rule.assurance !== 'secondary')
  const unconfirmed = plugin.rules.filter((rule) => rule.assurance === 'secondary')
  return {
    organ: {
      name: `${plugin.name}/organ`,
      plugins: [plugin],
      rules: settings(plugin, confirmed, (rule) => DEFAULT_LEVELS[rule.strength]),
    },
    organUnconfirmed: {
      name: `${plugin.name}/organUnconfirmed`,
      plugins: [plugin],
      rules: settings(plugin, unconfirmed, (rule) => ({
        level: DEFAULT_LEVELS[rule.strength],
        reason: reasonOf(rule),
      })),
    },
  }
}

function settings(plugin: Plugin, rules: readonly Rule[], of: (rule: Rule) => Level | RuleSetting) {
  return Object.fromEntries(rules.map((rule) => [`${plugin.name}/${rule.id}`, of(rule)]))
}

/** Why a rule is not confirmed: the notes of its secondary citations. */
function reasonOf(rule: Rule): string {
  const notes = rule.citations.flatMap((citation) =>
    citation.assurance === 'secondary' && citation.note !== undefined ? [citation.note] : [],
  )
  return notes.map((note) => `${note['zh-CN']} / ${note.en}`).join('\n')
}

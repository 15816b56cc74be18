import { type Config, type ConfigEntry, defineConfig, nearestWord, XueshiError } from '@xueshi/core'
import national from '@xueshi/national'
import { didYouMean } from '../options/parse.ts'

const TOP_KEYS = ['$schema', 'entries', 'pseudonymKey']
const ENTRY_KEYS = ['name', 'presets', 'when', 'rules', 'credit']

/**
 * A config in JSON: `{ "entries": [{ "name", "presets": ["national.organ"], "when", "rules", "credit" }],
 * "pseudonymKey" }`. The national plugin is built in; `when` of an entry also restricts its presets.
 *
 * @throws XueshiError `invalid-config` naming the key and, where it can, the one that was meant.
 */
export function configFromJson(
  text: string,
  file: string,
): { config: Config; pseudonymKey: string | undefined } {
  const root = objectOf(parse(text, file), file, '')
  refuseUnknownKeys(root, TOP_KEYS, file, '')
  const entries = root.entries
  if (!Array.isArray(entries)) throw invalid(file, 'entries', '应为数组 / must be an array')
  const key = root.pseudonymKey
  if (key !== undefined && typeof key !== 'string')
    throw invalid(file, 'pseudonymKey', '应为文字 / must be a string')
  const config = defineConfig(...entries.flatMap((entry, i) => entriesOf(entry, file, `entries[${i}]`)))
  return { config, pseudonymKey: key }
}

function entriesOf(value: unknown, file: string, at: string): ConfigEntry[] {
  const entry = objectOf(value, file, at)
  refuseUnknownKeys(entry, ENTRY_KEYS, file, at)
  const { name, presets, when, rules, credit } = entry
  if (typeof name !== 'string' || name === '')
    throw invalid(file, `${at}.name`, '缺少名称 / a name is missing')
  if (when !== undefined) {
    const under = objectOf(when, file, `${at}.when`).under
    if (!Array.isArray(under) || !under.every((id) => typeof id === 'string'))
      throw invalid(file, `${at}.when.under`, '应为组织编码数组 / must be an array of organization ids')
  }
  for (const [word, setting] of Object.entries(
    rules === undefined ? {} : objectOf(rules, file, `${at}.rules`),
  ))
    if (typeof setting !== 'string') objectOf(setting, file, `${at}.rules.${word}`)
  if (credit !== undefined) objectOf(credit, file, `${at}.credit`)
  const scope = when === undefined ? {} : { when: when as NonNullable<ConfigEntry['when']> }
  return [
    ...presetsOf(presets, file, `${at}.presets`).map((preset) => ({ ...preset, ...scope })),
    {
      name,
      plugins: [national],
      ...scope,
      ...(rules === undefined ? {} : { rules: rules as NonNullable<ConfigEntry['rules']> }),
      ...(credit === undefined ? {} : { credit: credit as NonNullable<ConfigEntry['credit']> }),
    },
  ]
}

function presetsOf(value: unknown, file: string, at: string): ConfigEntry[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalid(file, at, '应为数组 / must be an array')
  const known = new Map(
    Object.entries(national.presets).map(([name, preset]) => [`${national.name}.${name}`, preset]),
  )
  return value.map((word: unknown) => {
    const preset = typeof word === 'string' ? known.get(word) : undefined
    if (preset !== undefined) return preset
    const near = nearestWord(String(word), [...known.keys()])
    throw new XueshiError(
      'invalid-config',
      `${file}: ${at}: 没有这个预设 / unknown preset: ${String(word)}${didYouMean(near)}`,
      { where: file, hint: [...known.keys()].join(', ') },
    )
  })
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new XueshiError('invalid-config', `${file}: 不是有效的 JSON / not valid JSON: ${why}`, {
      where: file,
      cause,
    })
  }
}

function objectOf(value: unknown, file: string, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(file, at, '应为对象 / must be an object')
  return value as Record<string, unknown>
}

function refuseUnknownKeys(value: object, known: readonly string[], file: string, at: string): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    throw invalid(
      file,
      at === '' ? key : `${at}.${key}`,
      `没有这个键 / unknown key${didYouMean(nearestWord(key, known))}`,
    )
  }
}

function invalid(file: string, at: string, why: string): XueshiError {
  return new XueshiError('invalid-config', `${file}: ${at === '' ? 'JSON' : at}: ${why}`, { where: file })
}

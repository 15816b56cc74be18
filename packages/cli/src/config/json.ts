import {
  type Config,
  type ConfigEntry,
  type CreditPolicy,
  creditPresets,
  defineConfig,
  nearestWord,
  XueshiError,
} from '@xueshi/core'
import county from '@xueshi/county'
import national from '@xueshi/national'
import { didYouMean } from '../options/parse.ts'
import { calendarOf, type WorkdaysSetting } from './workdays.ts'

const TOP_KEYS = ['$schema', 'entries', 'pseudonymKey']
const ENTRY_KEYS = [
  'name',
  'presets',
  'when',
  'rules',
  'refinements',
  'acceptUncoded',
  'requireAccepted',
  'credit',
  'workdays',
]
const WORKDAYS_KEYS = ['notices', 'makeUpDays', 'allowProvisional']

/**
 * A config in JSON: `{ "entries": [{ "name", "presets": ["national.organ"], "when", "rules", "refinements":
 * ["rules/*.json"], "acceptUncoded", "requireAccepted", "credit", "workdays": { "notices": ["notices/*.json"],
 * "makeUpDays": "off", "allowProvisional" } }], "pseudonymKey" }`. The national plugin is built in; `when` of an entry also restricts its presets. `credit` is a policy, the name of one of `creditPresets`, or a
 * policy with `"preset"` in it. Presets of the plugin county are known too; the plugin comes with an entry that
 * names one of them, or a rule `county/…`, and with no other.
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
  const { name, presets, when, rules, credit, workdays } = entry
  if (typeof name !== 'string' || name === '')
    throw invalid(file, `${at}.name`, '缺少名称 / a name is missing')
  if (when !== undefined) {
    const under = objectOf(when, file, `${at}.when`).under
    if (!Array.isArray(under) || !under.every((id) => typeof id === 'string'))
      throw invalid(file, `${at}.when.under`, '应为组织编码数组 / must be an array of organization ids')
  }
  if (when !== undefined && workdays !== undefined)
    throw invalid(
      file,
      `${at}.workdays`,
      '对全县生效，不能与 when 写在一起 / holds for everybody: not beside when',
    )
  for (const [word, setting] of Object.entries(
    rules === undefined ? {} : objectOf(rules, file, `${at}.rules`),
  ))
    if (typeof setting !== 'string') objectOf(setting, file, `${at}.rules.${word}`)
  const accept = listOf(entry.acceptUncoded, file, `${at}.acceptUncoded`)
  const { requireAccepted } = entry
  if (requireAccepted !== undefined && typeof requireAccepted !== 'boolean')
    throw invalid(file, `${at}.requireAccepted`, '应为 true 或 false / must be true or false')
  const refinements = listOf(entry.refinements, file, `${at}.refinements`)
  const scope = when === undefined ? {} : { when: when as NonNullable<ConfigEntry['when']> }
  return [
    ...presetsOf(presets, file, `${at}.presets`).map((preset) => ({ ...preset, ...scope })),
    {
      name,
      plugins: namesCounty(presets, rules) ? [national, county] : [national],
      ...scope,
      ...(rules === undefined ? {} : { rules: rules as NonNullable<ConfigEntry['rules']> }),
      ...(refinements === undefined ? {} : { refinements }),
      ...(accept === undefined ? {} : { acceptUncoded: accept }),
      ...(requireAccepted === undefined ? {} : { requireAccepted }),
      ...(credit === undefined ? {} : { credit: creditOf(credit, file, `${at}.credit`) }),
      ...(workdays === undefined
        ? {}
        : { workdays: calendarOf(workdaysOf(workdays, file, `${at}.workdays`), file, name) }),
    },
  ]
}

/** Whether an entry asks for the plugin county: without that none of its rules and indicators is listed. */
function namesCounty(presets: unknown, rules: unknown): boolean {
  const words = [...(Array.isArray(presets) ? presets : []), ...Object.keys(rules ?? {})]
  return words.some((word: string) => /^county[./]/.test(word))
}

/** A list of texts, or nothing. */
function listOf(value: unknown, file: string, at: string): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string'))
    throw invalid(file, at, '应为文字数组 / must be an array of texts')
  return value
}

function workdaysOf(value: unknown, file: string, at: string): WorkdaysSetting {
  const given = objectOf(value, file, at)
  refuseUnknownKeys(given, WORKDAYS_KEYS, file, at)
  const { makeUpDays, allowProvisional } = given
  if (makeUpDays !== undefined && makeUpDays !== 'worked' && makeUpDays !== 'off')
    throw invalid(file, `${at}.makeUpDays`, '应为 worked 或 off / must be worked or off')
  if (allowProvisional !== undefined && typeof allowProvisional !== 'boolean')
    throw invalid(file, `${at}.allowProvisional`, '应为 true 或 false / must be true or false')
  const notices = listOf(given.notices, file, `${at}.notices`)
  return {
    ...(notices === undefined ? {} : { notices }),
    ...(makeUpDays === undefined ? {} : { makeUpDays }),
    ...(allowProvisional === undefined ? {} : { allowProvisional }),
  }
}

function creditOf(value: unknown, file: string, at: string): NonNullable<ConfigEntry['credit']> {
  const given: Record<string, unknown> =
    typeof value === 'string' ? { preset: value } : objectOf(value, file, at)
  const { preset, ...rest } = given
  if (preset === undefined) return rest
  const known: Readonly<Record<string, CreditPolicy>> = creditPresets
  const found = typeof preset === 'string' && Object.hasOwn(known, preset) ? known[preset] : undefined
  if (found !== undefined) return { ...found, ...rest }
  const near = nearestWord(String(preset), Object.keys(known))
  throw invalid(
    file,
    at,
    `没有这个学时办法 / unknown credit preset: ${String(preset)}${didYouMean(near)} (${Object.keys(known).join(', ')})`,
  )
}

function presetsOf(value: unknown, file: string, at: string): ConfigEntry[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalid(file, at, '应为数组 / must be an array')
  const known = new Map<string, ConfigEntry>(
    [national, county].flatMap((plugin) =>
      Object.entries(plugin.presets).map(([name, preset]) => [`${plugin.name}.${name}`, preset] as const),
    ),
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

/** What one more requirement about members costs. */
import {
  type ConfigEntry,
  check,
  defineConfig,
  definePlugin,
  type Plugin,
  type Requirement,
} from '@xueshi/core'
import national from '@xueshi/national'
import { aggregateTyped } from '../anchors/aggregates-typed.ts'
import { flatColumns, flatRows } from '../anchors/flat-rows.ts'
import { AS_OF, comparedRules, countyDataset, countyPlainRows } from '../county.ts'
import { measureInTurns } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'

const FURTHER = 8

/** Dense requirements: every member owes them, every learning or life row feeds them, and no two share a count. */
function further(): Plugin {
  const model = national.rules.find((rule) => rule.id === 'member/annual-hours') as Requirement
  const kinds = [
    'theme-day',
    'general-meeting',
    'party-lecture',
    'collective-study',
    'group-meeting',
    'central-training',
    'rotation-training',
    'org-life-meeting',
  ] as const
  const rules = Array.from({ length: FURTHER }, (_, i): Requirement => {
    return {
      ...model,
      id: `further/requirement-${i}`,
      demand: {
        measure: i % 2 === 0 ? 'hours' : 'sessions',
        // Every kind but one: nearly all rows count, and each requirement counts its own.
        count: { kinds: kinds.filter((_kind, k) => k !== i) },
        atLeast: 3,
      },
      parameters: {},
    }
  })
  return definePlugin({
    name: 'further',
    version: '1.0.0',
    title: { 'zh-CN': '附加', en: 'further' },
    rules,
    presets: {},
  })
}

function entry(plugin: Plugin, count: number): ConfigEntry {
  return {
    name: `further ${count}`,
    plugins: [plugin],
    rules: Object.fromEntries(plugin.rules.slice(0, count).map((rule) => [`further/${rule.id}`, 'warn'])),
  }
}

export async function run(): Promise<void> {
  section('Further requirements about members')
  const rows = countyPlainRows()
  const dataset = countyDataset(rows)
  const columns = flatColumns(flatRows(rows))
  const plugin = further()
  const base = comparedRules().entries
  const plain = defineConfig(base)
  const more = defineConfig(base, entry(plugin, FURTHER))
  const turns = await measureInTurns({
    plain: () => check(dataset, plain, { asOf: AS_OF }),
    more: () => check(dataset, more, { asOf: AS_OF }),
    typed: () => aggregateTyped(columns),
  })
  const each = (turns.more.median - turns.plain.median) / FURTHER
  timing('check, the compared rules', turns.plain)
  timing(`check, and ${FURTHER} more about every member`, turns.more)
  timing('(a) two aggregates over typed arrays', turns.typed)
  line(`each further requirement: ${each.toFixed(2)} ms`)
  gate('each further member requirement / (a)', each / turns.typed.median, 0.75)
}

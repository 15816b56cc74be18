/** `check` with every rule of every plugin, functions and aggregates too, and how its cost grows. */
import { type Config, check, type Dataset, defineConfig, type Plugin } from '@xueshi/core'
import county from '@xueshi/county'
import national from '@xueshi/national'
import { aggregateDuckDB, loadDuckDB } from '../anchors/aggregates-duckdb.ts'
import { aggregateTyped } from '../anchors/aggregates-typed.ts'
import { flatColumns, flatRows } from '../anchors/flat-rows.ts'
import { AS_OF, ATTENDANCE_ROWS, countyDataset, countyPlainRows, MEMBERS } from '../county.ts'
import { measure, measureInTurns } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'

/** All whose rules are run. */
const PLUGINS: readonly Plugin[] = [national, county]

const RULES = PLUGINS.flatMap((plugin) =>
  plugin.rules.map((rule) => ({ id: `${plugin.name}/${rule.id}`, rule })),
)
/** How many of the slowest rules are named. */
const SHOWN = 8

/** The rules that are listed, all at one level, local ones and those that are not confirmed too. */
function rulesOn(ids: readonly string[]): Config {
  const setting = { level: 'warn', reason: 'bench' } as const
  return defineConfig({
    name: 'every rule',
    plugins: PLUGINS,
    rules: Object.fromEntries(ids.map((id) => [id, setting])),
  })
}

export async function run(): Promise<void> {
  section('Every rule of every plugin')
  const rows = countyPlainRows()
  const dataset = countyDataset(rows)
  const half = countyDataset(countyPlainRows(MEMBERS / 2, ATTENDANCE_ROWS / 2))
  const columns = flatColumns(flatRows(rows))
  const duckdb = await loadDuckDB(columns)
  const ids = RULES.map(({ id }) => id)
  const ofMembers = RULES.filter(({ rule }) => rule.subject === 'member').map(({ id }) => id)
  const all = rulesOn(ids)
  const others = rulesOn(ids.filter((id) => !ofMembers.includes(id)))
  const even = rulesOn(ids.filter((_, i) => i % 2 === 0))
  const odd = rulesOn(ids.filter((_, i) => i % 2 === 1))
  const run = (config: Config, on: Dataset = dataset) => check(on, config, { asOf: AS_OF })
  const report = run(all)
  const verdicts = report.rules.reduce(
    (sum, { summary: { met, pending, breached, notApplicable, waived, unknown } }) =>
      sum + met + pending + breached + notApplicable + waived + unknown,
    0,
  )
  line(
    `${ids.length} rules, ${ofMembers.length} of them about members; ${verdicts.toLocaleString('en')} verdicts, ` +
      `${report.findings.length.toLocaleString('en')} findings on ${columns.length.toLocaleString('en')} attendance rows`,
  )
  const turns = await measureInTurns({
    all: () => run(all),
    others: () => run(others),
    even: () => run(even),
    odd: () => run(odd),
    half: () => run(all, half),
    typed: () => aggregateTyped(columns),
    duckdb: () => aggregateDuckDB(duckdb),
  })
  const each = (turns.all.median - turns.others.median) / ofMembers.length
  timing('check, every rule', turns.all)
  timing('check, without the rules about members', turns.others)
  timing('check, every second rule', turns.even)
  timing('check, the other half of the rules', turns.odd)
  timing('check, every rule, half the county', turns.half)
  timing('(a) two aggregates over typed arrays', turns.typed)
  timing('(b) the same in DuckDB, 2 threads, typed vectors', turns.duckdb)
  line(`each rule about members: ${each.toFixed(2)} ms on average`)
  await slowest(dataset, ids)
  gate('each rule about members / (a)', each / turns.typed.median, 0.75)
  gate('check, every rule / (b) DuckDB', turns.all.median / turns.duckdb.median, 2)
  gate('growth with rows: whole / twice half the county', turns.all.median / (2 * turns.half.median), 1.25)
  gate(
    'growth with rules: all / sum of halves',
    turns.all.median / (turns.even.median + turns.odd.median),
    1.25,
  )
  duckdb.connection.closeSync()
}

/** The rules that cost most when run alone. */
async function slowest(dataset: Dataset, ids: readonly string[]): Promise<void> {
  const alone: { readonly id: string; readonly ms: number }[] = []
  for (const id of ids) {
    const config = rulesOn([id])
    const { median } = await measure(() => check(dataset, config, { asOf: AS_OF }), 3, 1)
    alone.push({ id, ms: median })
  }
  alone.sort((a, b) => b.ms - a.ms)
  for (const { id, ms } of alone.slice(0, SHOWN)) line(`    alone ${ms.toFixed(2).padStart(6)} ms  ${id}`)
}

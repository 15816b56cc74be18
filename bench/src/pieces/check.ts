/** `check` with every requirement against what its users would write instead. */
import { check } from '@xueshi/core'
import { aggregateDuckDB, loadDuckDB } from '../anchors/aggregates-duckdb.ts'
import { aggregateObjects, type ObjectAggregates } from '../anchors/aggregates-objects.ts'
import { type Aggregates, aggregateTyped } from '../anchors/aggregates-typed.ts'
import { type FlatColumns, flatColumns, flatRows, KIND_CLASSES } from '../anchors/flat-rows.ts'
import { prepareRules, runRules } from '../anchors/rules-engine.ts'
import { AS_OF, comparedRules, countyDataset, countyPlainRows } from '../county.ts'
import { assertEqual, measure, measureInTurns } from '../measure.ts'
import { gate, line, section, timing } from '../output.ts'
import { checkCounty, comparable, indexCounty, referenceOptions, referenceRules } from '../reference.ts'

export async function run(): Promise<void> {
  section('Check of a county, warm')
  const rows = countyPlainRows()
  const dataset = countyDataset(rows)
  const config = comparedRules()
  const flat = flatRows(rows)
  const columns = flatColumns(flat)
  const duckdb = await loadDuckDB(columns)
  const rules = referenceRules(config)
  const options = referenceOptions(rows, AS_OF)
  const index = indexCounty(rows)

  const typed = aggregateTyped(columns)
  const fromDuckDB = await aggregateDuckDB(duckdb)
  assertEqual('hours of (a) and (b)', [...typed.hours], [...fromDuckDB.hours])
  assertEqual('sessions of (a) and (b)', [...typed.sessions], [...fromDuckDB.sessions])
  const fromObjects = asCells(aggregateObjects(flat), columns)
  assertEqual('hours of (a) and (c)', [...typed.hours], [...fromObjects.hours])
  assertEqual('sessions of (a) and (c)', [...typed.sessions], [...fromObjects.sessions])
  const all = check(dataset, config, { asOf: AS_OF, allVerdicts: true })
  const reference = checkCounty(index, rules, options)
  assertEqual('findings of check and reference', comparable(all.findings), comparable(reference))
  const prepared = prepareRules(rules, reference)
  const raised = await runRules(prepared)
  assertEqual('findings of json-rules-engine', raised, prepared.expected)

  const findings = check(dataset, config, { asOf: AS_OF }).findings.length
  line(
    `${columns.length.toLocaleString('en')} attendance rows, ${rows.sessions.length.toLocaleString('en')} sessions, ` +
      `${rows.members.length.toLocaleString('en')} persons, ${rows.organizations.length.toLocaleString('en')} organizations; ` +
      `${rules.length} rules, ${all.findings.length.toLocaleString('en')} verdicts, ${findings.toLocaleString('en')} findings`,
  )
  line('results of (a), (b) and (c) are equal; all verdicts of check and reference are equal')

  const turns = await measureInTurns({
    check: () => check(dataset, config, { asOf: AS_OF }),
    typed: () => aggregateTyped(columns),
    duckdb: () => aggregateDuckDB(duckdb),
    objects: () => aggregateObjects(flat),
  })
  const slow = await measureInTurns({ reference: () => checkCounty(index, rules, options) }, 10, 1)
  const indexing = await measure(() => indexCounty(rows), 3, 1)
  const engine = await measure(() => runRules(prepared), 3, 1)
  timing('check, every requirement, findings built', turns.check)
  timing('(a) two aggregates over typed arrays', turns.typed)
  timing('(b) the same in DuckDB, 2 threads, typed vectors', turns.duckdb)
  timing('(c) the same with objects and Maps', turns.objects)
  timing('(c) the whole check with objects and Maps', slow.reference)
  timing('    its indexing of the rows, not counted in', indexing)
  timing(`(d) json-rules-engine, ${prepared.list.length} rules, facts free, 3 runs`, engine)
  for (const rule of prepared.list) line(`    ${rule}`)

  const cost = turns.check.median
  gate('check / (a) typed aggregates', cost / turns.typed.median, 3)
  gate('check / (b) DuckDB', cost / turns.duckdb.median, 0.5)
  gate('check / (c) aggregates with objects', cost / turns.objects.median, 1 / 20)
  gate('check / (c) whole check with objects', cost / slow.reference.median, 1 / 60)
  gate('check / (d) json-rules-engine', cost / engine.median, 1 / 80)
  duckdb.connection.closeSync()
}

/** The nested maps as the cells of (a), to be compared. */
function asCells({ hours, sessions }: ObjectAggregates, columns: FlatColumns): Aggregates {
  const months = columns.years * 12
  const cells: Aggregates = {
    hours: new Int32Array(columns.members.length * columns.years * KIND_CLASSES.length),
    sessions: new Int32Array(columns.branches.length * months),
  }
  columns.members.forEach((member, m) => {
    for (const [year, classes] of hours.get(member) ?? []) {
      for (const [kindClass, sum] of classes) {
        const position = KIND_CLASSES.indexOf(kindClass as (typeof KIND_CLASSES)[number])
        cells.hours[(m * columns.years + year - columns.firstYear) * KIND_CLASSES.length + position] = sum
      }
    }
  })
  columns.branches.forEach((branch, b) => {
    for (const [month, held] of sessions.get(branch) ?? []) {
      const position = (Number(month.slice(0, 4)) - columns.firstYear) * 12 + Number(month.slice(5)) - 1
      cells.sessions[b * months + position] = held.size
    }
  })
  return cells
}

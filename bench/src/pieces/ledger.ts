/** What a running platform pays per event: records, and how members and organizations stand. */
import { type Config, type Dataset, defineConfig, type Ledger, openLedger, resolveConfig } from '@xueshi/core'
import { sampleCounty } from '@xueshi/testing'
import { AS_OF, countyDataset, countyRows, countyText, everyRule } from '../county.ts'
import { gate, line, section } from '../output.ts'

const EVENTS = 20_000
const WARM_UP = 5_000
/** One record in so many shares its day with another one of the member, as in the county. */
const CROWDED = 10

export async function run(): Promise<void> {
  section(
    `The ledger: ${EVENTS.toLocaleString('en')} events one by one, after ${WARM_UP.toLocaleString('en')}`,
  )
  const county = countyDataset(countyRows())
  const ledger = open(county, requirements())
  percentiles('record + standing of the member, 40 rows a member', members(ledger, county), 50)
  const first = timed(() => ledger.standingOfOrganization(rootOf(county)))
  line(`first standing of the whole county: ${first.toFixed(0)} ms`)
  percentiles(
    'standing of an organization, per member below, after 10 records',
    organizations(ledger, county),
    20,
  )
  line(`the data with all events as a dataset: ${timed(() => ledger.dataset()).toFixed(0)} ms`)
  // What rules written as functions cost on top is theirs: they are asked again whenever what they read has changed.
  percentiles('the same with all rule functions, a member', members(open(county, everyRule()), county))
  gate('memory of a ledger / of its dataset', await memoryOfLedger(), 1.5)
  // A thousand rows a member: those of five years.
  const years = countyDataset(sampleCounty({ members: 400, attendanceRows: 400_000, years: 5 }).rows)
  const rows = rowsPerMember(years)
  const long = members(open(years, requirements()), years)
  percentiles(`record + standing of the member, ${rows} rows a member`, long, 200)
  percentiles(
    `the same with all rule functions, ${rows} rows a member`,
    members(open(years, everyRule()), years),
  )
}

/** What a ledger keeps besides its dataset, once everybody has been asked for and nearly everybody has changed. */
async function memoryOfLedger(): Promise<number> {
  const text = countyText()
  const before = await memory()
  const dataset = countyDataset(JSON.parse(text))
  const between = await memory()
  const ledger = open(dataset, requirements())
  ledger.standingOfOrganization(rootOf(dataset))
  members(ledger, dataset)
  const after = await memory()
  // Both are still there: the text and the dataset are asked once more.
  if (text.length === 0 || ledger.standingOfOrganization(rootOf(dataset)).rules.length === 0)
    throw new Error('nothing was measured')
  line(
    `dataset ${((between - before) / 2 ** 20).toFixed(1)} MB, ledger ${((after - between) / 2 ** 20).toFixed(1)} MB`,
  )
  return (after - between) / (between - before)
}

function open(dataset: Dataset, config: Config): Ledger {
  return openLedger(dataset, config, { asOf: AS_OF })
}

/** Every requirement there is; the rules that are functions are off. */
function requirements(): Config {
  const config = everyRule()
  const functions = resolveConfig(config).rules.filter(({ rule }) => 'judge' in rule)
  const off = Object.fromEntries(functions.map(({ id }) => [id, 'off'] as const))
  return defineConfig(config.entries, { name: 'requirements only', rules: off })
}

/** Microseconds of a record and the standing after it, for members and sessions in a fixed order at random. */
function members(ledger: Ledger, dataset: Dataset): Float64Array {
  const events = new Events(dataset)
  const found = new Float64Array(EVENTS)
  for (let i = -WARM_UP; i < EVENTS; i++) {
    const row = events.next()
    const start = performance.now()
    ledger.record(row)
    const { findings } = ledger.standingOfMember(row.member)
    const end = performance.now()
    if (findings.length === 0) throw new Error('a member without findings')
    if (i >= 0) found[i] = (end - start) * 1000
  }
  return found
}

/** Microseconds of the standing of an organization with members, per member below it, after ten records. */
function organizations(ledger: Ledger, dataset: Dataset): Float64Array {
  const { orgId, orgCount, memberCount, placeBranch, placeStart, orgParent } = dataset['~columns']
  const below = new Uint32Array(orgCount)
  for (let m = 0; m < memberCount; m++)
    for (let org = placeBranch[placeStart[m + 1]! - 1]!; org >= 0; org = orgParent[org]!) below[org]!++
  const chosen = orgId.flatMap((_, org) => (below[org]! > 0 ? [org] : []))
  const events = new Events(dataset)
  const found = new Float64Array(EVENTS / 10)
  for (let i = -WARM_UP / 10; i < found.length; i++) {
    for (let k = 0; k < 10; k++) ledger.record(events.next())
    const org = chosen[events.random(chosen.length)]!
    const time = timed(() => ledger.standingOfOrganization(orgId[org]!))
    if (i >= 0) found[i] = (time * 1000) / below[org]!
  }
  return found
}

/** Records of members at sessions, in an order that is the same in each run. */
class Events {
  readonly #dataset: Dataset
  readonly #days: Set<number>[]
  #state = 20_260_101

  constructor(dataset: Dataset) {
    const { memberCount, rowStart, rowSession, sessionDay } = dataset['~columns']
    this.#dataset = dataset
    this.#days = Array.from({ length: memberCount }, (_, m) => {
      const sessions = rowSession.subarray(rowStart[m]!, rowStart[m + 1]!)
      return new Set(Array.from(sessions, (session) => sessionDay[session]!))
    })
  }

  /** A whole number below a bound. */
  random(bound: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * bound)
  }

  next() {
    const { memberCount, memberId, sessionCount, sessionDay, sessionId } = this.#dataset['~columns']
    const mayCrowd = this.random(CROWDED) === 0
    for (;;) {
      const member = this.random(memberCount)
      const session = this.random(sessionCount)
      const day = sessionDay[session]!
      if (!mayCrowd && this.#days[member]!.has(day)) continue
      this.#days[member]!.add(day)
      return { session: sessionId[session]!, member: memberId[member]!, status: '出席' }
    }
  }
}

function rootOf(dataset: Dataset): string {
  const { orgId, orgParent } = dataset['~columns']
  return orgId[orgParent.indexOf(-1)]!
}

function rowsPerMember(dataset: Dataset): string {
  const { rowCount, memberCount } = dataset['~columns']
  return Math.round(rowCount / memberCount).toLocaleString('en')
}

/** Prints how long it took; a target is for the 99th percentile. */
function percentiles(what: string, microseconds: Float64Array, target?: number): void {
  const sorted = microseconds.sort()
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!
  line(
    `${what}: median ${at(0.5).toFixed(1)} µs, 90 % ${at(0.9).toFixed(1)} µs, 99 % ${at(0.99).toFixed(1)} µs, most ${at(1).toFixed(0)} µs`,
  )
  if (target !== undefined) gate(`99 % of ${what}`, at(0.99), target, 'µs')
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Bytes in use after a collection. */
async function memory(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

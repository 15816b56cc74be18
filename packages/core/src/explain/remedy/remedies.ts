import type { Plan } from '../../check/plan.ts'
import type { FindingParts, MeasuredDemand } from '../../check/record.ts'
import { type EpochDay, formatDate, parseDate } from '../../civil/date.ts'
import { countsSessions, type SizeDemand } from '../../requirement/parts.ts'
import type { Demand } from '../../requirement/schema.ts'
import { addActs } from './add-acts.ts'
import { addSessions, attendOnce } from './add-sessions.ts'
import { closeInTime } from './close-in-time.ts'
import type { DataChange, Remedy, RemedyKind } from './remedy.ts'
import { resize } from './resize.ts'
import { isTooLate, type Situation, situationOf } from './situation.ts'
import { takeBack } from './take-back.ts'

/** A demand that is not met, its numbers, and what would meet it (`null`: no step can be named). */
export interface DemandRemedy {
  readonly demand: Demand
  readonly pair: Pick<MeasuredDemand, 'measured' | 'required' | 'unit' | 'cap'> | null
  readonly way: Way | null
  /** The same as a remedy of its own, where this demand alone decides. */
  readonly remedy: Remedy | null
}

interface Way {
  readonly kind: RemedyKind
  readonly steps: readonly DataChange[]
  /** Last day that must have come. */
  readonly day: EpochDay
}

/** What may be said on how to change a pending or breached finding of a requirement. */
export interface Remedies {
  /** The demands that are not met, in order. */
  readonly demands: readonly DemandRemedy[]
  /** Each of them is enough by itself; several only where any of several demands is asked for. */
  readonly ways: readonly Remedy[]
}

const NONE: Remedies = { demands: [], ways: [] }

/** Works out what would change a pending or breached finding; nothing for all others, and for rule functions. */
export function remediesOf(plan: Plan, parts: FindingParts): Remedies {
  if (parts.verdict !== 'pending' && parts.verdict !== 'breached') return NONE
  const { demands, mode } = parts.plan
  if (mode === 'function' || parts.parameters === null) return NONE
  const at = situationOf(plan, parts)
  if (at.org < 0 && at.member < 0) return NONE
  if (demands.every((demand) => demand.measure === 'size')) return ofSizes(at, demands as SizeDemand[])
  const open = demands.flatMap((demand, i) => {
    const pair = mode === 'one' ? parts : (parts.alternatives?.[i] ?? null)
    if (mode !== 'one' && parts.alternatives?.[i]?.met === true) return []
    const way = wayFor(at, demand, pair)
    const alone = mode !== 'all' && way !== null
    return [{ demand, pair, way, remedy: alone ? together(at, [way]) : null }]
  })
  if (mode !== 'all') return { demands: open, ways: open.flatMap(({ remedy }) => remedy ?? []) }
  const ways = open.flatMap(({ way }) => (way === null ? [] : [way]))
  // Another closing event is another window, in which the other demands would have to be counted anew.
  const moves = demands.length > 1 && open.some(({ demand }) => demand.measure === 'lag')
  const isNamed = open.length > 0 && ways.length === open.length && !moves
  return { demands: open, ways: isNamed ? [together(at, ways)] : [] }
}

function ofSizes(at: Situation, demands: readonly SizeDemand[]): Remedies {
  const steps = resize(at, demands)
  const open = (at.parts.alternatives ?? []).filter(({ met }) => !met)
  const shown = at.parts.alternatives === null ? [{ ...at.parts, demand: demands[0]! }] : open
  const way = steps === null ? null : ({ kind: 'do', steps, day: at.plan.asOf } as const)
  return {
    demands: shown.map((pair) => ({ demand: pair.demand, pair, way, remedy: null })),
    ways: way === null ? [] : [together(at, [way])],
  }
}

function wayFor(at: Situation, demand: Demand, pair: DemandRemedy['pair']): Way | null {
  if (demand.measure === 'lag') return closeInTime(at, demand)
  if (demand.measure === 'gap') {
    const made = attendOnce(at, demand.count, at.plan.asOf)
    return made === null ? null : { kind: 'do', steps: [made], day: at.plan.asOf }
  }
  if (demand.measure === 'size' || pair === null || pair.measured === null || pair.required === null)
    return null
  if (pair.cap && pair.measured > pair.required) {
    const steps = takeBack(at, demand, pair.measured - pair.required)
    return steps === null ? null : { kind: 'correct', steps, day: at.plan.asOf }
  }
  const missing = pair.required - pair.measured
  const steps = countsSessions(demand) ? addSessions(at, demand, missing) : addActs(at, demand, missing)
  return steps === null
    ? null
    : { kind: isTooLate(at) ? 'record' : 'do', steps, day: lastDateOf(steps, at.plan.asOf) }
}

function lastDateOf(steps: readonly { readonly dates: readonly string[] }[], asOf: EpochDay): EpochDay {
  return Math.max(asOf, ...steps.flatMap(({ dates }) => dates.map(parseDate)))
}

const URGENCY: readonly RemedyKind[] = ['wait', 'do', 'correct', 'record']

/** All ways together: what has passed for one of them has passed for all. */
function together({ plan, parts }: Situation, ways: readonly Way[]): Remedy {
  const kind = ways.map((way) => way.kind).sort((a, b) => URGENCY.indexOf(b) - URGENCY.indexOf(a))[0]!
  const asOf = Math.max(plan.asOf, ...ways.map(({ day }) => day))
  const isGap = parts.plan.demands.some(({ measure }) => measure === 'gap')
  return {
    kind,
    steps: ways.flatMap(({ steps }) => steps),
    verdict: 'met',
    asOf: formatDate(asOf),
    window: isGap ? `since-${formatDate(plan.asOf)}` : parts.window.key,
  }
}

import { type CivilDate, type Dataset, parseDate, XueshiError } from '@xueshi/core'
import { dayOf, isHeldBy, liesIn, sessionsOf } from './data/sessions.ts'
import { existsOn } from './data/tree.ts'

/** Options of a rota of observers. */
export interface RotaOptions {
  /** First and last day of the period in which every group is to be observed, inclusive. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** Up to the end of this day studies were held; later ones are to come. */
  readonly asOf: CivilDate
  /** Ids of the organizations that take turns to observe. */
  readonly observers: readonly string[]
}

/** A centre group in a rota of observers. */
export interface RotaEntry {
  readonly group: string
  readonly name: string
  /** Studies held in the period, and those that somebody observed. */
  readonly studies: number
  readonly observed: number
  /** How often each organization observed, by id. */
  readonly by: Readonly<Record<string, number>>
  /** The next planned study of the period, `null` where none is planned. */
  readonly next: { readonly session: string; readonly date: CivilDate } | null
  /** Who should observe next: only where nobody has observed yet, `null` where nobody may. */
  readonly proposed: string | null
}

/**
 * The rota that reaches full coverage 列席旁听全覆盖: each centre group not observed yet is given the observer
 * with the fewest sittings so far, the group with the nearest study first. Nobody observes the own group or that
 * of the own leadership. Groups in order of id.
 *
 * @throws XueshiError `invalid-date`, `invalid-period`, `unknown-organization`.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { observersRota } from '@xueshi/county'
 *
 * const dataset = buildDataset({
 *   organizations: [
 *     { id: 'gw', name: '机关工委', kind: '机关工委' },
 *     { id: 'cz', name: '财政局党组', kind: '党组', parent: 'gw' },
 *     { id: 'zx', name: '财政局中心组', kind: '理论学习中心组', parent: 'cz' },
 *   ],
 *   members: [],
 *   sessions: [{ id: 's1', organization: 'zx', kinds: ['中心组学习'], start: '2025-09-10' }],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const [entry] = observersRota(dataset, {
 *   from: '2025-01-01',
 *   to: '2025-12-31',
 *   asOf: '2025-06-30',
 *   observers: ['gw', 'cz'],
 * })
 * console.log(entry?.next?.date, entry?.proposed) // 2025-09-10 gw
 * ```
 */
export function observersRota(dataset: Dataset, options: RotaOptions): readonly RotaEntry[] {
  const { asOf, from, observers, to } = options
  if (parseDate(to) < parseDate(from))
    throw new XueshiError('invalid-period', `起止颠倒 / ends before it begins: ${from}..${to}`)
  parseDate(asOf)
  const unknown = observers.find((id) => dataset.organization(id) === undefined)
  if (unknown !== undefined)
    throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization: ${unknown}`)
  const groups = dataset.organizations.filter(
    (organization) => organization.kind === 'study-group' && existsOn(organization, asOf),
  )
  const entries = groups.map(({ id, name }) => entryOf(dataset, id, name, options))
  const loads = new Map(observers.map((id) => [id, sum(entries.map(({ by }) => by[id] ?? 0))]))
  const proposed = new Map<string, string>()
  const open = entries.filter(({ observed }) => observed === 0)
  for (const { group } of open.sort(byNextStudy)) {
    const { parent } = dataset.organization(group)!
    const [least] = observers
      .filter((id) => id !== group && (id !== parent || isAboveAll(dataset, id)))
      .sort((a, b) => loads.get(a)! - loads.get(b)!)
    if (least === undefined) continue
    proposed.set(group, least)
    loads.set(least, loads.get(least)! + 1)
  }
  return entries.map((entry) => ({ ...entry, proposed: proposed.get(entry.group) ?? null }))
}

/** Organizations that may observe the groups directly below them, because that is their office. */
function isAboveAll(dataset: Dataset, id: string): boolean {
  const { kind } = dataset.organization(id)!
  return kind === 'working-committee' || kind === 'county-committee'
}

function entryOf(
  dataset: Dataset,
  group: string,
  name: string,
  { asOf, from, to }: RotaOptions,
): Omit<RotaEntry, 'proposed'> {
  const studies = sessionsOf(dataset, group).filter(
    (session) => session.kinds.includes('center-group-study') && liesIn(session, from, to),
  )
  const held = studies.filter((session) => isHeldBy(session, asOf, dataset))
  const next = studies.find((session) => dayOf(session) > asOf && session.status !== 'cancelled')
  const by: Record<string, number> = {}
  for (const { observers } of held) for (const id of observers) by[id] = (by[id] ?? 0) + 1
  return {
    group,
    name,
    studies: held.length,
    observed: held.filter(({ observers }) => observers.length > 0).length,
    by,
    next: next === undefined ? null : { session: next.id, date: dayOf(next) },
  }
}

/** The nearest study first, groups without one last, each in order of id. */
function byNextStudy(a: Pick<RotaEntry, 'group' | 'next'>, b: Pick<RotaEntry, 'group' | 'next'>): number {
  const days = [a.next?.date ?? '9999-12-31', b.next?.date ?? '9999-12-31'] as const
  if (days[0] !== days[1]) return days[0] < days[1] ? -1 : 1
  return a.group < b.group ? -1 : 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

import type { ActCounting, Amount, Bound, Condition, Counting, Demand, Size } from '@xueshi/core'
import { atEach, type Change, dropEach, inField, oneStep, otherThan, without } from './mutant.ts'

const CLASSES = ['organizational-life', 'learning', 'central'] as const
const ORGANIZERS = ['own', 'own-or-groups', 'post'] as const
const PERSONS = ['member', 'counterpart', 'either'] as const
const SIZES: Readonly<Record<Size, Size>> = {
  'full-members': 'members',
  members: 'full-members',
  committee: 'committee-besides-secretary',
  'committee-besides-secretary': 'committee',
}

/** The demand with a bound turned round or moved, a branch left out, or a filter wider or narrower. */
export function boundChanges(bound: Bound): Change<Bound>[] {
  if ('anyOf' in bound)
    return [
      { id: 'demand: anyOf → allOf', value: { allOf: bound.anyOf } },
      ...branches(bound.anyOf, 'demand.anyOf', (anyOf) => ({ anyOf })),
    ]
  if ('allOf' in bound)
    return [
      { id: 'demand: allOf → anyOf', value: { anyOf: bound.allOf } },
      ...branches(bound.allOf, 'demand.allOf', (allOf) => ({ allOf })),
    ]
  return demandChanges(bound, 'demand')
}

function branches(list: readonly Demand[], path: string, make: (list: Demand[]) => Bound): Change<Bound>[] {
  return [...dropEach(list, path), ...atEach(list, path, demandChanges)].map(({ id, value }) => ({
    id,
    value: value.length === 1 ? value[0]! : make(value),
  }))
}

function demandChanges(demand: Demand, path: string): Change<Demand>[] {
  if (demand.measure === 'gap')
    return [
      ...amountChanges(demand.atMost, `${path}.atMost`).map(({ id, value }) => ({
        id,
        value: { ...demand, atMost: value },
      })),
      ...amountChanges(demand.noticeFrom, `${path}.noticeFrom`).map(({ id, value }) => ({
        id,
        value: { ...demand, noticeFrom: value },
      })),
      ...inField(demand, 'count', countingChanges(demand.count, `${path}.count`)),
      ...inField(demand, 'opportunity', countingChanges(demand.opportunity, `${path}.opportunity`)),
    ]
  const bounds = limitChanges(demand, path)
  if (demand.measure === 'lag') return bounds
  if (demand.measure === 'acts')
    return [...bounds, ...inField(demand, 'count', actChanges(demand.count, `${path}.count`))]
  if (demand.measure === 'size')
    return [
      ...bounds,
      ...inField(demand, 'of', [
        { id: `${path}.of: ${demand.of} → ${SIZES[demand.of]}`, value: SIZES[demand.of] },
      ]),
      ...(demand.when === undefined
        ? []
        : [without(demand, 'when', path), ...whenChanges(demand, demand.when, path)]),
    ]
  return [...bounds, ...inField(demand, 'count', countingChanges(demand.count, `${path}.count`))]
}

function whenChanges<T extends { when?: Condition | undefined }>(
  demand: T,
  when: Condition,
  path: string,
): Change<T>[] {
  return [
    ...limitChanges(when, `${path}.when`),
    ...inField(when, 'size', [
      { id: `${path}.when.size: ${when.size} → ${SIZES[when.size]}`, value: SIZES[when.size] },
    ]),
  ].map(({ id, value }) => ({ id, value: { ...demand, when: value } }))
}

interface Limits {
  atLeast?: Amount | undefined
  atMost?: Amount | undefined
}

/** A lower bound made an upper one and back, a range without one of its ends, a number one step on. */
function limitChanges<T extends Limits>(limits: T, path: string): Change<T>[] {
  const { atLeast, atMost } = limits
  const changes: Change<T>[] = []
  if (atLeast !== undefined && atMost !== undefined)
    changes.push(without(limits, 'atLeast', path), without(limits, 'atMost', path))
  else if (atLeast !== undefined)
    changes.push({
      id: `${path}: atLeast → atMost`,
      value: { ...without(limits, 'atLeast', path).value, atMost: atLeast },
    })
  else if (atMost !== undefined)
    changes.push({
      id: `${path}: atMost → atLeast`,
      value: { ...without(limits, 'atMost', path).value, atLeast: atMost },
    })
  for (const field of ['atLeast', 'atMost'] as const) {
    const amount = limits[field]
    if (amount !== undefined)
      for (const { id, value } of amountChanges(amount, `${path}.${field}`))
        changes.push({ id, value: { ...limits, [field]: value } })
  }
  return changes
}

/** Parameters are changed where they are defined. */
function amountChanges(amount: Amount, path: string): Change<Amount>[] {
  return typeof amount === 'object' ? [] : oneStep(amount, path)
}

function countingChanges(count: Counting, path: string): Change<Counting>[] {
  const changes: Change<Counting>[] = Object.keys(count)
    .filter((field) => field !== 'capacities' || !isDefault(count.capacities))
    .map((field) => without(count, field as keyof Counting, path))
  for (const field of ['kinds', 'topics', 'modes', 'capacities'] as const) {
    const list: readonly string[] | undefined = count[field]
    if (list !== undefined)
      for (const { id, value } of dropEach(list, `${path}.${field}`))
        changes.push({ id, value: { ...count, [field]: value } })
  }
  if (count.capacities !== undefined && !count.capacities.includes('observer'))
    changes.push({
      id: `${path}.capacities: +observer`,
      value: { ...count, capacities: [...count.capacities, 'observer'] },
    })
  if (count.kindClass !== undefined)
    changes.push(...inField(count, 'kindClass', otherThan(count.kindClass, CLASSES, `${path}.kindClass`)))
  if (typeof count.organizer === 'string')
    changes.push(...inField(count, 'organizer', otherThan(count.organizer, ORGANIZERS, `${path}.organizer`)))
  else if (count.organizer !== undefined)
    for (const { id, value } of dropEach(count.organizer.kinds, `${path}.organizer.kinds`))
      changes.push({ id, value: { ...count, organizer: { kinds: value } } })
  if (count.quarter !== undefined)
    for (const { id, value } of oneStep(count.quarter, `${path}.quarter`))
      if (value >= 1 && value <= 4) changes.push({ id, value: { ...count, quarter: value } })
  return changes
}

/** The capacities that count where none is listed. */
function isDefault(capacities: Counting['capacities']): boolean {
  return [...(capacities ?? [])].sort().join() === 'chair,lecturer,member'
}

function actChanges(count: ActCounting, path: string): Change<ActCounting>[] {
  return [
    ...inField(count, 'acts', dropEach(count.acts, `${path}.acts`)),
    ...(count.as === undefined ? [] : inField(count, 'as', otherThan(count.as, PERSONS, `${path}.as`))),
    ...(count.ofPost === undefined ? [] : [without(count, 'ofPost', path)]),
    ...(count.topics === undefined
      ? []
      : [
          without(count, 'topics', path),
          ...dropEach(count.topics, `${path}.topics`).map(({ id, value }) => ({
            id,
            value: { ...count, topics: value },
          })),
        ]),
  ]
}

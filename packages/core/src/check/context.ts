import { formatDate, parseDate } from '../civil/date.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { Positions } from '../dataset/lookup.ts'
import { XueshiError } from '../errors.ts'
import type { RuleContext } from '../plugin/plugin.ts'
import type { TableName } from '../terms.ts'
import type { ParametersOnDay } from './amounts.ts'
import { DeclaredDataset } from './declared-dataset.ts'
import type { Plan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'
import type { OrganizationSizes } from './sizes.ts'
import { workdaysBetween } from './workdays.ts'

/** What a rule function sees: parameters in force, sizes on the day, and the tables it declares. */
export function ruleContext(
  plan: Plan,
  reads: readonly TableName[],
  parameters: ParametersOnDay,
  window: WindowOfFinding,
  sizes: OrganizationSizes,
): RuleContext {
  const positions = positionsOf(plan.dataset)
  return {
    asOf: formatDate(plan.asOf),
    window: {
      key: window.key,
      from: formatDate(window.from),
      to: window.to === null ? null : formatDate(window.to),
    },
    parameter(name) {
      const found = parameters.values.get(name)
      if (found === undefined)
        throw new XueshiError('unknown-parameter', `没有参数 / unknown parameter ${name}`)
      return found.value
    },
    size(organization, of, scope = 'own') {
      const position = positions.of(organization)
      if (position < 0)
        throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization ${organization}`)
      return scope === 'subtree' ? sizes.subtree(position, of) : sizes.own(position, of)
    },
    workdays: (from, to) => workdaysBetween(plan.workdays, parseDate(from), parseDate(to)),
    dataset: declaredTables(plan.dataset, reads),
  }
}

const positionsByIds = new WeakMap<readonly string[], Positions>()

function positionsOf(dataset: Dataset): Positions {
  const { orgId } = dataset['~columns']
  let positions = positionsByIds.get(orgId)
  if (positions === undefined) {
    positions = new Positions(orgId)
    positionsByIds.set(orgId, positions)
  }
  return positions
}

const views = new WeakMap<Dataset, Map<string, Dataset>>()
/** The same by the very list of a rule: asked for once per subject and window. */
const viewsOfLists = new WeakMap<Dataset, WeakMap<readonly TableName[], Dataset>>()

/** The dataset without the tables a rule does not declare: touching one is an error, so `reads` stays true. */
export function declaredTables(dataset: Dataset, reads: readonly TableName[]): Dataset {
  let byList = viewsOfLists.get(dataset)
  if (byList === undefined) {
    byList = new WeakMap()
    viewsOfLists.set(dataset, byList)
  }
  let view = byList.get(reads)
  if (view === undefined) {
    view = viewOf(dataset, reads)
    byList.set(reads, view)
  }
  return view
}

function viewOf(dataset: Dataset, reads: readonly TableName[]): Dataset {
  let byReads = views.get(dataset)
  if (byReads === undefined) {
    byReads = new Map()
    views.set(dataset, byReads)
  }
  const key = [...reads].sort().join()
  let view = byReads.get(key)
  if (view === undefined) {
    view = new DeclaredDataset(dataset, reads)
    byReads.set(key, view)
  }
  return view
}

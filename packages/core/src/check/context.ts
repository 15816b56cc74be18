import { formatDate } from '../civil/date.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { XueshiError } from '../errors.ts'
import type { RuleContext } from '../plugin/plugin.ts'
import type { TableName } from '../terms.ts'
import type { ParametersOnDay } from './amounts.ts'
import type { Plan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'
import type { OrganizationSizes } from './sizes.ts'

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
      const position = positions.get(organization)
      if (position === undefined)
        throw new XueshiError('unknown-organization', `没有这个党组织 / unknown organization ${organization}`)
      return scope === 'subtree' ? sizes.subtree(position, of) : sizes.own(position, of)
    },
    dataset: declared(plan.dataset, reads),
  }
}

const positionsByDataset = new WeakMap<Dataset, Map<string, number>>()

function positionsOf(dataset: Dataset): Map<string, number> {
  let positions = positionsByDataset.get(dataset)
  if (positions === undefined) {
    positions = new Map(dataset['~columns'].orgId.map((id, position) => [id, position]))
    positionsByDataset.set(dataset, positions)
  }
  return positions
}

const TABLE_OF_PROPERTY: Readonly<Record<string, TableName>> = {
  organizations: 'organizations',
  organization: 'organizations',
  subtree: 'organizations',
  members: 'members',
  member: 'members',
  placeOn: 'members',
  sessions: 'sessions',
  session: 'sessions',
  posts: 'posts',
  attendanceOf: 'attendance',
  attendanceAt: 'attendance',
  waivers: 'waivers',
}

const views = new WeakMap<Dataset, Map<string, Dataset>>()

/** The dataset without the tables a rule does not declare: touching one is an error, so `reads` stays true. */
function declared(dataset: Dataset, reads: readonly TableName[]): Dataset {
  let byReads = views.get(dataset)
  if (byReads === undefined) {
    byReads = new Map()
    views.set(dataset, byReads)
  }
  const key = [...reads].sort().join()
  let view = byReads.get(key)
  if (view === undefined) {
    view = new Proxy(dataset, {
      get(target, property) {
        const table = typeof property === 'string' ? TABLE_OF_PROPERTY[property] : undefined
        if (table !== undefined && !reads.includes(table))
          throw new XueshiError(
            'undeclared-table',
            `规则没有声明读取“${table}” / the rule does not declare ${table}`,
            {
              hint: `reads: [..., '${table}']`,
            },
          )
        if (property === '~columns')
          throw new XueshiError(
            'undeclared-table',
            '规则不能读取内部列 / rules may not read internal columns',
          )
        const value: unknown = Reflect.get(target, property, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    byReads.set(key, view)
  }
  return view
}

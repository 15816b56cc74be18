import type { Demand } from '../requirement/schema.ts'
import type { Plan } from './plan.ts'

/** The column that a counting needs and nobody filled in, by its header; `null` for none. */
export function missingColumn(plan: Plan, demand: Demand): string | null {
  if (demand.measure === 'size') return null
  if (demand.count.topics !== undefined && !plan.dataset.hasColumn('sessions', 'topics')) return '内容分类'
  if (demand.count.modes !== undefined && !plan.dataset.hasColumn('sessions', 'mode')) return '方式'
  return null
}

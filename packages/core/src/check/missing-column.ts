import type { LocalizedText } from '../locale.ts'
import type { Demand } from '../requirement/schema.ts'
import type { Plan } from './plan.ts'

/** The column that a counting needs and nobody filled in, by its header; `null` for none. */
export function missingColumn(plan: Plan, demand: Demand): LocalizedText | null {
  if (demand.measure === 'size' || demand.measure === 'lag') return null
  if (demand.measure === 'acts')
    return demand.count.topics !== undefined && !plan.dataset.hasColumn('acts', 'topics')
      ? { 'zh-CN': '内容分类', en: 'the topics of acts' }
      : null
  if (demand.count.topics !== undefined && !plan.dataset.hasColumn('sessions', 'topics'))
    return { 'zh-CN': '内容分类', en: 'the topics of sessions' }
  if (demand.count.modes !== undefined && !plan.dataset.hasColumn('sessions', 'mode'))
    return { 'zh-CN': '方式', en: 'the mode of sessions' }
  return null
}

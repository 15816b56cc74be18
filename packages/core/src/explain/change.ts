import type { FindingParts } from '../check/record.ts'
import { formatDate } from '../civil/date.ts'
import type { Locale } from '../locale.ts'
import { describeCounting } from '../requirement/words.ts'
import type { Unit } from '../terms.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'
import { numberText } from './statements.ts'

/** What would change a pending or breached verdict. */
export function changeNode(parts: FindingParts): ExplanationNode[] {
  if (parts.verdict !== 'pending' && parts.verdict !== 'breached') return []
  const { demands, rule, mode } = parts.plan
  const advice = rule.advice === undefined ? [] : [node('change', rule.advice)]
  const nodes = demands.flatMap((demand, i) => {
    if (demand.measure === 'gap' || demand.measure === 'size') return []
    const pair = parts.alternatives === null ? parts : parts.alternatives[i]
    if (
      pair === undefined ||
      pair.measured === null ||
      pair.required === null ||
      pair.required <= pair.measured
    )
      return []
    return [missing(parts, describeCounting(demand.count), pair.required - pair.measured, pair.unit)]
  })
  if (nodes.length > 1) {
    const head =
      mode === 'any'
        ? both('满足其中一项即可', 'one of these is enough')
        : both('各项都要满足', 'all of these are needed')
    return [node('change', head, nodes), ...advice]
  }
  return [...nodes, ...advice]
}

function missing(
  parts: FindingParts,
  what: { 'zh-CN': string; en: string },
  gap: number,
  unit: Unit,
): ExplanationNode {
  const amount = (locale: Locale) => numberText(Math.round(gap * 100) / 100, unit, locale)
  if (parts.verdict === 'pending') {
    const due = parts.due === null ? null : formatDate(parts.due)
    return node(
      'change',
      both(
        `${due === null ? '' : `${due} 前`}再有 ${amount('zh-CN')}（${what['zh-CN']}）即达标`,
        `${amount('en')} more (${what.en})${due === null ? '' : ` by ${due}`} would meet it`,
      ),
    )
  }
  return node(
    'change',
    both(
      `期间内若还有 ${amount('zh-CN')}未登记（${what['zh-CN']}），补登后即达标；否则期间已过，不能补救`,
      `it would be met if ${amount('en')} more (${what.en}) took place in the window and were not recorded; otherwise the time has passed`,
    ),
  )
}

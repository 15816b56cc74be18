import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { formatDate } from '../civil/date.ts'
import { fillTemplate, type Locale, type LocalizedText } from '../locale.ts'
import type { LagDemand } from '../requirement/parts.ts'
import type { Demand } from '../requirement/schema.ts'
import { valueText } from '../requirement/value-text.ts'
import { describeActs, describeCounting, describeEvent } from '../requirement/words.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, bracketed, node, span } from './node.ts'
import { timeToClose } from './remedy/close-in-time.ts'
import type { DemandRemedy, Remedies } from './remedy/remedies.ts'
import type { DataChange, Remedy } from './remedy/remedy.ts'
import { numberText } from './statements.ts'

/** Whether something is to be done about a finding. */
export function isOpen({ verdict }: FindingParts): boolean {
  return verdict === 'pending' || verdict === 'breached'
}

/** What would change a pending or breached verdict: the changes that can be named, then the advice of the rule. */
export function changeNodes(plan: Plan, parts: FindingParts, { demands, ways }: Remedies): ExplanationNode[] {
  if (!isOpen(parts)) return []
  const { mode } = parts.plan
  const advice = adviceNode(parts)
  const sizes = demands.find(({ way }) => way?.steps.some(isResize))
  if (sizes !== undefined) return [changeNode(resizeText(sizes.way!.steps), ways[0]), ...advice]
  const said = demands.flatMap((demand, i) => {
    const text = demandText(plan, parts, demand)
    const own = mode === 'any' ? demand.remedy : demands.length === 1 ? (ways[0] ?? null) : null
    return text === null ? [] : [{ text, remedy: own ?? undefined, i }]
  })
  const nodes = said.map(({ text, remedy }) => changeNode(text, remedy))
  if (nodes.length < 2) return [...nodes, ...advice]
  const head =
    mode === 'any'
      ? changeNode(both('下列各项满足一项即可：', 'one of these is enough'), undefined, nodes)
      : changeNode(both('下列各项都要满足：', 'all of these are needed'), ways[0], nodes)
  return [head, ...advice]
}

/** What the rule says to do, with its parameters as they hold. */
export function adviceOf(parts: FindingParts): LocalizedText | null {
  const { advice } = parts.plan.rule
  if (advice === undefined || !isOpen(parts)) return null
  const values = (locale: Locale) =>
    Object.fromEntries(
      [...(parts.parameters?.values ?? [])].map(([name, { value }]) => [name, valueText(value, locale)]),
    )
  return both(fillTemplate(advice['zh-CN'], values('zh-CN')), fillTemplate(advice.en, values('en')))
}

function adviceNode(parts: FindingParts): ExplanationNode[] {
  const advice = adviceOf(parts)
  return advice === null ? [] : [node('advice', advice)]
}

function changeNode(
  text: LocalizedText,
  remedy: Remedy | undefined,
  children: readonly ExplanationNode[] = [],
): ExplanationNode {
  return node('change', text, children, remedy === undefined ? {} : { remedy })
}

function demandText(
  plan: Plan,
  parts: FindingParts,
  { demand, pair, way }: DemandRemedy,
): LocalizedText | null {
  if (demand.measure === 'size') return null
  if (demand.measure === 'lag') return lagText(plan, parts, demand)
  if (demand.measure === 'gap') return gapText(parts, describeCounting(demand.count))
  if (pair === null || pair.measured === null || pair.required === null) return null
  const what = demand.measure === 'acts' ? describeActs(demand.count) : describeCounting(demand.count)
  const difference = Math.round(Math.abs(pair.required - pair.measured) * 100) / 100
  const amount = (locale: Locale) => numberText(difference, pair.unit, locale, demand.measure)
  if (pair.cap) return pair.measured > pair.required ? tooMuchText(amount, what) : null
  if (pair.required <= pair.measured) return null
  const verb = verbOf(parts, demand)
  const english = `${amount('en')} more (${what.en})`
  const thing = bracketed(what['zh-CN'].replace('”记录', '”'))
  const things = `${amount('zh-CN')}${/学时$|天$/.test(amount('zh-CN')) ? '的' : ''}${thing}`
  if (way === null) return both(`还差 ${things}。`, `${english} would be needed`)
  if (parts.verdict === 'pending') {
    const due = parts.due === null ? null : formatDate(parts.due)
    return both(
      `${due === null ? '' : `在 ${due} 前`}再${verb} ${things}，即达标。`,
      `${english}${due === null ? '' : ` by ${due}`} would meet it`,
    )
  }
  return both(
    `期间内如有 ${things}已经${verb}而没有登记，请补录，补录后即达标；没有${verb}的，期间已过，不能事后补救。`,
    `it would be met if ${english} took place in the window and were not recorded; otherwise the time has passed`,
  )
}

/** What is done for a demand: sessions are held or attended, acts are done. */
function verbOf(parts: FindingParts, demand: Demand): string {
  if (demand.measure === 'acts') return '办理'
  return parts.subjectKind === 'organization' ? '举办' : '参加'
}

function tooMuchText(amount: (locale: Locale) => string, what: LocalizedText): LocalizedText {
  return both(
    `超出 ${amount('zh-CN')}：${bracketed(what['zh-CN'])}。如属误登，更正后即达标；确有其事的，不能更改记录。`,
    `${amount('en')} too many (${what.en}); it would be met if they were recorded by mistake and are put right`,
  )
}

function gapText({ verdict, due }: FindingParts, what: LocalizedText): LocalizedText {
  if (verdict === 'pending' && due !== null)
    return both(
      `在 ${formatDate(due)} 前参加一次${what['zh-CN']}，即达标。`,
      `attending once (${what.en}) by ${formatDate(due)} would meet it`,
    )
  return both(
    `参加一次${what['zh-CN']}后，从当天起重新计算；如果这段时间已经参加而没有登记，请补录。`,
    `attending once (${what.en}) begins the time anew; what was attended and not recorded should be recorded`,
  )
}

/** The days on which the closing event would have been, or will be, in time. */
function lagText(plan: Plan, parts: FindingParts, demand: LagDemand): LocalizedText | null {
  const time = timeToClose(parts, demand)
  const { window } = parts.plan.rule
  if (time === null || !('between' in window)) return null
  const event = describeEvent(window.between[1])
  const { earliest, latest } = time
  const happens = typeof window.between[1] === 'object' ? `有${event['zh-CN']}` : event['zh-CN']
  const zh = latest === null ? `${formatDate(earliest)} 及以后` : span(earliest, latest, 'zh-CN')
  const en =
    latest === null
      ? `on or after ${formatDate(earliest)}`
      : `from ${formatDate(earliest)} to ${formatDate(latest)}`
  if (parts.verdict === 'breached')
    return both(
      `${event['zh-CN']}的日期如实际在 ${zh}，只是登记有误或者没有登记，更正后即达标；否则不能事后补救。`,
      `it would be met if ${event.en} was in fact ${en} and recorded wrongly or not at all; otherwise the time has passed`,
    )
  if (latest === null)
    return both(
      `到 ${formatDate(earliest)} 即达标，在此之前不得${happens}。`,
      `it is met on ${formatDate(Math.max(earliest, plan.asOf))} if there is no ${event.en} before`,
    )
  return both(`在 ${zh} ${happens}，即达标。`, `${event.en} ${en} would meet it`)
}

function isResize({ change }: DataChange): boolean {
  return change.endsWith('-members') || change.endsWith('-posts')
}

function resizeText(steps: readonly DataChange[]): LocalizedText {
  const texts = steps.map((step) => {
    switch (step.change) {
      case 'add-members':
        return both(`增加 ${step.count} 名正式党员`, plural(step.count, 'more full member'))
      case 'remove-members':
        return both(
          `减少 ${step.count} 名党员（如分设支部、调整组织关系）`,
          plural(step.count, 'fewer member'),
        )
      case 'add-posts':
        return both(`增补 ${step.count} 名委员`, plural(step.count, 'more committee member'))
      default:
        return both(
          `减少 ${'count' in step ? step.count : 0} 名委员`,
          plural('count' in step ? step.count : 0, 'fewer committee member'),
        )
    }
  })
  return both(
    `${texts.map((text) => text['zh-CN']).join('，并')}，即达标；名册或者任职表有遗漏的，补全后即可。`,
    `it would be met with ${texts.map((text) => text.en).join(' and ')}`,
  )
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

import {
  AUTHORITY_LEVELS,
  type ConsideredValue,
  type Locale,
  type Parameter,
  type RuleInForce,
  termName,
} from '@xueshi/core'
import { citationSource } from '../text/citationText.ts'
import type { Page } from './page.ts'
import { parameterText } from './parameterText.ts'

const OUTCOMES: Record<ConsideredValue['outcome'], { readonly 'zh-CN': string; readonly en: string }> = {
  taken: { 'zh-CN': '采用', en: 'holds' },
  'not-yet': { 'zh-CN': '未采用：尚未施行', en: 'not taken: not yet in force' },
  'no-longer': { 'zh-CN': '未采用：已失效', en: 'not taken: no longer in force' },
  'other-organizations': {
    'zh-CN': '未采用：针对其他党组织',
    en: 'not taken: meant for other organizations',
  },
  overridden: { 'zh-CN': '未采用：被取代', en: 'not taken: overridden' },
}

/** A section with every value that was considered for a parameter, where any level but the rule gives one. */
export function consideredSection(
  inForce: RuleInForce,
  name: string,
  parameter: Parameter,
  page: Page,
): void {
  const considered = inForce.considered[name] ?? []
  if (considered.every(({ kind }) => kind === 'rule')) return
  page.section(
    page.say(`参数 ${name} 考虑过的取值`, `Values considered for ${name}`),
    considered.map((value) =>
      valueText(value, parameter, winnerOf(considered, parameter, page), page.locale),
    ),
  )
}

/** Who gives the value that holds, and the value. */
function winnerOf(considered: readonly ConsideredValue[], parameter: Parameter, { locale }: Page): string {
  const taken = considered.find(({ outcome }) => outcome === 'taken')
  if (taken === undefined) return ''
  const words = `${taken.issuer}${locale === 'en' ? ', ' : '，'}${parameterText(taken.value, parameter.unit, locale)}`
  return locale === 'en' ? ` (${words})` : `（${words}）`
}

function valueText(value: ConsideredValue, parameter: Parameter, winner: string, locale: Locale): string {
  const zh = locale === 'zh-CN'
  const { outcome, from, to, under, reason, source, kind } = value
  const days = from === null && to === null ? (zh ? '不限日期' : 'any date') : `${from ?? ''}..${to ?? ''}`
  const parts = [
    `${parameterText(value.value, parameter.unit, locale)}`,
    whose(value, locale),
    days,
    ...(under === null ? [] : [zh ? `限 ${under.join('、')} 及其下级` : `under ${under.join(', ')}`]),
    ...(reason === null ? [] : [zh ? `理由：${reason}` : `reason: ${reason}`]),
    ...(source === null || kind === 'setting' ? [] : [source]),
  ]
  const end = OUTCOMES[outcome][locale]
  const by = outcome === 'overridden' ? winner : ''
  return zh ? `${parts.join('，')}。${end}${by}` : `${parts.join(', ')}. ${end}${by}`
}

function whose({ kind, authority, issuer, citations }: ConsideredValue, locale: Locale): string {
  if (kind === 'setting') return locale === 'en' ? `entry “${issuer}”` : `配置“${issuer}”`
  const [citation] = citations
  const words = citation === undefined ? '' : citationSource(citation)
  const level = authority === null ? '' : `${termName(AUTHORITY_LEVELS, authority, locale)} `
  return kind === 'rule' ? `${level}${words}` : `${level}${issuer}${words}`
}

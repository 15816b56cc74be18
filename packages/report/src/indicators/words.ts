import type { Locale } from '@xueshi/core'

/** The fixed words of a sheet of indicators. */
export interface IndicatorWords {
  readonly title: string
  readonly period: (from: string, to: string) => string
  readonly covers: (from: string, to: string) => string
  readonly untrustworthy: string
  readonly indicator: string
  readonly unit: string
  readonly organization: string
  readonly noIndicators: string
  readonly noOrganizations: string
  readonly missing: (indicators: number, tables: readonly string[]) => string
  readonly hidden: (organizations: number) => string
  readonly note: string
}

const zh: IndicatorWords = {
  title: '党组织指标表',
  period: (from, to) => `统计期间 ${from} 至 ${to}`,
  covers: (from, to) => `数据范围 ${from} 至 ${to}；期间内数据范围以外的日子没有计入。`,
  untrustworthy: '数据不可信：下列数字仅供参考，请先改正数据问题。',
  indicator: '指标',
  unit: '单位',
  organization: '党组织',
  noIndicators: '没有指标。',
  noOrganizations: '没有党组织。',
  missing: (indicators, tables) => `${indicators} 项指标没有数字，因为数据缺少：${tables.join('、')}`,
  hidden: (organizations) =>
    `另有 ${organizations} 个下级党组织未列出（数字已计入上级）：加 --levels 层数、--under 组织编码，或 --format csv=文件名`,
  note: '每个党组织的数字包括其全部下级；“–”表示没有可计算的对象或缺少数据。',
}

const en: IndicatorWords = {
  title: 'Indicators of Party organizations',
  period: (from, to) => `Period ${from} to ${to}`,
  covers: (from, to) => `Data covers ${from} to ${to}; days of the period outside of it are not counted.`,
  untrustworthy:
    'The data cannot be trusted: do not rely on the figures, mend the problems of the data first.',
  indicator: 'Indicator',
  unit: 'Unit',
  organization: 'Organization',
  noIndicators: 'There are no indicators.',
  noOrganizations: 'There are no organizations.',
  missing: (indicators, tables) =>
    `${indicators} indicators have no figures, for the data lacks: ${tables.join(', ')}`,
  hidden: (organizations) =>
    `${organizations} more organizations below are not listed (their figures are counted above): --levels N, --under ORG, or --format csv=FILE`,
  note: 'The figures of an organization include all below it; “–”: nothing to measure, or the data lacks it.',
}

/** The fixed words in a language. */
export function indicatorWords(locale: Locale): IndicatorWords {
  return locale === 'en' ? en : zh
}

import type { Locale, Parameter } from '@xueshi/core'

const UNITS: Record<Parameter['unit'], { readonly 'zh-CN': string; readonly en: string }> = {
  hour: { 'zh-CN': ' 学时', en: ' hours' },
  session: { 'zh-CN': ' 次', en: ' sessions' },
  day: { 'zh-CN': ' 天', en: ' days' },
  month: { 'zh-CN': ' 个月', en: ' months' },
  person: { 'zh-CN': ' 人', en: ' persons' },
  percent: { 'zh-CN': ' %', en: ' percent' },
  duration: { 'zh-CN': '', en: '' },
}

const DURATIONS = {
  D: { 'zh-CN': '天', en: 'days' },
  M: { 'zh-CN': '个月', en: 'months' },
  Y: { 'zh-CN': '年', en: 'years' },
} as const

/** The value of a parameter without its unit; a duration in words. */
export function amountText(value: number | string, locale: Locale): string {
  const match = typeof value === 'string' ? /^P(\d+)([DMY])$/.exec(value) : null
  return match === null ? String(value) : `${match[1]} ${DURATIONS[match[2] as 'D' | 'M' | 'Y'][locale]}`
}

/** The value of a parameter with its unit. */
export function parameterText(value: number | string, unit: Parameter['unit'], locale: Locale): string {
  return amountText(value, locale) + UNITS[unit][locale]
}

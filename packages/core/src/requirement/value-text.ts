import type { Locale } from '../locale.ts'

const UNIT_OF_DURATION = {
  D: { 'zh-CN': '天', en: 'days' },
  M: { 'zh-CN': '个月', en: 'months' },
  Y: { 'zh-CN': '年', en: 'years' },
} as const

/** A number as it is, a duration in words. */
export function valueText(value: number | string, locale: Locale): string {
  if (typeof value === 'number') return String(value)
  const match = /^P(\d+)([DMY])$/.exec(value)
  if (match === null) return value
  const name = UNIT_OF_DURATION[match[2] as 'D' | 'M' | 'Y'][locale]
  if (locale === 'zh-CN') return `${match[1]}${name}`
  return match[1] === '1' ? `1 ${name.slice(0, -1)}` : `${match[1]} ${name}`
}

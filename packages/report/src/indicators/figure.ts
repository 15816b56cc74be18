import type { IndicatorSheet } from '@xueshi/core'

/** An indicator as it stands in a sheet. */
export type SheetIndicator = IndicatorSheet['indicators'][number]

/** A figure with the digits of its indicator, half away from zero: what table and CSV show. */
export function rounded(value: number, digits: number): string {
  // Decimals that binary numbers only come near to: 1.005 is shown as 1.01, as a person would round it.
  const scaled = Number(`${Math.abs(value)}e${digits}`)
  if (!Number.isFinite(scaled)) return value.toFixed(digits)
  const text = Number(`${Math.round(scaled)}e-${digits}`).toFixed(digits)
  return value < 0 && Number(text) !== 0 ? `-${text}` : text
}

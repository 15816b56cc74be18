import type { LocalizedText, Parameter } from '@xueshi/core'
import { IN_FORCE, practice } from './source.ts'
import { ownNumber } from './wording.ts'

type Unit = 'session' | 'person' | 'percent' | 'hour'

/** A number that the county may replace; `quote` are words of the report it rests on. */
export function least(title: LocalizedText, unit: Unit, value: number, quote?: string): Parameter {
  return replaceable(title, unit, 'higher', value, quote)
}

/** A greatest number that the county may replace. */
export function most(title: LocalizedText, unit: Unit, value: number, quote?: string): Parameter {
  return replaceable(title, unit, 'lower', value, quote)
}

/** A time limit that the county may replace. */
export function limit(title: LocalizedText, value: string, quote?: string): Parameter {
  return replaceable(title, 'duration', 'lower', value, quote)
}

function replaceable(
  title: LocalizedText,
  unit: Unit | 'duration',
  stricter: 'higher' | 'lower',
  value: number | string,
  quote: string | undefined,
): Parameter {
  const citations = [practice(quote, ownNumber)]
  return { title, unit, refinement: 'replace', stricter, versions: [{ value, from: IN_FORCE, citations }] }
}

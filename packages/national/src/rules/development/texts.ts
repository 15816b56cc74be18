import type { Citation, LocalizedText, Parameter, ParameterVersion } from '@xueshi/core'
import { development2014 } from '../../instruments/development-2014.ts'
import { development2026 } from '../../instruments/development-2026.ts'
import { words } from '../wording.ts'

type Value = ParameterVersion['value']

/** A number that both texts of the 细则 have: that of 2014 until 2026-05-10, that of 2026 from the next day on. */
export function inBothTexts(
  value: Value,
  in2014: readonly Citation[],
  in2026: readonly Citation[],
): ParameterVersion[] {
  return [
    { value, from: development2014.inForce, to: development2014.inForceTo, citations: [...in2014] },
    ...in2026Only(value, in2026),
  ]
}

/** A number that the text of 2026 brought: before 2026-05-11 there is no such duty. */
export function in2026Only(value: Value, citations: readonly Citation[]): ParameterVersion[] {
  return [{ value, from: development2026.inForce, citations: [...citations] }]
}

/** A sentence of 2026 that stood in the text of 2014 under another number. */
export function alsoIn2014(citation: Citation, article: string): Citation {
  return {
    ...citation,
    note: words(
      `2026年文本；2014年文本为${article}，文字相同。`,
      `Text of 2026; the same words stood in the text of 2014 as ${article}.`,
    ),
  }
}

/** A least number of acts that lower levels may raise. */
export function leastActs(title: LocalizedText, versions: ParameterVersion[]): Parameter {
  return { title, unit: 'session', refinement: 'raise-only', stricter: 'higher', versions }
}

/** A time limit that lower levels may shorten. */
export function longestTime(title: LocalizedText, versions: ParameterVersion[]): Parameter {
  return { title, unit: 'duration', refinement: 'raise-only', stricter: 'lower', versions }
}

/** A least time that lower levels may lengthen. */
export function leastTime(title: LocalizedText, versions: ParameterVersion[]): Parameter {
  return { title, unit: 'duration', refinement: 'raise-only', stricter: 'higher', versions }
}

/** A number of persons that lower levels may make stricter. */
export function personCount(
  title: LocalizedText,
  stricter: Parameter['stricter'],
  versions: ParameterVersion[],
): Parameter {
  return { title, unit: 'person', refinement: 'raise-only', stricter, versions }
}

import type { InputTable } from '../model/rows.ts'
import { scrubText } from './citizen.ts'
import type { ProblemLog } from './problem-log.ts'

/** Where a text stands. */
export interface TextPlace {
  readonly table: InputTable
  readonly ordinal: number
  readonly field: string
}

/** Free text without citizen numbers; one that had any is a problem. */
export function cleanText(text: string, at: TextPlace, log: ProblemLog): string {
  const clean = scrubText(text)
  if (clean !== text) log.add('citizenNumberInText', at)
  return clean
}

import { type InputLimits, LIMIT_NAMES } from '../limits.ts'
import type { ProblemLog } from '../problems.ts'

/** Reports that a limit was exceeded, with its name in both languages, its value and what was met. */
export function reportLimit(
  log: ProblemLog,
  place: { file: string; sheet?: string; row?: number; table?: string },
  limits: InputLimits,
  key: keyof InputLimits,
  value: number,
  hint: { hint: string; hintEn: string } = { hint: '', hintEn: '' },
): void {
  log.report('limit-exceeded', {
    ...place,
    data: { key, name: LIMIT_NAMES[key], value, limit: limits[key], ...hint },
  })
}

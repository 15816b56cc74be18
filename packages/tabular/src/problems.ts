import {
  fillText,
  type LocalizedText,
  maskValue,
  type Place,
  type Problem,
  type ProblemSeverity,
} from '@xueshi/core'
import { MESSAGES, type ProblemCode } from './messages.ts'

/** What a problem says besides its code. */
export interface ProblemDetails extends Place {
  readonly table?: string
  /** The value at fault; it is masked here. */
  readonly value?: string
  /** Fills the placeholders of the message. Words of the input are to be masked by the caller. */
  readonly data?: Readonly<Record<string, string | number>>
  readonly severity?: ProblemSeverity
}

/** Collects the problems of reading. */
export interface ProblemLog {
  report(code: ProblemCode, details: ProblemDetails): void
  /** States how many problems of each kind were not listed one by one. */
  close(): void
}

/** Characters of a value that are looked at: a problem shows the first forty. */
const LOOKED_AT = 400

/** Problems of one kind, file, sheet and column that are listed one by one. */
const LISTED = 100

/** A log that hands each problem on and counts those beyond the first hundred of a kind, place and column. */
export function createProblemLog(hand: (problem: Problem) => void): ProblemLog {
  const kinds = new Map<string, { count: number; last: Problem }>()
  return {
    report(code, details) {
      const template = MESSAGES[code]
      const problem: Problem = {
        code,
        severity: details.severity ?? template.severity,
        message: fillText(template, details.data ?? {}),
        ...placeOf(details),
        ...(details.table === undefined ? {} : { table: details.table }),
        ...(details.value === undefined ? {} : { value: maskValue(details.value.slice(0, LOOKED_AT)) }),
      }
      const key = [code, problem.severity, details.file, details.sheet, details.column].join('\n')
      const kind = kinds.get(key)
      if (kind === undefined) kinds.set(key, { count: 1, last: problem })
      else {
        kind.count++
        kind.last = problem
      }
      if (kind === undefined || kind.count <= LISTED) hand(problem)
    },
    close() {
      for (const { count, last } of kinds.values()) {
        if (count <= LISTED) continue
        const { row: _row, value: _value, ...rest } = last
        hand({ ...rest, message: fillText(UNLISTED, { count: count - LISTED }) })
      }
      kinds.clear()
    },
  }
}

const UNLISTED: LocalizedText = {
  'zh-CN': '同一列（或同一文件）还有 {count} 处同样的问题，未逐条列出。',
  en: '{count} more problems of this kind in the same column (or file) are not listed one by one.',
}

function placeOf({ file, sheet, row, column }: Place): Place {
  return {
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}

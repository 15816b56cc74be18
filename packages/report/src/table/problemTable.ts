import type { Problem, ProblemSeverity } from '@xueshi/core'
import type { Tone } from '../text/paint.ts'
import { placeText } from '../text/placeText.ts'
import { plain } from '../text/plain.ts'
import { wrap } from '../text/width.ts'
import type { TableStyle } from './options.ts'

const PLACES = 3
const ORDER: readonly ProblemSeverity[] = ['fatal', 'error', 'warning', 'notice']
const TONES: Record<ProblemSeverity, Tone> = { fatal: 'bad', error: 'bad', warning: 'warn', notice: 'quiet' }

/** Problems of the data by code: how many, the first message, the first places. The gravest come first. */
export function problemLines(problems: readonly Problem[], style: TableStyle): string[] {
  const byCode = new Map<string, Problem[]>()
  for (const problem of problems) {
    const same = byCode.get(problem.code)
    if (same === undefined) byCode.set(problem.code, [problem])
    else same.push(problem)
  }
  const groups = [...byCode.values()].sort(
    (a, b) => gravity(a) - gravity(b) || b.length - a.length || (a[0]!.code < b[0]!.code ? -1 : 1),
  )
  return groups.flatMap((group) => {
    const first = group.reduce((worst, problem) => (gravity([problem]) < gravity([worst]) ? problem : worst))
    const head = `${first.code} × ${group.length}`
    const known = new Set(group.map((problem) => placeText(problem, style.locale)))
    const places = [...known].filter((text) => text !== '')
    const lines = [style.paint(TONES[first.severity], `  ${head}`)]
    lines.push(...indented(plain(first.message[style.locale]), style.width))
    if (places.length > 0) {
      const text = style.words.problemPlaces(places.slice(0, PLACES), Math.max(0, places.length - PLACES))
      lines.push(...indented(text, style.width).map((line) => style.paint('quiet', line)))
    }
    return lines
  })
}

function gravity(group: readonly Problem[]): number {
  return Math.min(...group.map((problem) => ORDER.indexOf(problem.severity)))
}

function indented(text: string, width: number): string[] {
  return wrap(text, width - 4).map((line) => `    ${line}`)
}

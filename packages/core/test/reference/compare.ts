/** Findings of engine and reference in the same words, and what differs between them. */
import type { Finding } from '../../src/check/finding.ts'
import type { ReferenceFinding } from './reference.ts'

const NUMBERED = new Set(['met', 'pending', 'breached'])

interface Line {
  readonly key: string
  readonly says: string
}

function lineOf(finding: ReferenceFinding): Line {
  const numbers = NUMBERED.has(finding.verdict) ? ` ${finding.measured}/${finding.required}` : ''
  const due = finding.verdict === 'pending' ? ` due ${finding.due}` : ''
  return {
    key: `${finding.rule} | ${finding.organization} | ${finding.subject} | ${finding.window}`,
    says: `${finding.verdict}${numbers}${due}`,
  }
}

/** The finding of the engine without what the reference does not make. */
export function plain(finding: Finding): ReferenceFinding {
  const { rule, subject, organization, window, verdict, measured, required, due } = finding
  return { rule, subject: subject.id, organization, window: window.key, verdict, measured, required, due }
}

/** One line per finding that only one side has, or of which the two say different things; in order. */
export function differences(engine: readonly Finding[], reference: readonly ReferenceFinding[]): string[] {
  const left = engine.map((finding) => lineOf(plain(finding)))
  const right = reference.map(lineOf)
  const expected = new Map(right.map((line) => [line.key, line.says]))
  const got = new Map(left.map((line) => [line.key, line.says]))
  const lines: string[] = []
  for (const { key, says } of left) {
    const other = expected.get(key)
    if (other === undefined) lines.push(`${key}: engine ${says}, reference nothing`)
    else if (other !== says) lines.push(`${key}: engine ${says}, reference ${other}`)
  }
  for (const { key, says } of right)
    if (!got.has(key)) lines.push(`${key}: engine nothing, reference ${says}`)
  if (lines.length === 0 && left.some((line, i) => line.key !== right[i]!.key))
    lines.push('the order differs')
  return lines
}

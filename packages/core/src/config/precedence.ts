import { type EpochDay, formatDate } from '../civil/date.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import { XueshiError } from '../errors.ts'
import type { Parameter } from '../requirement/schema.ts'
import { AUTHORITY_LEVELS } from '../terms.ts'
import { type Candidate, candidatesOf, isMeantFor, sourceOf, stepsAbove } from './candidates.ts'
import type { ResolvedRule } from './resolve.ts'
import { isWeaker } from './stricter.ts'

/** The rank of a candidate: the rule, then the levels from the highest, then those of units by nearness. */
interface Ranked {
  readonly candidate: Candidate
  readonly level: number
  /** Steps between the organization and where a unit's candidate is attached. */
  readonly steps: number
}

const UNIT = AUTHORITY_LEVELS.findIndex(({ id }) => id === 'unit')

/**
 * The candidates of a parameter for an organization, given with all above it, the one that wins first: the
 * lowest level of those in force on a day holds. Of units the nearer one is the lower; above units two candidates
 * for the same organization and day are refused, wherever they are attached.
 *
 * @throws XueshiError `ambiguous-parameter` for two candidates of one level and day; `invalid-parameter` where a
 * lower one is less strict than a higher one although it may only be stricter. Both name both sources.
 */
export function inPrecedence(
  resolved: ResolvedRule,
  name: string,
  parameter: Parameter,
  path: readonly string[],
): readonly Candidate[] {
  const meant = candidatesOf(resolved, name).filter((candidate) => isMeantFor(candidate, path))
  const lastSetting = meant.findLast(({ kind }) => kind === 'setting')
  const ranked = meant
    .filter((candidate) => candidate.kind !== 'setting' || candidate === lastSetting)
    .map((candidate) => rank(candidate, path))
    .sort((a, b) => b.level - a.level || compare(a.steps, b.steps) || b.candidate.from - a.candidate.from)
  ranked.forEach((lower, i) => {
    for (const higher of ranked.slice(i + 1)) refuseClash(resolved.id, name, parameter, lower, higher)
  })
  return ranked.map(({ candidate }) => candidate)
}

function rank(candidate: Candidate, path: readonly string[]): Ranked {
  if (candidate.kind === 'rule') return { candidate, level: 0, steps: 0 }
  const level = AUTHORITY_LEVELS.findIndex(({ id }) => id === candidate.authority)
  return { candidate, level, steps: level === UNIT ? stepsAbove(candidate, path) : 0 }
}

/** Infinite numbers have no difference. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function refuseClash(id: string, name: string, parameter: Parameter, lower: Ranked, higher: Ranked): void {
  if (lower.level === 0) return
  const from = Math.max(lower.candidate.from, higher.candidate.from)
  const to = Math.min(lower.candidate.to, higher.candidate.to)
  if (from > to) return
  const sides = `\n  · ${sourceOf(lower.candidate)}\n  · ${sourceOf(higher.candidate)}`
  const where = lower.candidate.refinement?.source ?? lower.candidate.issuer
  if (lower.level === higher.level && lower.steps === higher.steps)
    throw new XueshiError(
      'ambiguous-parameter',
      `${id}: ${name}: 同一层级、同一时间有两个取值，无法判断用哪一个（${daysText(from, to)}） / two values of one level and day${sides}`,
      { where, hint: '删去其中一个，或写明止日 / remove one of them, or end it with `to`' },
    )
  if (
    parameter.refinement === 'raise-only' &&
    isWeaker(lower.candidate.value, higher.candidate.value, parameter)
  )
    throw new XueshiError(
      'invalid-parameter',
      `${id}: ${name} = ${JSON.stringify(lower.candidate.value)}: 只能加码，不能低于上级规定 ${higher.candidate.value}（${daysText(from, to)}） / may only be made stricter than ${higher.candidate.value}${sides}`,
      { where, hint: `${name} ${parameter.stricter === 'higher' ? '>=' : '<='} ${higher.candidate.value}` },
    )
}

function daysText(from: EpochDay, to: EpochDay): string {
  return `${from === NONE ? '' : formatDate(from)}..${to === OPEN ? '' : formatDate(to)}`
}

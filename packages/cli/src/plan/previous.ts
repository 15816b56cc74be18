import { readFileSync } from 'node:fs'
import { tryParseDate, tryParseInstant, XueshiError } from '@xueshi/core'
import type { Plan } from '@xueshi/planner'

const LISTS = [
  'coHosts',
  'kinds',
  'topics',
  'lecturers',
  'observers',
  'attendees',
  'serves',
  'notes',
] as const
const TEXTS = ['id', 'organization', 'title', 'mode'] as const
const STATUSES: readonly unknown[] = ['planned', 'held', 'cancelled']

/**
 * A plan that was written before, `plan.json`.
 *
 * @throws XueshiError `input-unreadable` where it cannot be read or is no plan.
 */
export function readPlan(file: string, named: string): Plan {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new XueshiError(
      'input-unreadable',
      `无法读取上一版计划 / cannot read the plan before: ${named}: ${why}`,
      {
        where: named,
        cause,
      },
    )
  }
  const fault = faultOf(value)
  if (fault !== null)
    throw new XueshiError('input-unreadable', `不是计划文件 / no plan: ${named}: ${fault}`, {
      where: named,
      hint: 'plan.json',
    })
  return value as Plan
}

/** The first thing for which a value is no plan. */
function faultOf(plan: unknown): string | null {
  if (!isObject(plan)) return 'JSON'
  if (plan.version !== 1) return `version: ${JSON.stringify(plan.version)}`
  if (!Number.isInteger(plan.year)) return 'year'
  if (!Number.isInteger(plan.seed)) return 'seed'
  if (!isObject(plan.calendar)) return 'calendar'
  for (const list of ['sessions', 'unmet', 'unasked', 'asked']) if (!Array.isArray(plan[list])) return list
  const sessions = plan.sessions as readonly unknown[]
  for (const [i, session] of sessions.entries()) {
    const fault = isObject(session) ? faultOfSession(session) : 'JSON'
    if (fault !== null) return `sessions[${i}].${fault}`
  }
  return null
}

function faultOfSession(session: Readonly<Record<string, unknown>>): string | null {
  for (const text of TEXTS) if (typeof session[text] !== 'string') return text
  for (const list of LISTS) if (!Array.isArray(session[list])) return list
  for (const time of ['start', 'end'])
    if (typeof session[time] !== 'string' || tryParseInstant(session[time]) === undefined) return time
  for (const day of ['date', 'lastDay'])
    if (typeof session[day] !== 'string' || tryParseDate(session[day]) === undefined) return day
  if (session.venue !== null && typeof session.venue !== 'string') return 'venue'
  if (typeof session.hours !== 'number') return 'hours'
  return STATUSES.includes(session.status) ? null : 'status'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

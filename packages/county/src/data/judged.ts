import type { CivilDate, Judgement, LocalizedText, RuleContext, Unit } from '@xueshi/core'
import { words } from '../wording.ts'

/** What was counted against what is asked. */
export interface Counted {
  readonly measured: number
  readonly required: number
  readonly unit: Unit
  readonly message: LocalizedText
}

/**
 * The verdict on a least number in a window: met once reached; pending while the window is open; unknown where
 * the data does not cover the closed window; else breached.
 */
export function judgeLeast(found: Counted, context: RuleContext): Judgement {
  const { from, to } = context.window
  const { measured, required } = found
  if (measured >= required) return { verdict: 'met', ...found }
  if (to === null || context.asOf < to)
    return { verdict: 'pending', ...found, ...(to === null ? {} : { due: to }) }
  return shortOf(found, context, from, to)
}

/** Breached, or unknown where the data does not cover these days. */
export function shortOf(found: Counted, context: RuleContext, from: CivilDate, to: CivilDate): Judgement {
  const { covers } = context.dataset
  if (covers.from <= from && covers.to >= to) return { verdict: 'breached', ...found }
  return {
    verdict: 'unknown',
    ...found,
    message: words(
      `无法判断：数据只含 ${covers.from}..${covers.to}；${found.message['zh-CN']}`,
      `cannot be told: the data covers ${covers.from}..${covers.to} only; ${found.message.en}`,
    ),
  }
}

/** A judgement that the data cannot give, and why. */
export function unknown(zh: string, en: string): Judgement {
  return { verdict: 'unknown', message: words(`无法判断：${zh}`, `cannot be told: ${en}`) }
}

/** A duty that nobody has here, and why. */
export function notOwed(zh: string, en: string): Judgement {
  return { verdict: 'not-applicable', message: words(zh, en) }
}

/** The first few of a list of names, and how many more there are. */
export function listed(names: readonly string[]): LocalizedText {
  const shown = names.slice(0, 5)
  const more = names.length - shown.length
  return words(
    shown.map((name) => `“${name}”`).join('、') + (more > 0 ? `等${names.length}项` : ''),
    shown.map((name) => `“${name}”`).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  )
}

import { type AggregateRule, XueshiError } from '@xueshi/core'
import type { Random } from '../random.ts'
import { deepFreeze } from './freeze.ts'

/**
 * An aggregate rule that keeps all its parts until it judges, sends each through JSON, freezes it, and then
 * merges them in another order and other groups, with neutral values in between. If `merge` is associative
 * and commutative, `empty` neutral and nothing is changed in place, it judges as the rule itself.
 */
export function regrouped<T>(rule: AggregateRule<T>, random: Random): AggregateRule<readonly T[]> {
  return {
    ...rule,
    empty: [],
    collect: (part, context) => [viaJson(rule.collect(part, context), rule.id)],
    merge: (a, b) => [...a, ...b],
    judge: (subject, parts, context) => rule.judge(subject, fold(rule, parts, random), context),
  }
}

function fold<T>(rule: AggregateRule<T>, parts: readonly T[], random: Random): T {
  let pool: T[] = random.shuffled([...parts, viaJson(rule.empty, rule.id), viaJson(rule.empty, rule.id)])
  while (pool.length > 1) {
    const [a, b, ...rest] = random.shuffled(pool)
    pool = [...rest, deepFreeze(rule.merge(a!, b!))]
  }
  return pool[0]!
}

function viaJson<T>(value: T, rule: string): T {
  const text = JSON.stringify(value)
  if (text === undefined)
    throw new XueshiError(
      'invalid-rule',
      `${rule}: collect 应返回 JSON 数据 / what is collected must be JSON`,
    )
  return deepFreeze(JSON.parse(text) as T)
}

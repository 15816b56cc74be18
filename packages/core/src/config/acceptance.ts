import { XueshiError } from '../errors.ts'
import type { ResolvedConfig, ResolvedRule } from './resolve.ts'

/**
 * Refuses a check where the config demands that uncoded words are accepted and some rule that is on has words
 * that nobody has accepted.
 *
 * @throws XueshiError `uncoded-not-accepted` naming the rules.
 */
export function requireAcceptance(
  { acceptance }: ResolvedConfig,
  on: readonly Pick<ResolvedRule, 'id' | 'rule'>[],
): void {
  if (!acceptance.required) return
  const open = on.filter(({ id, rule }) => rule.uncoded.length > 0 && !acceptance.accepted.has(id))
  if (open.length === 0) return
  throw new XueshiError(
    'uncoded-not-accepted',
    `${open.length} 条规则有未编入的文字尚未确认 / uncoded words of ${open.length} rules are not accepted\n${open
      .map(({ id, rule }) => `  · ${id}（${rule.uncoded.length}）`)
      .join('\n')}`,
    { hint: "xueshi rules --uncoded; acceptUncoded: ['…']" },
  )
}

import { parseDate, type RuleInForce, resolveRuleId, rulesInForce } from '@xueshi/core'
import { formatRule, formatRules, rulesToJson } from '@xueshi/report'
import { loadConfig } from '../config/load.ts'
import { EXIT } from '../exitCode.ts'
import { type Io, usesColor } from '../io.ts'
import { loadData } from '../loadRun.ts'
import { organizationId } from '../lookup.ts'
import { common, everywhere } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import type { Speech } from '../speech.ts'

export const rulesSpec: CommandSpec = {
  name: 'rules',
  usage: '[ID] [--as-of YYYY-MM-DD] [--org ORG] [--uncoded] [--json]',
  positionals: [0, 1],
  about: {
    'zh-CN': '列出生效的规则、参数和出处；给出 ID 时显示该规则全文',
    en: 'rules in force, parameters, citations; with ID the page of one rule',
  },
  options: [
    common.config,
    {
      name: 'as-of',
      value: 'YYYY-MM-DD',
      about: { 'zh-CN': '哪一天生效的规则；默认今天', en: 'rules in force on this day; default today' },
    },
    {
      name: 'org',
      value: 'ORG',
      about: { 'zh-CN': '对这个党组织生效的规则', en: 'rules as they hold for this organization' },
    },
    {
      name: 'data',
      value: 'PATH',
      repeat: true,
      about: {
        'zh-CN': '数据，用来确定 --org 的上级；没有时只按组织编码本身',
        en: 'data that tells what is above --org; without it only the id itself is compared',
      },
    },
    {
      name: 'uncoded',
      about: { 'zh-CN': '一并列出未编入规则的文字', en: 'list the words that no rule expresses too' },
    },
    { name: 'json', about: { 'zh-CN': '以 JSON 输出', en: 'write JSON' } },
    ...everywhere,
  ],
}

/** Lists the rules in force, or shows one. */
export async function rulesCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const { locale } = speech
  const { config, pseudonymKey } = await loadConfig(io.cwd, args.value('config'))
  const [word] = args.positionals
  const id = word === undefined ? undefined : resolveRuleId(config, word)
  const named = args.value('as-of')
  const asOf = named ?? io.today()
  parseDate(asOf)
  if (named === undefined) speech.note(`生效日：${asOf}（今天）`, `in force on ${asOf} (today)`)
  const paths = args.values('data')
  const data = paths.length === 0 ? undefined : await loadData(paths, undefined, pseudonymKey, io, speech)
  const org = args.value('org')
  const organization = org === undefined || data === undefined ? org : organizationId(data.dataset, org)
  const all = rulesInForce(config, {
    asOf,
    ...(organization === undefined ? {} : { organization }),
    ...(data === undefined ? {} : { dataset: data.dataset }),
  })
  const rules = all.filter((rule) =>
    id === undefined ? rule.level !== 'off' && rule.inForce : rule.id === id,
  )
  if (id === undefined && rules.length < all.length) {
    const rest = all.length - rules.length
    speech.note(`另有 ${rest} 条规则关闭或未施行`, `${rest} more rules are off or not in force`)
  }
  if (args.has('json')) io.stdout.write(`${JSON.stringify(rulesToJson(rules, { asOf, locale }), null, 2)}\n`)
  else io.stdout.write(textOf(rules, id, args.has('uncoded'), io, speech))
  return data === undefined || data.trustworthy ? EXIT.clean : EXIT.untrustworthy
}

function textOf(
  rules: readonly RuleInForce[],
  id: string | undefined,
  uncoded: boolean,
  io: Io,
  speech: Speech,
): string {
  const options = {
    locale: speech.locale,
    color: usesColor(io.stdout, io.env),
    uncoded,
    // Ids are long: a pipe has no edge to keep to.
    width: io.stdout.columns ?? 140,
  }
  const [only] = rules
  return id === undefined || only === undefined ? formatRules(rules, options) : formatRule(only, options)
}

import {
  check,
  type Dataset,
  explain,
  type Finding,
  resolveRuleId,
  rulesInForce,
  termName,
  VERDICTS,
  XueshiError,
} from '@xueshi/core'
import { formatExplanation } from '@xueshi/report'
import { EXIT } from '../exitCode.ts'
import { type Io, usesColor } from '../io.ts'
import { loadRun } from '../loadRun.ts'
import { memberId, organizationId } from '../lookup.ts'
import { showsNames } from '../names.ts'
import { everywhere, judging } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import type { Speech } from '../speech.ts'

export const explainSpec: CommandSpec = {
  name: 'explain',
  usage: '<data…> --rule ID --subject ID [--window KEY]',
  positionals: [1, Number.POSITIVE_INFINITY],
  about: {
    'zh-CN': '说明一个结论的由来，附法规原文',
    en: 'why a verdict is what it is, with the words of the regulation',
  },
  options: [
    ...judging,
    { name: 'rule', value: 'ID', about: { 'zh-CN': '规则编号', en: 'id of the rule' } },
    {
      name: 'subject',
      value: 'ID',
      about: {
        'zh-CN': '党组织或党员（编号或唯一名称），或任职（党员@组织:职务），或活动编号',
        en: 'organization or person (id or unique name), a post (member@organization:role), or the id of a session',
      },
    },
    {
      name: 'window',
      value: 'KEY',
      about: {
        'zh-CN': '期间，如 2025、2025-Q3、2025-07；默认取最需要处理的',
        en: 'such as 2025, 2025-Q3, 2025-07; default the most urgent',
      },
    },
    ...everywhere,
  ],
}

/** Explains one verdict. */
export async function explainCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const word = required(args, 'rule')
  const subject = required(args, 'subject')
  const { config, dataset, asOf, trustworthy } = await loadRun(args, io, speech)
  const rule = resolveRuleId(config, word)
  const report = check(dataset, config, { asOf, allVerdicts: true, rules: [rule] })
  if (report.findings.length === 0)
    throw new XueshiError('unknown-finding', `规则 ${rule} 没有任何结果 / the rule ${rule} has no result`, {
      hint: '规则可能在配置中关闭 / it may be off in the config: xueshi rules',
    })
  const finding = chooseWindow(findingsOf(subject, report.findings, dataset), args.value('window'), speech)
  const text = formatExplanation(explain(report, finding.fingerprint), {
    locale: speech.locale,
    dataset,
    rules: rulesInForce(config, { asOf }),
    names: showsNames(args, io, true),
    color: usesColor(io.stdout, io.env),
    ...(io.stdout.columns === undefined ? {} : { width: io.stdout.columns }),
  })
  io.stdout.write(text)
  return trustworthy ? EXIT.clean : EXIT.untrustworthy
}

function required(args: Arguments, name: string): string {
  const value = args.value(name)
  if (value === undefined)
    throw new XueshiError('usage', `缺少 --${name} / --${name} is missing`, {
      hint: `xueshi explain ${explainSpec.usage}`,
    })
  return value
}

/** Findings of a subject named by id or unique name; a person stands for the only post judged. */
function findingsOf(word: string, findings: readonly Finding[], dataset: Dataset): readonly Finding[] {
  const exact = findings.filter((finding) => finding.subject.id === word)
  if (exact.length > 0) return exact
  const kind = findings[0]!.subject.kind
  if (kind === 'session') throw noResult(word)
  const id = kind === 'organization' ? organizationId(dataset, word) : memberId(dataset, word)
  const own = findings.filter(
    ({ subject }) => subject.id === id || (kind === 'post' && subject.id.startsWith(`${id}@`)),
  )
  const subjects = [...new Set(own.map((finding) => finding.subject.id))]
  if (subjects.length === 1) return own
  if (subjects.length > 1)
    throw new XueshiError(
      'unknown-subject',
      `该党员有多个任职，请指明 / the person holds several posts, name one: ${subjects.join(', ')}`,
    )
  throw noResult(word)
}

function noResult(word: string): XueshiError {
  return new XueshiError(
    'unknown-subject',
    `规则对 ${word} 没有结果：不是本规则的对象 / the rule has no result for ${word}: not a subject of it`,
  )
}

const URGENCY = ['breached', 'unknown', 'pending', 'waived', 'met', 'not-applicable']

/** The window named, else the most urgent one, the latest of equals; the others are named on stderr. */
function chooseWindow(findings: readonly Finding[], key: string | undefined, speech: Speech): Finding {
  const keys = findings.map((finding) => finding.window.key)
  if (key !== undefined) {
    const found = findings.find((finding) => finding.window.key === key)
    if (found !== undefined) return found
    throw new XueshiError('unknown-finding', `没有这个期间 / no such window: ${key}`, {
      hint: keys.join(', '),
    })
  }
  const chosen = findings.reduce((best, finding) =>
    URGENCY.indexOf(finding.verdict) <= URGENCY.indexOf(best.verdict) ? finding : best,
  )
  const others = findings.filter((finding) => finding !== chosen)
  if (others.length > 0) {
    const list = others.map(
      ({ window, verdict }) => `${window.key} ${termName(VERDICTS, verdict, speech.locale)}`,
    )
    speech.note(
      `其他期间（用 --window 指定）：${list.join('、')}`,
      `other windows (--window): ${list.join(', ')}`,
    )
  }
  return chosen
}

import { type EpochDay, formatDate, parseDate } from '../civil/date.ts'
import { nearestWord } from '../config/nearest.ts'
import type { ResolvedConfig } from '../config/resolve.ts'
import { placeOfWaiver } from '../dataset/waivers.ts'
import { maskValue, type Problem } from '../model/problem.ts'
import type { WaiverRow } from '../model/rows.ts'
import { SUBJECT_KINDS, type SubjectKind, termName } from '../terms.ts'
import type { Plan } from './plan.ts'
import type { WindowOfFinding } from './record.ts'
import { branchOn } from './subject.ts'

/** What a waiver was good for in a run. */
interface Span {
  readonly row: WaiverRow
  readonly from: EpochDay
  readonly to: EpochDay
  used: boolean
  /** A window that it began in but did not outlast, and that is not met; `null` for none. */
  outlasted: { readonly key: string; readonly lastDay: EpochDay } | null
}

/** The waivers of a dataset by subject, and which of them a run has used. */
export class WaiverBook {
  readonly #spans: readonly Span[]
  readonly #bySubject = new Map<string, Span[]>()

  constructor(rows: readonly WaiverRow[]) {
    this.#spans = rows.map((row) => ({
      row,
      from: parseDate(row.from),
      to: parseDate(row.to),
      used: false,
      outlasted: null,
    }))
    for (const span of this.#spans) {
      const spans = this.#bySubject.get(span.row.subject)
      if (spans === undefined) this.#bySubject.set(span.row.subject, [span])
      else spans.push(span)
    }
  }

  /** The waiver that holds on the last judged day of a window, by full id of the rule or without the plugin. */
  waive(
    subject: string,
    fullId: string,
    shortId: string,
    window: WindowOfFinding,
    lastDay: EpochDay,
  ): WaiverRow | undefined {
    if (this.#spans.length === 0) return undefined
    const spans = this.#bySubject.get(subject)
    if (spans === undefined) return undefined
    let held: Span | undefined
    for (const span of spans) {
      const { row, from, to } = span
      if (row.rule !== fullId && row.rule !== shortId) continue
      if (from <= lastDay && lastDay <= to) {
        span.used = true
        held ??= span
      } else if (window.from <= to && to < lastDay) span.outlasted = { key: window.key, lastDay }
    }
    return held?.row
  }

  /**
   * What is wrong with the waivers: rules and subjects that do not exist, and waivers that have ended or waive
   * nothing. Only those are judged whose rule and subject the run looked at.
   */
  problems(
    plan: Plan,
    config: ResolvedConfig,
    lookedAt: (rule: string, subject: string) => boolean,
  ): Problem[] {
    if (this.#spans.length === 0) return []
    const subjects = new Subjects(plan)
    return this.#spans.flatMap((span) => {
      const problem = this.#problemOf(span, plan, config, subjects, lookedAt)
      return problem === null ? [] : [problem]
    })
  }

  #problemOf(
    span: Span,
    plan: Plan,
    config: ResolvedConfig,
    subjects: Subjects,
    lookedAt: (rule: string, subject: string) => boolean,
  ): Problem | null {
    const { row, used, to, from, outlasted } = span
    if (used) return null
    const rule = ruleOf(row.rule, config)
    if (plan.under !== null && !subjects.isUnder(row.subject)) return null
    if (rule === undefined) return lookedAt('', row.subject) ? unknownRule(row, config) : null
    if (!lookedAt(rule.id, row.subject)) return null
    if (!subjects.has(rule.rule.subject, row.subject)) return unknownSubject(row, rule.rule.subject)
    if (outlasted !== null && to < plan.asOf) return outlived(row, outlasted)
    if (to < plan.asOf) return ended(row)
    return from > plan.asOf
      ? null
      : unused(
          row,
          plan.rules.some(({ id }) => id === rule.id),
        )
  }
}

function ruleOf(word: string, { rules }: ResolvedConfig) {
  return rules.find(({ id, rule }) => id === word || rule.id === word)
}

/** Which subjects a dataset has, for each kind of subject. */
class Subjects {
  readonly #plan: Plan
  #posts: ReadonlyMap<string, number> | undefined

  constructor(plan: Plan) {
    this.#plan = plan
  }

  has(kind: SubjectKind, id: string): boolean {
    const { dataset } = this.#plan
    if (kind === 'member') return dataset.member(id) !== undefined
    if (kind === 'organization') return dataset.organization(id) !== undefined
    if (kind === 'session') return dataset.session(id) !== undefined
    return this.#postOrgs().has(id)
  }

  /** Whether a subject of any kind lies in the scope of the run; nothing is said of the others. */
  isUnder(id: string): boolean {
    const { under, columns, asOf } = this.#plan
    if (under === null) return true
    const member = columns.memberId.indexOf(id)
    const session = columns.sessionId.indexOf(id)
    const org =
      this.#postOrgs().get(id) ??
      (member >= 0
        ? branchOn(this.#plan, member, asOf)
        : session >= 0
          ? columns.sessionHost[session]!
          : columns.orgId.indexOf(id))
    return org >= 0 && under[org] === 1
  }

  #postOrgs(): ReadonlyMap<string, number> {
    const { postCount, postMember, postOrg, postRole, memberId, orgId, roles } = this.#plan.columns
    this.#posts ??= new Map(
      Array.from({ length: postCount }, (_, i) => [
        `${memberId[postMember[i]!]!}@${orgId[postOrg[i]!]!}:${roles[postRole[i]!]!}`,
        postOrg[i]!,
      ]),
    )
    return this.#posts
  }
}

function problem(
  row: WaiverRow,
  code: string,
  severity: Problem['severity'],
  value: string,
  zh: string,
  en: string,
): Problem {
  return {
    code,
    severity,
    message: { 'zh-CN': `豁免（${row.document}）${zh}`, en: `waiver ${row.document}: ${en}` },
    table: 'waivers',
    ...placeOfWaiver(row),
    value,
  }
}

function unknownRule(row: WaiverRow, { rules }: ResolvedConfig): Problem {
  const near = nearestWord(
    row.rule,
    rules.flatMap(({ id, rule }) => [id, rule.id]),
  )
  return problem(
    row,
    'waiver-unknown-rule',
    'warning',
    row.rule,
    `的规则不存在：${row.rule}${near === undefined ? '' : `；是否指 ${near}？`}`,
    `no such rule: ${row.rule}${near === undefined ? '' : `; did you mean ${near}?`}`,
  )
}

function unknownSubject(row: WaiverRow, kind: SubjectKind): Problem {
  const shown = maskValue(row.subject)
  return problem(
    row,
    'waiver-unknown-subject',
    'warning',
    shown,
    `的对象不存在：${shown}；规则 ${row.rule} 的对象是${termName(SUBJECT_KINDS, kind, 'zh-CN')}，请填写其编号`,
    `no such subject: ${shown}; ${row.rule} is about a ${termName(SUBJECT_KINDS, kind, 'en')}: give its id`,
  )
}

function outlived(row: WaiverRow, { key, lastDay }: NonNullable<Span['outlasted']>): Problem {
  const day = formatDate(lastDay)
  return problem(
    row,
    'waiver-expired',
    'warning',
    row.to,
    `已于 ${row.to} 到期，${row.subject} 在期间 ${key} 的要求（${row.rule}）判断到 ${day}，不再豁免；如仍需豁免，请办理新的豁免`,
    `ended on ${row.to}; ${row.rule} of ${row.subject} in ${key} is judged to ${day} and is not waived: a new waiver is needed if it should be`,
  )
}

function ended(row: WaiverRow): Problem {
  return problem(
    row,
    'waiver-expired',
    'notice',
    row.to,
    `已于 ${row.to} 到期，本次核查的各个期间都没有用到`,
    `ended on ${row.to}; no window of this check has used it`,
  )
}

function unused(row: WaiverRow, on: boolean): Problem {
  const [zh, en] = on
    ? [
        `没有用到：${row.subject} 的要求（${row.rule}）已达标、不适用或没有要判断的期间`,
        `not used: ${row.rule} of ${row.subject} is met, not applicable, or has no window to judge`,
      ]
    : [`没有用到：规则 ${row.rule} 在配置中是关闭的`, `not used: the rule ${row.rule} is off in the config`]
  return problem(row, 'waiver-unused', 'notice', row.rule, zh, en)
}

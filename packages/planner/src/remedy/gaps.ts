import {
  type CivilDate,
  type Config,
  demandsOf,
  type EpochDay,
  type Finding,
  formatDate,
  parseDate,
  type Report,
  type RuleInForce,
  rulesInForce,
} from '@xueshi/core'
import { type AskedRule, askedRule, type Duty, owedParts, PAPERS_TOO, reasonAgainst } from '../duties.ts'
import type { UnaskedRule } from '../plan.ts'
import type { Roster } from '../roster.ts'
import type { GapRemedy, UnclosedKind } from './remedies.ts'

/** A gap with what sessions still have to add. */
export interface Gap {
  readonly of: Pick<
    GapRemedy,
    'finding' | 'rule' | 'subject' | 'organization' | 'window' | 'missing' | 'unit'
  >
  readonly topics: readonly string[]
  readonly due: CivilDate | null
  /** What sessions can add; empty where they cannot close anything. */
  readonly duties: readonly Duty[]
  /** What stands against it whatever is held; `null` where sessions close it. */
  readonly fault: Extract<
    UnclosedKind,
    'window-over' | 'too-late' | 'exceeded' | 'records-too' | 'later'
  > | null
}

/** The gaps of a report that sessions have to do with, and the rules of the others. */
export interface Gaps {
  readonly gaps: readonly Gap[]
  readonly unasked: readonly UnaskedRule[]
}

/** Days in which something may still be done. */
interface Days {
  readonly first: EpochDay
  readonly last: EpochDay
}

/** Whatever is breached or pending by a requirement that counts sessions, hours or days. */
export function gapsOf({ asOf, findings }: Report, config: Config, days: Days): Gaps {
  const rules = new Map(rulesInForce(config, { asOf }).map((rule) => [rule.id, rule]))
  const asked = new Map<string, AskedRule>()
  const unasked = new Map<string, UnaskedRule>()
  const gaps: Gap[] = []
  for (const finding of findings) {
    if (finding.verdict !== 'breached' && finding.verdict !== 'pending') continue
    const rule = rules.get(finding.rule)
    if (rule === undefined) continue
    const known = asked.get(rule.id) ?? askedRuleOf(rule, unasked)
    if (known === null) continue
    asked.set(rule.id, known)
    gaps.push(gapOf(finding, known, days, asOf))
  }
  return { gaps, unasked: [...unasked.values()] }
}

function askedRuleOf(rule: RuleInForce, unasked: Map<string, UnaskedRule>): AskedRule | null {
  const reason = reasonAgainst(rule)
  if (reason === null || reason === PAPERS_TOO) return askedRule(rule, reason === null)
  unasked.set(rule.id, { rule: rule.id, reason })
  return null
}

function gapOf(finding: Finding, rule: AskedRule, { first, last }: Days, asOf: CivilDate): Gap {
  const { fingerprint, subject, organization, window, unit, verdict, required, measured } = finding
  const isOver = window.to !== null && window.to <= asOf
  const isOpen = verdict === 'pending'
  const from = Math.max(first, parseDate(window.from))
  const to = window.to === null ? last : Math.min(last, parseDate(window.to))
  const parts = owedParts(finding, rule, { from, to: Math.max(from, to) })
  const duties = parts.filter(({ missing }) => missing > 0)
  const chosen = 'anyOf' in rule.requirement.demand ? cheapest(duties) : duties
  const gap = {
    finding: fingerprint,
    rule: finding.rule,
    subject,
    organization,
    window,
    missing: Math.max(0, Math.round(((required ?? 0) - (measured ?? 0)) * 100) / 100),
    unit,
  }
  const due = isOpen ? (finding.due ?? (window.to === null ? null : window.to)) : null
  const topics = [...new Set(chosen.flatMap(({ count }) => count.topics ?? []))]
  const closed = (fault: Gap['fault']): Gap => ({ of: gap, topics, due, duties: [], fault })
  if (isOver) return closed('window-over')
  if (parts.some(({ missing }) => missing <= 0) && chosen.length === 0) return closed('exceeded')
  if (!isOpen) return closed('too-late')
  // Where nothing is missing that sessions add, what is missing is a record.
  const isWhole =
    chosen.length > 0 && ('anyOf' in rule.requirement.demand || unmetParts(finding, rule) === chosen.length)
  const paced = chosen.map((duty) => pacedTo(last, duty, window.to))
  const isPaced = paced.some(({ missing }, i) => missing < chosen[i]!.missing)
  const fault = isWhole ? (isPaced ? 'later' : null) : 'records-too'
  return { of: gap, topics, due, duties: from > to ? [] : paced, fault }
}

/** Of a window that goes on after this year the part that this year owes, so that years of study are no winter's. */
function pacedTo(last: EpochDay, duty: Duty, end: CivilDate | null): Duty {
  if (end === null || parseDate(end) <= last) return duty
  const { from } = duty.window
  const share = Math.max(0, last - from + 1) / (parseDate(end) - from + 1)
  return { ...duty, missing: Math.ceil(duty.missing * share) }
}

function unmetParts({ alternatives }: Finding, { requirement }: AskedRule): number {
  return alternatives === null
    ? demandsOf(requirement.demand).length
    : alternatives.filter(({ met }) => !met).length
}

/** Minutes that what is missing takes about: of a choice the least is enough. */
const MINUTES = { days: 360, hours: 0.6, sessions: 60 } as const

function cheapest(duties: readonly Duty[]): Duty[] {
  const effort = ({ measure, missing }: Duty) => MINUTES[measure] * missing
  return [...duties].sort((a, b) => effort(a) - effort(b)).slice(0, 1)
}

/** Topics that are owed besides what rules ask: one session of each is missing. */
export function topicGaps(
  topicsOwed: Readonly<Record<string, readonly string[]>>,
  roster: Roster,
  { first, last }: Days,
): Gap[] {
  const rule = { id: 'topics-owed', joinable: new Set<string>() }
  const key = formatDate(last).slice(0, 4)
  const window = { key, from: formatDate(first), to: formatDate(last) }
  return Object.keys(topicsOwed)
    .sort()
    .flatMap((id): Gap[] => {
      const member = roster.member(id)
      if (member < 0) return []
      const branch = roster.branchOn(member, first)
      const subject = { kind: 'member' as const, id }
      const organization = branch < 0 ? null : roster.columns.orgId[branch]!
      return [...new Set(topicsOwed[id])].sort().map((topic) => ({
        of: { finding: null, rule: null, subject, organization, window, missing: 1, unit: 'session' },
        topics: [topic],
        due: window.to,
        duties: [
          {
            ...{ rule, subject, organization, measure: 'sessions', missing: 1, unit: 'session' },
            window: { key, from: first, to: last },
            count: { kindClass: 'learning', topics: [topic] },
          },
        ],
        fault: null,
      }))
    })
}

/**
 * (d) json-rules-engine with facts prepared: what is left to it is comparing each number with its bound, for
 * each subject and window in turn. Preparing the facts costs it nothing here.
 */
import { Engine, type RuleProperties } from 'json-rules-engine'
import type { ReferenceFinding, ReferenceRule } from '../../../packages/core/test/reference/reference.ts'

interface Group {
  readonly engine: Engine
  readonly facts: Readonly<Record<string, number | boolean>>[]
}

export interface PreparedRules {
  readonly groups: readonly Group[]
  /** One line per rule. */
  readonly list: readonly string[]
  /** Findings that the rules must raise. */
  readonly expected: number
}

const DECIDED = new Set(['met', 'breached', 'not-applicable'])

/**
 * Facts from findings that are already known. Only rules with one number and one bound take part; their
 * subjects are grouped by subject kind and kind of window, so that no engine sees rules it does not need.
 */
export function prepareRules(
  rules: readonly ReferenceRule[],
  findings: readonly ReferenceFinding[],
): PreparedRules {
  const simple = rules.filter(
    ({ rule }) => rule.demand !== undefined && 'measure' in rule.demand && rule.demand.measure !== 'gap',
  )
  const byGroup = Map.groupBy(simple, ({ rule }) => `${rule.subject} ${JSON.stringify(rule.window)}`)
  const byRule = Map.groupBy(findings, (finding) => finding.rule)
  const groups: Group[] = []
  const list: string[] = []
  let expected = 0
  for (const members of byGroup.values()) {
    const facts = new Map<string, Record<string, number | boolean>>()
    const properties: RuleProperties[] = []
    const unset: Record<string, number | boolean> = {}
    for (const { id, rule } of members) {
      const own = (byRule.get(id) ?? []).filter((finding) => DECIDED.has(finding.verdict))
      const required = own.find((finding) => finding.verdict !== 'not-applicable')?.required
      if (required === undefined || required === null) continue
      const atMost = rule.demand !== undefined && 'atMost' in rule.demand && rule.demand.atMost !== undefined
      const operator = atMost ? 'greaterThan' : 'lessThan'
      properties.push({
        name: id,
        conditions: {
          all: [
            { fact: `${id} applies`, operator: 'equal', value: true },
            { fact: id, operator, value: required },
          ],
        },
        event: { type: id },
      })
      list.push(`${id} ${operator} ${required}`)
      unset[`${id} applies`] = false
      unset[id] = 0
      for (const finding of own) {
        const key = `${finding.subject}\n${finding.window}`
        const fact = facts.get(key) ?? {}
        facts.set(key, fact)
        fact[`${id} applies`] = finding.verdict !== 'not-applicable'
        fact[id] = finding.measured ?? 0
        if (finding.verdict === 'breached') expected++
      }
    }
    if (properties.length === 0) continue
    groups.push({
      engine: new Engine(properties),
      facts: [...facts.values()].map((fact) => ({ ...unset, ...fact })),
    })
  }
  return { groups, list, expected }
}

/** Number of events raised. */
export async function runRules({ groups }: PreparedRules): Promise<number> {
  let events = 0
  for (const { engine, facts } of groups) {
    for (const fact of facts) events += (await engine.run(fact)).events.length
  }
  return events
}

import { type EpochDay, formatDate, parseDate } from '../civil/date.ts'
import { NONE, OPEN } from '../dataset/columns.ts'
import type { Rule } from '../plugin/plugin.ts'
import type { ParameterVersion } from '../requirement/schema.ts'
import { AUTHORITY_LEVELS, type AuthorityLevel, termName } from '../terms.ts'
import type { Refinement } from './refinement.ts'
import type { AppliedRefinement, AppliedSetting, ResolvedRule } from './resolve.ts'

/** A value of a parameter that some source gives for some days and organizations. */
export interface Candidate {
  /** The rule itself, a dated refinement, or an undated setting of a config entry. */
  readonly kind: 'rule' | 'refinement' | 'setting'
  /** `null` for the rule of a local plugin: whoever wrote it, every level refines it. */
  readonly authority: AuthorityLevel | null
  readonly issuer: string
  readonly value: number | string
  /** First and last day; `NONE` and `OPEN` where it has none. */
  readonly from: EpochDay
  readonly to: EpochDay
  /** Organizations it is meant for: all lists must hold; each holds where one of its ids is above. */
  readonly scopes: readonly (readonly string[])[]
  readonly version: ParameterVersion | null
  readonly refinement: Refinement | null
  readonly setting: AppliedSetting | null
}

/** All candidates of a parameter: the rule's own, refinements, and settings in order of their entries. */
export function candidatesOf(resolved: ResolvedRule, name: string): Candidate[] {
  return [
    ...(resolved.rule.parameters[name]?.versions ?? []).map((version) =>
      ofVersion(resolved.rule, resolved.plugin.name, version),
    ),
    ...resolved.refinements.filter(({ refinement }) => refinement.parameter === name).map(ofRefinement),
    ...resolved.settings
      .filter(({ setting }) => setting.parameters !== undefined && Object.hasOwn(setting.parameters, name))
      .map((applied) => ofSetting(applied, name)),
  ]
}

function ofVersion(rule: Rule, plugin: string, version: ParameterVersion): Candidate {
  return {
    kind: 'rule',
    authority: rule.strength === 'local' ? null : 'national',
    issuer: plugin,
    value: version.value,
    from: parseDate(version.from),
    to: version.to === undefined ? OPEN : parseDate(version.to),
    scopes: [],
    version,
    refinement: null,
    setting: null,
  }
}

function ofRefinement({ when, refinement }: AppliedRefinement): Candidate {
  return {
    kind: 'refinement',
    authority: refinement.authority,
    issuer: refinement.issuer,
    value: refinement.value,
    from: parseDate(refinement.from),
    to: refinement.to === undefined ? OPEN : parseDate(refinement.to),
    scopes: [when, refinement.under ?? null].filter((scope) => scope !== null),
    version: null,
    refinement,
    setting: null,
  }
}

function ofSetting(applied: AppliedSetting, name: string): Candidate {
  return {
    kind: 'setting',
    authority: 'unit',
    issuer: applied.entry,
    value: applied.setting.parameters![name]!,
    from: NONE,
    to: OPEN,
    scopes: applied.under === null ? [] : [applied.under],
    version: null,
    refinement: null,
    setting: applied,
  }
}

/** Whether a candidate is meant for an organization, given with all above it. */
export function isMeantFor({ scopes }: Candidate, path: readonly string[]): boolean {
  return scopes.every((scope) => scope.some((id) => path.includes(id)))
}

/** How many steps above an organization a candidate is attached; infinite where it holds everywhere. */
export function stepsAbove({ scopes }: Candidate, path: readonly string[]): number {
  const steps = scopes.map((scope) => path.findIndex((id) => scope.includes(id)))
  return steps.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...steps)
}

/** A candidate in one line, for errors: level, issuer, document, value, days and place. */
export function sourceOf(candidate: Candidate): string {
  const { kind, authority, issuer, value, from, to, version, refinement, setting } = candidate
  const days = from === NONE ? '' : `, ${formatDate(from)}..${to === OPEN ? '' : formatDate(to)}`
  if (kind === 'setting') return `配置 / entry “${setting!.entry}” = ${value}`
  const citation = refinement?.citation ?? version?.citations[0]
  const document = citation?.document === undefined ? '' : `（${citation.document}）`
  const words = citation === undefined ? '' : `《${citation.instrument}》${document}${citation.article ?? ''}`
  const level = authority === null ? '' : `${termName(AUTHORITY_LEVELS, authority, 'zh-CN')} / ${authority} `
  const place = refinement?.source === undefined ? '' : ` @ ${refinement.source}`
  return `${level}${issuer}${words} = ${value}${days}${place}`
}

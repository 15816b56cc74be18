import { defineRequirement, type Presence, type Rule, type RuleMeta, XueshiError } from '@xueshi/core'
import { boundChanges } from './demand.ts'
import { atEach, type Change, dropEach, inField, type Mutant, oneStep, otherThan, without } from './mutant.ts'
import { whoChanges } from './who.ts'
import { windowChanges } from './window.ts'

/**
 * Every rule that differs from this one by one step: a number one more or less, a duration one day, month or
 * year longer or shorter, the window in the next unit, a part of the population or of the filter left out or
 * turned round, a bound turned round, an exemption or a superseded rule left out. The code of rule functions
 * stays as it is. A change that makes no valid rule is no mutant.
 *
 * @example
 * ```ts
 * import { defineRequirement } from '@xueshi/core'
 * import { mutantsOf } from '@xueshi/testing'
 *
 * const rule = defineRequirement({
 *   id: 'branch/lecture',
 *   title: { 'zh-CN': '每季度党课', en: 'A lecture each quarter' },
 *   subject: 'organization',
 *   who: { kind: ['branch'] },
 *   window: { each: 'quarter' },
 *   demand: { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: 1 },
 *   strength: 'local',
 *   assurance: 'secondary',
 *   parameters: {},
 *   citations: [{ instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' }],
 *   uncoded: [],
 *   summary: { 'zh-CN': '党支部每季度上一次党课', en: 'A branch has a lecture each quarter' },
 * })
 * console.log(mutantsOf(rule).find(({ id }) => id.startsWith('window'))?.id) // window.each: quarter → month
 * ```
 */
export function mutantsOf(rule: Rule): Mutant[] {
  const changes: Change<Rule>[] = metaChanges(rule)
  if ('demand' in rule)
    for (const { id, value } of boundChanges(rule.demand))
      changes.push({ id, value: { ...rule, demand: value } })
  return changes.flatMap(({ id, value }) => {
    const valid = validated(value)
    return valid === null ? [] : [{ id, rule: valid }]
  })
}

function metaChanges<T extends Rule>(rule: T): Change<Rule>[] {
  const whole: RuleMeta = rule
  const changes: Change<RuleMeta>[] = [
    ...parameterChanges(rule),
    ...inField(whole, 'who', whoChanges(rule.who, 'who')),
    ...inField(whole, 'window', windowChanges(rule.window)),
    ...presenceChanges(rule),
    ...sessionChanges(rule),
    ...exemptionChanges(rule),
    ...(rule.supersedes ?? []).map((id, i) => ({
      id: `supersedes: −${id}`,
      value: { ...whole, supersedes: rule.supersedes!.toSpliced(i, 1) },
    })),
  ]
  return changes as Change<Rule>[]
}

function parameterChanges(rule: RuleMeta): Change<RuleMeta>[] {
  return Object.entries(rule.parameters).flatMap(([name, parameter]) =>
    atEach(parameter.versions, '', (version) =>
      inField(version, 'value', oneStep(version.value, `parameters.${name} ${version.from}`)),
    ).map(({ id, value }) => ({
      id,
      value: { ...rule, parameters: { ...rule.parameters, [name]: { ...parameter, versions: value } } },
    })),
  )
}

/** A rule that judges one day has no other part of a window to be present in. */
function presenceChanges(rule: RuleMeta): Change<RuleMeta>[] {
  if ('anyDay' in rule.window || 'rolling' in rule.window || 'session' in rule.window) return []
  const presence = rule.presence ?? 'whole'
  const changes: Change<Presence>[] = /^P\d/.test(presence)
    ? [...oneStep(presence, 'presence'), { id: `presence: ${presence} → any`, value: 'any' }]
    : otherThan(presence, ['whole', 'any', 'end'], 'presence')
  return changes.map(({ id, value }) => ({ id, value: { ...rule, presence: value } }))
}

/** A rule about sessions that speaks of all of them, or of one kind less. */
function sessionChanges(rule: RuleMeta): Change<RuleMeta>[] {
  const { sessions } = rule
  if (sessions === undefined) return []
  const { kinds, acts } = sessions
  const narrower = [
    ...(kinds === undefined ? [] : inField(sessions, 'kinds', dropEach(kinds, 'sessions.kinds'))),
    ...(acts === undefined ? [] : inField(sessions, 'acts', dropEach(acts, 'sessions.acts'))),
  ]
  return [
    { id: 'sessions: −all', value: without<RuleMeta>(rule, 'sessions', '').value },
    ...narrower.map(({ id, value }) => ({ id, value: { ...rule, sessions: value } })),
  ]
}

function exemptionChanges(rule: RuleMeta): Change<RuleMeta>[] {
  const exempt = rule.exempt ?? []
  return [
    ...exempt.map((_, i) => ({ id: `exempt: −[${i}]`, value: { ...rule, exempt: exempt.toSpliced(i, 1) } })),
    ...atEach(exempt, 'exempt', (exemption, path) =>
      inField(exemption, 'tags', dropEach(exemption.tags, `${path}.tags`)),
    ).map(({ id, value }) => ({ id, value: { ...rule, exempt: value } })),
  ]
}

function validated(rule: Rule): Rule | null {
  if (!('demand' in rule)) return rule
  try {
    return defineRequirement(rule)
  } catch (error) {
    if (error instanceof XueshiError && error.code === 'invalid-requirement') return null
    throw error
  }
}

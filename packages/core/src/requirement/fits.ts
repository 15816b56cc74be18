import { countsSessions, demandsOfRule, eventsOf, isCalendar, leavesOf, windowKind } from './parts.ts'
import type { Demand, Requirement, RuleMeta, Who } from './schema.ts'

type Subject = RuleMeta['subject']

/** Subjects of which each predicate can be told. */
const SUBJECTS_OF_WHO: Readonly<Record<string, readonly Subject[]>> = {
  status: ['member', 'post'],
  suspended: ['member', 'post'],
  tag: ['member', 'post'],
  post: ['member', 'post'],
  rank: ['member', 'post'],
  education: ['member', 'post'],
  occupation: ['member', 'post'],
  age: ['member'],
  below: ['member', 'post', 'organization', 'session'],
  kind: ['organization', 'session'],
  parentKind: ['organization', 'session'],
  hasCommittee: ['organization', 'session'],
  hasGroups: ['organization', 'session'],
  under: ['member', 'post', 'organization', 'session'],
}

/** Windows in which each kind of subject can be judged: by a requirement, and by functions. */
const WINDOWS_OF_SUBJECT: Readonly<Record<Subject, { readonly demand: string; readonly judge: string }>> = {
  member: { demand: 'each, term, between, after, rolling', judge: 'each, term, between, after, anyDay' },
  post: { demand: 'each, term, between, after', judge: 'each, term, between, after, anyDay' },
  organization: { demand: 'each, term, between, after, anyDay', judge: 'each, term, between, after, anyDay' },
  session: { demand: '', judge: 'session' },
}

const AGGREGATE_WINDOWS = 'each, term, anyDay'

/** Parts of a rule that do not fit together, so that the engine could only ignore one of them. */
export function misfitsOf(rule: RuleMeta | Requirement, isAggregate: boolean): string[] {
  return [
    ...whoMisfits(rule),
    ...windowMisfits(rule, isAggregate),
    ...demandsOfRule(rule).flatMap((demand) => [
      ...measureMisfits(rule, demand),
      ...countMisfits(rule, demand),
    ]),
    ...restMisfits(rule),
  ]
}

function whoMisfits({ who, subject, window }: RuleMeta): string[] {
  const faults = new Set<string>()
  for (const leaf of leavesOf(who)) {
    const name = nameOf(leaf)
    const subjects = SUBJECTS_OF_WHO[name]!
    if (!subjects.includes(subject)) faults.add(`who.${name}: ${subjects.join(', ')}`)
    if ('age' in leaf && leaf.age.atLeast === undefined && leaf.age.atMost === undefined)
      faults.add('who.age: 缺少界限 / no bound')
    if ('age' in leaf && 'rolling' in window) faults.add('who.age: rolling 没有首日 / has no first day')
  }
  return [...faults]
}

function nameOf(leaf: Who): string {
  return Object.keys(leaf)[0]!
}

function windowMisfits(rule: RuleMeta | Requirement, isAggregate: boolean): string[] {
  const { subject, window } = rule
  const allowed = isAggregate
    ? AGGREGATE_WINDOWS
    : WINDOWS_OF_SUBJECT[subject]['demand' in rule ? 'demand' : 'judge']
  if ('demand' in rule && subject === 'session')
    return ['session: 只用于函数规则 / for rules written as functions only']
  const faults: string[] = []
  if (!allowed.split(', ').includes(windowKind(window)))
    faults.push(`window.${windowKind(window)}: ${subject} → ${allowed}`)
  for (const event of eventsOf(window)) {
    if (event === 'post-start' && subject !== 'post') faults.push('post-start: post')
    if (typeof event === 'string' && event !== 'post-start' && subject === 'organization')
      faults.push(`${event}: member, post`)
  }
  return faults
}

function measureMisfits(rule: Requirement | RuleMeta, demand: Demand): string[] {
  const { subject, window } = rule
  const faults: string[] = []
  switch (demand.measure) {
    case 'size':
      if (subject !== 'organization' || !('anyDay' in window)) faults.push('size: organization, anyDay')
      break
    case 'gap':
      if (subject !== 'member' || !('rolling' in window)) faults.push('gap: member, rolling')
      if (demandsOfRule(rule).length > 1) faults.push('gap: 不能与其他要求并用 / not with other demands')
      break
    case 'lag':
      if (!('between' in window)) faults.push('lag: between')
      break
    default:
      if (!isCalendar(window) && !('between' in window) && !('after' in window))
        faults.push(`${demand.measure}: each, term, between, after`)
      if (subject === 'organization' && (demand.measure === 'hours' || demand.measure === 'days'))
        faults.push(`${demand.measure}: member, post`)
  }
  return faults
}

/** Filters that a subject or a window gives no meaning to. */
function countMisfits({ subject, window }: RuleMeta, demand: Demand): string[] {
  const faults: string[] = []
  if (demand.measure === 'acts') {
    if (subject === 'organization' && demand.count.as !== undefined) faults.push('acts.as: member, post')
    if (subject !== 'post' && demand.count.ofPost !== undefined) faults.push('acts.ofPost: post')
  }
  if (!countsSessions(demand)) return faults
  const { organizer, capacities, quarter } = demand.count
  if (quarter !== undefined && !('each' in window && window.each === 'year'))
    faults.push('count.quarter: each year')
  if (subject === 'organization') {
    if (capacities !== undefined) faults.push('count.capacities: member, post')
    if (organizer === 'post' || typeof organizer === 'object')
      faults.push('count.organizer: organization → own, own-or-groups')
  } else if (subject === 'member' && organizer === 'post') faults.push('count.organizer post: post')
  return faults
}

function restMisfits(rule: RuleMeta): string[] {
  const faults: string[] = []
  if (rule.sessions !== undefined && rule.subject !== 'session') faults.push('sessions: session')
  if (rule.exempt !== undefined && rule.subject !== 'member' && rule.subject !== 'post')
    faults.push('exempt: member, post')
  // A gap is that of somebody in scope on the day of the check, whatever was before.
  if ('rolling' in rule.window && rule.presence !== undefined && rule.presence !== 'end')
    faults.push('presence: rolling → end')
  if ('session' in rule.window && rule.presence !== undefined)
    faults.push('presence: session 没有意义 / has no meaning')
  return faults
}

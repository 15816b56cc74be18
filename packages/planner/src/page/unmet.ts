import { SUBJECT_KINDS, termName, UNITS } from '@xueshi/core'
import type { Conflict } from '../conflict.ts'
import type { ConstraintKind, UnmetDuty } from '../plan.ts'
import type { PageContext } from './context.ts'
import { decimal, escaped, inWords, type Say } from './text.ts'

/** Lines on the page; a plan with more has them all in its own file. */
const MOST = 1000

/** What stands in the way, in a word or two. */
export function constraintName(kind: ConstraintKind, say: Say): string {
  const names: Readonly<Record<ConstraintKind, string>> = {
    person: say('人员冲突', 'person'),
    venue: say('场所不足', 'venue'),
    lecturer: say('师资冲突', 'lecturer'),
    capacity: say('容量不足', 'capacity'),
    opening: say('场所不开放', 'opening hours'),
    workdays: say('工作日不足', 'working days'),
    nobody: say('无人承办', 'nobody'),
    past: say('期间已过', 'past'),
    language: say('无法安排', 'not a matter of sessions'),
  }
  return names[kind]
}

/** What could not be placed, by rule, with what forbids it and where it would be free. */
export function unmetOf(page: PageContext): string {
  const { plan, say } = page
  const head = `<section id="unmet" aria-labelledby="unmet-h"><h2 id="unmet-h">${escaped(say('未能安排', 'Not placed'))}<span class="who">${plan.unmet.length}</span></h2>`
  if (plan.unmet.length === 0)
    return `${head}<p class="good">${escaped(say('应排的活动全部排定。', 'Everything has its place.'))}</p>${unaskedOf(page)}</section>`
  const heads = [
    say('对象', 'Who'),
    say('期间', 'Window'),
    say('缺', 'Missing'),
    say('受阻于', 'What forbids it'),
    say('最近的空闲', 'Nearest free times'),
  ]
    .map((word) => `<th scope="col">${escaped(word)}</th>`)
    .join('')
  const groups = groupsOf(plan.unmet.slice(0, MOST), ({ rule }) => rule)
  const tables = [...groups].map(
    ([rule, duties]) =>
      `<h3>${escaped(page.rule(rule))}<span class="who">${duties.length}</span></h3><table class="list"><thead><tr>${heads}</tr></thead><tbody>${duties.map((duty) => rowOf(page, duty)).join('\n')}</tbody></table>`,
  )
  const more = plan.unmet.length - MOST
  const rest =
    more > 0
      ? `<p class="hint">${escaped(say(`另有${more}项，见 unmet.csv。`, `${more} more are in unmet.csv.`))}</p>`
      : ''
  return `${head}${tables.join('\n')}${rest}${unaskedOf(page)}</section>`
}

function rowOf(page: PageContext, duty: UnmetDuty): string {
  const { say, locale } = page
  const { subject, window, constraint, alternatives } = duty
  const opponent = constraint.session === null ? undefined : page.session(constraint.session)
  const against = [
    constraint.id === null ? '' : nameOf(page, constraint.kind, constraint.id),
    opponent === undefined
      ? ''
      : `${page.organization(opponent.organization)} · ${opponent.title} · ${page.when(opponent)}`,
  ].filter((word) => word !== '')
  const free = alternatives.map(
    (time) =>
      `<li>${escaped(page.when(time) + (time.venue === null ? '' : ` · ${page.venue(time.venue)}`))}</li>`,
  )
  const missing = `${decimal(duty.missing)} ${termName(UNITS, duty.unit, locale)}`
  return `<tr><th scope="row">${escaped(subjectName(page, duty))}<i>${escaped(termName(SUBJECT_KINDS, subject.kind, locale))}</i></th><td data-l="${escaped(say('期间', 'Window'))}">${escaped(window.key)}</td><td data-l="${escaped(say('缺', 'Missing'))}">${escaped(missing)}</td><td data-l="${escaped(say('受阻于', 'What forbids it'))}"><span class="chip warn">${escaped(constraintName(constraint.kind, say))}</span> ${escaped(inWords(constraint.message, say))}${against.map((word) => `<i>${escaped(word)}</i>`).join('')}</td><td data-l="${escaped(say('最近的空闲', 'Nearest free times'))}">${free.length === 0 ? '—' : `<ul>${free.join('')}</ul>`}</td></tr>`
}

/** The subject in words: of persons the branch, and the name only where names are asked for. */
function subjectName(page: PageContext, { subject, organization }: UnmetDuty): string {
  if (subject.kind === 'organization') return page.organization(subject.id)
  const at = organization === null ? '' : page.organization(organization)
  const who = subject.kind === 'member' ? page.person(subject.id) : subject.id
  return [at, who].filter((word) => word !== '').join(' · ')
}

function nameOf(page: PageContext, kind: ConstraintKind, id: string): string {
  return kind === 'person' || kind === 'lecturer' ? page.person(id) : page.venue(id)
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** Rules that are on and that no plan of sessions can meet. */
function unaskedOf(page: PageContext): string {
  const { plan, say } = page
  if (plan.unasked.length === 0) return ''
  const groups = groupsOf(plan.unasked, ({ reason }) => inWords(reason, say))
  const items = [...groups].map(
    ([reason, rules]) =>
      `<dt>${escaped(reason)}</dt><dd>${rules.map(({ rule }) => escaped(page.rule(rule))).join(say('；', '; '))}</dd>`,
  )
  const title = say(
    `另有${plan.unasked.length}条规则不能只靠活动满足`,
    `${plan.unasked.length} rules that sessions alone cannot meet`,
  )
  return `<details class="fold"><summary>${escaped(title)}</summary><dl>${items.join('')}</dl></details>`
}

/** Persons, lecturers and venues in two places; the list should be empty. */
export function conflictsOf({ say, plan }: PageContext, conflicts: readonly Conflict[]): string {
  const head = `<section id="conflicts" aria-labelledby="conflicts-h"><h2 id="conflicts-h">${escaped(say('冲突', 'Conflicts'))}<span class="who">${conflicts.length}</span></h2>`
  if (conflicts.length === 0)
    return `${head}<p class="good">${escaped(
      say(
        `逐场核对了${plan.sessions.length}场活动的时间、人员、师资、场所、容量和工作日，没有冲突。`,
        `Times, persons, lecturers, venues, places and working days of ${plan.sessions.length} sessions were compared: no conflict.`,
      ),
    )}</p></section>`
  const items = conflicts
    .slice(0, MOST)
    .map(({ code, message }) => `<li>${escaped(inWords(message, say))}<i>${escaped(code)}</i></li>`)
  const more = conflicts.length - MOST
  const rest = more > 0 ? `<p class="hint">${escaped(say(`另有${more}处。`, `${more} more.`))}</p>` : ''
  return `${head}<ol class="plain">${items.join('')}</ol>${rest}</section>`
}

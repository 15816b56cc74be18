import type { PageContext } from './context.ts'
import { decimal, escaped, grouped } from './text.ts'

/** One line of a list of loads. */
interface Load {
  readonly label: string
  readonly detail: string
  readonly sessions: number
}

/** Lines that are shown at once; the others are folded away. */
const SHOWN = 16

/** How the shared venues and the lecturers are burdened, and whether the turns are fair. */
export function loadOf(page: PageContext): string {
  const { say } = page
  return `<section id="load" aria-labelledby="load-h"><h2 id="load-h">${escaped(say('阵地与师资', 'Venues and lecturers'))}</h2><div class="two">
${listOf(page, say('共享阵地', 'Shared venues'), venues(page, true))}
<div class="stack">${listOf(page, say('师资库', 'Register of lecturers'), lecturers(page), rota(page))}
${listOf(
  page,
  say('各单位自有场所', 'Venues of single organizations'),
  venues(page, false).filter(({ sessions }) => sessions > 0),
)}</div>
</div></section>`
}

function venues({ plan, dataset, say }: PageContext, shared: boolean): Load[] {
  const counts = new Map<string, { sessions: number; persons: number }>()
  for (const { venue, status, attendees } of plan.sessions) {
    if (venue === null || status === 'cancelled') continue
    const count = counts.get(venue) ?? { sessions: 0, persons: 0 }
    counts.set(venue, { sessions: count.sessions + 1, persons: count.persons + attendees.length })
  }
  return dataset.venues
    .filter((venue) => venue.shared === shared)
    .map(({ id, name, capacity }) => {
      const { sessions = 0, persons = 0 } = counts.get(id) ?? {}
      const places = capacity === null ? '' : say(`容纳${capacity}人`, `${capacity} places`)
      const visits = sessions === 0 ? '' : say(`${grouped(persons)}人次`, `${grouped(persons)} visits`)
      return { label: name, detail: [places, visits].filter((word) => word !== '').join(' · '), sessions }
    })
    .sort(byLoad)
}

function lecturers({ plan, dataset, person }: PageContext): Load[] {
  const counts = countsOf(plan.sessions)
  return dataset.lecturers
    .map(({ id, title, member }) => ({
      label: person(id),
      detail: title ?? '',
      sessions: (counts.get(id) ?? 0) + (member === null ? 0 : (counts.get(member) ?? 0)),
    }))
    .sort(byLoad)
}

/** How often the members who are in no register lecture: numbers alone, nobody is listed. */
function rota({ plan, dataset, say }: PageContext): string {
  const registered = new Set(
    dataset.lecturers.flatMap(({ id, member }) => (member === null ? [id] : [id, member])),
  )
  const turns = new Map<number, number>()
  for (const [id, count] of countsOf(plan.sessions))
    if (!registered.has(id)) turns.set(count, (turns.get(count) ?? 0) + 1)
  if (turns.size === 0) return ''
  const words = [...turns]
    .sort(([a], [b]) => a - b)
    .map(([times, persons]) =>
      say(`讲${times}次的${grouped(persons)}人`, `${grouped(persons)} lecture ${times}×`),
    )
  return `<p class="hint">${escaped(say('党员轮流上讲台：', 'Members in turn: ') + words.join(say('，', ', ')))}${say('。', '.')}</p>`
}

function countsOf(sessions: PageContext['plan']['sessions']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { lecturers, status } of sessions)
    if (status !== 'cancelled') for (const id of lecturers) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function byLoad(a: Load, b: Load): number {
  return b.sessions - a.sessions || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

function listOf({ say }: PageContext, title: string, loads: readonly Load[], more = ''): string {
  if (loads.length === 0 && more === '') return ''
  const total = loads.reduce((sum, { sessions }) => sum + sessions, 0)
  const average = loads.length === 0 ? 0 : total / loads.length
  const most = Math.max(1, ...loads.map(({ sessions }) => sessions))
  const least = loads.at(-1)?.sessions ?? 0
  const fair = say(
    `${loads.length}个，共${grouped(total)}场；最多${loads[0]?.sessions ?? 0}场，最少${least}场，平均${decimal(average)}场（竖线）。`,
    `${loads.length}, ${grouped(total)} sessions; most ${loads[0]?.sessions ?? 0}, least ${least}, mean ${decimal(average)} (the line).`,
  )
  const line = ({ label, detail, sessions }: Load) =>
    `<li><span class="nm"><b>${escaped(label)}</b><i>${escaped(detail)}</i></span><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${decimal((sessions / most) * 100)}" height="4"/><rect class="mean" x="${decimal((average / most) * 100)}" width=".5" height="4"/></svg><b class="num">${grouped(sessions)}</b></li>`
  const first = loads.slice(0, SHOWN).map(line).join('')
  const rest = loads.slice(SHOWN)
  const folded =
    rest.length === 0
      ? ''
      : `<details><summary>${escaped(say(`其余${rest.length}个`, `${rest.length} more`))}</summary><ul class="loads">${rest.map(line).join('')}</ul></details>`
  return `<div class="card"><h3>${escaped(title)}</h3>${loads.length === 0 ? '' : `<p class="hint">${escaped(fair)}</p><ul class="loads">${first}</ul>${folded}`}${more}</div>`
}

import { type PlanChanges, planChanges, type SessionChange } from '../changes.ts'
import type { PlannedSession } from '../plan.ts'
import type { PageContext } from './context.ts'
import { escaped, grouped } from './text.ts'

/** Lines of one sort on the page. */
const MOST = 500

/** What became of the sessions of an earlier plan; empty where none is given. */
export function changesOf(page: PageContext): string {
  const { previous } = page.options
  if (previous === undefined) return ''
  const { say } = page
  const changes = planChanges(previous, page.plan)
  const sorts: readonly (readonly [Exclude<keyof PlanChanges, 'unchanged'>, string])[] = [
    ['moved', say('调整', 'Moved')],
    ['cancelled', say('取消', 'Cancelled')],
    ['added', say('新增', 'New')],
    ['changed', say('时间地点不变，内容或人员有变', 'Changed at the same time and place')],
  ]
  const lists = sorts.map(([sort, title]) => listOf(page, title, changes[sort])).join('')
  const stay = say(
    `其余${grouped(changes.unchanged)}场不变。`,
    `${grouped(changes.unchanged)} sessions stay as they were.`,
  )
  return `<section id="changes" aria-labelledby="changes-h"><h2 id="changes-h">${escaped(say('与上一版相比', 'Compared with the plan before'))}</h2>${lists}<p class="hint">${escaped(stay)}</p></section>`
}

function listOf(page: PageContext, title: string, changes: readonly SessionChange[]): string {
  if (changes.length === 0) return ''
  const { say } = page
  const items = changes.slice(0, MOST).map((change) => `<li>${lineOf(page, change)}</li>`)
  const more = changes.length - MOST
  const rest = more > 0 ? `<p class="hint">${escaped(say(`另有${more}场。`, `${more} more.`))}</p>` : ''
  return `<h3>${escaped(title)}<span class="who">${changes.length}</span></h3><ul class="plain">${items.join('')}</ul>${rest}`
}

function lineOf(page: PageContext, { change, before, after }: SessionChange): string {
  const session = (after ?? before)!
  const what = `<b>${escaped(page.organization(session.organization))}</b> ${escaped(session.title)}`
  if (change === 'moved')
    return `${what}<i><s>${escaped(placeOf(page, before!))}</s> → ${escaped(placeOf(page, session))}</i>`
  return `${what}<i>${escaped(placeOf(page, session))}</i>`
}

function placeOf(page: PageContext, session: PlannedSession): string {
  return page.when(session) + (session.venue === null ? '' : ` · ${page.venue(session.venue)}`)
}

import { ORGANIZATION_KINDS, termName } from '@xueshi/core'
import { monthName, type PageContext } from './context.ts'
import { levelOf, STEPS, STRIP_SCALE } from './scale.ts'
import { escaped, grouped } from './text.ts'
import type { TreeNode } from './tree.ts'

/** Weeks of a strip: a year of 366 days may touch 54. */
const WEEKS = 54

/** Kinds whose organizations lie above the organs: they stand open. */
const ABOVE_ORGANS = new Set(['county-committee', 'working-committee'])

/** The tree of organizations, each with a strip of its year and, below it, its sessions. */
export function organizationsOf(page: PageContext): string {
  const { say, tree } = page
  const legend = STRIP_SCALE.steps
    .map(
      ({ from, level }) =>
        `<span class="key"><span class="sw h${level}"></span>${level === STEPS ? '≥ ' : ''}${from}</span>`,
    )
    .join('')
  return `<section id="organizations" aria-labelledby="organizations-h"><h2 id="organizations-h">${escaped(say('各级党组织', 'Organizations'))}</h2>
<form class="search" id="search" role="search" hidden><input type="search" id="q" autocomplete="off" spellcheck="false" placeholder="${escaped(say('搜索党组织、活动、日期、场所（按 /）', 'Search organizations, sessions, dates, venues ( / )'))}" aria-label="${escaped(say('搜索活动', 'Search sessions'))}"><select id="kind" aria-label="${escaped(say('活动类型', 'Kind of session'))}"></select><select id="month" aria-label="${escaped(say('月份', 'Month'))}"></select></form>
<div id="found" aria-live="polite"></div>
<p class="legend">${escaped(say('一格一天，自左至右为全年各周，自上而下为周一至周日；含下级。', 'A cell is a day: weeks from left to right, Monday to Sunday from top to bottom, with all below.'))} <span class="key">${escaped(say('每天', 'A day'))}</span>${legend}<span class="key"><span class="sw v"></span>${escaped(say('主题党日顺延', 'theme day moved'))}</span></p>
${strips(page)}
<div class="tree">${tree.roots.map((root) => nodeOf(page, root)).join('\n')}</div></section>`
}

/** What all strips share: the days of the year, and the names of the months above them. */
function strips({ year, say }: PageContext): string {
  const path = (off: boolean) =>
    year.days
      .filter(({ mark }) => (mark === 'weekend' || mark === 'holiday') === off)
      .map(({ week, weekday }) => `M${week} ${weekday - 1}h.86`)
      .join('')
  const names = Array.from({ length: 12 }, (_, i) => {
    const day = year.days.find(({ month, date }) => month === i + 1 && date === 1)!
    return `<text x="${day.week}" y="2.4">${monthName(i + 1, say)}</text>`
  }).join('')
  return `<svg class="vh" width="0" height="0" aria-hidden="true"><symbol id="yr" viewBox="0 -.5 ${WEEKS} 7"><path class="s0" d="${path(false)}"/><path class="sw0" d="${path(true)}"/></symbol></svg>
<div class="tree-head" aria-hidden="true"><span></span><span></span><svg class="strip names" viewBox="0 0 ${WEEKS} 3">${names}</svg></div>`
}

function nodeOf(page: PageContext, at: number): string {
  const { tree, say, locale } = page
  const node = tree.nodes[at]!
  const { name, kind } = node.organization
  const open = node.depth === 0 || ABOVE_ORGANS.has(kind)
  const children = node.children.map((child) => nodeOf(page, child)).join('\n')
  const count = say(`${grouped(node.sessions)} 场`, grouped(node.sessions))
  return `<details class="org" data-o="${at}"${open ? ' open' : ''}><summary><span class="nm"><b>${escaped(name)}</b><i>${escaped(termName(ORGANIZATION_KINDS, kind, locale))}</i></span><span class="num">${count}</span>${stripOf(page, node)}</summary><div class="own">${listWithoutScript(page, node)}</div>${children}</details>`
}

function stripOf({ year }: PageContext, node: TreeNode): string {
  const paths = new Array<string>(STEPS + 1).fill('')
  let moved = ''
  year.days.forEach(({ week, weekday }, i) => {
    const level = levelOf(node.perDay[i]!, STRIP_SCALE)
    if (level > 0) paths[level] += `M${week} ${weekday - 1}h.86`
    if (node.moved[i] === 1) moved += `M${week} ${weekday - 1}m.25 0h.36`
  })
  const drawn = paths.map((d, level) => (d === '' ? '' : `<path class="s${level}" d="${d}"/>`)).join('')
  return `<svg class="strip" viewBox="0 -.5 ${WEEKS} 7" aria-hidden="true"><use href="#yr" y="-.5" width="${WEEKS}" height="7"/>${drawn}${moved === '' ? '' : `<path class="sv" d="${moved}"/>`}</svg>`
}

/** The sessions an organization holds itself; with the script they are made when it is opened. */
function listWithoutScript({ plan, say }: PageContext, { own }: TreeNode): string {
  if (own.length === 0) return ''
  const items = own.map((at) => {
    const { date, start, title, status } = plan.sessions[at]!
    const off = status === 'cancelled' ? say('（取消）', ' (cancelled)') : ''
    return `<li>${date.slice(5)} ${start.slice(11, 16)} ${escaped(title + off)}`
  })
  return `<noscript><ul>${items.join('')}</ul></noscript>`
}

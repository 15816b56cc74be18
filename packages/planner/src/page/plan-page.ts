import { createHash } from 'node:crypto'
import type { Dataset } from '@xueshi/core'
import { findConflicts } from '../conflicts.ts'
import type { Plan } from '../plan.ts'
import { calendarOf } from './calendar.ts'
import { changesOf } from './changed.ts'
import { type PageContext, pageContext } from './context.ts'
import { encodedSessions } from './encoded.ts'
import { headOf, kindsOf } from './head.ts'
import { loadOf } from './load.ts'
import type { PageOptions } from './options.ts'
import { organizationsOf } from './organizations.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { escaped } from './text.ts'
import { conflictsOf, unmetOf } from './unmet.ts'

/**
 * A plan as one HTML page to look at, print and hand round: the year as a calendar, every organization with the
 * days of its sessions, the load of venues and lecturers, what could not be placed and why, and what changed. It
 * needs nothing from outside and asks no network; it works without its script, which adds the calendar of each
 * organization, the list of a day, and a search. Equal input gives an equal page.
 *
 * Persons stand in it by id, by name only with `names`. The page is no record: it says what is planned.
 *
 * @throws XueshiError those of `resolveConfig`, where a config is given.
 * @example
 * ```ts
 * import { buildDataset, defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { planPage, planYear } from '@xueshi/planner'
 * import { workdayCalendar } from '@xueshi/workdays'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部', themeDay: '每月5日' }],
 *   members: [{ id: 'm1', name: '张三', status: '正式党员', organization: 'b1' }],
 *   sessions: [],
 *   export: [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const workdays = workdayCalendar()
 * const config = defineConfig(national.presets.organ)
 * const plan = planYear(dataset, config, { year: 2026, workdays })
 * const html = planPage(plan, dataset, { config, workdays })
 * console.log(html.includes('2026年党员教育培训计划'), html.includes('财政局党支部'), html.includes('张三')) // true true false
 * ```
 */
export function planPage(plan: Plan, dataset: Dataset, options: PageOptions = {}): string {
  const page = pageContext(plan, dataset, options)
  const { workdays, blackouts } = options
  const conflicts = findConflicts(plan, dataset, {
    ...(workdays === undefined ? {} : { workdays }),
    ...(blackouts === undefined ? {} : { blackouts }),
  })
  const { say } = page
  const title = say(`${plan.year}年党员教育培训计划`, `Education plan ${plan.year}`)
  return `<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(SCRIPT)}'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#calendar">${escaped(say('跳到年历', 'Skip to the calendar'))}</a>
${headOf(page, conflicts.length)}
${navigation(page)}
<main>
${calendarOf(page)}
${changesOf(page)}
${unmetOf(page)}
${conflictsOf(page, conflicts)}
${kindsOf(page)}
${loadOf(page)}
${organizationsOf(page)}
</main>
${footOf(page)}
<script type="application/json" id="data">${encodedSessions(page)}</script>
<script>${SCRIPT}</script>
</body>
</html>
`
}

function navigation({ say, options }: PageContext): string {
  const links: [string, string][] = [['calendar', say('年历', 'Year')]]
  if (options.previous !== undefined) links.push(['changes', say('变化', 'Changes')])
  links.push(
    ['unmet', say('未能安排', 'Not placed')],
    ['conflicts', say('冲突', 'Conflicts')],
    ['kinds', say('类型', 'Kinds')],
    ['load', say('阵地与师资', 'Load')],
    ['organizations', say('党组织', 'Organizations')],
  )
  const items = links.map(([id, text]) => `<a href="#${id}">${escaped(text)}</a>`)
  return `<nav aria-label="${escaped(say('本页内容', 'On this page'))}">${items.join('')}</nav>`
}

/** What the plan was made with. */
function footOf({ plan, say }: PageContext): string {
  const made = say(
    `工作日历：${plan.calendar.name}；种子：${plan.seed}；依据规则${plan.asked.length}条。本页由学时生成，时间均为北京时间。`,
    `Working days: ${plan.calendar.name}; seed: ${plan.seed}; ${plan.asked.length} rules. Made by Xueshi; times are those of Beijing.`,
  )
  return `<footer class="foot">${escaped(made)}</footer>`
}

/** How the policy of the page names a script or style: nothing else runs. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`
}

import { SESSION_KINDS, type SessionKind, termName } from '@xueshi/core'
import { monthName, type PageContext } from './context.ts'
import { levelOf, scaleOf } from './scale.ts'
import { decimal, escaped, grouped } from './text.ts'

/** Title, what the plan covers, and how it stands. */
export function headOf(page: PageContext, conflicts: number): string {
  const { plan, tree, say } = page
  const coming = plan.sessions.filter(({ status }) => status !== 'cancelled')
  const persons = new Set(coming.flatMap(({ attendees }) => attendees)).size
  const venues = new Set(coming.flatMap(({ venue }) => (venue === null ? [] : [venue]))).size
  const [root] = tree.roots
  const who = root === undefined || tree.roots.length > 1 ? '' : tree.nodes[root]!.organization.name
  const figures: readonly (readonly [string, string, string])[] = [
    [grouped(coming.length), say('场活动', 'sessions'), ''],
    [grouped(tree.hosts), say('个党组织举办', 'organizations hold them'), ''],
    [grouped(persons), say('人参加', 'persons are invited'), ''],
    [grouped(venues), say('处阵地使用', 'venues are used'), ''],
    [
      grouped(plan.unmet.length),
      say('项未能安排', 'duties not placed'),
      plan.unmet.length > 0 ? 'warn' : 'fine',
    ],
    [grouped(conflicts), say('处冲突', 'conflicts'), conflicts > 0 ? 'bad' : 'fine'],
  ]
  const tiles = figures
    .map(
      ([value, label, tone]) => `<div class="tile ${tone}"><dd>${value}</dd><dt>${escaped(label)}</dt></div>`,
    )
    .join('')
  return `<header class="top">
<p class="eyebrow">${escaped(who === '' ? say('党员教育培训', 'Education of Party members') : who)}</p>
<h1>${escaped(say(`${plan.year}年党员教育培训计划`, `Education plan ${plan.year}`))}</h1>
<p class="lead">${escaped(verdict(page, conflicts))}</p>
<p class="chips">${calendarStatus(page)}</p>
<dl class="tiles">${tiles}</dl>
</header>`
}

function verdict({ plan, say }: PageContext, conflicts: number): string {
  const asked = plan.asked.length
  const placed =
    plan.unmet.length === 0
      ? say(`${asked}条要求应排的活动全部排定`, `Everything that ${asked} rules ask for has its place`)
      : say(
          `${asked}条要求应排的活动中，有${plan.unmet.length}项未能安排`,
          `Of what ${asked} rules ask for, ${plan.unmet.length} could not be placed`,
        )
  const clash =
    conflicts === 0
      ? say('人员、师资、场所均无冲突。', 'no person, lecturer or venue is booked twice.')
      : say(`另有${conflicts}处冲突，须处理后再下发。`, `${conflicts} conflicts must be settled first.`)
  return placed + say('，', '; ') + clash
}

function calendarStatus({ plan, say }: PageContext): string {
  const { status } = plan.calendar
  const [tone, words] = {
    published: ['fine', say('放假安排已公布', 'holiday notice published')],
    provisional: ['warn', say('放假安排未公布，日期暂定', 'no holiday notice yet: dates are provisional')],
    unknown: ['bad', say('无放假数据，按周一至周五试排', 'holidays unknown: weekdays stand in')],
  }[status] as [string, string]
  return `<span class="chip ${tone}">${escaped(words)}</span>`
}

/** Sessions by kind and month. A session of two kinds stands in both lines. */
export function kindsOf({ plan, say, locale }: PageContext): string {
  const rows = new Map<SessionKind, number[]>()
  for (const { kinds, date, status } of plan.sessions) {
    if (status === 'cancelled') continue
    for (const kind of kinds) {
      let months = rows.get(kind)
      if (months === undefined) {
        months = new Array<number>(12).fill(0)
        rows.set(kind, months)
      }
      months[Number(date.slice(5, 7)) - 1]!++
    }
  }
  const order = SESSION_KINDS.map(({ id }) => id).filter((kind) => rows.has(kind))
  const scale = scaleOf([...rows.values()].flat())
  const total = (months: readonly number[]) => months.reduce((sum, value) => sum + value, 0)
  const most = Math.max(1, ...[...rows.values()].map(total))
  const body = order
    .map((kind) => {
      const months = rows.get(kind)!
      const cells = months
        .map((value) => `<td class="m h${levelOf(value, scale)}">${value === 0 ? '' : grouped(value)}</td>`)
        .join('')
      const width = decimal((total(months) / most) * 100)
      const bar = `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="4"/></svg>`
      return `<tr><th scope="row">${escaped(termName(SESSION_KINDS, kind, locale))}</th>${cells}<td class="sum">${grouped(total(months))}</td><td class="b">${bar}</td></tr>`
    })
    .join('\n')
  const heads = Array.from(
    { length: 12 },
    (_, i) => `<th scope="col" class="m">${monthName(i + 1, say)}</th>`,
  )
  return `<section id="kinds" aria-labelledby="kinds-h"><h2 id="kinds-h">${escaped(say('活动类型与月份', 'Kinds and months'))}</h2>
<p class="hint">${escaped(say('合并举办的活动在每个类型中各计一次。', 'A joined session counts under each of its kinds.'))}</p>
<table class="grid kinds"><thead><tr><th scope="col">${escaped(say('类型', 'Kind'))}</th>${heads.join('')}<th scope="col" class="sum">${escaped(say('全年', 'Year'))}</th><th class="b"></th></tr></thead>
<tbody>${body}</tbody></table></section>`
}

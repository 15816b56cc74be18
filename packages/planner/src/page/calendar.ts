import { dayName, monthName, type PageContext, weekdays } from './context.ts'
import { levelOf, type Scale, STEPS, scaleOf } from './scale.ts'
import { escaped, grouped } from './text.ts'
import type { DayMark, PageDay } from './year.ts'

/** Class of a day by its mark; ordinary days have none. */
export const MARK_CLASS: Readonly<Record<DayMark, string>> = {
  worked: '',
  weekend: 'w',
  holiday: 'r',
  'make-up': 'b',
  open: 'q',
}

/** The year of everything planned, a table for each month; the script shows one organization in the same tables. */
export function calendarOf(page: PageContext): string {
  const { year, tree, say, plan } = page
  const perDay = new Uint32Array(year.days.length)
  const moved = new Uint8Array(year.days.length)
  for (const root of tree.roots) {
    const node = tree.nodes[root]!
    node.perDay.forEach((count, i) => {
      perDay[i]! += count
    })
    node.moved.forEach((is, i) => {
      if (is > 0) moved[i] = 1
    })
  }
  const scale = scaleOf(perDay)
  const months = Array.from({ length: 12 }, (_, i) => monthOf(page, i + 1, perDay, moved, scale))
  const all = say('全部党组织', 'All organizations')
  return `<section id="calendar" aria-labelledby="calendar-h">
<div class="bar-line"><h2 id="calendar-h">${escaped(say('年历', 'The year'))}<span class="who" id="who">${escaped(all)}</span></h2>
<div class="tools" id="tools" hidden><button type="button" id="whole" hidden>${escaped(say('返回全部', 'Show all'))}</button>
<fieldset class="switch"><legend class="vh">${escaped(say('颜色表示', 'Colour shows'))}</legend><label><input type="radio" name="by" value="n" checked><span>${escaped(say('场数', 'Sessions'))}</span></label><label><input type="radio" name="by" value="h"><span>${escaped(say('学时', 'Hours'))}</span></label></fieldset></div></div>
<p class="hint" id="keys" hidden>${escaped(say('方向键移动日期，Page Up / Page Down 换月，回车查看当天活动；按 / 搜索。', 'Arrow keys move by day and week, Page Up and Page Down by month, Enter lists the day; / searches.'))}</p>
<div class="year-and-day"><div class="months" id="months">${months.join('\n')}</div>
<aside class="day" id="day" aria-live="polite">${busiest(page, perDay)}</aside></div>
${legend(page, scale)}
<p class="vh">${plan.year}</p>
</section>`
}

function monthOf(
  { year, say }: PageContext,
  month: number,
  perDay: Uint32Array,
  moved: Uint8Array,
  scale: Scale,
): string {
  const first = year.days.findIndex((day) => day.month === month)
  const days = year.days.filter((day) => day.month === month)
  const lead = days[0]!.weekday - 1
  const rows: string[] = []
  for (let row = 0; row * 7 < lead + days.length; row++) {
    let cells = ''
    for (let column = 0; column < 7; column++) {
      const at = row * 7 + column - lead
      const day = days[at]
      cells += day === undefined ? '<td></td>' : cellOf(day, first + at, perDay, moved, scale, say)
    }
    rows.push(`<tr>${cells}</tr>`)
  }
  const sum = days.reduce((total, _, i) => total + perDay[first + i]!, 0)
  const heads = weekdays(say)
    .map((name, i) => `<th scope="col"${i > 4 ? ' class="w"' : ''}>${name}</th>`)
    .join('')
  return `<table class="month" data-m="${month}"><caption>${monthName(month, say)}<span>${grouped(sum)}</span></caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function cellOf(
  day: PageDay,
  at: number,
  perDay: Uint32Array,
  moved: Uint8Array,
  scale: Scale,
  say: PageContext['say'],
): string {
  const count = perDay[at]!
  const classes = [`h${levelOf(count, scale)}`, MARK_CLASS[day.mark], moved[at] === 1 ? 'v' : '']
    .filter((word) => word !== '')
    .join(' ')
  const title = [
    say(`${day.month}月${day.date}日`, `${monthName(day.month, say)} ${day.date}`),
    day.name,
    say(`${count}场`, `${count} sessions`),
  ]
    .filter((word) => word !== '')
    .join(say('，', ', '))
  return `<td class="${classes}" data-i="${at}" title="${escaped(title)}"><b>${day.date}</b><i>${count === 0 ? '' : count}</i></td>`
}

function legend({ say, options }: PageContext, scale: Scale): string {
  const used = new Map(scale.steps.map(({ level, from }) => [level, from]))
  const steps = Array.from({ length: STEPS }, (_, i) =>
    used.has(i + 1) ? `<span class="key"><span class="sw h${i + 1}"></span>≥ ${used.get(i + 1)}</span>` : '',
  )
  const marks: [string, string][] = [['w', say('周末', 'weekend')]]
  if (options.workdays !== undefined)
    marks.push(
      ['r', say('放假', 'holiday')],
      ['b', say('调休上班', 'make-up working day')],
      ['q', say('待放假通知', 'left open')],
    )
  marks.push(['v', say('有主题党日顺延到这一天', 'a theme day was moved here')])
  const keys = marks
    .map(([mark, text]) => `<span class="key"><span class="sw ${mark}"></span>${escaped(text)}</span>`)
    .join('')
  return `<p class="legend"><span id="steps"><span class="key">${escaped(say('每天', 'A day'))}</span>${steps.join('')}</span>${keys}</p>`
}

function busiest({ year, say, plan }: PageContext, perDay: Uint32Array): string {
  const ranked = year.days
    .map((_, i) => i)
    .filter((i) => perDay[i]! > 0)
    .sort((a, b) => perDay[b]! - perDay[a]! || a - b)
  const idle = year.days.filter(({ mark }, i) => (mark === 'worked' || mark === 'make-up') && perDay[i] === 0)
  const most = Math.max(1, perDay[ranked[0] ?? 0]!)
  const items = ranked
    .slice(0, 8)
    .map((i) => {
      const { month, date } = year.days[i]!
      const iso = `${plan.year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      const width = Math.round((perDay[i]! / most) * 100)
      return `<li><span>${escaped(dayName(iso, say))}</span><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="4"/></svg><b>${grouped(perDay[i]!)}</b></li>`
    })
    .join('')
  return `<h3>${escaped(say('活动最多的日子', 'Busiest days'))}</h3><ol class="busy">${items}</ol><p class="hint">${escaped(
    idle.length === 0
      ? say('每个工作日都有活动。', 'Every working day has sessions.')
      : say(`没有活动的工作日：${idle.length}天。`, `Working days without sessions: ${idle.length}.`),
  )}</p>`
}

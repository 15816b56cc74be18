import { parseDate, SESSION_KINDS, SESSION_MODES, TOPICS, termName } from '@xueshi/core'
import { MARK_CLASS } from './calendar.ts'
import { type PageContext, weekdays } from './context.ts'
import { inWords, jsonInScript, plain } from './text.ts'
import { isMovedThemeDay } from './tree.ts'

/** Texts by number, each once. */
class Words {
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.list.length
      this.list.push(text)
      this.#numbers.set(text, number)
    }
    return number
  }
}

/**
 * The sessions for the script, each once and in order of start: columns of numbers, and the texts they stand for.
 * What few sessions have lies beside the columns, by position.
 */
export function encodedSessions(page: PageContext): string {
  const { plan, tree, year, say, locale } = page
  const shapes = new Words()
  const serves = new Words()
  const texts = new Words()
  const columns = {
    o: [] as number[],
    d: [] as number[],
    s: [] as number[],
    n: [] as number[],
    r: [] as number[],
  }
  const extra: Record<number, Record<string, unknown>> = {}
  let before = 0
  plan.sessions.forEach((session, i) => {
    const day = year.position(parseDate(session.date))
    columns.o.push(tree.position(session.organization)!)
    columns.d.push(day - before)
    before = day
    columns.n.push(session.attendees.length)
    columns.s.push(
      shapes.of(
        JSON.stringify([
          session.start.slice(11, 16),
          session.end.slice(11, 16),
          session.kinds.map((kind) => SESSION_KINDS.findIndex(({ id }) => id === kind)),
          plain(session.title),
          termName(SESSION_MODES, session.mode, locale),
          session.hours,
        ]),
      ),
    )
    columns.r.push(
      serves.of(
        session.serves.map(({ rule, window }) => plain(`${page.rule(rule)} ${window}`)).join(say('；', '; ')),
      ),
    )
    const more = extraOf(page, i, day, texts)
    if (Object.keys(more).length > 0) extra[i] = more
  })
  return jsonInScript({
    y: plan.year,
    loc: locale,
    days: year.days.map(({ month, date, weekday, mark, name }) => [
      month,
      date,
      weekday,
      MARK_CLASS[mark],
      name,
    ]),
    orgs: tree.nodes.map(({ organization, end }) => [plain(organization.name), end]),
    kinds: SESSION_KINDS.map(({ id }) => termName(SESSION_KINDS, id, locale)),
    shapes: shapes.list.map((shape) => JSON.parse(shape) as unknown),
    serves: serves.list,
    texts: texts.list,
    ...columns,
    x: extra,
    w: wordsOf(page),
  })
}

function extraOf(page: PageContext, at: number, day: number, texts: Words): Record<string, unknown> {
  const { plan, year, tree, say, locale } = page
  const session = plan.sessions[at]!
  const more: Record<string, unknown> = {}
  const last = year.position(parseDate(session.lastDay))
  if (last > day) more.e = last - day
  if (session.venue !== null) more.v = texts.of(plain(page.venue(session.venue)))
  if (session.lecturers.length > 0) more.l = session.lecturers.map((id) => texts.of(page.person(id)))
  if (session.topics.length > 0) more.t = session.topics.map((id) => texts.of(termName(TOPICS, id, locale)))
  if (session.notes.length > 0) more.a = session.notes.map((note) => texts.of(plain(inWords(note, say))))
  if (session.coHosts.length > 0) more.c = session.coHosts.map((id) => tree.position(id)!)
  if (session.observers.length > 0)
    more.b = session.observers.map((id) => texts.of(plain(page.organization(id))))
  if (session.status !== 'planned') more.z = session.status === 'held' ? 1 : 2
  if (session.provisional) more.p = 1
  if (isMovedThemeDay(session)) more.m = 1
  return more
}

/** The words the script writes. */
function wordsOf({ say }: PageContext): Record<string, string | readonly string[]> {
  return {
    week: weekdays(say),
    months: say(
      '1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月',
      'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec',
    ).split(','),
    sessions: say('{n}场', '{n} sessions'),
    hours: say('{n}学时', '{n} hours'),
    persons: say('{n}人', '{n} persons'),
    all: say('全部党组织', 'All organizations'),
    none: say('这一天没有活动。', 'No session on this day.'),
    more: say('再显示{n}场', 'Show {n} more'),
    found: say('找到{n}场活动', '{n} sessions found'),
    show: say('在年历中查看', 'Show in the calendar'),
    close: say('关闭', 'Close'),
    own: say('本组织举办', 'Held by itself'),
    anyKind: say('所有类型', 'All kinds'),
    anyMonth: say('全年', 'All months'),
    perDay: say('每天', 'A day'),
    lecturer: say('主讲', 'Lecturer'),
    coHosts: say('联办', 'With'),
    observers: say('列席', 'Observers'),
    serves: say('满足', 'Serves'),
    held: say('已举办', 'held'),
    cancelled: say('取消', 'cancelled'),
    provisional: say('暂定', 'provisional'),
    own_room: say('本单位会议室', 'own room'),
    to: say('至', 'to'),
    comma: say('，', ', '),
  }
}

import { weekdayOf } from '@xueshi/core'
import type { Agenda, Item, Programme } from './agenda.ts'
import type { Decoy, Person } from './model.ts'
import { type PersonYear, present, row } from './person-year.ts'
import type { Random } from './random.ts'
import { type Meeting, meeting } from './sessions.ts'

/**
 * Attendance that earns exactly `hours` (1/100): one session a day, so that no overlap and no daily cap
 * touches the sum; the last session's row states what is missing. Central training, the rotation of a
 * secretary and organizational life at least every second month are part of it. A decoy adds rows that
 * look like hours and are none.
 */
export function measured(
  person: Person,
  agenda: Agenda,
  hours: number,
  decoy: Decoy | null,
  random: Random,
  result: PersonYear,
  programme: Programme,
): void {
  const days = new Set<number>()
  const taken = new Set<Item>()
  // The cap lets 2 of the 6 evening hours through.
  let rest = hours - (decoy === 'cap' ? 200 : 0)
  const take = (item: Item) => {
    taken.add(item)
    days.add(item.meeting.day)
    rest -= item.meeting.credit
  }
  const rotation = agenda.items.find((item) => item.role === 'rotation')
  const training = agenda.items.find((item) => item.meeting.central && item.meeting.credit === 600)
  if (rotation !== undefined) take(rotation)
  if (
    training !== undefined &&
    (rotation === undefined || decoy === 'cap') &&
    !days.has(training.meeting.day)
  )
    take(training)
  let lastLife = -1000
  for (const item of agenda.items) {
    const { meeting: one } = item
    const due = one.day - lastLife > 62 && one.credit > 0 && one.credit <= 200
    if (!one.organizationalLife || days.has(one.day)) continue
    if (!due && !one.kinds.includes('org-life-meeting')) continue
    take(item)
    lastLife = one.day
  }
  const { open } = programme.county(programme.settings.year)
  const pool: Item[] = open.map((one) => ({ meeting: one, needed: true, capacity: '', role: '' }))
  const choice = [...random.shuffled(agenda.items), ...random.shuffled(pool)]
  for (const item of choice) {
    const { meeting: one } = item
    if (taken.has(item) || one.credit === 0 || one.credit > rest || days.has(one.day)) continue
    if (bars(person, one)) continue
    take(item)
  }
  const reduced =
    rest > 0
      ? choice.find(
          (item) =>
            !taken.has(item) &&
            item.meeting.credit > rest &&
            !days.has(item.meeting.day) &&
            !bars(person, item.meeting),
        )
      : undefined
  if (rest < 0 || (rest > 0 && reduced === undefined))
    throw new Error(`${person.id}: ${hours} hours cannot be measured out, ${rest} left`)
  if (reduced !== undefined) {
    taken.add(reduced)
    days.add(reduced.meeting.day)
  }
  result.hours = hours
  const idle: Item[] = []
  for (const item of [...agenda.items, ...pool]) {
    if (item === reduced) present(item, person, result, rest)
    else if (taken.has(item)) present(item, person, result)
    else if (!pool.includes(item)) idle.push(item)
  }
  const spare = [
    ...idle.filter((item) => item.meeting.organizationalLife),
    ...pool.filter((item) => !taken.has(item)),
  ]
  const attended = [...taken].filter((item) => item !== reduced)
  const spent = addDecoy(person, decoy, attended, spare, days, result)
  for (const item of idle)
    if (!spent.has(item)) result.rows.push(row(item.meeting, person, random.chance(0.6) ? '请假' : '缺席'))
}

function bars(person: Person, one: Meeting): boolean {
  return person.bars?.central === true && one.central
}

/** Rows that earn nothing, worth about 5 hours if they did; the items of the agenda used for them. */
function addDecoy(
  person: Person,
  decoy: Decoy | null,
  attended: readonly Item[],
  spare: readonly Item[],
  days: ReadonlySet<number>,
  result: PersonYear,
): Set<Item> {
  const used = new Set<Item>()
  const further = (
    suffix: string,
    draft: Pick<Meeting, 'day' | 'start' | 'end' | 'kinds' | 'title'> & Partial<Meeting>,
  ) => {
    const host = person.stays[0]!.branch
    const made = meeting({ id: `${host.id}-${person.id}-${suffix}`, host, ...draft })
    result.further.push(made)
    result.rows.push(row(made, person, '出席'))
  }
  if (decoy === 'overlap') {
    const whole = attended.filter(
      (item) => item.meeting.start >= 0 && item.meeting.end > 0 && item.meeting.credit >= 100,
    )
    whole.slice(0, 6).forEach((item, i) => {
      const { day, start } = item.meeting
      further(`O${i + 1}`, {
        kinds: ['collective-study'],
        title: '专题辅导',
        day,
        start: start + 15,
        end: start + 75,
      })
    })
  } else if (decoy === 'cap') {
    const training = attended.find((item) => item.meeting.central && item.meeting.credit === 600)!
    const { day } = training.meeting
    const evening = { kinds: ['collective-study'] as const, title: '晚间学习', day, hours: 200 }
    further('C1', { ...evening, start: 18 * 60, end: 20 * 60 })
    further('C2', { ...evening, start: 20 * 60 + 5, end: 22 * 60 + 5 })
    further('C3', { ...evening, start: 22 * 60 + 10, end: 23 * 60 + 50 })
  } else if (decoy === 'online') {
    // Online on a Saturday, when nothing else is.
    const day = attended[0]!.meeting.day + ((6 - weekdayOf(attended[0]!.meeting.day) + 7) % 7)
    further('W', {
      kinds: ['online-study'],
      title: '网络课程',
      day,
      start: -1,
      end: -1,
      hours: 600,
      mode: '线上',
    })
  } else if (decoy === 'observer' || decoy === 'zero') {
    let worth = 0
    const seen = new Set(days)
    for (const item of spare) {
      const { meeting: one } = item
      if (worth >= 500 || one.credit < 100 || seen.has(one.day)) continue
      seen.add(one.day)
      used.add(item)
      worth += one.credit
      result.rows.push(
        decoy === 'observer'
          ? { ...row(one, person, '出席'), capacity: '列席旁听' }
          : { ...row(one, person, '出席'), hours: 0 },
      )
    }
  }
  return used
}

import { type EpochDay, epochDay } from '@xueshi/core'
import { type Agenda, agendaOf, type Item, type Programme } from './agenda.ts'
import { HourTally } from './hour-tally.ts'
import { measured } from './measured.ts'
import {
  type Bars,
  type Conduct,
  holdsThroughout,
  isCommitteePost,
  isMemberThroughout,
  type Person,
} from './model.ts'
import { type PersonYear, present, row } from './person-year.ts'
import { Random } from './random.ts'
import { type Meeting, meeting } from './sessions.ts'
import { workdaysOf } from './workdays.ts'

/** Attendance of a person in a year, from the duties, the rate of the person and the planted faults. */
export function attend(person: Person, year: number, programme: Programme): PersonYear {
  const agenda = agendaOf(person, year, programme)
  const result: PersonYear = { rows: [], further: [], lastLife: null, hours: 0, central: false }
  const random = new Random(programme.settings.seed, `attend-${person.id}-${year}`)
  const last = year === programme.settings.year
  const conduct = last ? person.conduct : earlier(person.conduct)
  if (conduct.kind === 'measured')
    measured(person, agenda, conduct.hours, conduct.decoy, random, result, programme)
  else if (conduct.kind === 'away') away(agenda, conduct, result, programme, year)
  else if (conduct.kind === 'abroad')
    away(agenda, { after: conduct.from, excused: true, hours: true }, result, programme, year)
  else usual(person, agenda, conduct.kind, last, random, result, programme, year)
  for (const item of agenda.courses)
    result.rows.push(row(item.meeting, person, item.needed ? '出席' : '缺席'))
  if (last) slip(person, result)
  if (
    conduct.kind === 'frail' &&
    !conduct.dated &&
    person.ordinal % 2 === 0 &&
    !person.omitted.has('home-visit')
  )
    bringHome(person, year, result)
  for (const one of agenda.observed)
    if (random.chance(0.3)) result.rows.push({ ...row(one, person, '出席'), capacity: '列席旁听' })
  return result
}

/** Study brought home to somebody who cannot come. */
function bringHome(person: Person, year: number, result: PersonYear): void {
  const host = person.stays[0]!.branch
  const made = meeting({
    id: `${host.id}-${person.id}-${year}-S`,
    host,
    kinds: ['home-delivery'],
    title: '送学上门',
    day: workdaysOf(year, 4 + (person.ordinal % 5))[7]!,
    start: 9 * 60,
    end: 10 * 60 + 30,
    mode: '送学上门',
    venue: '党员家中',
  })
  result.further.push(made)
  result.rows.push(row(made, person, '出席'))
}

/** What a clerk got wrong about the year of a person. */
function slip(person: Person, result: PersonYear): void {
  const { slips, candidate } = person
  if (slips.has('hours-too-many')) {
    const at = result.rows.findIndex(({ session, status }) => status === '出席' && session.endsWith('-Z'))
    result.rows[at] = { ...result.rows[at]!, hours: 12 }
  }
  if (slips.has('hours-absent')) {
    const at = result.rows.findIndex(({ status }) => status === '请假' || status === '缺席')
    const theme = result.rows.findIndex(({ session }) => session.endsWith('-Z'))
    const found = result.rows[at < 0 ? theme : at]!
    result.rows[at < 0 ? theme : at] = {
      session: found.session,
      member: found.member,
      status: '缺席',
      hours: 2,
    }
  }
  if (!slips.has('online-course')) return
  const host = person.stays[0]!.branch
  const made = meeting({
    id: `${host.id}-${person.id}-F`,
    host,
    kinds: ['target-training'],
    title: '发展对象线上课程',
    day: candidate! + 6,
    start: 9 * 60,
    end: 11 * 60,
    mode: '线上',
    venue: '线上课堂',
  })
  result.further.push(made)
  result.rows.push(row(made, person, '出席'))
}

/** The conduct of the years before the last one: nothing is planted there. */
function earlier(conduct: Conduct): Conduct {
  if (conduct.kind === 'mobile' || (conduct.kind === 'frail' && !conduct.dated)) return conduct
  return { kind: 'ordinary' }
}

/** Hours asked of the person in the year, 0 where the person is not in scope all year. */
export function hoursAsked(person: Person, year: number): number {
  const from = epochDay(year, 1, 1)
  const to = epochDay(year, 12, 31)
  if (!isMemberThroughout(person, from, to)) return 0
  return holdsThroughout(person.posts, from, to, isCommitteePost) ? 5600 : 3200
}

function usual(
  person: Person,
  agenda: Agenda,
  manner: 'ordinary' | 'frail' | 'mobile',
  last: boolean,
  random: Random,
  result: PersonYear,
  programme: Programme,
  year: number,
): void {
  const bars = last ? person.bars : null
  const rate = manner === 'frail' ? 0.35 : 0.8 + random.next() * 0.17
  const tally = new HourTally()
  const inClass = daysInClass(agenda)
  let streak = 0
  let daysOff = bars?.classDays ?? (person.ordinal % 9 === 0 ? 1 : 0)
  const madeUp = new Set<EpochDay>()
  const stating = new Set(
    agenda.items.filter(({ meeting }) => meeting.hours >= 0).map(({ meeting }) => meeting.day),
  )
  const mayMakeUp = (one: Meeting) =>
    !madeUp.has(one.day) && !inClass.has(one.day) && !stating.has(one.day) && agenda.mayJoin(one.day)
  const come = (item: Item) => {
    const { meeting } = item
    // Some come late and get fewer hours than the session gives.
    const late =
      !item.needed &&
      item.capacity === '' &&
      meeting.credit >= 100 &&
      tally.isFree(meeting) &&
      !stating.has(meeting.day) &&
      !inClass.has(meeting.day) &&
      random.chance(0.015)
    const credit = late ? Math.round(meeting.credit / 2) : meeting.credit
    present(
      item,
      person,
      result,
      item.role === 'online' ? onlineHours(person, last) : late ? credit : undefined,
    )
    if (item.role !== 'online' && item.role !== 'lesson') tally.add(meeting, credit, late)
    if (meeting.organizationalLife) streak = 0
  }
  for (const item of agenda.items) {
    const { meeting } = item
    const barred = wordOfBar(bars, item, programme)
    if (barred !== null) {
      result.rows.push(
        barred === 'observer'
          ? { ...row(meeting, person, '出席'), capacity: '列席旁听' }
          : row(meeting, person, barred),
      )
      continue
    }
    if (item.role === 'class' && meeting.lastDay === meeting.day && daysOff > 0) {
      daysOff--
      result.rows.push(row(meeting, person, '请假'))
      continue
    }
    const life = meeting.organizationalLife
    const draw = random.next()
    const must =
      manner !== 'frail' &&
      (item.needed ||
        (bars?.rotation === true && meeting.central) ||
        (life && streak >= (manner === 'mobile' ? 4 : 3)))
    const busy = item.role !== 'class' && inClass.has(meeting.day)
    const comes = (manner === 'mobile' && life ? draw < 0.3 : draw < rate) && !busy && tally.admits(meeting)
    if (must || comes) {
      come(item)
      continue
    }
    if (life) streak++
    const later = programme.county(year).open.find((one) => one.day > meeting.day + 2 && mayMakeUp(one))
    if (manner === 'ordinary' && draw > 0.98 && later !== undefined) {
      madeUp.add(later.day)
      tally.state(later)
      result.rows.push({ ...row(meeting, person, '补学'), makeUpSession: later.id })
    } else
      result.rows.push(
        row(meeting, person, busy || manner !== 'ordinary' || draw < rate + 0.09 ? '请假' : '缺席'),
      )
  }
  if (manner === 'frail') return
  const asked = hoursAsked(person, year)
  if (asked === 0) return
  if (!result.central && !bars?.central) {
    const { second } = programme.county(year)
    // Where every day is full, as in counties with a thousand rows a person, the course shares its day.
    const free = second.filter((one) => tally.isFree(one))
    const courses = free.length > 0 ? free : second
    come({ meeting: courses[person.ordinal % courses.length]!, needed: true, capacity: '', role: '' })
  }
  const { open } = programme.county(year)
  for (let i = 0; i < open.length && tally.total < asked; i++) {
    const one = open[(person.ordinal + i * 5) % open.length]!
    if (tally.isFree(one) && !madeUp.has(one.day))
      come({ meeting: one, needed: true, capacity: '', role: '' })
  }
  if (tally.total < asked) throw new Error(`${person.id}: ${tally.total} of ${asked} hours`)
  result.hours = tally.total
}

/** Days on which the person is at a class. */
function daysInClass({ items }: Agenda): Set<EpochDay> {
  const days = new Set<EpochDay>()
  for (const { role, meeting } of items)
    if (role === 'class') for (let day = meeting.day; day <= meeting.lastDay; day++) days.add(day)
  return days
}

/** Hours of online study of a half-year, in 1/100: more than half of the 50 that are asked, or planted less. */
function onlineHours(person: Person, last: boolean): number {
  return last && person.omitted.has('online-hours') ? 1900 : 2600 + (person.ordinal % 14) * 50
}

/** What the row of a planted bar says, `null` where nothing bars the person from the session. */
function wordOfBar(bars: Bars | null, item: Item, { tree }: Programme): '请假' | '缺席' | 'observer' | null {
  const { meeting } = item
  if (tree.flaws.get(meeting.id) === 'quorum' && item.capacity !== '主持') return '请假'
  if (bars === null) return null
  if (bars.central && meeting.central) return meeting.day % 2 === 0 ? '请假' : '缺席'
  if (bars.rotation && item.role === 'rotation') return '缺席'
  if (bars.induction && item.role === 'induction') return '请假'
  if (bars.anyRotation && meeting.kinds.includes('rotation-training')) return '请假'
  if (bars.appraisal && meeting.kinds.includes('democratic-appraisal')) return '请假'
  if (bars.lifeMeeting && meeting.kinds.includes('democratic-life-meeting')) return '请假'
  if (bars.orgLife && meeting.kinds.includes('org-life-meeting'))
    return bars.orgLife === 'observer' ? 'observer' : '请假'
  return null
}

/** Nobody sees the person at organizational life after a day. */
function away(
  agenda: Agenda,
  conduct: { readonly after: EpochDay; readonly excused: boolean; readonly hours: boolean },
  result: PersonYear,
  programme: Programme,
  year: number,
): void {
  const { person } = agenda
  const days = new Set<EpochDay>()
  for (const item of agenda.items) {
    const { meeting } = item
    const before = meeting.day <= conduct.after
    const comes = meeting.organizationalLife
      ? before && (conduct.hours || meeting.kinds.includes('theme-day'))
      : conduct.hours && meeting.central
    if (comes && !days.has(meeting.day)) {
      present(item, person, result)
      days.add(meeting.day)
      result.hours += meeting.credit
    } else result.rows.push(row(meeting, person, conduct.excused ? '请假' : '缺席'))
  }
  if (!conduct.hours) return
  const { open, second } = programme.county(year)
  const join = (meeting: Meeting) => {
    if (days.has(meeting.day)) return
    present({ meeting, needed: true, capacity: '', role: '' }, person, result)
    days.add(meeting.day)
    result.hours += meeting.credit
  }
  for (const one of second) {
    if (result.central) break
    join(one)
  }
  for (const one of open) if (result.hours < 3600) join(one)
  if (result.hours < 3200 || !result.central) throw new Error(`${person.id}: ${result.hours} hours`)
}

import { type EpochDay, epochDay } from '@xueshi/core'
import { type Agenda, agendaOf, type Item, type Programme } from './agenda.ts'
import { measured } from './measured.ts'
import { type Conduct, holdsThroughout, isCommitteePost, isMemberThroughout, type Person } from './model.ts'
import { type PersonYear, present, row } from './person-year.ts'
import { Random } from './random.ts'
import type { Meeting } from './sessions.ts'

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
  else usual(person, agenda, conduct.kind, last, random, result, programme, year)
  for (const item of agenda.courses)
    result.rows.push(row(item.meeting, person, item.needed ? '出席' : '缺席'))
  for (const one of agenda.observed)
    if (random.chance(0.3)) result.rows.push({ ...row(one, person, '出席'), capacity: '列席旁听' })
  return result
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
  const credits = new Map<EpochDay, number>()
  const left: Item[] = []
  let streak = 0
  const come = (item: Item) => {
    const { meeting } = item
    // Some come late and get fewer hours than the session gives.
    const late = !item.needed && item.capacity === '' && meeting.credit >= 100 && random.chance(0.015)
    const credit = late ? Math.round(meeting.credit / 2) : meeting.credit
    present(item, person, result, late ? credit : undefined)
    credits.set(meeting.day, Math.max(credits.get(meeting.day) ?? 0, credit))
    if (meeting.organizationalLife) streak = 0
  }
  for (const item of agenda.items) {
    const { meeting } = item
    if (bars?.central && meeting.central) {
      result.rows.push(row(meeting, person, random.chance(0.5) ? '请假' : '缺席'))
      continue
    }
    if (bars?.rotation && item.role === 'rotation') {
      result.rows.push(row(meeting, person, '缺席'))
      continue
    }
    if (bars?.orgLife && meeting.kinds.includes('org-life-meeting')) {
      if (bars.orgLife === 'observer')
        result.rows.push({ ...row(meeting, person, '出席'), capacity: '列席旁听' })
      else result.rows.push(row(meeting, person, '请假'))
      continue
    }
    const life = meeting.organizationalLife
    const draw = random.next()
    const must =
      manner !== 'frail' &&
      (item.needed ||
        (bars?.rotation === true && meeting.central) ||
        (life && streak >= (manner === 'mobile' ? 4 : 3)))
    const comes = manner === 'mobile' && life ? draw < 0.3 : draw < rate
    if (must || comes) {
      come(item)
      continue
    }
    left.push(item)
    if (life) streak++
    const later = programme.county(year).open.find((one) => one.day > meeting.day + 2)
    if (manner === 'ordinary' && draw > 0.98 && later !== undefined && agenda.mayJoin(later.day))
      result.rows.push({ ...row(meeting, person, '补学'), makeUpSession: later.id })
    else result.rows.push(row(meeting, person, manner !== 'ordinary' || draw < rate + 0.09 ? '请假' : '缺席'))
  }
  if (manner === 'frail') return
  const asked = hoursAsked(person, year)
  if (asked === 0) return
  if (!result.central && !bars?.central) {
    const second = programme.county(year).second
    come({ meeting: second[person.ordinal % second.length]!, needed: true, capacity: '', role: '' })
  }
  const sum = () => [...credits.values()].reduce((a, b) => a + Math.min(800, b), 0)
  let total = sum()
  const { open } = programme.county(year)
  for (let i = 0; i < open.length && total < asked; i++) {
    const one = open[(person.ordinal + i * 5) % open.length]!
    const gain = one.credit - (credits.get(one.day) ?? 0)
    if (gain < 100) continue
    come({ meeting: one, needed: true, capacity: '', role: '' })
    total += gain
  }
  if (total < asked) throw new Error(`${person.id}: ${total} of ${asked} hours`)
  result.hours = total
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

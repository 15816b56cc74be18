import { civilOf, type EpochDay } from '@xueshi/core'
import type { Branch, Person } from './model.ts'
import type { Settings } from './options.ts'
import { yearLater } from './people.ts'
import { type MeetingDraft, meeting } from './sessions.ts'
import { workdaysOf } from './workdays.ts'

/** A general meeting that something calls for: an election, an admission, a full membership. */
export interface Occasion {
  readonly kind: 'election' | 'admission' | 'full-membership'
  readonly day: EpochDay
  /** Whose admission or full membership it is. */
  readonly person: Person | null
  readonly draft: MeetingDraft
}

/** The general meetings of a branch in a year that something calls for, in the order of its people. */
export function occasionsOf(branch: Branch, year: number, settings: Settings): Occasion[] {
  const found: Occasion[] = []
  const add = (
    kind: Occasion['kind'],
    day: EpochDay,
    person: Person | null,
    suffix: string,
    title: string,
  ) => {
    if (civilOf(day).year !== year || day < branch.founded || day > branch.dissolved) return
    const draft: MeetingDraft = {
      id: `${branch.id}-${year}-${suffix}`,
      host: branch,
      kinds: ['general-meeting'],
      title,
      day,
      start: 15 * 60 + 30,
      end: 16 * 60 + 30,
      audience: 'branch',
    }
    found.push({ kind, day, person, draft })
  }
  // A branch that is founded elects on that day, before it meets for anything else.
  for (const day of branch.elections)
    if (day >= settings.from && day > branch.founded) add('election', day, null, 'H', '换届选举党员大会')
  for (const person of branch.people) {
    const { admitted, full } = person
    if (admitted !== null && admitted >= settings.from && isAt(person, branch, admitted))
      add('admission', admitted, person, `J${person.ordinal}`, '讨论接收预备党员党员大会')
    const discussed = full === null ? null : discussionOf(person)
    if (discussed !== null && full! >= settings.from && isAt(person, branch, discussed))
      add('full-membership', discussed, person, `Q${person.ordinal}`, '讨论预备党员转正党员大会')
  }
  return found.filter(({ day }) => day <= settings.to)
}

/** The meetings of {@link occasionsOf}. */
export function occasionMeetings(branch: Branch, year: number, settings: Settings) {
  return occasionsOf(branch, year, settings).map(({ draft }) => meeting(draft))
}

/** The day on which the branch discusses the full membership: soon after the year of probation. */
export function discussionOf(person: Person): EpochDay {
  const end = yearLater(person.admitted!)
  const { year, month } = civilOf(end)
  const days = [
    ...workdaysOf(year, month),
    ...(month < 12 ? workdaysOf(year, month + 1) : workdaysOf(year + 1, 1)),
  ]
  return days.filter((day) => day > end)[person.ordinal % 12]!
}

function isAt(person: Person, branch: Branch, day: EpochDay): boolean {
  return person.stays.some((stay) => stay.branch === branch && stay.from <= day && day <= stay.to)
}

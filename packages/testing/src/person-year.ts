import type { AttendanceRow, EpochDay } from '@xueshi/core'
import type { Item } from './agenda.ts'
import type { Person } from './model.ts'
import type { Meeting } from './sessions.ts'

/** What one person did in one year, with what it amounts to. */
export interface PersonYear {
  readonly rows: AttendanceRow[]
  /** Sessions that exist for this person only. */
  readonly further: Meeting[]
  /** Last day of attended organizational life. */
  lastLife: EpochDay | null
  /** 1/100 hours: exact for measured conduct, else a lower bound (the best session of each day). */
  hours: number
  central: boolean
}

/** A row of attendance. */
export function row(meeting: Meeting, person: Person, status: string): AttendanceRow {
  return { session: meeting.id, member: person.id, status }
}

/** Records an attendance and what it is good for. */
export function present(item: Item, person: Person, result: PersonYear, hours?: number): void {
  const { meeting } = item
  const made: AttendanceRow = row(meeting, person, '出席')
  if (item.capacity !== '') made.capacity = item.capacity
  if (hours !== undefined) made.hours = hours / 100
  result.rows.push(made)
  if (meeting.organizationalLife && (result.lastLife === null || meeting.day > result.lastLife))
    result.lastLife = meeting.day
  if (meeting.central) result.central = true
}

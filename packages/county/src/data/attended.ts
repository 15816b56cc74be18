import type { Attendance, CivilDate, Dataset, Program } from '@xueshi/core'
import { sessionsNaming } from './programs.ts'
import { remembered } from './remembered.ts'

/** Whether a record says that the person learned: was there, or made it up; observers only look on. */
export function learned({ status, capacity }: Attendance): boolean {
  return (status === 'present' || status === 'made-up') && capacity !== 'observer'
}

/** Members who attended, or made up, a session of a program held by a day. */
export function attendeesOf(dataset: Dataset, program: Program, asOf: CivilDate): ReadonlySet<string> {
  return remembered(dataset.sessions, `attended ${program.id} ${asOf}`, () => {
    const members = new Set<string>()
    for (const { id } of sessionsNaming(dataset, program, asOf))
      for (const row of dataset.attendanceAt(id)) if (learned(row)) members.add(row.member)
    return members
  })
}

/** The same without those who teach: the persons of a class. */
export function traineesOf(dataset: Dataset, program: Program, asOf: CivilDate): ReadonlySet<string> {
  return remembered(dataset.sessions, `trained ${program.id} ${asOf}`, () => {
    const members = new Set<string>()
    for (const { id } of sessionsNaming(dataset, program, asOf))
      for (const row of dataset.attendanceAt(id))
        if (learned(row) && row.capacity !== 'lecturer') members.add(row.member)
    return members
  })
}

import type { EpochDay } from '@xueshi/core'
import type { Meeting } from './sessions.ts'

/**
 * What a person has earned so far, as a lower bound: of each day the best session. It also keeps apart what
 * states hours, so that nobody has two records with hours for one time of day.
 */
export class HourTally {
  readonly #best = new Map<EpochDay, number>()
  /** Days on which a session states hours. */
  readonly #stated = new Set<EpochDay>()
  readonly #days = new Set<EpochDay>()
  /** Days at a class, which is longer than whatever else is on that day. */
  readonly #atClass = new Set<EpochDay>()
  #classes = 0

  /** Records an attendance; `stated`: its row states the hours. */
  add(meeting: Meeting, credit: number, stated: boolean): void {
    if (meeting.lastDay > meeting.day) {
      this.#classes += credit
      for (let day = meeting.day; day <= meeting.lastDay; day++) {
        this.#stated.add(day)
        this.#days.add(day)
        this.#atClass.add(day)
        this.#best.delete(day)
      }
      return
    }
    this.#days.add(meeting.day)
    if (stated || meeting.hours >= 0) this.#stated.add(meeting.day)
    if (this.#atClass.has(meeting.day)) return
    this.#best.set(meeting.day, Math.max(this.#best.get(meeting.day) ?? 0, Math.min(800, credit)))
  }

  /** Records that a session states hours for something made up there. */
  state(meeting: Meeting): void {
    this.#stated.add(meeting.day)
    this.#days.add(meeting.day)
  }

  /** Whether the person may come: no two records with hours on one day. */
  admits(meeting: Meeting): boolean {
    return meeting.hours < 0 || !this.#stated.has(meeting.day)
  }

  /** Whether the person was nowhere on that day. */
  isFree(meeting: Meeting): boolean {
    return !this.#days.has(meeting.day)
  }

  /** Hours in 1/100. */
  get total(): number {
    let sum = this.#classes
    for (const credit of this.#best.values()) sum += credit
    return sum
  }
}

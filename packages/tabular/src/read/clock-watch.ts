/** What looks like a 12-hour clock: timed sessions, those that start between 1 and 7, the first of these. */
export interface EarlySessions {
  readonly count: number
  readonly early: number
  readonly row: number
}

/** Watches the starts of sessions for a lost AM/PM. */
export interface ClockWatch {
  see(start: unknown, row: number): void
  /** `undefined` where nothing is wrong. */
  verdict(): EarlySessions | undefined
}

/** Timed sessions of a file below which nothing is concluded. */
const ENOUGH = 5

/** A watch for one file or sheet. */
export function createClockWatch(): ClockWatch {
  let count = 0
  let late = 0
  let early = 0
  let row = 0
  return {
    see(start, number) {
      if (typeof start !== 'string' || start.length < 16) return
      const hour = (start.charCodeAt(11) - 48) * 10 + start.charCodeAt(12) - 48
      count++
      if (hour >= 13) late++
      if (hour >= 1 && hour <= 6 && ++early === 1) row = number
    },
    verdict: () => (count >= ENOUGH && late === 0 && early > 0 ? { count, early, row } : undefined),
  }
}

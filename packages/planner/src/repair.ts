import type { Board } from './board.ts'
import type { Draft, Placement } from './draft.ts'
import { stretchesOf } from './grid.ts'

/** How many times of a session are looked at for one that a single other session stands against. */
const MOST_TIMES = 60
/** How many moves of others are tried for one session. */
const MOST_MOVES = 12

/**
 * Places a session that found no time by moving one other session, where that leaves both with one; false where
 * no single move helps. Nothing changes then.
 */
export function repair(board: Board, draft: Draft): boolean {
  let moves = 0
  for (const place of timesOf(board, draft)) {
    const opponents = opponentsAt(board, draft, place)
    const [opponent] = opponents
    if (opponent === undefined || opponents.length > 1 || opponent.days > 1) continue
    if (++moves > MOST_MOVES) return false
    const before = opponent.place!
    board.release(opponent)
    const found = board.search(draft, place.days[0]!, place.days.at(-1)!, place.days[0]!)
    if (found !== null) {
      board.book(draft, found)
      if (board.place(opponent)) return true
      board.release(draft)
    }
    board.book(opponent, before)
  }
  return false
}

/** Times of a session, free or not, without a venue. */
function* timesOf(board: Board, draft: Draft): Generator<Placement> {
  let count = 0
  for (const day of board.days.workdays) {
    if (day < draft.from) continue
    if (day > draft.to || draft.days > 1) return
    for (const stretch of stretchesOf(draft.minutes)) {
      if (++count > MOST_TIMES) return
      yield { days: [day], stretch, venue: -1 }
    }
  }
}

/** The sessions that take somebody who is needed. */
export function opponentsAt(board: Board, draft: Draft, { days, stretch }: Placement): Draft[] {
  const found = new Set<Draft>()
  for (const member of draft.needed)
    for (const day of days) {
      if ((board.persons.on(member, day) & stretch.bits) === 0) continue
      for (const other of board.sessionsOf[member]!)
        if (other.place!.days.includes(day) && (other.place!.stretch.bits & stretch.bits) !== 0)
          found.add(other)
    }
  return [...found]
}

/** (a) Two plain aggregates over typed arrays in one pass: about as little work as an answer can cost. */
import { type FlatColumns, KIND_CLASSES } from './flat-rows.ts'

export interface Aggregates {
  /** 1/100 hours attended, index (member × years + year) × classes + class. */
  readonly hours: Int32Array
  /** Distinct sessions attended, index branch × months + month. */
  readonly sessions: Int32Array
}

/** Statuses 0 and 1 attended. */
const LAST_ATTENDED = 1
const BLOCK = 16_384

export function aggregateTyped(columns: FlatColumns): Aggregates {
  const months = columns.years * 12
  const hours = new Int32Array(columns.members.length * columns.years * KIND_CLASSES.length)
  const sessions = new Int32Array(columns.branches.length * months)
  const seen = new Uint32Array(Math.ceil((columns.branches.length * columns.sessions.length) / 32))
  // In blocks, so that the optimised code of the function is entered instead of being replaced on the stack.
  for (let from = 0; from < columns.length; from += BLOCK) {
    block(columns, from, Math.min(columns.length, from + BLOCK), hours, sessions, seen, months)
  }
  return { hours, sessions }
}

function block(
  columns: FlatColumns,
  from: number,
  to: number,
  hours: Int32Array,
  sessions: Int32Array,
  seen: Uint32Array,
  months: number,
): void {
  const { member, branch, session, year, month, kindClass, status, years } = columns
  const earned = columns.hours
  const classes = KIND_CLASSES.length
  const width = columns.sessions.length
  for (let i = from; i < to; i++) {
    if (status[i]! > LAST_ATTENDED) continue
    hours[(member[i]! * years + year[i]!) * classes + kindClass[i]!]! += earned[i]!
    const pair = branch[i]! * width + session[i]!
    const bit = 1 << (pair & 31)
    if ((seen[pair >>> 5]! & bit) === 0) {
      seen[pair >>> 5]! |= bit
      sessions[branch[i]! * months + month[i]!]!++
    }
  }
}

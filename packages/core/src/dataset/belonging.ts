import type { EpochDay } from '../civil/date.ts'
import type { Columns } from './columns.ts'
import { type BranchAndGroup, placeAt } from './records.ts'

const NOWHERE: BranchAndGroup = Object.freeze({ branch: null, group: null })

/** Where members belong by day. Members of a branch share one record of it. */
export class Belonging {
  readonly #columns: Columns
  readonly #records = new Map<number, BranchAndGroup>()

  constructor(columns: Columns) {
    this.#columns = columns
  }

  /** Branch and group of the member at a position (-1: nobody) on a day. */
  on(member: number, day: EpochDay): BranchAndGroup {
    if (member < 0) return NOWHERE
    const { orgCount, placeStart, placeDay, placeBranch, placeGroup } = this.#columns
    let at = placeStart[member]!
    while (at + 1 < placeStart[member + 1]! && placeDay[at + 1]! <= day) at++
    const key = (placeBranch[at]! + 1) * (orgCount + 1) + placeGroup[at]! + 1
    let record = this.#records.get(key)
    if (record === undefined) {
      record = placeAt(this.#columns, at)
      this.#records.set(key, record)
    }
    return record
  }
}

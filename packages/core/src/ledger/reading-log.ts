/** What a rule has read through one view of the data, since the view was made. */
export class ReadingLog {
  /** Members whose attendance was read. */
  readonly members = new Set<number>()
  /** Sessions whose attendance was read. */
  readonly attended = new Set<number>()
  /** Whether any session was read. */
  sessions = false
  /** Whether the problems were read. */
  problems = false
  /** Whether the hash was read, which any change changes. */
  whole = false

  /** Whether a change of a member's attendance at a session may change what was read. */
  hasRead(member: number, session: number): boolean {
    return this.whole || this.members.has(member) || this.attended.has(session)
  }
}

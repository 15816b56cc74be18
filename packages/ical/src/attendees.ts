import { type Dataset, ROW, SESSION } from '@xueshi/core'

/**
 * The members whom attendance records name for a session that is still planned, or was cancelled, by session id;
 * in order of id. A session is absent where nobody is named as a member: it is for those of its organizations.
 * Lecturers, chairs and observers alone do not make it one for them only.
 */
export function namedAttendees(dataset: Dataset): ReadonlyMap<string, readonly string[]> {
  const { sessionCount, sessionId, sessionStatus, rowStart, rowSession, rowFlags, memberCount, memberId } =
    dataset['~columns']
  const members: string[][] = new Array(sessionCount)
  const named = new Uint8Array(sessionCount)
  for (let m = 0; m < memberCount; m++)
    for (let row = rowStart[m]!; row < rowStart[m + 1]!; row++) {
      const session = rowSession[row]!
      const status = sessionStatus[session]
      if (status !== SESSION.PLANNED && status !== SESSION.CANCELLED) continue
      const flags = rowFlags[row]!
      if ((flags & (ROW.NAMED_LECTURER | ROW.HOURS_ONLY)) !== 0) continue
      members[session] ??= []
      members[session].push(memberId[m]!)
      if ((flags & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT === ROW.MEMBER) named[session] = 1
    }
  const found = new Map<string, readonly string[]>()
  for (let session = 0; session < sessionCount; session++)
    if (named[session] === 1) found.set(sessionId[session]!, members[session]!.sort())
  return found
}

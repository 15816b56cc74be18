import type { Dataset, Judgement } from '@xueshi/core'
import { words } from '../wording.ts'

/**
 * The judgement on how many of those who should be there attended a session: present themselves, not as
 * observers, and not by making up for it later.
 */
export function judgePresence(
  dataset: Dataset,
  session: string,
  entitled: ReadonlySet<string>,
  required: number,
): Judgement {
  if (dataset.attendanceCountAt(session) === 0)
    return {
      verdict: 'unknown',
      message: words('无法判断：本次会议没有考勤记录。', 'Cannot be told: the meeting has no attendance.'),
    }
  let measured = 0
  for (const person of dataset.presentAt(session)) if (entitled.has(person)) measured++
  return judged(entitled.size, measured, required)
}

// A committee has few members: most meetings have been told the same before.
const known = new Map<number, Judgement>()
const MOST = 100

function judged(entitled: number, measured: number, required: number): Judgement {
  const isSmall = entitled < MOST && measured < MOST && required >= 0 && required < MOST
  const key = (entitled * MOST + measured) * MOST + required
  let judgement = isSmall ? known.get(key) : undefined
  if (judgement === undefined) {
    judgement = judgementOf(entitled, measured, required)
    if (isSmall) known.set(key, judgement)
  }
  return judgement
}

function judgementOf(entitled: number, measured: number, required: number): Judgement {
  return {
    verdict: measured < required ? 'breached' : 'met',
    measured,
    required,
    unit: 'person',
    message: words(
      `应到会${entitled}人，到会${measured}人，应不少于${required}人。`,
      `${entitled} should attend, ${measured} did, at least ${required} needed.`,
    ),
  }
}

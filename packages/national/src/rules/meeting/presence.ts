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
  const measured = dataset.presentAt(session).filter((person) => entitled.has(person)).length
  return {
    verdict: measured < required ? 'breached' : 'met',
    measured,
    required,
    unit: 'person',
    message: words(
      `应到会${entitled.size}人，到会${measured}人，应不少于${required}人。`,
      `${entitled.size} should attend, ${measured} did, at least ${required} needed.`,
    ),
  }
}

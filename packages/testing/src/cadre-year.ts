import { daysInMonth, type EpochDay, epochDay, weekdayOf } from '@xueshi/core'
import type { Unit } from './model.ts'
import type { Random } from './random.ts'
import { type Meeting, type MeetingDraft, meeting } from './sessions.ts'
import type { CountyYear } from './upper-year.ts'
import { workdaysOf } from './workdays.ts'

/** Hours of a day of a class, in 1/100. */
const DAY = 600

/**
 * What civil servants are trained with in a year: classes of thirteen days (two weeks and three single days, so
 * that leave of a day is lawful), a further week for consultants, and online study by half-year.
 */
export function cadreTraining(
  host: Unit,
  year: number,
  random: Random,
  count: number,
): Pick<CountyYear, 'classes' | 'refresher' | 'online'> {
  const held = (draft: Pick<MeetingDraft, 'id' | 'title' | 'day'> & Partial<Meeting>) =>
    meeting({
      host,
      kinds: ['central-training'],
      start: 8 * 60 + 30,
      end: 17 * 60,
      hours: DAY,
      venue: '县委党校',
      topics: ['社会管理'],
      ...draft,
    })
  const classes = Array.from({ length: count }, (_, i) => {
    const program = `PX-${year}-G${i + 1}`
    const title = `公务员专题培训班第${i + 1}期`
    const weeks = fullWeeks(year, 4 + (i % 7))
    const at = random.int(0, Math.max(0, weeks.length - 2))
    const first = weeks[at]!
    const second = weeks[at + 1] ?? first + 7
    const whole = [first, second].map((day, k) =>
      held({ id: `GW-${year}-G${i + 1}-${k + 1}`, title, program, day, lastDay: day + 4, hours: 5 * DAY }),
    )
    const single = workdaysOf(year, 11 + (i % 2)).slice(2 + (i % 5), 5 + (i % 5))
    return [
      ...whole,
      ...single.map((day, k) => held({ id: `GW-${year}-G${i + 1}-${k + 3}`, title, program, day })),
    ]
  })
  const week = fullWeeks(year, 1)[0]!
  return {
    classes,
    refresher: held({
      id: `GW-${year}-T`,
      title: '四级调研员以上公务员进修班',
      program: `PX-${year}-T`,
      day: week,
      lastDay: week + 4,
      hours: 5 * DAY,
    }),
    online: [1, 7].map((month, i) =>
      meeting({
        id: `GW-${year}-N${i + 1}`,
        host,
        kinds: ['online-study'],
        title: `干部网络学院${i === 0 ? '上' : '下'}半年`,
        day: workdaysOf(year, month)[0]!,
        lastDay: epochDay(year, month + 5, daysInMonth(year, month + 5)),
        start: -1,
        end: -1,
        mode: '线上',
        venue: '干部网络学院',
      }),
    ),
  }
}

/** Mondays of a month whose week of five working days lies in the month. */
function fullWeeks(year: number, month: number): EpochDay[] {
  const days = new Set(workdaysOf(year, month))
  return [...days].filter((day) => weekdayOf(day) === 1 && [1, 2, 3, 4].every((i) => days.has(day + i)))
}

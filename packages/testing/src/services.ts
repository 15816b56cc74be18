import { type EpochDay, formatDate, type ServiceRow } from '@xueshi/core'
import { isMemberOn, type Person } from './model.ts'
import type { Settings } from './options.ts'
import { workdaysOf } from './workdays.ts'

/** What the volunteer team of those who are not yet full members does, month by month. */
const THEMES = [
  '送温暖走访',
  '节前义务清扫',
  '学雷锋志愿服务',
  '植树护绿',
  '劳动体验',
  '助老爱幼',
  '红色讲解',
  '防汛值守',
  '助学帮扶',
  '文明交通',
  '消防宣传',
  '法治宣传',
] as const

const OTHER_KINDS = ['双报到', '微心愿', '我为群众办实事'] as const

/** The voluntary service of a person in the last year; of full members about one in five. */
export function serviceRows(person: Person, settings: Settings): ServiceRow[] {
  const rows: ServiceRow[] = []
  const enter = (day: EpochDay, kind: string, theme: string, hours: number) => {
    const stay = person.stays.find((one) => one.from <= day && day <= one.to)
    if (stay === undefined || day > settings.to) return
    rows.push({
      id: `FW-${person.id}-${rows.length + 1}`,
      member: person.id,
      date: formatDate(day),
      kind,
      organization: stay.branch.id,
      theme,
      hours,
    })
  }
  const { year } = settings
  if (isInTeam(person, settings)) {
    THEMES.forEach((theme, i) => {
      const day = workdaysOf(year, i + 1).at(-2)!
      const since = person.activist ?? person.applied!
      if (day >= since && (person.left === null || day < person.left)) enter(day, '志愿服务', theme, 2)
    })
    return rows
  }
  if (person.ordinal % 5 !== 0 || person.conduct.kind === 'frail') return rows
  const day = workdaysOf(year, 1 + (person.ordinal % 12))[9]!
  if (isMemberOn(person, day))
    enter(day, OTHER_KINDS[person.ordinal % 3]!, OTHER_KINDS[person.ordinal % 3]!, 1 + (person.ordinal % 3))
  return rows
}

/** Activists, candidates, and those on probation within the year. */
function isInTeam(person: Person, { yearFrom }: Settings): boolean {
  return person.activist !== null && (person.full === null || person.full >= yearFrom)
}

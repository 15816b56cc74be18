import {
  civilOf,
  type Dataset,
  type EpochDay,
  formatDate,
  type LocalizedText,
  parseThemeDay,
  themeDayIn,
} from '@xueshi/core'
import type { Agenda } from './agenda.ts'
import type { PlanningDays } from './calendar-days.ts'
import type { Draft } from './draft.ts'
import { lot } from './seed.ts'

/** A day away from the fixed one weighs more than anything else. */
const FIRM = 1000

/**
 * Gives theme days the fixed day of their host, or of the nearest organization above it that has one: where that is
 * no working day the next one inside the month, else the last before it.
 */
export function fixThemeDays(agenda: Agenda, dataset: Dataset, days: PlanningDays): void {
  for (const draft of agenda.drafts) {
    if (!draft.kinds.includes('theme-day') || draft.place !== null) continue
    const fixed = fixedDay(agenda, dataset, draft)
    if (fixed === null || fixed < draft.from || fixed > draft.to) continue
    draft.wanted = moved(fixed, draft, days)
    draft.firmness = FIRM
  }
}

/** Lets some theme days of each branch be held at shared venues, spread over the year by lot. */
export function wishForField(agenda: Agenda, count: number): void {
  const byHost = agenda.byHost(({ kinds, mode }) => kinds[0] === 'theme-day' && mode === 'in-person')
  for (const own of byHost.values()) {
    own.sort((a, b) => lot(agenda.seed, `field ${a.id}`) - lot(agenda.seed, `field ${b.id}`))
    for (const draft of own.slice(0, count)) draft.wishesField = true
  }
}

/** The day of the month of a session that the host keeps free for it, `null` where it has none. */
export function fixedDay(agenda: Agenda, dataset: Dataset, draft: Draft): EpochDay | null {
  const { year, month } = civilOf(draft.from)
  for (const org of agenda.roster.path(draft.host)) {
    const text = dataset.organizations[org]!.themeDay
    const themeDay = text === null ? undefined : parseThemeDay(text)
    if (themeDay !== undefined) return themeDayIn(themeDay, year, month)
  }
  return null
}

/** The fixed day, the next working day inside the month, or the last before it. */
function moved(fixed: EpochDay, { from, to }: Draft, days: PlanningDays): EpochDay {
  for (let day = fixed; day <= to; day++) if (days.isWorkday(day)) return day
  for (let day = fixed; day >= from; day--) if (days.isWorkday(day)) return day
  return fixed
}

/** Why a theme day does not lie on its fixed day. */
export function moveNote(fixed: EpochDay, held: EpochDay, days: PlanningDays): LocalizedText {
  const off = !days.isWorkday(fixed)
  const date = civilOf(fixed).day
  const to = civilOf(held).day
  return off
    ? {
        'zh-CN': `原定${date}日，当天不是工作日，调整到${to}日`,
        en: `fixed for ${formatDate(fixed)}, which is no working day; moved to ${formatDate(held)}`,
      }
    : {
        'zh-CN': `原定${date}日，因时间冲突调整到${to}日`,
        en: `fixed for ${formatDate(fixed)}; moved to ${formatDate(held)} because of another session`,
      }
}

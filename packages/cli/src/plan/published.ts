import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Dataset, XueshiError } from '@xueshi/core'
import { nextState, type PublicationOptions, type PublishedState } from '@xueshi/ical'
import type { Plan } from '@xueshi/planner'
import { PLAN_FILES } from './folder.ts'
import { plannedDataset } from './planned-dataset.ts'

/** A plan that calendars showed before, and where it lies. */
export interface FormerPlan {
  readonly plan: Plan
  readonly file: string
}

/**
 * What calendars showed last: as it lies beside the former plan, else as that plan alone would have been shown.
 *
 * @throws XueshiError `input-unreadable`.
 */
function formerState(former: FormerPlan, dataset: Dataset, names: boolean): PublishedState {
  const file = join(dirname(former.file), PLAN_FILES.published)
  if (!existsSync(file)) {
    const shown = plannedDataset(former.plan, dataset, names)
    return nextState(null, shown, dayOf(shown), { tentative: tentativeOf(former.plan) })
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PublishedState
  } catch (cause) {
    throw new XueshiError('input-unreadable', `无法读取 / cannot read ${file}`, { where: file, cause })
  }
}

/**
 * What calendars show now, by difference with what they showed last. It is dated by the export, not by a clock.
 *
 * @param shown The dataset of the new plan, of which the calendars are made.
 */
export function publishedState(
  plan: Plan,
  shown: Dataset,
  former: FormerPlan | null,
  dataset: Dataset,
  names: boolean,
): PublishedState {
  const before = former === null ? null : formerState(former, dataset, names)
  const today = dayOf(shown)
  const at = before !== null && before.at > today ? before.at : today
  return nextState(before, shown, at, { tentative: tentativeOf(plan) })
}

function tentativeOf({ sessions }: Plan): NonNullable<PublicationOptions['tentative']> {
  const provisional = new Set(sessions.filter((session) => session.provisional).map(({ id }) => id))
  return ({ id, plannedId }) => provisional.has(plannedId ?? id)
}

function dayOf({ exportedOn, covers }: Dataset): string {
  return `${exportedOn ?? covers.to}T00:00+08:00`
}

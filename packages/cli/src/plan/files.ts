import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset, Locale } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import { changeText, type PageOptions, type Plan, type PlanChanges, planPage } from '@xueshi/planner'
import { writeCsv } from '@xueshi/tabular'
import { fileNameOf } from '../fileName.ts'
import { writeOutput } from '../outputs.ts'
import { PLAN_FILES } from './folder.ts'
import { plannedDataset } from './planned-dataset.ts'
import { type FormerPlan, publishedState } from './published.ts'
import { type Sheet, sessionSheet, unmetSheet } from './tables.ts'

/** What the files of a plan are made from. */
export interface PlanContent {
  readonly plan: Plan
  readonly changes: PlanChanges | null
  readonly dataset: Dataset
  /** The plan before, where there is one. */
  readonly former: FormerPlan | null
  readonly page: PageOptions
  readonly locale: Locale
  readonly names: boolean
  readonly under: string | undefined
  readonly domain: string | undefined
  title(rule: string): string
}

/** Writes all files of a plan into an empty folder; returns the number of calendars. */
export async function writePlan(folder: string, content: PlanContent): Promise<number> {
  const { plan, changes, dataset, locale } = content
  const at = (name: string) => join(folder, name)
  writeOutput(at(PLAN_FILES.plan), planChunks(plan))
  writeOutput(at(PLAN_FILES.page), [planPage(plan, dataset, content.page)])
  await writeSheet(at(PLAN_FILES.sessions), sessionSheet(plan))
  await writeSheet(at(PLAN_FILES.unmet), unmetSheet(plan, content))
  if (changes !== null)
    writeOutput(at(PLAN_FILES.changes), [
      changeText(changes, dataset, {
        locale,
        ...(content.under === undefined ? {} : { under: content.under }),
      }),
    ])
  return writeCalendars(folder, content)
}

/** A plan as JSON, a session to a line: two versions can be compared line by line. */
export function* planChunks(plan: Plan): Generator<string> {
  const { sessions, unmet, ...head } = plan
  yield `${JSON.stringify(head).slice(0, -1)},\n"sessions":[`
  for (const [i, session] of sessions.entries()) yield `${i === 0 ? '' : ','}\n${JSON.stringify(session)}`
  yield '\n],\n"unmet":['
  for (const [i, duty] of unmet.entries()) yield `${i === 0 ? '' : ','}\n${JSON.stringify(duty)}`
  yield '\n]}\n'
}

async function writeSheet(file: string, { header, rows }: Sheet): Promise<void> {
  await writeCsv(file, header, rows)
}

/** A calendar for each organization that has something planned, and what they show. */
function writeCalendars(folder: string, content: PlanContent): number {
  const { plan, dataset, former, names, locale, under, domain } = content
  const calendarFolder = join(folder, PLAN_FILES.calendars)
  mkdirSync(calendarFolder)
  const planned = plannedDataset(plan, dataset, names)
  const published = publishedState(plan, planned, former, dataset, names)
  writeOutput(join(folder, PLAN_FILES.published), [JSON.stringify(published), '\n'])
  const calendars = createCalendars(planned, {
    locale,
    published,
    ...(domain === undefined ? {} : { domain }),
  })
  const shown = under === undefined ? null : new Set(dataset.subtree(under))
  let written = 0
  for (const { id, events, ics } of calendars.organizations()) {
    if (events === 0 || (shown !== null && !shown.has(id))) continue
    writeFileSync(join(calendarFolder, `${fileNameOf(id)}.ics`), ics, { encoding: 'utf8', flag: 'wx' })
    written++
  }
  return written
}

import { lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { XueshiError } from '@xueshi/core'

/** Everything a folder of a plan holds. */
export const PLAN_FILES = {
  plan: 'plan.json',
  page: 'plan.html',
  sessions: '活动.csv',
  unmet: 'unmet.csv',
  changes: 'changes.txt',
  calendars: 'calendars',
  /** What the calendars show, from which the next ones count their changes. */
  published: 'published.json',
} as const

/**
 * Writes a folder as a whole or not at all: into a new one beside it that takes its name at the end. With `force` an
 * earlier plan is replaced, and nothing else.
 *
 * @throws XueshiError `output-refused` where something lies there that must not be lost, or writing fails.
 */
export async function writeFolder(
  out: string,
  force: boolean,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const place = placeOf(out)
  assertFree(place, force)
  const folder = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`)
  const former = `${folder}.former`
  try {
    mkdirSync(dirname(place), { recursive: true })
    mkdirSync(folder)
    await write(folder)
    const existed = exists(place)
    if (existed) renameSync(place, former)
    try {
      renameSync(folder, place)
    } catch (error) {
      if (existed) renameSync(former, place)
      throw error
    }
    rmSync(former, { recursive: true, force: true })
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    if (cause instanceof XueshiError) throw cause
    const why = cause instanceof Error ? cause.message : ''
    throw new XueshiError('output-refused', `无法写入 / cannot write ${out}: ${why}`, { where: out, cause })
  }
}

/** Where a folder really is: a link to one is followed once, and stays. */
function placeOf(out: string): string {
  return statSync(out, { throwIfNoEntry: false }) === undefined ? out : realpathSync(out)
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** @throws XueshiError `output-refused`. */
export function assertFree(folder: string, force: boolean): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return
  if (!found.isDirectory()) throw refused(folder)
  const names = readdirSync(folder)
  if (names.length > 0 && !force) throw refused(folder)
  const known: readonly string[] = Object.values(PLAN_FILES)
  const strangers = names.filter((name) => !known.includes(name))
  if (names.includes(PLAN_FILES.calendars))
    for (const name of calendarsIn(join(folder, PLAN_FILES.calendars)))
      if (!name.endsWith('.ics')) strangers.push(join(PLAN_FILES.calendars, name))
  if (strangers.length > 0)
    throw new XueshiError(
      'output-refused',
      `文件夹中有别的文件，不覆盖 / another file lies in the folder: ${join(folder, strangers[0]!)}`,
    )
}

function calendarsIn(folder: string): string[] {
  return lstatSync(folder).isDirectory() ? readdirSync(folder) : [basename(folder)]
}

function refused(path: string): XueshiError {
  return new XueshiError('output-refused', `已存在，不覆盖 / exists and is not replaced: ${path}`, {
    hint: '--force',
  })
}

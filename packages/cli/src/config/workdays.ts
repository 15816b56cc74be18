import { dirname } from 'node:path'
import { type Config, defineConfig, type WorkdayCalendar, type XueshiError } from '@xueshi/core'
import { parseHolidayNotices, type WorkdayCalendarOptions, workdayCalendar } from '@xueshi/workdays'
import { fromEach, namedFiles, readNamedJson, throwAll } from './named-files.ts'

/** What an entry of a JSON config says of working days; `notices` names files, as paths or patterns. */
export interface WorkdaysSetting extends Pick<WorkdayCalendarOptions, 'makeUpDays' | 'allowProvisional'> {
  readonly notices?: readonly string[]
}

/**
 * The calendar of an entry, its files of notices read; paths are relative to the folder of the config. The faults of
 * all files are told at once.
 *
 * @throws XueshiError `invalid-config` for a pattern that no file matches, `invalid-notice` for the faults and for
 * notices that contradict each other or the data.
 */
export function calendarOf(setting: WorkdaysSetting, file: string, entry: string): WorkdayCalendar {
  const { notices: words = [], ...options } = setting
  const folder = dirname(file)
  const faults: XueshiError[] = []
  const notices = fromEach(namedFiles(words, folder, entry, 'notices'), faults, (path) => {
    const { value, name } = readNamedJson(path, folder, 'invalid-notice')
    return parseHolidayNotices(value, name)
  })
  throwAll(faults, 'invalid-notice', '@xueshi/workdays/schema/holiday-notices-1.schema.json')
  return workdayCalendar({ ...options, notices })
}

/** A config that knows working days: its own calendar where it has one, else that of `@xueshi/workdays`. */
export function withWorkdays(config: Config): Config {
  if (config.entries.some(({ workdays }) => workdays !== undefined)) return config
  return defineConfig({ name: 'workdays', workdays: workdayCalendar() }, ...config.entries)
}

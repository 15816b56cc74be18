export { type Calendars, createCalendars, type Feed } from './calendars.ts'
export type { CalendarOptions } from './options.ts'

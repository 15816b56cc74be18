export { type Calendars, createCalendars, type Feed } from './calendars.ts'
export { type FeedHandlerOptions, feedHandler } from './handler.ts'
export type { CalendarOptions } from './options.ts'
export { nextState, type PublicationOptions, type PublishedEvent, type PublishedState } from './published.ts'
export type { PublishedSession } from './published-session.ts'
export { FEED_KINDS, type FeedKind, type FeedScope, REDACTION_LEVELS, type RedactionLevel } from './scope.ts'
export type { FeedKey } from './seal.ts'
export type { FeedSource } from './shelf.ts'
export type { EventStatus } from './shown.ts'
export { calendarStream } from './stream.ts'
export {
  type FeedToken,
  type FeedTokenOptions,
  type IssuedFeedToken,
  issueFeedToken,
  readFeedToken,
} from './token.ts'

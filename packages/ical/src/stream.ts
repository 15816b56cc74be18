import { ReadableStream } from 'node:stream/web'
import type { Dataset } from '@xueshi/core'
import { FEED_END, feedHead } from './envelope.ts'
import { eventWriter } from './event.ts'
import { feedPlanner } from './feed-plan.ts'
import { type CalendarOptions, settingsOf } from './options.ts'
import { assertScope, type FeedScope } from './scope.ts'
import { timetableOf } from './timetable.ts'

/** Characters that are gathered before they are handed on. */
const CHUNK = 1 << 16

/**
 * One feed as a stream of bytes, for calendars that are too large to be held at once: the whole county over
 * years. Events are rendered as the reader takes them and are not kept; the bytes are those of the same feed of
 * {@link createCalendars}. A stream in Node is also an `AsyncIterable`.
 *
 * @throws XueshiError as {@link createCalendars} and its feeds do, before the first byte; `usage`, by the stream,
 * where the published state is not of this dataset.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { calendarStream } from '@xueshi/ical'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b01', name: '财政局第一党支部', kind: '党支部' }],
 *   members: [],
 *   sessions: [{ id: 's001', organization: 'b01', kinds: ['主题党日'], start: '2025-03-05T14:30+08:00' }],
 * })
 * let bytes = 0
 * for await (const chunk of calendarStream(dataset, { kind: 'county', id: 'county' })) bytes += chunk.length
 * console.log(bytes > 500) // true
 * ```
 */
export function calendarStream(
  dataset: Dataset,
  scope: FeedScope,
  options: CalendarOptions = {},
): ReadableStream<Uint8Array> {
  const settings = settingsOf(options)
  assertScope(scope, settings.level === 'public' ? 'public' : 'organization')
  const timetable = timetableOf(dataset, settings)
  const { name, ranks, dress } = feedPlanner(dataset, settings, timetable)(scope)
  const write = eventWriter(dataset, settings)
  const utf8 = new TextEncoder()
  let text = feedHead(name, settings.refresh)
  let next = 0
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        while (next < ranks.length && text.length < CHUNK) {
          const rank = ranks[next++]!
          const event = write(timetable.listings[rank]!)
          text += dress === undefined ? event : dress(rank, event)
        }
        const isLast = next === ranks.length
        controller.enqueue(utf8.encode(isLast ? text + FEED_END : text))
        text = ''
        if (isLast) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}

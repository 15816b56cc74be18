import type { Dataset } from '@xueshi/core'
import { type Calendars, createCalendars } from './calendars.ts'
import type { CalendarOptions } from './options.ts'
import type { PublishedState } from './published.ts'
import { type Representation, representationOf } from './responses.ts'
import type { FeedScope, RedactionLevel } from './scope.ts'

/** What feeds are made of at a moment. */
export interface FeedSource {
  readonly dataset: Dataset
  /** State of the last publication of this dataset; without it SEQUENCE is 0. */
  readonly published?: PublishedState
}

/** The feeds of one source: each session is rendered once per level, and an ETag is worked out once per feed. */
export interface Shelf {
  readonly source: FeedSource
  /** The ETag, where the feed was asked for before. */
  etagOf(scope: FeedScope, level: RedactionLevel): string | undefined
  feed(scope: FeedScope, level: RedactionLevel): Representation
}

/** Keeps the shelf of the last source; another dataset or state begins another one. */
export function shelfKeeper(options: CalendarOptions): (source: FeedSource) => Shelf {
  let last: Shelf | undefined
  return (source) => {
    if (last?.source.dataset !== source.dataset || last.source.published !== source.published)
      last = shelfOf(source, options)
    return last
  }
}

function shelfOf(source: FeedSource, options: CalendarOptions): Shelf {
  const { dataset, published } = source
  const calendars = new Map<RedactionLevel, Calendars>()
  const etags = new Map<string, string>()
  const key = ({ kind, id }: FeedScope, level: RedactionLevel) => `${level}\n${kind}\n${id}`
  return {
    source,
    etagOf: (scope, level) => etags.get(key(scope, level)),
    feed(scope, level) {
      let made = calendars.get(level)
      if (made === undefined) {
        made = createCalendars(dataset, { ...options, level, ...(published && { published }) })
        calendars.set(level, made)
      }
      const representation = representationOf(made.feed(scope).ics)
      etags.set(key(scope, level), representation.etag)
      return representation
    },
  }
}

/** Whether there is somebody, or something, of which a scope names the feed. */
export function isKnown(dataset: Dataset, { kind, id }: FeedScope): boolean {
  switch (kind) {
    case 'organization':
      return dataset.organization(id) !== undefined
    case 'member':
    case 'leader':
      return dataset.member(id) !== undefined
    case 'lecturer':
      return dataset.lecturers.some((lecturer) => lecturer.id === id) || dataset.member(id) !== undefined
    case 'venue':
      return dataset.venues.some((venue) => venue.id === id)
    case 'county':
      return true
  }
}

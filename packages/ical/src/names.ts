import type { Locale } from '@xueshi/core'
import { LABELS } from './labels.ts'
import type { RedactionLevel } from './scope.ts'
import { feedLine } from './text.ts'

/** Names of feeds as clients show them. A `person` or `place` that is `null` is not to be told. */
export interface FeedNames {
  member(person: string | null): string
  leader(person: string | null): string
  lecturer(person: string | null): string
  venue(place: string | null): string
  readonly county: string
}

/** The names in a language; nobody is named in what anybody may open. */
export function feedNames(locale: Locale, level: RedactionLevel): FeedNames {
  const labels = LABELS[locale]
  const named = (name: string | null, of: string, without: string, mayTell: boolean) =>
    name === null || !mayTell ? without : feedLine(name) + of
  const notPublic = level !== 'public'
  return {
    member: (person) => named(person, labels.feedOf, labels.myFeed, notPublic),
    leader: (person) => named(person, labels.feedOf, labels.leaderFeed, notPublic),
    lecturer: (person) => named(person, labels.lecturesOf, labels.lecturerFeed, notPublic),
    venue: (place) => named(place, labels.useOf, labels.venueFeed, true),
    county: labels.countyFeed,
  }
}

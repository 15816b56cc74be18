import type { Session } from '@xueshi/core'

/**
 * What is kept of a published session, so that it can still be shown, as cancelled, once it has gone from the
 * data. What is not stated is left out.
 */
export type PublishedSession = Pick<Session, 'id' | 'organization' | 'start' | 'lastDay'> &
  Partial<Omit<Session, 'place'>>

/** What a session has where nothing is stated. */
const UNSTATED: Omit<Session, 'id' | 'organization' | 'start' | 'lastDay'> = {
  coHosts: [],
  kinds: [],
  unknownKinds: [],
  title: null,
  end: null,
  timeless: false,
  hours: null,
  mode: null,
  venue: null,
  lecturers: [],
  topics: [],
  program: null,
  observers: [],
  status: null,
  plannedId: null,
  reportedOn: null,
  bulletinOn: null,
  place: {},
}

/** The fields that a feed needs, in a fixed order. */
const FIELDS = [
  'coHosts',
  'kinds',
  'unknownKinds',
  'title',
  'end',
  'timeless',
  'hours',
  'mode',
  'venue',
  'lecturers',
  'topics',
  'program',
  'observers',
  'status',
] as const satisfies readonly (keyof typeof UNSTATED)[]

/** What is kept of a session. */
export function keptOf(session: Session): PublishedSession {
  const { id, organization, start, lastDay } = session
  const stated = FIELDS.map((field) => [field, session[field]] as const).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  return { id, organization, start, lastDay, ...Object.fromEntries(stated) }
}

/** A session that has gone from the data, as cancelled. */
export function cancelledOf(kept: PublishedSession): Session {
  return { ...UNSTATED, ...kept, status: 'cancelled' }
}

import {
  type Dataset,
  type Locale,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_STATUSES,
  type Session,
  TOPICS,
  termName,
} from '@xueshi/core'
import { LABELS } from './labels.ts'
import type { Registers } from './registers.ts'
import type { RedactionLevel } from './scope.ts'
import { feedLine } from './text.ts'

/** What the words of an event are made with. */
export interface Wording {
  readonly dataset: Dataset
  readonly registers: Registers
  readonly locale: Locale
  readonly level: RedactionLevel
}

/**
 * Whether a session is shown as whole days: only its days are known, or it ends on a later day nobody knows
 * when.
 */
export function isDays(session: Session): boolean {
  return session.timeless || (session.end === null && session.lastDay > session.start.slice(0, 10))
}

/** The kinds of a session in words; unknown kinds as the export writes them, which nobody knows to be public. */
export function kindNames(session: Session, { locale, level }: Wording): string[] {
  const names = session.kinds.map((kind) => termName(SESSION_KINDS, kind, locale))
  const others = level === 'public' ? [] : session.unknownKinds.map(feedLine)
  return [...names, ...others].filter((name) => name !== '')
}

/** One line for a calendar's grid: the kinds that the title does not name itself, then the title. */
export function summaryOf(session: Session, wording: Wording): string {
  const labels = LABELS[wording.locale]
  const title = wording.level === 'public' ? '' : feedLine(session.title ?? '')
  const kinds = kindNames(session, wording).filter((name) => !title.includes(name))
  const parts = [kinds.join(labels.list), title].filter((part) => part !== '')
  if (parts.length === 0) parts.push(labels.anySession)
  return (session.status === 'cancelled' ? labels.cancelled : '') + parts.join(labels.colon)
}

/** Where it is, `null` where that is not known or not for everybody. */
export function locationOf(session: Session, { registers, level }: Wording): string | null {
  if (session.venue === null) return null
  const place = level === 'public' ? registers.publicPlace(session.venue) : registers.placeName(session.venue)
  return place === undefined ? null : feedLine(place)
}

/** What a participant wants to know, a line each. Of persons it names the lecturers alone. */
export function descriptionOf(session: Session, wording: Wording): string {
  const { dataset, registers, locale, level } = wording
  const labels = LABELS[locale]
  const known = (id: string) => dataset.organization(id)?.name
  const organizations = (words: readonly string[]) =>
    words.map((word) => known(word) ?? (level === 'public' ? '' : word))
  const lines: string[] = []
  const add = (label: string, words: readonly string[]) => {
    const said = words.map(feedLine).filter((word) => word !== '')
    if (said.length > 0) lines.push(label + labels.colon + said.join(labels.list))
  }
  add(labels.kinds, kindNames(session, wording))
  add(labels.host, organizations([session.organization]))
  add(labels.coHosts, organizations(session.coHosts))
  if (level !== 'public') {
    add(labels.observers, organizations(session.observers))
    add(labels.lecturers, session.lecturers.map(registers.lecturerName))
    add(
      labels.topics,
      session.topics.map((topic) => termName(TOPICS, topic, locale)),
    )
    if (session.program !== null) add(labels.program, [registers.programName(session.program)])
    if (session.mode !== null) add(labels.mode, [termName(SESSION_MODES, session.mode, locale)])
    if (session.hours !== null) add(labels.hours, [String(session.hours)])
  }
  if (session.status === 'planned' || session.status === 'cancelled')
    add(labels.status, [termName(SESSION_STATUSES, session.status, locale)])
  if (session.timeless) lines.push(labels.timeless)
  else if (isDays(session))
    lines.push(`${labels.start}${labels.colon}${session.start.slice(11, 16)}`, labels.endless)
  else if (session.end === null) lines.push(labels.endless)
  return lines.join('\n')
}

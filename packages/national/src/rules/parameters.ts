import type { Citation, Parameter } from '@xueshi/core'
import { ownNumber, words } from './wording.ts'

/** A least number of sessions that lower levels may raise. */
export function leastSessions(value: number, from: string, ...citations: Citation[]): Parameter {
  return {
    title: words('最少次数', 'least number of sessions'),
    unit: 'session',
    refinement: 'raise-only',
    stricter: 'higher',
    versions: [{ value, from, citations }],
  }
}

/** A least number of times that something is done, which lower levels may raise. */
export function leastTimes(value: number, from: string, ...citations: Citation[]): Parameter {
  return {
    title: words('最少次数', 'least number of times'),
    unit: 'session',
    refinement: 'raise-only',
    stricter: 'higher',
    versions: [{ value, from, citations }],
  }
}

/** A least number of credit hours that lower levels may raise. */
export function leastHours(value: number, from: string, ...citations: Citation[]): Parameter {
  return {
    title: words('最少学时', 'least credit hours'),
    unit: 'hour',
    refinement: 'raise-only',
    stricter: 'higher',
    versions: [{ value, from, citations }],
  }
}

/** A duration that lower levels may refine; shorter is stricter. */
export function time(
  title: Parameter['title'],
  refinement: Parameter['refinement'],
  value: string,
  from: string,
  ...citations: Citation[]
): Parameter {
  return { title, unit: 'duration', refinement, stricter: 'lower', versions: [{ value, from, citations }] }
}

/** A number of persons that decides whether a duty exists; nobody may change it. */
export function fixedPersons(
  title: Parameter['title'],
  stricter: Parameter['stricter'],
  value: number,
  from: string,
  ...citations: Citation[]
): Parameter {
  return { title, unit: 'person', refinement: 'fixed', stricter, versions: [{ value, from, citations }] }
}

/** A number of persons that lower levels may make stricter. */
export function persons(
  title: Parameter['title'],
  stricter: Parameter['stricter'],
  value: number,
  from: string,
  ...citations: Citation[]
): Parameter {
  return { title, unit: 'person', refinement: 'raise-only', stricter, versions: [{ value, from, citations }] }
}

/** A least number that is ours: the article names a duty without a number, so lower levels may replace it. */
export function ownLeast(
  title: Parameter['title'],
  value: number,
  from: string,
  ...citations: Citation[]
): Parameter {
  return {
    title,
    unit: 'session',
    refinement: 'replace',
    stricter: 'higher',
    versions: [{ value, from, citations: citations.map(ours) }],
  }
}

/** A time limit that is ours: the article names a duty without a time, so lower levels may replace it. */
export function ownTime(
  title: Parameter['title'],
  value: string,
  from: string,
  ...citations: Citation[]
): Parameter {
  return {
    title,
    unit: 'duration',
    refinement: 'replace',
    stricter: 'lower',
    versions: [{ value, from, citations: citations.map(ours) }],
  }
}

/** A citation with the word that the number is not the article's. */
function ours(citation: Citation): Citation {
  const { note } = citation
  if (note === undefined) return { ...citation, note: ownNumber }
  return { ...citation, note: words(`${ownNumber['zh-CN']}${note['zh-CN']}`, `${ownNumber.en} ${note.en}`) }
}

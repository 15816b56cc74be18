import type { Citation, Parameter } from '@xueshi/core'
import { words } from './wording.ts'

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

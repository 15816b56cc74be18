import type { MilestoneEvent, Window, WindowEvent } from '@xueshi/core'
import { type Change, inField, oneStep, otherThan, without } from './mutant.ts'

const UNITS = ['month', 'quarter', 'half-year', 'year'] as const
const MILESTONES: readonly MilestoneEvent[] = ['applied', 'activist', 'candidate', 'admitted', 'full-member']

/** The window in the next smaller and the next larger unit, or opened, closed or ended one step earlier or later. */
export function windowChanges(window: Window): Change<Window>[] {
  const path = 'window'
  if ('each' in window) {
    const at = UNITS.indexOf(window.each)
    return UNITS.filter((_, i) => Math.abs(i - at) === 1).map((each) => ({
      id: `${path}.each: ${window.each} → ${each}`,
      value: { each },
    }))
  }
  if ('between' in window) {
    const [from, to] = window.between
    return [
      ...eventChanges(from, `${path}.between[0]`).map(({ id, value }) => ({
        id,
        value: { ...window, between: [value, to] as [WindowEvent, WindowEvent] },
      })),
      ...eventChanges(to, `${path}.between[1]`).map(({ id, value }) => ({
        id,
        value: { ...window, between: [from, value] as [WindowEvent, WindowEvent] },
      })),
      ...(window.plus === undefined ? [] : [without(window, 'plus', path)]),
      ...(typeof window.plus === 'string'
        ? inField(window, 'plus', oneStep(window.plus, `${path}.plus`))
        : []),
    ]
  }
  if ('after' in window)
    return [
      ...inField(window, 'after', eventChanges(window.after, `${path}.after`)),
      ...(typeof window.within === 'string'
        ? inField(window, 'within', oneStep(window.within, `${path}.within`))
        : []),
    ]
  if ('term' in window) return inField(window, 'term', oneStep(window.term, `${path}.term`))
  return []
}

/** The milestone before and the one after; acts and starts of posts have no order. */
function eventChanges(event: WindowEvent, path: string): Change<WindowEvent>[] {
  if (typeof event !== 'string' || event === 'post-start') return []
  const at = MILESTONES.indexOf(event)
  return otherThan(
    event,
    MILESTONES.filter((_, i) => Math.abs(i - at) <= 1),
    path,
  )
}

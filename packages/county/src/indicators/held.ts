import type { CivilDate, Dataset, IndicatorContext, Session } from '@xueshi/core'
import { learned } from '../data/attended.ts'
import { groupedBy, remembered } from '../data/remembered.ts'
import { isHeldBy, liesIn } from '../data/sessions.ts'

/** Sessions held in a period. */
export function heldIn({ dataset, from, to }: IndicatorContext): readonly Session[] {
  const { sessions } = dataset
  return remembered(sessions, `held ${from}..${to}`, () =>
    sessions.filter((session) => liesIn(session, from, to) && isHeldBy(session, to, dataset)),
  )
}

/** Sessions that an organization hosted in a period. Co-hosts do not count: up the tree nothing counts twice. */
export function heldBy(organization: string, context: IndicatorContext): readonly Session[] {
  const held = heldIn(context)
  const index = remembered(held, 'by host', () => groupedBy(held, (session) => [session.organization]))
  return index.get(organization) ?? []
}

/** What the attendance of a period says. */
export interface AttendanceOfPeriod {
  /** By session with records: how many were present of how many. */
  readonly rates: ReadonlyMap<string, readonly [present: number, recorded: number]>
  /** Members who learned at any session. */
  readonly members: ReadonlySet<string>
}

/** Reads the attendance of a period, once. */
export function attendanceIn(context: IndicatorContext): AttendanceOfPeriod {
  const held = heldIn(context)
  return remembered(held, 'attendance', () => {
    const rates = new Map<string, readonly [number, number]>()
    const members = new Set<string>()
    for (const { id } of held) {
      let present = 0
      let recorded = 0
      for (const row of context.dataset.attendanceAt(id)) {
        if (learned(row)) members.add(row.member)
        // A lecturer whom only the session names has no record: alone, it would make a rate of 100 %.
        if (row.capacity === 'observer' || row.place === null) continue
        recorded++
        if (row.status === 'present') present++
      }
      if (recorded > 0) rates.set(id, [present, recorded])
    }
    return { rates, members }
  })
}

/** An organization, else the branch of a member on a day, else the top: nothing is left out of the sum. */
export function homeOf(
  dataset: Dataset,
  organization: string | null,
  member: string | null,
  date: CivilDate,
): string | null {
  if (organization !== null) return organization
  const branch = member === null ? null : dataset.placeOn(member, date).branch
  return branch ?? dataset.organizations.find(({ parent }) => parent === null)?.id ?? null
}

import { capsOf } from '../../check/caps.ts'
import { kindBits } from '../../check/selection.ts'
import { type EpochDay, formatDate } from '../../civil/date.ts'
import type { SessionDemand } from '../../requirement/parts.ts'
import type { Counting } from '../../requirement/schema.ts'
import { type Capacity, SESSION_KINDS, type SessionKind } from '../../terms.ts'
import type { AddSessions } from './remedy.ts'
import { busyDays, daysFor, hostFor, type Situation } from './situation.ts'

/** More sessions than this are no advice any more. */
const MOST_SESSIONS = 400

/** Sessions that add so much to what a demand counts; `null` where the days that are left do not suffice. */
export function addSessions(at: Situation, demand: SessionDemand, missing: number): AddSessions[] | null {
  if (missing <= 0 || missing > MOST_SESSIONS * 8) return null
  switch (demand.measure) {
    case 'sessions':
      return sessionsOnOneDay(at, demand.count, Math.ceil(missing))
    case 'days':
      return sessionsOnDays(at, demand.count, Math.ceil(missing), null)
    case 'hours':
      return hoursOnDays(at, demand.count, Math.round(missing * 100))
  }
}

/** One attended session on a day, for a time without any. */
export function attendOnce(at: Situation, count: Counting, day: EpochDay): AddSessions | null {
  const host = hostFor(at, count, day)
  return host < 0 ? null : step(at, count, host, [day], null, false)
}

function sessionsOnOneDay(at: Situation, count: Counting, times: number): AddSessions[] | null {
  if (times > MOST_SESSIONS) return null
  for (const day of daysFor(at, count.quarter)) {
    const host = hostFor(at, count, day)
    if (host < 0) continue
    const made = step(at, count, host, Array<EpochDay>(times).fill(day), null, false)
    return made === null ? null : [made]
  }
  return null
}

function hoursOnDays(at: Situation, count: Counting, missing: number): AddSessions[] | null {
  const { daily, halfDay } = capsOf(at.plan.credit)
  const each = Math.min(daily, halfDay ?? daily)
  const whole = Math.floor(missing / each)
  const rest = missing - whole * each
  const days = freeDays(at, count, whole + (rest > 0 ? 1 : 0))
  if (days === null) return null
  const full = whole === 0 ? [] : onDays(at, count, days.slice(0, whole), each / 100)
  const last = rest === 0 ? [] : onDays(at, count, days.slice(whole), rest / 100)
  return full === null || last === null ? null : [...full, ...last]
}

function sessionsOnDays(
  at: Situation,
  count: Counting,
  times: number,
  hours: number | null,
): AddSessions[] | null {
  const days = freeDays(at, count, times)
  return days === null ? null : onDays(at, count, days, hours)
}

/** Days without any record of the person, on each of which somebody could hold a session that counts. */
function freeDays(at: Situation, count: Counting, wanted: number): EpochDay[] | null {
  if (wanted > MOST_SESSIONS) return null
  const busy = busyDays(at)
  const days: EpochDay[] = []
  for (const day of daysFor(at, count.quarter)) {
    if (days.length === wanted) break
    if (!busy.has(day) && hostFor(at, count, day) >= 0) days.push(day)
  }
  return days.length === wanted ? days : null
}

/** One session a day, those of one host together. */
function onDays(
  at: Situation,
  count: Counting,
  days: readonly EpochDay[],
  hours: number | null,
): AddSessions[] | null {
  const byHost = new Map<number, EpochDay[]>()
  for (const day of days) {
    const host = hostFor(at, count, day)
    byHost.set(host, [...(byHost.get(host) ?? []), day])
  }
  const steps = [...byHost].map(([host, own]) => step(at, count, host, own, hours, hours !== null))
  return steps.some((made) => made === null) ? null : (steps as AddSessions[])
}

function step(
  { plan, parts, member }: Situation,
  count: Counting,
  host: number,
  days: readonly EpochDay[],
  hours: number | null,
  earnsHours: boolean,
): AddSessions | null {
  const kind = kindFor(count, earnsHours, kindBits(count, earnsHours, plan.credit))
  if (kind === null) return null
  return {
    change: 'add-sessions',
    organization: plan.columns.orgId[host]!,
    kind,
    mode: count.modes?.[0] ?? null,
    topic: count.topics?.[0] ?? null,
    dates: [...days].sort((a, b) => a - b).map(formatDate),
    attendance:
      parts.subjectKind === 'organization'
        ? null
        : { member: plan.columns.memberId[member]!, capacity: capacityFor(count), hours },
  }
}

/** A kind that counts; online study only where nothing else does, since its hours may have a cap of their own. */
function kindFor(count: Counting, earnsHours: boolean, bits: number): SessionKind | null {
  const fits = SESSION_KINDS.filter((_, position) => ((bits >> position) & 1) === 1)
  const named = count.kinds === undefined ? fits : fits.filter(({ id }) => count.kinds!.includes(id))
  const [first] = [...(named.length > 0 ? named : fits)].sort((a, b) => rank(a.id) - rank(b.id))
  if (first !== undefined && count.kinds === undefined && count.kindClass === undefined && !earnsHours)
    return 'theme-day'
  return first?.id ?? null
}

function rank(kind: SessionKind): number {
  return kind === 'online-study' ? 1 : 0
}

function capacityFor({ capacities }: Counting): Capacity {
  return capacities === undefined || capacities.includes('member') ? 'member' : capacities[0]!
}

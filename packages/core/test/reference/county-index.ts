import type { DatasetRows, MemberRow, SessionRow } from '../../src/model/rows.ts'
import { dayOf, dayOfMinute, momentOf } from './calendar.ts'

/** The rows as objects that know each other. */
export interface County {
  readonly organizations: Map<string, Organization>
  readonly persons: Map<string, Person>
  readonly meetings: Map<string, Meeting>
  readonly terms: Term[]
  /** In order of day. */
  readonly acts: readonly Act[]
  readonly hasActs: boolean
  /** Whether any act says its topics. */
  readonly hasActTopics: boolean
  readonly hasPosts: boolean
  readonly hasAttendance: boolean
  /** Whether any session says its topics or mode: a column that nobody fills says nothing. */
  readonly hasTopics: boolean
  readonly hasModes: boolean
  readonly waivers: readonly { rule: string; subject: string; from: number; to: number }[]
}

export interface Organization {
  readonly id: string
  readonly kind: string
  parent: Organization | undefined
  readonly founded: number
  readonly dissolved: number
  readonly children: Organization[]
  /** Sessions it hosts or co-hosts. */
  readonly meetings: Meeting[]
  readonly terms: Term[]
}

/** A dated act. */
export interface Act {
  readonly kind: string
  readonly day: number
  readonly person: Person | undefined
  readonly other: Person | undefined
  readonly organization: Organization | undefined
  readonly topics: readonly string[]
}

/** One term in a post. */
export interface Term {
  readonly person: Person
  readonly organization: Organization
  readonly role: string
  readonly from: number
  readonly to: number
  readonly fullTime: boolean
}

export interface Meeting {
  readonly id: string
  readonly hosts: readonly Organization[]
  readonly kinds: readonly string[]
  readonly topics: readonly string[]
  readonly mode: string | undefined
  readonly start: number
  /** Minute, exclusive. */
  readonly end: number | undefined
  readonly timeless: boolean
  readonly day: number
  readonly lastDay: number
  readonly hours: number | undefined
  readonly status: string | undefined
  /** Whether anybody's attendance was recorded. */
  recorded: boolean
}

/** An attendance record as it counts after duplicates are settled. */
export interface Part {
  readonly meeting: Meeting
  readonly status: string
  readonly capacity: string
  readonly hours: number | undefined
  readonly makeUp: Meeting | undefined
}

export interface Person {
  readonly id: string
  readonly row: MemberRow
  /** What holds of the person, one stretch of days after the other. */
  stretches: Stretch[]
  readonly terms: Term[]
  readonly parts: Part[]
  /** Sessions whose 主讲人 is this person. */
  readonly lectures: Meeting[]
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly status: string | undefined
  readonly suspended: boolean
  readonly tags: ReadonlySet<string>
  readonly terms: readonly Term[]
  readonly branch: Organization | undefined
  readonly group: Organization | undefined
}

interface Stay {
  readonly organization: Organization
  readonly from: number
  readonly to: number
}

const PRECEDENCE = ['present', 'made-up', 'excused', 'absent']

/** Links clean rows (identifiers, English terms). */
export function indexCounty(rows: DatasetRows): County {
  const organizations = new Map<string, Organization>()
  for (const row of rows.organizations) {
    organizations.set(row.id, {
      id: row.id,
      kind: row.kind,
      parent: undefined,
      founded: row.founded === undefined ? -Infinity : dayOf(row.founded),
      dissolved: row.dissolved === undefined ? Infinity : dayOf(row.dissolved),
      children: [],
      meetings: [],
      terms: [],
    })
  }
  for (const row of rows.organizations) {
    if (row.parent === undefined) continue
    const organization = organizations.get(row.id)!
    organization.parent = organizations.get(row.parent)!
    organization.parent.children.push(organization)
  }

  const persons = new Map<string, Person>()
  const idsOfName = new Map<string, string[]>()
  for (const row of rows.members) {
    const id = row.id!
    persons.set(id, { id, row, stretches: [], terms: [], parts: [], lectures: [] })
    idsOfName.set(row.name, [...(idsOfName.get(row.name) ?? []), id])
  }

  const terms: Term[] = []
  for (const row of rows.posts ?? []) {
    const term: Term = {
      person: persons.get(row.member)!,
      organization: organizations.get(row.organization)!,
      role: row.role,
      from: dayOf(row.from),
      to: row.to === undefined ? Infinity : dayOf(row.to),
      fullTime: row.fullTime ?? false,
    }
    term.person.terms.push(term)
    term.organization.terms.push(term)
    terms.push(term)
  }

  const stays = new Map<string, Stay[]>()
  for (const row of rows.affiliations ?? []) {
    const stay: Stay = {
      organization: organizations.get(row.organization)!,
      from: dayOf(row.from),
      to: row.to === undefined ? Infinity : dayOf(row.to),
    }
    stays.set(row.member, [...(stays.get(row.member) ?? []), stay])
  }
  for (const person of persons.values()) {
    person.stretches = stretchesOf(person, stays.get(person.id) ?? [], organizations)
  }

  const meetings = new Map<string, Meeting>()
  for (const row of rows.sessions) {
    const meeting = meetingOf(row, organizations)
    meetings.set(row.id, meeting)
    for (const host of new Set(meeting.hosts)) host.meetings.push(meeting)
    for (const word of row.lecturers ?? []) {
      const named = persons.has(word) ? [word] : (idsOfName.get(word) ?? [])
      if (named.length === 1) persons.get(named[0]!)!.lectures.push(meeting)
    }
  }

  const kept = new Map<string, Part & { person: Person }>()
  for (const row of rows.attendance ?? []) {
    const meeting = meetings.get(row.session)!
    meeting.recorded = true
    const key = `${row.session}\n${row.member}`
    const before = kept.get(key)
    if (before !== undefined && PRECEDENCE.indexOf(before.status) <= PRECEDENCE.indexOf(row.status)) continue
    kept.set(key, {
      person: persons.get(row.member)!,
      meeting,
      status: row.status,
      capacity: row.capacity ?? 'member',
      hours: row.hours === undefined ? undefined : Math.round(row.hours * 100),
      makeUp: row.makeUpSession === undefined ? undefined : meetings.get(row.makeUpSession)!,
    })
  }
  for (const part of kept.values()) {
    // Whoever was there and is named as lecturer was there as lecturer.
    const lectured = part.status === 'present' && part.person.lectures.includes(part.meeting)
    part.person.parts.push(lectured ? { ...part, capacity: 'lecturer' } : part)
  }

  return {
    organizations,
    persons,
    meetings,
    terms,
    acts: (rows.acts ?? [])
      .map((row) => ({
        kind: row.kind,
        day: dayOf(row.date),
        person: row.member === undefined ? undefined : persons.get(row.member)!,
        other: row.counterpart === undefined ? undefined : persons.get(row.counterpart)!,
        organization: row.organization === undefined ? undefined : organizations.get(row.organization)!,
        topics: row.topics ?? [],
      }))
      .sort((a, b) => a.day - b.day),
    hasActs: rows.acts !== undefined,
    hasActTopics: (rows.acts ?? []).some((row) => (row.topics ?? []).length > 0),
    hasPosts: rows.posts !== undefined,
    hasAttendance: rows.attendance !== undefined,
    hasTopics: rows.sessions.some((row) => (row.topics ?? []).length > 0),
    hasModes: rows.sessions.some((row) => row.mode !== undefined),
    waivers: (rows.waivers ?? []).map((row) => ({
      rule: row.rule,
      subject: row.subject,
      from: dayOf(row.from),
      to: dayOf(row.to),
    })),
  }
}

function meetingOf(row: SessionRow, organizations: Map<string, Organization>): Meeting {
  const start = momentOf(row.start)
  const end = row.end === undefined ? undefined : momentOf(row.end)
  // A last day without a time of day ends with that day; midnight is the end of the day before.
  const until = end === undefined ? undefined : end.timeless ? end.minute + 1440 : end.minute
  return {
    id: row.id,
    hosts: [row.organization, ...(row.coHosts ?? [])].map((id) => organizations.get(id)!),
    kinds: row.kinds,
    topics: row.topics ?? [],
    mode: row.mode,
    start: start.minute,
    end: until,
    timeless: start.timeless,
    day: dayOfMinute(start.minute),
    lastDay: until === undefined ? dayOfMinute(start.minute) : dayOfMinute(until - 1),
    hours: row.hours === undefined ? undefined : Math.round(row.hours * 100),
    status: row.status,
    recorded: false,
  }
}

const STEPS = [
  ['applicant', 'appliedOn'],
  ['activist', 'activistOn'],
  ['candidate', 'candidateOn'],
  ['probationary', 'admittedOn'],
  ['full', 'fullOn'],
] as const

/** Cuts the life of a person at every day on which anything about them changes. */
function stretchesOf(person: Person, stays: Stay[], organizations: Map<string, Organization>): Stretch[] {
  const { row, terms } = person
  const now = STEPS.findIndex(([status]) => status === row.status)
  const milestones = STEPS.slice(0, now + 1).flatMap(([status, field]) =>
    row[field] === undefined ? [] : [{ status: status as string, day: dayOf(row[field]) }],
  )
  const left = row.leftOn === undefined ? Infinity : dayOf(row.leftOn)
  const suspendedFrom =
    row.suspendedOn !== undefined
      ? dayOf(row.suspendedOn)
      : row.membership === 'suspended'
        ? -Infinity
        : Infinity
  const suspendedTo = row.resumedOn === undefined ? Infinity : dayOf(row.resumedOn) - 1
  const tags = (row.tags ?? []).map((tag) => {
    const match = /^(.*)@(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(tag)
    return match === null
      ? { name: tag, from: -Infinity, to: Infinity }
      : { name: match[1]!, from: dayOf(match[2]!), to: dayOf(match[3]!) }
  })
  const branches = stays.filter((stay) => stay.organization.kind !== 'group').sort((a, b) => a.from - b.from)
  const groups = stays.filter((stay) => stay.organization.kind === 'group').sort((a, b) => a.from - b.from)
  const home = organizations.get(row.organization)
  const homeGroup = row.group === undefined ? undefined : organizations.get(row.group)

  const cuts = new Set<number>([-Infinity])
  const cut = (from: number, to: number) => {
    if (from !== -Infinity && from !== Infinity) cuts.add(from)
    if (to !== Infinity && to !== -Infinity) cuts.add(to + 1)
  }
  for (const milestone of milestones) cut(milestone.day, Infinity)
  cut(left, Infinity)
  cut(suspendedFrom, suspendedTo)
  for (const tag of tags) cut(tag.from, tag.to)
  for (const term of terms) cut(term.from, term.to)
  for (const stay of stays) cut(stay.from, stay.to)

  const days = [...cuts].sort((a, b) => a - b)
  return days.map((from, index) => {
    // A transfer that nobody has received leaves the person with the branch before.
    const stay = branches.findLast((candidate) => candidate.from <= from)
    const branch = branches.length === 0 ? home : stay?.organization
    const groupStay = groups.findLast((candidate) => candidate.from <= from && candidate.to >= from)
    const group = groups.length === 0 ? homeGroup : groupStay?.organization
    return {
      from,
      to: (days[index + 1] ?? Infinity) - 1,
      status:
        from >= left
          ? undefined
          : milestones.length === 0
            ? row.status
            : milestones.findLast((milestone) => milestone.day <= from)?.status,
      suspended: from >= suspendedFrom && from <= suspendedTo,
      tags: new Set(
        tags.filter((tag) => from < left && tag.from <= from && tag.to >= from).map((tag) => tag.name),
      ),
      terms: terms.filter((term) => term.from <= from && term.to >= from),
      branch,
      group: group !== undefined && group.parent === branch ? group : undefined,
    }
  })
}

/** The stretch of a person that holds a day. */
export function stretchOn(person: Person, day: number): Stretch {
  return person.stretches.findLast((stretch) => stretch.from <= day)!
}

/** Whether an organization of this kind stands above. */
export function isBelow(organization: Organization | undefined, kind: string): boolean {
  for (let upper = organization?.parent; upper !== undefined; upper = upper.parent) {
    if (upper.kind === kind) return true
  }
  return false
}

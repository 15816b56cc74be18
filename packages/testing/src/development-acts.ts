import { civilOf, type EpochDay, epochDay } from '@xueshi/core'
import type { DeedList } from './acts.ts'
import { type Branch, isMemberOn, type Person } from './model.ts'
import { discussionOf } from './occasions.ts'
import type { Settings } from './options.ts'
import { yearLater } from './people.ts'
import { workdaysOf } from './workdays.ts'

/**
 * The records of the way into the Party, from the talk with the applicant to the approval of full membership.
 * They are kept with the person: all of them are there, those before the data begins too. Acts at a general
 * meeting are entered with the meeting.
 */
export function developmentActs(person: Person, deeds: DeedList, settings: Settings): void {
  const { applied, activist, candidate, admitted } = person
  if (person.status === 'full' && (person.full ?? 0) < settings.from) return
  const branch = person.stays.at(-1)!.branch
  const ordinal = person.ordinal
  const about = { unit: branch, person }
  const late = (kind: Parameters<DeedList['enter']>[0]) => person.late.get(kind) ?? 0
  const enter = (kind: Parameters<DeedList['enter']>[0], day: EpochDay, more: object = {}) => {
    if (!person.omitted.has(kind)) deeds.enter(kind, day + late(kind), { ...about, ...more })
  }
  if (applied !== null) enter('applicant-talk', applied + 5 + (ordinal % 20))
  if (activist !== null) {
    // The longest full members of the branch; a third one is planted.
    const persons = sponsors(
      branch,
      person,
      activist,
      person.omitted.has('contact-person') ? 3 : 1 + (ordinal % 2),
    )
    for (const other of persons)
      deeds.enter('contact-person', activist + 3, {
        ...about,
        other,
        ...(candidate === null ? {} : { until: candidate }),
      })
    reviews(person, activist, candidate ?? settings.to, deeds, settings)
  }
  if (candidate !== null) {
    enter('public-notice', before(candidate, 8), { until: before(candidate, 1) })
    enter('upper-consent', candidate - 1, {
      document: `岚组函〔${civilOf(candidate).year}〕${(ordinal % 90) + 1}号`,
    })
    enter('political-review', candidate + 4)
    const wanted = person.omitted.has('second-introducer') ? 1 : 2
    for (const other of sponsors(branch, person, candidate, wanted))
      enter('introducer', candidate + 6, { other })
    if (admitted !== null) enter('pre-review', Math.max(candidate + 7, admitted - 12))
  }
  if (admitted !== null && candidate !== null) {
    const approved = admitted + 20 + (ordinal % 40)
    enter('admission-approval', approved)
    enter('oath', approved + late('admission-approval') + 6 + (ordinal % 15))
    if (person.extendedTo !== null)
      enter('probation-extension', yearLater(admitted) + 3, {
        until: person.extendedTo,
        note: '需要继续考察',
      })
    if (person.full !== null && person.full >= settings.from) {
      const discussed = discussionOf(person)
      enter('full-membership-approval', discussed + 15 + (ordinal % 40))
    }
  }
}

/** So many persons of the branch who were full members on a day, the same ones for the same person. */
function sponsors(branch: Branch, person: Person, day: EpochDay, count: number): Person[] {
  const fit = branch.people.filter(
    (one) =>
      one !== person &&
      one.full !== null &&
      one.full <= day &&
      isMemberOn(one, day) &&
      one.sanction === null &&
      one.left === null,
  )
  const at = person.ordinal % Math.max(1, fit.length)
  const chosen = [...fit.slice(at), ...fit.slice(0, at)].slice(0, count)
  return person.sponsor === null ? chosen : [person.sponsor, ...chosen].slice(0, count)
}

/** A review in each half-year as an activist. */
function reviews(person: Person, from: EpochDay, to: EpochDay, deeds: DeedList, settings: Settings): void {
  const about = { unit: person.stays.at(-1)!.branch, person }
  for (let year = civilOf(from).year; year <= civilOf(to).year; year++)
    for (const month of [6, 12]) {
      const day = workdaysOf(year, month)[8 + (person.ordinal % 6)]!
      if (day < from || day > to) continue
      if (person.omitted.has('activist-review') && day >= settings.yearFrom && month === 12) continue
      deeds.enter('activist-review', day, about)
    }
}

/** The workday so many workdays before a day. */
function before(day: EpochDay, count: number): EpochDay {
  const { year, month } = civilOf(day)
  const previous = month === 1 ? workdaysOf(year - 1, 12) : workdaysOf(year, month - 1)
  const days = [...previous, ...workdaysOf(year, month)].filter((one) => one < day)
  return days.at(-count) ?? epochDay(year, month, 1) - 31
}

import { type EpochDay, epochDay } from '@xueshi/core'
import { type Deed, DeedList, type Votes } from './acts.ts'
import type { Programme } from './agenda.ts'
import { developmentActs } from './development-acts.ts'
import { type Branch, isMemberOn, type Person } from './model.ts'
import { occasionsOf } from './occasions.ts'
import { isHeld, type Meeting } from './sessions.ts'
import { talkActs } from './talks.ts'
import { workdaysOf } from './workdays.ts'

/** What a branch records in a year besides its sessions. */
export function branchActs(branch: Branch, year: number, programme: Programme): readonly Deed[] {
  const { settings } = programme
  const deeds = new DeedList(`${branch.id}-${year}-A`, settings)
  if (year === settings.firstYear) standing(branch, deeds, programme)
  for (const person of branch.people) if (year === settings.year) developmentActs(person, deeds, settings)
  meetings(branch, year, deeds, programme)
  talkActs(branch, year, deeds, settings)
  for (const person of [...branch.people, ...branch.incomers]) care(person, branch, year, deeds, programme)
  yearEnd(branch, year, deeds, programme)
  return deeds.deeds
}

/** What lies before the data and is still good, and the founding. */
function standing(branch: Branch, deeds: DeedList, { settings }: Programme): void {
  for (const day of branch.elections)
    if (day < settings.from || day === branch.founded)
      deeds.enter('election', day, { unit: branch, note: day === branch.founded ? '成立选举' : '换届选举' })
  if (branch.putOffTo !== null)
    deeds.enter('term-extension', workdaysOf(settings.year, 9)[4]!, { unit: branch, until: branch.putOffTo })
  if (branch.requested !== null) {
    deeds.enter('founding-request', branch.requested, { unit: branch })
    deeds.enter('founding-reply', branch.founded, { unit: branch })
  }
  for (const person of branch.people) {
    if (person.sanction === null) continue
    const { from, to, name } = person.sanction
    deeds.enter('sanction', from, { unit: branch, person, until: to, note: name })
    const secretary = branch.posts.find((post) => post.role === 'secretary')!.person
    deeds.enter('talk', from + 5, { unit: branch, person, other: secretary })
  }
}

/** Votes: of occasions, and once a year on the work of the branch. */
function meetings(branch: Branch, year: number, deeds: DeedList, programme: Programme): void {
  const { settings, tree } = programme
  for (const { kind, day, person, draft } of occasionsOf(branch, year, settings)) {
    const votes = spoilt(votesOf(branch, day), kind === 'election' ? 0.8 : 0.5, tree.flaws.get(draft.id))
    if (kind === 'election') deeds.enter('election', day, { unit: branch, meeting: draft, votes })
    else if (kind === 'full-membership')
      deeds.enter('full-membership-meeting', day, { unit: branch, person: person!, meeting: draft, votes })
    else deeds.enter('vote', day, { unit: branch, person: person!, meeting: draft, votes })
  }
  const meeting = yearlyVote(branch, year, programme)
  if (meeting !== undefined)
    deeds.enter('vote', meeting.day, {
      unit: branch,
      meeting,
      votes: spoilt(votesOf(branch, meeting.day), 0.5, tree.flaws.get(meeting.id)),
      note: '通过年度工作计划',
    })
}

/** The general meeting at which the branch votes on its work of the year. */
export function yearlyVote(branch: Branch, year: number, programme: Programme): Meeting | undefined {
  return programme
    .branch(branch, year)
    .find((one) => /-[DZ]$/.test(one.id) && one.kinds.includes('general-meeting') && isHeld(one))
}

function votesOf(branch: Branch, day: EpochDay): Votes {
  const entitled = [...branch.people, ...branch.incomers].filter(
    (person) =>
      person.full !== null &&
      person.full <= day &&
      isMemberOn(person, day) &&
      person.stays.some((stay) => stay.branch === branch && stay.from <= day && day <= stay.to),
  ).length
  const missing = Math.floor(entitled * 0.1)
  const present = entitled - missing
  return { entitled, present, inFavour: present - (entitled > 12 ? day % 2 : 0) }
}

/** The numbers with a planted fault: too few present, or too few in favour. */
function spoilt(votes: Votes, share: number, flaw: string | undefined): Votes {
  if (flaw === 'votes-present') {
    const present = share === 0.5 ? Math.ceil(votes.entitled / 2) - 1 : Math.floor(votes.entitled * share)
    return { ...votes, present, inFavour: present }
  }
  return flaw === 'votes-in-favour' ? { ...votes, inFavour: Math.floor(votes.entitled / 2) } : votes
}

/** Contacts, visits, and what the secretary does about trouble. */
function care(person: Person, branch: Branch, year: number, deeds: DeedList, programme: Programme): void {
  const { settings } = programme
  const last = year === settings.year
  const isHere = (day: EpochDay) =>
    isMemberOn(person, day) &&
    person.stays.some((stay) => stay.branch === branch && stay.from <= day && day <= stay.to)
  const by = (day: EpochDay) =>
    branch.posts.find((post) => post.role === 'secretary' && post.from <= day && day <= post.to)?.person
  const enter = (kind: 'contact' | 'home-visit' | 'talk' | 'care-event', day: EpochDay, note?: string) => {
    const other = by(day)
    if (!isHere(day) || other === person) return
    const named = other === undefined || kind === 'care-event' ? {} : { other }
    deeds.enter(kind, day, { unit: branch, person, ...named, ...(note === undefined ? {} : { note }) })
  }
  const workday = (month: number, at: number) => workdaysOf(year, month)[at]!
  const { kind } = person.conduct
  if (kind === 'mobile')
    for (const month of [2, 5, 8, 11])
      if (!(last && month === 8 && person.omitted.has('contact')))
        enter('contact', workday(month, 6), '电话联系')
  if (person.conduct.kind === 'abroad' && last) {
    enter('contact', person.conduct.from + 1, '行前联系')
    if (!person.omitted.has('contact')) enter('contact', workday(10, 6), '视频联系')
  }
  if (kind === 'frail' && !(last && person.omitted.has('home-visit')))
    // To every second one study is brought home besides.
    for (const month of person.ordinal % 2 === 0 ? [1] : [1, 6])
      enter('home-visit', workday(month, 10), '走访慰问')
  if (last && person.careOn !== null) {
    enter('care-event', person.careOn, '家庭发生重大变故')
    if (!person.omitted.has('talk')) enter('talk', person.careOn + 4, '关怀谈话')
  }
}

/** Duty reports and the opinions of the appraisal. */
function yearEnd(branch: Branch, year: number, deeds: DeedList, { settings }: Programme): void {
  const last = year === settings.year
  const day = workdaysOf(year, 12)[12]!
  for (const post of branch.posts) {
    if (post.role !== 'secretary' || post.from > day || post.to < day) continue
    for (const [kind, at] of [
      ['duty-report-to-members', day - 3],
      ['duty-report', day],
    ] as const)
      if (!(last && post.person.omitted.has(kind)))
        deeds.enter(kind, at, { unit: branch, person: post.person })
  }
  if (last && branch.appraisal === 'missing') return
  const on = epochDay(year, 12, 31) - 3
  for (const person of [...branch.people, ...branch.incomers]) {
    const isHere = person.stays.some((stay) => stay.branch === branch && stay.from <= on && on <= stay.to)
    if (!isHere || !isMemberOn(person, on) || (last && person.omitted.has('appraisal-opinion'))) continue
    deeds.enter('appraisal-opinion', on, {
      unit: branch,
      person,
      note: person.ordinal % 11 === 0 ? '优秀' : '合格',
    })
  }
}

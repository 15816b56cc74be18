import { type Indicator, type IndicatorContext, SESSION_KINDS, type SessionKindTerm } from '@xueshi/core'
import { learned, traineesOf } from '../data/attended.ts'
import { lastDayOf, programsOf } from '../data/programs.ts'
import { groupedBy, remembered } from '../data/remembered.ts'
import { dayOf } from '../data/sessions.ts'
import { words } from '../wording.ts'
import { count, share, UNIT } from './figures.ts'
import { heldIn, homeOf } from './held.ts'
import { personOn } from './persons.ts'

const CENTRAL: ReadonlySet<string> = new Set(
  SESSION_KINDS.filter((kind: SessionKindTerm) => kind.central === true).map(({ id }) => id),
)

/** Central training of a period: one entry per person and class, with the branch of that day. */
interface CentralTraining {
  readonly timesByBranch: ReadonlyMap<string, number>
  readonly members: ReadonlySet<string>
}

function centralIn(context: IndicatorContext): CentralTraining {
  const { dataset } = context
  const held = heldIn(context)
  return remembered(held, 'central', () => {
    const times = new Map<string, string>()
    const members = new Set<string>()
    for (const session of held) {
      if (!session.kinds.some((kind) => CENTRAL.has(kind))) continue
      for (const row of dataset.attendanceAt(session.id)) {
        if (!learned(row) || row.capacity === 'lecturer') continue
        members.add(row.member)
        // The sessions of one program are one class; a session without program is one by itself.
        const key = `${row.member}\n${session.program ?? ''}\n${session.program === null ? session.id : ''}`
        const home = homeOf(dataset, null, row.member, dayOf(session))
        if (!times.has(key) && home !== null) times.set(key, home)
      }
    }
    const timesByBranch = new Map<string, number>()
    for (const branch of times.values()) timesByBranch.set(branch, (timesByBranch.get(branch) ?? 0) + 1)
    return { timesByBranch, members }
  })
}

function classesOf(organization: string, { dataset, from, to }: IndicatorContext) {
  const classes = programsOf(dataset, 'class')
  const index = remembered(classes, 'by organizer', () =>
    groupedBy(classes, (program) => (program.organization === null ? [] : [program.organization])),
  )
  return (index.get(organization) ?? []).filter((program) => {
    const day = lastDayOf(program)
    return day >= from && day <= to
  })
}

/** Classes, their person-times, and who was trained. */
export const training: readonly Indicator[] = [
  count({
    id: 'training/central-person-times',
    title: words('参加集中培训人次', 'person-times of central training'),
    summary: words(
      '参加集中培训、集中轮训、任职培训的人次，按参加时所在支部计；同一培训项目一人只计一次，没有项目的按活动计',
      'by the branch of the day; a program counts once a person, a session without program by itself',
    ),
    unit: UNIT.personTimes,
    reads: ['organizations', 'members', 'sessions', 'attendance'],
    over: 'organizations',
    of: (organization, context) => centralIn(context).timesByBranch.get(organization) ?? 0,
  }),
  share({
    id: 'training/members-trained',
    title: words('参加过集中培训的党员占比', 'members trained'),
    summary: words(
      '期末党员中，期内参加过集中培训、集中轮训或者任职培训的比例',
      'members of the last day who took part in central, rotation or induction training',
    ),
    reads: ['organizations', 'members', 'sessions', 'attendance'],
    over: 'members',
    of: (member, context) =>
      personOn(member, context).isMember ? [centralIn(context).members.has(member) ? 1 : 0, 1] : [0, 0],
  }),
  count({
    id: 'classes/held',
    title: words('举办培训班', 'classes held'),
    summary: words(
      '期内结束的培训班（没有结束日期的按开始日期），按主办组织计',
      'classes that ended (without an end: began) in the period, by organizer',
    ),
    unit: UNIT.items,
    reads: ['programs'],
    over: 'organizations',
    of: (organization, context) => classesOf(organization, context).length,
  }),
  count({
    id: 'classes/person-times',
    title: words('培训班参训人次', 'person-times of classes'),
    summary: words(
      '期内结束的培训班的参训人数之和，按主办组织计；讲课、列席的不计',
      'persons of the classes that ended in the period, by organizer, without lecturers and observers',
    ),
    unit: UNIT.personTimes,
    reads: ['programs', 'sessions', 'attendance'],
    over: 'organizations',
    of: (organization, context) =>
      classesOf(organization, context).reduce(
        (sum, program) => sum + traineesOf(context.dataset, program, context.to).size,
        0,
      ),
  }),
]

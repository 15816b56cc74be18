import { type ActKind, epochDay, formatDate } from '@xueshi/core'
import { isPlain, peopleOf } from './changes.ts'
import type { Person } from './model.ts'
import { discussionOf } from './occasions.ts'
import { yearLater } from './people.ts'
import { claimed, type Planting, some } from './planting.ts'

/** The first day of the rules of 2026 on developing members. */
const SINCE_2026 = epochDay(2026, 5, 11)

/** Steps on the way into the Party that are late, missing or too early; one for each person. */
export function plantDevelopmentFaults(planting: Planting): void {
  const { tree, settings, random } = planting
  const used = new Set<Person>()
  const people = random.shuffled([...peopleOf(tree)].filter((person) => !isOld(person, planting)))
  const each = (k: number, test: (person: Person) => boolean, use: (person: Person) => void) => {
    const fit = people.filter((person) => !used.has(person) && person.training?.days !== 2 && test(person))
    for (const person of some(planting, fit, k)) {
      used.add(person)
      use(person)
    }
  }
  const since = (rule: string, person: Person, day: number, zh: string, en: string) =>
    planting.breach(rule, 'member', person.id, `${formatDate(day)}..`, zh, en)
  plantApplicantsAndActivists(planting, each, since)
  plantAdmissions(planting, each, since)
  plantProbation(planting, each, since)
  if (settings.to > SINCE_2026) plantStepsOf2026(planting, each, since)
}

type Each = (k: number, test: (person: Person) => boolean, use: (person: Person) => void) => void
type Since = (rule: string, person: Person, day: number, zh: string, en: string) => void

function isOld(person: Person, { settings }: Planting): boolean {
  return person.full !== null && person.full < settings.yearFrom
}

/** Whether the records that would show a step before the person became a candidate lie in the last year. */
function isMatureWithin(person: Person, { settings }: Planting): boolean {
  return person.candidate !== null && yearLater(person.activist!) >= settings.from
}

function plantApplicantsAndActivists(planting: Planting, each: Each, since: Since): void {
  const { settings, breach } = planting
  const { year, to } = settings
  each(
    3,
    (person) => person.status === 'applicant' && person.applied! <= to - 80,
    (person) => {
      person.late.set('applicant-talk', 45)
      since(
        'development/deadlines/applicant-talk',
        person,
        person.applied!,
        '一个月后才谈话',
        'talked with too late',
      )
    },
  )
  each(
    4,
    (person) => person.status === 'activist',
    (person) => {
      person.omitted.add('activist-review')
      breach('development/activist/reviews', 'member', person.id, `${year}-H2`, '下半年没有考察', 'no review')
    },
  )
  each(
    3,
    (person) => person.status === 'activist' && person.stays[0]!.branch.size >= 12,
    (person) => {
      person.omitted.add('contact-person')
      breach(
        'development/activist/contact-persons',
        'member',
        person.id,
        'standing',
        '有3名培养联系人',
        'three contact persons',
      )
    },
  )
  each(
    2,
    (person) => person.candidate !== null && person.candidate >= settings.yearFrom + 181,
    (person) => {
      person.activist = person.candidate! - 180
      since(
        'development/activist/duration',
        person,
        person.activist,
        '培养只有180天',
        'an activist for 180 days',
      )
    },
  )
  each(
    3,
    (person) => isMatureWithin(person, planting),
    (person) => {
      person.omitted.add('upper-consent')
      since(
        'development/activist/consent',
        person,
        person.candidate!,
        '没有报上级党委',
        'no consent from above',
      )
    },
  )
}

function plantAdmissions(planting: Planting, each: Each, since: Since): void {
  const { settings, tree } = planting
  const { yearFrom, to } = settings
  const isAdmitted = (person: Person) =>
    person.status === 'probationary' && person.candidate! >= yearFrom && person.training?.days === 3
  const omit = (kind: ActKind | 'second-introducer', rule: string, zh: string, en: string) =>
    each(2, isAdmitted, (person) => {
      person.omitted.add(kind)
      since(rule, person, person.candidate!, zh, en)
    })
  each(
    1,
    (person) => isAdmitted(person) && person.admitted! + 190 <= to,
    (person) => {
      person.omitted.add('admission-approval')
      person.omitted.add('oath')
      for (const rule of ['development/deadlines/approval', 'development/deadlines/approval-limit'])
        since(rule, person, person.admitted!, '超过六个月没有审批', 'not approved after six months')
    },
  )
  each(
    2,
    (person) => isAdmitted(person) && person.admitted! + 150 <= to,
    (person) => {
      person.late.set('admission-approval', 90)
      since(
        'development/deadlines/approval',
        person,
        person.admitted!,
        '超过三个月才审批',
        'approved too late',
      )
    },
  )
  omit('political-review', 'development/political-review', '没有政治审查', 'no political review')
  omit('second-introducer', 'development/introducer', '只有1名入党介绍人', 'one introducer only')
  each(1, isAdmitted, (person) => {
    person.training = { ...person.training!, days: 0 }
    for (const rule of ['development/target-training', 'development/target-training/gate'])
      since(rule, person, person.candidate!, '未经培训即入党', 'admitted without training')
  })
  const sponsorOf = (person: Person) =>
    person.stays[0]!.branch.people.find((one) => isPlain(one, settings) && one.full! <= person.activist!)
  const sanctioned = (person: Person, name: string, rule: string) => {
    const sponsor = claimed(sponsorOf(person)!)
    sponsor.sanction = {
      name,
      from: epochDay(settings.year - 1, 6, 10),
      to: epochDay(settings.year + 1, 6, 9),
    }
    person.sponsor = sponsor
    since(rule, person, person.candidate!, `入党介绍人受${name}处分`, 'an introducer is under a sanction')
  }
  const hasSponsor = (person: Person) => isAdmitted(person) && sponsorOf(person) !== undefined
  each(1, hasSponsor, (person) => sanctioned(person, '留党察看一年', 'development/introducer/barred'))
  if (tree.organs.length > 0 && to > SINCE_2026)
    each(
      1,
      (person) => hasSponsor(person) && person.candidate! >= SINCE_2026,
      (person) => sanctioned(person, '严重警告', 'development/introducer/sanctioned'),
    )
}

function plantProbation(planting: Planting, each: Each, since: Since): void {
  const { settings, breach } = planting
  const { to, yearFrom } = settings
  const isEnding = (person: Person) =>
    person.stays[0]!.branch.shape === 'normal' && person.admitted !== null && person.admitted < yearFrom
  const becomesFull = (person: Person) => isEnding(person) && person.status === 'full'
  const isExtended = (person: Person) => isEnding(person) && person.extendedTo !== null
  each(2, becomesFull, (person) => {
    person.full = yearLater(person.admitted!) - 20
    since('probation/period/length', person, person.admitted!, '提前20天转正', 'a full member 20 days early')
    breach(
      'data/date-order',
      'member',
      person.id,
      'standing',
      '转正日期早于预备期满',
      'full membership too early',
    )
  })
  each(
    2,
    (person) => becomesFull(person) && discussionOf(person) + 160 <= to,
    (person) => {
      person.late.set('full-membership-approval', 100)
      since('probation/period/approval', person, discussionOf(person), '三个月后才审批', 'approved too late')
    },
  )
  const undecided = (person: Person, end: number) => {
    if (end + 32 <= to)
      since('probation/period/timely', person, person.admitted!, '期满没有讨论转正', 'not decided')
  }
  each(
    1,
    (person) => isEnding(person) && person.status !== 'full' && yearLater(person.admitted!) + 32 <= to,
    (person) => {
      person.extendedTo = null
      undecided(person, yearLater(person.admitted!))
    },
  )
  each(
    1,
    (person) =>
      isExtended(person) &&
      yearLater(person.admitted!) + 3 <= to &&
      !isNear(yearLater(person.admitted!) + 90, to),
    (person) => {
      person.extendedTo = yearLater(person.admitted!) + 90
      since(
        'probation/period/extension',
        person,
        person.admitted!,
        '只延长三个月',
        'extended by three months',
      )
      undecided(person, person.extendedTo)
    },
  )
  each(
    1,
    (person) =>
      isExtended(person) &&
      yearLater(yearLater(person.admitted! - 364)) < to &&
      !isNear(person.extendedTo! - 364, to),
    (person) => {
      // All steps a year of 52 weeks earlier: the days of the week stay.
      for (const step of ['applied', 'activist', 'candidate', 'admitted'] as const)
        person[step] = person[step]! - 364
      person.training = { ...person.training!, year: person.training!.year - 1 }
      person.stays[0]!.from = person.activist!
      person.extendedTo = yearLater(yearLater(person.admitted!))
      since(
        'probation/period/limit',
        person,
        person.admitted!,
        '预备期超过两年',
        'on probation for over two years',
      )
      undecided(person, person.extendedTo)
    },
  )
}

/** Whether a month after a day ends so close to the last day that it matters how a month is counted. */
function isNear(day: number, to: number): boolean {
  return day + 25 <= to && day + 35 >= to
}

/** Duties that the text of 2026 brought. */
function plantStepsOf2026(planting: Planting, each: Each, since: Since): void {
  const { to } = planting.settings
  const isAdmitted = (person: Person) =>
    person.status === 'probationary' && person.candidate !== null && person.training?.days === 3
  each(
    2,
    (person) =>
      isAdmitted(person) &&
      person.candidate! + 7 >= SINCE_2026 &&
      person.admitted! - person.candidate! - 7 > 31 &&
      person.omitted.size === 0,
    (person) => {
      const day = person.candidate! + 7
      person.late.set('pre-review', day - (person.admitted! - 12))
      since(
        'development/deadlines/branch-meeting',
        person,
        day,
        '预审后超过一个月才讨论',
        'discussed too late',
      )
    },
  )
  each(
    2,
    (person) =>
      isAdmitted(person) && person.admitted! + 20 >= SINCE_2026 && person.admitted! + 59 + 21 + 40 <= to,
    (person) => {
      person.late.set('oath', 40)
      const approved = person.admitted! + 20 + (person.ordinal % 40)
      since('development/deadlines/oath', person, approved, '审批一个月后才宣誓', 'the oath was late')
    },
  )
  each(
    2,
    (person) =>
      person.candidate !== null && person.candidate >= SINCE_2026 && isMatureWithin(person, planting),
    (person) => {
      person.omitted.add('public-notice')
      since('development/activist/notice', person, person.candidate!, '没有公示', 'no notice')
    },
  )
  each(
    1,
    (person) => isAdmitted(person) && person.candidate! >= SINCE_2026,
    (person) => {
      person.slips.add('online-course')
      since(
        'development/target-training/mode',
        person,
        person.candidate!,
        '培训采取线上方式',
        'trained online',
      )
    },
  )
}

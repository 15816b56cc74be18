import type { EpochDay } from '@xueshi/core'
import { cadreTraining } from './cadre-year.ts'
import type { Organ, Unit } from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { COURSE_MONTHS } from './people.ts'
import { Random } from './random.ts'
import { type Meeting, meeting } from './sessions.ts'
import { workdaysOf } from './workdays.ts'

/** What an organ holds in a year. */
export interface OrganYear {
  /** One day of winter or spring training of the whole organ. */
  readonly training: Meeting
  readonly studies: readonly Meeting[]
  readonly lifeMeeting: Meeting | null
  /** Theme days and lectures of committees above the branches; they are nobody's duty below. */
  readonly upper: readonly Meeting[]
}

/** Sessions of the leadership, the study centre group and the committees of an organ. */
export function organYear(organ: Organ, year: number, settings: Settings): OrganYear {
  const random = new Random(settings.seed, `organ-year-${organ.index}-${year}`)
  const code = organ.leadership.id
  const last = year === settings.year
  const day = (month: number) => random.pick(workdaysOf(year, month))
  const top = organ.committees[0] ?? organ.branches[0]!
  const studies: Meeting[] = []
  for (let quarter = 1; quarter <= 4; quarter++) {
    if (last && organ.skippedStudies.has(quarter)) continue
    const times = random.chance(0.3) ? 2 : 1
    for (let i = 0; i < times; i++) {
      const on = day(quarter * 3 - 2 + i * 2 + (times === 1 ? random.int(0, 2) : 0))
      studies.push(
        meeting({
          id: `${code}-${year}-Q${quarter}${i === 0 ? '' : 'B'}`,
          host: organ.study,
          kinds: ['center-group-study'],
          title: '党组理论学习中心组集体学习研讨',
          day: on,
          start: 8 * 60 + 30,
          end: 11 * 60 + 30,
          venue: '机关会议室',
          topics: ['政治理论'],
          reportedOn: on + random.int(1, 7),
          observer: isObserved(studies.length, organ, settings, random) ? organ.leadership.parent : null,
        }),
      )
    }
  }
  const manner = last ? organ.lifeMeeting : 'usual'
  const lifeMonth = manner === 'early' ? random.int(7, 9) : random.int(10, 12)
  const lifeMeeting =
    manner === 'missing'
      ? null
      : meeting({
          id: `${code}-${year}-M`,
          host: organ.leadership,
          kinds: ['democratic-life-meeting'],
          title: `${year}年度民主生活会`,
          day: day(lifeMonth),
          start: 8 * 60 + 30,
          end: 12 * 60,
          venue: '机关会议室',
        })
  // Basic committees hold a rotation each year; elsewhere it is a training.
  const party = organ.leadership.kind === 'party-committee'
  const rotates =
    (party || top.kind === 'organ-committee') && !(last && organ.leadership.omitted.has('rotation'))
  const training = meeting({
    id: `${code}-${year}-T`,
    host: rotates && party && top.kind !== 'organ-committee' ? organ.leadership : top,
    coHost: rotates && party && top.kind === 'organ-committee' ? organ.leadership : null,
    kinds: [rotates ? 'rotation-training' : 'central-training'],
    title: rotates ? '冬春季集中培训暨党员集中轮训' : '冬春季集中培训',
    day: day(random.int(2, 3)),
    start: 8 * 60 + 30,
    end: 17 * 60 + 30,
    hours: 600,
    program: `PX-${year}-${code}`,
  })
  const assembly: Meeting[] = []
  if (top.kind === 'organ-committee' && !(last && top.omitted.has('cadre-assembly')))
    assembly.push(
      meeting({
        id: `${code}-${year}-A`,
        host: top,
        kinds: ['cadre-assembly'],
        title: '机关党员干部大会',
        day: day(random.int(1, 3)),
        start: 9 * 60,
        end: 11 * 60,
        venue: '机关会议室',
      }),
    )
  const upper = organ.committees.flatMap((committee) => [
    meeting({
      id: `${committee.id}-${year}-Z`,
      host: committee,
      kinds: ['theme-day'],
      title: '党史主题党日',
      day: day(random.int(5, 7)),
      start: 9 * 60,
      end: 11 * 60,
      topics: ['党史'],
      mode: '现场教学',
      venue: '松岭革命纪念馆',
    }),
  ])
  return { training, studies, lifeMeeting, upper: [...upper, ...assembly] }
}

/** Whether somebody sits in: at the first study of the year always, and now and then. */
function isObserved(nth: number, organ: Organ, { profile }: Settings, random: Random): boolean {
  const more = random.chance(0.2)
  if (nth === 0) return true
  return profile === 'source-county' ? nth === 1 && organ.index % 3 === 0 : more
}

/** What county and working committee hold in a year. */
export interface CountyYear {
  /** Three days of rotation training of secretaries, by batch. */
  readonly secretaries: readonly (readonly Meeting[])[]
  /** Two days of training of committee members, by batch. */
  readonly committees: readonly (readonly Meeting[])[]
  /** One day of rotation training of members, by batch. */
  readonly members: readonly Meeting[]
  /** Central training for those who missed theirs. */
  readonly second: readonly Meeting[]
  /** Half days of study open to all. */
  readonly open: readonly Meeting[]
  /** Three days for candidates, by course. */
  readonly courses: readonly (readonly Meeting[])[]
  /** Thirteen days for civil servants, by class: two weeks and three days. */
  readonly classes: readonly (readonly Meeting[])[]
  /** A further week for those of consultant rank. */
  readonly refresher: Meeting
  /** One day for secretaries who have taken office, from May on each quarter. */
  readonly induction: readonly Meeting[]
  /** One day of rotation of full-time staff. */
  readonly staff: Meeting
  /** Online study of civil servants, by half-year. */
  readonly online: readonly Meeting[]
  /** Online lessons for mobile members, by quarter. */
  readonly lessons: readonly Meeting[]
}

/** Sessions of the working committee and the county committee. */
export function countyYear(tree: Tree, year: number, settings: Settings): CountyYear {
  const random = new Random(settings.seed, `county-year-${year}`)
  const { workingCommittee, county } = tree
  const branches = tree.organs.reduce((sum, organ) => sum + organ.branches.length, 0)
  const days = (month: number, count: number): EpochDay[] => {
    const workdays = workdaysOf(year, month)
    const at = random.int(0, workdays.length - count)
    return workdays.slice(at, at + count)
  }
  const batch = (
    code: string,
    kind: 'rotation-training' | 'central-training' | 'target-training' | 'induction-training',
    title: string,
    on: readonly EpochDay[],
    host: Unit,
    program = `PX-${year}-${code}`,
  ) =>
    on.map((day, i) =>
      meeting({
        id: `GW-${year}-${code}-${i + 1}`,
        host,
        coHost: host === workingCommittee && kind === 'rotation-training' ? county : null,
        kinds: [kind],
        title,
        day,
        start: 8 * 60 + 30,
        end: 17 * 60 + 30,
        // The courses of candidates need 24 hours; else a day is three hours in the morning and in the afternoon.
        hours: kind === 'target-training' ? 800 : 600,
        venue: '县委党校',
        topics: ['政治理论'],
        program,
      }),
    )
  const times = (size: number) => Math.max(2, Math.round(branches / size))
  const members = Array.from({ length: times(30) }, (_, i) =>
    batch(
      `D${i + 1}`,
      'rotation-training',
      `党员集中轮训第${i + 1}批`,
      days(4 + (i % 6), 1),
      workingCommittee,
    ),
  ).flat()
  return {
    secretaries: Array.from({ length: times(100) }, (_, i) =>
      batch(
        `S${i + 1}`,
        'rotation-training',
        `党支部书记集中轮训第${i + 1}期`,
        days(4 + (i % 3), 3),
        i % 2 === 0 ? workingCommittee : county,
      ),
    ),
    committees: Array.from({ length: times(60) }, (_, i) =>
      batch(
        `W${i + 1}`,
        'central-training',
        `支部委员培训班第${i + 1}期`,
        days(6 + (i % 4), 2),
        workingCommittee,
      ),
    ),
    members,
    second: Array.from({ length: 6 }, (_, i) =>
      batch(
        `B${i + 1}`,
        'central-training',
        `集中培训补训第${i + 1}期`,
        days(i < 2 ? 6 : 11, 1),
        workingCommittee,
      ),
    ).flat(),
    open: Array.from({ length: 16 }, (_, i) =>
      meeting({
        id: `GW-${year}-J${i + 1}`,
        host: workingCommittee,
        kinds: ['collective-study'],
        title: '机关党员学习日',
        day: days(i < 10 ? i + 2 : i - 4, 1)[0]!,
        start: 14 * 60,
        end: 18 * 60,
        hours: 400,
        venue: '学习讲堂',
      }),
    ),
    ...cadreTraining(workingCommittee, year, random, Math.max(5, times(40))),
    induction: [5, 8, 11].flatMap((month, i) =>
      batch(`R${i + 1}`, 'induction-training', `新任党组织书记任职培训第${i + 1}期`, days(month, 1), county),
    ),
    staff: batch('Z', 'rotation-training', '专职党务干部轮训', days(5, 1), workingCommittee)[0]!,
    lessons: [1, 4, 7, 10].map((month, i) =>
      meeting({
        id: `GW-${year}-L${i + 1}`,
        host: workingCommittee,
        kinds: ['online-study'],
        title: `流动党员网上课堂第${i + 1}季`,
        day: workdaysOf(year, month)[0]!,
        lastDay: workdaysOf(year, month + 2).at(-1)!,
        start: -1,
        end: -1,
        hours: 400,
        mode: '线上',
        venue: '流动党员网上课堂',
      }),
    ),
    courses: COURSE_MONTHS.map((month, i) =>
      batch(`F${i + 1}`, 'target-training', `发展对象培训班第${i + 1}期`, days(month, 3), workingCommittee),
    ),
  }
}

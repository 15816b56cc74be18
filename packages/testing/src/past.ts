import type { AttendanceRow, EpochDay } from '@xueshi/core'
import { type Deed, DeedList } from './acts.ts'
import { EVER, isMemberOn, type Organ, type Person } from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { row } from './person-year.ts'
import { branchesOf } from './planting.ts'
import { Random } from './random.ts'
import { type Meeting, meeting } from './sessions.ts'
import { workdaysOf } from './workdays.ts'

/** The program of the rotation of 2020. */
export const ROTATION_2020 = 'PX-2020-LX'

/** First year of the five; the last one is the year of the county. */
const FIRST = 2018
const TALKS = 236
const TALKS_ON_HISTORY = 28
const NOMINATED = [
  { note: '推荐党课', count: 55 },
  { note: '推荐先进典型', count: 30 },
  { note: '推荐微视频', count: 20 },
] as const
const CLASSES = ['党支部书记', '党务干部', '预备党员', '新党员'] as const
const TOPICS = ['政治理论', '党规党纪', '现代经济', '社会管理', '科学技术', '先进典型'] as const

/** What the profile adds to the year of the county. */
export interface PastRecords {
  readonly meetings: readonly Meeting[]
  readonly attendance: readonly AttendanceRow[]
  readonly deeds: readonly Deed[]
}

/**
 * The records of the years before, as the source county reports them: studies of centre groups with observers,
 * classes, talks, and the rotation of 2020; and the works recommended in the year itself.
 */
export function pastRecords(tree: Tree, settings: Settings): PastRecords {
  const meetings: Meeting[] = []
  const attendance: AttendanceRow[] = []
  for (let year = FIRST; year < settings.year; year++) {
    for (const organ of tree.organs) meetings.push(...studiesOf(organ, year, settings))
    classesOf(year, tree, settings, meetings, attendance)
  }
  rotation(tree, settings, meetings, attendance)
  meetings.push(...talks(tree, settings))
  return { meetings, attendance, deeds: nominations(tree, settings) }
}

/** The row of the rotation of 2020: near all members, in branches, together and by themselves, with one set of materials. */
export function rotationOf2020({ workingCommittee }: Tree) {
  return {
    id: ROTATION_2020,
    name: '2020年党员集中轮训',
    organization: workingCommittee.id,
    kind: '党员轮训',
    from: '2020-05-06',
    to: '2020-12-31',
    audience: ['党员'],
    items: ['支部学习', '集中学习', '个人自学', '结业测试'],
    readings: ['党员轮训读本'],
    materials: 10_000,
    assessment: '结业测试',
    hours: 32,
  }
}

/** A study in each quarter; the first of the year is observed, in every third group the second too. */
function studiesOf(organ: Organ, year: number, settings: Settings): Meeting[] {
  const random = new Random(settings.seed, `past-${organ.index}-${year}`)
  return [1, 2, 3, 4].map((quarter) => {
    const day = random.pick(workdaysOf(year, quarter * 3 - random.int(0, 2)))
    const observed = quarter === 1 || (quarter === 2 && organ.index % 3 === 0)
    return meeting({
      id: `${organ.leadership.id}-${year}-Q${quarter}`,
      host: organ.study,
      kinds: ['center-group-study'],
      title: '党组理论学习中心组集体学习研讨',
      day,
      start: 8 * 60 + 30,
      end: 11 * 60 + 30,
      venue: '机关会议室',
      topics: [quarter === 3 ? '党史' : '政治理论'],
      reportedOn: day + random.int(1, 6),
      observer: observed ? organ.leadership.parent : null,
    })
  })
}

/** Two classes of two days in each year before; with the four courses of the last one they are twelve. */
function classesOf(
  year: number,
  tree: Tree,
  settings: Settings,
  meetings: Meeting[],
  attendance: AttendanceRow[],
): void {
  const random = new Random(settings.seed, `past-classes-${year}`)
  for (let nth = 0; nth < 2; nth++) {
    const name = CLASSES[(year + nth * 2) % CLASSES.length]!
    const at = random.int(2, 12)
    const days = workdaysOf(year, nth === 0 ? 4 : 10).slice(at - 2, at)
    const held = days.map((day, i) =>
      meeting({
        id: `GW-${year}-K${nth + 1}-${i + 1}`,
        host: tree.workingCommittee,
        kinds: ['central-training'],
        title: `${name}培训班`,
        day,
        start: 8 * 60 + 30,
        end: 17 * 60 + 30,
        hours: 600,
        venue: '县委党校',
        topics: ['政治理论'],
        program: `PX-${year}-K${nth + 1}`,
      }),
    )
    meetings.push(...held)
    const share = (year - FIRST) * 2 + nth
    for (const person of membersOn(tree, days[0]!))
      if (person.ordinal % 45 === share) for (const one of held) attendance.push(row(one, person, '出席'))
  }
}

/** Each branch trains its members on a day of 2020; one in fifty is on leave. */
function rotation(tree: Tree, settings: Settings, meetings: Meeting[], attendance: AttendanceRow[]): void {
  const random = new Random(settings.seed, 'past-rotation')
  for (const branch of branchesOf(tree)) {
    if (branch.founded !== EVER) continue
    const held = meeting({
      id: `${branch.id}-2020-R`,
      host: branch,
      kinds: ['rotation-training'],
      title: '2020年党员集中轮训',
      day: random.pick(workdaysOf(2020, random.int(6, 11))),
      start: 8 * 60 + 30,
      end: 17 * 60,
      hours: 600,
      topics: ['政治理论'],
      program: ROTATION_2020,
    })
    meetings.push(held)
    for (const person of branch.people)
      if (isMemberOn(person, held.day))
        attendance.push(row(held, person, random.chance(0.02) ? '请假' : '出席'))
  }
}

/** Talks by lecturers of the bank over the five years; those on Party history mostly in 2021. */
function talks(tree: Tree, settings: Settings): Meeting[] {
  const random = new Random(settings.seed, 'past-talks')
  return Array.from({ length: TALKS + TALKS_ON_HISTORY }, (_, i) => {
    const onHistory = i >= TALKS
    const year = onHistory && i % 4 !== 0 ? 2021 : FIRST + (i % 5)
    return meeting({
      id: `GW-${year}-XJ${i + 1}`,
      host: tree.workingCommittee,
      kinds: ['party-lecture'],
      title: onHistory ? '党史宣讲' : '“百优名师”宣讲',
      day: random.pick(workdaysOf(year, random.int(3, 11))),
      start: 14 * 60 + 30,
      end: 16 * 60,
      venue: '学习讲堂',
      topics: [onHistory ? '党史' : TOPICS[i % TOPICS.length]!],
      lecturers: [tree.bank[i % tree.bank.length]!],
    })
  })
}

/** The works that branches recommended in the year. */
function nominations(tree: Tree, settings: Settings): readonly Deed[] {
  const deeds = new DeedList(`GW-${settings.year}-TJ`, settings)
  const branches = branchesOf(tree).filter((branch) => branch.founded === EVER)
  const days = workdaysOf(settings.year, 6)
  let next = 0
  for (const { note, count } of NOMINATED)
    for (let i = 0; i < count; i++) {
      const unit = branches[(next++ * 3) % branches.length]!
      deeds.enter('nomination', days[next % days.length]!, { unit, note })
    }
  return deeds.deeds
}

function* membersOn(tree: Tree, day: EpochDay): Generator<Person> {
  for (const branch of branchesOf(tree))
    for (const person of branch.people) if (isMemberOn(person, day)) yield person
}

import { type EpochDay, epochDay } from '@xueshi/core'
import { isAvailable } from './chairs.ts'
import { type Branch, type Group, isLeaderPost, NEVER, type Person } from './model.ts'
import { FIELD_VENUES, VENUES } from './names.ts'
import { occasionMeetings } from './occasions.ts'
import type { Settings } from './options.ts'
import { documentOf } from './programs.ts'
import { Random } from './random.ts'
import { type Meeting, type MeetingDraft, meeting, missed } from './sessions.ts'
import { fixedDayIndex, workdaysOf } from './workdays.ts'

const TOPICS = ['政治理论', '党规党纪', '现代经济', '社会管理', '科学技术', '先进典型'] as const

/**
 * The meetings of a branch and its groups in one year, in order of planning: a pure function of branch, year
 * and seed. Meetings of a month fall on different days, three workdays apart, counted from the fixed day.
 */
export function branchYear(
  branch: Branch,
  year: number,
  settings: Settings,
  bank: readonly Person[],
): Meeting[] {
  const random = new Random(settings.seed, `year-${branch.id}-${year}`)
  const plan = planOf(branch, year, settings, random, bank)
  const meetings: Meeting[] = []
  for (let month = 1; month <= 12; month++) monthOf(plan, month, meetings)
  yearEnd(plan, meetings)
  meetings.push(...occasionMeetings(branch, year, settings))
  if (plan.last && branch.dissolved >= NEVER && random.chance(0.3)) meetings.push(nextThemeDay(plan))
  return meetings.filter((one) => one.day >= branch.founded && one.day <= branch.dissolved)
}

interface Plan {
  readonly branch: Branch
  readonly year: number
  readonly last: boolean
  readonly random: Random
  readonly settings: Settings
  readonly bank: readonly Person[]
  readonly prefix: string
  /** Month 1..3 of the quarter in which the general meeting is held. */
  readonly generalMonth: number
  readonly lectureMonths: readonly number[]
  readonly historyMonth: number
  readonly lectureJoined: boolean
  readonly generalJoined: boolean
  readonly themeStart: number
  readonly themeLength: number
  readonly blankStatus: boolean
  readonly timelessCommittee: boolean
}

function planOf(
  branch: Branch,
  year: number,
  settings: Settings,
  random: Random,
  bank: readonly Person[],
): Plan {
  const last = year === settings.year
  const historyMonths = [3, 4, 6, 7, 8, 9, 11].filter((month) => !last || !branch.skippedThemes.has(month))
  return {
    branch,
    year,
    last,
    random,
    settings,
    bank,
    prefix: `${branch.id}-${year}`,
    generalMonth: random.int(2, 3),
    lectureMonths: [random.int(1, 3), random.int(4, 6), random.int(7, 9), random.int(10, 12)],
    historyMonth: random.pick(historyMonths),
    lectureJoined: random.chance(0.6),
    generalJoined: random.chance(0.25),
    themeStart: random.chance(0.6) ? 14 * 60 + 30 : 9 * 60,
    themeLength: random.chance(0.6) ? 120 : 90,
    blankStatus: random.chance(0.25),
    timelessCommittee: random.chance(0.2),
  }
}

/** A workday of the month, `offset` workdays from the fixed day, around the end of the month. */
function dayAt(plan: Plan, month: number, offset: number): EpochDay {
  const workdays = workdaysOf(plan.year, month)
  return workdays[(fixedDayIndex(plan.branch.fixed, plan.year, month) + offset) % workdays.length]!
}

function monthOf(plan: Plan, month: number, meetings: Meeting[]): void {
  const { branch, random, last, prefix } = plan
  const key = String(month).padStart(2, '0')
  const quarter = Math.ceil(month / 3)
  const status = plan.blankStatus ? ('blank' as const) : ('held' as const)
  const put = (draft: MeetingDraft) => meetings.push(meeting({ status, ...draft }))
  const isTheme = !(last && branch.skippedThemes.has(month))
  const isGeneral = (month - 1) % 3 === plan.generalMonth - 1 && !(last && branch.skippedGeneral.has(quarter))
  const isLecture = plan.lectureMonths.includes(month)
  const general = plan.generalJoined && isTheme && isGeneral && quarter % 2 === 0
  const lecture = plan.lectureJoined && isTheme && isLecture && !general
  const history = month === plan.historyMonth && (!last || branch.history)
  const field = random.chance(0.15)
  const theme: MeetingDraft = {
    id: `${prefix}${key}-Z`,
    host: branch,
    kinds: [
      'theme-day',
      ...(lecture ? (['party-lecture'] as const) : []),
      ...(general ? (['general-meeting'] as const) : []),
    ],
    title: history ? '“学党史、守初心”主题党日' : `${month}月主题党日`,
    day: dayAt(plan, month, 0),
    start: plan.themeStart,
    end: plan.themeStart + plan.themeLength,
    topics: [history ? (random.chance(0.5) ? '党史' : '党史学习教育') : random.pick(TOPICS)],
    // Every third month a document of that quarter is studied.
    ...(month % 3 === 0 ? { program: documentOf(plan.year, quarter) } : {}),
    ...(lecture ? { lecturers: lecturerOf(plan, dayAt(plan, month, 0)) } : {}),
    mode: field ? '现场教学' : '线下',
    // Five of the sites nobody uses.
    venue: field ? FIELD_VENUES[random.int(0, FIELD_VENUES.length - 6)]! : random.pick(VENUES),
    audience: 'branch',
    // Some clerks state the hours and no end.
    ...(random.chance(0.05) ? { end: -1, hours: 150 } : {}),
  }
  if (isTheme) put(theme)
  if (isTheme && random.chance(0.012))
    // Called off and held on another day: the fixed day's session stays in the export.
    put({ ...theme, id: `${prefix}${key}-ZQ`, day: dayAt(plan, month, 2), status: 'cancelled' })
  if (!isTheme) {
    const trace = missed(theme, branch.skippedThemes.get(month)!)
    if (trace !== null) meetings.push(trace)
  }
  if (isGeneral && !general)
    put({
      id: `${prefix}${key}-D`,
      host: branch,
      kinds: ['general-meeting'],
      title: `第${'一二三四'[quarter - 1]}季度党员大会`,
      day: dayAt(plan, month, 3),
      start: 15 * 60,
      end: 16 * 60 + 30,
      audience: 'branch',
    })
  if (isLecture && !lecture)
    put({
      id: `${prefix}${key}-K`,
      host: branch,
      kinds: ['party-lecture'],
      title: '专题党课',
      day: dayAt(plan, month, 12),
      start: 10 * 60,
      end: 11 * 60 + 30,
      topics: [random.pick(TOPICS)],
      audience: 'branch',
      lecturers: lecturerOf(plan, dayAt(plan, month, 12)),
    })
  committeeAndGroups(plan, month, key, put)
  studies(plan, month, key, put)
  if (lectureOf(plan)?.month === month) put(secretaryLecture(plan, key))
}

/** Who lectures: members of the branch in turn, somebody of the bank, or nobody who is named. */
function lecturerOf({ branch, bank, random }: Plan, day: EpochDay): Person[] {
  const draw = random.next()
  if (draw < 0.25 && bank.length > 0) return [random.pick(bank)]
  if (draw > 0.8) return []
  const fit = branch.people.filter(
    (person) =>
      person.stays.length === 1 &&
      person.full !== null &&
      person.full <= day &&
      isAvailable(person, day) &&
      !person.posts.some(isLeaderPost),
  )
  return fit.length === 0 ? [] : [random.pick(fit)]
}

/** The theme day of the month after the data end, known as a plan. */
function nextThemeDay(plan: Plan): Meeting {
  const { branch, year, themeStart, themeLength } = plan
  const workdays = workdaysOf(year + 1, 1)
  return meeting({
    id: `${branch.id}-${year + 1}01-Z`,
    host: branch,
    kinds: ['theme-day'],
    title: '1月主题党日',
    // After the day of the export, which is the fourth.
    day: workdays[Math.max(4, fixedDayIndex(branch.fixed, year + 1, 1))]!,
    start: themeStart,
    end: themeStart + themeLength,
    status: 'planned',
    audience: 'branch',
  })
}

function committeeAndGroups(
  plan: Plan,
  month: number,
  key: string,
  put: (draft: MeetingDraft) => void,
): void {
  const { branch, last, prefix, random } = plan
  const day = dayAt(plan, month, 9)
  const committee = branch.posts.some(
    (post) => post.role !== 'secretary' && post.from <= day && day <= post.to,
  )
  if (committee && !(last && branch.skippedCommittees.has(month)))
    put({
      id: `${prefix}${key}-W`,
      host: branch,
      kinds: ['committee-meeting'],
      title: `${month}月支委会`,
      day,
      start: plan.timelessCommittee ? -1 : 8 * 60 + 30,
      end: plan.timelessCommittee || random.chance(0.1) ? -1 : 9 * 60 + 30,
      audience: 'committee',
    })
  const groupDay = dayAt(plan, month, 6)
  branch.groups.forEach((group, i) => {
    if (groupDay < group.founded || groupDay > group.dissolved || (last && group.skipped.has(month))) return
    put({
      id: `${prefix}${key}-G${i + 1}`,
      host: group,
      kinds: ['group-meeting'],
      title: `${month}月党小组会`,
      day: groupDay,
      start: 16 * 60,
      end: 17 * 60,
      audience: 'group',
      group,
    })
  })
}

/** Further collective studies, spread over the year; only where a number of rows was asked for. */
function studies(plan: Plan, month: number, key: string, put: (draft: MeetingDraft) => void): void {
  const total = plan.settings.extraStudies
  const count = Math.floor((total * month) / 12) - Math.floor((total * (month - 1)) / 12)
  for (let i = 0; i < count; i++)
    put({
      id: `${plan.prefix}${key}-X${i + 1}`,
      host: plan.branch,
      kinds: ['collective-study'],
      title: '集体学习',
      day: dayAt(plan, month, 1 + i),
      start: 17 * 60,
      end: 17 * 60 + 30,
      audience: 'branch',
    })
}

function lectureOf({ branch, last }: Plan): Branch['lecture'] {
  if (last) return branch.lecture
  return branch.earlierLecturer === null ? null : { by: branch.earlierLecturer, month: 6, record: 'row' }
}

function secretaryLecture(plan: Plan, key: string): MeetingDraft {
  const { by, record, month } = lectureOf(plan)!
  return {
    id: `${plan.prefix}${key}-S`,
    host: plan.branch,
    kinds: record === 'other-kind' ? ['collective-study'] : ['party-lecture'],
    title: record === 'listener' ? '专题党课' : '书记讲党课',
    day: dayAt(plan, month, 14),
    start: 10 * 60,
    end: 11 * 60,
    topics: ['政治理论'],
    audience: 'branch',
    lecturers: record === 'listener' ? [] : [by],
    namedOnly: record === 'named',
    status: record === 'cancelled' ? 'cancelled' : 'held',
  }
}

/** Organizational life meeting and appraisal: joined or apart, of the branch or of each of its groups. */
function yearEnd(plan: Plan, meetings: Meeting[]): void {
  const { branch, year, random, last, prefix } = plan
  const manner = last ? branch.orgLife : 'usual'
  const joined = manner === 'usual' && random.chance(0.7)
  const month = random.int(10, 12)
  const early = random.int(4, 6)
  const appraised = !(last && branch.appraisal === 'missing')
  const put = (suffix: string, host: Branch | Group, kinds: Meeting['kinds'], title: string, day: EpochDay) =>
    meetings.push(
      meeting({
        id: `${prefix}-${suffix}`,
        host,
        kinds,
        title,
        day,
        start: 14 * 60 + 30,
        end: random.chance(0.1) ? -1 : 17 * 60,
        audience: host === branch ? 'branch' : 'group',
        group: host === branch ? null : (host as Group),
      }),
    )
  const lifeDay = dayAt(plan, manner === 'early' ? early : month, 15)
  if (manner === 'by-groups')
    branch.groups.forEach((group, i) => {
      put(`L${i + 1}`, group, ['org-life-meeting'], '党小组组织生活会', lifeDay + 0)
    })
  else if (manner !== 'missing')
    put(
      'L',
      branch,
      joined && appraised ? ['org-life-meeting', 'democratic-appraisal'] : ['org-life-meeting'],
      `${year}年度组织生活会`,
      lifeDay,
    )
  if (appraised && !joined)
    put('P', branch, ['democratic-appraisal'], '民主评议党员', lastWorkday(year, random.int(10, 12)))
}

function lastWorkday(year: number, month: number): EpochDay {
  return workdaysOf(year, month).at(-1) ?? epochDay(year, month, 28)
}

/** A small county and plans of it written by hand. */
import { buildDataset, type DatasetRows, parseDate, type WorkdayCalendar } from '@xueshi/core'
import type { Plan, PlannedSession } from '../src/plan.ts'

/** March 2026: the 2nd is a Monday. The 28th of February is a Saturday that is worked. */
export const workdays: WorkdayCalendar = {
  name: 'by hand',
  isWorkday(date) {
    if (date === '2026-02-28') return true
    if (date === '2026-12-31') return undefined
    // 1970-01-01 was a Thursday.
    return (parseDate(date) + 3) % 7 < 5
  },
}

export const rows: DatasetRows = {
  organizations: [
    { id: 'committee', name: '财政局机关党委', kind: '机关党委' },
    { id: 'b1', name: '预算支部', kind: '党支部', parent: 'committee' },
    { id: 'g1', name: '预算一组', kind: '党小组', parent: 'b1' },
    {
      id: 'b2',
      name: '国库支部',
      kind: '党支部',
      parent: 'committee',
      founded: '2020-01-01',
      dissolved: '2026-06-30',
    },
  ],
  members: [
    { id: 'anna', name: '甲', status: '正式党员', organization: 'b1', group: 'g1' },
    { id: 'bert', name: '乙', status: '正式党员', organization: 'b1' },
    { id: 'cleo', name: '丙', status: '正式党员', organization: 'b2' },
    { id: 'dora', name: '丁', status: '正式党员', organization: 'b2', leftOn: '2026-05-01' },
  ],
  affiliations: [
    { member: 'bert', organization: 'b1', from: '2020-01-01', to: '2026-03-31' },
    { member: 'bert', organization: 'b2', from: '2026-04-01' },
  ],
  posts: [],
  sessions: [],
  attendance: [],
  lecturers: [
    { id: 'L1', name: '甲', member: 'anna' },
    { id: 'L2', name: '专家' },
  ],
  venues: [
    { id: 'hall', name: '礼堂', capacity: 3, shared: true, open: '工作日 9:00-12:00、14:00-17:00' },
    { id: 'museum', name: '纪念馆', shared: true, open: '另行通知' },
    { id: 'room', name: '会议室', shared: true },
  ],
  export: [{ exportedOn: '2026-01-01', from: '2026-01-01', to: '2026-01-01' }],
}

export const dataset = buildDataset(rows)

/** A session of two hours on 3 March 2026 with what differs. */
export function session(id: string, other: Partial<PlannedSession> = {}): PlannedSession {
  const date = other.start?.slice(0, 10) ?? '2026-03-03'
  return {
    id,
    organization: 'b1',
    coHosts: [],
    kinds: ['theme-day'],
    title: '主题党日',
    start: `${date}T09:00+08:00`,
    end: `${date}T11:00+08:00`,
    date,
    lastDay: other.end?.slice(0, 10) ?? date,
    hours: 2,
    mode: 'in-person',
    topics: [],
    lecturers: [],
    venue: null,
    observers: [],
    attendees: ['anna'],
    serves: [{ rule: 'national/branch/theme-day', window: date.slice(0, 7) }],
    notes: [],
    status: 'planned',
    provisional: false,
    ...other,
  }
}

/** A session from one time to another of 3 March 2026. */
export function at(
  id: string,
  from: string,
  to: string,
  other: Partial<PlannedSession> = {},
): PlannedSession {
  return session(id, { start: `2026-03-03T${from}+08:00`, end: `2026-03-03T${to}+08:00`, ...other })
}

export function plan(...sessions: readonly PlannedSession[]): Plan {
  return {
    version: 1,
    year: 2026,
    calendar: { name: 'by hand', status: 'published' },
    seed: 1,
    sessions,
    unmet: [],
    unasked: [],
    asked: [],
  }
}

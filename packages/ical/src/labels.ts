import type { Locale } from '@xueshi/core'

/** The words that feeds are written with. */
export interface Labels {
  readonly kinds: string
  readonly host: string
  readonly coHosts: string
  readonly observers: string
  readonly lecturers: string
  readonly topics: string
  readonly program: string
  readonly mode: string
  readonly hours: string
  readonly status: string
  readonly timeless: string
  readonly start: string
  readonly endless: string
  readonly cancelled: string
  /** A session of which the kind is not known. */
  readonly anySession: string
  readonly ownCapacity: string
  readonly ownRecord: string
  readonly ownHours: string
  readonly countsFor: string
  readonly myFeed: string
  readonly leaderFeed: string
  readonly lecturerFeed: string
  readonly venueFeed: string
  readonly countyFeed: string
  /** Between a name and what the feed holds. */
  readonly feedOf: string
  readonly lecturesOf: string
  readonly useOf: string
  readonly list: string
  readonly colon: string
  readonly open: string
  readonly close: string
}

/** The words of both languages. */
export const LABELS: Record<Locale, Labels> = {
  'zh-CN': {
    kinds: '活动类型',
    host: '主办',
    coHosts: '联办',
    observers: '列席单位',
    lecturers: '主讲人',
    topics: '内容分类',
    program: '培训项目',
    mode: '方式',
    hours: '学时',
    status: '状态',
    timeless: '只注明日期，未注明具体时间',
    start: '开始时间',
    endless: '未注明结束时间',
    cancelled: '【取消】',
    anySession: '组织生活',
    ownCapacity: '本人身份',
    ownRecord: '本人出席情况',
    ownHours: '本人学时',
    countsFor: '计入',
    myFeed: '我的组织生活',
    leaderFeed: '我的双重组织生活',
    lecturerFeed: '授课安排',
    venueFeed: '场地使用安排',
    countyFeed: '全县组织生活',
    feedOf: '的组织生活',
    lecturesOf: '的授课安排',
    useOf: '使用安排',
    list: '、',
    colon: '：',
    open: '（',
    close: '）',
  },
  en: {
    kinds: 'Kind',
    host: 'Host',
    coHosts: 'Co-hosts',
    observers: 'Observers',
    lecturers: 'Lecturers',
    topics: 'Topics',
    program: 'Programme',
    mode: 'Mode',
    hours: 'Hours',
    status: 'Status',
    timeless: 'Only the day is stated, not the time',
    start: 'Start',
    endless: 'The end is not stated',
    cancelled: '[Cancelled] ',
    anySession: 'Organizational life',
    ownCapacity: 'Your capacity',
    ownRecord: 'Your attendance',
    ownHours: 'Your hours',
    countsFor: 'Counts for',
    myFeed: 'My organizational life',
    leaderFeed: 'My two organizational lives',
    lecturerFeed: 'Lectures',
    venueFeed: 'Use of the venue',
    countyFeed: 'Organizational life of the county',
    feedOf: ': organizational life',
    lecturesOf: ': lectures',
    useOf: ': use',
    list: ', ',
    colon: ': ',
    open: ' (',
    close: ')',
  },
}

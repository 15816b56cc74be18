/** Requirements that count, whole explanations as a secretary would read them. */
import { describe, expect, test } from 'vitest'
import { attended, hours, requirement, session, themeDay } from '../check/fixture.ts'
import { afterRemedy, text, titled } from './told.ts'

describe('requirements that count', () => {
  test('sessions of the calendar', () => {
    const sessions = [
      session('s1', 'theme-day', '2025-02-28', { title: '二月主题党日' }),
      session('s2', 'theme-day', '2025-03-10', { title: '三月主题党日', status: '取消' }),
      session('s3', 'theme-day', '2025-04-02', { title: '补三月主题党日' }),
    ]
    const rule = titled(themeDay, '主题党日每月开展', 'A theme day each month')
    expect(text(rule, { sessions }, ['b', '2025-03', '2025-12-31'])).toEqual([
      'verdict: 主题党日每月开展（2025-03）：未达标，已有 0 次，要求 1 次',
      '  applies: 适用对象：党支部',
      '    applies: 2025-03-01 至 2025-03-31 一直属于适用对象，共 31 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：每月，2025-03-01 至 2025-03-31；检查日 2025-12-31，期间已结束',
      '  quote: 《测试规定》（二手来源）',
      '  missing: 期间内没有可计的主题党日',
      '  left-out: 2025-03-10 09:00 s2 三月主题党日：不计：活动已取消',
      '  left-out: 2025-02-28 09:00 s1 二月主题党日：不计：不在期间内',
      '  left-out: 2025-04-02 09:00 s3 补三月主题党日：不计：不在期间内',
      '  compare: 要求：主题党日不少于 1 次；现有 0 次',
      '  change: 期间内如有 1 次主题党日已经举办而没有登记，请补录，补录后即达标；没有举办的，期间已过，不能事后补救。',
    ])
    expect(text(rule, { sessions }, ['b', '2025-03', '2025-12-31'], 'en')).toEqual([
      'verdict: A theme day each month (2025-03): not met, 0 sessions of 1 session',
      '  applies: applies to: branch',
      '    applies: in scope on 31 days of the window: 2025-03-01..2025-03-31',
      '    applies: owed by those in scope for the whole window',
      '  window: window: each month, 2025-03-01..2025-03-31; checked as of 2025-12-31, closed',
      '  quote: 《测试规定》 (secondary: the number was seen second-hand only)',
      '  missing: nothing that counts in the window: theme day',
      '  left-out: 2025-03-10 09:00 s2 三月主题党日: left out: the session was cancelled',
      '  left-out: 2025-02-28 09:00 s1 二月主题党日: left out: outside the window',
      '  left-out: 2025-04-02 09:00 s3 补三月主题党日: left out: outside the window',
      '  compare: asked: theme day: at least 1 session; measured 0 sessions, required 1 session',
      '  change: it would be met if 1 session more (theme day) took place in the window and were not recorded; otherwise the time has passed',
    ])
    expect(afterRemedy(rule, { sessions }, 'b', '2025-03', '2025-12-31')).toEqual({
      kind: 'record',
      steps: [
        {
          attendance: null,
          change: 'add-sessions',
          dates: ['2025-03-31'],
          kind: 'theme-day',
          mode: null,
          organization: 'b',
          topic: null,
        },
      ],
      verdict: 'met',
    })
  })

  test('hours with overlap, caps, other kinds and reasons to leave out', () => {
    const sessions = [
      session('s1', 'party-lecture', '2025-03-03', { title: '党课' }),
      session('s2', 'party-lecture', '2025-03-03', {
        start: '2025-03-03T10:00+08:00',
        end: '2025-03-03T13:00+08:00',
      }),
      session('s3', 'central-training', '2025-04-03', { hours: 12 }),
      session('s4', 'theme-day', '2025-05-03'),
      session('s5', 'theme-day', '2025-10-01', { status: '计划' }),
      session('s6', 'party-lecture', '2025-06-03'),
      session('s7', 'org-life-meeting', '2025-07-03'),
    ]
    const attendance = [
      ...['s1', 's2', 's3', 's5', 's7'].map((id) => attended(id)),
      attended('s4', { status: '缺席' }),
      attended('s6', { capacity: '列席' }),
    ]
    const rule = titled(hours, '党员年度学时', 'Hours of members')
    expect(text(rule, { sessions, attendance }, ['m', '2025', '2025-09-30'])).toEqual([
      'verdict: 党员年度学时（2025）：尚未完成，已有 11 学时，要求 32 学时，还差 21 学时，最迟 2025-12-31',
      '  applies: 适用对象：未停止党籍的正式党员、预备党员',
      '    applies: 2025-01-01 至 2025-09-30 一直属于适用对象，共 273 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '    applies: 标签为年老体弱、行动不便、身患重病、失能的党员不作硬性要求（《测试规定》）',
      '      quote: 《测试规定》（二手来源）',
      '  window: 期间：每年，2025-01-01 至 2025-12-31；检查日 2025-09-30，期间尚未结束',
      '  parameter: 数量为 32 学时（2000-01-01 起施行）',
      '    quote: 《测试规定》（二手来源）',
      '  left-out: 2025-03-03 09:00 s1 党课：不计：与 s2 时间重叠，只计学时多的一个',
      '  counted: 2025-03-03 10:00 s2：计 3 学时',
      '  counted: 2025-04-03 09:00 s3：计 8 学时（原 12 学时，超过每日上限）',
      '  left-out: 2025-05-03 09:00 s4：不计：缺席',
      '  left-out: 2025-06-03 09:00 s6：不计：列席旁听不计',
      '  left-out: 2025-10-01 09:00 s5：不计：活动尚未举行',
      '  left-out: 另有 1 条考勤的活动类型、内容或者方式不符，不计：组织生活会 1 次',
      '  compare: 要求：集中学习培训不少于 32 学时；现有 11 学时',
      '  change: 在 2025-12-31 前再参加 21 学时的集中学习培训，即达标。',
    ])
    expect(afterRemedy(rule, { sessions, attendance }, 'm', '2025', '2025-09-30')).toEqual({
      kind: 'do',
      steps: [
        {
          attendance: {
            capacity: 'member',
            hours: 8,
            member: 'm',
          },
          change: 'add-sessions',
          dates: ['2025-09-30', '2025-10-02'],
          kind: 'general-meeting',
          mode: null,
          organization: 'b',
          topic: null,
        },
        {
          attendance: {
            capacity: 'member',
            hours: 5,
            member: 'm',
          },
          change: 'add-sessions',
          dates: ['2025-10-03'],
          kind: 'general-meeting',
          mode: null,
          organization: 'b',
          topic: null,
        },
      ],
      verdict: 'met',
    })
  })

  test('acts that are too many', () => {
    const rule = requirement({
      id: 'branch/bulletins',
      title: { 'zh-CN': '通报不宜过多', en: 'Not too many bulletins' },
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { each: 'year' },
      demand: { measure: 'acts', count: { acts: ['bulletin'] }, atMost: 1 },
    })
    const acts = [
      { id: 'a1', kind: '通报', date: '2025-03-03', organization: 'b', document: '临支发〔2025〕1号' },
      { id: 'a2', kind: '通报', date: '2025-06-03', organization: 'b' },
    ]
    expect(text(rule, { acts }, ['b', '2025', '2025-12-31'])).toEqual([
      'verdict: 通报不宜过多（2025）：未达标，现有 2 次，应不超过 1 次',
      '  applies: 适用对象：党支部',
      '    applies: 2025-01-01 至 2025-12-31 一直属于适用对象，共 365 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：每年，2025-01-01 至 2025-12-31；检查日 2025-12-31，期间已结束',
      '  quote: 《测试规定》（二手来源）',
      '  counted: 2025-03-03 a1 通报（临支发〔2025〕1号）：计 1 次',
      '  counted: 2025-06-03 a2 通报：计 1 次',
      '  compare: 要求：“通报”记录不超过 1 次；现有 2 次',
      '  change: 超出 1 次：“通报”记录。如属误登，更正后即达标；确有其事的，不能更改记录。',
    ])
    expect(afterRemedy(rule, { acts }, 'b', '2025', '2025-12-31')).toEqual({
      kind: 'correct',
      steps: [
        {
          acts: ['a2'],
          change: 'remove-acts',
        },
      ],
      verdict: 'met',
    })
  })

  test('sessions that are too many', () => {
    const rule = requirement({
      id: 'member/online',
      subject: 'member',
      who: { status: ['full'] },
      window: { each: 'year' },
      demand: { measure: 'sessions', count: { modes: ['online'] }, atMost: 0 },
    })
    const sessions = [session('s1', 'theme-day', '2025-03-03', { mode: '线上' })]
    const additions = { sessions, attendance: [attended('s1')] }
    expect(afterRemedy(rule, additions, 'm', '2025', '2025-12-31')).toEqual({
      kind: 'correct',
      steps: [
        {
          change: 'remove-attendance',
          member: 'm',
          sessions: ['s1'],
        },
      ],
      verdict: 'met',
    })
  })
})

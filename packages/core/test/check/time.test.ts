import { describe, expect, test } from 'vitest'
import {
  attended,
  findingsOf,
  generalMeeting,
  hours,
  lifeMeetingQ4,
  number,
  requirement,
  session,
  source,
  themeDay,
  verdictsOf,
} from './fixture.ts'

describe('clause 1: asOf means the end of that day', () => {
  test('a window whose last day is asOf is closed', () => {
    expect(verdictsOf([themeDay], {}, '2025-01-30')['b 2025-01']).toBe('pending')
    expect(verdictsOf([themeDay], {}, '2025-01-31')['b 2025-01']).toBe('breached')
  })

  test('a session in the evening of asOf counts', () => {
    const sessions = [
      session('s', 'theme-day', '2025-01-20', {
        start: '2025-01-20T23:30+08:00',
        end: '2025-01-20T23:59+08:00',
      }),
    ]
    expect(verdictsOf([themeDay], { sessions }, '2025-01-20')['b 2025-01']).toBe('met')
  })

  test('a session after asOf is planned whatever its status says', () => {
    const sessions = [session('s', 'theme-day', '2025-01-20', { status: '已举办' })]
    expect(verdictsOf([themeDay], { sessions }, '2025-01-19')['b 2025-01']).toBe('pending')
  })

  test('facts dated after asOf are not yet true', () => {
    const organizations = [{ id: 'b2', name: '第二党支部', kind: 'branch', founded: '2025-06-01' }]
    expect(verdictsOf([themeDay], { organizations }, '2025-03-31')).not.toHaveProperty('b2 2025-06')
    expect(verdictsOf([themeDay], { organizations }, '2025-03-31')['b2 2025-03']).toBe('not-applicable')
  })
})

describe('clause 2: a session belongs to the day of its start in Asia/Shanghai', () => {
  test('an instant in another zone is brought to Shanghai first', () => {
    const sessions = [
      session('s', 'theme-day', '2025-01-31', { start: '2025-01-31T16:30Z', end: '2025-01-31T18:00Z' }),
    ]
    const verdicts = verdictsOf([themeDay], { sessions }, '2025-02-28')
    expect(verdicts['b 2025-01']).toBe('breached')
    expect(verdicts['b 2025-02']).toBe('met')
  })

  test.each([
    ['blank, before the export date', undefined, '2025-12-31', 'met'],
    ['planned', '计划', '2025-12-31', 'breached'],
    ['cancelled', '取消', '2025-12-31', 'breached'],
    ['held', '已举办', '2025-12-31', 'met'],
  ])('status %s', (_, status, asOf, verdict) => {
    const sessions = [session('s', 'theme-day', '2025-01-20', status === undefined ? {} : { status })]
    expect(verdictsOf([themeDay], { sessions }, asOf)['b 2025-01']).toBe(verdict)
  })

  test('blank status after the export date is planned', () => {
    const exported = [{ exportedOn: '2025-01-10', from: '2025-01-01', to: '2025-12-31' }]
    const sessions = [session('s', 'theme-day', '2025-01-20')]
    expect(verdictsOf([themeDay], { sessions, export: exported }, '2025-01-31')['b 2025-01']).toBe('breached')
    expect(verdictsOf([themeDay], { sessions, export: exported }, '2025-01-20')['b 2025-01']).toBe('pending')
  })
})

describe('clause 3: an open window is met, pending or already breached, never unknown', () => {
  test('met as soon as the bound is reached', () => {
    const sessions = [session('s', 'general-meeting', '2025-01-20')]
    expect(verdictsOf([generalMeeting], { sessions }, '2025-01-20')['b 2025-Q1']).toBe('met')
  })

  test('pending names what is missing and until when', () => {
    const [finding] = findingsOf([generalMeeting], {}, '2025-02-01')
    expect(finding).toMatchObject({ verdict: 'pending', measured: 0, required: 1, due: '2025-03-31' })
    expect(finding!.message()).toContain('还差 1 次')
    expect(finding!.message('en')).toContain('1 session missing, due 2025-03-31')
  })

  test('already breached where the hours that are left in the year cannot be earned any more', () => {
    const sessions = [session('s', 'party-lecture', '2025-05-05', { hours: 8 })]
    const attendance = [attended('s')]
    const on = (asOf: string) => verdictsOf([hours], { sessions, attendance }, asOf)['m 2025']
    // 24 hours are missing: three days of eight hours.
    expect(on('2025-12-28')).toBe('pending')
    expect(on('2025-12-29')).toBe('breached')
  })

  test('a part of the window that is over cannot be met any more', () => {
    const q2 = requirement({
      ...lifeMeetingQ4,
      id: 'branch/life-meeting-q2',
      demand: { measure: 'sessions', count: { kinds: ['org-life-meeting'], quarter: 2 }, atLeast: 1 },
    })
    expect(verdictsOf([q2], {}, '2025-06-29')['b 2025']).toBe('pending')
    expect(verdictsOf([q2], {}, '2025-06-30')['b 2025']).toBe('breached')
  })

  test('an open window is not unknown for lack of coverage', () => {
    const covers = { from: '2025-02-01', to: '2025-02-28' }
    expect(verdictsOf([generalMeeting], { covers }, '2025-03-15')['b 2025-Q1']).toBe('pending')
  })
})

describe('clause 4: a closed window with uncovered days is unknown unless what is known decides', () => {
  const covers = { from: '2025-02-01', to: '2025-12-31' }

  test('unknown names the days', () => {
    const finding = findingsOf([generalMeeting], { covers }).find((found) => found.window.key === '2025-Q1')!
    expect(finding.verdict).toBe('unknown')
    expect(finding.message()).toContain('2025-01-01..2025-01-31')
  })

  test('enough counted is met all the same', () => {
    const sessions = [session('s', 'general-meeting', '2025-02-20')]
    expect(verdictsOf([generalMeeting], { covers, sessions })['b 2025-Q1']).toBe('met')
  })

  test('an exceeded cap is breached all the same', () => {
    const atMostOne = requirement({
      ...generalMeeting,
      id: 'branch/at-most-one',
      demand: { measure: 'sessions', count: { kinds: ['general-meeting'] }, atMost: 1 },
    })
    const two = [
      session('s1', 'general-meeting', '2025-02-20'),
      session('s2', 'general-meeting', '2025-03-20'),
    ]
    expect(verdictsOf([atMostOne], { covers, sessions: two })['b 2025-Q1']).toBe('breached')
    expect(verdictsOf([atMostOne], { covers, sessions: two.slice(1) })['b 2025-Q1']).toBe('unknown')
  })

  test('windows that ended before the data begins are not judged', () => {
    const windows = Object.keys(verdictsOf([themeDay], { covers }, '2025-03-31'))
    expect(windows).toEqual(['b 2025-02', 'b 2025-03'])
  })

  test('windows that closed after the data ends are unknown', () => {
    const covered = { from: '2025-01-01', to: '2025-02-15' }
    const verdicts = verdictsOf([themeDay], { covers: covered }, '2025-03-31')
    expect(verdicts).toEqual({ 'b 2025-01': 'breached', 'b 2025-02': 'unknown', 'b 2025-03': 'unknown' })
  })
})

describe('clause 5: the parameter version in force on the first day of the window', () => {
  const dated = requirement({
    ...hours,
    id: 'member/dated-hours',
    parameters: {
      hours: {
        ...number(24, 'hour'),
        versions: [
          { value: 8, from: '2023-07-01', to: '2024-06-30', citations: [source] },
          { value: 16, from: '2024-07-01', citations: [source] },
        ],
      },
    },
  })
  const covers = { from: '2023-01-01', to: '2025-12-31' }

  test('no duty is made backwards, and none exists before the first version', () => {
    const required = Object.fromEntries(
      findingsOf([dated], { covers }).map((finding) => [
        finding.window.key,
        [finding.verdict, finding.required],
      ]),
    )
    expect(required).toEqual({
      2023: ['not-applicable', null],
      2024: ['breached', 8],
      2025: ['breached', 16],
    })
  })
})

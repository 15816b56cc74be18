import {
  buildDataset,
  check,
  type DatasetRows,
  defineConfig,
  definePlugin,
  type Ledger,
  openLedger,
  type Problem,
  XueshiError,
} from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { hours, moreHours, themeDay } from '../check/fixture.ts'

const rules = [hours, moreHours, themeDay]
const config = defineConfig({
  name: 'test',
  plugins: [
    definePlugin({ name: 'p', version: '1.0.0', title: { 'zh-CN': '测', en: 't' }, rules, presets: {} }),
  ],
  rules: Object.fromEntries(rules.map(({ id }) => [`p/${id}`, 'error'])),
})

const ROWS: DatasetRows = {
  organizations: [
    { id: 'c', name: '县委', kind: '县委' },
    { id: 'b1', name: '第一党支部', kind: '党支部', parent: 'c' },
    { id: 'b2', name: '第二党支部', kind: '党支部', parent: 'c' },
    { id: 'l', name: '党组', kind: '党组', parent: 'c' },
  ],
  members: [
    { id: 'p1', name: '甲', status: '正式党员', organization: 'b1' },
    { id: 'p2', name: '乙', status: '正式党员', organization: 'b2' },
  ],
  affiliations: [{ member: 'p1', organization: 'b1', from: '2015-01-01' }],
  posts: [{ member: 'p2', organization: 'b2', role: '支部书记', from: '2020-01-01' }],
  sessions: [
    {
      id: 's1',
      organization: 'b1',
      kinds: ['主题党日'],
      start: '2025-03-05T14:00+08:00',
      hours: 8,
      status: '已举办',
    },
    {
      id: 's2',
      organization: 'b1',
      kinds: ['集体学习'],
      start: '2025-04-07T09:00+08:00',
      hours: 8,
      status: '已举办',
    },
  ],
  attendance: [{ session: 's1', member: 'p1', status: '出席' }],
  export: [{ from: '2025-01-01', to: '2025-12-31' }],
}

const open = () => openLedger(buildDataset(ROWS), config, { asOf: '2025-12-31' })
const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code)

/** Hours of a year that a member has, and what is required. */
function measured(ledger: Ledger, member: string, rule = 'p/member/hours') {
  const found = ledger.standingOfMember(member).findings.find((finding) => finding.rule === rule)
  return [found?.measured, found?.required, found?.verdict]
}

describe('attendance', () => {
  test('is recorded, corrected and withdrawn', () => {
    const ledger = open()
    expect(measured(ledger, 'p1')).toEqual([8, 32, 'breached'])
    expect(ledger.record({ session: 's2', member: 'p1', status: '出席', hours: 5 })).toEqual([])
    expect(measured(ledger, 'p1')).toEqual([13, 32, 'breached'])
    expect(ledger.correct({ session: 's2', member: 'p1', status: '请假' })).toEqual([])
    expect(measured(ledger, 'p1')).toEqual([8, 32, 'breached'])
    expect(ledger.withdraw('s1', 'p1')).toEqual([])
    expect(measured(ledger, 'p1')).toEqual([0, 32, 'breached'])
    expect(
      ledger
        .dataset()
        .attendanceOf('p1')
        .map(({ session, status }) => [session, status]),
    ).toEqual([['s2', 'excused']])
  })

  test('recorded twice: the better row is kept, as in a dataset', () => {
    const ledger = open()
    expect(codes(ledger.record({ session: 's1', member: 'p1', status: '缺席' }))).toEqual([
      'attendance-conflict',
    ])
    expect(measured(ledger, 'p1')).toEqual([8, 32, 'breached'])
    expect(codes(ledger.record({ session: 's1', member: 'p1', status: '出席' }))).toEqual([
      'attendance-duplicate',
    ])
    expect(codes(ledger.record({ session: 's1', member: 'p1', status: '出席', hours: 3 }))).toEqual([
      'attendance-conflict',
    ])
    expect(measured(ledger, 'p1')).toEqual([3, 32, 'breached'])
  })

  test('made up at another session earns its hours once that session is known', () => {
    const ledger = open()
    expect(
      codes(ledger.record({ session: 's2', member: 'p1', status: '补学', makeUpSession: 's9' })),
    ).toEqual(['unknown-session'])
    expect(measured(ledger, 'p1')).toEqual([8, 32, 'breached'])
    ledger.hold({
      id: 's9',
      organization: 'b1',
      kinds: ['集体学习'],
      start: '2025-05-06',
      hours: 4,
      status: '已举办',
    })
    expect(ledger.correct({ session: 's2', member: 'p1', status: '补学', makeUpSession: 's9' })).toEqual([])
    expect(measured(ledger, 'p1')).toEqual([12, 32, 'breached'])
  })
})

describe('sessions', () => {
  test('are added, and change what organizations and members have', () => {
    const ledger = open()
    const themeDays = () =>
      ledger.standingOfOrganization('b2').rules.find(({ rule }) => rule === 'p/branch/theme-day')!.summary.met
    expect(themeDays()).toBe(0)
    const row = {
      id: 's3',
      organization: 'b2',
      kinds: ['主题党日'],
      start: '2025-06-05',
      hours: 6,
      status: '已举办',
    }
    expect(ledger.hold({ ...row, participants: ['p2', '乙', '丁'] }).map(({ code }) => code)).toEqual([
      'unknown-member',
    ])
    expect(themeDays()).toBe(1)
    expect(measured(ledger, 'p2', 'p/secretary/hours')).toEqual([6, 56, 'breached'])
    expect(ledger.hold({ ...row, status: '取消' })).toEqual([])
    expect(themeDays()).toBe(0)
    expect(measured(ledger, 'p2', 'p/secretary/hours')).toEqual([0, 56, 'breached'])
  })

  test('with an unknown host are kept and count for nobody', () => {
    const ledger = open()
    const row = { id: 's4', organization: '无此组织', kinds: ['主题党日'], start: '2025-06-05' }
    expect(codes(ledger.hold(row))).toEqual(['unknown-organization'])
    expect(ledger.dataset().session('s4')?.organization).toBe('无此组织')
  })
})

describe('places and posts', () => {
  test('a transfer counts from its day on, until the next one that is known', () => {
    const ledger = open()
    ledger.transfer({ member: 'p1', organization: 'b2', from: '2025-07-01' })
    ledger.transfer({ member: 'p1', organization: 'c', from: '2025-05-01' })
    const dataset = ledger.dataset()
    expect(
      ['2025-04-30', '2025-05-01', '2025-06-30', '2025-07-01'].map(
        (day) => dataset.placeOn('p1', day).branch,
      ),
    ).toEqual(['b1', 'c', 'c', 'b2'])
    expect(dataset.member('p1')?.branch).toBe('b2')
    expect(ledger.standingOfMember('p1').findings.every(({ organization }) => organization === 'b2')).toBe(
      true,
    )
  })

  test('an appointment brings the duty of the post, a dismissal ends it', () => {
    const ledger = open()
    ledger.appoint({ member: 'p1', organization: 'b1', role: '支部书记', from: '2024-06-01' })
    expect(measured(ledger, 'p1', 'p/secretary/hours')).toEqual([8, 56, 'breached'])
    expect(measured(ledger, 'p1')[2]).toBe('not-applicable')
    expect(ledger.dismiss({ member: 'p1', organization: 'b1', role: '支部书记', to: '2024-12-31' })).toEqual(
      [],
    )
    expect(measured(ledger, 'p1')).toEqual([8, 32, 'breached'])
    expect(ledger.dataset().posts.find(({ member }) => member === 'p1')?.to).toBe('2024-12-31')
  })
})

describe('faults', () => {
  const FAULTS: readonly (readonly [string, (ledger: Ledger) => readonly Problem[], string])[] = [
    [
      'a member nobody knows',
      (l) => l.record({ session: 's1', member: 'p9', status: '出席' }),
      'unknown-member',
    ],
    [
      'a session nobody knows',
      (l) => l.record({ session: 's9', member: 'p1', status: '出席' }),
      'unknown-session',
    ],
    [
      'a status nobody knows',
      (l) => l.record({ session: 's1', member: 'p1', status: '神游' }),
      'unknown-word',
    ],
    ['nothing to withdraw', (l) => l.withdraw('s2', 'p1'), 'unknown-attendance'],
    [
      'a session without a start',
      (l) => l.hold({ id: 's9', organization: 'b1', kinds: ['党课'], start: '' }),
      'missing-value',
    ],
    [
      'a transfer to nowhere',
      (l) => l.transfer({ member: 'p1', organization: 'x', from: '2025-01-01' }),
      'unknown-organization',
    ],
    [
      'a transfer to a leadership group',
      (l) => l.transfer({ member: 'p1', organization: 'l', from: '2025-01-01' }),
      'not-a-branch',
    ],
    ['a post twice', (l) => l.appoint({ ...ROWS.posts![0]! }), 'duplicate-record'],
    [
      'a post nobody holds',
      (l) => l.dismiss({ member: 'p1', organization: 'b1', role: '支部书记', to: '2025-01-01' }),
      'unknown-post',
    ],
  ]
  test.each(FAULTS)('%s is a problem of the data and changes nothing', (_, event, code) => {
    const ledger = open()
    const before = ledger.dataset()
    const standing = ledger.standingOfMember('p1').findings.map((finding) => finding.message())
    const problems = event(ledger)
    expect(codes(problems)).toEqual([code])
    expect(ledger.dataset().hash).toBe(before.hash)
    expect(ledger.dataset().problems.at(-1)).toEqual(problems[0])
    expect(ledger.standingOfMember('p1').findings.map((finding) => finding.message())).toEqual(standing)
  })

  test('a cell that is wrong is left out, as in a dataset', () => {
    const ledger = open()
    const problems = ledger.record({ session: 's2', member: 'p1', status: '出席', hours: -1 })
    expect(codes(problems)).toEqual(['out-of-range'])
    expect(measured(ledger, 'p1')).toEqual([16, 32, 'breached'])
  })

  test('an id nobody knows is a fault of the program', () => {
    const ledger = open()
    expect(() => ledger.standingOfMember('p9')).toThrow(XueshiError)
    expect(() => ledger.standingOfOrganization('x')).toThrow(XueshiError)
    expect(() => ledger.moveTo('2025-02-30')).toThrow(XueshiError)
  })

  test('no citizen number shows in a problem', () => {
    const problems = open().record({ session: 's1', member: '110101199003071233', status: '出席' })
    expect(JSON.stringify(problems)).not.toMatch(/\d{8}/)
  })
})

test('the dataset that was opened does not change, and one of a ledger can be opened again', () => {
  const dataset = buildDataset(ROWS)
  const hash = buildDataset(ROWS).hash
  const ledger = openLedger(dataset, config, { asOf: '2025-12-31' })
  ledger.hold({ id: 's0', organization: 'b1', kinds: ['集体学习'], start: '2024-01-05', lecturers: ['p1'] })
  ledger.record({ session: 's2', member: 'p1', status: '出席' })
  ledger.transfer({ member: 'p2', organization: 'b1', from: '2025-02-01' })
  expect(dataset.attendanceOf('p1').length).toBe(1)
  expect(check(dataset, config, { asOf: '2025-12-31' }).receipt.input).toBe(hash)
  const again = openLedger(ledger.dataset(), config, { asOf: '2025-12-31' })
  again.withdraw('s2', 'p1')
  ledger.withdraw('s2', 'p1')
  expect(again.dataset().hash).toBe(ledger.dataset().hash)
  expect(measured(again, 'p1')).toEqual(measured(ledger, 'p1'))
})

test('another day can be judged', () => {
  const ledger = open()
  expect(measured(ledger, 'p1')[2]).toBe('breached')
  ledger.moveTo('2025-06-30')
  expect(measured(ledger, 'p1')).toEqual([8, 32, 'pending'])
})

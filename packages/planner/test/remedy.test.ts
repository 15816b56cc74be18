import {
  buildDataset,
  type Config,
  type Counting,
  check,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRequirement,
  type Requirement,
  type SessionRow,
} from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { remedyText } from '../src/remedy/notice.ts'
import type { RemedyOptions } from '../src/remedy/options.ts'
import type { GapRemedy } from '../src/remedy/remedies.ts'
import { remedy } from '../src/remedy/remedy.ts'
import { workdays as calendar, session as planned, plan as planOf } from './hand-made.ts'

const workdays = { ...calendar, yearStatus: () => ({ status: 'published' as const }) }
const AS_OF = '2026-03-10'
const words = (text: string) => ({ 'zh-CN': text, en: text })

/** A rule of one test: what members, or branches, owe in a year. */
function rule(demand: Requirement['demand'], more: Partial<Requirement> = {}): Config {
  const requirement = defineRequirement({
    id: 'test/rule',
    title: words('试验规则'),
    subject: 'member',
    who: { status: ['full', 'probationary'] },
    window: { each: 'year' },
    demand,
    strength: 'local',
    assurance: 'secondary',
    parameters: {},
    citations: [{ instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' }],
    uncoded: [],
    summary: words('试验'),
    ...more,
  })
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: words('试验'),
    rules: [requirement],
    presets: {},
  })
  return defineConfig({ name: 'test', plugins: [plugin], rules: { 'test/test/rule': 'error' } })
}

const sessions = (count: Counting, atLeast = 1) => ({ measure: 'sessions', count, atLeast }) as const
const hours = (atLeast: number) => ({ measure: 'hours', count: { kindClass: 'learning' }, atLeast }) as const

/** Four members of one branch, two of another, under one committee; nothing held yet. */
const ROWS: DatasetRows = {
  organizations: [
    { id: 'up', name: '机关党委', kind: '机关党委' },
    { id: 'b1', name: '一支部', kind: '党支部', parent: 'up' },
    { id: 'b2', name: '二支部', kind: '党支部', parent: 'up' },
  ],
  members: ['m1', 'm2', 'm3', 'm4', 'n1', 'n2'].map((id) => ({
    id,
    name: `姓名${id}`,
    status: '正式党员',
    organization: id.startsWith('m') ? 'b1' : 'b2',
  })),
  posts: [],
  sessions: [],
  attendance: [],
  export: [{ exportedOn: AS_OF, from: '2026-01-01', to: AS_OF }],
}

/** Topics and ways of sessions are recorded: without them nothing is known of those that were held. */
const BEFORE: SessionRow = {
  id: 's0',
  organization: 'b1',
  kinds: ['committee-meeting'],
  start: '2026-01-08T09:00+08:00',
  end: '2026-01-08T10:00+08:00',
  mode: 'in-person',
  topics: ['党史'],
  status: 'held',
}

const coming = (id: string, more: Partial<SessionRow> = {}): SessionRow => ({
  id,
  organization: 'b1',
  kinds: ['theme-day'],
  start: '2026-03-20T09:00+08:00',
  end: '2026-03-20T11:00+08:00',
  mode: 'in-person',
  status: 'planned',
  ...more,
})

function remedies(config: Config, rows: Partial<DatasetRows> = {}, options: RemedyOptions = { workdays }) {
  const dataset = buildDataset({ ...ROWS, ...rows, sessions: [BEFORE, ...(rows.sessions ?? [])] })
  return remedy(check(dataset, config, { asOf: AS_OF }), dataset, config, options)
}

const stepsOf = ({ steps, subject }: GapRemedy) =>
  `${subject.id}: ${steps.map((step) => (step.step === 'record' ? 'record' : `${step.step} ${step.session}`)).join(', ')}`

describe('what closes a gap', () => {
  it('is the session that is planned for the branch, at no cost; the others get one together', () => {
    const { gaps, sessions: made, cost } = remedies(rule(hours(2)), { sessions: [coming('s1')] })
    expect(gaps.slice(0, 4).map(stepsOf)).toEqual(['m1', 'm2', 'm3', 'm4'].map((id) => `${id}: join s1`))
    expect(gaps[0]).toMatchObject({
      closes: 'whole',
      missing: 2,
      unit: 'hour',
      due: '2026-12-31',
      reason: null,
    })
    expect(gaps[0]!.cost).toEqual({ newSessions: 0, personHours: 0 })
    // The second branch has nothing planned: one session of 3 hours for both.
    expect(made).toMatchObject([
      { organization: 'b2', persons: ['n1', 'n2'], hours: 3, kinds: ['collective-study'] },
    ])
    expect(cost).toEqual({ newSessions: 1, personHours: 6 })
  })

  it('is a session of the committee above, up to the places of its venue', () => {
    const { gaps, sessions: made } = remedies(rule(hours(2)), {
      sessions: [coming('s1', { organization: 'up', kinds: ['collective-study'], venue: '礼堂' })],
      venues: [{ id: 'V', name: '礼堂', shared: true, capacity: 3 }],
    })
    expect(gaps.filter(({ steps }) => steps[0]?.step === 'join').map(({ subject }) => subject.id)).toEqual([
      'm1',
      'm2',
      'm3',
    ])
    expect(made.map(({ organization, persons }) => `${organization} ${persons.join()}`).sort()).toEqual([
      'b1 m4',
      'b2 n1,n2',
    ])
  })

  it.each([
    ['of a kind that does not count', { kinds: ['committee-meeting'] }],
    ['called off', { status: 'cancelled' }],
    ['of another branch', { organization: 'b2' }],
    [
      'before the day of the check',
      { start: '2026-03-09T09:00+08:00', end: '2026-03-09T11:00+08:00', status: 'held' },
    ],
  ])('is no session %s', (_, more) => {
    const { gaps } = remedies(rule(hours(2)), { sessions: [coming('s1', more)] })
    expect(stepsOf(gaps[0]!)).toMatch(/^m1: hold /)
  })

  it('is nothing at the time of another session: of two at once one is joined', () => {
    const { gaps } = remedies(rule(hours(4)), { sessions: [coming('s1'), coming('s2')] })
    expect(stepsOf(gaps[0]!)).toMatch(/^m1: join s1, hold /)
  })

  it('is a session of the plan, of those who are asked to it by name first', () => {
    const session = planned('p1', {
      start: '2026-03-20T09:00+08:00',
      end: '2026-03-20T11:00+08:00',
      attendees: ['m2'],
    })
    const { gaps, byOrganization } = remedies(rule(hours(2)), {}, { workdays, plan: planOf(session) })
    const invited = gaps.slice(0, 2).map(({ steps }) => steps[0])
    // A theme day is for every member of the branch.
    expect(invited).toMatchObject([
      { step: 'join', session: 'p1', invited: false },
      { step: 'join', session: 'p1', invited: true },
    ])
    expect(byOrganization[0]!.join).toEqual([
      { session: 'p1', date: '2026-03-20', holds: false, invited: ['m2'], added: ['m1', 'm3', 'm4'] },
    ])
  })

  it('is for a branch to hold what is planned, or else a new session', () => {
    const ofBranch = { subject: 'organization', who: { kind: ['branch'] } } as const
    const { gaps } = remedies(rule(sessions({ kinds: ['theme-day'] }), ofBranch), {
      sessions: [coming('s1')],
    })
    expect(stepsOf(gaps[0]!)).toBe('b1: join s1')
    expect(stepsOf(gaps[1]!)).toBe('b2: hold b2-theme-day-2026-1')
    expect(gaps[0]!.text['zh-CN']).toBe('试验规则还差1次，2026-12-31前：3月20日按计划举办主题党日。')
  })

  it('is a course of the catalogue that teaches the topic', () => {
    const { sessions: made, gaps } = remedies(rule(sessions({ topics: ['economy'] })), {
      courses: [
        { id: 'K1', name: '党史', topics: ['党史'] },
        { id: 'K2', name: '县域经济', topics: ['现代经济'], hours: 4, lecturer: 'L1' },
      ],
      lecturers: [{ id: 'L1', name: '专家', topics: ['现代经济'] }],
    })
    expect(
      made
        .map(({ course, hours, topics, organization, lecturers }) => ({
          course,
          hours,
          topics,
          organization,
          lecturers,
        }))
        .sort((a, b) => (a.organization < b.organization ? -1 : 1)),
    ).toEqual(
      ['b1', 'b2'].map((organization) => ({
        course: 'K2',
        hours: 4,
        topics: ['economy'],
        organization,
        lecturers: ['L1'],
      })),
    )
    expect(gaps[0]).toMatchObject({ topics: ['economy'], closes: 'whole' })
  })

  it('is the topic a member owes besides the rules', () => {
    const options = { workdays, topicsOwed: { m2: ['economy', '信访'] } }
    const { gaps } = remedies(rule(hours(0)), { sessions: [coming('s1', { topics: ['现代经济'] })] }, options)
    expect(gaps.map((gap) => `${gap.finding} ${gap.topics} ${stepsOf(gap)}`)).toEqual([
      'null economy m2: join s1',
      'null 信访 m2: hold b1-collective-study-2026-1',
    ])
  })

  it('is brought home to each alone where the rule says so', () => {
    const atHome = remedies(rule(sessions({ modes: ['home-delivery'] })))
    expect(atHome.sessions.map(({ persons, mode }) => `${persons} ${mode}`).sort()).toEqual(
      ['m1', 'm2', 'm3', 'm4', 'n1', 'n2'].map((id) => `${id} home-delivery`),
    )
    expect(atHome.gaps[0]!.steps[0]!.step).toBe('deliver')
  })

  it('is brought home to whom an exemption names as one who cannot come', () => {
    const [{ citations }] = [rule(hours(2)).entries[0]!.plugins![0]!.rules[0]!]
    const frail = { ...ROWS.members[0]!, tags: ['年老体弱@2026-01-01..2026-12-31'] }
    const members = [frail, ...ROWS.members.slice(1)]
    // The duty of the test has no exemption; another rule that is on names the tag.
    const other = defineRequirement({
      ...(rule(hours(2)).entries[0]!.plugins![0]!.rules[0] as Requirement),
      id: 'test/other',
      window: { each: 'month' },
      exempt: [{ tags: ['frail'], citation: citations[0]! }],
    })
    const plugin = definePlugin({
      name: 'other',
      version: '1.0.0',
      title: words('另一'),
      rules: [other],
      presets: {},
    })
    const config = defineConfig(...rule(hours(2)).entries, {
      name: 'other',
      plugins: [plugin],
      rules: { 'other/test/other': 'warn' },
    })
    const { gaps } = remedies(config, { members, sessions: [coming('s1')] })
    const own = gaps.filter(({ rule, subject }) => rule === 'test/test/rule' && subject.id < 'm3')
    expect(own.map(({ subject, steps }) => `${subject.id} ${steps.map(({ step }) => step)}`)).toEqual([
      'm1 deliver',
      'm2 join',
    ])
  })

  it('is nothing but recording once the window is over', () => {
    const { gaps, sessions: made } = remedies(
      rule(sessions({ kinds: ['theme-day'] }), { window: { each: 'month' } }),
      {
        sessions: [coming('s1')],
      },
    )
    const january = gaps.find(({ subject, window }) => subject.id === 'm1' && window.key === '2026-01')
    expect(january).toMatchObject({
      closes: 'none',
      due: null,
      steps: [{ step: 'record', from: '2026-01-01', to: '2026-01-31' }],
      reason: { kind: 'window-over' },
      cost: { newSessions: 0, personHours: 0 },
    })
    expect(made.every(({ date }) => date > AS_OF && date <= '2026-03-31')).toBe(true)
  })

  it('is the cheaper of a choice', () => {
    const config = rule({
      anyOf: [
        { measure: 'hours', count: { kindClass: 'central' }, atLeast: 24 },
        { measure: 'days', count: { kindClass: 'central' }, atLeast: 1 },
      ],
    })
    const { gaps } = remedies(config)
    expect(gaps[0]).toMatchObject({ closes: 'whole', cost: { newSessions: 1, personHours: 6 } })
  })

  it('is only part of it where records are asked for besides', () => {
    const both = {
      allOf: [
        sessions({ kinds: ['theme-day'] }),
        { measure: 'acts', count: { acts: ['contact'] }, atLeast: 1 },
      ],
    } as const
    const { gaps } = remedies(rule(both as never), { acts: [], sessions: [coming('s1')] })
    expect(gaps[0]).toMatchObject({ closes: 'part', reason: { kind: 'records-too' } })
    expect(stepsOf(gaps[0]!)).toBe('m1: join s1')
  })

  it('is nothing where no working day is left', () => {
    const closed = {
      ...workdays,
      isWorkday: () => false,
      yearStatus: () => ({ status: 'published' as const }),
    }
    const { gaps, sessions: made } = remedies(rule(hours(2)), {}, { workdays: closed })
    expect(made).toEqual([])
    expect(gaps[0]).toMatchObject({ closes: 'none', steps: [], reason: { kind: 'workdays' } })
  })

  it('is this year of a window that goes on: the rest is later', () => {
    const term = rule(hours(40), { window: { term: 'P5Y', from: '2023-01-01' } })
    const { gaps } = remedies(term)
    expect(gaps[0]).toMatchObject({ closes: 'part', reason: { kind: 'later' }, due: '2027-12-31' })
    // 296 of 661 days are left of this year: 17.92 of 40 hours, in six sessions of three.
    expect(gaps[0]!.cost).toEqual({ newSessions: 6, personHours: 18 })
  })

  it('is told in lines to forward', () => {
    const dataset = buildDataset({ ...ROWS, sessions: [coming('s1')] })
    const config = rule(hours(2))
    const found = remedy(check(dataset, config, { asOf: AS_OF }), dataset, config)
    const lines = remedyText(found, dataset).split('\n')
    expect(lines.slice(0, 2)).toEqual([
      '【一支部】缺口4项，可补齐4项',
      '  参加 3月20日（周五） 一支部主题党日（s1），提醒4人：m1、m2、m3、m4',
    ])
    expect(lines[4]).toMatch(/^ {2}举办 \d+月\d+日（周.） 集体学习，3学时，2人：n1、n2$/)
    expect(remedyText(found, dataset, { names: true, locale: 'en' })).toContain(
      'remind 4 persons: 姓名m1, 姓名m2',
    )
  })
})

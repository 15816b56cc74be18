/** Rules written as functions, refinements, exemptions and waivers, as a secretary would read them. */
import { buildDataset, check, defineConfig, defineRule, explain, type Rule } from '@xueshi/core'
import { describe, expect, test } from 'vitest'
import { attended, configOf, hours, rowsWith, session, source } from '../check/fixture.ts'
import { explanationOf, lines, text, titled } from './told.ts'

const meta: Pick<Rule, 'strength' | 'assurance' | 'parameters' | 'citations' | 'uncoded' | 'summary'> = {
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [source],
  uncoded: [],
  summary: { 'zh-CN': '测试', en: 'test' },
}

describe('rules written as functions', () => {
  test('a function: what it said and the tables it read; advice in words only', () => {
    const rule = defineRule({
      ...meta,
      id: 'branch/two-lectures',
      title: { 'zh-CN': '讲课人', en: 'Lecturers' },
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { each: 'year' },
      reads: ['sessions', 'lecturers'],
      judge: () => ({
        verdict: 'breached',
        measured: 1,
        required: 2,
        message: { 'zh-CN': '只有 1 位讲课人。', en: 'only one lecturer' },
      }),
      advice: { 'zh-CN': '请再请一位讲课人。', en: 'Ask another lecturer.' },
    })
    const additions = { sessions: [session('s', 'party-lecture', '2025-03-03')], lecturers: [] }
    expect(text(rule, additions, ['b', '2025', '2025-12-31'])).toEqual([
      'verdict: 讲课人（2025）：只有 1 位讲课人。',
      '  applies: 适用对象：党支部',
      '    applies: 2025-01-01 至 2025-12-31 一直属于适用对象，共 365 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：每年，2025-01-01 至 2025-12-31；检查日 2025-12-31，期间已结束',
      '  quote: 《测试规定》（二手来源）',
      '  judged: 只有 1 位讲课人。',
      '    judged: 依据的表：活动（共 1 条）、师资（共 0 条）',
      '  compare: 现有 1 次，要求 2 次',
      '  advice: 请再请一位讲课人。',
    ])
    const { remedies, advice } = explanationOf(rule, additions, 'b', '2025', '2025-12-31')
    expect([remedies, advice?.en]).toEqual([[], 'Ask another lecturer.'])
  })

  test('an aggregate rule: the parts that were added up', () => {
    const rule = defineRule<{ readonly persons: number }>({
      ...meta,
      id: 'committee/persons',
      title: { 'zh-CN': '人数', en: 'Persons' },
      subject: 'organization',
      who: { kind: ['organ-committee'] },
      window: { each: 'year' },
      reads: ['members'],
      over: 'members',
      empty: { persons: 0 },
      collect: () => ({ persons: 1 }),
      merge: (a, b) => ({ persons: a.persons + b.persons }),
      judge: (_, { persons }) => ({
        verdict: persons >= 4 ? 'met' : 'breached',
        measured: persons,
        required: 4,
        unit: 'person',
      }),
    })
    const organizations = [
      { id: 'c', name: '机关党委', kind: 'organ-committee' },
      { id: 'd', name: '第二党支部', kind: 'branch', parent: 'c' },
      { id: 'e', name: '第三党支部', kind: 'branch', parent: 'c' },
    ]
    const members = ['m', 'n', 'o'].map((id, i) => ({
      id,
      name: id,
      status: 'full',
      organization: i < 2 ? 'd' : 'e',
    }))
    expect(text(rule, { organizations, members }, ['c', '2025', '2025-12-31'])).toEqual([
      'verdict: 人数（2025）：未达标，已有 3 人，要求 4 人',
      '  applies: 适用对象：机关党委',
      '    applies: 2025-01-01 至 2025-12-31 一直属于适用对象，共 365 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：每年，2025-01-01 至 2025-12-31；检查日 2025-12-31，期间已结束',
      '  quote: 《测试规定》（二手来源）',
      '  judged: 未达标',
      '    judged: 依据的表：党员（共 3 条）',
      '  part: 逐人汇总：本组织直接所属 0 人，下级组织 2 个',
      '    part: 第二党支部（d）：计 2 人',
      '    part: 第三党支部（e）：计 1 人',
      '  compare: 现有 3 人，要求 4 人',
    ])
  })

  test('a session: what it was, its records, and what was said of it', () => {
    const rule = defineRule({
      ...meta,
      id: 'meeting/quorum',
      title: { 'zh-CN': '到会人数', en: 'Quorum' },
      subject: 'session',
      who: { kind: ['branch'] },
      window: { session: true },
      sessions: { kinds: ['general-meeting'], acts: ['vote'] },
      reads: ['sessions', 'acts'],
      judge: () => ({
        verdict: 'met',
        message: { 'zh-CN': '到会过半数。', en: 'more than half were present' },
      }),
    })
    const members = ['m', 'n'].map((id) => ({ id, name: id, status: 'full', organization: 'b' }))
    const additions = {
      members,
      sessions: [session('s', 'general-meeting', '2025-03-03', { title: '第一季度党员大会' })],
      attendance: [attended('s', { capacity: '主持' }), { session: 's', member: 'n', status: '请假' }],
      acts: [
        { id: 'v', kind: '表决', date: '2025-03-03', session: 's', entitled: 2, present: 1, inFavour: 1 },
      ],
    }
    expect(text(rule, additions, ['s', '2025-03-03', '2025-12-31'])).toEqual([
      'verdict: 到会人数（2025-03-03）：到会过半数。',
      '  applies: 适用对象：主办组织为党支部，活动类型为党员大会，并有“表决”记录',
      '    applies: 活动当天（2025-03-03）主办组织属于适用对象',
      '  window: 期间：活动当天（2025-03-03）；检查日 2025-12-31',
      '  quote: 《测试规定》（二手来源）',
      '  session: 2025-03-03 09:00 第一党支部党员大会“第一季度党员大会”（活动编号 s）',
      '    session: 考勤 2 人：出席 1 人，请假 1 人',
      '      session: m 出席（主持）',
      '      session: n 请假',
      '    session: 表决记录 v：应到 2 人，实到 1 人，赞成 1 人',
      '  judged: 到会过半数。',
      '    judged: 依据的表：活动（共 1 条）、记录（共 1 条）',
    ])
    expect(text(rule, additions, ['s', '2025-03-03', '2025-12-31'], 'en')).toEqual([
      'verdict: Quorum (2025-03-03): more than half were present',
      '  applies: applies to: sessions held by: branch, sessions of kind: general meeting, sessions named by an act: vote',
      '    applies: in scope on 1 day of the window: 2025-03-03',
      '  window: window: on the day of the session, 2025-03-03; checked as of 2025-12-31',
      '  quote: 《测试规定》 (secondary: the number was seen second-hand only)',
      '  session: 2025-03-03 09:00 general meeting “第一季度党员大会” of 第一党支部 (session s)',
      '    session: attendance: present 1, excused 1',
      '      session: m present (chair)',
      '      session: n excused',
      '    session: vote v: entitled 2, present 1, in favour 1',
      '  judged: more than half were present',
      '    judged: tables it read: sessions (1 rows), acts (1 rows)',
    ])
  })
})

test('a number that a lower level refined says who, by which document, and what it was before', () => {
  const refined = defineConfig(...configOf(hours).entries, {
    name: 'county',
    refinements: [
      {
        authority: 'county',
        issuer: '某县委组织部',
        rule: 'test/member/hours',
        parameter: 'hours',
        value: 40,
        from: '2024-01-01',
        citation: {
          instrument: '关于加强党员教育的通知',
          document: '某组发〔2023〕12号',
          quote: '不少于40学时',
        },
      },
    ],
  })
  const report = check(buildDataset(rowsWith()), refined, { asOf: '2025-12-31', allVerdicts: true })
  const { root } = explain(report, report.findings[0]!.fingerprint)
  const parameters = root.children.filter(({ kind }) => kind === 'parameter')
  expect(parameters.flatMap((node) => lines(node, 'zh-CN'))).toEqual([
    'parameter: 数量为 40 学时（由某县委组织部（县级）规定，文号 某组发〔2023〕12号，2024-01-01 起施行；本规则原为 32 学时）',
    '  quote: 《关于加强党员教育的通知》（某组发〔2023〕12号）：“不少于40学时”（有原文引用）',
    '  quote: 《测试规定》（二手来源）',
  ])
  expect(parameters.map(({ text }) => text.en)).toEqual([
    'number = 40 hours (set by 某县委组织部 (county), 某组发〔2023〕12号, in force from 2024-01-01; the rule itself: 32 hours)',
  ])
})

describe('why a duty is not owed, or was waived', () => {
  const rule = titled(hours, '党员年度学时', 'Hours of members')

  test('exempt by a tag, with its days', () => {
    const members = [
      { id: 'm', name: '甲某', status: 'full', organization: 'b', tags: ['行动不便@2025-03-01..2025-03-10'] },
    ]
    expect(text(rule, { members }, ['m', '2025', '2025-12-31'])).toEqual([
      'verdict: 党员年度学时（2025）：按《测试规定》不作硬性要求',
      '  not-applicable: 适用对象：未停止党籍的正式党员、预备党员',
      '    not-applicable: 2025-01-01 至 2025-12-31 一直属于适用对象，共 365 天',
      '    not-applicable: 整个期间都属于适用对象的，才有此要求',
      '    not-applicable: 标签为年老体弱、行动不便、身患重病、失能的党员不作硬性要求（《测试规定》）',
      '      quote: 《测试规定》（二手来源）',
      '  window: 期间：每年，2025-01-01 至 2025-12-31；检查日 2025-12-31，期间已结束',
      '  parameter: 数量为 32 学时（2000-01-01 起施行）',
      '    quote: 《测试规定》（二手来源）',
      '  not-applicable: 期间内有 10 天登记为行动不便：2025-03-01 至 2025-03-10；期间内有一天即整个期间不作硬性要求。',
    ])
  })

  test('waived by a document, with its days; who approved it is not named', () => {
    const waivers = [
      {
        rule: 'test/member/hours',
        subject: 'm',
        from: '2025-06-01',
        to: '2026-01-31',
        reason: '长期驻外',
        approver: '县委组织部',
        document: '临组函〔2025〕3号',
      },
    ]
    const told = text(rule, { waivers }, ['m', '2025', '2025-12-31'])
    expect(told.filter((line) => line.includes('waiver'))).toEqual([
      '  waiver: 文号 临组函〔2025〕3号，事由：长期驻外，自 2025-06-01 至 2026-01-31 有效。',
    ])
    expect(told.join()).not.toContain('县委组织部')
  })
})

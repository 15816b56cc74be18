/** Requirements about events, terms, sizes and gaps, whole explanations as a secretary would read them. */
import { describe, expect, test } from 'vitest'
import { absence, attended, number, requirement, session, source } from '../check/fixture.ts'
import { afterRemedy, explanationOf, text, titled } from './told.ts'

describe('requirements about events, terms, sizes and gaps', () => {
  test('a lag', () => {
    const rule = requirement({
      id: 'development/oath',
      title: { 'zh-CN': '入党宣誓', en: 'Oath' },
      subject: 'member',
      who: { status: ['probationary'] },
      window: { between: ['admitted', { act: 'oath' }] },
      demand: { measure: 'lag', atMost: 'P3M' },
    })
    const members = [
      { id: 'm', name: '甲某', status: 'probationary', organization: 'b', admittedOn: '2025-03-10' },
    ]
    const acts = [{ id: 'a1', kind: '入党宣誓', date: '2025-07-01', member: 'm' }]
    expect(text(rule, { members, acts }, ['m', '2025-03-10..', '2025-12-31'])).toEqual([
      'verdict: 入党宣誓（2025-03-10..2025-07-01）：未达标，从 2025-03-10（支部大会接收为预备党员）到 2025-07-01（“入党宣誓”记录）共 113 天，不得晚于 2025-06-10',
      '  applies: 适用对象：预备党员',
      '    applies: 2025-03-10 至 2025-07-01 一直属于适用对象，共 114 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：从支部大会接收为预备党员到“入党宣誓”记录，2025-03-10 至 2025-07-01；检查日 2025-12-31，期间已结束',
      '  quote: 《测试规定》（二手来源）',
      '  counted: 2025-03-10 支部大会接收为预备党员',
      '  counted: 2025-07-01 a1 入党宣誓：“入党宣誓”记录',
      '  change: “入党宣誓”记录的日期如实际在 2025-03-10 至 2025-06-10，只是登记有误或者没有登记，更正后即达标；否则不能事后补救。',
    ])
    expect(afterRemedy(rule, { members, acts }, 'm', '2025-03-10..', '2025-12-31')).toEqual({
      kind: 'correct',
      steps: [
        {
          act: 'a1',
          change: 'redate-act',
          date: '2025-06-10',
        },
      ],
      verdict: 'met',
    })
  })

  test('a time after an event', () => {
    const rule = requirement({
      id: 'secretary/induction',
      title: { 'zh-CN': '任职培训', en: 'Induction' },
      subject: 'post',
      who: { all: [{ status: ['full'] }, { post: { roles: ['secretary'], in: ['branch'] } }] },
      window: { after: 'post-start', within: { parameter: 'deadline' } },
      demand: { measure: 'sessions', count: { kinds: ['induction-training'] }, atLeast: 1 },
      parameters: {
        deadline: {
          title: { 'zh-CN': '期限', en: 'deadline' },
          unit: 'duration',
          refinement: 'replace',
          stricter: 'lower',
          versions: [{ value: 'P6M', from: '2000-01-01', citations: [source] }],
        },
      },
    })
    const posts = [{ member: 'm', organization: 'b', role: '书记', from: '2025-03-01' }]
    expect(text(rule, { posts }, ['m@b:secretary', '2025-03-01..', '2025-05-31'])).toEqual([
      'verdict: 任职培训（2025-03-01..2025-09-01）：尚未完成，已有 0 次，要求 1 次，还差 1 次，最迟 2025-09-01',
      '  applies: 适用对象：在党支部任书记的正式党员',
      '    applies: 2025-03-01 至 2025-05-31 一直属于适用对象，共 92 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：任职后6个月内，2025-03-01 至 2025-09-01；检查日 2025-05-31，期间尚未结束',
      '  parameter: 期限为 6个月（2000-01-01 起施行）',
      '    quote: 《测试规定》（二手来源）',
      '  counted: 2025-03-01 任职',
      '  missing: 期间内没有可计的任职培训',
      '  compare: 要求：任职培训不少于 1 次；现有 0 次',
      '  change: 在 2025-09-01 前再参加 1 次任职培训，即达标。',
    ])
    expect(afterRemedy(rule, { posts }, 'm@b:secretary', '2025-03-01..', '2025-05-31')).toEqual({
      kind: 'do',
      steps: [
        {
          attendance: {
            capacity: 'member',
            hours: null,
            member: 'm',
          },
          change: 'add-sessions',
          dates: ['2025-05-31'],
          kind: 'induction-training',
          mode: null,
          organization: 'b',
          topic: null,
        },
      ],
      verdict: 'met',
    })
  })

  test('a term, with any of two demands that have one unit', () => {
    const rule = requirement({
      id: 'cadre/five-years',
      title: { 'zh-CN': '五年内培训', en: 'Training in five years' },
      subject: 'member',
      who: { all: [{ status: ['full'] }, { rank: ['county-deputy'] }] },
      window: { term: 'P5Y', from: '2023-01-01' },
      demand: {
        anyOf: [
          { measure: 'sessions', count: { kinds: ['central-training'] }, atLeast: 2 },
          { measure: 'acts', count: { acts: ['appraisal-opinion'], as: 'member' }, atLeast: 1 },
        ],
      },
    })
    const members = [
      { id: 'm', name: '甲某', status: 'full', organization: 'b', fullOn: '2011-07-01', rank: '副处级' },
    ]
    const key = '2023-01-01..2027-12-31'
    expect(text(rule, { members, acts: [] }, ['m', key, '2025-12-31'])).toEqual([
      'verdict: 五年内培训（2023-01-01..2027-12-31）：尚未完成，集中培训已有 0 次，要求 2 次；或者“评定意见”记录（以本人为对象）已有 0 次，要求 1 次，最迟 2027-12-31',
      '  applies: 适用对象：职级为县处级副职的正式党员',
      '    applies: 2023-01-01 至 2025-12-31 一直属于适用对象，共 1096 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：自 2023-01-01 起每5年，2023-01-01 至 2027-12-31；检查日 2025-12-31，期间尚未结束',
      '  quote: 《测试规定》（二手来源）',
      '  coverage: 数据只包括 2025-01-01 至 2025-12-31，期间内其余日子没有数据',
      '  part: 计算集中培训：',
      '    missing: 期间内没有可计的集中培训',
      '  part: 计算“评定意见”记录（以本人为对象）：',
      '    missing: 期间内没有可计的“评定意见”记录（以本人为对象）',
      '  compare: 要求：集中培训不少于 2 次，或者“评定意见”记录，以本人为对象，不少于 1 次',
      '    compare: 集中培训不少于 2 次：现有 0 次，未达到',
      '    compare: “评定意见”记录，以本人为对象，不少于 1 次：现有 0 次，未达到',
      '  change: 下列各项满足一项即可：',
      '    change: 在 2027-12-31 前再参加 2 次集中培训，即达标。',
      '    change: 在 2027-12-31 前再办理 1 次“评定意见”（以本人为对象），即达标。',
    ])
    const { remedies } = explanationOf(rule, { members, acts: [] }, 'm', key, '2025-12-31')
    expect(remedies.map(({ kind, steps }) => [kind, steps.map(({ change }) => change)])).toEqual([
      ['do', ['add-sessions']],
      ['do', ['add-acts']],
    ])
  })

  test('sizes', () => {
    const rule = requirement({
      id: 'branch/form',
      title: { 'zh-CN': '支部设置', en: 'Form of branches' },
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { anyDay: true },
      demand: {
        allOf: [
          { measure: 'size', of: 'full-members', atLeast: { parameter: 'least' } },
          {
            measure: 'size',
            of: 'committee-besides-secretary',
            when: { size: 'full-members', atLeast: 3 },
            atLeast: 1,
          },
        ],
      },
      parameters: { least: number(3, 'person') },
    })
    const additions = { covers: { from: '2025-01-01', to: '2026-12-31' } }
    expect(text(rule, additions, ['b', 'standing', '2025-12-31'])).toEqual([
      'verdict: 支部设置（截至 2025-12-31）：未达标，正式党员已有 1 人，要求 3 人',
      '  applies: 适用对象：党支部',
      '    applies: 2025-12-31 属于适用对象',
      '  window: 期间：检查之日（2025-12-31）',
      '  parameter: 数量为 3 人（2000-01-01 起施行）',
      '    quote: 《测试规定》（二手来源）',
      '  counted: 2025-12-31 正式党员 1 人',
      '  counted: 2025-12-31 书记以外的委员会成员 0 人',
      '  compare: 要求：正式党员不少于 3 人；并且正式党员 3 人以上时，书记以外的委员会成员不少于 1 人',
      '    compare: 正式党员不少于 3 人：现有 1 人，未达到',
      '  change: 增加 2 名正式党员，并增补 1 名委员，即达标；名册或者任职表有遗漏的，补全后即可。',
    ])
    expect(afterRemedy(rule, additions, 'b', 'standing', '2025-12-31')).toEqual({
      kind: 'do',
      steps: [
        {
          change: 'add-members',
          count: 2,
          organization: 'b',
          status: 'full',
        },
        {
          besides: [],
          change: 'add-posts',
          count: 1,
          date: '2025-12-31',
          organization: 'b',
          role: 'committee-member',
        },
      ],
      verdict: 'met',
    })
  })

  test('posts that are too many', () => {
    const rule = requirement({
      id: 'branch/committee',
      subject: 'organization',
      who: { kind: ['branch'] },
      window: { anyDay: true },
      demand: { measure: 'size', of: 'committee', atMost: 1 },
    })
    const members = ['m', 'n'].map((id) => ({ id, name: id, status: 'full', organization: 'b' }))
    const posts = [
      { member: 'm', organization: 'b', role: '书记', from: '2020-01-01' },
      { member: 'n', organization: 'b', role: '宣传委员', from: '2020-01-01' },
    ]
    expect(afterRemedy(rule, { members, posts }, 'b', 'standing', '2025-12-31')).toEqual({
      kind: 'do',
      steps: [
        {
          among: ['n'],
          change: 'end-posts',
          count: 1,
          date: '2025-12-31',
          organization: 'b',
        },
      ],
      verdict: 'met',
    })
  })

  test('a gap', () => {
    const sessions = [session('s1', 'theme-day', '2025-03-05'), session('s2', 'theme-day', '2025-04-05')]
    const attendance = [attended('s1'), attended('s2', { status: '缺席' })]
    const rule = titled(absence, '连续未参加组织生活', 'Absence')
    expect(text(rule, { sessions, attendance }, ['m', 'since-2025-03-05', '2025-10-01'])).toEqual([
      'verdict: 连续未参加组织生活（自 2025-03-05 起）：未达标，自 2025-03-05 起 210 天没有参加（满 6 个月），不得超过 6 个月',
      '  applies: 适用对象：未停止党籍的正式党员、预备党员',
      '    applies: 2025-03-05 至 2025-10-01 一直属于适用对象，共 211 天',
      '    applies: 整个期间都属于适用对象的，才有此要求',
      '  window: 期间：从检查之日往前看，自 2025-03-05（最近一次参加，或者开始适用之日）到检查日 2025-10-01',
      '  quote: 《测试规定》（二手来源）',
      '  counted: 2025-03-05 09:00 s1：计 1 次',
      '  left-out: 2025-04-05 09:00 s2：不计：缺席',
      '  compare: 要求：连续不参加组织生活的时间不超过 6个月；现有 6 个月',
      '  change: 参加一次组织生活后，从当天起重新计算；如果这段时间已经参加而没有登记，请补录。',
    ])
    expect(afterRemedy(rule, { sessions, attendance }, 'm', 'since-2025-03-05', '2025-10-01')).toEqual({
      kind: 'do',
      steps: [
        {
          attendance: {
            capacity: 'member',
            hours: null,
            member: 'm',
          },
          change: 'add-sessions',
          dates: ['2025-10-01'],
          kind: 'general-meeting',
          mode: null,
          organization: 'b',
          topic: null,
        },
      ],
      verdict: 'met',
    })
  })
})

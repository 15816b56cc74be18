import {
  buildDataset,
  check,
  defineConfig,
  definePlugin,
  isAggregateRule,
  isRuleFunction,
  requirementSchema,
  ruleMetaSchema,
  rulesInForce,
} from '@xueshi/core'
import national from '@xueshi/national'
import { describe, expect, it } from 'vitest'
import county, { observersRota, topicGaps, topicsOwed } from '../src/index.ts'
import { dataset, rows } from './small-county.ts'

/** Rule, subject and its numbers: the defaults that a county may replace. */
const TABLE = `
branch/document-study            organization
branch/field-sessions            organization sessions=1
branch/field-share               organization share=25
branch/lecturer-rota             organization lecturers=2
campaign/reading-list            member
campaign/reading-plan            member       plans=1 books=1
campaign/required-items          organization
center-group/bulletin            organization bulletins=1
center-group/observed            organization studies=1
center-group/report-after-study  session      within=P7D
class/quota                      organization least=80 most=100
development/monthly-service      member       services=1
development/monthly-theme        organization themes=1
online/monthly-inspection        organization inspections=1
post/discipline-topics           post         sessions=1
rotation/assessed                organization
rotation/coverage                organization share=100
rotation/materials               organization share=100
rotation/self-study              organization sessions=1
service/double-report            member       services=1
staff/non-members                post
staff/register                   organization staff=1 fullTime=1
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

describe('rules', () => {
  it('are those of the table', () => {
    expect(
      county.rules.map(({ id, parameters, subject }) => [
        id,
        subject,
        ...Object.entries(parameters).map(([name, { versions }]) => `${name}=${versions.at(-1)!.value}`),
      ]),
    ).toEqual(TABLE)
  })

  it.each(county.rules)('$id is local, rests on a report only and says what it leaves open', (rule) => {
    expect([rule.strength, rule.assurance]).toEqual(['local', 'secondary'])
    expect(rule.uncoded.length).toBeGreaterThan(0)
    for (const citation of rule.citations) {
      expect(citation.article).toBeUndefined()
      expect(citation.articleConfirmed).toBe(false)
      expect(citation.note).toBeDefined()
    }
    for (const name of Object.keys(rule.parameters)) {
      expect(rule.summary['zh-CN']).toContain(`{${name}}`)
      expect(rule.summary.en).toContain(`{${name}}`)
      expect(rule.parameters[name]!.refinement).toBe('replace')
    }
    if (isRuleFunction(rule)) {
      const { judge: _, reads: __, ...meta } = rule
      expect(ruleMetaSchema.safeParse(meta).success).toBe(true)
    } else if (!isAggregateRule(rule)) expect(requirementSchema.safeParse(rule).success).toBe(true)
  })
})

describe('presets', () => {
  const asOf = '2025-12-31'

  it('leave every rule off until one is chosen', () => {
    const config = defineConfig(national.presets.organ, { name: 'test', plugins: [county] })
    const own = rulesInForce(config, { asOf }).filter(({ id }) => id.startsWith('county/'))
    expect(own.length).toBe(county.rules.length)
    expect(own.every(({ level }) => level === 'off')).toBe(true)
  })

  it('sourceCounty turns on all of them, and the quarterly lecture of branches', () => {
    const config = defineConfig(national.presets.organ, county.presets.sourceCounty)
    const on = rulesInForce(config, { asOf }).filter(({ level }) => level === 'warn')
    expect(on.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        ...county.rules.map(({ id }) => `county/${id}`),
        'national/branch/party-lecture',
      ]),
    )
    const report = check(dataset, config, { asOf, allVerdicts: true })
    expect(report.problems.filter(({ code }) => code === 'rule-crashed')).toEqual([])
    const verdicts = new Map(
      report.findings.map((finding) => [
        `${finding.rule} ${finding.subject.id} ${finding.window.key}`,
        finding.verdict,
      ]),
    )
    expect(verdicts.get('county/center-group/observed zx1 2025')).toBe('met')
    expect(verdicts.get('county/center-group/observed zx2 2025')).toBe('breached')
    expect(verdicts.get('county/branch/document-study b1 2025')).toBe('met')
    expect(verdicts.get('county/branch/document-study b2 2025')).toBe('breached')
    expect(verdicts.get('national/branch/party-lecture b1 2025-Q1')).toBe('met')
  })

  it('sourceCounty does not go without the plugin national', () => {
    expect(() => check(dataset, defineConfig(county.presets.sourceCounty), { asOf })).toThrow(
      expect.objectContaining({ code: 'unknown-rule' }),
    )
  })
})

describe('messages', () => {
  it('name the documents that a branch has not studied', () => {
    const config = defineConfig(national.presets.organ, county.presets.sourceCounty)
    const report = check(dataset, config, { asOf: '2025-12-31', rules: ['county/branch/document-study'] })
    const finding = report.findings.find(({ subject }) => subject.id === 'b2')!
    expect(finding.message('zh-CN')).toContain('逾期未学：“文件一”')
    expect(finding.message('en')).toContain('overdue: “文件一”')
  })
})

describe('topicsOwed', () => {
  const rule = topicsOwed({
    id: 'post/economy',
    roles: ['party-affairs-staff'],
    in: ['leadership-group'],
    topics: ['party-history', '信访'],
    sessions: 2,
  })

  it('makes a requirement with a demand per topic and a number to replace', () => {
    expect(requirementSchema.safeParse(rule).success).toBe(true)
    expect(rule.demand).toEqual({
      allOf: [
        { measure: 'sessions', count: { topics: ['party-history'] }, atLeast: { parameter: 'sessions' } },
        { measure: 'sessions', count: { topics: ['信访'] }, atLeast: { parameter: 'sessions' } },
      ],
    })
    expect(rule.parameters.sessions?.versions[0]?.value).toBe(2)
    expect(rule.summary['zh-CN']).toContain('党史、信访')
  })

  it('is checked like any rule', () => {
    const own = definePlugin({
      name: 'own',
      version: '1.0.0',
      title: { 'zh-CN': '本县', en: 'own' },
      rules: [rule],
      presets: {},
    })
    const config = defineConfig({ name: 'own', plugins: [own], rules: { 'post/economy': 'warn' } })
    const { findings } = check(dataset, config, { asOf: '2025-12-31' })
    const ofYear = findings.filter(({ window }) => window.key === '2025')
    expect(ofYear.map(({ subject, verdict, window }) => [subject.id, window.key, verdict])).toEqual([
      ['m1@l1:party-affairs-staff', '2025', 'breached'],
      ['m4@l2:party-affairs-staff', '2025', 'breached'],
    ])
  })

  it('cites the paper of the county where one is given, and no topic is refused', () => {
    const citation = {
      instrument: '安和县干部教育计划',
      articleConfirmed: false,
      assurance: 'quoted',
    } as const
    const own = topicsOwed({
      id: 'post/x',
      roles: ['secretary'],
      in: ['branch'],
      topics: ['economy'],
      citation,
    })
    expect(own.citations).toEqual([citation])
    expect(own.parameters.sessions?.versions[0]?.citations).toEqual([citation])
    expect(() => topicsOwed({ id: 'post/x', roles: ['secretary'], in: ['branch'], topics: [] })).toThrow(
      expect.objectContaining({ code: 'invalid-requirement' }),
    )
  })
})

describe('topicGaps', () => {
  const period = { from: '2025-01-01', to: '2025-12-31' }

  it('names the topics that are missing, with their courses', () => {
    const gaps = topicGaps(dataset, { member: 'm4', topics: ['economy', 'party-history', '信访'], ...period })
    expect(gaps.map(({ courses, topic }) => [topic, courses.map(({ id }) => id)])).toEqual([
      ['economy', ['k1', 'k3']],
      ['party-history', ['k2']],
      ['信访', []],
    ])
  })

  it('leaves out what was attended, in whatever capacity but that of an observer', () => {
    const attendance = [
      { session: 's3', member: 'm1', status: '出席', capacity: '主讲' },
      { session: 's3', member: 'm4', status: '出席', capacity: '列席' },
    ]
    const data = buildDataset({ ...rows, attendance })
    const topics = ['party-history']
    expect(topicGaps(data, { member: 'm1', topics, ...period })).toEqual([])
    expect(topicGaps(data, { member: 'm4', topics, ...period }).length).toBe(1)
    expect(topicGaps(data, { member: 'm1', topics, from: '2025-04-01', to: '2025-12-31' }).length).toBe(1)
  })

  it('refuses an unknown person', () => {
    expect(() => topicGaps(dataset, { member: 'nobody', topics: [], ...period })).toThrow(
      expect.objectContaining({ code: 'unknown-subject' }),
    )
  })
})

describe('observersRota', () => {
  const organizations = [
    { id: 'gw', name: '机关工委', kind: '机关工委' },
    ...['a', 'b', 'c', 'd'].flatMap((id) => [
      { id: `l${id}`, name: `党组${id}`, kind: '党组', parent: 'gw' },
      { id: `z${id}`, name: `中心组${id}`, kind: '理论学习中心组', parent: `l${id}` },
    ]),
  ]
  const study = (id: string, organization: string, start: string, more: object = {}) => ({
    id,
    organization,
    kinds: ['中心组学习'],
    start,
    ...more,
  })
  const data = buildDataset({
    organizations,
    members: [],
    sessions: [
      study('s1', 'za', '2025-03-01', { observers: ['lb'] }),
      study('s2', 'zb', '2025-03-02'),
      study('s3', 'zb', '2025-09-02'),
      study('s4', 'zc', '2025-08-02', { status: '计划' }),
      study('s5', 'zc', '2025-07-02', { status: '取消' }),
    ],
    export: [{ from: '2025-01-01', to: '2025-12-31' }],
  })
  const options = { from: '2025-01-01', to: '2025-12-31', asOf: '2025-06-30', observers: ['la', 'lb'] }

  it('gives each group not observed yet to whom observed least, the nearest study first, never to its own leadership', () => {
    // 党组b has one sitting: 中心组c (2 August) goes to 党组a, then both have one and 中心组b (2 September) may
    // only go to 党组a, so that 中心组d goes to 党组b.
    expect(
      observersRota(data, options).map(({ group, next, proposed }) => [group, next?.date, proposed]),
    ).toEqual([
      ['za', undefined, null],
      ['zb', '2025-09-02', 'la'],
      ['zc', '2025-08-02', 'la'],
      ['zd', undefined, 'lb'],
    ])
  })

  it('says what was held and who observed', () => {
    const [first, second] = observersRota(data, options)
    expect(first).toMatchObject({ name: '中心组a', studies: 1, observed: 1, by: { lb: 1 } })
    expect(second).toMatchObject({ studies: 1, observed: 0, by: {} })
  })

  it('reaches every group: when all proposals are carried out, none is left', () => {
    const rota = observersRota(data, options)
    const open = rota.filter(({ observed }) => observed === 0)
    expect(open.every(({ proposed }) => proposed !== null)).toBe(true)
    const done = buildDataset({
      organizations,
      members: [],
      sessions: rota.map(({ group, proposed }) =>
        study(`d${group}`, group, '2025-10-01', { observers: [proposed ?? 'lb'] }),
      ),
      export: [{ from: '2025-01-01', to: '2025-12-31' }],
    })
    const after = observersRota(done, { ...options, asOf: '2025-12-31' })
    expect(after.map(({ observed, proposed }) => [observed, proposed])).toEqual(
      ['za', 'zb', 'zc', 'zd'].map(() => [1, null]),
    )
  })

  it('proposes nobody where nobody may observe', () => {
    const [, second] = observersRota(data, { ...options, observers: ['lb'] })
    expect(second?.proposed).toBeNull()
  })

  it.each([
    ['unknown-organization', { observers: ['nobody'] }],
    ['invalid-period', { from: '2026-01-01' }],
    ['invalid-date', { asOf: '2025-02-30' }],
  ])('refuses with %s', (code, wrong) => {
    expect(() => observersRota(data, { ...options, ...wrong })).toThrow(expect.objectContaining({ code }))
  })
})

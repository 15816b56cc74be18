import { describe, expect, it } from 'vitest'
import {
  buildDataset,
  check,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRule,
  type RuleMeta,
} from '../../src/index.ts'

const source = { instrument: '本县工作安排', articleConfirmed: false, assurance: 'secondary' as const }

function reportOn(sessions: RuleMeta['sessions'], rows: Partial<DatasetRows>) {
  const rule = defineRule({
    id: 'session/any',
    title: { 'zh-CN': '活动', en: 'Sessions' },
    subject: 'session',
    who: { kind: ['branch'] },
    window: { session: true },
    ...(sessions === undefined ? {} : { sessions }),
    strength: 'must',
    assurance: 'secondary',
    parameters: {},
    citations: [source],
    uncoded: [],
    summary: { 'zh-CN': '每次活动', en: 'Each session' },
    reads: ['sessions'],
    judge: () => ({ verdict: 'met' }),
  })
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: { 'zh-CN': '测试', en: 'Test' },
    rules: [rule],
    presets: {},
  })
  const dataset = buildDataset({
    organizations: [{ id: 'b1', name: '第一党支部', kind: '党支部' }],
    members: [],
    sessions: [
      { id: 'meeting', organization: 'b1', kinds: ['党员大会'], start: '2025-03-01' },
      { id: 'both', organization: 'b1', kinds: ['主题党日', '党课'], start: '2025-03-02' },
      { id: 'odd', organization: 'b1', kinds: ['茶话会'], start: '2025-03-03' },
      { id: 'off', organization: 'b1', kinds: ['党课'], start: '2025-03-04', status: '取消' },
    ],
    export: [{ from: '2025-01-01', to: '2025-12-31' }],
    ...rows,
  })
  const config = defineConfig({ name: 'all', plugins: [plugin], rules: { 'test/session/any': 'error' } })
  const report = check(dataset, config, { asOf: '2025-06-30', allVerdicts: true })
  return {
    subjects: report.findings.map((finding) => finding.subject.id).sort(),
    without: report.problems.filter((problem) => problem.code === 'rule-without-data').length,
  }
}

const vote = (id: string, session: string, date: string) => ({ id, kind: '表决', date, session })

describe('which sessions a rule speaks of', () => {
  it('all that were held, where it does not say', () => {
    expect(reportOn(undefined, {}).subjects).toEqual(['both', 'meeting', 'odd'])
  })

  it('those of one of its kinds', () => {
    expect(reportOn({ kinds: ['party-lecture', 'talk'] }, {}).subjects).toEqual(['both'])
    expect(reportOn({ kinds: ['general-meeting', 'theme-day'] }, {}).subjects).toEqual(['both', 'meeting'])
  })

  it('those that an act of its kinds names, not later than the day of the check', () => {
    const acts = [
      vote('v1', 'meeting', '2025-03-01'),
      vote('v2', 'odd', '2025-07-01'),
      vote('v3', 'off', '2025-03-04'),
      { id: 'a4', kind: '通报', date: '2025-03-02', session: 'both' },
      { id: 'a5', kind: '表决', date: '2025-03-02', organization: 'b1' },
    ]
    expect(reportOn({ acts: ['vote'] }, { acts }).subjects).toEqual(['meeting'])
    expect(reportOn({ acts: ['vote', 'bulletin'] }, { acts }).subjects).toEqual(['both', 'meeting'])
    expect(reportOn({ acts: ['vote', 'bulletin'], kinds: ['theme-day'] }, { acts }).subjects).toEqual([
      'both',
    ])
  })

  it('without the table of acts it says nothing, once', () => {
    expect(reportOn({ acts: ['vote'] }, {})).toEqual({ subjects: [], without: 1 })
    expect(reportOn({ acts: ['vote'] }, { acts: [] })).toEqual({ subjects: [], without: 0 })
  })

  it('is refused for other subjects', () => {
    const rule = {
      id: 'branch/any',
      title: { 'zh-CN': '支部', en: 'Branches' },
      subject: 'organization' as const,
      who: { kind: ['branch' as const] },
      window: { each: 'year' as const },
      sessions: { kinds: ['talk' as const] },
      strength: 'must' as const,
      assurance: 'secondary' as const,
      parameters: {},
      citations: [source],
      uncoded: [],
      summary: { 'zh-CN': '每年', en: 'Each year' },
      reads: ['sessions' as const],
      judge: () => ({ verdict: 'met' as const }),
    }
    expect(() => defineRule(rule)).toThrow(/sessions: session/)
  })
})

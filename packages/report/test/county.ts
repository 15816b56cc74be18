import {
  buildDataset,
  type Citation,
  type Config,
  check,
  type Dataset,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRequirement,
  type Level,
  type Report,
} from '@xueshi/core'

const words: Citation = {
  instrument: '示例县党员教育工作细则',
  article: '第八条',
  articleConfirmed: false,
  quote: '党支部每季度召开1次党员大会',
  assurance: 'quoted',
}

const meeting = defineRequirement({
  id: 'branch/general-meeting',
  title: { 'zh-CN': '每季度党员大会', en: 'Quarterly general meeting' },
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'quarter' },
  demand: { measure: 'sessions', count: { kinds: ['general-meeting'] }, atLeast: { parameter: 'sessions' } },
  strength: 'must',
  assurance: 'quoted',
  parameters: {
    sessions: {
      title: { 'zh-CN': '最少次数', en: 'least number' },
      unit: 'session',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 1, from: '2019-01-01', citations: [words] }],
    },
  },
  citations: [words],
  uncoded: [{ 'zh-CN': '大会的议题', en: 'what the meeting discusses' }],
  summary: {
    'zh-CN': '每季度至少 {sessions} 次党员大会',
    en: 'At least {sessions} general meeting each quarter',
  },
})

const groupMeeting = defineRequirement({
  ...meeting,
  id: 'branch/group-meeting',
  title: { 'zh-CN': '每季度党小组会', en: 'Quarterly group meeting' },
  who: { kind: ['group'] },
  demand: { measure: 'sessions', count: { kinds: ['group-meeting'] }, atLeast: { parameter: 'sessions' } },
})

const study = defineRequirement({
  ...meeting,
  id: 'member/yearly-study',
  title: { 'zh-CN': '年度学习', en: 'Yearly study' },
  subject: 'member',
  who: { status: ['full'] },
  window: { each: 'year' },
  demand: {
    anyOf: [
      { measure: 'days', count: { kindClass: 'learning' }, atLeast: 3 },
      { measure: 'hours', count: { kindClass: 'learning' }, atLeast: { parameter: 'hours' } },
    ],
  },
  parameters: {
    hours: {
      title: { 'zh-CN': '最少学时', en: 'least hours' },
      unit: 'hour',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 24, from: '2019-01-01', citations: [words] }],
    },
  },
  summary: { 'zh-CN': '每年 3 天或 {hours} 学时', en: '3 days or {hours} hours a year' },
})

const levels: Record<string, Level> = {
  'branch/general-meeting': 'error',
  'branch/group-meeting': 'error',
  'member/yearly-study': 'warn',
}

const plugin = definePlugin({
  name: 'trial',
  version: '1.2.3',
  title: { 'zh-CN': '示例', en: 'Trial' },
  rules: [meeting, groupMeeting, study],
  presets: {},
})

/** Three rules of a plugin of its own: two on organizations (error), one on members with two ways (warn). */
export const config: Config = defineConfig({ name: 'trial', plugins: [plugin], rules: levels })

/** Two branches of which one met in each quarter of 2025 but the last; one Party group; two members. */
export const rows: DatasetRows = {
  organizations: [
    { id: 'w', name: '县直机关工委', kind: '机关工委' },
    { id: 'b1', name: '财政局第一党支部', kind: '党支部', parent: 'w' },
    { id: 'b2', name: '审计局党支部', kind: '党支部', parent: 'w' },
    { id: 'g1', name: '预算党小组', kind: '党小组', parent: 'b1' },
  ],
  members: [
    { id: 'm1', name: '欧阳测试', status: '正式党员', organization: 'b1', group: 'g1' },
    { id: 'm2', name: '上官试验', status: '正式党员', organization: 'b2' },
  ],
  sessions: ['02-10', '05-12', '08-11'].map((day, i) => ({
    id: `s${i}`,
    organization: 'b1',
    kinds: ['党员大会'],
    start: `2025-${day}T09:00+08:00`,
    end: `2025-${day}T11:00+08:00`,
  })),
  attendance: [
    { session: 's0', member: 'm1', status: '出席' },
    { session: 's1', member: 'm1', status: '缺席' },
  ],
  export: [{ exportedOn: '2026-01-05', from: '2025-01-01', to: '2025-12-31', source: '示例平台' }],
}

/** A dataset of {@link rows} with changes. */
export function dataset(changes: Partial<DatasetRows> = {}): Dataset {
  return buildDataset({ ...rows, ...changes })
}

/** The report on a dataset at the end of 2025. */
export function report(of: Dataset, options: { asOf?: string; allVerdicts?: boolean } = {}): Report {
  return check(of, config, { asOf: '2025-12-31', ...options })
}

import {
  type AggregateRule,
  definePlugin,
  defineRequirement,
  defineRule,
  type LocalizedText,
  type Plugin,
  type Rule,
  type RuleFunction,
  type RuleMeta,
} from '@xueshi/core'
import type { CaseFile, CaseRows } from '@xueshi/testing'

const words = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en })
const source = { instrument: '某县工作安排', articleConfirmed: false, assurance: 'secondary' as const }

/** A county with two branches, each below its own organ. */
export const base: CaseRows = {
  organizations: [
    { id: 'cc', name: '县委', kind: '县委' },
    { id: 'b1p', name: '甲局机关党委', kind: '机关党委', parent: 'cc' },
    { id: 'b1', name: '甲局党支部', kind: '党支部', parent: 'b1p' },
    { id: 'b2', name: '乙局党支部', kind: '党支部', parent: 'cc' },
  ],
  members: [
    { id: 'm1', name: '甲', status: '正式党员', organization: 'b1' },
    { id: 'm2', name: '乙', status: '正式党员', organization: 'b1' },
    { id: 'm3', name: '丙', status: '正式党员', organization: 'b2' },
  ],
  sessions: [],
  export: [{ exportedOn: '2026-01-05', from: '2025-01-01', to: '2025-12-31' }],
}

/** Two lectures a year from 2025 on, one in 2024. */
export const lecture = defineRequirement({
  id: 'branch/lecture',
  title: words('每年党课', 'Lectures each year'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: { parameter: 'sessions' } },
  strength: 'must',
  assurance: 'secondary',
  parameters: {
    sessions: {
      title: words('次数', 'number'),
      unit: 'session',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [
        { value: 1, from: '2024-01-01', to: '2024-12-31', citations: [source] },
        { value: 2, from: '2025-01-01', citations: [source] },
      ],
    },
  },
  citations: [source],
  uncoded: [],
  summary: words('党支部每年至少{sessions}次党课', 'A branch has at least {sessions} lectures a year'),
})

const in2024 = [{ exportedOn: '2025-01-05', from: '2024-01-01', to: '2024-12-31' }]

/** Cases that leave nothing open. */
export const lectureCases: CaseFile = {
  format: 1,
  rule: 'branch/lecture',
  cases: [
    {
      title: '两次达标，一次未达标',
      asOf: '2025-12-31',
      rows: {
        sessions: [
          { repeat: 2, id: 's{n}', organization: 'b1', kinds: ['党课'], start: '2025-0{n}-10' },
          { id: 's3', organization: 'b2', kinds: ['党课'], start: '2025-03-10' },
          { id: 's4', organization: 'b2', kinds: ['主题党日'], start: '2025-04-10' },
        ],
      },
      expect: {
        b1: { 2025: { verdict: 'met', measured: 2, required: 2 } },
        b2: { 2025: { verdict: 'breached', measured: 1, required: 2 } },
      },
    },
    {
      title: '2024年一次就够，年内成立的不适用',
      asOf: '2024-12-31',
      rows: {
        export: in2024,
        organizations: [
          { id: 'b3', name: '丙局党支部', kind: '党支部', parent: 'cc', founded: '2024-07-01' },
        ],
        sessions: [{ id: 's1', organization: 'b1', kinds: ['党课'], start: '2024-12-31' }],
      },
      expect: { b1: { 2024: 'met' }, b2: { 2024: 'breached' }, b3: { 2024: 'not-applicable' } },
    },
    {
      title: '导出只到6月：无法判断',
      asOf: '2025-12-31',
      rows: { export: [{ exportedOn: '2025-07-01', from: '2025-01-01', to: '2025-06-30' }] },
      expect: { b1: { 2025: 'unknown' }, b2: { 2025: 'unknown' } },
    },
  ],
}

const meta: RuleMeta = {
  id: 'branch/members',
  title: words('支部人数', 'Members of a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { anyDay: true },
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [source],
  uncoded: [],
  summary: words('党支部有两名以上党员', 'A branch has at least two members'),
}

/** A rule function about branches with the judgement given. */
export function rule(judge: RuleFunction['judge'], reads: RuleFunction['reads'] = ['members']): RuleFunction {
  return defineRule({ ...meta, reads, judge })
}

/** At least two members, honestly judged. */
export const members = rule(({ id }, context) => {
  const number = context.dataset.members.filter(
    (member) => context.dataset.placeOn(member.id, context.asOf).branch === id,
  ).length
  return { verdict: number >= 2 ? 'met' : 'breached', measured: number, required: 2, unit: 'person' }
})

export const membersCases: CaseFile = {
  rule: 'branch/members',
  never: { unknown: '党员名册是必备的表' },
  cases: [
    {
      title: '两人达标，一人未达标',
      asOf: '2025-12-31',
      rows: {},
      expect: {
        b1: { standing: 'met' },
        b2: { standing: { verdict: 'breached', measured: 1, unit: 'person' } },
      },
    },
  ],
}

/** An aggregate rule: the names of the branches below a committee, joined as `merge` says. */
export function aggregate(merge: (a: string[], b: string[]) => string[], empty: string[] = []): Rule {
  const whole: AggregateRule<string[]> = {
    ...meta,
    id: 'committee/branches',
    title: words('所属支部', 'Branches of a committee'),
    summary: words('机关党委有所属支部', 'A committee has branches'),
    who: { kind: ['county-committee'] },
    subject: 'organization',
    reads: ['organizations'],
    over: 'organizations',
    empty,
    collect: ({ id }, context) => (context.dataset.organization(id)?.kind === 'branch' ? [id] : []),
    merge,
    judge: (_subject, branches) => ({
      verdict: branches.length >= 2 ? 'met' : 'breached',
      measured: branches.length,
      required: 2,
      unit: 'person',
      message: words(`支部：${branches.join('、')}`, `branches: ${branches.join(', ')}`),
    }),
  }
  // The type of what is collected is the rule's own business.
  return whole as unknown as Rule
}

export const aggregateCases: CaseFile = {
  rule: 'committee/branches',
  never: { unknown: '组织表是必备的表', breached: '本用例只看合并' },
  cases: [{ title: '两个支部', asOf: '2025-12-31', rows: {}, expect: { cc: { standing: 'met' } } }],
}

/** A plugin of these rules. */
export function village(...rules: Rule[]): Plugin {
  return definePlugin({
    name: 'village',
    version: '1.0.0',
    title: words('某县', 'a county'),
    rules,
    presets: {},
  })
}

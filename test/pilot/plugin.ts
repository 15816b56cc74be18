/**
 * A plugin as somebody outside of this workspace writes it: one requirement and one rule function, against the
 * packed `@xueshi/core` alone. The tests copy it, as it is and as plain JavaScript, into an empty folder.
 */
import {
  type Citation,
  type ConfigEntry,
  definePlugin,
  defineRequirement,
  defineRule,
  type Plugin,
} from '@xueshi/core'

const notice: Citation = {
  instrument: '本县机关党员教育工作安排',
  articleConfirmed: false,
  quote: '党支部每半年至少上一次党课',
  assurance: 'quoted',
}

export const lecture = defineRequirement({
  id: 'branch/half-year-lecture',
  title: { 'zh-CN': '每半年一次党课', en: 'A lecture each half-year' },
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'half-year' },
  demand: { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: { parameter: 'sessions' } },
  strength: 'local',
  assurance: 'quoted',
  parameters: {
    sessions: {
      title: { 'zh-CN': '次数', en: 'sessions' },
      unit: 'session',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [{ value: 1, from: '2024-01-01', citations: [notice] }],
    },
  },
  citations: [notice],
  uncoded: [],
  summary: {
    'zh-CN': '党支部每半年至少 {sessions} 次党课',
    en: 'A branch holds at least {sessions} lecture each half-year',
  },
})

export const themeDayNamed = defineRule({
  id: 'branch/theme-day-named',
  title: { 'zh-CN': '确定主题党日', en: 'The theme day is set' },
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { anyDay: true },
  strength: 'local',
  assurance: 'quoted',
  parameters: {},
  citations: [notice],
  uncoded: [],
  summary: { 'zh-CN': '党支部应确定每月的主题党日', en: 'A branch has set its day of the month' },
  reads: ['organizations'],
  judge: (subject, { dataset }) => ({
    verdict: dataset.organization(subject.id)?.themeDay == null ? 'breached' : 'met',
    message: {
      'zh-CN': `${subject.id} 没有确定主题党日`,
      en: `${subject.id} has not set its theme day`,
    },
  }),
})

const presets: Record<string, ConfigEntry> = {}

const pilot: Plugin = definePlugin({
  name: 'pilot',
  version: '1.2.3',
  title: { 'zh-CN': '试点支部', en: 'Pilot branches' },
  rules: [lecture, themeDayNamed],
  presets,
})

presets.all = {
  name: 'pilot: all',
  plugins: [pilot],
  rules: { 'pilot/branch/half-year-lecture': 'error', 'pilot/branch/theme-day-named': 'warn' },
}

export default pilot

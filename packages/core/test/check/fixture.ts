import {
  type AttendanceRow,
  buildDataset,
  type CheckOptions,
  type Config,
  type Coverage,
  check,
  type DatasetRows,
  defineConfig,
  definePlugin,
  defineRequirement,
  type Finding,
  type OrganizationRow,
  type PostRow,
  type Requirement,
  type Rule,
  type SessionRow,
} from '@xueshi/core'

/** A citation for rules that exist in tests only. */
export const source = { instrument: '测试规定', articleConfirmed: false, assurance: 'secondary' } as const

/** A number parameter in force from 2000 on. */
export function number(value: number, unit: 'hour' | 'session' | 'day' | 'person' = 'session') {
  return {
    title: { 'zh-CN': '数量', en: 'number' },
    unit,
    refinement: 'raise-only' as const,
    stricter: 'higher' as const,
    versions: [{ value, from: '2000-01-01', citations: [source] }],
  }
}

type Draft = Partial<Requirement> & Pick<Requirement, 'id' | 'subject' | 'who' | 'window' | 'demand'>

/** A requirement with everything filled in that a test does not speak of. */
export function requirement(draft: Draft): Requirement {
  return defineRequirement({
    title: { 'zh-CN': draft.id, en: draft.id },
    strength: 'must',
    assurance: 'secondary',
    parameters: {},
    citations: [source],
    uncoded: [],
    summary: { 'zh-CN': draft.id, en: draft.id },
    ...draft,
  })
}

const MEMBERS = {
  all: [{ status: ['full', 'probationary'] }, { not: { suspended: true } }],
} as Requirement['who']

/** 32 learning hours a year. */
export const hours = requirement({
  id: 'member/hours',
  subject: 'member',
  who: MEMBERS,
  window: { each: 'year' },
  demand: { measure: 'hours', count: { kindClass: 'learning' }, atLeast: { parameter: 'hours' } },
  parameters: { hours: number(32, 'hour') },
  exempt: [{ tags: ['frail', 'mobility-limited', 'gravely-ill', 'incapacitated'], citation: source }],
})

/** 56 hours for committee posts, in place of 32. */
export const moreHours = requirement({
  id: 'secretary/hours',
  subject: 'member',
  who: {
    all: [
      MEMBERS,
      { post: { roles: ['secretary', 'deputy-secretary', 'committee-member'], in: ['branch'] } },
    ],
  },
  window: { each: 'year' },
  demand: { measure: 'hours', count: { kindClass: 'learning' }, atLeast: { parameter: 'hours' } },
  parameters: { hours: number(56, 'hour') },
  supersedes: ['member/hours'],
})

/** A theme day each month. */
export const themeDay = requirement({
  id: 'branch/theme-day',
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'month' },
  demand: { measure: 'sessions', count: { kinds: ['theme-day'] }, atLeast: 1 },
})

/** A general meeting each quarter. */
export const generalMeeting = requirement({
  id: 'branch/general-meeting',
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'quarter' },
  demand: { measure: 'sessions', count: { kinds: ['general-meeting'] }, atLeast: 1 },
})

/** A committee meeting each month where there is a committee. */
export const committeeMeeting = requirement({
  id: 'branch/committee-meeting',
  subject: 'organization',
  who: { all: [{ kind: ['branch'] }, { hasCommittee: true }] },
  window: { each: 'month' },
  demand: { measure: 'sessions', count: { kinds: ['committee-meeting'] }, atLeast: 1 },
})

/** An organizational life meeting each year, of the branch or one of its groups. */
export const lifeMeeting = requirement({
  id: 'branch/life-meeting',
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['org-life-meeting'], organizer: 'own-or-groups' },
    atLeast: 1,
  },
})

/** The same in the fourth quarter. */
export const lifeMeetingQ4 = requirement({
  id: 'branch/life-meeting-q4',
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['org-life-meeting'], organizer: 'own-or-groups', quarter: 4 },
    atLeast: 1,
  },
})

/** No longer than six months without organizational life. */
export const absence = requirement({
  id: 'member/absence',
  subject: 'member',
  who: MEMBERS,
  window: { rolling: true },
  demand: {
    measure: 'gap',
    count: { kindClass: 'organizational-life' },
    atMost: 'P6M',
    noticeFrom: 'P4M',
    opportunity: { kindClass: 'organizational-life', organizer: 'own' },
  },
})

/** Three days or 24 hours between becoming a candidate and admission. */
export const training = requirement({
  id: 'development/training',
  subject: 'member',
  who: { status: ['candidate', 'probationary', 'full'] },
  window: { between: ['candidate', 'admitted'] },
  presence: 'end',
  demand: {
    anyOf: [
      { measure: 'days', count: { kinds: ['target-training'] }, atLeast: 3 },
      { measure: 'hours', count: { kinds: ['target-training'] }, atLeast: 24 },
    ],
  },
})

/** A lecture a year by the secretary of a leadership group. */
export const lecture = requirement({
  id: 'leader/lecture',
  subject: 'post',
  who: {
    all: [{ status: ['full'] }, { post: { roles: ['leadership-secretary'], in: ['leadership-group'] } }],
  },
  window: { each: 'year' },
  demand: { measure: 'sessions', count: { kinds: ['party-lecture'], capacities: ['lecturer'] }, atLeast: 1 },
})

/** A config with all given rules at level error. */
export function configOf(...rules: readonly Rule[]): Config {
  const plugin = definePlugin({
    name: 'test',
    version: '1.0.0',
    title: { 'zh-CN': '测试', en: 'test' },
    rules: [...rules],
    presets: {},
  })
  return defineConfig({
    name: 'test',
    plugins: [plugin],
    rules: Object.fromEntries(rules.map((rule) => [rule.id, 'error' as const])),
  })
}

/** A session of branch b on a day at 09:00, two hours long unless `more` says otherwise. */
export function session(id: string, kind: string, day: string, more: Partial<SessionRow> = {}): SessionRow {
  return {
    id,
    organization: 'b',
    kinds: [kind],
    start: `${day}T09:00+08:00`,
    end: `${day}T11:00+08:00`,
    ...more,
  }
}

/** Presence of member m at a session. */
export function attended(sessionId: string, more: Partial<AttendanceRow> = {}): AttendanceRow {
  return { session: sessionId, member: 'm', status: 'present', ...more }
}

/** What a test adds to the smallest county: branch b with full member m, covered 2025. */
export interface Additions extends Partial<Omit<DatasetRows, 'organizations'>> {
  readonly organizations?: readonly OrganizationRow[]
  readonly covers?: Coverage
  readonly posts?: readonly PostRow[]
}

/** Rows of the smallest county with additions. */
export function rowsWith(additions: Additions = {}): DatasetRows {
  const { covers, organizations, members, sessions, ...rest } = additions
  return {
    organizations: [{ id: 'b', name: '第一党支部', kind: 'branch' }, ...(organizations ?? [])],
    members: members ?? [
      {
        id: 'm',
        name: '甲某',
        status: 'full',
        organization: 'b',
        admittedOn: '2010-07-01',
        fullOn: '2011-07-01',
      },
    ],
    sessions: sessions ?? [],
    attendance: [],
    posts: [],
    export: [
      { exportedOn: '2026-01-05', from: covers?.from ?? '2025-01-01', to: covers?.to ?? '2025-12-31' },
    ],
    ...rest,
  }
}

/** Findings of all verdicts. */
export function findingsOf(
  rules: readonly Rule[],
  additions: Additions,
  asOf = '2025-12-31',
  options: Partial<CheckOptions> = {},
): readonly Finding[] {
  return check(buildDataset(rowsWith(additions)), configOf(...rules), { asOf, allVerdicts: true, ...options })
    .findings
}

/** Verdicts by `subject window`, short form for tables of cases. */
export function verdictsOf(
  rules: readonly Rule[],
  additions: Additions,
  asOf = '2025-12-31',
  options: Partial<CheckOptions> = {},
): Record<string, string> {
  return Object.fromEntries(
    findingsOf(rules, additions, asOf, options).map((finding) => [
      `${rules.length > 1 ? `${finding.rule.slice(5)} ` : ''}${finding.subject.id} ${finding.window.key}`,
      finding.verdict,
    ]),
  )
}

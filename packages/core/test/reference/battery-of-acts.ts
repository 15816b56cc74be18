/** Requirements on acts, lags, deadlines, terms and the facts beyond status and post; they are no law. */
import type { Requirement, RuleMeta } from '../../src/requirement/schema.ts'
import { branches, members, parameter, requirement, secretaries } from './battery.ts'

const learning = { kindClass: 'learning' as const }
const central = { kindClass: 'central' as const }

const ACTS: readonly Requirement[] = [
  requirement('act/talk', {
    subject: 'member',
    who: members,
    window: { each: 'quarter' },
    presence: 'any',
    demand: { measure: 'acts', count: { acts: ['talk'] }, atLeast: 1 },
  }),
  requirement('act/as-counterpart', {
    subject: 'member',
    who: members,
    window: { each: 'half-year' },
    demand: { measure: 'acts', count: { acts: ['contact', 'talk'], as: 'counterpart' }, atLeast: 1 },
  }),
  requirement('act/as-member', {
    subject: 'member',
    who: { not: { status: ['full'] } },
    window: { each: 'year' },
    presence: 'end',
    demand: {
      measure: 'acts',
      count: { acts: ['contact', 'talk'], as: 'member', topics: ['party-history'] },
      atMost: 1,
    },
  }),
  requirement('act/or-training', {
    subject: 'member',
    who: members,
    window: { each: 'year' },
    presence: 'any',
    supersedes: ['member/hours-year'],
    demand: {
      anyOf: [
        { measure: 'acts', count: { acts: ['activist-review', 'talk'] }, atLeast: 3 },
        { measure: 'sessions', count: central, atLeast: 2 },
        { measure: 'hours', count: learning, atLeast: 10 },
      ],
    },
  }),
  requirement('act/of-post', {
    subject: 'post',
    who: secretaries,
    window: { each: 'year' },
    presence: 'any',
    demand: { measure: 'acts', count: { acts: ['duty-report', 'talk'], ofPost: true }, atLeast: 1 },
  }),
  requirement('act/of-branch', {
    subject: 'organization',
    who: branches,
    window: { each: 'year' },
    presence: 'any',
    demand: {
      allOf: [
        { measure: 'acts', count: { acts: ['study-plan', 'talk'] }, atLeast: 1 },
        { measure: 'sessions', count: { kinds: ['party-lecture', 'theme-day'] }, atLeast: 1 },
      ],
    },
  }),
]

const LAGS: readonly Requirement[] = [
  requirement('lag/oath', {
    subject: 'member',
    who: members,
    window: { between: ['admitted', { act: 'oath' }] },
    presence: 'any',
    demand: { measure: 'lag', atMost: 'P6M' },
  }),
  requirement('lag/probation', {
    subject: 'member',
    who: { not: { suspended: true } },
    window: { between: ['admitted', 'full-member'] },
    presence: 'any',
    parameters: { longest: parameter('P12M', '2023-01-01') },
    demand: { measure: 'lag', atLeast: 'P6M', atMost: { parameter: 'longest' } },
  }),
  requirement('lag/wait', {
    subject: 'member',
    who: { status: ['activist', 'candidate'] },
    window: { between: ['activist', 'candidate'] },
    presence: 'any',
    demand: { measure: 'lag', atLeast: 'P6M' },
  }),
  requirement('lag/and-act', {
    subject: 'member',
    who: { not: { suspended: true } },
    window: { between: [{ act: 'contact' }, { act: 'talk' }] },
    presence: 'any',
    demand: {
      allOf: [
        { measure: 'lag', atMost: 'P3M' },
        { measure: 'acts', count: { acts: ['talk'], as: 'counterpart' }, atLeast: 1 },
      ],
    },
  }),
  requirement('lag/post', {
    subject: 'post',
    who: secretaries,
    window: { between: ['post-start', { act: 'duty-report' }] },
    presence: 'any',
    demand: { measure: 'lag', atMost: 'P10M' },
  }),
  requirement('lag/branch', {
    subject: 'organization',
    who: branches,
    window: { between: [{ act: 'election' }, { act: 'study-plan' }] },
    demand: { measure: 'lag', atMost: 'P2M' },
  }),
]

const DEADLINES: readonly Requirement[] = [
  requirement('after/full', {
    subject: 'member',
    who: { not: { suspended: true } },
    window: { after: 'full-member', within: 'P6M' },
    presence: 'any',
    demand: { measure: 'sessions', count: central, atLeast: 1 },
  }),
  requirement('after/contact', {
    subject: 'member',
    who: { not: { suspended: true } },
    window: { after: { act: 'contact' }, within: { parameter: 'time' } },
    presence: 'any',
    parameters: { time: parameter('P2M', '2025-02-01') },
    exempt: [{ tags: ['frail'], citation: parameter(1).versions[0]!.citations[0]! }],
    demand: { measure: 'acts', count: { acts: ['talk'] }, atLeast: 1 },
  }),
  requirement('after/post-start', {
    subject: 'post',
    who: secretaries,
    window: { after: 'post-start', within: 'P3M' },
    demand: {
      anyOf: [
        { measure: 'days', count: learning, atLeast: 2 },
        { measure: 'acts', count: { acts: ['duty-report'] }, atLeast: 1 },
      ],
    },
  }),
  requirement('after/election', {
    subject: 'organization',
    who: branches,
    window: { after: { act: 'election' }, within: 'P40D' },
    demand: {
      measure: 'sessions',
      count: { kinds: ['theme-day', 'org-life-meeting'], organizer: 'own-or-groups' },
      atLeast: 1,
    },
  }),
  requirement('after/plus', {
    subject: 'member',
    who: { not: { suspended: true } },
    window: { between: ['candidate', 'admitted'], plus: { parameter: 'time' } },
    presence: 'P1M',
    parameters: { time: parameter('P1M', '2023-01-01') },
    demand: {
      anyOf: [
        { measure: 'acts', count: { acts: ['talk', 'activist-review'] }, atLeast: 1 },
        { measure: 'hours', count: { kinds: ['target-training'] }, atLeast: 4 },
      ],
    },
  }),
  requirement('term/hours', {
    subject: 'member',
    who: members,
    window: { term: 'P7M', from: '2024-05-31' },
    presence: 'any',
    demand: {
      anyOf: [
        { measure: 'days', count: central, atLeast: 3 },
        { measure: 'hours', count: learning, atLeast: 16 },
      ],
    },
  }),
  requirement('term/post', {
    subject: 'post',
    who: secretaries,
    window: { term: 'P2Y', from: '2024-01-01' },
    presence: 'any',
    demand: { measure: 'acts', count: { acts: ['duty-report', 'talk'] }, atLeast: 2 },
  }),
  requirement('term/branch', {
    subject: 'organization',
    who: branches,
    window: { term: 'P1Y', from: '2024-10-01' },
    presence: 'any',
    demand: {
      anyOf: [
        { measure: 'sessions', count: { kinds: ['party-lecture'] }, atLeast: 2 },
        { measure: 'acts', count: { acts: ['study-plan'] }, atLeast: 2 },
      ],
    },
  }),
]

const hours = { measure: 'hours', count: learning, atLeast: 4 } as const

function facts(id: string, who: RuleMeta['who'], more: Partial<RuleMeta> = {}): Requirement {
  return requirement(`who/${id}`, {
    subject: 'member',
    who,
    window: { each: 'half-year' },
    presence: 'any',
    demand: hours,
    ...more,
  })
}

const FACTS: readonly Requirement[] = [
  facts('young', { all: [members, { age: { atMost: 59 } }] }),
  facts(
    'old',
    { all: [members, { age: { atLeast: 60 } }, { under: ['general', 'lead'] }] },
    { presence: 'whole' },
  ),
  facts(
    'not-young',
    { all: [{ not: { age: { atLeast: 35, atMost: 59 } } }, { not: { under: ['organ'] } }] },
    { window: { after: 'full-member', within: 'P1Y' } },
  ),
  facts('rank', { all: [members, { rank: ['county-deputy'] }] }),
  facts('education', {
    any: [{ education: ['大学'] }, { all: [{ occupation: ['教师'] }, { not: { rank: ['section-1'] } }] }],
  }),
  facts('full-time', {
    all: [members, { post: { roles: ['secretary', 'committee-member'], in: ['branch'], fullTime: true } }],
  }),
  facts(
    'full-time-post',
    { post: { roles: ['secretary', 'committee-member'], in: ['branch', 'organ-committee'], fullTime: true } },
    { subject: 'post' },
  ),
  facts(
    'half-time-post',
    {
      all: [
        { post: { roles: ['secretary', 'deputy-secretary'], in: ['branch'] } },
        { not: { post: { roles: ['secretary'], in: ['branch'], fullTime: true } } },
        { under: ['general', 'br3'] },
      ],
    },
    { subject: 'post', presence: 'whole' },
  ),
  requirement('who/groups', {
    subject: 'organization',
    who: { all: [branches, { hasGroups: true }, { not: { under: ['general'] } }] },
    window: { each: 'quarter' },
    presence: 'whole',
    demand: { measure: 'sessions', count: { kinds: ['theme-day'] }, atLeast: 1 },
  }),
  requirement('who/groups-of-organ', {
    subject: 'organization',
    who: { all: [branches, { hasGroups: true }, { under: ['organ'] }] },
    window: { each: 'month' },
    presence: 'any',
    demand: { measure: 'sessions', count: { kinds: ['theme-day', 'group-meeting'] }, atLeast: 1 },
  }),
  requirement('who/gap-under', {
    subject: 'member',
    who: { all: [members, { under: ['organ', 'br4'] }] },
    window: { rolling: true },
    demand: {
      measure: 'gap',
      count: { kindClass: 'organizational-life' },
      atMost: 'P6M',
      noticeFrom: 'P4M',
      opportunity: { kindClass: 'organizational-life', organizer: 'own' },
    },
  }),
]

/** All of them. */
export const ACT_BATTERY: readonly Requirement[] = [...ACTS, ...LAGS, ...DEADLINES, ...FACTS]

/**
 * Requirements that use every word of the vocabulary, also those that no national rule needs. They are no
 * law: numbers are small, so that small counties meet and miss them.
 */
import type { Bound, Requirement, RuleMeta } from '../../src/requirement/schema.ts'
import type { ReferenceRule } from './reference.ts'

const note = { 'zh-CN': '测试', en: 'test' }
const citation = { instrument: '测试规定', articleConfirmed: false, assurance: 'secondary' as const }

export function parameter(
  value: number | string,
  from = '2019-01-01',
  to?: string,
): RuleMeta['parameters'][string] {
  const version = { value, from, ...(to === undefined ? {} : { to }), citations: [citation] }
  return { title: note, unit: 'session', refinement: 'replace', stricter: 'higher', versions: [version] }
}

export function requirement(
  id: string,
  parts: Pick<RuleMeta, 'subject' | 'who' | 'window'> & Partial<RuleMeta> & { demand: Bound },
): Requirement {
  return {
    id,
    title: note,
    strength: 'must',
    assurance: 'secondary',
    parameters: {},
    citations: [citation],
    uncoded: [],
    summary: note,
    ...parts,
  }
}

export const members: RuleMeta['who'] = {
  all: [{ status: ['full', 'probationary'] }, { not: { suspended: true } }],
}
export const branches: RuleMeta['who'] = { kind: ['branch'] }
export const secretaries: RuleMeta['who'] = {
  post: { roles: ['secretary', 'deputy-secretary'], in: ['branch', 'general-branch', 'organ-committee'] },
}
const learning = { kindClass: 'learning' as const }

export const BATTERY: readonly Requirement[] = [
  requirement('member/hours-year', {
    subject: 'member',
    who: members,
    window: { each: 'year' },
    parameters: {
      hours: {
        ...parameter(6, '2019-01-01', '2025-06-30'),
        versions: [
          parameter(6, '2019-01-01', '2025-06-30').versions[0]!,
          parameter(9, '2025-07-01').versions[0]!,
        ],
      },
    },
    exempt: [{ tags: ['frail', 'mobility-limited', 'gravely-ill', 'incapacitated'], citation }],
    demand: { measure: 'hours', count: learning, atLeast: { parameter: 'hours' } },
  }),
  requirement('member/hours-half', {
    subject: 'member',
    who: { any: [members, { tag: ['mobile'] }] },
    window: { each: 'half-year' },
    presence: 'any',
    demand: { measure: 'hours', count: learning, atLeast: 3, atMost: 12 },
  }),
  requirement('member/hours-quarter-present', {
    subject: 'member',
    who: members,
    window: { each: 'quarter' },
    presence: 'end',
    parameters: { hours: parameter(2, '2025-04-01') },
    demand: {
      measure: 'hours',
      count: { kinds: ['collective-study', 'party-lecture'], capacities: ['member', 'observer'] },
      atLeast: { parameter: 'hours' },
    },
  }),
  requirement('member/minimum-presence', {
    subject: 'member',
    who: members,
    window: { each: 'year' },
    presence: 'P6M',
    demand: {
      measure: 'sessions',
      count: { kindClass: 'organizational-life', organizer: 'own' },
      atLeast: 2,
    },
  }),
  requirement('member/days-or-hours', {
    subject: 'member',
    who: { not: { status: ['applicant'] } },
    window: { each: 'year' },
    presence: 'any',
    demand: {
      anyOf: [
        { measure: 'days', count: { kinds: ['target-training', 'central-training'] }, atLeast: 3 },
        { measure: 'hours', count: { kinds: ['target-training', 'central-training'] }, atLeast: 16 },
      ],
    },
  }),
  requirement('member/event', {
    subject: 'member',
    who: { status: ['candidate', 'probationary'] },
    window: { between: ['candidate', 'admitted'] },
    presence: 'any',
    demand: {
      anyOf: [
        { measure: 'days', count: { kinds: ['target-training'] }, atLeast: 2 },
        { measure: 'hours', count: { kinds: ['target-training'] }, atLeast: 8 },
      ],
    },
  }),
  requirement('member/probation', {
    subject: 'member',
    who: members,
    window: { between: ['admitted', 'full-member'] },
    demand: { measure: 'sessions', count: { kindClass: 'central' }, atLeast: 1 },
  }),
  requirement('member/below', {
    subject: 'member',
    who: { all: [{ status: ['full'] }, { below: 'working-committee' }] },
    window: { each: 'quarter' },
    demand: {
      measure: 'sessions',
      count: { kinds: ['theme-day'], modes: ['in-person', 'video'] },
      atLeast: 1,
    },
  }),
  requirement('member/gap', {
    subject: 'member',
    who: members,
    window: { rolling: true },
    exempt: [{ tags: ['frail', 'mobility-limited'], citation }],
    demand: {
      measure: 'gap',
      count: { kindClass: 'organizational-life' },
      atMost: 'P6M',
      noticeFrom: 'P4M',
      opportunity: { kindClass: 'organizational-life', organizer: 'own' },
    },
  }),
  requirement('holder/hours', {
    subject: 'member',
    who: { all: [members, secretaries] },
    window: { each: 'year' },
    supersedes: ['member/hours-year'],
    parameters: { hours: parameter(12, '2025-01-01') },
    exempt: [{ tags: ['frail'], citation }],
    demand: { measure: 'hours', count: learning, atLeast: { parameter: 'hours' } },
  }),
  requirement('post/lecture', {
    subject: 'post',
    who: secretaries,
    window: { each: 'year' },
    presence: 'any',
    demand: {
      measure: 'sessions',
      count: { kinds: ['party-lecture'], capacities: ['lecturer'] },
      atLeast: 1,
    },
  }),
  requirement('post/two-lives', {
    subject: 'post',
    who: {
      all: [
        { post: { roles: ['leadership-secretary', 'leadership-member'], in: ['leadership-group'] } },
        { status: ['full'] },
      ],
    },
    window: { each: 'year' },
    presence: 'end',
    demand: {
      allOf: [
        { measure: 'sessions', count: { kindClass: 'organizational-life', organizer: 'own' }, atLeast: 1 },
        { measure: 'sessions', count: { kinds: ['democratic-life-meeting'], organizer: 'post' }, atLeast: 1 },
      ],
    },
  }),
  requirement('post/rotation', {
    subject: 'post',
    who: secretaries,
    window: { each: 'half-year' },
    demand: {
      measure: 'sessions',
      count: {
        kindClass: 'central',
        organizer: { kinds: ['county-committee', 'working-committee'] },
      },
      atLeast: 1,
    },
  }),
  requirement('branch/month', {
    subject: 'organization',
    who: branches,
    window: { each: 'month' },
    demand: { measure: 'sessions', count: { kinds: ['theme-day', 'general-meeting'] }, atLeast: 1 },
  }),
  requirement('branch/committee', {
    subject: 'organization',
    who: { all: [branches, { hasCommittee: true }] },
    window: { each: 'month' },
    presence: 'end',
    demand: { measure: 'sessions', count: { kinds: ['committee-meeting'] }, atLeast: 1 },
  }),
  requirement('branch/groups-too', {
    subject: 'organization',
    who: { all: [branches, { not: { parentKind: ['leadership-group'] } }] },
    window: { each: 'year' },
    demand: {
      measure: 'sessions',
      count: { kinds: ['org-life-meeting'], organizer: 'own-or-groups' },
      atLeast: 1,
    },
  }),
  requirement('branch/fourth-quarter', {
    subject: 'organization',
    who: branches,
    window: { each: 'year' },
    demand: {
      measure: 'sessions',
      count: { kinds: ['org-life-meeting', 'theme-day'], quarter: 4 },
      atLeast: 1,
    },
  }),
  requirement('branch/topic', {
    subject: 'organization',
    who: { kind: ['branch', 'general-branch', 'organ-committee'] },
    window: { each: 'year' },
    presence: 'any',
    demand: { measure: 'sessions', count: { kindClass: 'learning', topics: ['party-history'] }, atLeast: 1 },
  }),
  requirement('branch/cap', {
    subject: 'organization',
    who: branches,
    window: { each: 'quarter' },
    presence: 'any',
    demand: { measure: 'sessions', count: {}, atMost: 3 },
  }),
  requirement('branch/form', {
    subject: 'organization',
    who: branches,
    window: { anyDay: true },
    demand: {
      allOf: [
        { measure: 'size', of: 'full-members', atLeast: 1 },
        {
          measure: 'size',
          of: 'committee-besides-secretary',
          when: { size: 'full-members', atLeast: 2 },
          atLeast: 1,
        },
      ],
    },
  }),
  requirement('branch/committee-size', {
    subject: 'organization',
    who: { all: [branches, { hasCommittee: true }] },
    window: { anyDay: true },
    demand: { measure: 'size', of: 'committee', atLeast: 2, atMost: 3 },
  }),
  requirement('branch/members', {
    subject: 'organization',
    who: { kind: ['branch', 'group'] },
    window: { anyDay: true },
    demand: { measure: 'size', of: 'members', atMost: 2 },
  }),
]

/** Rules for the reference, under the name of a plugin. */
export function rulesOf(requirements: readonly Requirement[]): readonly ReferenceRule[] {
  return requirements.map((rule) => ({ id: `battery/${rule.id}`, level: 'warn', rule }))
}

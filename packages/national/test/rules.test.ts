import { readFileSync } from 'node:fs'
import {
  type Citation,
  fillText,
  isAggregateRule,
  isRuleFunction,
  type Rule,
  requirementSchema,
  ruleMetaSchema,
} from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import national from '../src/index.ts'
import { instruments } from '../src/instruments/index.ts'

/** Id, strength, assurance, subject: the table of regulations that a person can compare with the texts. */
const TABLE = `
branch/committee-meeting              usual   verified  organization
branch/committee-size                 usual   verified  organization
branch/democratic-appraisal           usual   verified  organization
branch/form                           must    verified  organization
branch/founding-approval              usual   verified  organization
branch/general-meeting                usual   verified  organization
branch/group-meeting                  usual   verified  organization
branch/org-life-meeting               must    verified  organization
branch/org-life-meeting-q4            usual   verified  organization
branch/party-history-study            must    verified  organization
branch/party-lecture                  local   verified  organization
branch/secretary-seniority            usual   verified  post
branch/size                           usual   verified  organization
branch/talk-matrix                    usual   verified  organization
branch/term                           usual   verified  organization
branch/theme-day                      must    verified  organization
branch/theme-day-fixed                usual   verified  organization
branch/vacancy                        derived verified  organization
cadre/annual-training                 must    verified  member
cadre/class-leave                     usual   verified  member
cadre/five-year-training              must    verified  member
cadre/online-hours                    must    quoted    member
center-group/party-history            must    verified  organization
center-group/plan-and-report/plan     must    secondary organization
center-group/plan-and-report/report   must    secondary organization
center-group/quarterly-study          must    secondary organization
committee/annual-central-training     must    verified  post
committee/annual-rotation             must    verified  organization
committee/cadre-assembly              must    verified  organization
committee/education-report            must    verified  organization
committee/org-form                    must    verified  organization
county/branch-work-review             must    verified  organization
data/checksums                        derived secondary member
data/date-order                       derived verified  member
data/double-count                     local   secondary organization
data/hour-sanity                      derived secondary member
development/activist/consent          must    verified  member
development/activist/contact-persons  must    verified  member
development/activist/duration         must    verified  member
development/activist/notice           must    verified  member
development/activist/reviews          must    verified  member
development/annual-analysis           must    verified  organization
development/annual-analysis/county    must    verified  organization
development/annual-report             must    verified  organization
development/deadlines/applicant-talk  must    verified  member
development/deadlines/approval        must    verified  member
development/deadlines/approval-limit  must    verified  member
development/deadlines/branch-meeting  must    verified  member
development/deadlines/oath            usual   verified  member
development/introducer                must    verified  member
development/introducer/barred         must    verified  member
development/introducer/sanctioned     usual   verified  member
development/political-review          must    verified  member
development/target-training           usual   verified  member
development/target-training/gate      must    verified  member
development/target-training/mode      usual   verified  member
leader/democratic-life-meeting        must    quoted    organization
leader/democratic-life-meeting-q4     usual   quoted    organization
leader/democratic-life-meeting-quorum must    quoted    session
leader/dual-life                      must    verified  post
meeting/chair                         must    verified  session
meeting/committee-quorum              must    verified  session
meeting/quorum/admission              must    verified  session
meeting/quorum/election               must    secondary session
meeting/quorum/ordinary               must    verified  session
member/abroad-contact                 must    verified  member
member/absence-6-months               must    verified  member
member/annual-central-training        must    verified  member
member/annual-hours                   usual   verified  member
member/appraisal-covered              usual   verified  member
member/exempt-home-learning           derived verified  member
member/mobile-follow-up               derived verified  member
member/new-member-training            usual   secondary member
member/single-branch                  must    verified  member
party-group/secretary-lecture         must    verified  post
probation/period/approval             must    verified  member
probation/period/extension            must    verified  member
probation/period/length               must    verified  member
probation/period/limit                must    verified  member
probation/period/timely               derived verified  member
secretary/annual-duty-report/members  must    verified  post
secretary/annual-duty-report/upper    must    verified  post
secretary/annual-hours                usual   secondary member
secretary/annual-rotation             must    verified  post
secretary/care-talk                   derived verified  member
secretary/induction-training          derived verified  post
staff/rotation-training               derived verified  post
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

/** The national numbers, by rule and parameter, at the end of 2026. */
const NUMBERS: Record<string, Record<string, number | string>> = {
  'branch/founding-approval': { limit: 'P1M' },
  'branch/party-lecture': { sessions: 1 },
  'branch/talk-matrix': { talks: 1, partners: 1, groupSize: 2 },
  'branch/term': {
    branchTerm: 'P3Y',
    generalBranchTerm: 'P3Y',
    committeeTerm: 'P5Y',
    notice: 'P6M',
    extension: 'P1Y',
  },
  'branch/vacancy': { limit: 'P3M' },
  'center-group/party-history': { times: 1 },
  'center-group/plan-and-report/plan': { times: 1 },
  'center-group/plan-and-report/report': { times: 1 },
  'committee/annual-rotation': { sessions: 1 },
  'committee/cadre-assembly': { sessions: 1 },
  'committee/education-report': { times: 1 },
  'county/branch-work-review': { times: 1 },
  'leader/democratic-life-meeting-quorum': { part: 2, whole: 3 },
  'meeting/chair': { chairs: 1 },
  'meeting/committee-quorum': { attendanceLead: 0 },
  'meeting/quorum/admission': { attendanceLead: 1, approvalLead: 1 },
  'meeting/quorum/election': { part: 4, whole: 5 },
  'meeting/quorum/ordinary': { attendanceLead: 0, approvalLead: 1 },
  'branch/committee-meeting': { sessions: 1 },
  'branch/committee-size': { committeeFrom: 7, least: 3, most: 7 },
  'branch/democratic-appraisal': { sessions: 1 },
  'branch/form': { fullMembers: 3, committeeFrom: 7, committeePosts: 1 },
  'branch/general-meeting': { sessions: 1 },
  'branch/group-meeting': { sessions: 1 },
  'branch/org-life-meeting': { sessions: 1 },
  'branch/org-life-meeting-q4': { sessions: 1 },
  'branch/party-history-study': { sessions: 1 },
  'branch/secretary-seniority': { partyAge: 'P1Y' },
  'branch/size': { members: 50 },
  'branch/theme-day': { sessions: 1 },
  'branch/theme-day-fixed': { tolerance: 0 },
  'cadre/annual-training': { days: 12, hours: 90 },
  'cadre/class-leave': { hoursPerLeave: 7 },
  'cadre/five-year-training': { days: 90, hours: 550 },
  'cadre/online-hours': { hours: 50 },
  'center-group/quarterly-study': { sessions: 1 },
  'committee/annual-central-training': { sessions: 1 },
  'committee/org-form': { committeeFrom: 100, generalBranchFrom: 50 },
  'development/target-training': { days: 3, hours: 24 },
  'data/checksums': {},
  'data/date-order': { age: 'P18Y', probation: 'P1Y' },
  'data/double-count': { sessions: 0 },
  'data/hour-sanity': { hours: 8 },
  'development/activist/consent': { records: 1 },
  'development/activist/contact-persons': { least: 1, most: 2 },
  'development/activist/duration': { least: 'P1Y' },
  'development/activist/notice': { workdays: 5 },
  'development/activist/reviews': { reviews: 1 },
  'development/annual-analysis': { analyses: 1 },
  'development/annual-analysis/county': { analyses: 1 },
  'development/annual-report': { reports: 1 },
  'development/deadlines/applicant-talk': { within: 'P1M' },
  'development/deadlines/approval': { within: 'P3M' },
  'development/deadlines/approval-limit': { within: 'P6M' },
  'development/deadlines/branch-meeting': { within: 'P1M' },
  'development/deadlines/oath': { within: 'P1M' },
  'development/introducer': { persons: 2 },
  'development/introducer/barred': { persons: 0 },
  'development/introducer/sanctioned': { persons: 0 },
  'development/political-review': { reviews: 1 },
  'development/target-training/gate': { sessions: 1 },
  'development/target-training/mode': { sessions: 0 },
  'probation/period/approval': { within: 'P3M' },
  'probation/period/extension': { times: 1, least: 'P6M', most: 'P12M' },
  'probation/period/length': { least: 'P1Y' },
  'probation/period/limit': { most: 'P2Y' },
  'probation/period/timely': { grace: 'P1M' },
  'leader/democratic-life-meeting': { sessions: 1 },
  'leader/democratic-life-meeting-q4': { sessions: 1 },
  'leader/dual-life': { branchMeetings: 1, leadershipMeetings: 1 },
  'member/abroad-contact': { contacts: 1 },
  'member/absence-6-months': { limit: 'P6M', notice: 'P4M' },
  'member/annual-central-training': { sessions: 1 },
  'member/annual-hours': { hours: 32 },
  'member/appraisal-covered': { times: 1 },
  'member/exempt-home-learning': { visits: 1 },
  'member/mobile-follow-up': { contacts: 1, studies: 1 },
  'member/new-member-training': { sessions: 1, after: 'P12M' },
  'member/single-branch': {},
  'party-group/secretary-lecture': { sessions: 1 },
  'secretary/annual-duty-report/members': { reports: 1 },
  'secretary/annual-duty-report/upper': { reports: 1 },
  'secretary/annual-hours': { hours: 56 },
  'secretary/annual-rotation': { sessions: 1 },
  'secretary/care-talk': { within: 'P30D' },
  'secretary/induction-training': { sessions: 1, deadline: 'P6M' },
  'staff/rotation-training': { sessions: 1 },
}

function citationsOf(rule: Rule): Citation[] {
  return [
    ...rule.citations,
    ...(rule.exempt ?? []).map((exemption) => exemption.citation),
    ...Object.values(rule.parameters).flatMap((parameter) =>
      parameter.versions.flatMap((version) => version.citations),
    ),
  ]
}

const BOUNDS = ['atLeast', 'atMost', 'noticeFrom', 'plus', 'within']

/** Everything that bounds a measure or a window, wherever it stands. */
function boundsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (BOUNDS.includes(key) ? [part] : boundsIn(part)))
}

const rules = [...national.rules].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('the 23 rules', () => {
  it('have the ids, strengths, assurances and subjects of the table', () => {
    expect(rules.map((rule) => [rule.id, rule.strength, rule.assurance, rule.subject])).toEqual(TABLE)
  })

  it('have the national numbers', () => {
    const found = Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        Object.fromEntries(
          Object.entries(rule.parameters).map(([name, { versions }]) => [name, versions.at(-1)!.value]),
        ),
      ]),
    )
    expect(found).toEqual(NUMBERS)
  })

  it.each(rules)('$id is valid, frozen and plain data but for its function', (rule) => {
    if (isRuleFunction(rule)) {
      const { judge, reads, ...meta } = rule
      expect(ruleMetaSchema.safeParse(meta).error).toBeUndefined()
      expect(typeof judge).toBe('function')
      expect(reads.length).toBeGreaterThan(0)
    } else if (isAggregateRule(rule)) {
      const { collect, merge, judge, reads, over, empty, ...meta } = rule
      expect(ruleMetaSchema.safeParse(meta).error).toBeUndefined()
      for (const part of [collect, merge, judge]) expect(typeof part).toBe('function')
      expect(reads.length).toBeGreaterThan(0)
      expect(['members', 'organizations']).toContain(over)
      expect(JSON.parse(JSON.stringify(empty))).toEqual(empty)
    } else {
      expect(requirementSchema.safeParse(rule).error).toBeUndefined()
      expect(JSON.parse(JSON.stringify(rule))).toEqual(rule)
    }
    expect(Object.isFrozen(rule)).toBe(true)
    expect(Object.isFrozen(rule.parameters)).toBe(true)
  })

  it.each(rules)(
    '$id reads every parameter it defines, and no number stands in the demand itself',
    (rule) => {
      if (!('demand' in rule)) return
      const read = [...boundsIn(rule.demand), ...boundsIn(rule.window)].map(
        (bound) => (bound as { parameter?: string }).parameter ?? bound,
      )
      expect(new Set(read)).toEqual(new Set(Object.keys(rule.parameters)))
    },
  )

  it.each(rules)('$id fills every placeholder of its texts', (rule) => {
    const data = Object.fromEntries(Object.keys(rule.parameters).map((name) => [name, 1]))
    for (const text of [rule.title, rule.summary, rule.advice!, ...rule.uncoded]) {
      const filled = fillText(text, data)
      expect(filled['zh-CN']).not.toMatch(/\{[a-zA-Z]+\}/)
      expect(filled.en).not.toMatch(/\{[a-zA-Z]+\}/)
      expect(filled['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
    }
    for (const text of [rule.title, rule.summary, rule.advice!])
      expect(text.en.replace(/[“（【].*?[”）】]/g, '')).toMatch(/[a-z]{3}/)
    for (const name of Object.keys(rule.parameters)) expect(rule.summary['zh-CN']).toContain(`{${name}}`)
    expect(rule.uncoded.length).toBeGreaterThan(0)
  })

  it.each(rules)(
    '$id has parameter versions that follow one another and begin with an instrument',
    (rule) => {
      for (const { versions } of Object.values(rule.parameters)) {
        for (const version of versions) {
          const names = version.citations.map((citation) => citation.instrument)
          const begins = instruments
            .filter((instrument) => instrument.inForce === version.from)
            .map(({ name }) => name)
          expect(
            names.some((name) => begins.includes(name)),
            `${version.from} ${names}`,
          ).toBe(true)
        }
        for (const [i, version] of versions.slice(1).entries())
          expect(version.from > versions[i]!.to!).toBe(true)
      }
    },
  )

  it('are joinable both ways', () => {
    const joined = new Set(
      rules.flatMap((rule) => (rule.joinableWith ?? []).map((other) => `${rule.id} ${other}`)),
    )
    for (const pair of joined) expect(joined).toContain(pair.split(' ').reverse().join(' '))
  })
})

describe('citations', () => {
  const sentences = instruments.flatMap((instrument) =>
    Object.values(instrument.sentences).map((sentence) => ({ instrument: instrument.name, sentence })),
  )

  it('belong to their instrument and quote words wherever they were read', () => {
    for (const { instrument, sentence } of sentences) {
      expect(sentence.instrument).toBe(instrument)
      if (sentence.assurance === 'secondary') expect(sentence.note).toBeDefined()
      else expect(sentence.quote!.length).toBeGreaterThan(5)
      expect(sentence.quote ?? '').not.toMatch(/\s|…|\*/)
    }
  })

  it('name an article wherever its number was confirmed, and only then', () => {
    for (const { sentence } of sentences) {
      if (sentence.articleConfirmed)
        expect(sentence.article).toMatch(/^第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+[款项])?$/)
      else expect(sentence.article ?? '第三章').toMatch(/^第[三四]章$/)
    }
  })

  it.each(rules)('$id takes all of them from the instruments', (rule) => {
    for (const citation of citationsOf(rule))
      expect(
        sentences.some(
          ({ sentence }) =>
            sentence.instrument === citation.instrument &&
            sentence.article === citation.article &&
            sentence.quote === citation.quote &&
            sentence.assurance === citation.assurance,
        ),
      ).toBe(true)
  })

  it.each(rules)('$id is as sure as the weakest of the citations of its duty', (rule) => {
    const order = ['verified', 'quoted', 'secondary']
    const weakest = Math.max(...rule.citations.map((citation) => order.indexOf(citation.assurance)))
    expect(rule.assurance).toBe(order[weakest])
  })
})

describe('presets', () => {
  const level = { must: 'error', usual: 'warn', derived: 'warn', local: 'off' } as const
  const { organ, organUnconfirmed } = national.presets

  it('organ holds the verified and quoted rules at the level of their strength', () => {
    const expected = rules
      .filter((rule) => rule.assurance !== 'secondary')
      .map((rule) => [`national/${rule.id}`, level[rule.strength]])
    expect(organ.rules).toEqual(Object.fromEntries(expected))
    expect(expected).toHaveLength(78)
  })

  it('organUnconfirmed holds the rest, with the reason', () => {
    expect(Object.keys(organUnconfirmed.rules!).sort()).toEqual([
      'national/center-group/plan-and-report/plan',
      'national/center-group/plan-and-report/report',
      'national/center-group/quarterly-study',
      'national/data/checksums',
      'national/data/double-count',
      'national/data/hour-sanity',
      'national/meeting/quorum/election',
      'national/member/new-member-training',
      'national/secretary/annual-hours',
    ])
    expect(organUnconfirmed.rules).toMatchObject({
      'national/center-group/quarterly-study': { level: 'error', reason: expect.stringContaining('未读到') },
      'national/secretary/annual-hours': { level: 'warn', reason: expect.stringContaining('未读到') },
    })
  })

  it('bring the plugin itself, so that no config has to', () => {
    expect(organ.plugins).toEqual([national])
    expect(organ.plugins![0]).toBe(national)
    expect(organUnconfirmed.plugins![0]).toBe(national)
    expect(Object.keys(national.presets)).toEqual(['organ', 'organUnconfirmed'])
    expect(Object.isFrozen(national.presets)).toBe(true)
  })

  it('the plugin says the version of its package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(national.version).toBe(version)
  })
})

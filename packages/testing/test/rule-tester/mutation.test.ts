import { defineRequirement, type Requirement } from '@xueshi/core'
import { mutantsOf, mutationCheck } from '@xueshi/testing'
import { describe, expect, it } from 'vitest'
import { base, lecture, lectureCases, members, village } from './village.ts'

const idsOf = (change: Partial<Requirement>): string[] =>
  mutantsOf(defineRequirement({ ...lecture, parameters: {}, summary: lecture.title, ...change })).map(
    ({ id }) => id,
  )

describe('mutants', () => {
  it('of the lecture', () => {
    expect(mutantsOf(lecture).map(({ id }) => id)).toEqual([
      'parameters.sessions 2024-01-01: 1 → 0',
      'parameters.sessions 2024-01-01: 1 → 2',
      'parameters.sessions 2025-01-01: 2 → 1',
      'parameters.sessions 2025-01-01: 2 → 3',
      'who: not',
      'window.each: year → half-year',
      'presence: whole → any',
      'presence: whole → end',
      'demand: atLeast → atMost',
      'demand.count: −kinds',
    ])
  })

  it('of a rule function: not of its code', () => {
    expect(mutantsOf(members).map(({ id }) => id)).toEqual(['who: not'])
  })

  it.each<[string, Partial<Requirement>, string[]]>([
    [
      'a filter',
      {
        subject: 'member',
        who: { status: ['full'] },
        demand: {
          measure: 'sessions',
          count: {
            kindClass: 'learning',
            modes: ['online', 'video'],
            organizer: 'own',
            capacities: ['lecturer'],
            quarter: 4,
          },
          atLeast: 1,
        },
      },
      [
        'demand.count: −kindClass',
        'demand.count: −modes',
        'demand.count: −organizer',
        'demand.count: −capacities',
        'demand.count: −quarter',
        'demand.count.modes: −online',
        'demand.count.capacities: +observer',
        'demand.count.kindClass: learning → central',
        'demand.count.organizer: own → own-or-groups',
        'demand.count.quarter: 4 → 3',
        'demand: atLeast → atMost',
        'demand.atLeast: 1 → 2',
      ],
    ],
    [
      'a disjunction',
      {
        subject: 'member',
        who: { status: ['full'] },
        demand: {
          anyOf: [
            { measure: 'days', count: { kinds: ['target-training'] }, atLeast: 3 },
            { measure: 'hours', count: { kinds: ['target-training'] }, atLeast: 24 },
          ],
        },
      },
      ['demand: anyOf → allOf', 'demand.anyOf: −[0]', 'demand.anyOf[1].atLeast: 24 → 25'],
    ],
    [
      'a population',
      {
        subject: 'member',
        who: {
          all: [
            { status: ['full', 'probationary'] },
            { not: { suspended: true } },
            {
              any: [
                { below: 'working-committee' },
                { post: { roles: ['secretary', 'deputy-secretary'], in: ['branch'] } },
              ],
            },
          ],
        },
        demand: { measure: 'sessions', count: {}, atLeast: 1 },
      },
      [
        'who.all: −[0]',
        'who.all: −[1]',
        'who.all: −[2]',
        'who.all[0]: not',
        'who.all[0].status: −full',
        'who.all[1]: −not',
        'who.all[2].any: −[0]',
        'who.all[2].any[1]: not',
        'who.all[2].any[1].post.roles: −secretary',
      ],
    ],
    [
      'a window between milestones',
      {
        subject: 'member',
        who: { status: ['candidate'] },
        window: { between: ['candidate', 'admitted'] },
        presence: 'P3M',
        exempt: [{ tags: ['frail', 'abroad'], citation: lecture.citations[0]! }],
        demand: { measure: 'sessions', count: {}, atLeast: 1 },
      },
      [
        'window.between[0]: candidate → activist',
        'window.between[1]: admitted → full-member',
        'presence: P3M → P2M',
        'presence: P3M → P4M',
        'exempt: −[0]',
        'exempt[0].tags: −frail',
      ],
    ],
  ])('of %s', (_, change, some) => {
    expect(idsOf(change)).toEqual(expect.arrayContaining(some))
  })

  it('are each another valid rule', () => {
    const mutants = mutantsOf(lecture)
    expect(new Set(mutants.map(({ rule }) => JSON.stringify(rule))).size).toBe(mutants.length)
    for (const { rule } of mutants) expect(JSON.stringify(rule)).not.toBe(JSON.stringify(lecture))
  })
})

describe('the mutation check', () => {
  const check = (file = lectureCases, equivalent: { mutant: string; reason: string }[] = []) =>
    mutationCheck(village(lecture), file, { base, equivalent })

  it('leaves nobody alive where the cases show everything', () => {
    expect(check()).toEqual({ rule: 'branch/lecture', mutants: 10, survivors: [], needless: [] })
  })

  it('names who survives where a case is missing', () => {
    const cases = [lectureCases.cases[0]!, lectureCases.cases[2]!]
    expect(check({ ...lectureCases, cases }).survivors).toEqual([
      'parameters.sessions 2024-01-01: 1 → 0',
      'parameters.sessions 2024-01-01: 1 → 2',
      'presence: whole → any',
      'presence: whole → end',
    ])
  })

  it('accepts what is listed as equivalent, and nothing needlessly listed', () => {
    const listed = ['presence: whole → any', 'who: not', 'no such mutant'].map((mutant) => ({
      mutant,
      reason: '…',
    }))
    const cases = [lectureCases.cases[0]!, lectureCases.cases[2]!]
    const { survivors, needless } = check({ ...lectureCases, cases }, listed)
    expect(survivors).not.toContain('presence: whole → any')
    expect(needless).toEqual(['who: not', 'no such mutant'])
  })

  it('knows every rule it is asked about', () => {
    expect(() => check({ ...lectureCases, rule: 'branch/nothing' })).toThrowError(/branch\/nothing/)
  })
})

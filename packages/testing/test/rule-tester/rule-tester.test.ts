import { type CaseFaultCode, type CaseFile, type RuleResult, runCases } from '@xueshi/testing'
import { describe, expect, it } from 'vitest'
import {
  aggregate,
  aggregateCases,
  base,
  lecture,
  lectureCases,
  members,
  membersCases,
  rule,
  village,
} from './village.ts'

function codesOf({ cases, faults }: RuleResult): CaseFaultCode[] {
  return [...new Set([...faults, ...cases.flatMap((result) => result.faults)].map((fault) => fault.code))]
}

/** The cases with the first one changed. */
function first(change: object): CaseFile {
  const [one, ...rest] = lectureCases.cases
  return { ...lectureCases, cases: [{ ...one!, ...change }, ...rest] }
}

const without = (...positions: number[]): CaseFile => ({
  ...lectureCases,
  cases: lectureCases.cases.filter((_, i) => !positions.includes(i)),
})

describe('cases of a requirement', () => {
  it('that leave nothing open pass, and give every finding', () => {
    const result = runCases(village(lecture), lectureCases, { base })
    expect(result).toMatchObject({ rule: 'branch/lecture', ok: true, faults: [] })
    expect(result.cases.map(({ findings }) => findings.map(({ verdict }) => verdict))).toEqual([
      ['met', 'breached'],
      ['met', 'breached', 'not-applicable'],
      ['unknown', 'unknown'],
    ])
  })

  it.each<[string, CaseFile, CaseFaultCode[]]>([
    [
      'a verdict that is not found',
      first({ expect: { b1: { 2025: 'met' }, b2: { 2025: 'met' } } }),
      ['unexpected-verdict'],
    ],
    [
      'a number that is not found',
      first({ expect: { b1: { 2025: { verdict: 'met', measured: 3 } }, b2: { 2025: 'breached' } } }),
      ['unexpected-verdict'],
    ],
    ['a finding that nobody expects', first({ expect: { b1: { 2025: 'met' } } }), ['unexpected-verdict']],
    [
      'an expectation that nothing answers',
      first({ expect: { ...lectureCases.cases[0]!.expect, b9: { 2025: 'met' } } }),
      ['unexpected-verdict'],
    ],
    [
      'rows with an error',
      first({ rows: { ...lectureCases.cases[0]!.rows, members: [{ id: 'm1' }] } }),
      ['problem'],
    ],
    ['a day that is none', first({ asOf: '2025-02-30' }), ['crashed', 'missing-version-day']],
    ['no case that is unknown', without(2), ['missing-verdict']],
    ['no case of an old version', without(1), ['missing-version-day']],
    ['no case of the version in force', without(0), ['missing-version-day']],
    [
      'a version whose number the case sets itself',
      first({ parameters: { sessions: 2 } }),
      ['missing-version-day'],
    ],
    [
      'the same input twice',
      { ...lectureCases, cases: [...lectureCases.cases, { ...lectureCases.cases[2]!, title: '又一次' }] },
      ['duplicate-case'],
    ],
    [
      'the same title twice',
      {
        ...lectureCases,
        cases: [...lectureCases.cases, { ...lectureCases.cases[2]!, config: [{ rules: {} }] }],
      },
      ['duplicate-case'],
    ],
    [
      'a verdict that can never be, and is',
      { ...lectureCases, never: { unknown: '不会' } },
      ['impossible-verdict'],
    ],
    ['a rule that is none', { ...lectureCases, rule: 'branch/nothing' }, ['unknown-rule']],
  ])('with %s are refused', (_, file, codes) => {
    const result = runCases(village(lecture), file, { base })
    expect(codesOf(result).sort()).toEqual(codes.sort())
    expect(result.ok).toBe(false)
  })

  it('miss a version by its day', () => {
    const { faults } = runCases(village(lecture), without(1), { base })
    expect(faults[0]?.message).toEqual({
      'zh-CN':
        'branch/lecture：缺少从 2024-01-01 开始的那一期的用例（参数版本 sessions 2024-01-01..2024-12-31）',
      en: 'branch/lecture: no case in the window that begins on 2024-01-01 (version sessions 2024-01-01..2024-12-31)',
    })
  })

  it('say what was expected and what was found', () => {
    const { cases } = runCases(village(lecture), first({ expect: { b1: { 2025: 'met' } } }), { base })
    expect(cases[0]?.faults[0]).toMatchObject({
      message: { en: 'village/branch/lecture: b2 2025: expected —, found breached' },
      expected: { b1: { 2025: 'met' } },
      found: { b1: { 2025: 'met' }, b2: { 2025: 'breached' } },
    })
  })

  it('set parameters, levels and further entries, and speak of other rules', () => {
    const strict = { ...lecture, id: 'branch/lecture-strict' }
    const file: CaseFile = {
      rule: 'branch/lecture-strict',
      cases: [
        {
          title: '甲局加严',
          asOf: '2025-12-31',
          rows: lectureCases.cases[0]!.rows,
          parameters: { sessions: 3 },
          config: [{ when: { under: ['b1p'] }, rules: { 'branch/lecture-strict': 'warn' } }],
          expect: {
            b1: { 2025: { verdict: 'breached', required: 3, level: 'warn', organization: 'b1' } },
            b2: { 2025: { verdict: 'breached', required: 3, level: 'error' } },
          },
          others: { 'branch/lecture': { b1: { 2025: 'met' }, b2: { 2025: 'breached' } } },
        },
      ],
    }
    const result = runCases(village(lecture, strict), file, { base })
    expect(result.cases[0]?.faults).toEqual([])
  })
})

describe('cases of a rule function', () => {
  it('that is honest pass, though the rule is off by its strength', () => {
    expect(runCases(village(members), membersCases, { base })).toMatchObject({ ok: true })
  })

  let calls = 0
  let last = ''
  it.each<[string, Parameters<typeof rule>, CaseFaultCode[]]>([
    [
      'reads a table it does not declare',
      [(_, { dataset }) => ({ verdict: dataset.sessions.length > 9 ? 'met' : 'breached' })],
      ['problem', 'unexpected-verdict'],
    ],
    [
      'counts its calls',
      [
        ({ id }) => ({
          verdict: id === 'b1' ? 'met' : 'breached',
          measured: id === 'b1' ? 1 : ++calls,
          unit: 'person',
        }),
      ],
      ['not-repeatable', 'order-matters', 'split-matters'],
    ],
    [
      'depends on the order of rows',
      [
        ({ id }, { dataset }) => ({
          verdict: id === 'b1' ? 'met' : 'breached',
          measured: id === 'b1' ? (dataset.member('m1')?.place?.row ?? 0) : 1,
          unit: 'person',
        }),
      ],
      ['order-matters'],
    ],
    [
      'depends on who was judged before',
      [
        ({ id }) => {
          const again = last === id
          last = id
          return { verdict: id === 'b1' && !again ? 'met' : 'breached', measured: 1, unit: 'person' }
        },
      ],
      ['split-matters'],
    ],
    [
      'leaves a placeholder',
      [
        ({ id }) => ({
          verdict: id === 'b1' ? 'met' : 'breached',
          measured: 1,
          unit: 'person',
          message: { 'zh-CN': '有{number}人', en: 'one' },
        }),
      ],
      ['placeholder'],
    ],
    [
      'has no English message',
      [
        ({ id }) => ({
          verdict: id === 'b1' ? 'met' : 'breached',
          measured: 1,
          unit: 'person',
          message: { 'zh-CN': '一人', en: 'undefined' },
        }),
      ],
      ['message'],
    ],
  ])('that %s are refused', (_, [judge, reads], codes) => {
    const result = runCases(village(rule(judge, reads)), membersCases, { base, seed: 3 })
    expect(codesOf(result).sort()).toEqual(codes.sort())
  })

  it('that changes what it is given are refused', () => {
    const greedy = rule(({ id }, { dataset }) => {
      const list = dataset.members as unknown as { id: string }[]
      list.push({ id: 'm9' })
      return { verdict: id === 'b1' ? 'met' : 'breached', measured: 1, unit: 'person' }
    })
    const result = runCases(village(greedy), membersCases, { base })
    expect(result.cases[0]?.faults.map(({ message }) => message.en).join()).toMatch(
      /crashed|object is not extensible/,
    )
    expect(result.ok).toBe(false)
  })
})

describe('cases of an aggregate rule', () => {
  const run = (...rules: Parameters<typeof aggregate>) =>
    codesOf(runCases(village(aggregate(...rules)), aggregateCases, { base }))

  it('that merges in any order pass', () => {
    expect(run((a, b) => [...a, ...b].sort())).toEqual([])
  })

  it.each<[string, Parameters<typeof aggregate>]>([
    ['whose order shows', [(a, b) => [...a, ...b]]],
    ['whose neutral value is not neutral', [(a, b) => [...a, ...b].sort(), ['x']]],
    [
      'that changes its parts in place',
      [
        (a, b) => {
          a.push(...b)
          return a.sort()
        },
      ],
    ],
  ])('%s are refused', (_, given) => {
    expect(run(...given)).toContain('merge-matters')
  })
})

import { describe, expect, it } from 'vitest'
import { build, codes, plus, problems, small } from './fixture.ts'

const branch = (id: string, parent?: string, more: object = {}) => ({
  id,
  name: `name of ${id}`,
  kind: 'branch',
  parent,
  ...more,
})

describe('organizations', () => {
  it('are named by code, Chinese kind and name of the parent', () => {
    const dataset = build()
    expect(problems(dataset)).toEqual([])
    expect(dataset.organizations.map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['b1', 'branch', 'g'],
      ['b1-1', 'group', 'b1'],
      ['b1-2', 'group', 'b1'],
      ['b2', 'branch', 'g'],
      ['b2-1', 'group', 'b2'],
      ['g', 'general-branch', null],
    ])
    expect(dataset.subtree('b1')).toEqual(['b1', 'b1-1', 'b1-2'])
    expect(dataset.subtree('g')).toHaveLength(6)
    expect(dataset.subtree('nobody')).toEqual([])
  })

  it.each([
    [
      'unknown kind: the record is lost',
      [branch('x', 'g', { kind: '党校' })],
      ['unknown-word 党校'],
      undefined,
    ],
    ['unknown parent: a root', [branch('x', 'nowhere')], ['unknown-organization nowhere'], null],
    [
      'parent with an ambiguous name: a root',
      [branch('x', '第一党小组')],
      ['ambiguous-organization 第一党小组'],
      null,
    ],
    [
      'dissolved before founded',
      [branch('x', 'g', { founded: '2025-02-01', dissolved: '2025-01-31' })],
      ['date-order x'],
      'g',
    ],
    [
      'a day that does not exist',
      [branch('x', 'g', { founded: '2025-02-30' })],
      ['invalid-date 2025-02-30'],
      'g',
    ],
    ['equal duplicates', [branch('x', 'g'), branch('x', 'g')], ['duplicate-id x'], 'g'],
    [
      'different duplicates',
      [branch('x', 'g', { themeDay: '每月5日' }), branch('x', 'g')],
      ['duplicate-id x'],
      'g',
    ],
  ])('%s', (_, rows, expected, parent) => {
    const dataset = build({ organizations: plus('organizations', ...rows) })
    expect(problems(dataset)).toEqual(expected)
    expect(dataset.organization('x')?.parent).toBe(parent)
  })

  it('are kept independently of the order of different duplicates', () => {
    const one = branch('x', 'g', { name: '甲' })
    const two = branch('x', 'g', { name: '乙' })
    const names = [
      [one, two, one],
      [two, one, one],
      [one, one, two],
    ].map((rows) => {
      const dataset = build({ organizations: plus('organizations', ...rows) })
      expect(dataset.problems.map((problem) => problem.severity).sort()).toEqual(
        dataset.organization('x')?.name === '甲' ? ['error', 'warning'] : ['error', 'error'],
      )
      return dataset.organization('x')?.name
    })
    expect(new Set(names).size).toBe(1)
  })

  it('that are above one another in a circle are cut at the smallest id', () => {
    const dataset = build({
      organizations: plus(
        'organizations',
        branch('z', 'y'),
        branch('x', 'z'),
        branch('y', 'x'),
        branch('w', 'y'),
        branch('v', 'v'),
      ),
    })
    expect(problems(dataset)).toEqual(['organization-cycle x → z → y → x', 'organization-cycle v → v'])
    expect(dataset.problems.every((problem) => problem.severity === 'error')).toBe(true)
    expect(['v', 'w', 'x', 'y', 'z'].map((id) => dataset.organization(id)?.parent)).toEqual([
      null,
      'y',
      null,
      'x',
      'y',
    ])
    expect(dataset.subtree('x')).toEqual(['w', 'x', 'y', 'z'])
  })

  it('may be a long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => branch(`c${i}`, i === 0 ? undefined : `c${i - 1}`))
    const dataset = build({ organizations: [...small.organizations, ...chain] })
    expect(dataset.subtree('c0')).toHaveLength(20_000)
    expect(codes(dataset)).toEqual([])
  })
})

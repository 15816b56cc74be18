import { describe, expect, it } from 'vitest'
import { build, problems } from './fixture.ts'

const row = (organization: string, from: string, to?: string, member = 'p1') => ({
  member,
  organization,
  from,
  to,
})

describe('where a member belongs', () => {
  it.each<
    [
      string,
      { home?: string; group?: string; rows?: object[] },
      Record<string, [string | null, string | null]>,
      string[],
    ]
  >([
    [
      'without the table: where the record says',
      {},
      { '1900-01-01': ['b1', null], '2025-06-01': ['b1', null] },
      [],
    ],
    ['the group the record says, by code', { group: 'b1-2' }, { '2025-06-01': ['b1', 'b1-2'] }, []],
    ['by a name unique within the branch', { group: '第一党小组' }, { '2025-06-01': ['b1', 'b1-1'] }, []],
    [
      'a group of another branch is none',
      { group: 'b2-1' },
      { '2025-06-01': ['b1', null] },
      ['group-outside-branch p1'],
    ],
    ['a group as the organization', { home: 'b1-2' }, { '2025-06-01': ['b1', 'b1-2'] }, []],
    ['an unknown branch', { home: 'x' }, { '2025-06-01': [null, null] }, ['unknown-organization x']],
    [
      'an ambiguous name',
      { home: '第一党小组' },
      { '2025-06-01': [null, null] },
      ['ambiguous-organization 第一党小组'],
    ],
    ['something that is no branch', { home: 'g' }, { '2025-06-01': ['g', null] }, ['not-a-branch g']],
    [
      'a transfer',
      { home: 'b2', rows: [row('b1', '2020-01-01', '2025-04-30'), row('b2', '2025-05-01')] },
      {
        '2019-12-31': [null, null],
        '2020-01-01': ['b1', null],
        '2025-04-30': ['b1', null],
        '2025-05-01': ['b2', null],
      },
      [],
    ],
    [
      'a transfer out that nobody received',
      { rows: [row('b1', '2020-01-01', '2025-04-30')] },
      { '2025-04-30': ['b1', null], '2025-12-31': ['b1', null] },
      [],
    ],
    [
      'a gap belongs to the old branch',
      { home: 'b2', rows: [row('b1', '2020-01-01', '2025-03-31'), row('b2', '2025-06-01')] },
      { '2025-05-31': ['b1', null], '2025-06-01': ['b2', null] },
      [],
    ],
    [
      'the later of two that run',
      { home: 'b2', rows: [row('b1', '2020-01-01'), row('b2', '2025-05-01')] },
      { '2025-04-30': ['b1', null], '2025-05-01': ['b2', null] },
      [],
    ],
    [
      'the smaller id of two that begin together',
      { rows: [row('b2', '2020-01-01'), row('b1', '2020-01-01')] },
      { '2025-05-01': ['b1', null] },
      [],
    ],
    [
      'a stay elsewhere and back',
      { rows: [row('b1', '2020-01-01'), row('b2', '2025-03-01', '2025-05-31')] },
      { '2025-02-28': ['b1', null], '2025-03-01': ['b2', null], '2025-06-01': ['b1', null] },
      [],
    ],
    [
      'a group is its branch and the group',
      { rows: [row('b1-1', '2020-01-01', '2025-05-31'), row('b1-2', '2025-06-01')] },
      { '2025-05-31': ['b1', 'b1-1'], '2025-06-01': ['b1', 'b1-2'] },
      [],
    ],
    [
      'branch and group by rows of their own',
      { rows: [row('b1', '2020-01-01'), row('b1-2', '2020-01-01')] },
      { '2025-05-31': ['b1', 'b1-2'] },
      [],
    ],
    [
      'the group of the record holds in the branch now',
      { home: 'b2', group: 'b2-1', rows: [row('b1', '2020-01-01', '2025-04-30'), row('b2', '2025-05-01')] },
      { '2025-04-30': ['b1', null], '2025-05-01': ['b2', 'b2-1'] },
      [],
    ],
    [
      'affiliations win over the record',
      { home: 'b2', rows: [row('b1', '2020-01-01')] },
      { '2025-06-01': ['b1', null] },
      ['affiliation-conflict p1'],
    ],
    [
      'no row of one’s own: the record',
      { rows: [row('b1', '2020-01-01', undefined, 'p2')] },
      { '2010-01-01': ['b1', null] },
      [],
    ],
    [
      'rows that are refused',
      {
        rows: [
          row('b2', '2025-05-01', '2025-04-30'),
          row('x', '2025-01-01'),
          row('l', '2025-01-01'),
          row('b2', '2025-01-01', undefined, 'x'),
        ],
      },
      { '2025-06-01': ['b1', null] },
      ['date-order 2025-05-01..2025-04-30', 'not-a-branch l', 'unknown-member x', 'unknown-organization x'],
    ],
  ])('%s', (_, { home = 'b1', group, rows }, expected, faults) => {
    const organizations = [
      { id: 'g', name: '党总支', kind: '党总支' },
      { id: 'l', name: '党组', kind: '党组' },
      { id: 'b1', name: '第一党支部', kind: '党支部', parent: 'g' },
      { id: 'b2', name: '第二党支部', kind: '党支部', parent: 'g' },
      { id: 'b1-1', name: '第一党小组', kind: '党小组', parent: 'b1' },
      { id: 'b1-2', name: '第二党小组', kind: '党小组', parent: 'b1' },
      { id: 'b2-1', name: '第一党小组', kind: '党小组', parent: 'b2' },
    ]
    const members = [
      { id: 'p1', name: '甲一', status: 'full', organization: home, group },
      { id: 'p2', name: '乙二', status: 'full', organization: 'b1' },
    ]
    const dataset = build({ organizations, members, ...(rows === undefined ? {} : { affiliations: rows }) })
    for (const [date, [branch, own]] of Object.entries(expected))
      expect([date, dataset.placeOn('p1', date)]).toEqual([date, { branch, group: own }])
    expect(problems(dataset)).toEqual(faults)
    const last = Object.values(expected).at(-1)!
    expect([dataset.member('p1')?.branch, dataset.member('p1')?.group]).toEqual(last)
  })
})

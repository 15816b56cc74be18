import { expect, it } from 'vitest'
import { buildDataset } from '../../src/index.ts'

const dataset = buildDataset({
  organizations: [{ id: 'b1', name: '第一党支部', kind: '党支部' }],
  members: [
    {
      id: 'p1',
      name: '甲',
      status: '正式党员',
      organization: 'b1',
      candidateOn: '2023-01-10',
      admittedOn: '2023-06-01',
      fullOn: '2024-06-01',
      membership: '正常',
      suspendedOn: '2025-03-01',
      resumedOn: '2025-05-01',
      leftOn: '2025-09-01',
      tags: ['行动不便@2024-07-01..2024-12-31', '退役军人'],
    },
  ],
  sessions: [],
  export: [{ from: '2023-01-01', to: '2025-12-31' }],
})

it.each([
  ['2023-01-09', null, false, ['退役军人']],
  ['2023-01-10', 'candidate', false, ['退役军人']],
  ['2023-05-31', 'candidate', false, ['退役军人']],
  ['2023-06-01', 'probationary', false, ['退役军人']],
  ['2024-06-01', 'full', false, ['退役军人']],
  ['2024-07-01', 'full', false, ['mobility-limited', '退役军人']],
  ['2024-12-31', 'full', false, ['mobility-limited', '退役军人']],
  ['2025-01-01', 'full', false, ['退役军人']],
  ['2025-03-01', 'full', true, ['退役军人']],
  ['2025-04-30', 'full', true, ['退役军人']],
  ['2025-05-01', 'full', false, ['退役军人']],
  ['2025-08-31', 'full', false, ['退役军人']],
  ['2025-09-01', null, false, []],
])('the facts of %s', (date, status, suspended, tags) => {
  const facts = dataset.factsOn('p1', date)
  expect({ ...facts, tags: [...facts.tags].sort() }).toEqual({ status, suspended, tags })
})

it('nothing holds of a person nobody knows', () => {
  expect(dataset.factsOn('p2', '2025-01-01')).toEqual({ status: null, suspended: false, tags: [] })
})

import { buildDataset, createDatasetBuilder, XueshiError } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, codes, problems, small } from './fixture.ts'

const session = (id: string, start: string, status?: string) => ({
  id,
  organization: 'b1',
  kinds: ['党课'],
  start,
  status,
})
const sessions = [session('a', '2025-02-10'), session('b', '2025-11-30')]

describe('what the data covers', () => {
  it.each<[string, object[], { from: string; to: string }, string | null, string[]]>([
    [
      'as the export says',
      [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' }],
      { from: '2025-01-01', to: '2025-12-31' },
      '2025-12-31',
      [],
    ],
    ['the months of the sessions', [], { from: '2025-02-01', to: '2025-11-30' }, null, ['coverage-assumed']],
    [
      'only the export date',
      [{ exportedOn: '2025-12-01' }],
      { from: '2025-02-01', to: '2025-11-30' },
      '2025-12-01',
      ['coverage-assumed'],
    ],
    [
      'only its beginning',
      [{ from: '2025-01-15' }],
      { from: '2025-01-15', to: '2025-11-30' },
      null,
      ['coverage-assumed'],
    ],
    [
      'ends before it begins',
      [{ from: '2025-06-01', to: '2025-05-01' }],
      { from: '2025-02-01', to: '2025-11-30' },
      null,
      ['coverage-assumed', 'coverage-order 2025-06-01..2025-05-01'],
    ],
    [
      'the same twice',
      [
        { from: '2025-01-01', to: '2025-12-31' },
        { from: '2025-01-01', to: '2025-12-31' },
      ],
      { from: '2025-01-01', to: '2025-12-31' },
      null,
      [],
    ],
    [
      'different statements',
      [
        { exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' },
        { exportedOn: '2025-11-30', from: '2025-03-01', to: '2025-11-30' },
      ],
      { from: '2025-03-01', to: '2025-11-30' },
      '2025-11-30',
      ['export-conflict'],
    ],
  ])('%s', (_, rows, covers, exportedOn, faults) => {
    const dataset = build({ sessions, export: rows })
    expect(dataset.covers).toEqual(covers)
    expect(dataset.exportedOn).toBe(exportedOn)
    expect(problems(dataset)).toEqual(faults)
    expect(dataset.trustworthy).toBe(true)
  })

  it('does not reach as far as sessions that are only planned', () => {
    const planned = [...sessions, session('c', '2026-05-01', '计划'), session('d', '2024-01-01', '取消')]
    expect(build({ sessions: planned, export: [] }).covers).toEqual({ from: '2025-02-01', to: '2025-11-30' })
  })

  it('is what the caller says before anything else', () => {
    const covers = { from: '2024-01-01', to: '2024-12-31' }
    expect(build({ sessions }, { covers }).covers).toEqual(covers)
    expect(() => build({}, { covers: { from: '2025-01-02', to: '2025-01-01' } })).toThrow(XueshiError)
    expect(() => build({}, { covers: { from: '2025-02-30', to: '2025-03-01' } })).toThrow(/2025-02-30/)
  })

  it('is nothing without sessions and without a word', () => {
    const dataset = build({ sessions: [], export: [] })
    expect(codes(dataset)).toEqual(['no-coverage'])
    expect(dataset.covers).toEqual({ from: '0001-01-01', to: '0001-01-01' })
    expect(dataset.trustworthy).toBe(false)
  })
})

describe('tables', () => {
  it.each(['organizations', 'members', 'sessions'] as const)('%s is required', (table) => {
    const builder = createDatasetBuilder({ covers: { from: '2025-01-01', to: '2025-12-31' } })
    for (const other of ['organizations', 'members', 'sessions'] as const)
      if (other !== table) builder.add(other, [])
    const dataset = builder.build()
    expect(dataset.problems).toMatchObject([{ code: 'missing-table', severity: 'fatal', table }])
    expect(dataset.counts).not.toHaveProperty(table)
    expect(dataset.trustworthy).toBe(false)
  })

  it('that were declared are there, if empty', () => {
    const builder = createDatasetBuilder()
    builder.declare('posts', ['role'])
    builder.declare('attendance')
    const dataset = builder.build()
    expect(dataset.counts).toEqual({ posts: 0, attendance: 0 })
    expect([dataset.hasColumn('posts', 'role'), dataset.hasColumn('posts', 'from')]).toEqual([true, false])
  })

  it('know the columns that had a value', () => {
    const dataset = build({ sessions: [session('a', '2025-02-10'), session('b', '2025-02-10', 'held')] })
    expect(
      ['start', 'status', 'topics', 'hours'].map((column) => dataset.hasColumn('sessions', column)),
    ).toEqual([true, true, false, false])
    const rows = [{ session: 's1', member: 'p1', status: '出席', hours: 1 }]
    expect(
      ['status', 'hours', 'capacity'].map((c) => build({ attendance: rows }).hasColumn('attendance', c)),
    ).toEqual([true, true, false])
  })

  it('of which more than half was lost cannot be relied on', () => {
    const bad = { id: 'x', name: '丙', status: '群众', organization: 'b1' }
    const two = build({ members: [...small.members, bad, { ...bad, id: 'y' }] })
    const three = build({ members: [...small.members, bad, { ...bad, id: 'y' }, { ...bad, id: 'z' }] })
    expect([two.trustworthy, three.trustworthy]).toEqual([true, false])
    expect(codes(three)).toContain('table-untrustworthy')
  })

  it('are closed by building', () => {
    const builder = createDatasetBuilder()
    builder.build()
    expect(() => builder.add('members', [])).toThrow(expect.objectContaining({ code: 'dataset-closed' }))
    expect(() => builder.build()).toThrow(expect.objectContaining({ code: 'dataset-closed' }))
  })
})

describe('waivers', () => {
  const waiver = {
    rule: 'r',
    subject: 'p1',
    from: '2025-01-01',
    to: '2025-06-30',
    reason: '借调',
    approver: '甲',
    document: '〔2025〕1号',
  }
  it('are kept in order, once each', () => {
    const dataset = build({
      waivers: [
        { ...waiver, rule: 's' },
        waiver,
        waiver,
        { ...waiver, to: '2024-12-31' },
        { ...waiver, document: '' },
      ],
    })
    expect(dataset.waivers.map(({ rule }) => rule)).toEqual(['r', 's'])
    expect(problems(dataset)).toEqual([
      'date-order 2025-01-01..2024-12-31',
      'duplicate-record r',
      'missing-value ',
    ])
    expect(dataset.counts.waivers).toBe(2)
  })
})

it('an empty input is a dataset with problems, not an error', () => {
  const dataset = buildDataset({ organizations: [], members: [], sessions: [] })
  expect(codes(dataset)).toEqual(['no-coverage'])
  expect([dataset.organizations, dataset.members, dataset.sessions, dataset.posts, dataset.waivers]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
})

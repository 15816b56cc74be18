import {
  buildDataset,
  type DatasetRows,
  defineConfig,
  defineIndicator,
  definePlugin,
  type Indicator,
  indicatorSheet,
} from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../../../test/runs.ts'

const text = (zh: string) => ({ 'zh-CN': zh, en: zh })
const about = { title: text('名'), summary: text('说明'), unit: text('次') }

/** Sessions of an organization in the period. */
const sessions = defineIndicator<number>({
  ...about,
  id: 'sessions',
  reads: ['sessions'],
  over: 'organizations',
  empty: 0,
  collect: ({ id }, { dataset, from, to }) =>
    dataset.sessions.filter(
      ({ organization, start }) =>
        organization === id && start.slice(0, 10) >= from && start.slice(0, 10) <= to,
    ).length,
  merge: (a, b) => a + b,
  value: (total) => total,
})

/** Names of the members, joined: shows which parts came where, whatever the order. */
const names = defineIndicator<readonly string[]>({
  ...about,
  id: 'names',
  reads: ['members'],
  over: 'members',
  empty: [],
  collect: ({ id }) => [id],
  merge: (a, b) => [...a, ...b].sort(),
  value: (total) => total.length,
})

/** A share that nobody has. */
const served = defineIndicator<readonly [number, number]>({
  ...about,
  id: 'served',
  digits: 1,
  reads: ['services', 'members'],
  over: 'members',
  empty: [0, 0],
  collect: ({ id }, { dataset }) => [dataset.services.some(({ member }) => member === id) ? 1 : 0, 1],
  merge: (a, b) => [a[0] + b[0], a[1] + b[1]],
  value: ([part, whole]) => (whole === 0 ? null : (100 * part) / whole),
})

const configOf = (...indicators: Indicator[]) =>
  defineConfig({
    name: 'test',
    plugins: [
      definePlugin({ name: 'p', version: '1.0.0', title: text('插件'), rules: [], indicators, presets: {} }),
    ],
  })
const config = configOf(sessions, names, served)
const year = { from: '2025-01-01', to: '2025-12-31' }

/** 工委 → 党组 → 支部一（党小组）、支部二；党组二 → 支部三. */
const rows: DatasetRows = {
  organizations: [
    { id: 'w', name: '工委', kind: '机关工委' },
    { id: 'l1', name: '党组一', kind: '党组', parent: 'w' },
    { id: 'l2', name: '党组二', kind: '党组', parent: 'w' },
    { id: 'b1', name: '支部一', kind: '党支部', parent: 'l1' },
    { id: 'b2', name: '支部二', kind: '党支部', parent: 'l1' },
    { id: 'b3', name: '支部三', kind: '党支部', parent: 'l2' },
    { id: 'g1', name: '小组一', kind: '党小组', parent: 'b1' },
  ],
  members: [
    { id: 'm1', name: '甲', status: '正式党员', organization: 'b1', group: 'g1' },
    { id: 'm2', name: '乙', status: '正式党员', organization: 'b1' },
    { id: 'm3', name: '丙', status: '正式党员', organization: 'b2' },
    { id: 'm4', name: '丁', status: '正式党员', organization: 'b3' },
    { id: 'm5', name: '戊', status: '正式党员', organization: 'b3', leftOn: '2025-12-31' },
  ],
  // 丁 moved from 支部二 to 支部三 in October.
  affiliations: [
    { member: 'm4', organization: 'b2', from: '2024-01-01', to: '2025-09-30' },
    { member: 'm4', organization: 'b3', from: '2025-10-01' },
  ],
  sessions: [
    { id: 's1', organization: 'b1', kinds: ['党课'], start: '2025-01-01' },
    { id: 's2', organization: 'g1', kinds: ['党小组会'], start: '2025-12-31' },
    { id: 's3', organization: 'l2', kinds: ['集体学习'], start: '2025-05-05' },
    { id: 's4', organization: 'b3', kinds: ['党课'], start: '2024-12-31' },
  ],
  services: [{ id: 'v1', member: 'm1', date: '2025-03-05' }],
  export: [{ from: '2024-01-01', to: '2025-12-31' }],
}
const dataset = buildDataset(rows)

/** Organization, depth and figures in order of the rows. */
function figures(options: Partial<Parameters<typeof indicatorSheet>[2]> = {}, data = dataset) {
  return indicatorSheet(data, config, { ...year, ...options }).rows.map(({ organization, depth, values }) => [
    organization,
    depth,
    ...Object.values(values),
  ])
}

describe('indicatorSheet', () => {
  it('adds up the tree, top first, each organization before those below it', () => {
    expect(figures()).toEqual([
      ['w', 0, 3, 4, 25],
      ['l1', 1, 2, 3, (100 * 1) / 3],
      ['b1', 2, 2, 2, 50],
      ['g1', 3, 1, 0, null],
      ['b2', 2, 0, 1, 0],
      ['l2', 1, 1, 1, 0],
      ['b3', 2, 0, 1, 0],
    ])
  })

  it('counts members where they are on the last day, and nobody who is gone by then', () => {
    const before = { from: '2025-01-01', to: '2025-09-30' }
    const byBranch = Object.fromEntries(figures(before).map(([id, , , count]) => [id, count]))
    expect(byBranch).toMatchObject({ w: 5, b1: 2, b2: 2, b3: 1 })
  })

  it('lists some levels, adding up all', () => {
    expect(figures({ levels: 1 }).map(([id, , count]) => [id, count])).toEqual([
      ['w', 3],
      ['l1', 2],
      ['l2', 1],
    ])
  })

  it('shows of a part of the tree what the whole shows of it', () => {
    const whole = new Map(figures().map(([id, , ...values]) => [id, values]))
    const part = figures({ under: 'l1' })
    expect(part.map(([id, depth]) => [id, depth])).toEqual([
      ['l1', 0],
      ['b1', 1],
      ['g1', 2],
      ['b2', 1],
    ])
    for (const [id, , ...values] of part) expect(values).toEqual(whole.get(id))
  })

  it('says which tables are missing, and gives no figure that needs them', () => {
    const { services: _, ...without } = rows
    const sheet = indicatorSheet(buildDataset(without), config, year)
    expect(sheet.indicators.map(({ id, missing, digits }) => [id, missing, digits])).toEqual([
      ['p/sessions', [], 0],
      ['p/names', [], 0],
      ['p/served', ['services'], 1],
    ])
    expect(sheet.rows.every(({ values }) => values['p/served'] === null)).toBe(true)
    expect(sheet.rows[0]?.values['p/sessions']).toBe(3)
  })

  it('shows the indicators asked for, by full or short id', () => {
    const sheet = indicatorSheet(dataset, config, { ...year, indicators: ['names', 'p/sessions'] })
    expect(sheet.indicators.map(({ id }) => id)).toEqual(['p/names', 'p/sessions'])
  })

  it.each([
    ['invalid-period', { from: '2025-12-31', to: '2025-01-01' }],
    ['invalid-date', { from: '2025-13-01' }],
    ['unknown-organization', { under: 'nowhere' }],
    ['unknown-indicator', { indicators: ['nams'] }],
  ])('refuses with %s', (code, options) => {
    expect(() => indicatorSheet(dataset, config, { ...year, ...options })).toThrow(
      expect.objectContaining({ code }),
    )
  })

  it('names the indicator that was meant', () => {
    expect(() => indicatorSheet(dataset, config, { ...year, indicators: ['p/nams'] })).toThrow(
      expect.objectContaining({ hint: 'p/names' }),
    )
  })

  it('refuses an indicator that reads a table it does not declare', () => {
    const sly = defineIndicator<number>({
      ...about,
      id: 'sly',
      reads: ['members'],
      over: 'organizations',
      empty: 0,
      collect: (_, { dataset: seen }) => seen.sessions.length,
      merge: (a, b) => a + b,
      value: (total) => total,
    })
    expect(() => indicatorSheet(dataset, configOf(sly), year)).toThrow(
      expect.objectContaining({ code: 'undeclared-table' }),
    )
  })
})

/** A tree of organizations (each below an earlier one or a root), members of any branch, sessions of any of them. */
const county = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).chain((parents) =>
  fc.record({
    parents: fc.constant(parents),
    members: fc.array(fc.nat(parents.length - 1), { maxLength: 15 }),
    sessions: fc.array(fc.nat(parents.length - 1), { maxLength: 15 }),
    shuffle: fc.infiniteStream(fc.nat()),
  }),
)

describe('additivity', () => {
  it('on any tree, the total of an organization is its own part and the totals below it, in any order of rows', () => {
    fc.assert(
      fc.property(county, ({ parents, members, sessions: hosts, shuffle }) => {
        const id = (n: number) => `o${n}`
        const made: DatasetRows = {
          organizations: parents.map((parent, n) => ({
            id: id(n),
            name: `组织${n}`,
            kind: '党支部',
            ...(n > 0 && parent % (n + 1) < n ? { parent: id(parent % (n + 1)) } : {}),
          })),
          members: members.map((org, n) => ({
            id: `m${n}`,
            name: `员${n}`,
            status: '正式党员',
            organization: id(org),
          })),
          sessions: hosts.map((org, n) => ({
            id: `s${n}`,
            organization: id(org),
            kinds: ['党课'],
            start: '2025-05-05',
          })),
          services: members.map((_, n) => ({ id: `v${n}`, member: `m${n}`, date: '2025-05-05' })).slice(0, 5),
          export: [{ from: '2025-01-01', to: '2025-12-31' }],
        }
        const data = buildDataset(made)
        const sheet = indicatorSheet(data, config, year)
        const totals = new Map(sheet.rows.map((row) => [row.organization, row]))
        const count = (list: readonly number[], org: string) => list.filter((n) => id(n) === org).length
        for (const { organization, values } of sheet.rows) {
          const below = sheet.rows.filter(({ parent }) => parent === organization)
          const sum = (key: string) => below.reduce((total, row) => total + row.values[key]!, 0)
          expect(values['p/sessions']).toBe(count(hosts, organization) + sum('p/sessions'))
          expect(values['p/names']).toBe(count(members, organization) + sum('p/names'))
          const { parent } = data.organization(organization)!
          if (parent !== null) expect(totals.get(organization)!.depth).toBe(totals.get(parent)!.depth + 1)
        }
        expect(sheet.rows.length).toBe(parents.length)
        const mixed = Object.fromEntries(
          Object.entries(made).map(([table, list]) => [table, mixedUp(list as readonly unknown[], shuffle)]),
        ) as unknown as DatasetRows
        expect(indicatorSheet(buildDataset(mixed), config, year)).toEqual(sheet)
      }),
      { numRuns: runs(60) },
    )
  })
})

function mixedUp<T>(list: readonly T[], numbers: fc.Stream<number>): T[] {
  const keys = [...numbers.take(list.length)]
  return list
    .map((value, i) => ({ value, key: keys[i]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

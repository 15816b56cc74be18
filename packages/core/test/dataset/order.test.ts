import type { Dataset, DatasetRows } from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { buildInBatches, CITIZEN, OTHER_CITIZEN } from './fixture.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const day = fc.constantFrom(
  '2024-12-31',
  '2025-01-01',
  '2025-03-05',
  '2025-06-30',
  '2025-07-01',
  '2025-02-30',
)
const organization = fc.constantFrom('g', 'b1', 'b2', 'g1', 'g2', '支部', '小组', 'x')
const person = fc.constantFrom('p1', 'p2', 'p3', '甲', '乙', '丙', CITIZEN, OTHER_CITIZEN, 'nobody')
const session = fc.constantFrom('s1', 's2', 's3', 's4', 's9')
const people = maybe(fc.array(person, { maxLength: 3 }))

const tables = {
  organizations: fc.record({
    id: fc.constantFrom('g', 'b1', 'b2', 'g1', 'g2'),
    name: fc.constantFrom('支部', '小组', '总支'),
    kind: fc.constantFrom('党总支', '党支部', '党小组', '党组', '？'),
    parent: maybe(organization),
    founded: maybe(day),
    dissolved: maybe(day),
  }),
  members: fc.record({
    id: maybe(fc.constantFrom('p1', 'p2', 'p3', CITIZEN)),
    name: fc.constantFrom('甲', '乙', '丙'),
    citizenId: maybe(fc.constantFrom(CITIZEN, OTHER_CITIZEN, '4.4E+17')),
    status: fc.constantFrom('正式党员', '预备党员', '群众'),
    organization,
    group: maybe(organization),
    admittedOn: maybe(day),
    fullOn: maybe(day),
    leftOn: maybe(day),
    membership: maybe(fc.constantFrom('正常', '停止党籍')),
    suspendedOn: maybe(day),
    rank: maybe(fc.constantFrom('四级调研员', '副处级', 'consultant-4', '处长', CITIZEN)),
    education: maybe(fc.constantFrom('大学', '大专')),
    occupation: maybe(fc.constantFrom('教师', `${CITIZEN}`)),
    sex: maybe(fc.constantFrom('男', '女')),
    tags: maybe(fc.array(fc.constantFrom('流动', '失能@2025-01-01..2025-03-05', '失能@x'), { maxLength: 2 })),
  }),
  affiliations: fc.record({ member: person, organization, from: day, to: maybe(day) }),
  posts: fc.record({
    member: person,
    organization,
    role: fc.constantFrom('书记', '青年委员', '？'),
    from: day,
    to: maybe(day),
    fullTime: maybe(fc.boolean()),
  }),
  sessions: fc.record({
    id: fc.constantFrom('s1', 's2', 's3', 's4'),
    organization,
    kinds: fc.array(fc.constantFrom('党课', '主题党日', '？'), { minLength: 1, maxLength: 2 }),
    start: fc.oneof(day, fc.constantFrom('2025-03-05T14:30+08:00', '2025-03-04T18:00Z')),
    end: maybe(fc.oneof(day, fc.constantFrom('2025-03-05T16:30+08:00'))),
    hours: maybe(fc.constantFrom(1, 2.5)),
    status: maybe(fc.constantFrom('已举办', '取消', '？')),
    coHosts: maybe(fc.array(organization, { maxLength: 2 })),
    lecturers: people,
    participants: people,
    excused: people,
  }),
  attendance: fc.record({
    session,
    member: person,
    status: fc.constantFrom('出席', '请假', '缺席', '补学', '？'),
    capacity: maybe(fc.constantFrom('主讲', '列席', '？')),
    hours: maybe(fc.constantFrom(0, 1, 700)),
    makeUpSession: maybe(session),
  }),
  acts: fc.record({
    id: fc.constantFrom('a1', 'a2', 'a3', CITIZEN),
    kind: fc.constantFrom('谈心谈话', 'talk', '换届', '？'),
    date: day,
    until: maybe(day),
    organization: maybe(organization),
    member: maybe(person),
    counterpart: maybe(person),
    session: maybe(session),
    entitled: maybe(fc.constantFrom(0, 7)),
    amount: maybe(fc.constantFrom(0.5, 3)),
    topics: maybe(fc.array(fc.constantFrom('党史', '科技', 'x'), { maxLength: 2 })),
    note: maybe(fc.constantFrom('备注', `经办人${CITIZEN}`)),
  }),
  lecturers: fc.record({
    id: fc.constantFrom('l1', 'l2', CITIZEN),
    name: fc.constantFrom('甲', '丁', `丁${CITIZEN}`),
    member: maybe(person),
    organization: maybe(organization),
  }),
  courses: fc.record({
    id: fc.constantFrom('c1', 'c2'),
    name: fc.constantFrom('课', '题'),
    lecturer: maybe(fc.constantFrom('l1', 'l9', '甲', '丁', CITIZEN)),
    hours: maybe(fc.constantFrom(1, 700)),
  }),
  venues: fc.record({
    id: fc.constantFrom('v1', 'v2'),
    name: fc.constantFrom('馆', '园'),
    organization: maybe(organization),
    shared: maybe(fc.boolean()),
  }),
  programs: fc.record({
    id: fc.constantFrom('k1', 'k2'),
    name: fc.constantFrom('班'),
    organization,
    from: day,
    to: maybe(day),
    audience: maybe(fc.array(fc.constantFrom('书记', '党员', '预备党员'), { maxLength: 2 })),
  }),
  services: fc.record({
    id: fc.constantFrom('f1', 'f2', 'f3'),
    member: person,
    date: day,
    organization: maybe(organization),
    theme: maybe(fc.constantFrom('清扫', CITIZEN)),
  }),
  waivers: fc.record({
    rule: fc.constantFrom('r', 's'),
    subject: person,
    from: day,
    to: day,
    reason: fc.constant('x'),
    approver: fc.constant('y'),
    document: fc.constant('z'),
  }),
  export: fc.record({ exportedOn: maybe(day), from: maybe(day), to: maybe(day) }),
} satisfies { [K in keyof DatasetRows]-?: fc.Arbitrary<unknown> }

type Batch = readonly [keyof DatasetRows, readonly unknown[]]
const NAMES = Object.keys(tables) as (keyof DatasetRows)[]
const maxima: Record<string, number> = {
  organizations: 7,
  members: 6,
  sessions: 6,
  attendance: 14,
  export: 2,
}
const county = fc.record(
  Object.fromEntries(
    NAMES.map((name) => [name, fc.array<unknown>(tables[name], { maxLength: maxima[name] ?? 5 })]),
  ),
) as fc.Arbitrary<Record<keyof DatasetRows, unknown[]>>

/** The rows in another order and in batches of any size. */
const shuffled = county.chain((rows) =>
  fc
    .tuple(
      ...NAMES.map((name) =>
        fc.tuple(
          fc.shuffledSubarray(rows[name], { minLength: rows[name].length }),
          fc.array(fc.nat({ max: rows[name].length }), { maxLength: 3 }),
        ),
      ),
      fc.infiniteStream(fc.nat()),
    )
    .map((parts): { rows: typeof rows; batches: Batch[] } => {
      const batches: Batch[] = []
      NAMES.forEach((name, i) => {
        const [order, cuts] = parts[i] as [unknown[], number[]]
        const bounds = [0, ...cuts.sort((a, b) => a - b), order.length]
        for (let k = 1; k < bounds.length; k++) batches.push([name, order.slice(bounds[k - 1], bounds[k])])
      })
      const keys = batches.map((_, i) => (i * 7919) % 31)
      return {
        rows,
        batches: batches
          .map((batch, i) => ({ batch, key: keys[i]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ batch }) => batch),
      }
    }),
)

const key = { pseudonymKey: 'key' }

/** Everything of a dataset that the order of rows may not change. */
function essence(dataset: Dataset): unknown {
  const { rowPlace: _, placeOfRow: _place, ...columns } = dataset['~columns']
  const { covers, exportedOn, counts, hash, trustworthy, organizations, members, posts, waivers } = dataset
  const sessions = dataset.sessions.map(({ place: _at, ...rest }) => rest)
  const persons = members.map(({ place: _at, ...rest }) => rest)
  const acts = dataset.acts.map(({ place: _at, ...rest }) => rest)
  const { lecturers, courses, venues, programs, services } = dataset
  const problems = dataset.problems.map(({ code, severity, table, value, message }) =>
    [code, severity, table, value, message.en].join(' | '),
  )
  return {
    columns,
    covers,
    exportedOn,
    counts,
    hash,
    trustworthy,
    organizations,
    members: persons,
    sessions,
    acts,
    registers: { lecturers, courses, venues, programs, services },
    posts,
    waivers,
    problems: problems.sort(),
  }
}

describe('the order of rows and batches', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(shuffled, ({ rows, batches }) => {
        const plain = buildInBatches(
          NAMES.map((name): Batch => [name, rows[name]]),
          key,
        )
        expect(essence(buildInBatches(batches, key))).toEqual(essence(plain))
      }),
      { numRuns: runs(160) },
    )
  })
})

describe('columns', () => {
  it('are in their orders, with offsets and positions in range', () => {
    fc.assert(
      fc.property(county, (rows) => {
        const dataset = buildInBatches(
          NAMES.map((name): Batch => [name, rows[name]]),
          key,
        )
        checkColumns(dataset)
        expect(JSON.stringify([essence(dataset)])).not.toMatch(new RegExp(`${CITIZEN}|${OTHER_CITIZEN}`))
      }),
      { numRuns: runs(160) },
    )
  })
})

function checkColumns(dataset: Dataset): void {
  const c = dataset['~columns']
  const ascending = (count: number, before: (a: number, b: number) => boolean) => {
    for (let i = 1; i < count; i++) expect(before(i - 1, i)).toBe(true)
  }
  const offsets = (start: Uint32Array, owners: number, entries: number) => {
    expect([start.length, start[0], start[owners]]).toEqual([owners + 1, 0, entries])
    ascending(start.length, (a, b) => start[a]! <= start[b]!)
  }
  const positions = (column: ArrayLike<number>, least: number, count: number) => {
    for (let i = 0; i < column.length; i++) expect(column[i]! >= least && column[i]! < count).toBe(true)
  }
  offsets(c.orgChildStart, c.orgCount, c.orgChild.length)
  offsets(c.factStart, c.memberCount, c.factDay.length)
  offsets(c.placeStart, c.memberCount, c.placeDay.length)
  offsets(c.postStart, c.memberCount, c.postCount)
  offsets(c.coHostStart, c.sessionCount, c.coHost.length)
  offsets(c.rowStart, c.memberCount, c.rowCount)
  offsets(c.actsOfMemberStart, c.memberCount, c.actsOfMember.length)
  offsets(c.actsOfOrgStart, c.orgCount, c.actsOfOrg.length)
  positions(c.actMember, -1, c.memberCount)
  positions(c.actCounterpart, -1, c.memberCount)
  positions(c.actOrg, -1, c.orgCount)
  positions(c.actSession, -1, c.sessionCount)
  checkActs(dataset)
  positions(c.orgParent, -1, c.orgCount)
  positions(c.sessionHost, -1, c.orgCount)
  positions(c.placeBranch, -1, c.orgCount)
  positions(c.placeGroup, -1, c.orgCount)
  positions(c.postOrg, 0, c.orgCount)
  positions(c.rowSession, 0, c.sessionCount)
  positions(c.sessionClass, 0, c.classes.length)
  positions(c.factSet, 0, c.factSets.length)
  ascending(c.orgCount, (a, b) => c.orgId[a]! < c.orgId[b]!)
  for (let i = 0; i < c.orgCount; i++) {
    let steps = 0
    for (let at = i; at >= 0; at = c.orgParent[at]!) expect(steps++).toBeLessThanOrEqual(c.orgCount)
  }
  const lastBranch = (m: number) => c.placeBranch[c.placeStart[m + 1]! - 1]!
  ascending(
    c.memberCount,
    (a, b) =>
      lastBranch(a) < lastBranch(b) || (lastBranch(a) === lastBranch(b) && c.memberId[a]! < c.memberId[b]!),
  )
  ascending(
    c.sessionCount,
    (a, b) =>
      c.sessionHost[a]! < c.sessionHost[b]! ||
      (c.sessionHost[a] === c.sessionHost[b] &&
        (c.sessionStart[a]! < c.sessionStart[b]! ||
          (c.sessionStart[a] === c.sessionStart[b] && c.sessionId[a]! < c.sessionId[b]!))),
  )
  for (let m = 0; m < c.memberCount; m++) {
    expect([c.factDay[c.factStart[m]!], c.placeDay[c.placeStart[m]!]]).toEqual([-0x8000_0000, -0x8000_0000])
    for (let i = c.factStart[m]! + 1; i < c.factStart[m + 1]!; i++) {
      expect(c.factDay[i]!).toBeGreaterThan(c.factDay[i - 1]!)
      expect(c.factSet[i]).not.toBe(c.factSet[i - 1])
    }
    for (let i = c.placeStart[m]! + 1; i < c.placeStart[m + 1]!; i++)
      expect(c.placeDay[i]!).toBeGreaterThan(c.placeDay[i - 1]!)
    for (let i = c.rowStart[m]! + 1; i < c.rowStart[m + 1]!; i++) {
      const a = c.rowSession[i - 1]!
      const b = c.rowSession[i]!
      expect(
        c.sessionStart[a]! < c.sessionStart[b]! || (c.sessionStart[a] === c.sessionStart[b] && a < b),
      ).toBe(true)
    }
    for (let i = c.postStart[m]!; i < c.postStart[m + 1]!; i++) expect(c.postMember[i]).toBe(m)
  }
  for (let i = 0; i < c.rowCount; i++) {
    expect(c.rowDay[i]! + c.dayBase).toBe(c.sessionDay[c.rowSession[i]!])
    expect(c.rowClass[i]).toBe(c.sessionClass[c.rowSession[i]!])
    expect(c.makeUpOf.has(i)).toBe((c.rowFlags[i]! & 0b11) === 3)
  }
  expect(new Set(c.factSets.map((set) => JSON.stringify(set))).size).toBe(c.factSets.length)
  expect(new Set(c.classes.map((one) => JSON.stringify(one))).size).toBe(c.classes.length)
}

/** The acts of each member and organization are those that name them, in order, each once. */
function checkActs(dataset: Dataset): void {
  const { acts } = dataset
  const order = acts.map(({ date, id }) => `${date} ${id}`)
  expect(order).toEqual([...order].sort())
  expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length)
  for (const { id } of dataset.members)
    expect(dataset.actsOf(id)).toEqual(acts.filter((act) => act.member === id || act.counterpart === id))
  for (const { id } of dataset.organizations)
    expect(dataset.actsAt(id)).toEqual(acts.filter((act) => act.organization === id))
  for (const act of acts)
    expect(act.organization ?? act.member ?? act.counterpart ?? act.session).not.toBeNull()
}

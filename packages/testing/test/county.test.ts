import { createHash } from 'node:crypto'
import { parseDate, rowSchemas, XueshiError } from '@xueshi/core'
import { BATCH_ROWS, type SampleOptions, sampleCounty, sampleCountyBatches } from '@xueshi/testing'
import { beforeAll, describe, expect, test } from 'vitest'

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const county = sampleCounty()
const { rows, answers } = county

describe('determinism', () => {
  test('equal options give an equal county, another seed another one', () => {
    expect(hash(sampleCounty({ seed: 3, members: 400 }))).toBe(hash(sampleCounty({ seed: 3, members: 400 })))
    expect(hash(sampleCounty({ seed: 4, members: 400 }))).not.toBe(
      hash(sampleCounty({ seed: 3, members: 400 })),
    )
  })

  test('the county of a seed does not change with the machine', () => {
    // Changes only with the generator; then look at the county and write the new hash here.
    expect(hash(sampleCounty({ seed: 1, members: 100 })).slice(0, 16)).toMatchInlineSnapshot(
      `"1be3fcae2f6afdb9"`,
    )
  })

  test('batches hold the same rows, at most 20,000 each, every time they are read', () => {
    const options = { seed: 2, members: 1200 }
    const { batches, answers: planted } = sampleCountyBatches(options)
    const collected = () => {
      const tables: Record<string, unknown[]> = {}
      for (const { table, rows: part } of batches) {
        expect(part.length).toBeLessThanOrEqual(BATCH_ROWS)
        tables[table] = [...(tables[table] ?? []), ...part]
      }
      return tables
    }
    const whole = sampleCounty(options)
    const first = collected()
    expect(first).toEqual({ ...whole.rows })
    expect(hash(collected())).toBe(hash(first))
    expect(planted).toEqual(whole.answers)
  })
})

describe('the default county', () => {
  const members = rows.members.filter((member) => member.admittedOn !== undefined)
  const born = (row: { born?: string | undefined }) => Number(row.born!.slice(0, 4))

  test('has the size of the issue', () => {
    expect(members.length).toBeGreaterThan(9_950)
    expect(members.length).toBeLessThan(10_150)
    const kinds = (kind: string) =>
      rows.organizations.filter((organization) => organization.kind === kind).length
    expect(kinds('党组') + kinds('党委')).toBe(kinds('理论学习中心组'))
    expect(kinds('理论学习中心组')).toBeGreaterThan(54)
    expect(kinds('理论学习中心组')).toBeLessThan(70)
    expect(kinds('党支部')).toBeGreaterThan(395)
    expect(kinds('党支部')).toBeLessThan(450)
    expect(rows.sessions.length).toBeGreaterThan(16_000)
    expect(rows.sessions.length).toBeLessThan(20_000)
    expect(rows.attendance!.length).toBeGreaterThan(270_000)
    expect(rows.attendance!.length).toBeLessThan(320_000)
    expect(rows.acts!.length).toBeGreaterThan(40_000)
    expect(rows.acts!.length).toBeLessThan(80_000)
    expect(rows.programs!.length).toBeGreaterThan(80)
    expect(rows.programs!.length).toBeLessThan(150)
    expect(rows.services!.length).toBeGreaterThan(8_000)
    expect(rows.services!.length).toBeLessThan(12_000)
    expect([rows.lecturers!.length, rows.courses!.length, rows.venues!.length]).toEqual([40, 100, 60])
    expect(rows.venues!.filter(({ shared }) => shared).length).toBe(26)
  })

  test('has about 700 activists, candidates and probationary members', () => {
    const waiting = rows.members.filter((member) => ['入党积极分子', '发展对象'].includes(member.status))
    const probationary = rows.members.filter(
      (member) => member.admittedOn !== undefined && (member.fullOn ?? '9999') > '2025-01-01',
    )
    expect(waiting.length + probationary.length).toBeGreaterThan(600)
    expect(waiting.length + probationary.length).toBeLessThan(900)
  })

  test('has the age and the share of women of the statistics', () => {
    const serving = members.filter((member) => member.occupation !== '离退休人员')
    const share = (from: number, to: number) =>
      serving.filter((member) => 2025 - born(member) - 1 >= from && 2025 - born(member) - 1 <= to).length /
      serving.length
    const classes = [
      [23, 30, 0.172],
      [31, 35, 0.151],
      [36, 40, 0.161],
      [41, 45, 0.136],
      [46, 50, 0.127],
      [51, 55, 0.132],
      [56, 60, 0.121],
    ] as const
    for (const [from, to, expected] of classes)
      expect(Math.abs(share(from, to) - expected)).toBeLessThan(0.03)
    const women = members.filter((member) => member.sex === '女').length / members.length
    expect(Math.abs(women - 0.309)).toBeLessThan(0.02)
  })

  test('has branches of 3 to 53 members, 24 on average, and only invented places', () => {
    const sizes = new Map<string, number>()
    for (const member of members) sizes.set(member.organization, (sizes.get(member.organization) ?? 0) + 1)
    const all = [...sizes.values()]
    expect(Math.max(...all)).toBe(53)
    expect(Math.min(...all)).toBe(3)
    expect(all.reduce((a, b) => a + b, 0) / all.length).toBeGreaterThan(22)
    expect(all.reduce((a, b) => a + b, 0) / all.length).toBeLessThan(26)
    for (const { name } of rows.organizations) expect(name).toContain('岚溪县')
  })

  test('has everybody a year brings', () => {
    const moved = new Map<string, Set<string>>()
    for (const { member, organization, from } of rows.affiliations!)
      if (from > '2025-01-01' && !/-G\d+$/.test(organization))
        moved.set(member, (moved.get(member) ?? new Set()).add(organization))
    expect(moved.size).toBeGreaterThan(100)
    const tagged = (tag: string) =>
      rows.members.filter((member) => member.tags?.some((one) => one.startsWith(tag))).length
    for (const tag of ['年老体弱', '行动不便', '身患重病', '失能', '流动党员', '出国（境）', '离退休'])
      expect(tagged(tag)).toBeGreaterThan(3)
    expect(tagged('行动不便@') + tagged('身患重病@')).toBeGreaterThan(10)
    expect(rows.members.filter((member) => member.leftOn !== undefined).length).toBeGreaterThan(20)
    expect(rows.members.filter((member) => member.suspendedOn !== undefined).length).toBeGreaterThan(0)
    expect(rows.members.filter((member) => (member.admittedOn ?? '') > '2025-01-01').length).toBeGreaterThan(
      20,
    )
    const branches = rows.organizations.filter((organization) => organization.kind === '党支部')
    expect(branches.some((branch) => branch.founded !== undefined)).toBe(true)
    expect(branches.some((branch) => branch.dissolved !== undefined)).toBe(true)
    const groups = rows.organizations.filter((organization) => organization.kind === '党小组')
    expect(groups.some((group) => group.founded !== undefined)).toBe(true)
    expect(groups.some((group) => group.dissolved !== undefined)).toBe(true)
    const words = new Set(rows.attendance!.flatMap((row) => [row.status, row.capacity ?? '']))
    expect(words).toEqual(new Set(['出席', '请假', '缺席', '补学', '主讲', '主持', '列席旁听', '']))
    expect(new Set(rows.sessions.map((session) => session.status))).toEqual(
      new Set(['已举办', '取消', '计划', undefined]),
    )
  })

  test('meets on working days', () => {
    // 1970-01-01 was a Thursday; 0 and 6 are Sunday and Saturday.
    const weekday = (date: string) => (parseDate(date) + 4) % 7
    const free = rows.sessions.filter(({ start, kinds }) => {
      const date = start.slice(0, 10)
      const closed =
        (date >= '2025-01-28' && date <= '2025-02-04') || (date >= '2025-10-01' && date <= '2025-10-08')
      return !kinds.includes('在线学习') && (closed || [0, 6].includes(weekday(date)))
    })
    expect(free).toEqual([])
  })

  test('takes less than three seconds of a processor', () => {
    // One of three will do: other tests share the machine.
    const isQuick = (seed: number) => {
      const before = process.cpuUsage()
      sampleCounty({ seed })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6 < 3
    }
    expect([1, 2, 3].some(isQuick)).toBe(true)
  })
})

const SIZES: readonly SampleOptions[] = [
  { members: 100, seed: 5 },
  { members: 333, seed: 6 },
  { members: 600, seed: 7, years: 2 },
  { members: 3_000, seed: 8, faults: false },
  {},
]

describe.each(SIZES)('references hold: %o', (options) => {
  let sample: typeof county
  const sets = { organizations: new Set<string>(), members: new Set<string>(), sessions: new Set<string>() }
  beforeAll(() => {
    sample = options.members === undefined ? county : sampleCounty(options)
    for (const row of sample.rows.organizations) sets.organizations.add(row.id)
    for (const row of sample.rows.members) sets.members.add(row.id!)
    for (const row of sample.rows.sessions) sets.sessions.add(row.id)
  })

  test('identifiers are unique and known', () => {
    const { organizations, members, sessions, affiliations, posts, attendance } = sample.rows
    const { acts, programs, services, lecturers, courses } = sample.rows
    expect([sets.organizations.size, sets.members.size, sets.sessions.size]).toEqual([
      organizations.length,
      members.length,
      sessions.length,
    ])
    expect(new Set(organizations.map(({ name }) => name)).size).toBe(organizations.length)
    const lost = [
      ...organizations.flatMap(({ parent }) =>
        parent === undefined || sets.organizations.has(parent) ? [] : [parent],
      ),
      ...members
        .flatMap(({ organization, group }) => [organization, group ?? organization])
        .filter((id) => !sets.organizations.has(id)),
      ...sessions
        .flatMap(({ organization, coHosts }) => [organization, ...(coHosts ?? [])])
        .filter((id) => !sets.organizations.has(id)),
      ...sessions.flatMap(({ lecturers }) => lecturers ?? []).filter((id) => !sets.members.has(id)),
      ...[...affiliations!, ...posts!].filter(
        (row) => !sets.members.has(row.member) || !sets.organizations.has(row.organization),
      ),
      ...attendance!.filter((row) => !sets.members.has(row.member) || !sets.sessions.has(row.session)),
      ...attendance!
        .flatMap(({ makeUpSession }) => makeUpSession ?? [])
        .filter((id) => !sets.sessions.has(id)),
      ...acts!.filter(
        ({ organization, member, counterpart, session }) =>
          !sets.organizations.has(organization!) ||
          (member !== undefined && !sets.members.has(member)) ||
          (counterpart !== undefined && !sets.members.has(counterpart)) ||
          (session !== undefined && !sets.sessions.has(session)),
      ),
      ...services!.filter(
        (row) => !sets.members.has(row.member) || !sets.organizations.has(row.organization!),
      ),
      ...programs!.filter((row) => !sets.organizations.has(row.organization)),
      ...sessions.filter(
        ({ program }) => program !== undefined && !programs!.some(({ id }) => id === program),
      ),
      ...courses!.filter((row) => !lecturers!.some(({ id }) => id === row.lecturer)),
    ]
    for (const table of [acts!, programs!, services!, lecturers!, courses!])
      expect(new Set(table.map(({ id }) => id)).size).toBe(table.length)
    expect(lost).toEqual([])
    expect(new Set(attendance!.map((row) => `${row.session} ${row.member}`)).size).toBe(attendance!.length)
  })

  test('answers name existing subjects once each', () => {
    const posts = new Set(sample.rows.posts!.map((post) => `${post.member}@${post.organization}`))
    for (const { subject, note, rule, window } of sample.answers) {
      if (subject.kind === 'member') expect(sets.members).toContain(subject.id)
      else if (subject.kind === 'organization') expect(sets.organizations).toContain(subject.id)
      else if (subject.kind === 'session') expect(sets.sessions).toContain(subject.id)
      else expect(posts).toContain(subject.id.slice(0, subject.id.lastIndexOf(':')))
      expect(rule).toMatch(/^national(?:\/[a-z0-9-]+){2,4}$/)
      expect(window).not.toBe('')
      expect(note['zh-CN'] !== '' && note.en !== '').toBe(true)
    }
    const keys = sample.answers.map(({ rule, subject, window }) => `${rule} ${subject.id} ${window}`)
    expect(new Set(keys).size).toBe(keys.length)
    if (options.faults === false) expect(keys).toEqual([])
  })

  test('rows are valid', () => {
    const small = ['organizations', 'members', 'affiliations', 'posts', 'export'] as const
    const further = ['acts', 'lecturers', 'courses', 'venues', 'programs', 'services'] as const
    for (const table of [...small, ...further])
      for (const row of sample.rows[table]!) expect(rowSchemas[table].safeParse(row).success).toBe(true)
    for (const row of sample.rows.sessions) expect(rowSchemas.sessions.safeParse(row).success).toBe(true)
    for (const row of sample.rows.attendance!.slice(0, 5_000))
      expect(rowSchemas.attendance.safeParse(row).success).toBe(true)
  })
})

describe('citizen numbers', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  test('have a valid form, the birth date and sex of the person, and a region that does not exist', () => {
    const slips = new Set(
      answers.filter(({ rule }) => rule === 'national/data/checksums').map(({ subject }) => subject.id),
    )
    for (const { id, citizenId, born, sex } of rows.members) {
      expect(citizenId).toMatch(/^99\d{15}[\dX]$/)
      expect(citizenId!.slice(6, 14).startsWith(born!.replaceAll('-', ''))).toBe(true)
      expect(Number(citizenId![16]) % 2 === 1).toBe(sex === '男')
      const sum = weights.reduce((total, weight, i) => total + weight * Number(citizenId![i]), 0)
      expect('10X98765432'[sum % 11] === citizenId![17]).toBe(!slips.has(id!))
    }
    expect(new Set(rows.members.map(({ citizenId }) => citizenId)).size).toBe(rows.members.length)
  })
})

test('hours that must not count would do if they did', () => {
  const sessions = new Map(rows.sessions.map((session) => [session.id, session]))
  const minute = (instant: string) => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))
  const naive = (member: string) =>
    rows
      .attendance!.filter((row) => row.member === member && row.status === '出席')
      .reduce((sum, row) => {
        const { start, end, hours } = sessions.get(row.session)!
        // A recorded 0 that is not believed gives what the session gives.
        const length = end === undefined ? 0 : (minute(end) - minute(start)) / 60
        return sum + (row.hours || (hours ?? length))
      }, 0)
  for (const decoy of ['重叠', '上限', '列席', '在线', '记为0']) {
    const cases = answers.filter(
      ({ note }) => note['zh-CN'].includes(`全年29学时（`) && note['zh-CN'].includes(decoy),
    )
    expect(cases.length).toBeGreaterThan(0)
    for (const { subject } of cases) expect(naive(subject.id)).toBeGreaterThanOrEqual(32)
  }
})

describe('options', () => {
  test('the number of rows of attendance follows a wish', () => {
    for (const wish of [80_000, 100_000]) {
      const { attendance } = sampleCounty({ members: 2_000, attendanceRows: wish }).rows
      expect(Math.abs(attendance!.length / wish - 1)).toBeLessThan(0.05)
    }
  })

  test('out of range they are refused', () => {
    for (const options of [
      { members: 99 },
      { members: 100.5 },
      { year: 1999 },
      { years: 0 },
      { seed: Number.NaN },
      { profile: 'source-county', year: 2025 },
      { profile: 'source-county', years: 2 },
    ] as const)
      expect(() => sampleCounty(options)).toThrow(XueshiError)
  })

  test('faults off plants nothing, on plants more in a larger county', () => {
    expect(sampleCounty({ members: 600, faults: false }).answers).toEqual([])
    expect(answers.length).toBeGreaterThan(200)
  })
})

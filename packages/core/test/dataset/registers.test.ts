import { createDatasetBuilder, type Dataset, type DatasetRows } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, CITIZEN, codes, problems, small } from './fixture.ts'

type Register = 'lecturers' | 'courses' | 'venues' | 'programs' | 'services'

/** A row of each register with every field, and the record it becomes. */
const FULL: { readonly [T in Register]: readonly [row: object, record: object] } = {
  lecturers: [
    {
      id: 'l1',
      name: '丁',
      member: '甲一',
      organization: '第一党支部',
      title: '教授',
      topics: ['科技', '党史'],
    },
    {
      id: 'l1',
      name: '丁',
      member: 'p1',
      organization: 'b1',
      title: '教授',
      topics: ['party-history', 'science'],
    },
  ],
  courses: [
    { id: 'c1', name: '党的历史', lecturer: 'l1', topics: ['党史', '本地'], hours: 1.254 },
    { id: 'c1', name: '党的历史', lecturer: 'l1', topics: ['party-history', '本地'], hours: 1.25 },
  ],
  venues: [
    {
      id: 'v1',
      name: '纪念馆',
      organization: 'b1',
      address: '一号',
      capacity: 80,
      shared: true,
      open: '周一至周五 9:00-17:00',
    },
    {
      id: 'v1',
      name: '纪念馆',
      organization: 'b1',
      address: '一号',
      capacity: 80,
      shared: true,
      open: '周一至周五 9:00-17:00',
    },
  ],
  programs: [
    {
      id: 'k1',
      name: '轮训班',
      organization: '党总支',
      kind: '轮训',
      from: '2025-03-01',
      to: '2025-03-05',
      audience: ['支部书记', '预备党员', '党员', '村干部'],
      quota: 40,
      items: ['乙', '甲', '乙'],
      readings: ['选编'],
      materials: 40,
      assessment: '闭卷',
      hours: 24,
    },
    {
      id: 'k1',
      name: '轮训班',
      organization: 'g',
      kind: '轮训',
      from: '2025-03-01',
      to: '2025-03-05',
      audience: ['secretary', 'probationary', '党员', '村干部'],
      quota: 40,
      items: ['乙', '甲'],
      readings: ['选编'],
      materials: 40,
      assessment: '闭卷',
      hours: 24,
    },
  ],
  services: [
    {
      id: 'f1',
      member: '乙二',
      date: '2025-04-01',
      kind: '双报到',
      organization: 'b2',
      theme: '清扫',
      hours: 2,
    },
    {
      id: 'f1',
      member: 'p2',
      date: '2025-04-01',
      kind: '双报到',
      organization: 'b2',
      theme: '清扫',
      hours: 2,
    },
  ],
}
const REGISTERS = Object.keys(FULL) as Register[]
const rows = (register: Register, more: object = {}) => ({ ...FULL[register][0], ...more })
/** The small county with one row of each register, some fields of one changed. */
const all = (register?: Register, more: object = {}): Dataset =>
  build(Object.fromEntries(REGISTERS.map((name) => [name, [rows(name, name === register ? more : {})]])))

describe('registers', () => {
  it.each(REGISTERS)('%s have all that is stated', (register) => {
    const dataset = all()
    expect(dataset.problems).toEqual([])
    expect(dataset[register]).toEqual([FULL[register][1]])
    expect(dataset.counts[register]).toBe(1)
    expect(Object.isFrozen(dataset[register]) && Object.isFrozen(dataset[register][0])).toBe(true)
  })

  it.each(REGISTERS)('%s are in order of id, one of each', (register) => {
    const dataset = build({
      lecturers: [rows('lecturers')],
      [register]: [rows(register, { id: 'z' }), rows(register, { id: 'a' }), rows(register, { id: 'z' })],
    })
    expect(dataset[register].map(({ id }) => id)).toEqual(['a', 'z'])
    expect(codes(dataset).filter((code) => code !== 'unknown-lecturer')).toEqual(['duplicate-id'])
  })

  it.each(REGISTERS)('%s that are no table, or an empty one, are not the same', (register) => {
    const [none, empty] = [build(), build({ [register]: [] })]
    expect([none[register], empty[register]]).toEqual([[], []])
    expect([register in none.counts, empty.counts[register]]).toEqual([false, 0])
    expect(empty.hash).not.toBe(none.hash)
  })

  it.each<[Register, object]>([
    ['lecturers', { name: '戊' }],
    ['lecturers', { topics: [] }],
    ['courses', { hours: 3 }],
    ['venues', { shared: false }],
    ['programs', { items: ['甲', '乙'] }],
    ['services', { member: 'p1' }],
  ])('%s differ in the hash by %o', (register, more) => {
    expect(all(register, more).hash).not.toBe(all().hash)
  })

  it('may be added in any order and batches', () => {
    const builder = createDatasetBuilder()
    for (const register of [...REGISTERS].reverse())
      for (const row of [rows(register), rows(register, { id: 'b' })]) builder.add(register, [row])
    for (const table of ['export', 'sessions', 'members', 'organizations'] as const)
      builder.add(table, small[table])
    const dataset = build(
      Object.fromEntries(REGISTERS.map((name) => [name, [rows(name, { id: 'b' }), rows(name)]])),
    )
    expect(builder.build().hash).toBe(dataset.hash)
  })

  it.each<[string, Register, object, object | undefined, string[]]>([
    ['unknown member', 'lecturers', { member: '某人' }, { member: null }, ['unknown-member 某**']],
    [
      'unknown organization',
      'lecturers',
      { organization: 'x' },
      { organization: null },
      ['unknown-organization x'],
    ],
    ['lecturer by name', 'courses', { lecturer: '丁' }, { lecturer: 'l1' }, []],
    ['unknown lecturer', 'courses', { lecturer: 'l9' }, { lecturer: 'l9' }, ['unknown-lecturer l9']],
    ['negative capacity', 'venues', { capacity: -1 }, { capacity: null }, ['out-of-range -1']],
    ['blank opening hours', 'venues', { open: '' }, { open: null }, []],
    ['not shared by default', 'venues', { shared: undefined }, { shared: false }, []],
    [
      'unknown organizer, as written',
      'programs',
      { organization: '外单位' },
      { organization: '外单位' },
      ['unknown-organization 外单位'],
    ],
    [
      'an end before the start',
      'programs',
      { to: '2025-02-01' },
      undefined,
      ['date-order 2025-03-01..2025-02-01'],
    ],
    ['an end that is no day', 'programs', { to: '2025-02-30' }, undefined, ['invalid-date 2025-02-30']],
    ['open end', 'programs', { to: undefined }, { to: null }, []],
    ['unknown member of a service', 'services', { member: 'p9' }, undefined, ['unknown-member p9']],
    [
      'unknown place of a service',
      'services',
      { organization: 'x' },
      { member: 'p2', organization: null },
      ['unknown-organization x'],
    ],
  ])('%s', (_, register, more, expected, found) => {
    const dataset = all(register, more)
    expect(problems(dataset)).toEqual(found)
    if (expected === undefined) expect(dataset[register]).toEqual([])
    else expect(dataset[register][0]).toMatchObject(expected)
    for (const { message } of dataset.problems)
      expect([message['zh-CN'], message.en].join()).not.toMatch(/\{|undefined/)
  })

  it('take a lecturer as written where there is no register of them', () => {
    const dataset = build({ courses: [rows('courses', { lecturer: '丁' })] })
    expect([dataset.courses[0]?.lecturer, ...codes(dataset)]).toEqual(['丁'])
  })

  it('tell namesakes apart by the organization and the day of a service', () => {
    const members = [
      { id: 'p3', name: '同名', status: 'full', organization: 'b1', leftOn: '2025-02-01' },
      { id: 'p4', name: '同名', status: 'full', organization: 'b2' },
    ]
    const of = (more: object) =>
      build({ members, services: [rows('services', { member: '同名', ...more })] }).services[0]?.member
    expect(of({ organization: 'b2' })).toBe('p4')
    expect(of({ organization: undefined })).toBe('p4')
    expect(of({ organization: 'b1', date: '2025-01-31' })).toBe('p3')
  })

  it('keep no citizen number', () => {
    const numbers = {
      id: CITIZEN,
      name: CITIZEN,
      title: CITIZEN,
      theme: CITIZEN,
      open: CITIZEN,
      kind: CITIZEN,
    }
    const tables: { [T in keyof DatasetRows]?: object[] } = {
      lecturers: [
        rows('lecturers', { ...numbers, member: CITIZEN, organization: CITIZEN, topics: [CITIZEN] }),
      ],
      courses: [rows('courses', { ...numbers, lecturer: CITIZEN })],
      venues: [rows('venues', { ...numbers, address: CITIZEN })],
      programs: [
        rows('programs', {
          ...numbers,
          organization: CITIZEN,
          audience: [CITIZEN],
          items: [CITIZEN],
          readings: [CITIZEN],
          assessment: CITIZEN,
        }),
      ],
      services: [rows('services', { ...numbers }), rows('services', { id: 'f9', member: CITIZEN })],
    }
    const dataset = build(tables, { pseudonymKey: 'key' })
    const text = JSON.stringify([...REGISTERS.map((register) => dataset[register]), dataset.problems])
    expect(text).not.toContain(CITIZEN)
    expect(dataset.lecturers[0]?.id).toMatch(/^m-/)
    expect(dataset.courses[0]?.lecturer).toBe(dataset.lecturers[0]?.id)
    expect(codes(build(tables))).toContain('key-of-the-run')
  })
})

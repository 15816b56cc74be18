import { createDatasetBuilder, PROBLEMS } from '@xueshi/core'
import { describe, expect, it } from 'vitest'
import { build, codes, problems, small } from './fixture.ts'

describe('places', () => {
  it('name file, sheet, row and the header of the file', () => {
    const builder = createDatasetBuilder()
    const at = { file: '考勤2025.xlsx', sheet: '一季度', headers: { status: '到会情况' } }
    const row = { session: 's1', member: 'p1', status: '？' }
    for (const table of ['organizations', 'members', 'sessions', 'export'] as const)
      builder.add(table, small[table])
    builder.add('attendance', [row, row], { ...at, firstRow: 4 })
    builder.add('attendance', [row, row], { ...at, rowNumbers: [9, 12] })
    builder.add('attendance', [row], { file: 'b.csv' })
    builder.add('attendance', [row], { file: 'b.csv' })
    const found = builder.build().problems.filter((problem) => problem.code === 'unknown-word')
    expect(found.map(({ file, sheet, row: n, column }) => [file, sheet, n, column])).toEqual([
      ['b.csv', undefined, 1, 'status'],
      ['b.csv', undefined, 2, 'status'],
      ...[4, 5, 9, 12].map((n) => ['考勤2025.xlsx', '一季度', n, '到会情况']),
    ])
    expect(found[2]?.message['zh-CN']).toBe(
      '考勤表“到会情况”的“？”无法识别，这一行未采用。可填：出席、请假、缺席、补学。',
    )
    expect(found[0]?.message.en).toBe(
      'Table attendance: “？” in “status” is not known; the row was left out. Known words: present, excused, absent, made-up.',
    )
  })

  it('of sessions are kept', () => {
    const builder = createDatasetBuilder()
    builder.add('sessions', small.sessions, { file: 'a.csv', firstRow: 3 })
    expect(builder.build().session('s1')?.place).toEqual({ file: 'a.csv', row: 3 })
  })
})

describe('rows from outside', () => {
  const member = small.members[0]!
  it.each<[string, unknown, string[]]>([
    ['null', null, ['row-not-object']],
    ['a text', 'p1', ['row-not-object']],
    ['a list', [member], ['row-not-object']],
    ['numbers for texts', { ...member, id: 'p9', name: 7 }, ['wrong-type 7']],
    ['nothing', {}, ['missing-value', 'missing-value', 'missing-value'].map((code) => `${code} `)],
    ['a bad optional cell', { ...member, id: 'p9', fullOn: '2025-02-30' }, ['invalid-date 2025-02-30']],
    ['a bad birthday', { ...member, id: 'p9', born: '19800230' }, ['invalid-date ****']],
    ['a bad list', { ...member, id: 'p9', tags: ['a', 1] }, ['wrong-type […]']],
  ])('%s', (_, row, expected) => {
    const dataset = build({ members: [...small.members, row, { ...member, id: 'p8' }] })
    expect(problems(dataset)).toEqual(expected)
    expect(dataset.member('p9') !== undefined).toBe(
      /optional|birthday|list$/.test(_) && row !== null && !Array.isArray(row),
    )
  })

  it('with an id that cannot be one are treated as without', () => {
    const ids = ['p\n9', 'p'.repeat(65)]
    const dataset = build(
      { members: ids.map((id, i) => ({ ...member, name: `${i}`, id })) },
      { pseudonymKey: 'key' },
    )
    expect(problems(dataset)).toEqual(['control-character p\\u000a9', `too-long ${'p'.repeat(39)}…`])
    expect(dataset.members.map(({ id }) => id)).toEqual(ids.map(() => expect.stringMatching(/^m-/)))
  })

  it('may have hostile keys and no prototype', () => {
    const row = Object.assign(Object.create(null), {
      ...member,
      id: 'p9',
      constructor: 1,
      toString: 2,
      多余: 3,
    })
    Object.defineProperty(row, '__proto__', { value: { name: 'x' }, enumerable: true })
    const parsed = JSON.parse(
      '{"id":"p8","name":"乙","status":"full","organization":"b1","__proto__":{"leftOn":"2020-01-01"}}',
    )
    const dataset = build({ members: [row, parsed] })
    expect(problems(dataset)).toEqual([])
    expect(dataset.members.map(({ id, name, leftOn }) => [id, name, leftOn])).toEqual([
      ['p8', '乙', null],
      ['p9', '甲一', null],
    ])
  })

  it('of which many are bad are listed up to a limit, whatever the order', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({
      session: 's1',
      member: 'p1',
      status: `${i % 10}号`,
    }))
    const seen = [rows, [...rows].reverse()].map((attendance) => build({ attendance }))
    for (const dataset of seen) {
      expect(dataset.problems.filter((problem) => problem.code === 'unknown-word')).toHaveLength(1000)
      expect(dataset.problems.find((problem) => problem.code === 'more-problems')).toMatchObject({
        severity: 'error',
        value: 'unknown-word',
        message: { 'zh-CN': '问题“unknown-word”共 5000 处，此处列出 1000 处，另有 4000 处未列出。' },
      })
    }
    expect(problems(seen[0]!).sort()).toEqual(problems(seen[1]!).sort())
  })
})

describe('the catalogue of problems', () => {
  it('says everything in both languages with the same placeholders', () => {
    for (const { code, message } of Object.values(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(message['zh-CN']).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(message.en).toMatch(/^[\x20-\x7e“”]*[\u4e00-\u9fff]*[^\u4e00-\u9fff]*\.$/)
      const names = (text: string) => new Set(text.match(/\{\w+\}/g))
      expect(
        [...names(message['zh-CN'])].filter((name) => !['{table}', '{column}'].includes(name)).sort(),
      ).toEqual([...names(message.en)].filter((name) => !['{table}', '{column}'].includes(name)).sort())
    }
  })

  it('keeps what the reader reports', () => {
    const builder = createDatasetBuilder()
    const problem = {
      code: 'unreadable-file',
      severity: 'fatal',
      message: { 'zh-CN': '坏', en: 'bad' },
      file: 'x',
    } as const
    builder.report(problem)
    const dataset = builder.build()
    expect(dataset.problems).toContainEqual(problem)
    expect(codes(dataset)).toContain('unreadable-file')
  })

  it('leaves no placeholder open in a message', () => {
    const dataset = build({
      organizations: [
        {},
        { id: 'x', name: 'x', kind: 'y' },
        ...small.organizations,
        { id: 'o', name: 'o', kind: 'branch', parent: 'o' },
      ],
      members: [
        {
          id: 'p1',
          name: '甲',
          status: 'full',
          organization: 'x',
          group: 'z',
          admittedOn: '2020-01-01',
          fullOn: '2019-01-01',
        },
      ],
      sessions: [
        { ...small.sessions[0], kinds: ['?'], mode: '?', status: '?', coHosts: ['?'], observers: ['?'] },
      ],
      posts: [{ member: 'q', organization: 'b1', role: '?', from: '2025-01-01', to: '2024-01-01' }],
      attendance: [{ session: 'q', member: 'q', status: '出席', hours: 1e9, capacity: '?' }],
      export: [],
    })
    expect(dataset.problems.length).toBeGreaterThan(10)
    for (const { message } of dataset.problems)
      expect(message['zh-CN'] + message.en).not.toMatch(/[{}]|undefined|\[object/)
  })
})

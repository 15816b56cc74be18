import { rulesInForce } from '@xueshi/core'
import { displayWidth, formatTable, organizationsInNeed } from '@xueshi/report'
import { describe, expect, test } from 'vitest'
import { config, dataset, report, rows } from './county.ts'

const rules = rulesInForce(config, { asOf: '2025-12-31' })

describe('organizations in need', () => {
  test('are those with the most breached duties; a Party group counts with its branch', () => {
    const data = dataset()
    const needs = organizationsInNeed(report(data), data)
    // b2 held no meeting in any of 4 quarters. b1 lacks one, its group four; each has one member who studied too little.
    expect(needs.map(({ organization, errors, warnings }) => [organization, errors, warnings])).toEqual([
      ['b1', 5, 1],
      ['b2', 4, 1],
    ])
    expect(needs[0]?.breachedRules.map(({ rule, count }) => [rule, count])).toEqual([
      ['trial/branch/group-meeting', 4],
      ['trial/branch/general-meeting', 1],
      ['trial/member/yearly-study', 1],
    ])
  })

  test('without a dataset every organization stands for itself', () => {
    expect(organizationsInNeed(report(dataset())).map(({ organization }) => organization)).toEqual([
      'b2',
      'g1',
      'b1',
    ])
  })
})

describe('the table', () => {
  const data = dataset()

  test('has head, requirements, needs, findings, result and receipt', () => {
    const text = formatTable(report(data), { dataset: data, rules })
    expect(text).toContain('核查截止日 2025-12-31 · 数据范围 2025-01-01..2025-12-31 · 导出日期 2026-01-05')
    expect(text).toContain('人员 2 名 · 党支部 2 个 · 党组织 4 个 · 活动 3 场')
    expect(text).toMatch(/每季度党员大会 +错误 +3 +– +5 +– /)
    expect(text).toMatch(
      /1 {2}财政局第一党支部（b1） +5 +1\n +每季度党小组会（4）、每季度党员大会（1）、年度学习（1）；上级：县直机关工委/,
    )
    expect(text).toContain('未达标错误 9 条，警告 2 条；待完成 0 条；无法判断 0 条。')
    expect(text).toContain(
      '预算党小组（g1） 每季度党小组会：4 个期间未达标（2025-Q1、2025-Q2、2025-Q3、2025-Q4）',
    )
    expect(text).toContain('trial 1.2.3')
    expect(text.endsWith('\n')).toBe(true)
  })

  test('is complete in English', () => {
    const text = formatTable(report(data), { dataset: data, rules, locale: 'en' })
    expect(text).toMatch(/Quarterly general meeting +error +3 +– +5 +– /)
    expect(text).toContain('9 breached at level error, 2 at warning')
    // Names of organizations stay as they are written.
    expect(text.replace(/财政局第一党支部|审计局党支部|预算党小组|县直机关工委|示例平台/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    )
  })

  test('names persons only where asked', () => {
    expect(formatTable(report(data), { dataset: data, rules })).not.toMatch(/欧阳|上官/)
    expect(formatTable(report(data), { dataset: data, rules, names: true })).toContain('欧阳测试（m1）')
  })

  test.each([60, 80, 100, 160])('no line is wider than %i columns', (width) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = formatTable(report(data), { dataset: data, rules, width, locale })
      const widest = Math.max(...text.split('\n').map(displayWidth))
      expect(widest).toBeLessThanOrEqual(width)
    }
  })

  test('columns of numbers line up in spite of wide characters', () => {
    const text = formatTable(report(data), { dataset: data, rules })
    const ends = text
      .split('\n')
      .filter((line) => /^(每季度|年度学习|合计)/.test(line))
      .map((line) => displayWidth(/^(.*?(?:\d+|–)\s+(?:\d+|–)\s+(?:\d+|–))/.exec(line)![1]!))
    expect(ends).toHaveLength(4)
    expect(new Set(ends).size).toBe(1)
  })

  test('what is cut is counted, with how to see it', () => {
    const text = formatTable(report(data), { dataset: data, rules, limit: 2 })
    expect(text).toContain('共有 6 条未列出（涉及 2 个党组织）')
    expect(text).toContain('--under')
    expect(formatTable(report(data), { dataset: data, rules })).not.toContain('未列出')
  })

  test('colours only where asked', () => {
    const ESC = String.fromCharCode(27)
    expect(formatTable(report(data), { dataset: data, rules })).not.toContain(ESC)
    expect(formatTable(report(data), { dataset: data, rules, color: true })).toContain(`${ESC}[31m`)
  })

  test('problems are summed up by code with their first places', () => {
    const damaged = dataset({
      attendance: Array.from({ length: 5 }, () => ({ session: 'nowhere', member: 'm1', status: '出席' })),
    })
    const text = formatTable(report(damaged), { dataset: damaged, rules })
    expect(text).toMatch(/unknown-session × 5/)
    expect(text).toContain('数据不可信')
  })

  test('a name in the data cannot steer the terminal', () => {
    const ESC = String.fromCharCode(27)
    const organizations = rows.organizations.map((row) =>
      row.id === 'b2' ? { ...row, name: `审计${ESC}[2J\u202e局` } : row,
    )
    const wild = dataset({ organizations })
    const text = formatTable(report(wild), { dataset: wild, rules })
    expect(text).not.toContain(ESC)
    expect(text).not.toContain('\u202e')
  })

  test('nothing open is said', () => {
    const none = dataset({
      organizations: [rows.organizations[0]!],
      members: [],
      sessions: [],
      attendance: [],
    })
    expect(formatTable(report(none), { dataset: none, rules })).toContain('没有待处理事项。')
  })
})

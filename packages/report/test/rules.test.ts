import { rulesInForce } from '@xueshi/core'
import { formatRule, formatRules, rulesToJson } from '@xueshi/report'
import { describe, expect, test } from 'vitest'
import { config } from './county.ts'

const rules = rulesInForce(config, { asOf: '2025-12-31' })
const meeting = rules.find(({ id }) => id === 'trial/branch/general-meeting')!

describe('rules in force', () => {
  test('as a list', () => {
    const text = formatRules(rules)
    expect(text).toMatch(/每季度党员大会 +错误 +应当 +有原文引用 +1 次 +trial\/branch\/general-meeting/)
    expect(text).not.toContain('大会的议题')
    expect(formatRules(rules, { uncoded: true })).toContain('大会的议题')
    expect(formatRules([], { locale: 'en' })).toBe('No rule is in force.\n')
  })

  test('as a page with dates, words, assurance and what is not coded', () => {
    const page = formatRule(meeting)
    expect(page).toContain('每季度至少 1 次党员大会')
    expect(page).toContain('2019-01-01 起施行')
    expect(page).toContain('《示例县党员教育工作细则》第八条〔条号待核〕（有原文引用）')
    expect(page).toContain('“党支部每季度召开1次党员大会”')
    expect(page).toContain('大会的议题')
    expect(page).toContain('由配置“trial”决定')
  })

  test('the page is English in English', () => {
    const page = formatRule(meeting, { locale: 'en' })
    expect(page).toContain('What: At least 1 general meeting each quarter')
    expect(page).toContain('in force from 2019-01-01')
    expect(page).toContain('Who: organization, branch')
  })

  test('as JSON without code', () => {
    const json = JSON.parse(JSON.stringify(rulesToJson(rules, { asOf: '2025-12-31' }))) as {
      version: number
      rules: { id: string; parameters: Record<string, { value: number; from: string; to: string | null }> }[]
    }
    expect(json.version).toBe(1)
    expect(json.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
    expect(json.rules[0]?.parameters.sessions).toMatchObject({ value: 1, from: '2019-01-01', to: null })
  })
})

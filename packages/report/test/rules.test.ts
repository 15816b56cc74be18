import { defineConfig, definePlugin, defineRequirement, defineRule, rulesInForce } from '@xueshi/core'
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

  test('a parameter in the window, and the sessions of a rule about sessions, are shown as they hold', () => {
    const source = { instrument: '示例规定', articleConfirmed: false, assurance: 'secondary' as const }
    const meta = {
      strength: 'local' as const,
      assurance: 'secondary' as const,
      citations: [source],
      uncoded: [],
      summary: { 'zh-CN': '示例', en: 'example' },
    }
    const induction = defineRequirement({
      ...meta,
      id: 'secretary/induction',
      title: { 'zh-CN': '任职培训', en: 'Induction' },
      subject: 'post',
      who: { post: { roles: ['secretary'], in: ['branch'] } },
      window: { after: 'post-start', within: { parameter: 'deadline' } },
      demand: { measure: 'sessions', count: { kinds: ['induction-training'] }, atLeast: 1 },
      parameters: {
        deadline: {
          title: { 'zh-CN': '期限', en: 'deadline' },
          unit: 'duration',
          refinement: 'replace',
          stricter: 'lower',
          versions: [{ value: 'P6M', from: '2019-01-01', citations: [source] }],
        },
      },
    })
    const quorum = defineRule({
      ...meta,
      id: 'meeting/quorum',
      title: { 'zh-CN': '到会人数', en: 'Quorum' },
      subject: 'session',
      who: { kind: ['branch'] },
      window: { session: true },
      sessions: { kinds: ['general-meeting'], acts: ['vote'] },
      parameters: {},
      reads: ['sessions'],
      judge: () => ({ verdict: 'met' }),
    })
    const plugin = definePlugin({
      name: 'example',
      version: '1.0.0',
      title: { 'zh-CN': '示例', en: 'example' },
      rules: [induction, quorum],
      presets: {},
    })
    const [page, other] = rulesInForce(
      defineConfig({
        name: 'example',
        plugins: [plugin],
        rules: { 'example/meeting/quorum': 'warn', 'example/secretary/induction': 'warn' },
      }),
      { asOf: '2025-12-31' },
    )
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .map((rule) => [formatRule(rule), formatRule(rule, { locale: 'en' })])
    expect(page![0]).toContain('期间：任职后6 个月内')
    expect(page![1]).toContain('Window: within 6 months of the start of the post')
    expect(other![0]).toContain('对象：活动，党支部，活动类型为党员大会，并有“表决”记录')
    expect(other![1]).toContain('sessions of kind: general meeting, sessions named by an act: vote')
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

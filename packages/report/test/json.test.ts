import { readFileSync } from 'node:fs'
import { check, defineConfig } from '@xueshi/core'
import { formatJson, formatTable, jsonChunks, toJson } from '@xueshi/report'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { config, dataset, report } from './county.ts'

const schema = JSON.parse(
  readFileSync(new URL('../schema/report-1.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

const bad = dataset({
  attendance: [
    { session: 'nowhere', member: 'm1', status: '出席' },
    { session: 's0', member: 'm1' } as never,
  ],
})

describe('the JSON form', () => {
  test.each([
    ['open findings', report(dataset())],
    ['all verdicts', report(dataset(), { allVerdicts: true })],
    ['an open year', report(dataset(), { asOf: '2025-06-30' })],
    ['problems', report(bad)],
  ])('satisfies its published schema: %s', (_, value) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const parsed: unknown = JSON.parse(formatJson(value, { locale }))
      expect(valid(parsed), JSON.stringify(valid.errors)).toBe(true)
      expect(parsed).toEqual(toJson(value, { locale }))
    }
  })

  test('has exactly the keys of the contract', () => {
    const json = toJson(report(bad))
    expect(Object.keys(json)).toEqual(['version', 'asOf', 'receipt', 'summary', 'problems', 'findings'])
    expect(Object.keys(json.findings[0]!)).toEqual([
      'fingerprint',
      'rule',
      'subject',
      'organization',
      'window',
      'verdict',
      'level',
      'measured',
      'required',
      'unit',
      'alternatives',
      'due',
      'message',
      'citations',
    ])
    expect(Object.keys(json.problems[0]!)).toEqual(['code', 'file', 'sheet', 'row', 'column', 'message'])
  })

  test('gives both ways of a disjunction', () => {
    const study = toJson(report(dataset())).findings.find(
      ({ rule, subject }) => rule === 'trial/member/yearly-study' && subject.id === 'm1',
    )
    expect(study?.verdict).toBe('breached')
    expect(study?.alternatives).toEqual([
      { measured: 1, required: 3, unit: 'day', met: false },
      { measured: 2, required: 24, unit: 'hour', met: false },
    ])
  })

  test('says that the number of an article is not sure', () => {
    expect(toJson(report(dataset())).findings[0]?.citations[0]).toEqual({
      instrument: '示例县党员教育工作细则',
      document: null,
      article: '第八条',
      articleConfirmed: false,
      quote: '党支部每季度召开1次党员大会',
      assurance: 'quoted',
    })
  })

  test('names the document a number rests on, and the calendar of working days', () => {
    const data = dataset()
    const local = defineConfig(...config.entries, {
      name: 'county',
      workdays: { name: 'test calendar 1.0', isWorkday: () => true },
      refinements: [
        {
          authority: 'county',
          issuer: '示例县委组织部',
          rule: 'trial/branch/general-meeting',
          parameter: 'sessions',
          value: 2,
          from: '2024-01-01',
          citation: { instrument: '关于会议的通知', document: '示组发〔2023〕12号' },
        },
      ],
    })
    const value = check(data, local, { asOf: '2025-12-31' })
    const json = toJson(value)
    expect(valid(JSON.parse(formatJson(value))), JSON.stringify(valid.errors)).toBe(true)
    expect(json.receipt.workdays).toBe('test calendar 1.0')
    const meeting = json.findings.find(({ rule }) => rule === 'trial/branch/general-meeting')
    expect(meeting?.citations.map(({ document }) => document)).toEqual([null, '示组发〔2023〕12号'])
    expect(formatTable(value, { width: 160 })).toContain('工作日历：test calendar 1.0')
    expect(formatTable(value, { locale: 'en', width: 160 })).toContain('working days: test calendar 1.0')
  })

  test('comes in pieces of one finding each, without names of persons', () => {
    const value = report(dataset(), { allVerdicts: true })
    const chunks = [...jsonChunks(value)]
    expect(chunks.length).toBeGreaterThan(value.findings.length)
    expect(chunks.join('')).toBe(formatJson(value))
    expect(chunks.join('')).not.toMatch(/欧阳|上官/)
  })

  test('a schema that is broken would be seen', () => {
    const json = JSON.parse(formatJson(report(dataset()))) as { findings: { verdict: string }[] }
    json.findings[0]!.verdict = 'failed'
    expect(valid(json)).toBe(false)
  })
})

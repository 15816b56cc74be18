import { explain } from '@xueshi/core'
import { displayWidth, formatExplanation } from '@xueshi/report'
import { describe, expect, test } from 'vitest'
import { dataset, report } from './county.ts'

const data = dataset()
const whole = report(data, { allVerdicts: true })
const study = whole.findings.find(
  ({ rule, subject }) => rule === 'trial/member/yearly-study' && subject.id === 'm1',
)!

describe('an explanation as a tree', () => {
  const explanation = explain(whole, study.fingerprint)

  test('quotes the words and names the sessions', () => {
    const text = formatExplanation(explanation, { dataset: data })
    expect(text.split('\n')[0]).toContain('trial/member/yearly-study · m1 · 2025')
    expect(text).toContain('党支部每季度召开1次党员大会')
    expect(text).toContain('s0')
    expect(text).toMatch(/[├└]─ /)
  })

  test('is English in English', () => {
    const text = formatExplanation(explanation, { dataset: data, locale: 'en' })
    expect(text).toMatch(/^Verdict: /m)
  })

  test('names the person only where asked', () => {
    expect(formatExplanation(explanation, { dataset: data })).not.toContain('欧阳')
    expect(formatExplanation(explanation, { dataset: data, names: true })).toContain('欧阳测试（m1）')
  })

  test('says once what is said, and nothing in code', () => {
    const text = formatExplanation(explanation, { dataset: data })
    expect(text).toContain('怎样达标：下列各项满足一项即可：')
    expect(text).toMatch(/├─ 期间内如有 |├─ 在 .* 前再参加/)
    expect(text).not.toMatch(/standing|since-/)
  })

  test('keeps to the width', () => {
    const lines = formatExplanation(explanation, { dataset: data, width: 60 }).split('\n')
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(60)
  })
})

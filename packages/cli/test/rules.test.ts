import { describe, expect, test } from 'vitest'
import { embedded, folder } from './xueshi.ts'

const rules = (...options: string[]) => embedded(['rules', ...options], { cwd: folder() })

describe('xueshi rules', () => {
  test('lists what is in force today in Asia/Shanghai, and says the day', async () => {
    const { code, stdout, stderr } = await rules()
    expect(code).toBe(0)
    expect(stdout).toContain('national/branch/theme-day')
    expect(stderr).toContain('生效日：2025-12-31（今天）')
  })

  test('shows one rule with parameters, dates, words and what is not coded', async () => {
    const { stdout } = await rules('member/annual-hours', '--as-of', '2025-12-31')
    expect(stdout).toContain('32 学时')
    expect(stdout).toMatch(/\d{4}-\d{2}-\d{2} 起施行|施行于/)
    expect(stdout.replace(/\s+/g, '')).toMatch(/“[^”]*32学时[^”]*”/)
    expect(stdout).toContain('未编入规则的文字')
  })

  test('lists the words that are not coded', async () => {
    const { stdout } = await rules('--uncoded', '--as-of', '2025-12-31', '--locale', 'en')
    expect(stdout).toContain('Words that no rule expresses')
  })

  test('a day without versions in force has fewer rules', async () => {
    const count = async (day: string) => {
      const { stdout } = await rules('--json', '--as-of', day)
      return (JSON.parse(stdout) as { rules: unknown[] }).rules.length
    }
    expect(await count('2010-01-01')).toBeLessThan(await count('2025-12-31'))
  })
})

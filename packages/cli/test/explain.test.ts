import { describe, expect, test } from 'vitest'
import { county, embedded } from './xueshi.ts'

const explain = (...options: string[]) => embedded(['explain', 'data', ...options], { cwd: county() })

describe('xueshi explain', () => {
  test('gives the words of the regulation and what would change the verdict', async () => {
    const { code, stdout } = await explain(
      '--rule',
      'branch/theme-day',
      '--subject',
      'b2',
      '--window',
      '2025-07',
    )
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toContain('national/branch/theme-day')
    expect(stdout).toContain('2025-07')
    expect(stdout).toMatch(/《[^》]+》/)
    expect(stdout).toMatch(/“[^”]+”/)
  })

  test('takes an organization by its unique name and names the other windows', async () => {
    const { code, stdout, stderr } = await explain('--rule', 'branch/theme-day', '--subject', '审计局党支部')
    expect(code).toBe(0)
    expect(stdout).toContain('2025-12')
    expect(stderr).toContain('2025-01 未达标')
  })

  test('lists the sessions that counted', async () => {
    const { stdout } = await explain('--rule', 'member/annual-hours', '--subject', 'm1')
    expect(stdout).toContain('s01')
    expect(stdout).not.toMatch(/欧阳/)
  })

  test('a person stands for the only post that is judged', async () => {
    const { code, stdout } = await explain('--rule', 'secretary/annual-rotation', '--subject', 'm2')
    expect(code).toBe(0)
    expect(stdout).toContain('m2')
  })

  test('English in English', async () => {
    const { stdout } = await explain(
      '--rule',
      'branch/theme-day',
      '--subject',
      'b2',
      '--window',
      '2025-07',
      '--locale',
      'en',
    )
    expect(stdout).toMatch(/not met/)
  })

  test('a rule that is off has nothing to explain', async () => {
    const { code, stderr } = await explain('--rule', 'branch/theme-day', '--subject', 'w')
    expect(code).toBe(2)
    expect(stderr).toContain('unknown-')
  })
})

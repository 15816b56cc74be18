import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const lines = execFileSync(process.execPath, ['--conditions=xueshi-source', program], { encoding: 'utf8' })
  .trimEnd()
  .split('\n')

describe('examples/first-check', () => {
  it('finds the month without a theme day and the quarter without a general meeting', () => {
    expect(lines).toContainEqual(
      expect.stringMatching(/^breached {2}national\/branch\/theme-day {2}b01 {2}2025-02 /),
    )
    expect(lines).toContainEqual(
      expect.stringMatching(/^breached {2}national\/branch\/general-meeting {2}b01 {2}2025-Q1 /),
    )
  })

  it('calls the duties of the year pending, not breached', () => {
    expect(lines).toContainEqual(
      expect.stringMatching(/^pending {2}national\/branch\/org-life-meeting {2}b01 {2}2025 /),
    )
    expect(lines.at(-1)).toMatch(/^2 breached, \d+ pending, \d+ met$/)
  })
})

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))

function calendarIn(zone: string): string {
  return execFileSync(process.execPath, ['--conditions=xueshi-source', program], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  })
}

describe('examples/branch-calendar', () => {
  const ics = calendarIn('UTC')

  it('writes the three sessions of the branch', () => {
    expect(ics.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(3)
    expect(ics).toMatch(/^DTSTART;TZID=Asia\/Shanghai:20250310T143000\r$/m)
    expect(ics).toMatch(/^LOCATION:三楼会议室\r$/m)
    expect(ics).toMatch(/^STATUS:CANCELLED\r$/m)
    expect(ics).toMatch(/^DTSTART;VALUE=DATE:20250415\r$/m)
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('writes the same bytes in any zone', () => {
    expect(calendarIn('Asia/Shanghai')).toBe(ics)
    expect(calendarIn('America/New_York')).toBe(ics)
  })
})

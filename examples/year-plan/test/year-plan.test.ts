import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
let folder: string
let said: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueshi-year-plan-'))
  said = execFileSync(process.execPath, ['--conditions=xueshi-source', program, folder], { encoding: 'utf8' })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Sessions, and those in the field, of the line that begins so. */
function countsOf(line: string): [all: number, field: number] {
  const found = new RegExp(`^${line}: (\\d+) sessions, (\\d+) in the field$`, 'm').exec(said)
  return [Number(found?.[1]), Number(found?.[2])]
}

describe('examples/year-plan', () => {
  it('the requirement of the county brings two theme days of each branch into the field', () => {
    const branches = readdirSync(join(folder, 'calendars')).length
    const [, before] = countsOf('national requirements')
    const [, after] = countsOf('with that of the county')
    expect(branches).toBeGreaterThan(10)
    expect(after).toBeGreaterThan(before)
    expect(after).toBeGreaterThanOrEqual(2 * (branches - 1))
    expect(said).toContain('not placed: 0; conflicts: 0')
  })

  it('writes a page that lists the changes, and calendars with the places in the field', () => {
    const page = readFileSync(join(folder, 'plan.html'), 'utf8')
    expect(page).toContain('每半年一次现场主题党日 2026-H1')
    expect(page).toContain('id="changes"')
    const calendars = readdirSync(join(folder, 'calendars')).map((name) =>
      readFileSync(join(folder, 'calendars', name), 'utf8'),
    )
    expect(calendars.filter((ics) => ics.includes('现场教学')).length).toBeGreaterThan(10)
  })
})

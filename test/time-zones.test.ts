import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { xueshiEach, ZONES } from '../packages/cli/test/xueshi.ts'
import { emptyFolder } from './tarballs.ts'

/** Everything below a folder as one hash per file. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [
      file.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
}

describe('a process in any time zone', () => {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  /** One county made, checked and put into calendars by the command line, as a process in a zone does it. */
  async function outputsIn(zone: string): Promise<Record<string, string>> {
    const folder = emptyFolder()
    folders.push(folder)
    const left = await xueshiEach(
      [
        ['sample', '--out', 'data', '--members', '300', '--seed', '7', '--format', 'csv'],
        ['check', 'data', '--as-of', '2025-12-31', '--format', 'json', '--all-verdicts'],
        ['ical', 'data', '--all', '--out', 'calendars'],
      ],
      { cwd: folder, env: { TZ: zone } },
    )
    // A county with planted faults ends with 1: breached at level error.
    expect(left.map(({ code }) => code)).toEqual([0, 1, 0])
    const json = left[1]!.stdout
    expect(JSON.parse(json).findings.length).toBeGreaterThan(100)
    return { ...contentOf(folder), report: createHash('sha256').update(json).digest('hex') }
  }

  it(`makes the same bytes: ${ZONES.join(', ')}`, async () => {
    const [first, ...others] = await Promise.all(ZONES.map(outputsIn))
    expect(Object.keys(first!).filter((file) => file.endsWith('.ics')).length).toBeGreaterThan(5)
    for (const other of others) expect(other).toEqual(first)
  })
})

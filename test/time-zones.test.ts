import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from './checkout.ts'
import { emptyFolder } from './tarballs.ts'

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const

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
  function outputsIn(zone: string): Record<string, string> {
    const folder = emptyFolder()
    folders.push(folder)
    const xueshi = (...args: string[]): string => {
      const program = [join(root, 'packages/cli/src/main.ts'), ...args]
      try {
        return execFileSync(process.execPath, ['--conditions=xueshi-source', ...program], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, TZ: zone },
          maxBuffer: 1 << 28,
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      } catch (error) {
        // A county with planted faults ends with 1: breached at level error.
        const { status, stdout } = error as { status: number; stdout: string }
        if (status !== 1) throw error
        return stdout
      }
    }
    xueshi('sample', '--out', 'data', '--members', '300', '--seed', '7', '--format', 'csv')
    const json = xueshi('check', 'data', '--as-of', '2025-12-31', '--format', 'json', '--all-verdicts')
    expect(JSON.parse(json).findings.length).toBeGreaterThan(100)
    xueshi('ical', 'data', '--all', '--out', 'calendars')
    return { ...contentOf(folder), report: createHash('sha256').update(json).digest('hex') }
  }

  it(`makes the same bytes: ${ZONES.join(', ')}`, () => {
    const [first, ...others] = ZONES.map(outputsIn)
    expect(Object.keys(first!).filter((file) => file.endsWith('.ics')).length).toBeGreaterThan(5)
    for (const other of others) expect(other).toEqual(first)
  })
})

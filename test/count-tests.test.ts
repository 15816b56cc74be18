import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './checkout.ts'
import { emptyFolder, write } from './tarballs.ts'

interface Counts {
  readonly passed: number
  readonly failed?: number
  readonly skipped?: number
}

describe('the last line of CI', () => {
  let folder: string
  beforeAll(() => {
    folder = emptyFolder()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function count(...runs: Counts[]) {
    const files = runs.map(({ passed, failed = 0, skipped = 0 }, index) => {
      const report = {
        numPassedTests: passed,
        numFailedTests: failed,
        numPendingTests: skipped,
        numTodoTests: 0,
      }
      write(folder, `run-${index}.json`, JSON.stringify(report))
      return join(folder, `run-${index}.json`)
    })
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/count-tests.ts'), ...files], {
      encoding: 'utf8',
    })
    return { status, lines: stdout.trimEnd().split('\n') }
  }

  it('adds up the runs', () => {
    expect(count({ passed: 40 }, { passed: 2 })).toEqual({ status: 0, lines: ['42 passed, 0 failed'] })
  })

  it('names skipped tests before it', () => {
    expect(count({ passed: 3, skipped: 1 }).lines).toEqual(['1 skipped', '3 passed, 0 failed'])
  })

  it.each([[[{ passed: 3, failed: 1 }]], [[{ passed: 0 }]], [[]]])('fails for %j', (runs: Counts[]) => {
    expect(count(...runs).status).toBe(1)
  })
})

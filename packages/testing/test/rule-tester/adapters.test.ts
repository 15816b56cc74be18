import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { type CaseFile, testRule, testRules } from '@xueshi/testing'
import { describe, expect, it } from 'vitest'
import { base, lecture, lectureCases, members, membersCases, village } from './village.ts'

// Under vitest itself: these suites are tests of this run.
testRules(village(lecture, members), [lectureCases, membersCases], { describe, it, base })
testRule(lecture, lectureCases, { describe, it, base })

/** A runner that keeps what it is given and runs it at once. */
function recorder() {
  const seen: { readonly name: string; readonly error: unknown }[] = []
  return {
    seen,
    describe: (_name: string, body: () => void) => body(),
    it: (name: string, body: () => void) => {
      let error: unknown = null
      try {
        body()
      } catch (thrown) {
        error = thrown
      }
      seen.push({ name, error })
    },
  }
}

describe('a runner', () => {
  it('gets one test per case and one for the cases together', () => {
    const runner = recorder()
    testRules(village(lecture), [lectureCases], { ...runner, base })
    expect(runner.seen).toEqual([
      { name: '两次达标，一次未达标 (2025-12-31)', error: null },
      { name: '2024年一次就够，年内成立的不适用 (2024-12-31)', error: null },
      { name: '导出只到6月：无法判断 (2025-12-31)', error: null },
      { name: 'cases: every verdict, every version, no case twice', error: null },
      { name: 'each rule has one file of cases, and each file a rule', error: null },
    ])
  })

  it('gets a failure in both languages with both sides of it', () => {
    const runner = recorder()
    const wrong: CaseFile = { ...lectureCases, cases: [{ ...lectureCases.cases[0]!, expect: {} }] }
    testRules(village(lecture, members), [wrong], { ...runner, base })
    const [oneCase, together, files] = runner.seen.map(({ error }) => error as Error & { expected: unknown })
    expect(oneCase?.message).toContain('b2 2025：应为 —，实为 breached')
    expect(oneCase?.message).toContain('b2 2025: expected —, found breached')
    expect(oneCase?.expected).toEqual({})
    expect(together?.message).toContain('没有“达标”的用例')
    expect(files?.message).toContain('branch/members')
  })
})

describe('node --test', () => {
  const run = (program: string) =>
    spawnSync(
      process.execPath,
      [
        '--conditions=xueshi-source',
        '--test',
        '--test-reporter=tap',
        fileURLToPath(new URL(program, import.meta.url)),
      ],
      { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
    )

  it('runs the cases of a plugin', () => {
    const { status, stdout } = run('./node-test-program.ts')
    expect(stdout).toContain('# Subtest: 两次达标，一次未达标 (2025-12-31)')
    expect(stdout).toMatch(/# fail 0\b/)
    expect(Number(/# pass (\d+)/.exec(stdout)?.[1])).toBe(7)
    expect(status).toBe(0)
  })

  it('fails where a case fails', () => {
    const { status, stdout } = run('./node-test-failing.ts')
    expect(stdout).toMatch(/not ok \d+ - 两次达标，一次未达标/)
    expect(stdout).toContain('实为 breached')
    expect(status).toBe(1)
  })
})

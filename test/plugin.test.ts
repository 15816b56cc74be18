import { readFileSync, rmSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './checkout.ts'
import { attempt, emptyFolder, installed, packAll, run, type Tarballs, write } from './tarballs.ts'

const pilot = (file: string): string => readFileSync(join(root, 'test', 'pilot', file), 'utf8')

/** The JavaScript that is left of a TypeScript file when its types are taken out. */
const plain = (file: string): string => stripTypeScriptTypes(pilot(file))

describe('a plugin from outside, against the packed packages', () => {
  const folders: string[] = []
  let tarballs: Tarballs

  beforeAll(() => {
    const packs = emptyFolder()
    folders.push(packs)
    tarballs = packAll(packs)
  })

  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  function folderWith(...names: (keyof Tarballs)[]): string {
    const folder = installed(names.map((name) => tarballs[name]))
    folders.push(folder)
    return folder
  }

  describe('with core alone', () => {
    let folder: string
    beforeAll(() => {
      folder = folderWith('@xueshi/core')
      write(folder, 'plugin.js', plain('plugin.ts'))
      write(folder, 'program.js', plain('program.ts'))
    })

    it('appears in check, explain and rules', () => {
      const seen = JSON.parse(run(process.execPath, ['program.js'], folder))
      expect(seen.receipt).toEqual([{ name: 'pilot', version: '1.2.3' }])
      expect(seen.findings).toEqual([
        {
          line: 'breached error pilot/branch/half-year-lecture b02 2025-H1',
          quote: '党支部每半年至少上一次党课',
        },
        {
          line: 'breached warn pilot/branch/theme-day-named b02 standing',
          quote: '党支部每半年至少上一次党课',
        },
      ])
      expect(seen.messages[1]).toContain('b02 没有确定主题党日')
      expect(seen.explanation).toEqual(['verdict', 'verdict'])
      expect(seen.rules).toEqual([
        'pilot/branch/half-year-lecture error',
        'pilot/branch/theme-day-named warn',
      ])
    })

    it('type-checks as .ts and as .cts under the strictest options', () => {
      const source = pilot('plugin.ts')
      write(folder, 'types/plugin.ts', source)
      write(folder, 'types/common.cts', source.replace('export default pilot', 'export { pilot }'))
      const compilerOptions = {
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        target: 'es2022',
        module: 'nodenext',
        types: [],
      }
      write(folder, 'types/tsconfig.json', JSON.stringify({ compilerOptions }))
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const { status, stdout } = attempt(process.execPath, [tsc, '-p', 'types', '--listFiles'], folder)
      expect(stdout).not.toMatch(/error TS/)
      expect(stdout).toMatch(/types\/plugin\.ts$/m)
      expect(stdout).toMatch(/types\/common\.cts$/m)
      expect(status).toBe(0)
    })

    it('has no package of the workspace but core beneath it', () => {
      const lock = run('npm', ['ls', '--all', '--parseable'], folder)
      expect(lock.split('\n').filter((line) => /xueshi(?!-packed)/.test(line.slice(folder.length)))).toEqual([
        join(folder, 'node_modules', '@xueshi', 'core'),
      ])
    })
  })

  describe('with the command line', () => {
    let folder: string
    const xueshi = (...args: string[]) =>
      attempt(join(folder, 'node_modules', '.bin', 'xueshi'), args, folder)

    beforeAll(() => {
      folder = folderWith(...(Object.keys(tarballs) as (keyof Tarballs)[]))
      write(folder, 'plugin.js', plain('plugin.ts'))
      write(
        folder,
        'xueshi.config.js',
        "import { defineConfig } from '@xueshi/core'\nimport pilot from './plugin.js'\n\nexport default defineConfig(pilot.presets.all)\n",
      )
      const data = {
        export: [{ exportedOn: '2025-07-01', from: '2025-01-01', to: '2025-06-30' }],
        organizations: [{ id: 'b02', name: '财政局第二党支部', kind: '党支部' }],
        members: [],
        sessions: [{ id: 's02', organization: 'b02', kinds: ['主题党日'], start: '2025-03-06T14:30+08:00' }],
      }
      write(folder, 'data/dataset.json', JSON.stringify(data))
    })

    it('appears in the JSON of check, which ends with 1', () => {
      const { status, stdout, stderr } = xueshi('check', 'data', '--as-of', '2025-06-30', '--format', 'json')
      const report = JSON.parse(stdout === '' ? stderr : stdout)
      expect(report.receipt.plugins).toEqual([{ name: 'pilot', version: '1.2.3' }])
      expect(
        report.findings.map(
          (finding: { rule: string; verdict: string }) => `${finding.verdict} ${finding.rule}`,
        ),
      ).toEqual(['breached pilot/branch/half-year-lecture', 'breached pilot/branch/theme-day-named'])
      expect(status).toBe(1)
    })

    it('appears in the table of check', () => {
      expect(xueshi('check', 'data', '--as-of', '2025-06-30').stdout).toContain('每半年一次党课')
    })

    it('is explained with the words of its notice', () => {
      const args = ['--rule', 'branch/half-year-lecture', '--subject', 'b02', '--as-of', '2025-06-30']
      const { stdout } = xueshi('explain', 'data', ...args)
      expect(stdout).toContain('党支部每半年至少上一次党课')
      expect(stdout).toContain('2025-H1')
    })

    it('is listed among the rules', () => {
      const listed = JSON.parse(xueshi('rules', '--as-of', '2025-06-30', '--json').stdout)
      expect(JSON.stringify(listed)).toContain('pilot/branch/half-year-lecture')
      expect(xueshi('rules', 'branch/theme-day-named', '--as-of', '2025-06-30').stdout).toContain(
        '确定主题党日',
      )
    })
  })
})

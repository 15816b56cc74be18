import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './checkout.ts'

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

/** Cruises a folder by the rules of this workspace, as the script `lint` does. */
function cruise(folder: string, ...options: string[]) {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  return spawnSync(
    process.execPath,
    [program, 'packages', 'examples', '--config', '.dependency-cruiser.cjs', ...options],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
}

function violationsIn(folder: string): Violation[] {
  const { stdout, stderr } = cruise(folder, '-T', 'json')
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
}

/** A workspace of the same shape: file names and the lines they hold. Every import below is of a kind that occurs. */
const ALLOWED: Record<string, string> = {
  'packages/core/src/index.ts': "export * from './check/engine.ts'\nexport * from './model.ts'\n",
  'packages/core/src/model.ts':
    "import { z } from 'zod'\nimport { createHash } from 'node:crypto'\nexport const m = z.string()\nexport const h = createHash\n",
  'packages/core/src/check/engine.ts':
    "import type { z } from 'zod'\nimport type { m } from '../model.ts'\nexport type T = z.infer<typeof m>\n",
  'packages/national/src/index.ts': "export { m } from '@xueshi/core'\n",
  'packages/report/src/index.ts': "export { m } from '@xueshi/core'\n",
  'packages/report/src/inside.ts': 'export const inside = 1\n',
  'packages/cli/src/index.ts':
    "export * as core from '@xueshi/core'\nexport * as report from '@xueshi/report'\n",
  'examples/first/src/main.ts': "import { m } from '@xueshi/core'\nconsole.log(m)\n",
}

const FORBIDDEN: readonly { readonly rule: string; readonly file: string; readonly text: string }[] = [
  { rule: 'core-knows-no-package', file: 'packages/core/src/a.ts', text: "import '@xueshi/report'\n" },
  {
    rule: 'core-knows-no-package',
    file: 'packages/core/src/b.ts',
    text: "import type { inside } from '@xueshi/national'\nexport type B = typeof inside\n",
  },
  { rule: 'core-reads-no-format', file: 'packages/core/src/c.ts', text: "import 'luxon'\n" },
  { rule: 'core-has-no-io', file: 'packages/core/src/d.ts', text: "import 'node:fs'\n" },
  { rule: 'adapters-know-core-only', file: 'packages/national/src/a.ts', text: "import '@xueshi/report'\n" },
  { rule: 'adapters-know-core-only', file: 'packages/report/src/b.ts', text: "import 'xueshi'\n" },
  {
    rule: 'only-the-public-door',
    file: 'packages/cli/src/a.ts',
    text: "import '../../report/src/inside.ts'\n",
  },
  {
    rule: 'by-name-not-by-path',
    file: 'packages/cli/src/b.ts',
    text: "import '../../report/src/index.ts'\n",
  },
  {
    rule: 'only-the-public-door',
    file: 'examples/first/src/a.ts',
    text: "import '../../../packages/core/src/model.ts'\n",
  },
  {
    rule: 'hot-path-without-zod',
    file: 'packages/core/src/check/a.ts',
    text: "import { z } from 'zod'\nexport const v = z.string()\n",
  },
  { rule: 'no-cycle', file: 'packages/report/src/x.ts', text: "import './y.ts'\n" },
  { rule: 'declared', file: 'packages/national/src/b.ts', text: "import 'luxon'\n" },
  { rule: 'resolvable', file: 'packages/national/src/c.ts', text: "import '@xueshi/core/src/nowhere.ts'\n" },
]

const names = { core: '@xueshi/core', national: '@xueshi/national', report: '@xueshi/report', cli: 'xueshi' }

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueshi-direction-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    cpSync(join(root, file), join(folder, file))
  mkdirSync(join(folder, 'node_modules', '@xueshi'), { recursive: true })
  for (const [short, name] of Object.entries(names)) {
    const dependencies = short === 'core' ? { zod: '*' } : {}
    write(
      folder,
      `packages/${short}/package.json`,
      JSON.stringify({
        name,
        type: 'module',
        dependencies,
        exports: { '.': { 'xueshi-source': './src/index.ts' } },
      }),
    )
    symlinkSync(join(folder, 'packages', short), join(folder, 'node_modules', name), 'dir')
  }
  write(folder, 'package.json', JSON.stringify({ name: 'fixture', private: true, type: 'module' }))
  // Real copies of what the imports name, so that they resolve as they do in the workspace.
  for (const name of ['zod', 'luxon']) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    write(folder, `node_modules/${name}/index.js`, 'exports.z = {}\n')
  }
  for (const [file, text] of Object.entries(ALLOWED)) write(folder, file, text)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the direction of dependence', () => {
  it('holds in this workspace', () => {
    expect(violationsIn(root)).toEqual([])
  })

  it('allows what the packages need', () => {
    expect(violationsIn(folder)).toEqual([])
  })

  it('catches every import against it, and names the rule', () => {
    write(folder, 'packages/report/src/y.ts', "import './x.ts'\n")
    for (const { file, text } of FORBIDDEN) write(folder, file, text)
    const found = violationsIn(folder).map(({ from, rule }) => `${rule.name} ${from}`)
    for (const { rule, file } of FORBIDDEN) expect(found).toContain(`${rule} ${file}`)
    expect(found.filter((line) => Object.keys(ALLOWED).some((file) => line.endsWith(` ${file}`)))).toEqual([])
  })

  it('ends with a failure that lint passes on', () => {
    const { status, stdout } = cruise(folder)
    expect(status).toBeGreaterThan(0)
    expect(stdout).toMatch(/core-knows-no-package/)
  })
})

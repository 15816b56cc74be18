import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packages, root } from './checkout.ts'

/** Folders and files that are made here and never committed. */
const MADE = /(?:^|\/)(?:node_modules|dist|coverage|\.git)$|^(?:demo|docs\/api)$|\.(?:tgz|log)$/

/** The files of the checkout, found without git: a machine with node and npm alone passes these tests too. */
function files(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (MADE.test(path)) return []
    return entry.isDirectory() ? files(path) : [path]
  })
}

/** The lines of text files that a pattern matches, or that hold a text, as `file:line: text`. */
function linesMatching(pattern: RegExp | string, wanted: (file: string) => boolean): string[] {
  const matches = (line: string): boolean =>
    typeof pattern === 'string' ? line.includes(pattern) : pattern.test(line)
  const hits: string[] = []
  for (const file of files().filter(wanted)) {
    const bytes = readFileSync(join(root, file))
    if (bytes.includes(0)) continue
    bytes
      .toString('utf8')
      .split('\n')
      .forEach((line, index) => {
        if (matches(line)) hits.push(`${file}:${index + 1}: ${line.trim().slice(0, 160)}`)
      })
  }
  return hits
}

const SELF = 'test/repository.test.ts'
const isSource = (file: string): boolean => /^packages\/[^/]+\/src\/.*\.ts$/.test(file)

describe('the repository stands alone', () => {
  it('names no path of a machine', () => {
    const absolute = /(?:^|[\s"'`(=:,])\/(?:work|home|Users|root|workspaces?)\/[\w.-]/
    expect(linesMatching(absolute, (file) => file !== SELF)).toEqual([])
    expect(linesMatching(`${root}/`, () => true)).toEqual([])
  })

  it('reaches outside of itself nowhere but in the client tests', () => {
    expect(
      linesMatching(
        /(?:^|["'`\s(])(?:\.\.\/)+shared\b/,
        (file) => file !== SELF && !file.includes('clients'),
      ),
    ).toEqual([])
  })

  it('names no registry', () => {
    const registry =
      /registry\.[\w-]+\.\w+|npmmirror|verdaccio|_authToken|^\s*registry\s*=|tarball: *https?:/i
    expect(linesMatching(registry, (file) => file !== SELF)).toEqual([])
  })

  it('skips no test and holds no stub', () => {
    const skips =
      /\b(?:it|test|describe)\.(?:skip|todo|only)\b|@ts-(?:ignore|nocheck)|\b(?:TODO|FIXME)\b|not implemented/
    expect(linesMatching(skips, (file) => /\.tsx?$/.test(file) && file !== SELF)).toEqual([])
  })
})

describe('the packages', () => {
  it('take neither time nor chance from the process', () => {
    // The command line alone may ask for today, in one file that says so.
    const clock =
      /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|\bMath\.random\b|\bTemporal\.Now\b|DateTime\.(?:now|local)\b/
    const code = (line: string): string => line.replace(/^[^:]+:\d+: /, '')
    const hits = linesMatching(clock, (file) => isSource(file) && file !== 'packages/cli/src/today.ts')
    expect(hits.filter((line) => !/^(?:\*|\/\/)/.test(code(line)))).toEqual([])
  })

  it('have files that say one thing', () => {
    const long = files()
      .filter(isSource)
      .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 400)
    expect(long).toEqual([])
  })

  it.each(Object.entries(packages))('%s: README, license and version agree', (name, folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const core = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8'))
    expect(manifest).toMatchObject({
      name,
      license: 'MIT',
      version: core.version,
      type: 'module',
      sideEffects: false,
    })
    const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
    expect(readme).toContain(name)
    expect(readme.split('\n').length).toBeLessThanOrEqual(90)
  })

  it.each(readdirSync(join(root, 'examples')))('examples/%s has a page and a test that runs it', (name) => {
    const folder = `examples/${name}/`
    const found = files().filter((file) => file.startsWith(folder))
    expect(found).toContain(`${folder}README.md`)
    expect(found.filter((file) => file.endsWith('.test.ts'))).not.toEqual([])
  })

  it('are the only workspace besides the examples; the bench installs on its own', () => {
    const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
    const globs = /^packages:\n((?: {2}- .*\n)+)/m.exec(workspace)?.[1]?.match(/[^\s-].*/g)
    expect(globs).toEqual(['packages/*', 'examples/*'])
    expect(existsSync(join(root, 'bench', 'pnpm-lock.yaml'))).toBe(true)
  })
})

/**
 * Builds the packages of the workspace into their `dist` folders, each after those it depends on, as many at
 * a time as there are processors. A package whose inputs did not change since its last build is left alone:
 * a stamp beside its dependencies holds the hash of its sources, its package.json, the shared options, and the
 * declarations of the packages it depends on.
 *
 * Builds of one checkout run one after another.
 *
 *     node scripts/build.ts [--force] [package…]
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Package {
  readonly name: string
  readonly folder: string
  /** Names of the workspace packages it imports. */
  readonly needs: readonly string[]
}

function readPackages(): Package[] {
  return readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'packages', entry.name, 'package.json')))
    .map((entry) => {
      const folder = join(root, 'packages', entry.name)
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string
        dependencies?: Record<string, string>
      }
      const needs = Object.entries(manifest.dependencies ?? {})
        .filter(([, range]) => range.startsWith('workspace:'))
        .map(([name]) => name)
      return { name: manifest.name, folder, needs }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every file below a folder, in a fixed order. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const SHARED = ['tsconfig.base.json', 'pnpm-lock.yaml', 'scripts/build.ts', 'scripts/build-package.ts']

function stampOf(pkg: Package, packages: readonly Package[]): string {
  const hash = createHash('sha256')
  const files = [
    ...SHARED.map((file) => join(root, file)),
    join(pkg.folder, 'package.json'),
    ...filesBelow(join(pkg.folder, 'src')),
    ...packages
      .filter((other) => pkg.needs.includes(other.name))
      .flatMap((other) => filesBelow(join(other.folder, 'dist')).filter((file) => file.endsWith('.d.ts'))),
  ]
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/** Outside `dist`, so that it is never packed. */
function stampFile(pkg: Package): string {
  return join(pkg.folder, 'node_modules', '.build-stamp')
}

function isBuilt(pkg: Package, stamp: string): boolean {
  if (!existsSync(join(pkg.folder, 'dist', 'index.d.cts')) || !existsSync(stampFile(pkg))) return false
  return readFileSync(stampFile(pkg), 'utf8') === stamp
}

/** Runs one package's build in a process of its own and yields what it printed. */
function compile(pkg: Package, outDir: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'build-package.ts'), outDir], {
      cwd: pkg.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

async function build(pkg: Package, packages: readonly Package[], force: boolean): Promise<boolean> {
  const stamp = stampOf(pkg, packages)
  if (!force && isBuilt(pkg, stamp)) return true
  const started = performance.now()
  mkdirSync(join(pkg.folder, 'node_modules'), { recursive: true })
  const outDir = join(pkg.folder, 'node_modules', `.dist-${process.pid}`)
  const { ok, output } = await compile(pkg, outDir)
  if (ok) {
    // Whoever reads dist meanwhile sees the old build or the new one, never a half.
    rmSync(join(pkg.folder, 'dist'), { recursive: true, force: true })
    renameSync(outDir, join(pkg.folder, 'dist'))
    writeFileSync(stampFile(pkg), stamp)
  } else {
    rmSync(outDir, { recursive: true, force: true })
    console.error(`build: ${pkg.name} failed\n${output}`)
    return false
  }
  console.error(`build: ${pkg.name} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return true
}

/** Starts every package as soon as those it needs are built; stops starting after a failure. */
async function buildAll(
  wanted: readonly Package[],
  packages: readonly Package[],
  force: boolean,
): Promise<boolean> {
  const waiting = new Map(wanted.map((pkg) => [pkg.name, pkg]))
  const running = new Map<string, Promise<void>>()
  let ok = true
  while (waiting.size + running.size > 0) {
    const ready = ok
      ? [...waiting.values()].filter((pkg) =>
          pkg.needs.every((name) => !waiting.has(name) && !running.has(name)),
        )
      : []
    for (const pkg of ready.slice(0, Math.max(2, availableParallelism()) - running.size)) {
      waiting.delete(pkg.name)
      running.set(
        pkg.name,
        build(pkg, packages, force).then((built) => {
          running.delete(pkg.name)
          ok &&= built
        }),
      )
    }
    if (running.size === 0) return ok && waiting.size === 0
    await Promise.race(running.values())
  }
  return ok
}

/** The named packages with everything they need; all of them where none is named. */
function select(names: readonly string[], packages: readonly Package[]): readonly Package[] {
  if (names.length === 0) return packages
  const byName = new Map(packages.flatMap((pkg) => [[pkg.name, pkg] as const]))
  const chosen = new Map<string, Package>()
  const visit = (name: string): void => {
    const pkg = byName.get(name)
    if (pkg === undefined) throw new Error(`no such package: ${name}`)
    if (chosen.has(name)) return
    chosen.set(name, pkg)
    pkg.needs.forEach(visit)
  }
  names.forEach(visit)
  return [...chosen.values()]
}

const lock = join(root, 'node_modules', '.build-lock')

/** Whether the process that holds the lock has ended without giving it back. */
function isStale(): boolean {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Waits until no other build runs in this checkout: the second finds its work done. */
async function takeLock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      process.on('exit', () => rmSync(lock, { recursive: true, force: true }))
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isStale()) rmSync(lock, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

await takeLock()
const options = process.argv.slice(2)
const packages = readPackages()
const wanted = select(
  options.filter((option) => !option.startsWith('--')),
  packages,
)
if (!(await buildAll(wanted, packages, options.includes('--force')))) process.exitCode = 1

import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type packages, root } from './checkout.ts'

/** The packages as their users get them: name → tarball. */
export type Tarballs = Readonly<Record<keyof typeof packages, string>>

/**
 * The environment of a user's shell: nothing of the package manager that started the tests. npm and npx run on
 * the Node they came with, which knows the certificates of its machine, not on the one of this workspace.
 */
function environmentFor(program: string): NodeJS.ProcessEnv {
  const foreign = /^(?:npm_|pnpm_|VITEST|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$)/i
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  const path = process.env.PATH ?? ''
  const machine = path.split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]/.test(folder))
  const isManager = program === 'npm' || program === 'npx'
  return { ...Object.fromEntries(kept), PATH: isManager ? machine.join(delimiter) : path }
}

/** Runs a program to its end; throws with its output where it fails. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const result = attempt(program, args, cwd)
  if (result.status !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} ended with ${result.status}\n${result.stdout}\n${result.stderr}`,
    )
  }
  return result.stdout
}

/** Runs a program to its end, whatever that is. */
export function attempt(program: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const result = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: environmentFor(program),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    timeout: 180_000,
  })
  if (result.error !== undefined) throw result.error
  return result
}

/** An empty folder outside of the workspace. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'xueshi-packed-'))
}

/** Writes a file, and the folders above it. */
export function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** Builds what is not built yet and packs every package into a folder. */
export function packAll(into: string): Tarballs {
  run(process.execPath, [join(root, 'scripts', 'build.ts')], root)
  const output = run(
    'npx',
    ['-y', 'pnpm@12.21.0', '-r', '--filter', './packages/*', 'pack', '--pack-destination', into, '--json'],
    root,
  )
  const packed = JSON.parse(output.slice(output.indexOf('['))) as {
    name: keyof typeof packages
    filename: string
  }[]
  return Object.fromEntries(packed.map(({ name, filename }) => [name, filename])) as Record<
    keyof typeof packages,
    string
  >
}

/** Installs tarballs with npm into an empty folder, as a user without pnpm would; only their dependencies are fetched. */
export function installed(tarballs: readonly string[]): string {
  const folder = emptyFolder()
  write(folder, 'package.json', JSON.stringify({ name: 'somebody', private: true, type: 'module' }))
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save', ...tarballs], folder)
  return folder
}

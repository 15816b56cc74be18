/**
 * Runs the bench with the built packages. It is a workspace of its own, because what it compares with (DuckDB
 * is 70 MB) is no part of the install of the project; its dependencies are installed on the first run.
 *
 *     node scripts/bench.ts [--only PIECE,…] [--large] [--write --date YYYY-MM-DD] [--gate]
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bench = fileURLToPath(new URL('../bench/', import.meta.url))

/** Ends this process with the same code where the other one fails. */
function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: bench, stdio: 'inherit' })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(`${bench}node_modules/@duckdb`)) {
  // The package manager that runs this script, so that no second one need be installed.
  const manager = process.env.npm_execpath
  const install = ['install', '--frozen-lockfile']
  if (manager !== undefined && /\.[cm]?js$/.test(manager)) run(process.execPath, [manager, ...install])
  else run(manager ?? 'pnpm', install)
}
run(process.execPath, ['--expose-gc', 'src/main.ts', ...process.argv.slice(2)])

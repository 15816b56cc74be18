/**
 * Builds the package in the working folder: `src/index.ts` as ESM, CommonJS and their declarations, and each
 * program named in `bin` as ESM, into the folder given. Dependencies stay imports; nothing of another package
 * is copied in.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Options } from 'tsup'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = process.argv[2]
if (outDir === undefined) throw new Error('usage: build-package.ts <folder>')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  bin?: Record<string, string>
  dependencies?: Record<string, string>
}

const library = { index: 'src/index.ts' }
const programs = Object.fromEntries(
  Object.values(manifest.bin ?? {}).map((target) => {
    const name = target.replace(/^\.?\/?dist\//, '').replace(/\.js$/, '')
    return [name, `src/${name}.ts`]
  }),
)

const shared: Options = {
  outDir,
  target: 'node22',
  platform: 'node',
  tsconfig: join(root, 'tsconfig.base.json'),
  config: false,
  clean: false,
  silent: true,
  sourcemap: false,
  external: Object.keys(manifest.dependencies ?? {}).map((name) => new RegExp(`^${name}(/|$)`)),
}

await Promise.all([
  build({ ...shared, entry: { ...library, ...programs }, format: 'esm', splitting: true }),
  build({ ...shared, entry: library, format: 'cjs' }),
  build({
    ...shared,
    entry: library,
    format: ['esm', 'cjs'],
    // Declarations of other packages are read from their dist, as the users of this one will read them.
    dts: { only: true, compilerOptions: { customConditions: [] } },
  }),
])

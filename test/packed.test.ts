import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packages, root } from './checkout.ts'
import { attempt, emptyFolder, installed, packAll, run, type Tarballs, write } from './tarballs.ts'

const names = Object.keys(packages) as (keyof typeof packages)[]

describe('the packed packages', () => {
  let packs: string
  let tarballs: Tarballs
  let home: string

  beforeAll(() => {
    packs = emptyFolder()
    tarballs = packAll(packs)
    home = installed(Object.values(tarballs))
  })

  afterAll(() => {
    for (const folder of [packs, home])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })

  it('are all packed', () => {
    expect(Object.keys(tarballs).sort()).toEqual([...names].sort())
  })

  it.each(names)('%s: publint has nothing to say', async (name) => {
    const bytes = readFileSync(tarballs[name])
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const { messages } = await publint({ pack: { tarball }, level: 'suggestion', strict: true })
    expect(messages).toEqual([])
  })

  it.each(names)('%s: types resolve from CommonJS, ESM and bundlers', (name) => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const { status, stdout } = attempt(
      process.execPath,
      [attw, tarballs[name], '--format', 'ascii', '--no-emoji'],
      root,
    )
    expect(stdout).toMatch(/No problems found/)
    expect(status).toBe(0)
  })

  it.each(names)('%s: holds its build, README and license, and nothing of the workspace', (name) => {
    const listed = run('tar', ['-tzf', tarballs[name]], packs).trim().split('\n')
    expect(listed).toContain('package/LICENSE')
    expect(listed).toContain('package/README.md')
    expect(listed.filter((file) => /\/(?:src|test|\.[^/]+)(?:\/|$)|\.tsbuildinfo$/.test(file))).toEqual([])
    const manifest = readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')
    expect(manifest).not.toMatch(/workspace:|xueshi-source/)
    for (const declarations of ['index.d.ts', 'index.d.cts']) {
      const text = readFileSync(join(home, 'node_modules', name, 'dist', declarations), 'utf8')
      expect(text).not.toMatch(/from '[^']+\.ts'|import\(['"](?:\.|\/)/)
    }
  })

  it('import and require give the same names', () => {
    const list = names.map((name) => JSON.stringify(name)).join(', ')
    write(
      home,
      'both.mjs',
      `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
for (const name of [${list}]) {
  const imported = Object.keys(await import(name)).sort().join()
  const required = Object.keys(require(name)).filter((key) => key !== '__esModule').sort().join()
  if (imported !== required) throw new Error(name + ': ' + imported + ' / ' + required)
  console.log(name, imported.split(',').length)
}
`,
    )
    const lines = run(process.execPath, ['both.mjs'], home).trim().split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(names)
  })
})

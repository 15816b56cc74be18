import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packages, root } from './checkout.ts'
import { attempt, emptyFolder } from './tarballs.ts'

/** Every page of the repository that people read. */
function pages(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !/(?:^|\/)(?:node_modules|dist|api)\//.test(file))
      .map((file) => `${folder}/${file}`)
  const top = readdirSync(root).filter((file) => file.endsWith('.md'))
  return [
    ...top,
    ...below('docs'),
    ...below('examples'),
    ...Object.values(packages).map((folder) => `${folder}/README.md`),
  ]
}

describe('the pages', () => {
  it('lead somewhere with every link within the repository', () => {
    const lost = pages().flatMap((page) => {
      const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '')
      const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/g)].map(
        (match) => match[1]!,
      )
      return targets
        .filter((target) => !existsSync(join(root, dirname(page), decodeURI(target))))
        .map((target) => `${page} → ${target}`)
    })
    expect(lost).toEqual([])
  })

  it('list every decision', () => {
    const index = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
    const decisions = readdirSync(join(root, 'docs/decisions')).filter((file) => file !== 'README.md')
    expect(decisions.filter((file) => !index.includes(`](${file})`))).toEqual([])
  })

  it('name both commands in both languages', () => {
    for (const page of ['README.md', 'README.zh-CN.md']) {
      const text = readFileSync(join(root, page), 'utf8')
      expect(text).toContain('npx -y pnpm@12.21.0 demo')
      expect(text).toContain('npx -y pnpm@12.21.0 test')
    }
  })
})

describe('the pages of the API', () => {
  let folder: string
  beforeAll(() => {
    folder = emptyFolder()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are made without a warning', () => {
    const typedoc = join(root, 'node_modules/typedoc/bin/typedoc')
    // Types are checked by `typecheck`.
    const args = ['--skipErrorChecking', '--out', folder]
    const { status, stdout, stderr } = attempt(process.execPath, [typedoc, ...args], root)
    expect(`${stdout}${stderr}`).not.toMatch(/\b(?:warning|error)\b/)
    expect(status).toBe(0)
    expect(existsSync(join(folder, 'index.html'))).toBe(true)
  })
})

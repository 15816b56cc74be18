import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packages, root } from './checkout.ts'

/** A program that stands in a comment or on a page. */
export interface CodeBlock {
  /** Where it stands: file and line of its first line. */
  readonly file: string
  readonly line: number
  readonly code: string
}

/**
 * What a program says that it prints: the comment behind each call of `console.log`, or right below it where the
 * line is full, in their order. A call that prints several lines says so in lines of `// > …` below it.
 */
export interface Expectation {
  readonly lines: readonly string[]
  /** Whether every call says what it prints, so that nothing else may be printed. */
  readonly complete: boolean
}

/** The ```ts blocks of a text whose lines may stand behind a prefix, like ` * ` in a comment. */
export function blocksOf(file: string, text: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  let open: { line: number; code: string[]; prefix: string } | undefined
  text.split('\n').forEach((line, index) => {
    const fence = /^(\s*(?:\* ?)?\s*)```(\w*)\s*$/.exec(line)
    if (open === undefined) {
      if (fence?.[2] === 'ts') open = { line: index + 2, code: [], prefix: fence[1]! }
    } else if (fence !== null) {
      blocks.push({ file, line: open.line, code: `${open.code.join('\n')}\n` })
      open = undefined
    } else {
      open.code.push(
        line.startsWith(open.prefix) ? line.slice(open.prefix.length) : line.replace(/^\s*\*\s?/, ''),
      )
    }
  })
  if (open !== undefined) throw new Error(`${file}:${open.line}: the block has no end`)
  return blocks
}

/** The examples in the comments of every package's sources. */
export function commentExamples(): CodeBlock[] {
  return Object.values(packages).flatMap((folder) =>
    readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .flatMap((file) => {
        const path = `${folder}/src/${file}`
        return blocksOf(path, readFileSync(join(root, path), 'utf8'))
      }),
  )
}

/** The programs on the pages a reader starts from. */
export function pageExamples(): CodeBlock[] {
  const pages = [
    'README.md',
    'README.zh-CN.md',
    ...Object.values(packages).map((folder) => `${folder}/README.md`),
    ...readdirSync(join(root, 'examples')).map((name) => `examples/${name}/README.md`),
    ...readdirSync(join(root, 'docs'), { encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  return pages
    .filter((page) => existsSync(join(root, page)))
    .flatMap((page) => blocksOf(page, readFileSync(join(root, page), 'utf8')))
}

/** What a program says that it prints. A call over several lines says it behind its last one. */
export function expectationOf(code: string): Expectation {
  const lines: string[] = []
  let calls = 0
  let said = 0
  let inside = false
  let ended = false
  for (const line of code.split('\n')) {
    if (/\bconsole\.log\(/.test(line)) {
      calls++
      inside = true
    }
    const behind = /\)\s*\/\/ (.*)$/.exec(line)
    const below: RegExpExecArray | null =
      /^\s*\/\/ > (.*)$/.exec(line) ?? (ended ? /^\s*\/\/ (.*)$/.exec(line) : null)
    ended = inside && behind === null && /\)\s*$/.test(line) && below === null
    if (below !== null) lines.push(below[1]!)
    else if (inside && behind !== null) lines.push(behind[1]!)
    else continue
    if (inside) said++
    inside = false
  }
  return { lines, complete: calls === said }
}

/** Why what was printed is not what was said, or `undefined` where it is. */
export function difference(printed: readonly string[], said: Expectation): string | undefined {
  if (said.complete && said.lines.length !== printed.length) {
    return `says ${JSON.stringify(said.lines)}, prints ${JSON.stringify(printed)}`
  }
  let from = 0
  for (const line of said.lines) {
    const at = printed.indexOf(line, from)
    if (at < 0) return `says ${JSON.stringify(line)}, prints ${JSON.stringify(printed)}`
    from = at + 1
  }
  return undefined
}

import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './checkout.ts'
import { blocksOf, commentExamples, difference, expectationOf, pageExamples } from './code-blocks.ts'
import { emptyFolder, run, write } from './tarballs.ts'

const blocks = [...commentExamples(), ...pageExamples()]

describe('the examples in comments and on pages', () => {
  let folder: string
  const program = (index: number): string => join(folder, `example-${index}.ts`)
  const errors = new Map<number, string[]>()
  const results = new Map<number, { printed: string[]; error: string | null }>()

  beforeAll(() => {
    folder = emptyFolder()
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
    write(folder, 'package.json', JSON.stringify({ name: 'examples', private: true, type: 'module' }))
    for (const [index, { code }] of blocks.entries()) write(folder, `example-${index}.ts`, code)
    // The pages speak of an export in `data/`; here it is a small county.
    const xueshi = ['--conditions=xueshi-source', join(root, 'packages/cli/src/main.ts')]
    run(process.execPath, [...xueshi, 'sample', '--out', 'data', '--members', '120'], folder)
    typeCheck()
    runAll()
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function typeCheck(): void {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
    const checked = ts.createProgram(
      blocks.map((_, index) => program(index)),
      { ...options, noEmit: true, typeRoots: [join(root, 'node_modules', '@types')] },
    )
    blocks.forEach((_, index) => {
      const source = checked.getSourceFile(program(index))
      const found = [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)]
      errors.set(
        index,
        found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      )
    })
  }

  function runAll(): void {
    if (blocks.length === 0) return
    const script = join(root, 'test', 'run-blocks.ts')
    const programs = blocks.map((_, index) => program(index))
    const output = run(process.execPath, ['--conditions=xueshi-source', script, ...programs], folder)
    const ran = JSON.parse(output) as { printed: string[]; error: string | null }[]
    for (const [index, result] of ran.entries()) results.set(index, result)
  }

  for (const [index, block] of blocks.entries()) {
    it(`${block.file}:${block.line} is a whole program that prints what it says`, () => {
      expect(errors.get(index)).toEqual([])
      expect(results.get(index)?.error).toBeNull()
      expect(difference(results.get(index)!.printed, expectationOf(block.code))).toBeUndefined()
    })
  }
})

describe('the reader of examples', () => {
  it('finds blocks behind the stars of a comment and keeps their indentation', () => {
    const text = '/**\n * Words.\n *\n * @example\n * ```ts\n * if (a) {\n *   b()\n * }\n * ```\n */\n'
    expect(blocksOf('x.ts', text)).toEqual([{ file: 'x.ts', line: 6, code: 'if (a) {\n  b()\n}\n' }])
  })

  it('reads what a program says it prints, also behind the last line of a call', () => {
    const code = "console.log(1) // 1\nconsole.log(\n  [2, 3],\n) // [ 2, 3 ]\nconsole.log('x')\n"
    expect(expectationOf(code)).toEqual({ lines: ['1', '[ 2, 3 ]'], complete: false })
  })

  it('reads the line right below a call, and no words further down', () => {
    const code = 'console.log(1)\n// 1\nconsole.log(2)\n\n// Words.\n'
    expect(expectationOf(code)).toEqual({ lines: ['1'], complete: false })
  })

  it('reads the lines below a call that prints several', () => {
    const code = "for (const x of [1, 2]) console.log(x)\n// > 1\n// > 2\n// Words.\nconsole.log('y') // y\n"
    expect(expectationOf(code)).toEqual({ lines: ['1', '2', 'y'], complete: true })
  })

  it.each([
    [['1', '2'], { lines: ['1', '2'], complete: true }, true],
    [['1', '2', '3'], { lines: ['1', '2'], complete: true }, false],
    [['1', '2', '3'], { lines: ['1', '3'], complete: false }, true],
    [['3', '1'], { lines: ['1', '3'], complete: false }, false],
  ])('%j against %j: %s', (printed, said, same) => {
    expect(difference(printed, said) === undefined).toBe(same)
  })
})

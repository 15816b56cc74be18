import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { packages, root } from './checkout.ts'

/** The kind of an export, by what a program can do with it. */
function kindOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  if (target.flags & ts.SymbolFlags.Function) return 'function'
  if (target.flags & ts.SymbolFlags.Class) return 'class'
  if (target.flags & ts.SymbolFlags.Variable) return 'const'
  if (target.flags & ts.SymbolFlags.Interface) return 'interface'
  return 'type'
}

describe('the public API is src/index.ts and nothing else', () => {
  let program: ts.Program
  const entry = (folder: string): string => join(root, folder, 'src', 'index.ts')

  beforeAll(() => {
    const config = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
    const { options } = ts.convertCompilerOptionsFromJson(config.config.compilerOptions, root)
    program = ts.createProgram(Object.values(packages).map(entry), { ...options, noEmit: true })
  })

  it.each(Object.entries(packages))('%s: names and kinds as recorded', (_, folder) => {
    const checker = program.getTypeChecker()
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry(folder))!)!
    const exports = checker
      .getExportsOfModule(module)
      .map((symbol) => `${symbol.name}: ${kindOf(symbol, checker)}`)
    expect(exports.sort()).toMatchSnapshot()
  })

  it.each(Object.entries(packages))('%s: every export says what it is', (_, folder) => {
    const checker = program.getTypeChecker()
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry(folder))!)!
    const silent = checker.getExportsOfModule(module).filter((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      return target.getDocumentationComment(checker).length === 0
    })
    expect(silent.map((symbol) => symbol.name)).toEqual([])
  })

  it.each(Object.entries(packages))('%s: what is declared is there at run time', async (name, folder) => {
    const checker = program.getTypeChecker()
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry(folder))!)!
    const declared = checker
      .getExportsOfModule(module)
      .filter((symbol) => ['function', 'class', 'const'].includes(kindOf(symbol, checker)))
      .map((symbol) => symbol.name)
    const loaded = Object.keys((await import(name)) as object)
    expect(loaded.sort()).toEqual(declared.sort())
  })
})

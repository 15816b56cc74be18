import { parseArgs } from 'node:util'
import { nearestWord, XueshiError } from '@xueshi/core'
import type { Arguments, CommandSpec, OptionSpec } from './spec.ts'

/**
 * Arguments of a command.
 *
 * @throws XueshiError `usage` for what the command does not know or lacks, with the word that was probably
 * meant; `not-built-yet` for an option of a later release.
 */
export function parseArguments(argv: readonly string[], command: CommandSpec): Arguments {
  const specs = new Map(command.options.map((option) => [option.name, option]))
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      command.options.map(
        ({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const,
      ),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const positionals: string[] = []
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const spec = specs.get(token.name)
    if (spec === undefined || !token.rawName.startsWith('--')) throw unknownOption(token.rawName, command)
    const value = checkValue(spec, token.value, token.inlineValue === true)
    const values = given.get(spec.name) ?? []
    if (values.length > 0 && spec.repeat === undefined && spec.value !== undefined)
      throw usage(`--${spec.name} 只能出现一次 / --${spec.name} may be given only once`, command)
    given.set(spec.name, [...values, value])
  }
  checkPositionals(positionals, command)
  return {
    positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  }
}

function checkValue(spec: OptionSpec, value: string | undefined, inline: boolean): string {
  const option = `--${spec.name}`
  if (spec.notBuilt !== undefined)
    throw new XueshiError('not-built-yet', `选项 ${option} 尚未实现 / option ${option} is not built yet`)
  if (spec.value === undefined) {
    if (inline) throw new XueshiError('usage', `${option} 不带值 / ${option} takes no value`)
    return ''
  }
  if (value === undefined || value === '' || (!inline && value.startsWith('--')))
    throw new XueshiError('usage', `${option} 缺少值 / ${option} needs a value: ${option} ${spec.value}`)
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    const near = nearestWord(value, spec.choices)
    throw new XueshiError(
      'usage',
      `${option} 的值无效 / invalid value of ${option}: ${value}${didYouMean(near)}`,
      {
        hint: spec.choices.join(', '),
      },
    )
  }
  return value
}

function checkPositionals(positionals: readonly string[], command: CommandSpec): void {
  const [least, most] = command.positionals
  if (positionals.length < least)
    throw usage('缺少数据文件或文件夹 / no data file or folder was named', command)
  if (positionals.length > most)
    throw usage(`多余的参数 / unexpected argument: ${positionals[most]}`, command)
}

function unknownOption(raw: string, command: CommandSpec): XueshiError {
  const near = nearestWord(
    raw.replace(/^-+/, ''),
    command.options.filter((option) => option.notBuilt === undefined).map((option) => option.name),
  )
  return usage(
    `没有这个选项 / unknown option: ${raw}${didYouMean(near === undefined ? undefined : `--${near}`)}`,
    command,
  )
}

/** The words that suggest a correction, or nothing. */
export function didYouMean(near: string | undefined): string {
  return near === undefined ? '' : `；是否指 / did you mean ${near}?`
}

function usage(message: string, command: CommandSpec): XueshiError {
  return new XueshiError('usage', message, { hint: `xueshi ${command.name} ${command.usage}` })
}

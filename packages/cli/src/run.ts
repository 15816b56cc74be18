import { type Locale, nearestWord, XueshiError } from '@xueshi/core'
import { checkCommand, checkSpec } from './commands/check.ts'
import { explainCommand, explainSpec } from './commands/explain.ts'
import { icalCommand, icalSpec } from './commands/ical.ts'
import { indicatorsCommand, indicatorsSpec } from './commands/indicators.ts'
import { initCommand, initSpec } from './commands/init.ts'
import { planCommand, planSpec } from './commands/plan.ts'
import { remedyCommand, remedySpec } from './commands/remedy.ts'
import { rulesCommand, rulesSpec } from './commands/rules.ts'
import { sampleCommand, sampleSpec } from './commands/sample.ts'
import { EXIT, exitCodeOfError } from './exitCode.ts'
import type { Io } from './io.ts'
import { helpOf, overview } from './options/help.ts'
import { didYouMean, parseArguments } from './options/parse.ts'
import type { Arguments, CommandSpec } from './options/spec.ts'
import { type Speech, speechFor, writeError } from './speech.ts'
import { VERSION } from './version.ts'

interface Command {
  readonly spec: CommandSpec
  run(args: Arguments, io: Io, speech: Speech): number | Promise<number>
}

const COMMANDS: readonly Command[] = [
  { spec: checkSpec, run: checkCommand },
  { spec: explainSpec, run: explainCommand },
  { spec: rulesSpec, run: rulesCommand },
  { spec: indicatorsSpec, run: indicatorsCommand },
  { spec: planSpec, run: planCommand },
  { spec: remedySpec, run: remedyCommand },
  { spec: icalSpec, run: icalCommand },
  { spec: sampleSpec, run: sampleCommand },
  { spec: initSpec, run: initCommand },
]

/** Commands of the contract that a later release will have. */
const LATER = ['ledger', 'bulletin', 'import']

/**
 * Runs the command line and returns its exit code: 0 nothing breached at level error, 1 breached, 2 usage,
 * configuration or a rule that crashed, 3 data not trustworthy. It never throws and never ends the process.
 *
 * @param argv Arguments without node and script.
 * @param io Where text goes and what is read from outside.
 * @example
 * ```ts
 * import { run } from 'xueshi'
 *
 * let out = ''
 * const code = await run(['rules', 'branch/theme-day', '--as-of', '2025-12-31'], {
 *   cwd: process.cwd(),
 *   env: {},
 *   stdout: {
 *     isTTY: false,
 *     write: (text) => {
 *       out += text
 *     },
 *   },
 *   stderr: { isTTY: false, write: () => {} },
 *   today: () => '2025-12-31',
 * })
 * console.log(code, out.includes('主题党日')) // 0 true
 * ```
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const locale = localeOf(argv)
  try {
    return await dispatch(argv, io, locale)
  } catch (error) {
    writeError(error, io.stderr, locale)
    return exitCodeOfError(error)
  }
}

async function dispatch(argv: readonly string[], io: Io, locale: Locale): Promise<number> {
  const [word, ...rest] = argv
  if (word === '--version' || word === '-V') return print(io, `${VERSION}\n`)
  const general = () =>
    overview(
      COMMANDS.map(({ spec }) => spec),
      LATER,
      locale,
    )
  if (word === '--help' || word === '-h') return print(io, general())
  if (word === 'help')
    return print(io, rest[0] === undefined ? general() : helpOf(commandOf(rest[0]).spec, locale))
  if (word === undefined) {
    io.stderr.write(general())
    return EXIT.usage
  }
  const command = commandOf(word)
  if (rest.includes('--help') || rest.includes('-h')) return print(io, helpOf(command.spec, locale))
  return await command.run(parseArguments(rest, command.spec), io, speechFor(io, locale))
}

function print(io: Io, text: string): number {
  io.stdout.write(text)
  return EXIT.clean
}

function commandOf(word: string): Command {
  const command = COMMANDS.find(({ spec }) => spec.name === word)
  if (command !== undefined) return command
  if (LATER.includes(word))
    throw new XueshiError('not-built-yet', `命令 ${word} 尚未实现 / command ${word} is not built yet`)
  const near = nearestWord(
    word,
    COMMANDS.map(({ spec }) => spec.name),
  )
  throw new XueshiError('usage', `没有这个命令 / unknown command: ${word}${didYouMean(near)}`, {
    hint: 'xueshi --help',
  })
}

/** The language, needed before the arguments are known to be right. */
function localeOf(argv: readonly string[]): Locale {
  const at = argv.indexOf('--locale')
  const english = argv.includes('--locale=en') || (at !== -1 && argv[at + 1] === 'en')
  return english ? 'en' : 'zh-CN'
}

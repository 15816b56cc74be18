import type { LocalizedText } from '@xueshi/core'

/** One option of a command. */
export interface OptionSpec {
  /** Without dashes. */
  readonly name: string
  /** Placeholder of its value in the help; an option without one is a switch. */
  readonly value?: string
  /** May be given several times. */
  readonly repeat?: true
  /** The only values allowed. */
  readonly choices?: readonly string[]
  /** Part of the contract, but of a later release: using it is an error that says so. */
  readonly notBuilt?: true
  readonly about: LocalizedText
}

/** A command with its options; help, parsing and suggestions read this one value. */
export interface CommandSpec {
  readonly name: string
  /** What stands after the command in its usage line. */
  readonly usage: string
  /** Fewest and most arguments that are no options. */
  readonly positionals: readonly [least: number, most: number]
  readonly options: readonly OptionSpec[]
  readonly about: LocalizedText
  /** What else its own help says. */
  readonly details?: LocalizedText
}

/** The options a command line gave. */
export interface Arguments {
  readonly positionals: readonly string[]
  has(name: string): boolean
  /** The last value given. */
  value(name: string): string | undefined
  /** All values given, in order. */
  values(name: string): readonly string[]
}

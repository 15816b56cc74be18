import type { CivilDate } from '@xueshi/core'

/** Where text goes. */
export interface Output {
  write(text: string): void
  /** Whether a person reads it on a terminal. */
  readonly isTTY: boolean
  /** Columns of the terminal, where known. */
  readonly columns?: number | undefined
}

/** Everything the command line takes from outside: the process gives the real ones, tests their own. */
export interface Io {
  /** Folder against which relative paths are resolved. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Carries the report alone. */
  readonly stdout: Output
  /** Progress and diagnostics. */
  readonly stderr: Output
  /** Today in Asia/Shanghai; asked only where neither options nor data say a day. */
  today(): CivilDate
}

/** Whether colours may be used on an output (https://no-color.org). */
export function usesColor(output: Output, env: Io['env']): boolean {
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== ''
  return output.isTTY && !refused && env.TERM !== 'dumb'
}

import { run } from 'xueshi'

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process, as an embedder does, with the outputs it describes. */
export async function embedded(
  argv: readonly string[],
  options: {
    cwd: string
    tty?: boolean
    columns?: number | 'unknown'
    env?: Record<string, string>
    today?: string
  },
): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const isTTY = options.tty ?? false
  const { columns = 100 } = options
  const shape = { isTTY, columns: columns === 'unknown' ? undefined : columns }
  const code = await run(argv, {
    cwd: options.cwd,
    env: options.env ?? {},
    stdout: {
      ...shape,
      write: (text) => {
        stdout += text
      },
    },
    stderr: {
      ...shape,
      write: (text) => {
        stderr += text
      },
    },
    today: () => options.today ?? '2025-12-31',
  })
  return { code, stdout, stderr }
}

import { type FileHandle, link, open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { XueshiError } from '@xueshi/core'

/** Options of everything that writes a file. */
export interface WriteOptions {
  /** Replaces a file that exists; without it such a file is refused. */
  readonly force?: boolean
}

/** Takes the content of a file piece by piece. */
export type WritePiece = (piece: string | Uint8Array) => Promise<void>

let written = 0

/**
 * Writes a file as a whole or not at all: into a new file beside it that takes its name at the end. The
 * file is readable by its owner only, as it may hold personal data.
 *
 * @throws XueshiError `output-refused` where the file exists (and `force` is not set) or cannot be written.
 */
export async function writeAtomically(
  path: string,
  { force = false }: WriteOptions,
  write: (piece: WritePiece) => Promise<void>,
): Promise<void> {
  if (!force && (await exists(path))) throw refused(path)
  const { handle, temporary } = await openBeside(path)
  try {
    try {
      await write(async (piece) => {
        await handle.writeFile(piece)
      })
    } finally {
      await handle.close()
    }
    if (force) await rename(temporary, path)
    else await claim(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
}

/** Gives the finished file its name, unless somebody else has taken it in the meantime. */
async function claim(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') throw refused(path)
    // Some file systems have no links; there the check before writing has to do.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS') {
      await rename(temporary, path)
      return
    }
    throw error
  }
  await unlink(temporary)
}

async function openBeside(path: string): Promise<{ handle: FileHandle; temporary: string }> {
  for (;;) {
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${++written}.tmp`)
    try {
      return { handle: await open(temporary, 'wx', 0o600), temporary }
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') continue
      throw new XueshiError('output-refused', `无法写入 / cannot write: ${path}`, { where: path, cause })
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

function refused(path: string): XueshiError {
  return new XueshiError(
    'output-refused',
    `文件已存在，不覆盖 / the file exists and is not replaced: ${path}`,
    {
      where: path,
      hint: 'force',
    },
  )
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
}

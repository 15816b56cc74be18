import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { XueshiError } from '@xueshi/core'

/** A file of the input. */
export interface SourceFile {
  /** Path to open. */
  readonly path: string
  /** How problems name it: the path as given, or that of its folder and its name, with forward slashes. */
  readonly label: string
  /** Name without extension. */
  readonly stem: string
  /** Lower-case extension with its dot. */
  readonly extension: string
  readonly bytes: number
  /** Named by the caller, not found in a folder. */
  readonly given: boolean
}

/** What stands in the folders given but is no file that could hold a table. */
export interface Bystander {
  readonly label: string
  readonly folder: boolean
}

const EXTENSIONS = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.json'])

/**
 * The files behind the paths given, in order of name.
 *
 * @throws XueshiError `input-unreadable` where a path does not exist.
 */
export async function findSources(
  paths: readonly string[],
): Promise<{ readonly files: readonly SourceFile[]; readonly bystanders: readonly Bystander[] }> {
  const files: SourceFile[] = []
  const bystanders: Bystander[] = []
  for (const path of paths) {
    const found = await stat(path).catch((cause: unknown) => {
      throw new XueshiError('input-unreadable', `找不到文件或文件夹 / no such file or folder: ${path}`, {
        where: path,
        cause,
      })
    })
    if (!found.isDirectory()) {
      files.push(sourceFile(path, found.size, true))
      continue
    }
    const entries = await readdir(path, { withFileTypes: true })
    for (const name of entries.map((entry) => entry.name).sort(byCodeUnit)) {
      const inside = join(path, name)
      const size = await stat(inside).catch(() => undefined)
      const readable =
        size?.isFile() === true && EXTENSIONS.has(extname(name).toLowerCase()) && !/^[.~]/.test(name)
      if (readable) files.push(sourceFile(inside, size.size, false))
      else bystanders.push({ label: labelOf(inside), folder: size?.isDirectory() === true })
    }
  }
  return { files, bystanders }
}

function sourceFile(path: string, bytes: number, given: boolean): SourceFile {
  const extension = extname(path)
  return {
    path,
    label: labelOf(path),
    stem: basename(path, extension),
    extension: extension.toLowerCase(),
    bytes,
    given,
  }
}

function labelOf(path: string): string {
  return path.replaceAll('\\', '/')
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

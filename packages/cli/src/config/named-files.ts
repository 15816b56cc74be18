import { globSync, readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type ErrorCode, XueshiError } from '@xueshi/core'

/** No file that a config names is anywhere near this long; what is longer is something else. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * The files that the words of a config entry name, in order of their names, each once: a path as it is, else a
 * pattern, both relative to the folder of the config.
 *
 * @param kind - What the files hold, in English, for the message.
 * @throws XueshiError `invalid-config` for a word that no file matches.
 */
export function namedFiles(words: readonly string[], folder: string, entry: string, kind: string): string[] {
  const files = words.flatMap((word) => {
    const path = resolve(folder, word)
    if (isFile(path)) return [path]
    const found = globSync(word, { cwd: folder })
      .map((match) => resolve(folder, match))
      .filter(isFile)
    if (found.length > 0) return found
    throw new XueshiError('invalid-config', `${entry}: 没有这样的文件 / no such file of ${kind}: ${word}`, {
      where: entry,
      hint: `相对于配置文件所在的文件夹 / relative to the folder of the config: ${folder}`,
    })
  })
  return [...new Set(files)].sort()
}

/** The JSON value in a file, and its name as the config sees it, so that a message says nothing of the machine. */
export function readNamedJson(
  path: string,
  folder: string,
  code: ErrorCode,
): { readonly value: unknown; readonly name: string } {
  const name = relative(folder, path).replaceAll('\\', '/')
  const { size } = statSync(path)
  if (size > MOST_BYTES)
    throw new XueshiError(code, `${name}: 文件过大 / the file is too large: ${size} bytes`, { where: name })
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')), name }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new XueshiError(code, `${name}: 不是有效的 JSON / not valid JSON: ${why}`, { where: name, cause })
  }
}

/** What is made of each file; an error of Xueshi is put with the others, so that all files are told at once. */
export function fromEach<T>(
  files: readonly string[],
  faults: XueshiError[],
  make: (file: string) => readonly T[],
): T[] {
  return files.flatMap((file) => {
    try {
      return make(file)
    } catch (error) {
      if (!(error instanceof XueshiError)) throw error
      faults.push(error)
      return []
    }
  })
}

/** Throws what was put together: the one error as it is, several as one with all messages. */
export function throwAll(faults: readonly XueshiError[], code: ErrorCode, hint: string): void {
  if (faults.length === 1) throw faults[0]
  if (faults.length > 1)
    throw new XueshiError(code, faults.map(({ message }) => message).join('\n'), {
      where: faults.map(({ where }) => where).join(', '),
      hint,
    })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

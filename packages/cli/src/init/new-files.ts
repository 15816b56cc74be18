import { lstatSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { XueshiError } from '@xueshi/core'

/** A file to be made; the path is relative, with `/`. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/**
 * Writes files into a folder, all or none: nothing that is there is replaced.
 *
 * @throws XueshiError `output-refused` that names everything in the way.
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): void {
  const found = new Set<string>()
  const made: string[] = []
  try {
    for (const { path } of files) {
      const obstacle = obstacleTo(folder, path)
      if (obstacle !== undefined) found.add(obstacle)
    }
    if (found.size > 0) throw inTheWay(folder, [...found])
    for (const { path, text } of files) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text, { flag: 'wx' })
      made.push(file)
    }
  } catch (cause) {
    if (cause instanceof XueshiError) throw cause
    for (const file of made) rmSync(file, { force: true })
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new XueshiError('output-refused', `无法写入 / cannot write ${folder}: ${why}`, {
      where: folder,
      cause,
    })
  }
}

/** The file itself, or what is no folder where one must be. */
function obstacleTo(folder: string, path: string): string | undefined {
  const parts = path.split('/')
  for (let depth = 0; depth < parts.length; depth++) {
    const above = parts.slice(0, depth).join('/')
    const found = statSync(join(folder, above), { throwIfNoEntry: false })
    if (found === undefined) return undefined
    if (found.isDirectory()) continue
    if (above !== '') return above
    throw new XueshiError('output-refused', `不是文件夹 / is no folder: ${folder}`, { where: folder })
  }
  // A link that leads nowhere is in the way too.
  return lstatSync(join(folder, path), { throwIfNoEntry: false }) === undefined ? undefined : path
}

function inTheWay(folder: string, names: readonly string[]): XueshiError {
  return new XueshiError(
    'output-refused',
    `${folder} 中已有下列文件，不覆盖，什么也没有写 / exists already, nothing was written: ${names.join(', ')}`,
    { hint: '请换一个文件夹 / choose another folder: --out FOLDER' },
  )
}

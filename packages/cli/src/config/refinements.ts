import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import {
  type Config,
  type ConfigEntry,
  defineConfig,
  parseRefinements,
  type Refinement,
  XueshiError,
} from '@xueshi/core'

/** No file of refinements is anywhere near this long; what is longer is something else. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * A config whose files of refinements have been read. Patterns are relative to the folder of the config; files
 * are read in order of their names, each once for an entry. The faults of all files are told at once.
 *
 * @throws XueshiError `invalid-config` for a pattern that no file matches, `invalid-refinement` for the faults.
 */
export function withRefinementFiles(config: Config, file: string): Config {
  if (!config.entries.some(namesFiles)) return config
  const faults: XueshiError[] = []
  const entries = config.entries.map((entry) =>
    namesFiles(entry) ? { ...entry, refinements: readAll(entry, file, faults) } : entry,
  )
  if (faults.length === 1) throw faults[0]
  if (faults.length > 1)
    throw new XueshiError('invalid-refinement', faults.map(({ message }) => message).join('\n'), {
      where: faults.map(({ where }) => where).join(', '),
      hint: '@xueshi/core/schema/refinements-1.schema.json',
    })
  return defineConfig(...entries)
}

function namesFiles({ refinements }: ConfigEntry): boolean {
  return Array.isArray(refinements) && refinements.some((given) => typeof given === 'string')
}

function readAll(entry: ConfigEntry, file: string, faults: XueshiError[]): Refinement[] {
  const folder = dirname(file)
  const inline: Refinement[] = []
  const files = new Set<string>()
  for (const given of entry.refinements ?? []) {
    if (typeof given !== 'string') inline.push(given)
    else for (const found of filesOf(given, folder, entry.name)) files.add(found)
  }
  return [
    ...inline,
    ...[...files].sort().flatMap((path) => {
      try {
        return parseRefinements(parse(path, folder), nameOf(path, folder))
      } catch (error) {
        if (!(error instanceof XueshiError)) throw error
        faults.push(error)
        return []
      }
    }),
  ]
}

/** A path as it is, else a pattern. */
function filesOf(word: string, folder: string, entry: string): string[] {
  const path = resolve(folder, word)
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path]
  const found = globSync(word, { cwd: folder }).map((match) => resolve(folder, match))
  const files = found.filter((match) => statSync(match, { throwIfNoEntry: false })?.isFile())
  if (files.length > 0) return files
  throw new XueshiError('invalid-config', `${entry}: 没有这样的文件 / no such file of refinements: ${word}`, {
    where: entry,
    hint: `相对于配置文件所在的文件夹 / relative to the folder of the config: ${folder}`,
  })
}

function parse(path: string, folder: string): unknown {
  const name = nameOf(path, folder)
  const { size } = statSync(path)
  if (size > MOST_BYTES)
    throw new XueshiError('invalid-refinement', `${name}: 文件过大 / the file is too large: ${size} bytes`, {
      where: name,
    })
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new XueshiError('invalid-refinement', `${name}: 不是有效的 JSON / not valid JSON: ${why}`, {
      where: name,
      cause,
    })
  }
}

/** Files are named as the config sees them, so that a message says nothing of the machine. */
function nameOf(path: string, folder: string): string {
  return relative(folder, path).replaceAll('\\', '/')
}

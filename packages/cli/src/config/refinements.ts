import { dirname } from 'node:path'
import {
  type Config,
  type ConfigEntry,
  defineConfig,
  parseRefinements,
  type Refinement,
  type XueshiError,
} from '@xueshi/core'
import { fromEach, namedFiles, readNamedJson, throwAll } from './named-files.ts'

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
  throwAll(faults, 'invalid-refinement', '@xueshi/core/schema/refinements-1.schema.json')
  return defineConfig(...entries)
}

function namesFiles({ refinements }: ConfigEntry): boolean {
  return Array.isArray(refinements) && refinements.some((given) => typeof given === 'string')
}

function readAll({ name, refinements = [] }: ConfigEntry, file: string, faults: XueshiError[]): Refinement[] {
  const folder = dirname(file)
  const inline = refinements.filter((given) => typeof given !== 'string')
  const words = refinements.filter((given) => typeof given === 'string')
  const files = namedFiles(words, folder, name, 'refinements')
  return [
    ...inline,
    ...fromEach(files, faults, (path) => {
      const { value, name } = readNamedJson(path, folder, 'invalid-refinement')
      return parseRefinements(value, name)
    }),
  ]
}

import { readFileSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Config, defineConfig, resolveConfig, XueshiError } from '@xueshi/core'
import national from '@xueshi/national'
import { configFromJson } from './json.ts'
import { withRefinementFiles } from './refinements.ts'
import { withWorkdays } from './workdays.ts'

/** A config with where it came from. */
export interface LoadedConfig {
  readonly config: Config
  /** Path of the file, or `null` for the built-in default. */
  readonly file: string | null
  /** Key by which members without a number get their ids. */
  readonly pseudonymKey: string | undefined
}

/** Names looked for in the working folder, in this order. */
export const CONFIG_FILES = [
  'xueshi.config.ts',
  'xueshi.config.js',
  'xueshi.config.mjs',
  'xueshi.config.json',
]

/**
 * The config of a run, its files of refinements read: the file that is named, else the first of {@link CONFIG_FILES} in the working folder,
 * else the preset `organ` of the national plugin. A config without a calendar of working days gets that of
 * `@xueshi/workdays`. Everything it names is looked up at once.
 *
 * @throws XueshiError `invalid-config` where the file cannot be read or is no config, and whatever
 * `resolveConfig` throws.
 */
export async function loadConfig(cwd: string, named: string | undefined): Promise<LoadedConfig> {
  const file = named === undefined ? discover(cwd) : resolve(cwd, named)
  const loaded =
    file === null
      ? { config: defineConfig(national.presets.organ), file, pseudonymKey: undefined }
      : extname(file) === '.json'
        ? { file, ...configFromJson(readText(file), file) }
        : { file, ...(await importConfig(file)) }
  const read = file === null ? loaded.config : withRefinementFiles(loaded.config, file)
  const config = withWorkdays(read)
  resolveConfig(config)
  return { ...loaded, config }
}

function discover(cwd: string): string | null {
  for (const name of CONFIG_FILES) {
    const file = join(cwd, name)
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file
  }
  return null
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

/** A module whose default export is a config; it may also export `pseudonymKey`. */
async function importConfig(file: string): Promise<Omit<LoadedConfig, 'file'>> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw unreadable(file, undefined)
  let module: Record<string, unknown>
  try {
    module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  } catch (cause) {
    if (cause instanceof XueshiError) throw cause
    throw unreadable(file, cause)
  }
  const key = module.pseudonymKey
  return {
    config: asConfig(module.default, file),
    pseudonymKey: typeof key === 'string' ? key : undefined,
  }
}

function asConfig(value: unknown, file: string): Config {
  if (typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries))
    return defineConfig(...(value.entries as Config['entries']))
  throw new XueshiError(
    'invalid-config',
    `配置文件没有默认导出配置 / the default export is no config: ${file}`,
    {
      where: file,
      hint: 'export default defineConfig(…)',
    },
  )
}

function unreadable(file: string, cause: unknown): XueshiError {
  const why = cause instanceof Error ? `：${cause.message}` : ''
  return new XueshiError('invalid-config', `无法读取配置文件 / cannot read the config: ${file}${why}`, {
    where: file,
    cause,
  })
}

import { closeSync, openSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearestWord, XueshiError } from '@xueshi/core'
import { didYouMean } from './options/parse.ts'

/** Formats that can be written. */
export const FORMATS = ['table', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** Formats of the contract that a later release will have. */
const LATER = ['jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html']

/** A format and where it goes: a file, or `null` for stdout. */
export interface FormatTarget<F extends string = Format> {
  readonly format: F
  readonly file: string | null
}

/** The targets of `--format` of a report of findings. @throws XueshiError see {@link targetsOf}. */
export function formatTargets(words: readonly string[], cwd: string): FormatTarget[] {
  return targetsOf(words, cwd, FORMATS, LATER)
}

/**
 * The targets of `--format F[=file]`, given several times; the first format on stdout where nothing is given.
 *
 * @throws XueshiError `usage`, or `not-built-yet` for a format of a later release.
 */
export function targetsOf<F extends string>(
  words: readonly string[],
  cwd: string,
  formats: readonly [F, ...F[]],
  later: readonly string[] = [],
): FormatTarget<F>[] {
  if (words.length === 0) return [{ format: formats[0], file: null }]
  const targets = words.map((word): FormatTarget<F> => {
    const equals = word.indexOf('=')
    const name = equals === -1 ? word : word.slice(0, equals)
    const file = equals === -1 ? null : word.slice(equals + 1)
    if (file === '')
      throw new XueshiError('usage', `--format ${name}= 缺少文件名 / --format ${name}= names no file`)
    return { format: formatOf(name, formats, later), file: file === null ? null : resolve(cwd, file) }
  })
  const places = targets.map((target) => target.file)
  if (new Set(places).size < places.length)
    throw new XueshiError('usage', '两种格式不能写到同一处 / two formats cannot go to one place', {
      hint: '--format table --format json=FILE',
    })
  return targets
}

function formatOf<F extends string>(name: string, formats: readonly F[], later: readonly string[]): F {
  const known = formats.find((format) => format === name)
  if (known !== undefined) return known
  if (later.includes(name))
    throw new XueshiError('not-built-yet', `格式 ${name} 尚未实现 / format ${name} is not built yet`, {
      hint: formats.join(', '),
    })
  const near = nearestWord(name, formats)
  throw new XueshiError('usage', `没有这种格式 / unknown format: ${name}${didYouMean(near)}`, {
    hint: formats.join(', '),
  })
}

/** Characters that are written at once. */
const BATCH = 65_536

/** Joins small pieces of text, so that a report of any size is written in few steps and never held whole. */
export function* inBatches(chunks: Iterable<string>): Generator<string> {
  let batch = ''
  for (const chunk of chunks) {
    batch += chunk
    if (batch.length < BATCH) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

/**
 * Writes a file of text.
 *
 * @throws XueshiError `output-refused` where that fails.
 */
export function writeOutput(file: string, chunks: Iterable<string>): void {
  try {
    const descriptor = openSync(file, 'w')
    try {
      for (const batch of inBatches(chunks)) writeFileSync(descriptor, batch, 'utf8')
    } finally {
      closeSync(descriptor)
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new XueshiError('output-refused', `无法写入 / cannot write ${file}: ${why}`, { where: file, cause })
  }
}

import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  type CivilDate,
  type Config,
  type Coverage,
  type Dataset,
  formatDate,
  type Problem,
  parseDate,
  XueshiError,
} from '@xueshi/core'
import { readDataset } from '@xueshi/tabular'
import { chooseAsOf } from './asOf.ts'
import { loadConfig } from './config/load.ts'
import type { Io } from './io.ts'
import type { Arguments } from './options/spec.ts'
import type { Speech } from './speech.ts'

/** Data that was read, and the paths that could not be. */
export interface LoadedData {
  readonly dataset: Dataset
  /** Paths that do not exist, as problems; with one of them nothing can be trusted. */
  readonly unread: readonly Problem[]
  readonly trustworthy: boolean
}

/** What a command that judges data works on. */
export interface Run extends LoadedData {
  readonly config: Config
  readonly asOf: CivilDate
}

/** Reads config and data and settles the day. The config is read first: its faults need no data. */
export async function loadRun(args: Arguments, io: Io, speech: Speech): Promise<Run> {
  const named = args.value('as-of')
  if (named !== undefined) parseDate(named)
  const { config, pseudonymKey } = await loadConfig(io.cwd, args.value('config'))
  const data = await loadData(args.positionals, args.value('covers'), pseudonymKey, io, speech)
  return { config, ...data, asOf: chooseAsOf(named, data.dataset, io.today, speech) }
}

/** Reads data; what is wrong with it is in its problems, a path that does not exist is one more. */
export async function loadData(
  words: readonly string[],
  covers: string | undefined,
  pseudonymKey: string | undefined,
  io: Io,
  speech: Speech,
): Promise<LoadedData> {
  const options = {
    ...(covers === undefined ? {} : { covers: coverageOf(covers) }),
    ...(pseudonymKey === undefined ? {} : { pseudonymKey }),
  }
  // Problems name files as they were given, so that a report says nothing of the machine it was made on.
  const paths: string[] = []
  const unread: Problem[] = []
  for (const word of words) {
    const path = resolve(io.cwd, word)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) unread.push(noSuchPath(word))
    else paths.push(path === resolve(word) ? word : path)
  }
  const dataset = await readDataset(paths, {
    ...options,
    onProgress: ({ file, rows }) =>
      speech.progress(`正在读取 ${file}：${rows} 行`, `reading ${file}: ${rows} rows`),
  })
  speech.progress('', '')
  const trustworthy = dataset.trustworthy && unread.length === 0
  for (const problem of unread) speech.note(problem.message['zh-CN'], problem.message.en)
  if (!trustworthy)
    speech.note('数据不可信，结果仅供参考。', 'The data cannot be trusted; do not rely on the results.')
  return { dataset, unread, trustworthy }
}

function noSuchPath(word: string): Problem {
  return {
    code: 'unreadable-file',
    severity: 'fatal',
    file: word,
    message: { 'zh-CN': `找不到文件或文件夹：${word}`, en: `no such file or folder: ${word}` },
  }
}

function coverageOf(text: string): Coverage {
  const [from, to, more] = text.split('..')
  if (from === undefined || to === undefined || more !== undefined)
    throw new XueshiError('usage', `--covers 应为 起..止 / --covers must be FROM..TO: ${text}`, {
      hint: '--covers 2025-01-01..2025-12-31',
    })
  if (parseDate(to) < parseDate(from))
    throw new XueshiError('invalid-period', `止日早于起日 / the period ends before it begins: ${text}`)
  return { from: formatDate(parseDate(from)), to: formatDate(parseDate(to)) }
}

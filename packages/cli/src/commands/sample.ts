import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type DatasetRows, TABLES, XueshiError } from '@xueshi/core'
import { tablesOf, writeCsv, writeDatasetRows, writeWorkbook } from '@xueshi/tabular'
import { dressMessily, type MessyTable, sampleCounty } from '@xueshi/testing'
import { EXIT } from '../exitCode.ts'
import type { Io } from '../io.ts'
import { everywhere } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import type { Speech } from '../speech.ts'

const FORMATS = ['csv', 'csv-gb18030', 'xlsx', 'json'] as const
/** What the county may be like. */
const PROFILES = ['source-county'] as const
type SampleFormat = (typeof FORMATS)[number]

export const sampleSpec: CommandSpec = {
  name: 'sample',
  usage:
    '--out FOLDER [--members 10000] [--seed 1] [--format csv|csv-gb18030|xlsx|json] [--messy] [--profile source-county]',
  positionals: [0, 0],
  about: {
    'zh-CN':
      '生成一个合成的示例县（不含真实人员），并把预设的问题（按全国规则的两个预设）写在旁边的 answers.json',
    en: 'make a synthetic county (nobody in it is real), with the planted faults of both national presets in answers.json beside it',
  },
  options: [
    { name: 'out', value: 'FOLDER', about: { 'zh-CN': '写入的文件夹', en: 'folder to write into' } },
    {
      name: 'members',
      value: 'N',
      about: { 'zh-CN': '党员人数，默认 10000', en: 'number of members; default 10000' },
    },
    {
      name: 'seed',
      value: 'N',
      about: {
        'zh-CN': '随机种子，默认 1；相同种子得到相同数据',
        en: 'seed; default 1; equal seeds give equal data',
      },
    },
    {
      name: 'format',
      value: FORMATS.join('|'),
      choices: FORMATS,
      about: { 'zh-CN': '文件格式，默认 csv', en: 'format of the files; default csv' },
    },
    {
      name: 'messy',
      about: {
        'zh-CN': '写成常见的杂乱样式：标题行、别名、多种日期、打乱和多余的列',
        en: 'dress it as exports often are: title rows, aliases, mixed dates, shuffled and extra columns',
      },
    },
    { name: 'force', about: { 'zh-CN': '文件夹里已有数据时覆盖', en: 'replace data that is there already' } },
    {
      name: 'profile',
      value: PROFILES.join('|'),
      choices: PROFILES,
      about: {
        'zh-CN':
          'source-county：按来源材料的数字生成（2022年；2018—2021年只有中心组学习、培训班、宣讲和2020年轮训的记录）',
        en: 'source-county: the figures of the source (2022; of 2018 to 2021 only centre groups, classes, talks and the rotation of 2020)',
      },
    },
    ...everywhere,
  ],
}

/** Writes a sample county into a folder and the faults planted in it beside that folder. */
export async function sampleCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  const out = args.value('out')
  if (out === undefined)
    throw new XueshiError('usage', '缺少 --out / --out is missing', {
      hint: `xueshi sample ${sampleSpec.usage}`,
    })
  const format = (args.value('format') ?? 'csv') as SampleFormat
  if (format === 'json' && args.has('messy'))
    throw new XueshiError('usage', 'JSON 没有杂乱样式 / JSON has no messy dress', {
      hint: '--format csv|csv-gb18030|xlsx',
    })
  const seed = wholeNumber(args, 'seed', 1)
  const options = {
    seed,
    members: wholeNumber(args, 'members', 10_000),
    ...(args.value('profile') === undefined ? {} : { profile: 'source-county' as const }),
  }
  const folder = resolve(io.cwd, out)
  const answersFile = join(dirname(folder), 'answers.json')
  speech.progress('正在生成 …', 'making the county …')
  const { rows, answers } = sampleCounty(options)
  makeRoom(folder, answersFile, args.has('force'))
  speech.progress('正在写入 …', 'writing …')
  if (args.has('messy')) await writeMessily(folder, rows, seed, format)
  else await writeDatasetRows(folder, rows, { format })
  writeFileSync(answersFile, `[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`)
  speech.progress('', '')
  const counts = [rows.organizations, rows.members, rows.sessions, rows.attendance, rows.acts]
  const [organizations, members, sessions, attendance, acts] = counts.map((table) => table?.length ?? 0)
  io.stdout.write(
    speech.say(
      `示例县：党组织 ${organizations} 个，人员 ${members} 名，活动 ${sessions} 场，考勤 ${attendance} 条，记录 ${acts} 条，在 ${folder}\n` +
        `预设的问题 ${answers.length} 个，在 ${answersFile}\n`,
      `sample county: ${organizations} organizations, ${members} persons, ${sessions} sessions, ${attendance} rows of attendance, ${acts} acts in ${folder}\n` +
        `${answers.length} planted faults in ${answersFile}\n`,
    ),
  )
  return EXIT.clean
}

function wholeNumber(args: Arguments, name: string, fallback: number): number {
  const value = args.value(name)
  if (value === undefined) return fallback
  if (!/^-?\d{1,10}$/.test(value))
    throw new XueshiError('usage', `--${name} 应为整数 / --${name} must be a whole number: ${value}`)
  return Number(value)
}

/**
 * An empty folder, or with `force` one whose files are all tables of an earlier sample, which are removed:
 * tables of two samples side by side would be read as one.
 *
 * @throws XueshiError `output-refused` where something else lies there.
 */
function makeRoom(folder: string, answersFile: string, force: boolean): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found !== undefined && !found.isDirectory()) throw refused(folder)
  const names = found === undefined ? [] : readdirSync(folder)
  if (!force && names.length > 0) throw refused(folder)
  if (!force && existsSync(answersFile)) throw refused(answersFile)
  const stranger = names.find((name) => !isTableFile(name))
  if (stranger !== undefined)
    throw new XueshiError(
      'output-refused',
      `文件夹中有别的文件，不覆盖 / another file lies in the folder: ${join(folder, stranger)}`,
    )
  for (const name of names) rmSync(join(folder, name))
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new XueshiError('output-refused', `无法建立文件夹 / cannot make the folder: ${folder}`, {
      where: folder,
      cause,
    })
  }
}

function isTableFile(name: string): boolean {
  if (name === 'dataset.json' || name === '数据.xlsx') return true
  const stem = basename(name, '.csv')
  return name.endsWith('.csv') && TABLES.some(({ zh }) => stem === zh || stem.startsWith(`${zh}_`))
}

function refused(path: string): XueshiError {
  return new XueshiError('output-refused', `已存在，不覆盖 / exists and is not replaced: ${path}`, {
    hint: '--force',
  })
}

async function writeMessily(
  folder: string,
  rows: DatasetRows,
  seed: number,
  format: SampleFormat,
): Promise<void> {
  const tables = tablesOf(rows).flatMap(({ name, header, columns, rows: cells }) => {
    const plain = {
      name,
      header,
      rows: cells.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    }
    const aliases = Object.fromEntries(columns.map((column) => [column.header, column.aliases]))
    return dressMessily([plain], seed, { aliases }).map(linesOf)
  })
  if (format === 'xlsx') return await writeWorkbook(join(folder, '数据.xlsx'), tables)
  for (const { name, header, rows: lines } of tables)
    await writeCsv(join(folder, `${name}.csv`), header, lines, {
      encoding: format === 'csv' ? 'utf-8' : 'gb18030',
    })
}

/** A table whose first line is the first title, where it has titles. */
function linesOf({ name, titles, header, rows }: MessyTable) {
  const [first, ...rest] = [...titles, header, ...rows]
  return { name, header: first!, rows: rest }
}

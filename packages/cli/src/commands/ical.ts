import { closeSync, constants, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Dataset, XueshiError } from '@xueshi/core'
import { type CalendarOptions, type Calendars, createCalendars, type Feed } from '@xueshi/ical'
import { loadConfig } from '../config/load.ts'
import { EXIT } from '../exitCode.ts'
import { fileNameOf } from '../fileName.ts'
import type { Io } from '../io.ts'
import { loadData } from '../loadRun.ts'
import { memberId, organizationId } from '../lookup.ts'
import { common, everywhere } from '../options/options-of-commands.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import type { Speech } from '../speech.ts'

export const icalSpec: CommandSpec = {
  name: 'ical',
  usage: '<data…> --org ID | --member ID | --all [--members] --out calendars/',
  positionals: [1, Number.POSITIVE_INFINITY],
  about: {
    'zh-CN': '写出党组织或党员的日历（.ics）',
    en: 'write calendars (.ics) of organizations or persons',
  },
  options: [
    {
      name: 'org',
      value: 'ID',
      repeat: true,
      about: {
        'zh-CN': '一个党组织（编码或唯一名称）；可给出多个',
        en: 'an organization (id or unique name); several are allowed',
      },
    },
    {
      name: 'member',
      value: 'ID',
      repeat: true,
      about: {
        'zh-CN': '一名党员（编号或唯一姓名）；可给出多个',
        en: 'a person (id or unique name); several are allowed',
      },
    },
    { name: 'all', about: { 'zh-CN': '所有党组织', en: 'all organizations' } },
    { name: 'members', about: { 'zh-CN': '所有党员', en: 'all persons' } },
    {
      name: 'out',
      value: 'FOLDER',
      about: { 'zh-CN': '写入的文件夹，默认 calendars', en: 'folder to write into; default calendars' },
    },
    {
      name: 'domain',
      value: 'DOMAIN',
      about: {
        'zh-CN': '日程标识（UID）所用的本县域名；以后不可更改',
        en: 'domain of the county in every UID; never change it later',
      },
    },
    {
      name: 'names',
      about: { 'zh-CN': '党员日历以姓名命名', en: 'name the calendar of a person after the person' },
    },
    common.config,
    common.covers,
    ...everywhere,
  ],
}

/** Writes calendars into a folder: `ID.ics` each. */
export async function icalCommand(args: Arguments, io: Io, speech: Speech): Promise<number> {
  if (!['org', 'member', 'all', 'members'].some((name) => args.has(name)))
    throw new XueshiError('usage', '未指明日历 / no calendar was named', {
      hint: '--org ID | --member ID | --all [--members]',
    })
  const { pseudonymKey } = await loadConfig(io.cwd, args.value('config'))
  const { dataset, trustworthy } = await loadData(
    args.positionals,
    args.value('covers'),
    pseudonymKey,
    io,
    speech,
  )
  const domain = args.value('domain')
  const options: CalendarOptions = {
    locale: speech.locale,
    memberNames: args.has('names'),
    ...(domain === undefined ? {} : { domain }),
  }
  const calendars = createCalendars(dataset, options)
  const folder = resolve(io.cwd, args.value('out') ?? 'calendars')
  makeFolder(folder)
  let written = 0
  let events = 0
  for (const { name, feed } of feedsOf(args, dataset, calendars)) {
    writeFeed(join(folder, name), feed)
    written++
    events += feed.events
    if (written % 100 === 0) speech.progress(`已写 ${written} 个日历`, `${written} calendars written`)
  }
  speech.progress('', '')
  io.stdout.write(
    speech.say(
      `写出 ${written} 个日历，共 ${events} 个日程，在 ${folder}\n`,
      `${written} calendars with ${events} events written to ${folder}\n`,
    ),
  )
  return trustworthy ? EXIT.clean : EXIT.untrustworthy
}

interface NamedFeed {
  readonly name: string
  readonly feed: Feed
}

function* feedsOf(args: Arguments, dataset: Dataset, calendars: Calendars): Generator<NamedFeed> {
  const organizations = new Set(args.values('org').map((word) => organizationId(dataset, word)))
  const members = new Set(args.values('member').map((word) => memberId(dataset, word)))
  if (args.has('all')) for (const { id } of dataset.organizations) organizations.add(id)
  if (args.has('members')) for (const { id } of dataset.members) members.add(id)
  for (const id of organizations) yield { name: `${fileNameOf(id)}.ics`, feed: calendars.organization(id) }
  for (const id of members) {
    // A person and an organization may have one id; no encoded id ends in a percent sign.
    const mark = dataset.organization(id) === undefined ? '' : '%'
    yield { name: `${fileNameOf(id)}${mark}.ics`, feed: calendars.member(id) }
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new XueshiError('output-refused', `无法建立文件夹 / cannot make the folder: ${folder}`, {
      where: folder,
      cause,
    })
  }
}

/** Links are not followed, so that nothing outside the folder is overwritten. */
function writeFeed(file: string, feed: Feed): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants
  try {
    const descriptor = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644)
    try {
      writeFileSync(descriptor, feed.ics, 'utf8')
    } finally {
      closeSync(descriptor)
    }
  } catch (cause) {
    throw new XueshiError('output-refused', `无法写入 / cannot write ${file}`, { where: file, cause })
  }
}

import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { buildDataset } from '@xueshi/core'
import { createCalendars, nextState } from '@xueshi/ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { county } from './support/county.ts'
import { type DavServer, davServer, USER } from './support/dav-server.ts'
import { type FeedServer, feedServer } from './support/feed-server.ts'
import { contentLines } from './support/ics.ts'
import { planned } from './support/plan.ts'
import { CLIENT_ZONES, environment, run, start } from './support/programs.ts'

// A plan as it was published first, then with one session moved and renamed, one cancelled and one gone.
const before = planned([
  { title: '重温入党誓词', venue: 'V1' },
  { title: '二月支部大会' },
  { title: '参观见学' },
  { title: '义务植树', start: '2026-03-12', end: '2026-03-12' },
])
const after = planned([
  { title: '重温入党志愿书', venue: 'V1', start: '2026-03-20T09:00+08:00', end: '2026-03-20T10:00+08:00' },
  { title: '二月支部大会', status: '取消' },
  { id: 'p4', title: '义务植树', start: '2026-03-12', end: '2026-03-12' },
])
const FIRST = '2026-01-10T08:00+08:00'
const SECOND = '2026-02-01T08:00+08:00'
/** 60 days on, what was cancelled is dropped. */
const THIRD = '2026-04-02T08:00+08:00'
const branch = { kind: 'organization', id: 'b1' } as const

const first = nextState(null, before, FIRST)
const second = nextState(first, after, SECOND)
const feedBefore = createCalendars(before, { published: first }).feed(branch).ics
const feedAfter = createCalendars(after, { published: second }).feed(branch).ics

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueshi-subscriptions-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function folderOf(client: string, zone: string): string {
  const path = join(folder, `${client}-${zone.replace('/', '-')}`)
  mkdirSync(path)
  return path
}

/** Values of a property in the order of the file. */
function values(ics: string, name: string): string[] {
  return contentLines(ics.replace(/\r?\n/g, '\r\n').replace(/(?<!\r\n)$/, '\r\n'))
    .filter((line) => new RegExp(`^${name}[:;]`).test(line))
    .map((line) => line.slice(line.indexOf(':') + 1))
}

describe('libical', () => {
  let checker: string
  beforeAll(async () => {
    checker = join(folder, 'restrictions')
    const source = fileURLToPath(new URL('support/restrictions.c', import.meta.url))
    const env = environment(folder, 'UTC')
    const flags = (await run('pkg-config', ['--cflags', '--libs', 'libical'], env)).trim().split(/\s+/)
    await run('gcc', [source, '-o', checker, ...flags], env)
  })
  const check = async (ics: string, zone: string) => {
    const file = join(folder, 'checked.ics')
    writeFileSync(file, ics)
    return (await run(checker, [file], environment(folder, zone))).trimEnd().split('\n')
  }

  describe.each(CLIENT_ZONES)('under TZ=%s', (zone) => {
    it('finds no restriction broken in any feed', async () => {
      const calendars = createCalendars(buildDataset(county), { alarms: [30] })
      const feeds = [...calendars.organizations(), ...calendars.members(), calendars.county()]
      for (const { ics, events } of feeds) expect(await check(ics, zone)).toEqual([String(events)])
      for (const level of ['public', 'own'] as const)
        for (const scope of [branch, { kind: 'leader', id: 'm2' }, { kind: 'venue', id: 'V1' }] as const) {
          const { ics, events } = createCalendars(after, { published: second, level }).feed(scope)
          expect(await check(ics, zone)).toEqual([String(events)])
        }
    })

    it('would say what is wrong', async () => {
      const invitation = feedBefore
        .replace('PRODID', 'METHOD:PUBLISH\r\nPRODID')
        .replace('TRANSP', 'ATTENDEE:mailto:a@county.example\r\nTRANSP')
      expect((await check(invitation, zone)).join('\n')).toMatch(/ATTENDEE/)
    })
  })
})

describe.each(CLIENT_ZONES)('khal under TZ=%s', (zone) => {
  it('has no session twice after one has moved', async () => {
    const home = folderOf('khal', zone)
    mkdirSync(join(home, 'zb'))
    writeFileSync(
      join(home, 'config'),
      `[calendars]
[[zb]]
path = ${join(home, 'zb')}
[sqlite]
path = ${join(home, 'khal.db')}
[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = zb
`,
    )
    const khal = (...args: string[]) =>
      run('khal', ['-c', join(home, 'config'), ...args], environment(home, zone))
    for (const ics of [feedBefore, feedAfter]) {
      writeFileSync(join(home, 'feed.ics'), ics)
      await khal('import', '--batch', '-a', 'zb', join(home, 'feed.ics'))
    }
    const list = await khal(
      'list',
      '--format',
      '{start-long} | {title} | {status}',
      '--day-format',
      '',
      '2026-03-01',
      '60d',
    )
    const moved = { UTC: '2026-03-20 01:00', 'America/New_York': '2026-03-19 21:00' }[zone]
    const off = {
      UTC: ['2026-03-11 06:30', '2026-03-12 06:30'],
      'America/New_York': ['2026-03-11 02:30', '2026-03-12 02:30'],
    }[zone]
    expect(
      list
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .sort(),
    ).toEqual(
      [
        `${off[0]} | 【取消】主题党日：二月支部大会 | CANCELLED`,
        `${off[1]} | 【取消】主题党日：参观见学 | CANCELLED`,
        '2026-03-12 | 主题党日：义务植树 | CONFIRMED',
        `${moved} | 主题党日：重温入党志愿书 | CONFIRMED`,
      ].sort(),
    )
  })
})

describe.each(CLIENT_ZONES)('vdirsyncer under TZ=%s, subscribed over HTTP', (zone) => {
  let server: FeedServer
  beforeAll(async () => {
    server = await feedServer(before, FIRST)
  })
  afterAll(() => server.stop())

  it('follows what is changed and what is removed', async () => {
    const home = folderOf('vdirsyncer', zone)
    mkdirSync(join(home, 'events'))
    writeFileSync(
      join(home, 'config'),
      `[general]
status_path = "${join(home, 'status')}"
[pair feed]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "${server.url(branch)}"
[storage local]
type = "filesystem"
path = "${join(home, 'events')}"
fileext = ".ics"
`,
    )
    const vdirsyncer = (...args: string[]) =>
      run('vdirsyncer', ['-c', join(home, 'config'), ...args], environment(home, zone))
    const held = () =>
      readdirSync(join(home, 'events'))
        .map((file) => {
          const text = readFileSync(join(home, 'events', file), 'utf8')
          const ics = text.slice(text.indexOf('BEGIN:VEVENT'), text.indexOf('END:VEVENT'))
          return ['SUMMARY', 'STATUS', 'SEQUENCE', 'DTSTART']
            .map((name) => values(ics, name).at(-1))
            .join(' ')
        })
        .sort()
    await vdirsyncer('discover')
    await vdirsyncer('sync')
    expect(held()).toEqual(
      [
        '主题党日：重温入党誓词 CONFIRMED 0 20260310T143000',
        '主题党日：二月支部大会 CONFIRMED 0 20260311T143000',
        '主题党日：参观见学 CONFIRMED 0 20260312T143000',
        '主题党日：义务植树 CONFIRMED 0 20260312',
      ].sort(),
    )
    server.publish(after, SECOND)
    await vdirsyncer('sync')
    const stay = [
      '主题党日：重温入党志愿书 CONFIRMED 1 20260320T090000',
      '主题党日：义务植树 CONFIRMED 0 20260312',
    ]
    expect(held()).toEqual(
      [
        ...stay,
        '【取消】主题党日：二月支部大会 CANCELLED 1 20260311T143000',
        '【取消】主题党日：参观见学 CANCELLED 1 20260312T143000',
      ].sort(),
    )
    server.publish(after, THIRD)
    await vdirsyncer('sync')
    expect(held()).toEqual(stay.sort())
    expect(server.answers.every((status) => status === 200)).toBe(true)
  })
})

describe.each(CLIENT_ZONES)('radicale, with calcurse under TZ=%s', (zone) => {
  let home: string
  let server: DavServer
  beforeAll(async () => {
    home = folderOf('radicale', zone)
    server = await davServer(home)
  })
  afterAll(() => server.stop())

  it('keeps a feed that is uploaded, and calcurse has no session twice after one has moved', async () => {
    expect(await server.upload(feedBefore)).toBe(201)
    const down = await server.download()
    for (const name of ['UID', 'SUMMARY', 'DESCRIPTION', 'STATUS', 'SEQUENCE', 'LAST-MODIFIED'])
      expect([name, values(down, name).sort()]).toEqual([name, values(feedBefore, name).sort()])

    const data = join(home, 'calcurse')
    mkdirSync(data)
    for (const path of ['.config/calcurse', '.local/share/calcurse'])
      mkdirSync(join(home, path), { recursive: true })
    writeFileSync(
      join(home, 'caldav'),
      `[General]
Binary = calcurse
Hostname = ${server.host}
Path = ${server.calendar}
AuthMethod = basic
InsecureSSL = No
HTTPS = No
DryRun = No
SyncFilter = cal
[Auth]
Username = ${USER.name}
Password = ${USER.password}
`,
    )
    const files = ['--config', 'caldav', '--datadir', 'calcurse', '--syncdb', 'sync.db', '--lockfile', 'lock']
    const args = files.map((word) => (word.startsWith('--') ? word : join(home, word)))
    const sync = async (...more: string[]) => {
      await run('/usr/bin/python3', ['/usr/bin/calcurse-caldav', ...args, ...more], environment(home, zone))
      return readFileSync(join(data, 'apts'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replace(/>[0-9a-f]{40} \|?/, ' '))
        .sort()
    }
    expect(await sync('--init=keep-remote')).toHaveLength(4)

    expect(await server.upload(feedAfter)).toBe(201)
    expect(values(await server.download(), 'SEQUENCE').sort()).toEqual(['0', '1', '1', '1'])
    const times = {
      UTC: [
        '03/11/2026 @ 06:30 -> 03/11/2026 @ 08:30',
        '03/12/2026 @ 06:30 -> 03/12/2026 @ 08:30',
        '03/20/2026 @ 01:00 -> 03/20/2026 @ 02:00',
      ],
      'America/New_York': [
        '03/11/2026 @ 02:30 -> 03/11/2026 @ 04:30',
        '03/12/2026 @ 02:30 -> 03/12/2026 @ 04:30',
        '03/19/2026 @ 21:00 -> 03/19/2026 @ 22:00',
      ],
    }[zone]
    expect(await sync()).toEqual(
      [
        `${times[0]} 【取消】主题党日：二月支部大会`,
        `${times[1]} 【取消】主题党日：参观见学`,
        `${times[2]} 主题党日：重温入党志愿书`,
        '03/12/2026 [1]  主题党日：义务植树',
      ].sort(),
    )
  })
})

describe.each(CLIENT_ZONES)('Evolution Data Server under TZ=%s, subscribed over HTTP', (zone) => {
  interface Shown {
    readonly summary: string
    readonly location: string | null
    readonly start: string
    readonly epoch: number | null
    readonly sequence: number
    readonly status: string
  }
  let server: FeedServer
  beforeAll(async () => {
    server = await feedServer(before, FIRST)
  })
  afterAll(() => server.stop())

  it('shows the feed, follows a change, and is answered with 304 in between', async () => {
    const home = folderOf('eds', zone)
    mkdirSync(join(home, 'run'), { mode: 0o700 })
    const script = fileURLToPath(new URL('support/eds.py', import.meta.url))
    const env = {
      ...environment(home, zone),
      XDG_RUNTIME_DIR: join(home, 'run'),
      GSETTINGS_BACKEND: 'memory',
    }
    const client = await start(
      'dbus-run-session',
      ['--', '/usr/bin/python3', script, server.url(branch)],
      env,
    )
    let faults = ''
    client.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text))
    const lines = createInterface({ input: client.stdout })[Symbol.asyncIterator]()
    const shown = async (): Promise<Shown[]> => {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`the client ended: ${faults}`)
      return JSON.parse(value) as Shown[]
    }
    try {
      const first = await shown()
      expect(first.map(({ summary, status, sequence }) => [summary, status, sequence])).toEqual([
        ['主题党日：重温入党誓词', 'confirmed', 0],
        ['主题党日：二月支部大会', 'confirmed', 0],
        ['主题党日：义务植树', 'confirmed', 0],
        ['主题党日：参观见学', 'confirmed', 0],
      ])
      expect(first[0]).toMatchObject({ location: '革命纪念馆（人民路1号）', start: '20260310T143000' })
      // 2026-03-10 06:30 UTC
      expect(first[0]!.epoch).toBe(1_773_124_200)
      server.publish(after, SECOND)
      client.stdin.write('\n')
      const second = await shown()
      expect(second.map(({ summary, status, sequence }) => [summary, status, sequence])).toEqual([
        ['【取消】主题党日：二月支部大会', 'cancelled', 1],
        ['主题党日：义务植树', 'confirmed', 0],
        ['【取消】主题党日：参观见学', 'cancelled', 1],
        ['主题党日：重温入党志愿书', 'confirmed', 1],
      ])
      expect(server.answers).toContain(304)
      expect(server.answers.filter((status) => status !== 200 && status !== 304)).toEqual([])
    } finally {
      client.stdin.end()
      if (client.exitCode === null) await once(client, 'close')
    }
  })
})

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDataset } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { county } from './support/county.ts'
import { eventOf, one } from './support/ics.ts'

// What the calendar programs themselves make of the feed of the first branch.
const feed = createCalendars(buildDataset(county), { alarms: [30] }).organization('b1')
let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueshi-clients-'))
  file = join(folder, 'b1.ics')
  writeFileSync(file, feed.ics)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a program to its end. @throws Error where it is missing or ends with an error. */
function run(program: string, args: readonly string[], zone: string): string {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: zone },
  })
  if (result.error !== undefined) throw result.error
  if (result.status !== 0) throw new Error(`${program} ended with ${result.status}: ${result.stderr}`)
  return result.stdout
}

describe('khal', () => {
  const times = {
    'Asia/Shanghai': [
      '2025-03-05 14:30 2025-03-05 16:30',
      '2025-09-12 09:00 2025-09-12 10:30',
      '2026-12-20 09:00 2026-12-20 12:00',
    ],
    UTC: [
      '2025-03-05 06:30 2025-03-05 08:30',
      '2025-09-12 01:00 2025-09-12 02:30',
      '2026-12-20 01:00 2026-12-20 04:00',
    ],
    'America/New_York': [
      '2025-03-05 01:30 2025-03-05 03:30',
      '2025-09-11 21:00 2025-09-11 22:30',
      '2026-12-19 20:00 2026-12-19 23:00',
    ],
  }
  it.each(Object.entries(times))(
    'shows the right instants in %s, and Chinese text',
    (zone, [theme, third, planned]) => {
      const home = join(folder, `khal-${zone.replace('/', '-')}`)
      mkdirSync(join(home, 'zb'), { recursive: true })
      const config = join(home, 'config')
      writeFileSync(
        config,
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
      const khal = (...args: string[]) => run('khal', ['-c', config, ...args], zone)
      khal('import', '--batch', '-a', 'zb', file)
      const list = () =>
        khal(
          'list',
          '--format',
          '{start-long} {end-long} | {title} | {location} | {status}',
          '--day-format',
          '',
          '2025-01-01',
          '730d',
        )
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      const lines = list()
      expect(lines).toContain(`${theme} | 主题党日：重温入党誓词 | 财政局三楼, 会议室; 东 | CONFIRMED`)
      expect(lines).toContain(`${third} | 三季度党员大会 |  | CONFIRMED`)
      expect(lines).toContain(`${planned} | 民主评议党员：年度组织生活会 |  | CONFIRMED`)
      expect(
        lines.filter((line) => line.includes('【取消】二季度党员大会') && line.includes('CANCELLED')),
      ).toHaveLength(1)
      expect(lines.filter((line) => line.includes('志愿服务：清扫街道'))).toEqual([
        expect.stringMatching(/^2025-04-30 2025-04-30 /),
      ])
      // The same feed again adds nothing: every session is known by its UID.
      khal('import', '--batch', '-a', 'zb', file)
      expect(list()).toEqual(lines)
    },
  )
})

describe('calcurse', () => {
  it.each([
    ['UTC', '03/05/2025 @ 06:30 -> 03/05/2025 @ 08:30', '07/01/2025 @ 01:00 -> 07/01/2025 @ 03:00'],
    ['Asia/Shanghai', '03/05/2025 @ 14:30 -> 03/05/2025 @ 16:30', '07/01/2025 @ 09:00 -> 07/01/2025 @ 11:00'],
    [
      'America/New_York',
      '03/05/2025 @ 01:30 -> 03/05/2025 @ 03:30',
      '06/30/2025 @ 21:00 -> 06/30/2025 @ 23:00',
    ],
  ])('under TZ=%s has %s', (zone, theme, joint) => {
    const home = join(folder, `calcurse-${zone.replace('/', '-')}`)
    mkdirSync(home)
    run('calcurse', ['-D', home, '-i', file, '-q'], zone)
    const apts = readFileSync(join(home, 'apts'), 'utf8').split('\n')
    expect(apts.filter((line) => line.includes('主题党日：重温入党誓词'))).toEqual([
      expect.stringContaining(theme),
    ])
    expect(apts.filter((line) => line.includes('主题党日：联合党课'))).toEqual([
      expect.stringContaining(joint),
    ])
    expect(apts.filter((line) => line.includes('清扫街道'))).toEqual([
      expect.stringMatching(/^04\/30\/2025 \[1\]/),
    ])
    expect(apts.filter((line) => line.trim() !== '')).toHaveLength(feed.events)
  })
})

describe('python3-icalendar', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('parses strictly under TZ=%s', (zone) => {
    const script = fileURLToPath(new URL('support/read.py', import.meta.url))
    // Debian's own interpreter, for which the package is installed.
    const read = JSON.parse(run('/usr/bin/python3', [script, file], zone)) as {
      name: string
      events: { uid: string; summary: string; start: string }[]
    }
    expect(read.name).toBe('财政局第一党支部')
    expect(read.events).toHaveLength(feed.events)
    const named = (part: string) => read.events.find(({ summary }) => summary.includes(part))
    expect(named('重温入党誓词')).toEqual({
      uid: one(eventOf(feed.ics, '重温入党誓词'), 'UID').raw,
      start: '2025-03-05T06:30:00Z',
      end: '2025-03-05T08:30:00Z',
      stamp: '2026-01-04T16:00:00Z',
      summary: '主题党日：重温入党誓词',
      location: '财政局三楼, 会议室; 东',
      description:
        '活动类型：主题党日\n主办：财政局第一党支部\n主讲人：王芳、省委党校 吴教授 ***\n内容分类：党史\n方式：线下\n学时：2',
      status: 'CONFIRMED',
    })
    expect(named('讨论学习计划')).toMatchObject({ start: '2025-03-12T15:30:00Z', end: null })
    expect(named('清扫街道')).toMatchObject({ start: '2025-04-30', end: '2025-05-01' })
    expect(named('二季度党员大会')).toMatchObject({ status: 'CANCELLED', summary: '【取消】二季度党员大会' })
    expect(named('年度组织生活会')).toMatchObject({ start: '2026-12-20T01:00:00Z', status: 'CONFIRMED' })
  })
})

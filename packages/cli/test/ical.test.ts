import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileNameOf } from '../src/fileName.ts'
import { county, embedded, TABLES, xueshi, ZONES } from './xueshi.ts'

const ical = (cwd: string, ...options: string[]) => embedded(['ical', 'data', ...options], { cwd })

describe('xueshi ical', () => {
  test('writes one calendar for one organization', async () => {
    const cwd = county()
    const { code, stdout } = await ical(cwd, '--org', '财政局第一党支部', '--out', 'out')
    expect(code).toBe(0)
    expect(stdout).toContain('写出 1 个日历，共 12 个日程')
    expect(readdirSync(join(cwd, 'out'))).toEqual(['b1.ics'])
    expect(readFileSync(join(cwd, 'out', 'b1.ics'), 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(12)
  })

  test('writes all organizations, and all persons with --members', async () => {
    const cwd = county()
    await ical(cwd, '--all')
    expect(readdirSync(join(cwd, 'calendars')).sort()).toEqual([
      'b1.ics',
      'b2.ics',
      'fa.ics',
      'sa.ics',
      'w.ics',
    ])
    await ical(cwd, '--all', '--members')
    expect(readdirSync(join(cwd, 'calendars'))).toContain('m1.ics')
  })

  test('calendars of persons bear no names unless asked', async () => {
    const cwd = county()
    await ical(cwd, '--member', 'm1')
    expect(readFileSync(join(cwd, 'calendars', 'm1.ics'), 'utf8')).not.toMatch(/欧阳/)
    await ical(cwd, '--member', 'm1', '--names')
    expect(readFileSync(join(cwd, 'calendars', 'm1.ics'), 'utf8')).toMatch(/欧阳/)
  })

  test('ids that look like paths stay in the folder', async () => {
    const wild = '../../escape'
    const cwd = county({ 党组织: [...TABLES.党组织!, `${wild},越界党支部,党支部,w,2001-01-01`] })
    await ical(cwd, '--all', '--out', 'deep/er/out')
    expect(readdirSync(join(cwd, 'deep/er/out'))).toContain('%2E.%2F..%2Fescape.ics')
    expect(readdirSync(cwd).sort()).toEqual(['data', 'deep'])
    expect(existsSync(join(cwd, 'deep', 'escape.ics'))).toBe(false)
  })

  test('a link in the folder is not followed', async () => {
    const cwd = county()
    await mkdir(join(cwd, 'calendars'))
    writeFileSync(join(cwd, 'precious.txt'), 'precious')
    symlinkSync(join(cwd, 'precious.txt'), join(cwd, 'calendars', 'b1.ics'))
    const { code, stderr } = await ical(cwd, '--org', 'b1')
    expect(code).toBe(2)
    expect(stderr).toContain('output-refused')
    expect(readFileSync(join(cwd, 'precious.txt'), 'utf8')).toBe('precious')
  })

  test('the bytes do not depend on the zone of the process', async () => {
    const cwd = county()
    for (const [i, TZ] of ZONES.entries())
      await xueshi(['ical', 'data', '--all', '--out', `out${i}`], { cwd, env: { TZ } })
    const read = (i: number) => readFileSync(join(cwd, `out${i}`, 'b1.ics'), 'utf8')
    expect(read(0)).toContain('DTSTART;TZID=Asia/Shanghai:20250105T090000')
    expect(read(1)).toBe(read(0))
    expect(read(2)).toBe(read(0))
  })
})

describe('names of files', () => {
  test.each([
    ['org-017', 'org-017'],
    ['预算支部', '预算支部'],
    ['..', '%2E%2E'],
    ['.hidden', '%2Ehidden'],
    ['a/b\\c:d', 'a%2Fb%5Cc%3Ad'],
    ['50%', '50%25'],
    ['CON', '%43ON'],
    ['nul.txt', '%6Eul.txt'],
    ['a b', 'a%20b'],
    ['end.', 'end%2E'],
  ])('%j becomes %j', (id, name) => {
    expect(fileNameOf(id)).toBe(name)
  })

  test('a name that is too long for a file system is replaced by a hash', () => {
    expect(fileNameOf('/'.repeat(200))).toMatch(/^%[0-9a-f]{64}$/)
    expect(fileNameOf('/'.repeat(200))).not.toBe(fileNameOf('/'.repeat(201)))
  })
})

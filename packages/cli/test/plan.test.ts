import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { type Plan, planYear } from '@xueshi/planner'
import { readDataset } from '@xueshi/tabular'
import { workdayCalendar } from '@xueshi/workdays'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, embedded, folder, xueshi } from './xueshi.ts'

const schema = fileURLToPath(new URL('../../planner/schema/plan-1.schema.json', import.meta.url))
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>,
)

const run = (cwd: string, ...options: string[]) =>
  embedded(['plan', 'data', '--year', '2026', ...options], { cwd })

const read = (cwd: string, ...path: string[]) => readFileSync(join(cwd, ...path), 'utf8')
const planIn = (cwd: string, name = 'plan') => JSON.parse(read(cwd, name, 'plan.json')) as Plan

/** Everything a folder holds, by path. */
const filesIn = (where: string) =>
  Object.fromEntries(
    readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const)
      .sort(),
  )

describe('a plan of a county of 600 members', () => {
  let cwd = ''
  let said = ''
  let again = ''

  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'xueshi-plan-'))
    await embedded(['sample', '--out', 'data', '--members', '600'], { cwd })
    const made = await xueshi(['plan', 'data', '--year', '2026', '--out', 'plan'], { cwd })
    expect(made.code, made.stderr).toBe(0)
    said = made.stdout
    again = (await run(cwd, '--out', 'again')).stdout
  })

  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  test('writes all files, and says what they are', () => {
    const names = ['calendars', 'plan.html', 'plan.json', 'published.json', 'unmet.csv', '活动.csv']
    expect(readdirSync(join(cwd, 'plan')).sort()).toEqual(names)
    for (const name of names) expect(said).toContain(`  ${name}`)
    expect(readdirSync(cwd).sort()).toEqual(['again', 'answers.json', 'data', 'plan'])
  })

  test('says in numbers what is planned', () => {
    const { sessions, unasked } = planIn(cwd)
    expect(said).toContain(`2026年计划（放假安排已公布）：活动 ${sessions.length} 场`)
    const themeDays = sessions.filter(({ kinds }) => kinds.includes('theme-day'))
    expect(said).toContain(`主题党日 ${themeDays.length}`)
    expect(said).toContain(`不能只靠活动满足的规则 ${unasked.length} 条`)
    expect(said).toContain('没有冲突')
  })

  test('the plan is one of the published schema, and the one that planYear makes', async () => {
    const plan = planIn(cwd)
    expect(valid(plan), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true)
    const workdays = workdayCalendar()
    const config = defineConfig({ name: 'workdays', workdays }, national.presets.organ)
    const dataset = await readDataset(join(cwd, 'data'))
    expect(plan).toEqual(JSON.parse(JSON.stringify(planYear(dataset, config, { year: 2026, workdays }))))
  })

  test('the schema takes no key that is not in it, and no unknown kind', () => {
    const plan = planIn(cwd)
    const [first, ...rest] = plan.sessions
    expect(valid({ ...plan, more: 1 })).toBe(false)
    expect(valid({ ...plan, sessions: [{ ...first, kinds: ['picnic'] }, ...rest] })).toBe(false)
    expect(valid({ ...plan, sessions: [{ ...first, status: 'maybe' }, ...rest] })).toBe(false)
  })

  test('equal data gives equal files, in any zone', async () => {
    expect(again.replaceAll('again', 'plan')).toBe(said)
    const zoned = ['plan', 'data', '--year', '2026', '--out', 'zoned']
    expect((await xueshi(zoned, { cwd, env: { TZ: 'America/New_York' } })).code).toBe(0)
    expect(filesIn(join(cwd, 'zoned'))).toEqual(filesIn(join(cwd, 'plan')))
    expect(filesIn(join(cwd, 'again'))).toEqual(filesIn(join(cwd, 'plan')))
  })

  test('the table can be read with the data again, and made into the same events', async () => {
    const { sessions } = planIn(cwd)
    const dataset = await readDataset([join(cwd, 'data'), join(cwd, 'plan', '活动.csv')])
    const planned = dataset.sessions.filter(({ plannedId }) => plannedId !== null)
    expect(planned.map(({ id }) => id).sort()).toEqual(sessions.map(({ id }) => id).sort())
    expect(dataset.problems.filter(({ file }) => file?.endsWith('plan/活动.csv'))).toEqual([])
    const one = sessions.find(({ venue }) => venue !== null)!
    const row = dataset.session(one.id)!
    expect([row.start, row.end, row.venue, row.kinds, row.status]).toEqual([
      one.start,
      one.end,
      one.venue,
      one.kinds,
      'planned',
    ])
    const host = sessions[0]!.organization
    const { code } = await embedded(['ical', 'data', 'plan/活动.csv', '--org', host, '--out', 'calendars'], {
      cwd,
    })
    expect(code).toBe(0)
    const uids = (text: string) => text.match(/^UID:.*$/gm)!
    const own = uids(read(cwd, 'plan', 'calendars', `${host}.ics`))
    expect(own.length).toBeGreaterThan(0)
    expect(uids(read(cwd, 'calendars', `${host}.ics`))).toEqual(expect.arrayContaining(own))
  })

  test('there is a calendar for each organization that holds something', () => {
    const hosts = new Set(planIn(cwd).sessions.map(({ organization }) => `${organization}.ics`))
    const names = readdirSync(join(cwd, 'plan', 'calendars'))
    expect(names).toEqual(expect.arrayContaining([...hosts]))
    for (const name of names) expect(read(cwd, 'plan', 'calendars', name)).toContain('BEGIN:VEVENT')
  })

  test('nothing names a person, unless asked', async () => {
    const dataset = await readDataset(join(cwd, 'data'))
    const own = new Set([...dataset.organizations, ...dataset.venues].map(({ name }) => name))
    const files = filesIn(join(cwd, 'plan'))
    let text = Object.values(files).join('\n')
    for (const name of own) text = text.replaceAll(name, '')
    const names = new Set(dataset.members.map(({ name }) => name).filter((name) => name.length > 2))
    expect([...names].filter((name) => text.includes(name))).toEqual([])
    expect((await run(cwd, '--out', 'named', '--names')).code).toBe(0)
    const named = Object.values(filesIn(join(cwd, 'named'))).join('\n')
    expect([...names].filter((name) => named.includes(name)).length).toBeGreaterThan(0)
  })

  test('--json writes the plan alone to stdout, and no file without --out', async () => {
    const { code, stdout } = await run(cwd, '--json')
    expect(code).toBe(0)
    expect(stdout).toBe(read(cwd, 'plan', 'plan.json'))
    expect(valid(JSON.parse(stdout))).toBe(true)
  })

  test('--under plans one organ and writes its calendars alone', async () => {
    const { code } = await run(cwd, '--under', 'LX-001', '--out', 'organ')
    expect(code).toBe(0)
    const hosts = new Set(planIn(cwd, 'organ').sessions.map(({ organization }) => organization))
    expect(hosts.size).toBeGreaterThan(1)
    expect(hosts.size).toBeLessThan(
      new Set(planIn(cwd).sessions.map(({ organization }) => organization)).size,
    )
    for (const name of readdirSync(join(cwd, 'organ', 'calendars'))) expect(name).toMatch(/^LX-001/)
  })

  test('--previous moves what a black-out forbids, says so, and counts in the calendars', async () => {
    const before = planIn(cwd)
    const used = before.sessions.find(({ venue, kinds }) => venue !== null && kinds.includes('theme-day'))!
    const { code, stdout, stderr } = await run(
      ...[
        cwd,
        '--out',
        'moved',
        '--previous',
        'plan/plan.json',
        '--blackout',
        `${used.venue}=${used.date}..${used.date}`,
      ],
    )
    expect(code, stderr).toBe(0)
    const after = planIn(cwd, 'moved')
    const moved = after.sessions.find(({ id }) => id === used.id)!
    expect([moved.date, moved.venue]).not.toEqual([used.date, used.venue])
    expect(after.sessions.filter(({ venue, date }) => venue === used.venue && date === used.date)).toEqual([])
    expect(stdout).toMatch(/与上一版相比：调整 [1-9]\d*，新增 \d+，取消 \d+/)
    expect(read(cwd, 'moved', 'changes.txt')).toContain('【调整】')
    expect(read(cwd, 'moved', 'plan.html')).toContain('id="changes"')
    const calendar = read(cwd, 'moved', 'calendars', `${used.organization}.ics`)
    expect(calendar.match(/SEQUENCE:1/g)!.length).toBeGreaterThan(0)
    expect(calendar.match(/SEQUENCE:1/g)!.length).toBeLessThan(calendar.match(/SEQUENCE:0/g)!.length)
  })

  test('--previous in the folder that is replaced', async () => {
    expect((await run(cwd, '--out', 'again', '--previous', 'again/plan.json', '--force')).code).toBe(0)
    expect(read(cwd, 'again', 'changes.txt')).toBe('计划没有变化。\n')
    expect(read(cwd, 'again', 'plan.json')).toBe(read(cwd, 'plan', 'plan.json'))
  })

  test('speaks English', async () => {
    const { code, stdout } = await run(cwd, '--out', 'english', '--locale', 'en')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Plan of 2026 \(holiday notice published\): \d+ sessions/)
    expect(read(cwd, 'english', 'plan.html')).toContain('<html lang="en">')
    expect(read(cwd, 'english', 'unmet.csv')).toContain('rule id')
  })
})

describe('what cannot be met', () => {
  test('months that are over cannot be planned: exit 1, listed on stdout, in unmet.csv and on the page', async () => {
    const cwd = county({ 导出说明: ['导出日期,数据起,数据止', '2026-03-01,2025-01-01,2026-02-28'] })
    const { code, stdout, stderr } = await run(cwd, '--out', 'plan')
    expect(code, stderr).toBe(1)
    const { unmet } = planIn(cwd)
    expect(unmet.length).toBeGreaterThan(0)
    expect(stdout).toContain(`未能安排 ${unmet.length} 项`)
    expect(read(cwd, 'plan', 'unmet.csv').trimEnd().split('\r\n')).toHaveLength(unmet.length + 1)
    expect(read(cwd, 'plan', 'plan.html')).toContain(`<dd>${unmet.length}</dd><dt>项未能安排`)
  })

  test('data that cannot be trusted: exit 3, the plan is there all the same', async () => {
    const cwd = county()
    const { code } = await embedded(['plan', 'data', 'nowhere', '--year', '2026', '--out', 'plan'], { cwd })
    expect(code).toBe(3)
    expect(existsSync(join(cwd, 'plan', 'plan.json'))).toBe(true)
  })

  test('a year of which no holidays are known is refused, unless allowed', async () => {
    const cwd = county()
    const far = (...more: string[]) =>
      embedded(['plan', 'data', '--year', '2060', '--out', 'plan', ...more], { cwd })
    const refused = await far()
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('unknown-year')
    expect(existsSync(join(cwd, 'plan'))).toBe(false)
    expect((await far('--allow-unknown')).stdout).toContain('按周一至周五试排')
  })

  test('a year without notice is provisional, and its events tentative; a notice makes it certain', async () => {
    const cwd = county()
    const next = (...more: string[]) => embedded(['plan', 'data', '--year', '2027', ...more], { cwd })
    expect((await next('--out', 'before')).stdout).toContain('放假安排未公布，日期暂定')
    expect(read(cwd, 'before', 'calendars', 'b1.ics')).toContain('STATUS:TENTATIVE')
    const holiday = (name: string, from: string, to: string) => ({ name, from, to })
    const notice = {
      year: 2027,
      source: {
        title: '关于2027年部分节假日安排的通知',
        issuer: '国务院办公厅',
        date: '2026-11-10',
        url: 'https://www.gov.cn/x',
      },
      holidays: [
        holiday('元旦', '2027-01-01', '2027-01-03'),
        holiday('春节', '2027-02-05', '2027-02-12'),
        holiday('清明节', '2027-04-03', '2027-04-05'),
        holiday('劳动节', '2027-05-01', '2027-05-05'),
        holiday('端午节', '2027-06-09', '2027-06-09'),
        holiday('中秋节', '2027-09-15', '2027-09-15'),
        holiday('国庆节', '2027-10-01', '2027-10-07'),
      ],
      makeUpDays: [],
    }
    writeFileSync(join(cwd, '2027.json'), JSON.stringify({ notices: [notice] }))
    const { stdout, stderr } = await next(
      '--out',
      'after',
      '--notices',
      '2027.json',
      '--previous',
      'before/plan.json',
    )
    expect(stdout, stderr).toContain('放假安排已公布')
    expect(read(cwd, 'after', 'calendars', 'b1.ics')).not.toContain('STATUS:TENTATIVE')
  })
})

describe('what lies in the way', () => {
  test('a folder with something in it is not touched without --force', async () => {
    const cwd = county()
    await run(cwd, '--out', 'plan')
    const before = filesIn(join(cwd, 'plan'))
    const { code, stdout, stderr } = await run(cwd, '--out', 'plan', '--seed', '2')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--force')
    expect(filesIn(join(cwd, 'plan'))).toEqual(before)
    expect((await run(cwd, '--out', 'plan', '--seed', '2', '--force')).code).toBeLessThan(2)
    expect(planIn(cwd).seed).toBe(2)
    expect(readdirSync(cwd).sort()).toEqual(['data', 'plan'])
  })

  test.each([
    ['thesis.docx', ['thesis.docx']],
    ['a stranger among the calendars', ['calendars', 'notes.txt']],
  ])('--force does not remove %s', async (_, path) => {
    const cwd = county()
    mkdirSync(join(cwd, 'plan', ...path.slice(0, -1)), { recursive: true })
    writeFileSync(join(cwd, 'plan', ...path), 'precious')
    const { code, stderr } = await run(cwd, '--out', 'plan', '--force')
    expect(code).toBe(2)
    expect(stderr).toContain(path.at(-1))
    expect(filesIn(join(cwd, 'plan'))).toEqual({ [path.at(-1)!]: 'precious' })
  })

  test('a link to a folder stays a link, and what it leads to is looked at', async () => {
    const cwd = county()
    mkdirSync(join(cwd, 'real'))
    symlinkSync(join(cwd, 'real'), join(cwd, 'plan'))
    expect((await run(cwd, '--out', 'plan')).code).toBeLessThan(2)
    expect(existsSync(join(cwd, 'real', 'plan.json'))).toBe(true)
    writeFileSync(join(cwd, 'real', 'own.txt'), 'precious')
    expect((await run(cwd, '--out', 'plan', '--force')).code).toBe(2)
    expect(read(cwd, 'real', 'own.txt')).toBe('precious')
  })

  test('a file of that name is not replaced', async () => {
    const cwd = county()
    writeFileSync(join(cwd, 'plan'), 'precious')
    expect((await run(cwd, '--out', 'plan', '--force')).code).toBe(2)
    expect(read(cwd, 'plan')).toBe('precious')
  })
})

describe('what is asked wrongly', () => {
  test.each<[string, string[], string]>([
    ['no year', ['plan', 'data', '--out', 'plan'], '--year'],
    ['no number for a year', ['plan', 'data', '--year', 'next', '--out', 'plan'], '--year'],
    ['no folder', ['plan', 'data', '--year', '2026'], '--out'],
    ['no data', ['plan', '--year', '2026', '--out', 'plan'], 'data'],
    [
      'a seed that is no number',
      ['plan', 'data', '--year', '2026', '--out', 'plan', '--seed', 'x'],
      '--seed',
    ],
    [
      'an unknown organization',
      ['plan', 'data', '--year', '2026', '--out', 'plan', '--under', 'b9'],
      'unknown-organization',
    ],
    [
      'an unknown venue',
      ['plan', 'data', '--year', '2026', '--out', 'plan', '--blackout', 'hall=2026-01-01'],
      'hall',
    ],
    [
      'a black-out without days',
      ['plan', 'data', '--year', '2026', '--out', 'plan', '--blackout', 'hall'],
      '--blackout',
    ],
    [
      'notices that are not there',
      ['plan', 'data', '--year', '2026', '--out', 'plan', '--notices', 'no.json'],
      'no.json',
    ],
  ])('%s', async (_, argv, word) => {
    const cwd = county()
    const { code, stdout, stderr } = await embedded(argv, { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(word)
    expect(readdirSync(cwd)).toEqual(['data'])
  })

  test.each([
    ['no JSON', '{'],
    ['another version', '{"version":2}'],
    [
      'a session without a day',
      '{"version":1,"year":2026,"seed":1,"calendar":{},"unmet":[],"unasked":[],"asked":[],"sessions":[{"id":"s"}]}',
    ],
  ])('a plan before that is %s: exit 3', async (_, text) => {
    const cwd = county()
    writeFileSync(join(cwd, 'before.json'), text)
    const { code, stderr } = await run(cwd, '--out', 'plan', '--previous', 'before.json')
    expect(code).toBe(3)
    expect(stderr).toContain('before.json')
    expect(existsSync(join(cwd, 'plan'))).toBe(false)
  })

  test('a plan before of another year', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'data'))
    writeFileSync(
      join(cwd, 'before.json'),
      JSON.stringify({
        version: 1,
        year: 2025,
        seed: 1,
        calendar: {},
        sessions: [],
        unmet: [],
        unasked: [],
        asked: [],
      }),
    )
    const { code, stderr } = await run(cwd, '--out', 'plan', '--previous', 'before.json')
    expect(code).toBe(2)
    expect(stderr).toContain('--year 2025')
  })

  test('--help names every option in both languages', async () => {
    const cwd = folder()
    for (const locale of ['zh-CN', 'en']) {
      const { code, stdout } = await embedded(['plan', '--help', '--locale', locale], { cwd })
      expect(code).toBe(0)
      for (const option of [
        'year',
        'out',
        'previous',
        'under',
        'blackout',
        'notices',
        'allow-unknown',
        'seed',
        'names',
        'json',
        'force',
      ])
        expect(stdout).toContain(`--${option}`)
    }
  })
})

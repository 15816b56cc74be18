import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Remedies } from '@xueshi/planner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, embedded, inEveryZone, xueshi } from './xueshi.ts'

const schema = fileURLToPath(new URL('../../planner/schema/remedies-1.schema.json', import.meta.url))
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>,
)

const MID_MAY = ['--as-of', '2025-05-20', '--covers', '2025-01-01..2025-05-20']

async function json(cwd: string, ...options: string[]) {
  const { code, stdout, stderr } = await embedded(['remedy', 'data', '--format', 'json', ...options], { cwd })
  expect([0, 1], stderr).toContain(code)
  const remedies = JSON.parse(stdout) as Remedies
  expect(valid(remedies), JSON.stringify(valid.errors)).toBe(true)
  return { code, remedies }
}

describe('xueshi remedy', () => {
  // The first branch holds a theme day on the 5th of each month; the second held nothing in 2025.
  test('has a branch hold what is due, and record what is over', async () => {
    const { code, remedies } = await json(county(), ...MID_MAY, '--rule', 'branch/theme-day')
    expect(code).toBe(1)
    expect(
      remedies.gaps.map(({ organization, window, closes }) => `${organization} ${window.key} ${closes}`),
    ).toEqual([
      'b2 2025-01 none',
      'b2 2025-02 none',
      'b2 2025-03 none',
      'b2 2025-04 none',
      'b2 2025-05 whole',
    ])
    expect(remedies.gaps[0]!.steps).toEqual([{ step: 'record', from: '2025-01-01', to: '2025-01-31' }])
    expect(remedies.sessions).toMatchObject([{ organization: 'b2', kinds: ['theme-day'] }])
    const [{ date }] = remedies.sessions as [Remedies['sessions'][number]]
    expect(date > '2025-05-20' && date <= '2025-05-31').toBe(true)
    expect(remedies.byOrganization).toMatchObject([{ organization: 'b2', record: [0, 1, 2, 3], open: [] }])
  })

  test('exits 0 where every gap can be closed', async () => {
    const { code, remedies } = await json(
      county(),
      ...MID_MAY,
      '--rule',
      'branch/general-meeting',
      '--under',
      'b1',
    )
    expect([code, remedies.gaps]).toEqual([0, []])
    const open = await json(county(), '--as-of', '2025-02-20', '--rule', 'branch/theme-day', '--under', 'b1')
    expect(open.remedies.gaps.every(({ closes }) => closes === 'whole')).toBe(true)
    expect(open.code).toBe(0)
  })

  test('writes lines to forward, in both languages, and names nobody unless asked', async () => {
    const cwd = county()
    const argv = ['remedy', 'data', ...MID_MAY]
    const { code, stdout } = await embedded(argv, { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('截至 2025-05-20：缺口 ')
    expect(stdout).toMatch(/【.+】缺口\d+项，可补齐\d+项/)
    expect(stdout).toMatch(/ {2}举办 5月\d+日（周.） \d\d:\d\d–\d\d:\d\d 主题党日/)
    expect(stdout).toContain('  补录 2025-01 ')
    expect(stdout).not.toMatch(/欧阳|上官|\d{17}[\dXx]/)
    const named = await embedded([...argv, '--names'], { cwd })
    expect(named.stdout).toMatch(/欧阳|上官/)
    const english = await embedded([...argv, '--locale', 'en'], { cwd })
    expect(english.stdout).toMatch(/ {2}hold 2025-05-\d\d \(...\) \d\d:\d\d–\d\d:\d\d theme day/)
    expect(english.stdout).not.toContain('补录')
  })

  test('writes a folder: all as JSON, and a text for each organization', async () => {
    const cwd = county()
    await embedded(['remedy', 'data', ...MID_MAY, '--rule', 'branch/theme-day', '--out', 'out'], { cwd })
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['b2.txt', 'remedies.json'])
    expect(valid(JSON.parse(readFileSync(join(cwd, 'out', 'remedies.json'), 'utf8')))).toBe(true)
    expect(readFileSync(join(cwd, 'out', 'b2.txt'), 'utf8')).toContain('举办 5月')
  })

  test('is the same in every time zone', async () => {
    const [first, ...others] = await inEveryZone(
      [['remedy', 'data', ...MID_MAY, '--format', 'json']],
      county(),
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test.each([
    [['--as-of', '2025-02-30'], 2, 'invalid-date'],
    [['--rule', 'branch/theme-dya'], 2, 'unknown-rule'],
    [['--under', 'nowhere'], 2, 'unknown-organization'],
    [['--format', 'csv'], 2, 'json'],
    [['--plan', 'none.json'], 3, 'none.json'],
  ])('%j exits %d and says %s', async (options, code, word) => {
    const ran = await embedded(['remedy', 'data', ...options], { cwd: county() })
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr).toContain(word)
  })

  test('exits 3 where the data cannot be trusted', async () => {
    const cwd = county()
    const ran = await embedded(['remedy', 'data', 'missing', ...MID_MAY], { cwd })
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('缺口')
  })
})

describe('remedies beside a plan of a county of 300 members', () => {
  let cwd = ''
  const file = join('plan', 'plan.json')

  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'xueshi-remedy-'))
    await embedded(['sample', '--out', 'data', '--members', '300'], { cwd })
    const planned = await xueshi(['plan', 'data', '--year', '2026', '--out', 'plan'], { cwd })
    expect(planned.code, planned.stderr).toBe(0)
  })

  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  test('join what is planned: without new sessions nearly all is closed', async () => {
    const options = ['--as-of', '2026-01-02', '--covers', '2025-01-01..2026-01-02']
    const { remedies } = await json(cwd, ...options, '--plan', file)
    const plan = JSON.parse(readFileSync(join(cwd, file), 'utf8')) as { sessions: { id: string }[] }
    const known = new Set(plan.sessions.map(({ id }) => id))
    const open = remedies.gaps.filter(({ due }) => due !== null && due <= '2026-12-31')
    const joined = open.filter(({ closes, cost }) => closes === 'whole' && cost.newSessions === 0)
    expect(open.length).toBeGreaterThan(300)
    expect(joined.length / open.length).toBeGreaterThan(0.95)
    const joins = remedies.gaps.flatMap(({ steps }) => steps.filter(({ step }) => step === 'join'))
    const ofPlan = joins.filter((step) => 'session' in step && known.has(step.session))
    expect(ofPlan.length / joins.length).toBeGreaterThan(0.9)
    const alone = await json(cwd, ...options)
    expect(alone.remedies.sessions.length).toBeGreaterThan(remedies.sessions.length)
  })

  test('refuse what is no plan', async () => {
    writeFileSync(join(cwd, 'no.json'), '{}')
    const ran = await embedded(['remedy', 'data', '--plan', 'no.json'], { cwd })
    expect([ran.code, ran.stdout]).toEqual([3, ''])
  })
})

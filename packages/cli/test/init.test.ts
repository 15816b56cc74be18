import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from '@xueshi/core'
import type { JsonReport } from '@xueshi/report'
import { type CaseRows, mutationCheck, readCaseFiles, sampleCounty } from '@xueshi/testing'
import { describe, expect, test } from 'vitest'
import { embedded, folder, xueshi, xueshiEach, ZONES } from './xueshi.ts'

const packages = fileURLToPath(new URL('../..', import.meta.url))
const example = join(packages, '../examples/county-plugin')
const RULE = 'lanxi/branch/field-session'

/** The files below a folder with their text, without what was installed or exported into it. */
function textsOf(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !/^(?:node_modules|data)\//.test(file))
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** A new plugin in an empty folder, with the packages of this workspace installed. */
async function madePlugin(name: string): Promise<string> {
  const cwd = folder()
  const { code, stderr } = await embedded(['init', 'plugin', name], { cwd })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const made = join(cwd, name)
  const links: [string, string][] = [
    ...['core', 'national', 'testing'].map((id): [string, string] => [`@xueshi/${id}`, id]),
    ['xueshi', 'cli'],
  ]
  for (const [id, source] of links) {
    const link = join(made, 'node_modules', id)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(packages, source), link, 'dir')
  }
  return made
}

/** Runs the tests of a plugin as its `npm test` does, against the sources of this workspace. */
function testsOf(cwd: string, zone = 'Asia/Shanghai'): { status: number | null; stdout: string } {
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const { test: script } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')).scripts
  expect(script).toBe('node --test')
  const args = ['--conditions=xueshi-source', '--test', '--test-reporter=tap']
  return spawnSync(process.execPath, args, { cwd, env: { ...env, TZ: zone }, encoding: 'utf8' })
}

describe('examples/county-plugin', () => {
  test('is what init plugin writes, with the packages of this workspace', async () => {
    const cwd = folder()
    const { code, stdout } = await embedded(['init', 'plugin', 'lanxi', '--out', 'made here'], { cwd })
    expect(code).toBe(0)
    const made = textsOf(join(cwd, 'made here'))
    for (const file of made.keys()) expect(stdout).toContain(`  ${file}\n`)
    expect(stdout).toContain('cd "made here"')
    const manifest = made.get('package.json')!
    const { version } = JSON.parse(readFileSync(join(packages, 'cli/package.json'), 'utf8'))
    expect(manifest.split(`"^${version}"`)).toHaveLength(5)
    made.set('package.json', manifest.replaceAll(`"^${version}"`, '"workspace:^"'))
    expect(Object.fromEntries(textsOf(example))).toEqual(Object.fromEntries(made))
  })

  test.each(ZONES)('passes its own tests in %s', (zone) => {
    const { status, stdout } = testsOf(example, zone)
    expect(stdout).toMatch(/^# pass 11$/m)
    expect(stdout).toMatch(/^# fail 0$/m)
    expect(status).toBe(0)
  })

  test('has cases that no change of its rule by one step survives', async () => {
    const { default: plugin } = (await import(pathToFileURL(join(example, 'src/index.ts')).href)) as {
      default: Plugin
    }
    const base = JSON.parse(readFileSync(join(example, 'src/rules/base.json'), 'utf8')) as CaseRows
    for (const file of readCaseFiles(join(example, 'src/rules'))) {
      const { mutants, survivors } = mutationCheck(plugin, file, { base })
      expect(mutants).toBeGreaterThan(5)
      expect(survivors).toEqual([])
    }
  })

  test('checks the sample county: the branches that were in the field in no half-year', async () => {
    const { rows } = sampleCounty({ members: 300 })
    const halves = { '2025-H1': ['2025-01-01', '2025-06-30'], '2025-H2': ['2025-07-01', '2025-12-31'] }
    const expected = rows.organizations
      .filter(({ kind }) => kind === '党支部')
      .flatMap(({ id, founded, dissolved }) =>
        Object.entries(halves)
          .filter(([, [from, to]]) => (founded ?? from!) <= from! && (dissolved ?? '9999') > to!)
          .map(([key, [from, to]]) => {
            const held = rows.sessions.filter(
              ({ organization, coHosts = [], mode, status, start }) =>
                [organization, ...coHosts].includes(id) &&
                mode === '现场教学' &&
                status !== '取消' &&
                start.slice(0, 10) >= from! &&
                start.slice(0, 10) <= to!,
            )
            return `${held.length > 0 ? 'met' : 'breached'} ${id} ${key}`
          }),
      )
    const data = join(folder(), 'data')
    expect((await embedded(['sample', '--out', data, '--members', '300'], { cwd: example })).code).toBe(0)
    const argv = ['check', data, '--rule', RULE, '--format', 'json', '--all-verdicts']
    const { code, stdout, stderr } = await xueshi(argv, { cwd: example })
    expect(stderr).not.toContain('错误')
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as JsonReport
    expect(report.receipt.plugins.map(({ name }) => name)).toEqual(['lanxi', 'national'])
    const found = report.findings
      .filter(({ verdict }) => verdict !== 'not-applicable')
      .map(({ verdict, subject, window }) => `${verdict} ${subject.id} ${window.key}`)
    expect(found.sort()).toEqual(expected.sort())
    expect(new Set(found.map((line) => line.split(' ')[0]))).toEqual(new Set(['met', 'breached']))
  })
})

describe('a plugin that init made', () => {
  test('has tests that pass, and fail once its rule, its number or its page says something else', async () => {
    const made = await madePlugin('our-county-2')
    expect(testsOf(made)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^# pass 11$/m) })
    for (const [file, words, others] of [
      ['src/rules/branch/field-session/requirement.ts', "each: 'half-year'", "each: 'quarter'"],
      ['refinements/annual-hours.json', '"value": 40', '"value": 41'],
      ['docs/rules/branch/field-session.md', '每半年至少组织1次现场教学，可以', '可以'],
    ] as const) {
      const text = readFileSync(join(made, file), 'utf8')
      expect(text).toContain(words)
      writeFileSync(join(made, file), text.replaceAll(words, others))
      expect(testsOf(made).status, file).toBe(1)
      writeFileSync(join(made, file), text)
    }
    expect(textsOf(made).get('README.md')).toContain('`our-county-2`')
    expect([...textsOf(made).values()].join('')).not.toContain('lanxi')
  })

  test('shows its rule and its number in check, explain and rules', async () => {
    const cwd = await madePlugin('anhe')
    mkdirSync(join(cwd, 'data'))
    const tables = {
      党组织: ['组织编码,组织名称,组织类型', 'b1,财政局党支部,党支部'],
      党员: [
        '党员编号,姓名,人员类别,所在党支部,入党日期,转正日期',
        'm1,欧阳测试,正式党员,b1,2015-07-01,2016-07-01',
      ],
      活动: [
        '活动编号,组织编码,活动类型,主题,方式,开始时间,结束时间',
        's1,b1,主题党日,参观,现场教学,2025-06-30 09:00,2025-06-30 11:00',
        's2,b1,主题党日,学习,线下,2025-07-31 09:00,2025-07-31 11:00',
      ],
      考勤: ['活动编号,党员编号,出席情况', 's1,m1,出席', 's2,m1,出席'],
      导出说明: ['导出日期,数据起,数据止,来源', '2026-01-05,2025-01-01,2025-12-31,示例平台'],
    }
    for (const [name, lines] of Object.entries(tables))
      writeFileSync(join(cwd, 'data', `${name}.csv`), `${lines.join('\n')}\n`)

    const asked = ['--rule', 'branch/field-session', '--subject', 'b1', '--window', '2025-H2']
    const argvs = [
      ['check', 'data', '--format', 'json'],
      ['check', 'data'],
      ['explain', 'data', ...asked],
      ['rules', '--json', '--as-of', '2025-12-31'],
      ['rules', 'branch/field-session', '--as-of', '2025-12-31'],
    ]
    const [json, table, explained, listed, page] = await xueshiEach(argvs, { cwd })
    const { findings } = JSON.parse(json!.stdout) as JsonReport
    const of = (rule: string) =>
      findings
        .filter((finding) => finding.rule === rule)
        .map(({ window, required, level }) => [window.key, required, level])
    expect(of('anhe/branch/field-session')).toEqual([['2025-H2', 1, 'warn']])
    expect(of('national/member/annual-hours')).toEqual([['2025', 40, 'warn']])

    expect(table!.stdout).toContain('每半年一次现场教学（2025-H2）：未达标')

    expect(explained!.code).toBe(0)
    expect(explained!.stdout).toContain('示组发〔2024〕12号')
    expect(explained!.stdout).toContain('未达标，已有 0 次，要求 1 次')

    const ids = (JSON.parse(listed!.stdout) as { rules: { id: string }[] }).rules.map(({ id }) => id)
    expect(ids).toContain('anhe/branch/field-session')
    expect(page!.stdout).toContain('“党支部应当结合实际，每半年至少组织1次现场教学')
  })
})

describe('init plugin', () => {
  test.each([
    ['a', 'a'],
    ['lan-xi-2', 'lan-xi-2'],
    ['x'.repeat(50), 'x'.repeat(50)],
  ])('takes the name %s', async (name, below) => {
    const cwd = folder()
    expect((await embedded(['init', 'plugin', name], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, below, 'src/index.ts'), 'utf8')).toContain(`name: '${name}'`)
  })

  test.each([
    'Lanxi',
    '2lan',
    '-',
    'lan_xi',
    'lan xi',
    '岚溪',
    '../lanxi',
    'x'.repeat(51),
    'national',
    'county',
  ])('refuses the name %s, and makes nothing', async (name) => {
    const cwd = folder()
    const { code, stdout, stderr } = await embedded(['init', 'plugin', name], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('插件名')
    expect(readdirSync(cwd)).toEqual([])
  })

  test('without a name takes that of the folder', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'lanxi'))
    expect((await embedded(['init', 'plugin'], { cwd: join(cwd, 'lanxi') })).code).toBe(0)
    expect((await embedded(['init', 'plugin', '--out', 'new/anhe'], { cwd })).code).toBe(0)
    const named = (path: string) => JSON.parse(readFileSync(join(cwd, path, 'package.json'), 'utf8')).name
    expect([named('lanxi'), named('new/anhe')]).toEqual(['xueshi-plugin-lanxi', 'xueshi-plugin-anhe'])
    const { code, stderr } = await embedded(['init', 'plugin', '--out', '岚溪'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('请写明 NAME')
  })

  test('replaces nothing: it names what is there, exits 2 and writes nothing', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'src'))
    writeFileSync(join(cwd, 'package.json'), '{}')
    writeFileSync(join(cwd, 'src/index.ts'), 'ours')
    writeFileSync(join(cwd, 'docs'), 'a file where a folder must be')
    symlinkSync('nowhere', join(cwd, 'README.md'))
    const { code, stdout, stderr } = await embedded(['init', 'plugin', 'lanxi', '--out', '.'], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('output-refused')
    expect(stderr).toContain(': README.md, package.json, src/index.ts, docs\n')
    expect(readdirSync(cwd).sort()).toEqual(['README.md', 'docs', 'package.json', 'src'])
    expect(readdirSync(join(cwd, 'src'))).toEqual(['index.ts'])
    expect(readFileSync(join(cwd, 'src/index.ts'), 'utf8')).toBe('ours')
  })

  test('writes beside other files', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'LICENSE'), 'ours')
    expect((await embedded(['init', 'plugin', 'lanxi', '--out', '.'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'LICENSE'), 'utf8')).toBe('ours')
  })

  test.each([['file'], ['file/below']])('refuses the folder %s where file is none', async (out) => {
    const cwd = folder()
    writeFileSync(join(cwd, 'file'), 'ours')
    const { code, stderr } = await embedded(['init', 'plugin', 'lanxi', '--out', out], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('output-refused')
    expect(readdirSync(cwd)).toEqual(['file'])
  })

  test.each([
    [['init'], 'not-built-yet'],
    [['init', '--out', 'x'], 'not-built-yet'],
    [['init', 'plugn'], 'plugin?'],
    [['init', 'config'], '[usage]'],
    [['init', 'plugin', 'a', 'b'], '[usage]'],
    [['init', 'plugin', 'a', '--force'], '--force'],
    [['init', 'plugin', 'a', '--out'], '--out'],
  ])('%j exits 2 and makes nothing', async (argv, word) => {
    const cwd = folder()
    const { code, stdout, stderr } = await embedded(argv, { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(word)
    expect(readdirSync(cwd)).toEqual([])
  })

  test('is in the help, in both languages', async () => {
    const help = async (...argv: string[]) => (await embedded(argv, { cwd: '/' })).stdout
    const english = await help('init', '--help', '--locale', 'en')
    expect(english).not.toMatch(/\p{Script=Han}/u)
    for (const text of [await help('init', '--help'), english])
      for (const word of [
        'xueshi init plugin [NAME] [--out FOLDER]',
        '--out FOLDER',
        'NAME',
        'national',
        'README.md',
      ])
        expect(text).toContain(word)
    expect(await help('--help')).toMatch(/^ {2}init /m)
  })

  test('tells in English what it made', async () => {
    const cwd = folder()
    const { stdout } = await embedded(['init', 'plugin', 'lanxi', '--locale', 'en'], { cwd })
    expect(stdout).not.toMatch(/\p{Script=Han}/u)
    expect(stdout).toContain(join(basename(cwd), 'lanxi'))
  })
})

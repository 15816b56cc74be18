import { describe, expect, test } from 'vitest'
import { county, embedded, xueshi } from './xueshi.ts'

describe('what the command line does not know', () => {
  test.each([
    [['chek', 'data'], 'check'],
    [['check', 'data', '--fromat', 'json'], '--format'],
    [['check', 'data', '--asof', '2025-12-31'], '--as-of'],
    [['check', 'data', '--format', 'jsn'], 'json'],
    [['check', 'data', '--locale', 'zh'], 'zh-CN'],
    [['check', 'data', '--rule', 'branch/theme-dya'], 'branch/theme-day'],
    [['check', 'data', '--under', 'b11'], 'b1'],
    [['rules', 'member/anual-hours'], 'member/annual-hours'],
    [['explain', 'data', '--rule', 'branch/theme-day', '--subject', '审计局支部'], '审计局党支部'],
  ])('%j suggests %s', async (argv, suggestion) => {
    const { code, stdout, stderr } = await embedded(argv, { cwd: county() })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(suggestion)
  })

  test.each([
    [[]],
    [['check']],
    [['check', 'data', '--rule']],
    [['check', 'data', '--rule', '--under', 'b1']],
    [['check', 'data', '--names=yes']],
    [['check', 'data', '-x']],
    [['check', 'data', '--as-of', '2025-02-30']],
    [['check', 'data', '--as-of', '2025-12-31', '--as-of', '2025-11-30']],
    [['check', 'data', '--covers', '2025']],
    [['check', 'data', '--covers', '2025-12-31..2025-01-01']],
    [['check', 'data', '--max-warnings', 'few']],
    [['check', 'data', '--fail-on', 'everything']],
    [['check', 'data', '--format', 'json=']],
    [['check', 'data', '--format', 'table', '--format', 'json']],
    [['check', 'data', '--names', '--no-names']],
    [['check', 'data', '--config', 'nowhere.json']],
    [['explain', 'data', '--rule', 'branch/theme-day']],
    [['explain', 'data', '--subject', 'b1']],
    [['explain', 'data', '--rule', 'branch/theme-day', '--subject', 'b1', '--window', '2019-01']],
    [['rules', 'branch/theme-day', 'branch/form']],
    [['indicators']],
    [['ical', 'data']],
    [['ical', 'data', '--org', 'nobody']],
    [['sample', 'extra']],
  ])('%j exits 2, says why on stderr and nothing on stdout', async (argv) => {
    const { code, stdout, stderr } = await embedded(argv, { cwd: county() })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test.each([
    [['ledger', 'data', '--out', 'l.xlsx'], 'ledger'],
    [['bulletin', 'data'], 'bulletin'],
    [['import', 'data'], 'import'],
    [['init'], 'init'],
    ...['jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'].flatMap((format) => [
      [['check', 'data', '--format', format], format],
      [['check', 'data', '--format', `${format}=out.txt`], format],
    ]),
    [['check', 'data', '--baseline', 'b.json'], '--baseline'],
    [['check', 'data', '--update-baseline'], '--update-baseline'],
    [['check', 'data', '--stale-after', '45d'], '--stale-after'],
    [['check', 'data', '--strict-data'], '--strict-data'],
    [['check', 'data', '--fail-on', 'pending-soon=30d'], 'pending-soon'],
  ] as [string[], string][])('%j is not built yet and says so', async (argv, name) => {
    const { code, stdout, stderr } = await embedded(argv, { cwd: county() })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('not-built-yet')
    expect(stderr).toContain(name)
  })
})

describe('help', () => {
  test.each([[['--help']], [['help']], [['check', '--help']], [['help', 'ical']], [['--version']]])(
    '%j goes to stdout and exits 0',
    async (argv) => {
      const { code, stdout, stderr } = await embedded(argv, { cwd: '/' })
      expect(code).toBe(0)
      expect(stdout).not.toBe('')
      expect(stderr).toBe('')
    },
  )

  test('is the same in a process of its own', async () => {
    expect(await xueshi(['--help'])).toEqual(await embedded(['--help'], { cwd: '/' }))
  })

  test('is English in English', async () => {
    for (const command of ['check', 'explain', 'rules', 'indicators', 'ical', 'sample']) {
      const { stdout } = await embedded([command, '--help', '--locale', 'en'], { cwd: '/' })
      expect(stdout).toContain(`xueshi ${command}`)
      expect(stdout).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

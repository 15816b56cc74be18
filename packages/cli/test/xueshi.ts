import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Ran } from './embedded.ts'

export { embedded, type Ran } from './embedded.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const EACH = fileURLToPath(new URL('run-each.ts', import.meta.url))

/** A process that a test starts: where, and with what more in its environment. */
interface Start {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a program of this folder in a process of its own, against the sources. */
function started(program: string, argv: readonly string[], options: Start): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { CI: _ci, NO_COLOR: _noColor, ...env } = process.env
    const child = spawn(process.execPath, ['--conditions=xueshi-source', program, ...argv], {
      cwd: options.cwd ?? tmpdir(),
      env: { ...env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      }),
    )
  })
}

/** Runs `xueshi` in a process of its own. */
export function xueshi(argv: readonly string[], options: Start = {}): Promise<Ran> {
  return started(MAIN, argv, options)
}

/** Runs several command lines one after another in one process: its start takes longer than they. */
export async function xueshiEach(argvs: readonly (readonly string[])[], options: Start): Promise<Ran[]> {
  const { code, stdout, stderr } = await started(EACH, [JSON.stringify(argvs)], options)
  if (code !== 0) throw new Error(`the process ended with ${code}\n${stderr}`)
  return JSON.parse(stdout) as Ran[]
}

/** Time zones of a process that the field meets: a server's, a clerk's, and one west of Greenwich. */
export const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const

/** What command lines leave behind in a folder, by the time zone of the process. */
export function inEveryZone(argvs: readonly (readonly string[])[], cwd: string): Promise<Ran[][]> {
  return Promise.all(ZONES.map((TZ) => xueshiEach(argvs, { cwd, env: { TZ } })))
}

/** An empty folder that is removed after the test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'xueshi-cli-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** Tables by name, each as lines of CSV. */
export type Tables = Readonly<Record<string, readonly string[]>>

/**
 * Two branches below two organs. The first met in every month and quarter of 2025, the second in none.
 * Names and citizen numbers belong to nobody.
 */
export const TABLES: Tables = {
  党组织: [
    '组织编码,组织名称,组织类型,上级组织编码,成立日期',
    'w,县直机关工委,机关工委,,2001-01-01',
    'fa,财政局机关党委,机关党委,w,2001-01-01',
    'sa,审计局机关党委,机关党委,w,2001-01-01',
    'b1,财政局第一党支部,党支部,fa,2001-01-01',
    'b2,审计局党支部,党支部,sa,2001-01-01',
  ],
  党员: [
    '党员编号,姓名,人员类别,公民身份号码,所在党支部,入党日期,转正日期',
    'm1,欧阳测试,正式党员,999999199001011237,b1,2015-07-01,2016-07-01',
    'm2,上官试验,正式党员,999999198812120011,b2,2015-07-01,2016-07-01',
  ],
  活动: [
    '活动编号,组织编码,活动类型,主题,开始时间,结束时间',
    ...Array.from({ length: 12 }, (_, i) => {
      const month = String(i + 1).padStart(2, '0')
      const kinds = i % 3 === 0 ? '主题党日、党员大会' : '主题党日'
      return `s${month},b1,${kinds},学习,2025-${month}-05 09:00,2025-${month}-05 12:00`
    }),
  ],
  任职: ['党员编号,组织编码,职务,任职日期', 'm1,b1,书记,2020-01-01', 'm2,b2,书记,2020-01-01'],
  考勤: [
    '活动编号,党员编号,出席情况',
    ...Array.from({ length: 12 }, (_, i) => `s${String(i + 1).padStart(2, '0')},m1,出席`),
  ],
  导出说明: ['导出日期,数据起,数据止,来源', '2026-01-05,2025-01-01,2025-12-31,示例平台'],
}

/** Writes tables as CSV files into `data` of a new folder; returns that folder. */
export function county(changes: Partial<Record<string, readonly string[] | null>> = {}): string {
  const made = folder()
  mkdirSync(join(made, 'data'))
  for (const [name, lines] of Object.entries({ ...TABLES, ...changes }))
    if (lines !== null && lines !== undefined)
      writeFileSync(join(made, 'data', `${name}.csv`), `${lines.join('\n')}\n`)
  return made
}

/** Writes `xueshi.config.json` with these rules and nothing else into a folder. */
export function configure(where: string, rules: Record<string, unknown>, more: object = {}): void {
  const config = { entries: [{ name: 'test', rules }], ...more }
  writeFileSync(join(where, 'xueshi.config.json'), JSON.stringify(config))
}

/**
 * The main job from end to end, with the command line as it is published: makes the sample county, checks it
 * as of 2025-12-31, explains one finding with the words of the regulation, and writes the calendars of all
 * organizations. What a clerk reads goes to stdout, progress to stderr; everything written lies in `demo/`.
 *
 *     pnpm demo [members]
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'packages', 'cli', 'dist', 'main.js')
const folder = join(root, 'demo')
const members = process.argv[2] ?? '10000'
const asOf = '2025-12-31'
const started = performance.now()

/** Runs `xueshi` in the demo folder; its stdout is shown only where it is what the clerk asked for. */
function xueshi(argv: readonly string[], show: boolean): Promise<void> {
  process.stderr.write(`\n$ xueshi ${argv.join(' ')}\n`)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...argv], {
      cwd: folder,
      stdio: ['ignore', show ? 'inherit' : process.stderr, 'inherit'],
    })
    child.on('error', reject)
    child.on('close', (code) => {
      // 1 is the answer "something is breached", which the sample county is made for.
      if (code === 0 || code === 1) resolve()
      else reject(new Error(`xueshi ${argv[0]} ended with ${code}`))
    })
  })
}

interface ReportFinding {
  readonly rule: string
  readonly subject: { readonly id: string }
  readonly window: { readonly key: string }
  readonly verdict: string
  readonly measured: number | null
  readonly citations: readonly { readonly quote: string | null }[]
}

/** A finding worth explaining: a member who studied, but too little, else any breach with quoted words. */
function findingToExplain(): ReportFinding {
  const { findings } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
    findings: readonly ReportFinding[]
  }
  const breached = findings.filter(
    ({ verdict, citations }) => verdict === 'breached' && citations.some(({ quote }) => quote !== null),
  )
  const hours = breached.find(
    ({ rule, measured }) => rule.endsWith('/annual-hours') && measured !== null && measured > 0,
  )
  const chosen = hours ?? breached[0]
  if (chosen === undefined) throw new Error('the sample county has no breached finding with quoted words')
  return chosen
}

/** Files and bytes of a path. */
function sizeOf(path: string): string {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  return `${files.length} 个文件，${(bytes / 1e6).toFixed(1)} MB`
}

function heading(text: string): void {
  process.stdout.write(`\n━━ ${text} ${'━'.repeat(Math.max(4, 60 - text.length * 2))}\n`)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)

await xueshi(['sample', '--out', 'data', '--members', members, '--seed', '1'], false)

heading(`核查：xueshi check data --as-of ${asOf}`)
await xueshi(['check', 'data', '--as-of', asOf, '--format', 'table', '--format', 'json=report.json'], true)

const { rule, subject, window } = findingToExplain()
const question = ['--rule', rule, '--subject', subject.id, '--window', window.key]
heading(`为什么：xueshi explain data ${question.join(' ')}`)
await xueshi(['explain', 'data', '--as-of', asOf, ...question], true)

heading('日历：xueshi ical data --all')
await xueshi(['ical', 'data', '--all', '--out', 'calendars'], true)

heading('文件')
for (const [name, about] of [
  ['data', '示例县数据（合成，不含真实人员）'],
  ['answers.json', '示例县中预设的问题（规则、对象、期间；全国规则两个预设合计）'],
  ['report.json', '核查结果（JSON，附 JSON Schema：packages/report/schema/report-1.schema.json）'],
  ['calendars', '各党组织的日历（.ics，可直接订阅）'],
] as const) {
  const path = join(folder, name)
  process.stdout.write(`${relative(root, path).padEnd(20)} ${about}，${sizeOf(path)}\n`)
}
process.stderr.write(`\ndemo: ${((performance.now() - started) / 1000).toFixed(1)} s\n`)

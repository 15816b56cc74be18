/**
 * Adds up the JSON reports of test runs and prints `N passed, F failed` as the last line; skipped tests are
 * named before it. Fails where a test failed or where nothing ran.
 *
 *     node scripts/count-tests.ts report.json…
 */
import { readFileSync } from 'node:fs'

interface RunReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as RunReport)
const total = (count: (report: RunReport) => number): number =>
  reports.reduce((sum, report) => sum + count(report), 0)
const passed = total((report) => report.numPassedTests)
const failed = total((report) => report.numFailedTests)
const skipped = total((report) => report.numPendingTests + report.numTodoTests)

if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${passed} passed, ${failed} failed`)
if (failed > 0 || passed === 0) process.exitCode = 1

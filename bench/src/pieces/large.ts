/** Ten million rows: does a row still cost what it costs in a county, and how much memory does it take? */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LargeResult } from '../cold/large-once.ts'
import { inFreshProcess } from '../measure.ts'
import { gate, line, section } from '../output.ts'

export async function run(): Promise<void> {
  section('Ten million attendance rows (one process each, built in batches of 20,000)')
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-bench-'))
  const measured = (shape: string): LargeResult => {
    const file = join(folder, `${shape}.jsonl`)
    inFreshProcess('cold/large-rows.ts', [shape, file])
    try {
      return inFreshProcess<LargeResult>('cold/large-once.ts', [file])
    } finally {
      rmSync(file)
    }
  }
  const base = measured('base')
  const years = measured('years')
  const members = measured('members')
  rmSync(folder, { recursive: true })
  const perRow = (result: LargeResult) => (result.checkMs * 1e6) / result.rows
  for (const [name, result] of Object.entries({ 'a county': base, '5 years': years, '250,000': members })) {
    line(
      `${name.padEnd(12)} ${result.rows.toLocaleString('en')} rows, ${result.sessions.toLocaleString('en')} sessions, ${result.members.toLocaleString('en')} persons: ` +
        `check ${result.checkMs.toFixed(1)} ms (${perRow(result).toFixed(1)} ns a row, ${result.findings.toLocaleString('en')} findings), ` +
        `build ${(result.buildMs / 1000).toFixed(1)} s, peak ${result.buildPeak} MB, while checking ${result.checkMemory} MB, ${result.problems} problems`,
    )
  }
  gate('ns a row, 10,000 members × 5 years / a county', perRow(years) / perRow(base), 1.1)
  gate('ns a row, 250,000 members / a county', perRow(members) / perRow(base), 1.3)
  gate('memory while checking, 5 years', years.checkMemory, 700, 'MB')
  gate('memory while checking, 250,000 members', members.checkMemory, 700, 'MB')
  gate('peak of building in batches, 5 years', years.buildPeak, 900, 'MB')
  gate('peak of building in batches, 250,000 members', members.buildPeak, 900, 'MB')
}

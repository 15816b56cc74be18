import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Lets the processes that one run of the tests starts share what Node compiled, types stripped; for the length
 * of the run, because many of their files have names of that run.
 */
export default function setUp(): void {
  const folder = mkdtempSync(join(tmpdir(), 'xueshi-compiled-'))
  process.env.NODE_COMPILE_CACHE = folder
  // Workers write at their end, which comes after the teardown.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

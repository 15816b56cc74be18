/**
 * Runs programs one after another in this process, so that the packages are loaded once, and prints what each
 * of them printed, or how it failed, as JSON. Started by the tests of examples as
 *
 *     node run-blocks.ts program.ts…
 */
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'

const results: { file: string; printed: string[]; error: string | null }[] = []

for (const file of process.argv.slice(2)) {
  const printed: string[] = []
  console.log = (...values: unknown[]) => {
    printed.push(...format(...values).split('\n'))
  }
  let error: string | null = null
  try {
    await import(pathToFileURL(file).href)
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  results.push({ file, printed, error })
}

process.stdout.write(JSON.stringify(results))

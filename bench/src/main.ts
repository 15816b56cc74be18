/**
 * What Xueshi costs, against what its users would write instead.
 *
 *     pnpm bench                          everything but the ten million rows
 *     pnpm bench -- --only check,cold     these pieces
 *     pnpm bench -- --large               the ten million rows as well
 *     pnpm bench -- --write --date D      keep the run in docs/benchmarks.md
 *     pnpm bench -- --gate                end with 1 where a target is missed by more than the slack
 */
import { parseArgs } from 'node:util'
import { line, section, summary, writePage } from './output.ts'

const PIECES = [
  'check',
  'cold',
  'marginal',
  'rules',
  'build',
  'csv',
  'feeds',
  'ledger',
  'plan',
  'large',
] as const
type Piece = (typeof PIECES)[number]

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    date: { type: 'string' },
    gate: { type: 'boolean', default: false },
  },
})

function chosen(): Piece[] {
  if (values.only === undefined) return PIECES.filter((piece) => piece !== 'large' || values.large)
  return values.only.split(',').map((word) => {
    const piece = PIECES.find((candidate) => candidate === word)
    if (piece === undefined) throw new Error(`no piece ${word}; there are ${PIECES.join(', ')}`)
    return piece
  })
}

// The edge of the program: the page needs a date, and only here one may be taken from outside.
const date = values.date ?? process.env.BENCH_DATE
if (values.write && date === undefined) throw new Error('--write needs --date YYYY-MM-DD or BENCH_DATE')

let failed = 0
for (const piece of chosen()) {
  const { run } = (await import(`./pieces/${piece}.ts`)) as { run: () => Promise<void> }
  try {
    await run()
  } catch (error) {
    failed++
    section(`${piece}: failed`)
    line(error instanceof Error ? error.message : String(error))
  }
}
const missed = summary()
if (values.write) writePage(new URL('../../docs/benchmarks.md', import.meta.url), date!)
process.exitCode = failed > 0 || (values.gate && missed > 0) ? 1 : 0

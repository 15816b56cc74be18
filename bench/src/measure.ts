/** How everything is measured: warm medians in this process, cold calls in fresh ones. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Timing {
  readonly median: number
  readonly least: number
  readonly most: number
}

const WARM_UP = 3
const RUNS = 10

/** Median of ten runs after three, in milliseconds. `runs` for what takes seconds. */
export async function measure(run: () => unknown, runs = RUNS, warmUp = WARM_UP): Promise<Timing> {
  for (let i = 0; i < warmUp; i++) await run()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const middle = times.length >> 1
  const median = times.length % 2 === 1 ? times[middle]! : (times[middle - 1]! + times[middle]!) / 2
  return { median, least: times[0]!, most: times.at(-1)! }
}

/** Several subjects measured in turns, so that a slow minute of the machine hits all of them. */
export async function measureInTurns<K extends string>(
  subjects: Readonly<Record<K, () => unknown>>,
  runs = RUNS,
  warmUp = WARM_UP,
): Promise<Record<K, Timing>> {
  const names = Object.keys(subjects) as K[]
  const times = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let i = 0; i < runs + warmUp; i++) {
    for (const name of names) {
      const start = performance.now()
      await subjects[name]()
      if (i >= warmUp) times.get(name)!.push(performance.now() - start)
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const sorted = times.get(name)!.sort((a, b) => a - b)
      const middle = sorted.length >> 1
      const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
      return [name, { median, least: sorted[0]!, most: sorted.at(-1)! }]
    }),
  ) as Record<K, Timing>
}

/** Runs a program of this folder in a fresh process and reads the JSON of its last line. */
export function inFreshProcess<T>(program: string, args: readonly string[] = []): T {
  const file = fileURLToPath(new URL(`./${program}`, import.meta.url))
  const child = spawnSync(process.execPath, ['--expose-gc', file, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (child.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${child.status}`)
  return JSON.parse(child.stdout.trimEnd().split('\n').at(-1)!) as T
}

/** Median of a measure taken in several fresh processes. */
export function coldMedian(program: string, args: readonly string[], processes = 5): Timing {
  const times = Array.from({ length: processes }, () => inFreshProcess<{ ms: number }>(program, args).ms)
  times.sort((a, b) => a - b)
  return { median: times[times.length >> 1]!, least: times[0]!, most: times.at(-1)! }
}

/** Throws where two results that must be equal are not. */
export function assertEqual(what: string, left: unknown, right: unknown): void {
  const a = JSON.stringify(left)
  const b = JSON.stringify(right)
  if (a === b) return
  let at = 0
  while (a[at] === b[at]) at++
  throw new Error(
    `${what}: ${a.slice(Math.max(0, at - 120), at + 120)} ≠ ${b.slice(Math.max(0, at - 120), at + 120)}`,
  )
}

/**
 * How many cases a property test tries: the number that a run at every change can afford, times XUESHI_RUNS where
 * that is set, as a nightly run does.
 */
export function runs(usual: number): number {
  return Math.ceil(usual * RUNS)
}

const RUNS = Number(process.env.XUESHI_RUNS ?? 1)
if (!(RUNS > 0)) throw new Error(`XUESHI_RUNS is no number above 0: ${process.env.XUESHI_RUNS}`)

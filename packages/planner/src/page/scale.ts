/** Steps of colour from pale to dark. */
export const STEPS = 5

/** The least value of each step that is used, with its number 1 to {@link STEPS}. */
export interface Scale {
  readonly steps: readonly { readonly from: number; readonly level: number }[]
}

/** Share of the days below each step: dark is kept for the few days that stand out. */
const SHARES = [0, 0.3, 0.6, 0.85, 0.96] as const

/**
 * A scale by rank. Where there are fewer different values than steps, the values are spread over the steps. The
 * script of the page does the same for the organization that is chosen.
 */
export function scaleOf(values: Iterable<number>): Scale {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b)
  const bounds: number[] = []
  for (const share of SHARES) {
    const bound = sorted[Math.floor(sorted.length * share)]
    if (bound !== undefined && bound !== bounds.at(-1)) bounds.push(bound)
  }
  const last = bounds.length - 1
  return {
    steps: bounds.map((from, i) => ({
      from,
      level: last === 0 ? 3 : 1 + Math.round((i * (STEPS - 1)) / last),
    })),
  }
}

/** The step of a value; 0 for nothing. */
export function levelOf(value: number, { steps }: Scale): number {
  let level = 0
  for (const step of steps) if (value >= step.from) level = step.level
  return level
}

/** The scale of all strips, so that organizations can be compared: 1, 2, 4, 8 and 16 sessions a day. */
export const STRIP_SCALE: Scale = {
  steps: [1, 2, 4, 8, 16].map((from, i) => ({ from, level: i + 1 })),
}

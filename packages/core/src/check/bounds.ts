import type { Demand } from '../requirement/schema.ts'
import { numberOf, type ParametersOnDay } from './amounts.ts'

/** The range an amount must lie in, both ends inclusive; infinite where there is no bound. */
export interface Bounds {
  readonly atLeast: number
  readonly atMost: number
}

/** Bounds of a demand in the engine's integers: hours become 1/100. Durations (gap, lag) have none by themselves. */
export function boundsOf(demand: Demand, parameters: ParametersOnDay): Bounds {
  if (demand.measure === 'gap' || demand.measure === 'lag')
    return { atLeast: 0, atMost: Number.POSITIVE_INFINITY }
  const scale = demand.measure === 'hours' ? 100 : 1
  return {
    atLeast: numberOf(demand.atLeast, parameters, Number.NEGATIVE_INFINITY) * scale,
    atMost: numberOf(demand.atMost, parameters, Number.POSITIVE_INFINITY) * scale,
  }
}

import { fileURLToPath } from 'node:url'

/** The folder of this checkout, without a separator at its end. */
export const root: string = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** The published packages by name, with their folders below the checkout. */
export const packages = {
  '@xueshi/core': 'packages/core',
  '@xueshi/national': 'packages/national',
  '@xueshi/county': 'packages/county',
  '@xueshi/tabular': 'packages/tabular',
  '@xueshi/ical': 'packages/ical',
  '@xueshi/workdays': 'packages/workdays',
  '@xueshi/planner': 'packages/planner',
  '@xueshi/report': 'packages/report',
  '@xueshi/testing': 'packages/testing',
  xueshi: 'packages/cli',
} as const

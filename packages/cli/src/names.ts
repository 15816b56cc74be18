import { XueshiError } from '@xueshi/core'
import type { Io } from './io.ts'
import type { Arguments } from './options/spec.ts'

/**
 * Whether names of persons are shown: as asked, else only on a terminal that is not a CI run.
 *
 * @throws XueshiError `usage` where both are asked.
 */
export function showsNames(args: Arguments, io: Io, onScreen: boolean): boolean {
  if (args.has('names') && args.has('no-names'))
    throw new XueshiError(
      'usage',
      '--names 和 --no-names 不能同时使用 / --names and --no-names exclude each other',
    )
  if (args.has('names')) return true
  if (args.has('no-names')) return false
  return onScreen && io.stdout.isTTY && !isCi(io.env)
}

function isCi(env: Io['env']): boolean {
  const ci = env.CI
  return ci !== undefined && ci !== '' && ci !== 'false' && ci !== '0'
}

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Zones of a process that the field meets: a server's, a clerk's, and one west of Greenwich. */
export const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const

export interface PrintedFeeds {
  readonly organizations: Readonly<Record<string, string>>
  readonly members: Readonly<Record<string, string>>
  /** A plan that was published twice. */
  readonly published: {
    readonly state: unknown
    readonly path: string
    readonly county: string
    readonly answer: readonly [status: number, etag: string, ics: string]
  }
}

/** The feeds of the county as a process in a zone writes them. */
export function feedsInZone(zone: string): PrintedFeeds {
  const script = fileURLToPath(new URL('print.ts', import.meta.url))
  const child = spawnSync(process.execPath, ['--conditions=xueshi-source', '--no-warnings', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (child.status !== 0)
    throw new Error(`the process in ${zone} ended with ${child.status}\n${child.stderr}`)
  return JSON.parse(child.stdout) as PrintedFeeds
}

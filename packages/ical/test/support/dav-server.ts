import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, freePort, start } from './programs.ts'

/** A CalDAV server with one user and one calendar. */
export interface DavServer {
  readonly host: string
  readonly calendar: string
  /** Puts a whole calendar in the place of what is there; the status of the answer. */
  upload(ics: string): Promise<number>
  download(): Promise<string>
  stop(): void
}

export const USER = { name: 'zb', password: 'secret' } as const

/** Starts radicale on a free port, with everything in a folder. @throws Error where it is missing. */
export async function davServer(folder: string): Promise<DavServer> {
  mkdirSync(join(folder, 'collections'), { recursive: true })
  writeFileSync(join(folder, 'users'), `${USER.name}:${USER.password}\n`)
  const host = `127.0.0.1:${await freePort()}`
  writeFileSync(
    join(folder, 'radicale.conf'),
    `[server]
hosts = ${host}
[auth]
type = htpasswd
htpasswd_filename = ${join(folder, 'users')}
htpasswd_encryption = plain
[storage]
filesystem_folder = ${join(folder, 'collections')}
[logging]
level = warning
`,
  )
  const server = await start(
    'radicale',
    ['--config', join(folder, 'radicale.conf')],
    environment(folder, 'UTC'),
  )
  const authorization = `Basic ${Buffer.from(`${USER.name}:${USER.password}`).toString('base64')}`
  const home = `http://${host}/${USER.name}/`
  const ask = (url: string, method: string, body?: string) =>
    fetch(url, {
      method,
      headers: { authorization, depth: '0', 'content-type': 'text/calendar; charset=utf-8' },
      ...(body === undefined ? {} : { body }),
    })
  // The first request for the user's home makes it.
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(home, 'PROPFIND').catch(() => undefined)
    if (answer?.status === 207) break
    if (attempt === 100) throw new Error(`radicale does not answer: ${answer?.status}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const calendar = `/${USER.name}/branch/`
  return {
    host,
    calendar,
    upload: async (ics) => (await ask(`http://${host}${calendar}`, 'PUT', ics)).status,
    download: async () => (await ask(`http://${host}${calendar}`, 'GET')).text(),
    stop: () => server.kill(),
  }
}

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Readable, Writable } from 'node:stream'

/** Zones in which every client has to show the same. */
export const CLIENT_ZONES = ['UTC', 'America/New_York'] as const

/** Debian's own programs and interpreter, whatever else is on the path, and nothing of this user's. */
export function environment(home: string, zone: string): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: zone }
}

/** A program that runs on while tests talk to it. @throws Error where it is missing. */
export async function start(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<ChildProcessByStdio<Writable, Readable, Readable>> {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  await once(child, 'spawn')
  return child
}

/** Runs a program to its end and gives what it printed. @throws Error where it is missing or ends with an error. */
export async function run(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const child = await start(program, args, env)
  let printed = ''
  let faults = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text))
  child.stdin.end()
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${faults}\n${printed}`)
  return printed
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

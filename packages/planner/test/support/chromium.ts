/** A page in Chromium, driven over its debugging protocol. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-port=0',
]

type Result = Readonly<Record<string, unknown>>

/** One open page. */
export interface Page {
  /** Messages of the console at level error, uncaught errors, and what the policy of the page refused. */
  readonly errors: readonly string[]
  /** Addresses the page asked for, besides itself. */
  readonly requests: readonly string[]
  send(method: string, parameters?: Result): Promise<Result>
  open(url: string): Promise<void>
  /** The value of an expression in the page. */
  value<T>(expression: string): Promise<T>
  press(key: string): Promise<void>
  size(width: number, height: number): Promise<void>
  png(full?: boolean): Promise<Buffer>
  pdf(): Promise<Buffer>
}

/** Starts Chromium with a profile of its own. @throws Error where it is missing. */
export async function chromium(): Promise<{ page: Page; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'xueshi-chromium-'))
  const child = spawn('chromium', [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: 'ignore',
  })
  let failed: Error | undefined
  child.on('error', (error) => {
    failed = error
  })
  const port = await portOf(profile, () => failed)
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    type: string
    webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(targets.find(({ type }) => type === 'page')!.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const page = await connected(socket)
  return { page, close: () => closed(child, socket, profile) }
}

async function portOf(profile: string, failed: () => Error | undefined): Promise<number> {
  for (let tries = 0; tries < 300; tries++) {
    const error = failed()
    if (error !== undefined) throw error
    try {
      return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0])
    } catch {
      await wait(100)
    }
  }
  throw new Error('chromium did not start')
}

async function connected(socket: WebSocket): Promise<Page> {
  let last = 0
  const waiting = new Map<number, { resolve(result: Result): void; reject(error: Error): void }>()
  const listeners = new Map<string, (() => void)[]>()
  const errors: string[] = []
  const requests: string[] = []
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as {
      id?: number
      method?: string
      params?: Record<string, never>
      result?: Result
      error?: { message: string }
    }
    if (message.id !== undefined) {
      const { resolve, reject } = waiting.get(message.id)!
      waiting.delete(message.id)
      if (message.error !== undefined) reject(new Error(message.error.message))
      else resolve(message.result ?? {})
      return
    }
    const text = JSON.stringify(message.params)
    if (message.method === 'Runtime.exceptionThrown') errors.push(text)
    if (message.method === 'Runtime.consoleAPICalled' && text.includes('"type":"error"')) errors.push(text)
    if (message.method === 'Log.entryAdded' && text.includes('"level":"error"')) errors.push(text)
    if (message.method === 'Network.requestWillBeSent')
      requests.push((message.params as unknown as { request: { url: string } }).request.url)
    for (const listener of listeners.get(message.method ?? '') ?? []) listener()
    listeners.delete(message.method ?? '')
  })
  const send = (method: string, params: Result = {}) =>
    new Promise<Result>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })
  const once = (method: string) =>
    new Promise<void>((resolve) => listeners.set(method, [...(listeners.get(method) ?? []), resolve]))
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)
  const value = async <T>(expression: string): Promise<T> => {
    const answer = (await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })) as {
      result: { value: T }
      exceptionDetails?: unknown
    }
    if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails))
    return answer.result.value
  }
  return {
    errors,
    requests,
    send,
    value,
    async open(url) {
      errors.length = 0
      requests.length = 0
      const loaded = once('Page.loadEventFired')
      await send('Page.navigate', { url })
      await loaded
    },
    async press(key) {
      const text = key.length === 1 ? key : key === 'Enter' ? '\r' : undefined
      const code = { Tab: 9, Enter: 13, Escape: 27, PageUp: 33, PageDown: 34, End: 35, Home: 36 }[key]
      const arrow = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 }[key]
      const windowsVirtualKeyCode = code ?? arrow ?? key.toUpperCase().charCodeAt(0)
      const about = { key, windowsVirtualKeyCode, ...(text === undefined ? {} : { text }) }
      await send('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...about })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode })
    },
    async size(width, height) {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    },
    async png(full = false) {
      const { data } = await send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: full })
      return Buffer.from(String(data), 'base64')
    },
    async pdf() {
      const { data } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
      return Buffer.from(String(data), 'base64')
    },
  }
}

async function closed(child: ChildProcess, socket: WebSocket, profile: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  socket.close()
  child.kill()
  await ended
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

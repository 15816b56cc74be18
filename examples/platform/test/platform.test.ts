import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { buildDataset, defineConfig } from '@xueshi/core'
import type { FeedKey, RedactionLevel } from '@xueshi/ical'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPlatform } from '../src/platform.ts'

const dataset = buildDataset(sampleCounty({ members: 120 }).rows)
const branch = dataset.organizations.find(({ kind }) => kind === 'branch')!
const member = dataset.members.find((person) => person.branch === branch.id)!
const k1 = { id: 'k1', secret: 'the first secret of the platform, by chance' }
const k2 = { id: 'k2', secret: 'the second secret of the platform, by chance' }
const staff = { authorization: 'Bearer staff-token' }

interface Running {
  readonly base: string
  /** Another moment at the platform. */
  at(instant: string): void
  stop(): void
}

/** A platform on a port that is free, over real HTTP. */
async function start(keys: readonly FeedKey[]): Promise<Running> {
  let now = '2026-01-10T08:00+08:00'
  const app = createPlatform({
    dataset,
    config: defineConfig(national.presets.organ),
    asOf: '2025-12-31',
    keys,
    staffToken: 'staff-token',
    now: () => now,
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  if (!server.listening) await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    base: `http://127.0.0.1:${port}`,
    at: (instant) => {
      now = instant
    },
    stop: () => server.close(),
  }
}

async function issue(
  { base }: Running,
  scope: { kind: string; id: string; level?: RedactionLevel; serial?: number },
) {
  const answer = await fetch(`${base}/feed-tokens`, {
    method: 'POST',
    headers: { ...staff, 'content-type': 'application/json' },
    body: JSON.stringify(scope),
  })
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; path: string }
}

describe('the platform over HTTP', () => {
  let platform: Running
  let feed: string
  beforeAll(async () => {
    platform = await start([k1])
    feed = platform.base + (await issue(platform, { kind: 'organization', id: branch.id })).path
  })
  afterAll(() => platform.stop())

  it('serves a feed, and 304 to who has it', async () => {
    const answer = await fetch(feed)
    const ics = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(ics).toContain(`X-WR-CALNAME:${branch.name}\r\n`)
    expect(ics.match(/^BEGIN:VEVENT\r$/gm)!.length).toBeGreaterThan(20)
    const etag = answer.headers.get('etag')!
    const again = await fetch(feed, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(etag)
    expect((await fetch(feed, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await fetch(feed)
    const head = await fetch(feed, { method: 'HEAD' })
    expect(await head.text()).toBe('')
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control'])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    expect(Number(head.headers.get('content-length'))).toBe((await get.arrayBuffer()).byteLength)
  })

  it('tells unknown paths, wrong tokens and unknown ids apart from nothing', async () => {
    const nobody = await issue(platform, { kind: 'member', id: 'nobody' })
    const asked = [
      `${platform.base}/feeds/`,
      `${platform.base}/feeds/member/${member.id}.ics`,
      feed.replace('.ics', ''),
      feed.replace('/organization/', '/member/'),
      feed.replace(/.\.ics$/, '_.ics'),
      platform.base + nobody.path,
    ]
    const answers = await Promise.all(asked.map((url) => fetch(url)))
    const seen = await Promise.all(
      answers.map(async (answer) => {
        const headers = [...answer.headers].filter(([name]) => name !== 'date')
        return JSON.stringify([answer.status, await answer.text(), headers])
      }),
    )
    expect(answers[0]!.status).toBe(404)
    expect(new Set(seen).size).toBe(1)
    const post = await fetch(feed, { method: 'POST', body: 'x' })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('opens nothing with a revoked token, and the feed again with the next', async () => {
    const first = await issue(platform, { kind: 'member', id: member.id, level: 'own' })
    expect(first.path).not.toContain(member.id)
    expect((await fetch(platform.base + first.path)).status).toBe(200)
    const gone = await fetch(`${platform.base}/feed-tokens/${first.id}`, { method: 'DELETE', headers: staff })
    expect(gone.status).toBe(204)
    expect((await fetch(platform.base + first.path)).status).toBe(404)
    const second = await issue(platform, { kind: 'member', id: member.id, level: 'own', serial: 1 })
    expect((await fetch(platform.base + second.path)).status).toBe(200)
  })

  it('publishes a session that moves under the same UID with the next SEQUENCE', async () => {
    const put = (start: string) =>
      fetch(`${platform.base}/sessions/p-1`, {
        method: 'PUT',
        headers: { ...staff, 'content-type': 'application/json' },
        body: JSON.stringify({
          organization: branch.id,
          kinds: ['主题党日'],
          title: '一月主题党日',
          start,
          status: '计划',
        }),
      })
    const event = async () => {
      const events = (await (await fetch(feed)).text()).split('BEGIN:VEVENT')
      const own = events.filter((text) => text.includes('一月主题党日'))
      expect(own).toHaveLength(1)
      return {
        uid: /^UID:(.*)\r$/m.exec(own[0]!)![1],
        sequence: /^SEQUENCE:(.*)\r$/m.exec(own[0]!)![1],
        start: /^DTSTART.*:(.*)\r$/m.exec(own[0]!)![1],
      }
    }
    expect(await (await put('2026-01-20T14:30+08:00')).json()).toEqual({ problems: [] })
    const before = await event()
    expect(before).toMatchObject({ sequence: '0', start: '20260120T143000' })
    platform.at('2026-01-12T08:00+08:00')
    await put('2026-01-21T14:30+08:00')
    expect(await event()).toEqual({ uid: before.uid, sequence: '1', start: '20260121T143000' })
  })

  it('says how a member and an organization stand, to the staff alone', async () => {
    const of = async (path: string, headers: Record<string, string>) => {
      const answer = await fetch(platform.base + path, { headers })
      return { status: answer.status, body: await answer.text() }
    }
    expect((await of(`/standing/members/${member.id}`, {})).status).toBe(401)
    const { status, body } = await of(`/standing/members/${member.id}`, staff)
    const standing = JSON.parse(body) as { asOf: string; findings: { rule: string; message: string }[] }
    expect(status).toBe(200)
    expect(standing.asOf).toBe('2025-12-31')
    expect(standing.findings.map(({ rule }) => rule)).toContain('national/member/annual-hours')
    const organization = await of(`/standing/organizations/${branch.id}`, staff)
    expect(JSON.parse(organization.body)).toMatchObject({ organization: branch.id })
    expect((await of('/standing/members/nobody', staff)).status).toBe(404)
  })
})

it('rotates its keys: both are accepted, the first one issues, and the old one ends', async () => {
  const statuses = async (keys: readonly FeedKey[], path: string) => {
    const running = await start(keys)
    try {
      const issued = await issue(running, { kind: 'organization', id: branch.id })
      const [old, own] = await Promise.all([fetch(running.base + path), fetch(running.base + issued.path)])
      return { path: issued.path, old: old.status, own: own.status, same: issued.path === path }
    } finally {
      running.stop()
    }
  }
  const first = await statuses([k1], '/feeds/organization/none.ics')
  expect(first).toMatchObject({ old: 404, own: 200 })
  expect(await statuses([k2, k1], first.path)).toMatchObject({ old: 200, own: 200, same: false })
  expect(await statuses([k2], first.path)).toMatchObject({ old: 404, own: 200 })
})

describe('src/main.ts', () => {
  let running: ChildProcess
  afterAll(() => running.kill())

  it('starts and prints addresses that answer', async () => {
    const file = fileURLToPath(new URL('../src/main.ts', import.meta.url))
    running = spawn(process.execPath, ['--conditions=xueshi-source', '--no-warnings', file], {
      env: { ...process.env, PORT: '0', STAFF_TOKEN: 'staff-token' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    for await (const line of createInterface({ input: running.stdout! })) {
      lines.push(line)
      if (lines.length === 3) break
    }
    const [ofBranch, ofMember, standing] = lines.map((line) => /http:\S+/.exec(line)![0])
    expect(await (await fetch(ofBranch!)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect((await fetch(ofMember!)).status).toBe(200)
    expect((await fetch(standing!, { headers: staff })).status).toBe(200)
  })
})

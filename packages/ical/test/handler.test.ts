import { createHash } from 'node:crypto'
import {
  createCalendars,
  type FeedHandlerOptions,
  type FeedScope,
  type FeedToken,
  type FeedTokenOptions,
  feedHandler,
  issueFeedToken,
  nextState,
} from '@xueshi/ical'
import { describe, expect, it, test } from 'vitest'
import { planned } from './support/plan.ts'

const k1 = { id: 'k1', secret: 'the first secret, of thirty-two bytes or more' }
const k2 = { id: 'k2', secret: 'the second secret, of thirty-two bytes or more' }
const dataset = planned([{}, { lecturers: ['L1'], venue: 'V1' }])
const source = { dataset, published: nextState(null, dataset, '2026-01-10T08:00+08:00') }
const now = () => '2026-02-01T00:00:00.000Z'

const handlerOf = (options: Partial<FeedHandlerOptions> = {}) =>
  feedHandler({ source: () => source, keys: [k1], now, ...options })
const urlOf = (scope: FeedScope, options: Partial<FeedTokenOptions> = {}) =>
  `https://platform.example/feeds/${issueFeedToken(scope, { keys: [k1], ...options }).path}`
const branch: FeedScope = { kind: 'organization', id: 'b1' }

/** Everything a client sees. */
async function seen(answer: Response) {
  return { status: answer.status, headers: [...answer.headers].sort(), body: await answer.text() }
}

test.each<[FeedScope, 'public' | 'organization' | 'own']>([
  [branch, 'organization'],
  [branch, 'public'],
  [{ kind: 'member', id: 'm1' }, 'own'],
  [{ kind: 'leader', id: 'm2' }, 'organization'],
  [{ kind: 'lecturer', id: 'L1' }, 'organization'],
  [{ kind: 'venue', id: 'V1' }, 'public'],
  [{ kind: 'county', id: 'county' }, 'public'],
])('%j at level %s is the feed of the calendars', async (scope, level) => {
  const { ics } = createCalendars(dataset, { published: source.published, level }).feed(scope)
  const answer = await seen(await handlerOf()(new Request(urlOf(scope, { level }))))
  expect(answer).toEqual({
    status: 200,
    body: ics,
    headers: [
      ['cache-control', 'private, no-cache'],
      ['content-disposition', 'inline; filename="calendar.ics"'],
      ['content-length', String(Buffer.byteLength(ics))],
      ['content-type', 'text/calendar; charset=utf-8'],
      ['etag', `"${createHash('sha256').update(ics).digest('base64url')}"`],
      ['referrer-policy', 'no-referrer'],
      ['x-content-type-options', 'nosniff'],
      ['x-robots-tag', 'noindex, nofollow'],
    ],
  })
})

describe('If-None-Match', () => {
  const handler = handlerOf()
  const ask = async (ifNoneMatch: string, method = 'GET') =>
    handler(new Request(urlOf(branch), { method, headers: { 'if-none-match': ifNoneMatch } }))
  let etag: string

  it.each<[string, (tag: string) => string, number]>([
    ['the tag', (tag) => tag, 304],
    ['the tag as weak', (tag) => `W/${tag}`, 304],
    ['one of several', (tag) => `"a", ${tag} , "b"`, 304],
    ['any', () => '*', 304],
    ['another', () => '"a"', 200],
    ['the tag without its quotes', (tag) => tag.slice(1, -1), 200],
  ])('%s', async (_what, field, status) => {
    etag ??= (await handler(new Request(urlOf(branch)))).headers.get('etag')!
    // A handler that has not served the feed yet answers as one that has.
    const fresh = handlerOf()
    const request = () => new Request(urlOf(branch), { headers: { 'if-none-match': field(etag) } })
    for (const answer of [await ask(field(etag)), await ask(field(etag), 'HEAD'), await fresh(request())]) {
      expect(answer.status).toBe(status)
      expect(answer.headers.get('etag')).toBe(etag)
      if (status === 304) expect(await answer.text()).toBe('')
    }
  })

  it('is another after a change, and the same after a publication without one', async () => {
    let current: { dataset: typeof dataset; published: typeof source.published } = source
    const changing = handlerOf({ source: () => current })
    const tag = async () => (await changing(new Request(urlOf(branch)))).headers.get('etag')
    const first = await tag()
    current = { dataset, published: nextState(source.published, dataset, '2026-02-01T08:00+08:00') }
    expect(await tag()).toBe(first)
    const moved = planned([{ title: '改名' }, { lecturers: ['L1'], venue: 'V1' }])
    current = { dataset: moved, published: nextState(current.published, moved, '2026-02-02T08:00+08:00') }
    expect(await tag()).not.toBe(first)
  })
})

test('HEAD has the headers of GET and no body', async () => {
  const get = await seen(await handlerOf()(new Request(urlOf(branch))))
  const head = await seen(await handlerOf()(new Request(urlOf(branch), { method: 'HEAD' })))
  expect(head).toEqual({ ...get, body: '' })
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is not allowed, wherever it goes',
  async (method) => {
    for (const url of [urlOf(branch), 'https://platform.example/feeds/x', 'https://platform.example/']) {
      const { status, headers } = await seen(await handlerOf()(new Request(url, { method })))
      expect(status).toBe(405)
      expect(headers).toContainEqual(['allow', 'GET, HEAD'])
    }
  },
)

describe('what is not found', () => {
  const token = issueFeedToken(branch, { keys: [k1] })
  const handler = handlerOf({ revoked: new Set([issueFeedToken(branch, { keys: [k1], serial: 7 }).id]) })
  const cases: [string, string][] = [
    ['the root', 'https://platform.example/'],
    ['no token', 'https://platform.example/feeds/organization/.ics'],
    ['an id in clear', 'https://platform.example/feeds/organization/b1.ics'],
    ['another base path', urlOf(branch).replace('/feeds/', '/calendars/')],
    ['another ending', urlOf(branch).replace('.ics', '.txt')],
    ['another kind', urlOf(branch).replace('/organization/', '/member/')],
    ['a token escaped', urlOf(branch).replace('/k1.', '/k1%2E')],
    ['an unknown key', urlOf(branch).replace('/k1.', '/k3.')],
    ['another key', urlOf(branch, { keys: [k2] })],
    ['a bit of the token', `https://platform.example/feeds/organization/${token.text.slice(0, -2)}AA.ics`],
    ['a token of 900 characters', `https://platform.example/feeds/organization/k1.${'A'.repeat(890)}.ics`],
    ['a revoked token', urlOf(branch, { serial: 7 })],
    ['an expired token', urlOf(branch, { expires: '2026-02-01T08:00+08:00' })],
    ['an unknown member', urlOf({ kind: 'member', id: 'nobody' })],
    ['an unknown leader', urlOf({ kind: 'leader', id: 'nobody' })],
    ['an unknown organization', urlOf({ kind: 'organization', id: 'nobody' })],
    ['an unknown lecturer', urlOf({ kind: 'lecturer', id: 'nobody' })],
    ['an unknown venue', urlOf({ kind: 'venue', id: 'nobody' })],
  ]
  it.each(cases)('%s: the same answer', async (_what, url) => {
    expect(await seen(await handler(new Request(url)))).toEqual({
      status: 404,
      body: 'Not found\n',
      headers: [
        ['cache-control', 'no-store'],
        ['content-length', '10'],
        ['content-type', 'text/plain; charset=utf-8'],
        ['referrer-policy', 'no-referrer'],
        ['x-content-type-options', 'nosniff'],
        ['x-robots-tag', 'noindex, nofollow'],
      ],
    })
    const head = await seen(await handler(new Request(url, { method: 'HEAD' })))
    expect([head.status, head.body]).toEqual([404, ''])
  })

  it('is asked about like what is: source and revocation, once each', async () => {
    const asked: string[] = []
    const counting = handlerOf({
      source: () => {
        asked.push('source')
        return source
      },
      revoked: () => {
        asked.push('revoked')
        return false
      },
    })
    await counting(new Request(urlOf(branch)))
    const genuine = [...asked]
    for (const [, url] of cases) {
      asked.length = 0
      await counting(new Request(url))
      expect(asked).toEqual(genuine)
    }
  })
})

describe('tokens', () => {
  it('open one feed at one level', async () => {
    const own = urlOf({ kind: 'member', id: 'm1' }, { level: 'own' })
    expect((await handlerOf()(new Request(own))).status).toBe(200)
    expect((await handlerOf()(new Request(own.replace('/member/', '/leader/')))).status).toBe(404)
  })

  it('are of several keys while they rotate', async () => {
    const [old, young] = [urlOf(branch), urlOf(branch, { keys: [k2, k1] })]
    const statuses = async (keys: FeedHandlerOptions['keys']) =>
      Promise.all([old, young].map(async (url) => (await handlerOf({ keys })(new Request(url))).status))
    expect(await statuses([k1])).toEqual([200, 404])
    expect(await statuses([k2, k1])).toEqual([200, 200])
    expect(await statuses([k2])).toEqual([404, 200])
  })

  it('are revoked from one request to the next, by id or by what they stand for', async () => {
    const revoked = new Set<string>()
    const handler = handlerOf({ revoked })
    expect((await handler(new Request(urlOf(branch)))).status).toBe(200)
    revoked.add(issueFeedToken(branch, { keys: [k1] }).id)
    expect((await handler(new Request(urlOf(branch)))).status).toBe(404)
    expect((await handler(new Request(urlOf(branch, { serial: 1 })))).status).toBe(200)
    const left = async ({ scope }: FeedToken) => scope.kind === 'member' && scope.id === 'm1'
    const byScope = handlerOf({ revoked: left })
    expect((await byScope(new Request(urlOf({ kind: 'member', id: 'm1' })))).status).toBe(404)
    expect((await byScope(new Request(urlOf({ kind: 'member', id: 'm2' })))).status).toBe(200)
  })

  it('expire at their instant', async () => {
    const url = urlOf(branch, { expires: '2026-02-01T08:01+08:00' })
    expect((await handlerOf()(new Request(url))).status).toBe(200)
    expect((await handlerOf({ now: () => '2026-02-01T00:01Z' })(new Request(url))).status).toBe(404)
  })
})

test('an error is told to the embedder and not to the client', async () => {
  const told: unknown[] = []
  const secret = new Error('password of the database')
  const failing = handlerOf({
    source: () => Promise.reject(secret),
    onError: (error) => {
      told.push(error)
      throw error
    },
  })
  for (const url of [urlOf(branch), 'https://platform.example/feeds/x']) {
    const answer = await seen(await failing(new Request(url)))
    expect([answer.status, answer.body]).toEqual([503, 'Service unavailable\n'])
    expect(JSON.stringify(answer)).not.toContain('password')
  }
  expect(told).toEqual([secret, secret])
})

test('a state that is not of the dataset is an error, not a feed with wrong numbers', async () => {
  const told: unknown[] = []
  const stale = handlerOf({
    source: () => ({ dataset: planned([{ title: '改名' }]), published: source.published }),
    onError: (error) => told.push(error),
  })
  expect((await stale(new Request(urlOf(branch)))).status).toBe(503)
  expect(told).toEqual([expect.objectContaining({ code: 'usage' })])
})

describe('options', () => {
  it('base path and age', async () => {
    const handler = handlerOf({ basePath: '/api/v1/feeds', maxAge: 300, calendars: { refresh: 'PT1H' } })
    const answer = await handler(new Request(urlOf(branch).replace('/feeds/', '/api/v1/feeds/')))
    expect(answer.headers.get('cache-control')).toBe('private, max-age=300, must-revalidate')
    expect(await answer.text()).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H')
  })

  it.each<[string, Partial<FeedHandlerOptions>]>([
    ['a base path', { basePath: 'feeds' }],
    ['an age', { maxAge: -1 }],
    ['no key', { keys: [] }],
    ['options of calendars', { calendars: { domain: 'a b' } }],
  ])('refuses %s', (_what, options) => {
    expect(() => handlerOf(options)).toThrow(expect.objectContaining({ code: 'invalid-config' }))
  })
})

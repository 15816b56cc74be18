import { type Instant, parseInstant, XueshiError } from '@xueshi/core'
import { type CalendarOptions, settingsOf } from './options.ts'
import { found, methodNotAllowed, names, notFound, unavailable, unchanged } from './responses.ts'
import type { FeedKey } from './seal.ts'
import { type FeedSource, isKnown, shelfKeeper } from './shelf.ts'
import { type FeedToken, tokenReader } from './token.ts'

/** What a feed handler needs to know. */
export interface FeedHandlerOptions {
  /**
   * What feeds are made of now; asked at every request. Return the same objects until the data changes: what was
   * rendered is kept with them.
   */
  readonly source: () => FeedSource | Promise<FeedSource>
  /** All keys whose tokens are accepted. To rotate, put the new one first and take the old one out later. */
  readonly keys: readonly FeedKey[]
  /**
   * Tokens that open nothing any more: their ids, or a function that also sees scope, key and serial. It is also
   * asked about tokens nobody issued, as those of nobody's county feed.
   */
  readonly revoked?: ReadonlySet<string> | ((token: FeedToken) => boolean | Promise<boolean>)
  /** How feeds are written; the level is the token's. */
  readonly calendars?: Omit<CalendarOptions, 'level' | 'published'>
  /** What stands before `/{kind}/{token}.ics`. Default `/feeds`. */
  readonly basePath?: string
  /** For how many seconds clients may use a feed without asking. Default 0: they ask, and get 304. */
  readonly maxAge?: number
  /** The instant of a request, for tokens that expire: the clock is the platform's. It is in no byte of any feed. */
  readonly now: () => Instant
  /** Is told what went wrong; the client is not. */
  readonly onError?: (error: unknown) => void
}

/** What is looked up where a request has no token, so that it takes as long. */
const NOBODY: FeedToken = {
  id: '',
  key: '',
  scope: { kind: 'county', id: '' },
  level: 'public',
  serial: 0,
  expires: null,
}

/**
 * A handler of feeds after the Fetch standard, to be mounted in Hono, Next, Express and others. It answers
 * `GET` and `HEAD` of `{basePath}/{kind}/{token}.ics` with the calendar and a strong ETag, or with 304.
 *
 * A wrong path, a wrong token, a revoked one, an expired one and one whose subject has gone get the same 404
 * after comparable work, so that nothing can be found out by trying. Ids stand in no URL in clear. An error is
 * a 503 without words. Limits on the number of requests are the platform's.
 *
 * @throws XueshiError where keys or options are wrong: `invalid-config` and those of `createCalendars`.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { feedHandler, issueFeedToken } from '@xueshi/ical'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b01', name: '财政局第一党支部', kind: '党支部' }],
 *   members: [],
 *   sessions: [{ id: 's001', organization: 'b01', kinds: ['主题党日'], start: '2025-03-05T14:30+08:00' }],
 * })
 * const keys = [{ id: 'k1', secret: 'a secret of at least 32 bytes, by chance' }]
 * const now = () => new Date().toISOString()
 * const handler = feedHandler({ source: () => ({ dataset }), keys, now })
 * const { path } = issueFeedToken({ kind: 'organization', id: 'b01' }, { keys })
 * const url = `https://platform.county.example/feeds/${path}`
 * const first = await handler(new Request(url))
 * console.log(first.status, first.headers.get('content-type')) // 200 text/calendar; charset=utf-8
 * const headers = { 'if-none-match': first.headers.get('etag')! }
 * console.log((await handler(new Request(url, { headers }))).status) // 304
 * console.log((await handler(new Request(url.replace('k1', 'k2')))).status) // 404
 * ```
 */
export function feedHandler(options: FeedHandlerOptions): (request: Request) => Promise<Response> {
  settingsOf(options.calendars ?? {})
  const read = tokenReader(options.keys)
  const { revoked } = options
  const isRevoked = typeof revoked === 'function' ? revoked : ({ id }: FeedToken) => revoked?.has(id) === true
  const shelfOf = shelfKeeper(options.calendars ?? {})
  const { now } = options
  const pathOf = pathReader(options.basePath ?? '/feeds')
  const cacheControl = cacheControlOf(options.maxAge ?? 0)

  const answer = async (request: Request, head: boolean): Promise<Response> => {
    const { kind, text } = pathOf(new URL(request.url).pathname)
    const token = read(text)
    const asked = token ?? NOBODY
    const [source, off] = await Promise.all([options.source(), isRevoked(asked)])
    const known = isKnown(source.dataset, asked.scope)
    const expired = parseInstant(now()) >= (asked.expires === null ? Infinity : parseInstant(asked.expires))
    if (token === undefined || off || expired || !known || token.scope.kind !== kind) return notFound(head)

    const shelf = shelfOf(source)
    const wanted = request.headers.get('if-none-match')
    const last = shelf.etagOf(token.scope, token.level)
    if (last !== undefined && names(wanted, last)) return unchanged(last, cacheControl)
    const representation = shelf.feed(token.scope, token.level)
    return names(wanted, representation.etag)
      ? unchanged(representation.etag, cacheControl)
      : found(representation, cacheControl, head)
  }

  return async (request) => {
    const head = request.method === 'HEAD'
    if (!head && request.method !== 'GET') return methodNotAllowed()
    try {
      return await answer(request, head)
    } catch (error) {
      try {
        options.onError?.(error)
      } catch {
        // Whoever is told of errors must not become one that the client sees.
      }
      return unavailable(head)
    }
  }
}

/** Kind and token in a path; both are empty where the path is none of the handler's. */
function pathReader(basePath: string): (path: string) => { readonly kind: string; readonly text: string } {
  if (!/^(?:\/[A-Za-z0-9._~-]+)*$/.test(basePath))
    throw new XueshiError('invalid-config', `不是路径 / not a path: ${JSON.stringify(basePath)}`, {
      where: 'basePath',
      hint: '/feeds',
    })
  const prefix = `${basePath}/`
  return (path) => {
    const match = path.startsWith(prefix)
      ? /^([a-z]{1,20})\/([A-Za-z0-9._-]{1,900})\.ics$/.exec(path.slice(prefix.length))
      : null
    return { kind: match?.[1] ?? '', text: match?.[2] ?? '' }
  }
}

function cacheControlOf(maxAge: number): string {
  if (!Number.isSafeInteger(maxAge) || maxAge < 0)
    throw new XueshiError('invalid-config', `须为不小于0的整秒数 / not a number of seconds: ${maxAge}`, {
      where: 'maxAge',
    })
  return maxAge === 0 ? 'private, no-cache' : `private, max-age=${maxAge}, must-revalidate`
}

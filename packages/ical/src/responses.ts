import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'

/** A feed as bytes, with the strong ETag of these bytes. */
export interface Representation {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
}

/** What every answer says: tokens lie in URLs, which must go nowhere else. */
const GUARDED = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const

export function representationOf(ics: string): Representation {
  const bytes = new Uint8Array(Buffer.from(ics, 'utf8'))
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` }
}

export function found({ bytes, etag }: Representation, cacheControl: string, head: boolean): Response {
  const headers = {
    ...GUARDED,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="calendar.ics"',
    'content-length': String(bytes.length),
    'cache-control': cacheControl,
    etag,
  }
  return new Response(head ? null : bytes, { status: 200, headers })
}

export function unchanged(etag: string, cacheControl: string): Response {
  return new Response(null, { status: 304, headers: { ...GUARDED, 'cache-control': cacheControl, etag } })
}

/** The one answer to a wrong path, a wrong token, a revoked one, an expired one and an unknown id. */
export function notFound(head: boolean): Response {
  return plain(404, 'Not found\n', head)
}

export function methodNotAllowed(): Response {
  return plain(405, 'Method not allowed\n', false, { allow: 'GET, HEAD' })
}

/** Says nothing of what went wrong; clients keep what they have and come again. */
export function unavailable(head: boolean): Response {
  return plain(503, 'Service unavailable\n', head, { 'retry-after': '600' })
}

function plain(status: number, body: string, head: boolean, more: Record<string, string> = {}): Response {
  const headers = {
    ...GUARDED,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(body.length),
    'cache-control': 'no-store',
    ...more,
  }
  return new Response(head ? null : body, { status, headers })
}

/**
 * Whether a field `If-None-Match` names an ETag. Comparison is weak, as RFC 9110 asks: a proxy that compresses
 * marks the tag as weak.
 */
export function names(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

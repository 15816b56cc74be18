import { Buffer } from 'node:buffer'
import { formatInstant, type Instant, parseInstant, type ShanghaiMinute, XueshiError } from '@xueshi/core'
import { assertScope, FEED_KINDS, type FeedScope, REDACTION_LEVELS, type RedactionLevel } from './scope.ts'
import { type FeedKey, isSealedLength, type Seal, sealsOf } from './seal.ts'

/** What a feed token stands for. */
export interface FeedToken {
  /** Names the token in a list of revoked ones; opens nothing. 24 hex digits. */
  readonly id: string
  /** Id of the key that issued it. */
  readonly key: string
  /** The one feed that it opens, at the one level. */
  readonly scope: FeedScope
  readonly level: RedactionLevel
  readonly serial: number
  /** From when on it opens nothing; `null`: until it is revoked. */
  readonly expires: Instant | null
}

/** A token as it is handed out. */
export interface IssuedFeedToken extends FeedToken {
  /** The secret text. */
  readonly text: string
  /** Where the feed is, below the base path of the handler: `member/k1.….ics`. */
  readonly path: string
}

/** How a token is issued. */
export interface FeedTokenOptions {
  /** The first key issues; the others are accepted still. */
  readonly keys: readonly FeedKey[]
  /** Default `organization`. */
  readonly level?: RedactionLevel
  /** Tells apart the tokens of one feed: a whole number, one higher after the last was revoked. Default 0. */
  readonly serial?: number
  /** Default never. */
  readonly expires?: Instant
}

const KEYED = /^([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]{1,800})$/
/** What is opened where there is nothing to open, so that it takes as long. */
const NOTHING = Buffer.alloc(96)

/**
 * Issues the token of one feed. The token holds the scope hidden and authenticated, so no list of tokens has to
 * be kept: the same arguments give the same token again, and only the ids of revoked ones are stored.
 *
 * @throws XueshiError `invalid-config` for a scope, level, serial or key that is none; `invalid-instant`.
 * @example
 * ```ts
 * import { issueFeedToken, readFeedToken } from '@xueshi/ical'
 *
 * const keys = [{ id: 'k1', secret: 'a secret of at least 32 bytes, by chance' }]
 * const token = issueFeedToken({ kind: 'member', id: 'm001' }, { keys, level: 'own' })
 * console.log(token.path.startsWith('member/k1.'), token.path.includes('m001')) // true false
 * console.log(readFeedToken(token.text, keys)?.scope.id) // m001
 * console.log(readFeedToken(token.text.replace('k1', 'k2'), keys)) // undefined
 * ```
 */
export function issueFeedToken(scope: FeedScope, options: FeedTokenOptions): IssuedFeedToken {
  const level = options.level ?? 'organization'
  const serial = options.serial ?? 0
  assertScope(scope, level)
  if (!Number.isSafeInteger(serial) || serial < 0)
    throw new XueshiError('invalid-config', `序号须为不小于0的整数 / not a serial number: ${serial}`, {
      where: 'serial',
    })
  const expires = options.expires === undefined ? null : parseInstant(options.expires)
  const [seal] = sealsOf(options.keys)
  const content = contentOf(scope, level, serial, expires)
  const text = `${seal!.id}.${seal!.close(content).toString('base64url')}`
  return { ...tokenOf(seal!, content), text, path: `${scope.kind}/${text}.ics` }
}

/**
 * What a token stands for, `undefined` where none of the keys issued it. It may be revoked or expired.
 *
 * @throws XueshiError `invalid-config` where a key is none.
 */
export function readFeedToken(text: string, keys: readonly FeedKey[]): FeedToken | undefined {
  return tokenReader(keys)(text)
}

/** Reads tokens; what is none takes the same work as what is one. */
export function tokenReader(keys: readonly FeedKey[]): (text: string) => FeedToken | undefined {
  const seals = sealsOf(keys)
  return (text) => {
    const [, key, encoded = ''] = KEYED.exec(text) ?? []
    const bytes = Buffer.from(encoded, 'base64url')
    // Several texts may stand for the same bytes; a token is one of them only.
    const isCanonical = isSealedLength(bytes.length) && bytes.toString('base64url') === encoded
    const seal = seals.find(({ id }) => id === key)
    const opened = (seal ?? seals[0]!).open(isCanonical ? bytes : NOTHING)
    return opened.genuine && isCanonical && seal !== undefined ? tokenOf(seal, opened.text) : undefined
  }
}

function contentOf(scope: FeedScope, level: RedactionLevel, serial: number, expires: number | null): string {
  const kind = FEED_KINDS.indexOf(scope.kind)
  return JSON.stringify([kind, REDACTION_LEVELS.indexOf(level), scope.id, serial, expires])
}

function tokenOf(seal: Seal, content: string): FeedToken {
  const [kind, level, id, serial, expires] = JSON.parse(content) as [
    number,
    number,
    string,
    number,
    ShanghaiMinute | null,
  ]
  return {
    id: seal.nameOf(content.trimEnd()),
    key: seal.id,
    scope: { kind: FEED_KINDS[kind]!, id },
    level: REDACTION_LEVELS[level]!,
    serial,
    expires: expires === null ? null : formatInstant(expires),
  }
}

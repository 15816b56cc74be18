import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { XueshiError } from '@xueshi/core'

/** A key of feed tokens. Whoever has the secret can open every feed: keep it where passwords are kept. */
export interface FeedKey {
  /** Stands in every token the key issued: 1 to 16 of `A–Z a–z 0–9 _ -`. */
  readonly id: string
  /** At least 32 bytes made by chance; a text counts as its UTF-8. */
  readonly secret: string | Uint8Array
}

/** What a key does, once its parts are derived. */
export interface Seal {
  readonly id: string
  /** The text, hidden and authenticated: HMAC-SHA-256 over it, then the text enciphered under that value. */
  close(text: string): Buffer
  /** The text, and whether it was sealed with this key; the work is the same either way. */
  open(sealed: Buffer): { readonly text: string; readonly genuine: boolean }
  /** A name for a text, by which neither the text nor what is sealed of it can be found. */
  nameOf(text: string): string
}

const KEY_ID = /^[A-Za-z0-9_-]{1,16}$/
const TAG = 32
/** Sealed texts have the length of a number of blocks, so that they do not tell how long an id is. */
export const BLOCK = 64

/**
 * The seals of keys, in their order. The scheme is a synthetic IV: equal texts give equal tokens, no chance is
 * needed, and a bit changed anywhere changes the text that the tag is compared with.
 *
 * @throws XueshiError `invalid-config` where a key is none, or two have one id.
 */
export function sealsOf(keys: readonly FeedKey[]): readonly Seal[] {
  if (keys.length === 0) throw invalid('没有密钥 / no key', '[{ id, secret }]')
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw invalid('密钥编号重复 / two keys have one id', 'k1, k2')
  return keys.map(sealOf)
}

function sealOf({ id, secret }: FeedKey): Seal {
  if (!KEY_ID.test(id)) throw invalid('密钥编号无效 / not an id of a key', 'k1')
  const bytes = typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret
  if (bytes.length < 32)
    throw invalid('密钥须至少32字节 / a secret has at least 32 bytes', 'openssl rand -hex 32')
  const part = (use: string) => Buffer.from(hkdfSync('sha256', bytes, '', `xueshi feed token 1 ${use}`, 32))
  const mac = part('mac')
  const cipher = part('cipher')
  const name = part('name')
  const tagOf = (text: string | Buffer) => createHmac('sha256', mac).update(text).digest()
  return {
    id,
    close(text) {
      const plain = Buffer.from(text, 'utf8')
      const padded = Buffer.alloc(Math.ceil(plain.length / BLOCK) * BLOCK, ' ')
      plain.copy(padded)
      const tag = tagOf(padded)
      const encipher = createCipheriv('aes-256-ctr', cipher, tag.subarray(0, 16))
      return Buffer.concat([tag, encipher.update(padded), encipher.final()])
    },
    open(sealed) {
      const tag = sealed.subarray(0, TAG)
      const decipher = createDecipheriv('aes-256-ctr', cipher, tag.subarray(0, 16))
      const plain = Buffer.concat([decipher.update(sealed.subarray(TAG)), decipher.final()])
      return { genuine: timingSafeEqual(tagOf(plain), tag), text: plain.toString('utf8') }
    },
    nameOf: (text) => createHmac('sha256', name).update(text).digest('hex').slice(0, 24),
  }
}

/** Number of bytes that something sealed can have. */
export function isSealedLength(length: number): boolean {
  return length >= TAG + BLOCK && length <= TAG + 8 * BLOCK && (length - TAG) % BLOCK === 0
}

function invalid(message: string, hint: string): XueshiError {
  return new XueshiError('invalid-config', message, { where: 'keys', hint })
}

import { FEED_KINDS, type FeedScope, issueFeedToken, REDACTION_LEVELS, readFeedToken } from '@xueshi/ical'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../test/runs.ts'

const k1 = { id: 'k1', secret: 'the first secret, of thirty-two bytes or more' }
const k2 = { id: 'k2', secret: new Uint8Array(32).fill(7) }
const scope: FeedScope = { kind: 'member', id: 'm001' }

const anyScope = fc.record({
  kind: fc.constantFrom(...FEED_KINDS),
  id: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((id) => id.length <= 64),
})

test('a token is read as what it was issued for, by whichever key is left', () => {
  fc.assert(
    fc.property(
      anyScope,
      fc.constantFrom(...REDACTION_LEVELS),
      fc.nat({ max: 99 }),
      fc.option(fc.constantFrom('2026-03-01T00:00+08:00', '2030-12-31T23:59+08:00'), { nil: undefined }),
      (feed, wish, serial, expires) => {
        const level = wish === 'own' && !['member', 'leader'].includes(feed.kind) ? 'public' : wish
        const { text, path, ...token } = issueFeedToken(feed, {
          keys: [k1, k2],
          level,
          serial,
          ...(expires && { expires }),
        })
        expect(token).toMatchObject({ scope: feed, level, serial, key: 'k1', expires: expires ?? null })
        expect(path).toBe(`${feed.kind}/${text}.ics`)
        expect(path).toMatch(/^[a-z]+\/k1\.[A-Za-z0-9_-]+\.ics$/)
        expect(readFeedToken(text, [k2, k1])).toEqual(token)
        expect(readFeedToken(text, [k2])).toBeUndefined()
        expect(issueFeedToken(feed, { keys: [k1], level, serial, ...(expires && { expires }) }).text).toBe(
          text,
        )
      },
    ),
    { numRuns: runs(200), seed: 1 },
  )
})

test('a token with any bit flipped is none', () => {
  const { text } = issueFeedToken(scope, { keys: [k1] })
  const bytes = Buffer.from(text, 'latin1')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    expect(readFeedToken(flipped.toString('latin1'), [k1, k2])).toBeUndefined()
  }
  const sealed = Buffer.from(text.slice(3), 'base64url')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const flipped = Buffer.from(sealed)
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    expect(readFeedToken(`k1.${flipped.toString('base64url')}`, [k1])).toBeUndefined()
  }
})

test.each<[string, (text: string) => string]>([
  ['nothing', () => ''],
  ['a key alone', () => 'k1.'],
  ['shorter', (text) => text.slice(0, -1)],
  ['longer', (text) => `${text}A`],
  ['a block less', (text) => text.slice(0, 46)],
  ['a block more', (text) => text + text.slice(3)],
  ['of another key', (text) => text.replace('k1', 'k2')],
  ['of a key nobody has', (text) => text.replace('k1', 'k9')],
  ['padded', (text) => `${text}=`],
  ['with blanks', (text) => ` ${text}`],
])('%s is no token', (_what, change) => {
  // 9 bytes of content make 96 sealed bytes, which have no spare bits; an id of 60 letters makes two blocks.
  for (const id of ['m001', 'm'.repeat(60)]) {
    const { text } = issueFeedToken({ kind: 'member', id }, { keys: [k1] })
    expect(readFeedToken(change(text), [k1, k2])).toBeUndefined()
  }
})

test('texts that stand for the same bytes are not the same token', () => {
  const { text } = issueFeedToken({ kind: 'member', id: 'm'.repeat(60) }, { keys: [k1] })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const same = [...letters].filter((letter) => readFeedToken(text.slice(0, -1) + letter, [k1]) !== undefined)
  expect(same).toEqual([text.at(-1)])
})

describe('a token', () => {
  const of = (feed: FeedScope, level?: 'public') =>
    issueFeedToken(feed, { keys: [k1], ...(level && { level }) })

  it('does not show whose it is, nor how long the id is', () => {
    const { text } = of({ kind: 'member', id: '522401199001010011' })
    expect(text).not.toContain('5224')
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('5224')
    expect(text).toHaveLength(of(scope).text.length)
  })

  it('has an id of its own that opens nothing', () => {
    const ids = [
      of(scope).id,
      of(scope, 'public').id,
      of({ kind: 'leader', id: 'm001' }).id,
      issueFeedToken(scope, { keys: [k1], serial: 1 }).id,
      issueFeedToken(scope, { keys: [k2] }).id,
    ]
    expect(new Set(ids).size).toBe(5)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/)
    expect(readFeedToken(`k1.${of(scope).id}`, [k1])).toBeUndefined()
  })

  it.each<[string, () => unknown]>([
    ['a kind', () => issueFeedToken({ kind: 'group' as never, id: 'x' }, { keys: [k1] })],
    ['an empty id', () => issueFeedToken({ kind: 'member', id: '' }, { keys: [k1] })],
    [
      'own of a branch',
      () => issueFeedToken({ kind: 'organization', id: 'b' }, { keys: [k1], level: 'own' }),
    ],
    ['a level', () => issueFeedToken(scope, { keys: [k1], level: 'all' as never })],
    ['a serial', () => issueFeedToken(scope, { keys: [k1], serial: -1 })],
    ['no key', () => issueFeedToken(scope, { keys: [] })],
    ['a short key', () => issueFeedToken(scope, { keys: [{ id: 'k', secret: 'short' }] })],
    ['an id of a key', () => issueFeedToken(scope, { keys: [{ id: 'k.1', secret: k1.secret }] })],
    ['two keys of one id', () => issueFeedToken(scope, { keys: [k1, { ...k2, id: 'k1' }] })],
  ])('is refused for %s', (_what, act) => {
    expect(act).toThrow(expect.objectContaining({ code: 'invalid-config' }))
  })
})

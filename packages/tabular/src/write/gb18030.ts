/**
 * GB18030 for writing: the decoder of the platform, turned around. Its two-byte part and the four-byte
 * part of the basic plane are tables; the other planes are arithmetic.
 */

/** Four-byte sequences before the supplementary planes, and the first pointer of these (WHATWG Encoding). */
const BASIC_POINTERS = 39_420
const SUPPLEMENTARY_POINTER = 189_000

/** Bytes of each code unit of the basic plane as one number, 0 where there are none. */
let table: Uint32Array | undefined

/** GB18030 bytes of a text without lone surrogates. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable()
  const bytes = Buffer.allocUnsafe(text.length * 4)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      bytes[at++] = unit
      continue
    }
    let code = table[unit]!
    if (unit >= 0xd800 && unit <= 0xdfff) {
      code = bytesOfPointer(text.codePointAt(i)! - 0x10000 + SUPPLEMENTARY_POINTER)
      i++
    }
    if (code > 0xffff) {
      bytes[at++] = code >>> 24
      bytes[at++] = (code >>> 16) & 0xff
    }
    bytes[at++] = (code >>> 8) & 0xff
    bytes[at++] = code & 0xff
  }
  return bytes.subarray(0, at)
}

/** The first character that GB18030 has no bytes for, as `U+XXXX`, or `undefined` where all can be written. */
export function firstUnencodable(text: string): string | undefined {
  table ??= buildTable()
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!
    if (code > 0xffff) i++
    else if (code >= 0x80 && table[code] === 0) return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  }
  return undefined
}

function buildTable(): Uint32Array {
  const codes = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  for (let pointer = 0; pointer < BASIC_POINTERS; pointer++) learn(codes, decoder, bytesOfPointer(pointer))
  // Two-byte sequences come last, so that a character with both forms is written in the shorter one.
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) learn(codes, decoder, (lead << 8) | trail)
  return codes
}

function learn(codes: Uint32Array, decoder: InstanceType<typeof TextDecoder>, code: number): void {
  const bytes =
    code > 0xffff
      ? [code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff]
      : [(code >>> 8) & 0xff, code & 0xff]
  const text = decoder.decode(Uint8Array.from(bytes))
  if (text.length !== 1) return
  const unit = text.charCodeAt(0)
  // A decoder answers what it does not know with U+FFFD, which has one sequence of its own.
  if (unit === 0xfffd && code !== REPLACEMENT) return
  if (code > 0xffff || codes[unit] === 0 || codes[unit]! > 0xffff) codes[unit] = code
}

const REPLACEMENT = 0x8431a437

function bytesOfPointer(pointer: number): number {
  const fourth = pointer % 10
  const third = Math.floor(pointer / 10) % 126
  const second = Math.floor(pointer / 1260) % 10
  const first = Math.floor(pointer / 12_600)
  return (((first + 0x81) << 24) | ((second + 0x30) << 16) | ((third + 0x81) << 8) | (fourth + 0x30)) >>> 0
}

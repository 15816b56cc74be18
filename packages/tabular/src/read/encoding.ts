import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'

/** The encodings that text files may have; the label is always `gb18030`, which holds GBK and GB 2312. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Thrown where bytes are not valid in the encoding of their file. */
export class InvalidBytes extends Error {
  readonly encoding: Encoding
  readonly offset: number

  constructor(encoding: Encoding, offset: number) {
    super(`invalid ${encoding} at byte ${offset}`)
    this.encoding = encoding
    this.offset = offset
  }
}

const PIECE = 256 * 1024
/** Characters beyond ASCII that, all valid before the first fault, show that a text was meant as UTF-8. */
const CLEARLY_UTF8 = 16

/** The encoding of a file: its byte order mark, else UTF-8 where all of it is valid, else GB18030. */
export async function detectEncoding(file: FileHandle): Promise<Encoding> {
  const head = Buffer.alloc(3)
  await file.read(head, 0, 3, 0)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  let offset = 0
  let kept = 0
  const buffer = Buffer.alloc(PIECE + 4)
  for (;;) {
    const { bytesRead } = await file.read(buffer, kept, PIECE, offset + kept)
    const length = kept + bytesRead
    const end = bytesRead === 0 ? length : completeEnd(buffer, length)
    const piece = buffer.subarray(0, end)
    if (!isUtf8(piece)) return charactersBeforeFault(piece) >= CLEARLY_UTF8 ? 'utf-8' : 'gb18030'
    if (bytesRead === 0) return 'utf-8'
    buffer.copyWithin(0, end, length)
    kept = length - end
    offset += end
  }
}

/** The text of a file in pieces. @throws InvalidBytes where a byte is not valid; then with its offset. */
export async function* decodePieces(
  file: FileHandle,
  encoding: Encoding,
): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const buffer = Buffer.alloc(PIECE)
  let position = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, PIECE, position)
    let text: string
    try {
      text = decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 })
    } catch {
      throw new InvalidBytes(encoding, await firstFault(file, encoding, position))
    }
    position += bytesRead
    if (text !== '') yield { text, bytes: position }
    if (bytesRead === 0) return
  }
}

/** Offset of the first invalid byte at or after the piece at `failed`, by decoding again in finer steps. */
async function firstFault(file: FileHandle, encoding: Encoding, failed: number): Promise<number> {
  let from = failed
  for (const step of [4096, 1]) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const buffer = Buffer.alloc(PIECE)
    let position = 0
    for (;;) {
      const size = position < from ? Math.min(PIECE, from - position) : step
      const { bytesRead } = await file.read(buffer, 0, size, position)
      try {
        decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 })
      } catch {
        from = position
        break
      }
      position += bytesRead
      if (bytesRead === 0) break
    }
  }
  return from
}

/** End of the last complete UTF-8 sequence of `buffer[0..length)`. */
function completeEnd(buffer: Uint8Array, length: number): number {
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = buffer[length - back]!
    if (byte < 0x80) return length
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? length - back : length
  }
  return length
}

/** How many characters beyond ASCII stand before the first fault, the last 64 KiB looked at. */
function charactersBeforeFault(piece: Uint8Array): number {
  let valid = 0
  let end = piece.length
  while (valid < end) {
    const middle = Math.ceil((valid + end) / 2)
    if (isUtf8(piece.subarray(0, completeEnd(piece, middle)))) valid = middle
    else end = middle - 1
  }
  let count = 0
  for (let i = Math.max(0, valid - 65_536); i < valid; i++) if (piece[i]! >= 0xc0) count++
  return count
}

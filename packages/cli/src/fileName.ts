import { createHash } from 'node:crypto'

/** Names that Windows keeps for devices, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Room that file systems leave for a name of UTF-8 bytes, with some to spare for an ending. */
const MOST_BYTES = 200

/**
 * An id as the name of a file: letters and digits of any script, `-`, `_` and dots inside stay, everything
 * else is percent-encoded. Two ids never share a name, and no name leaves its folder, hides, or is a device.
 */
export function fileNameOf(id: string): string {
  let name = id.replace(/[^\p{L}\p{N}_.-]/gu, encode).replace(/^\.|\.$/g, encode)
  if (RESERVED.test(name)) name = encode(name[0]!) + name.slice(1)
  if (Buffer.byteLength(name) <= MOST_BYTES) return name
  return `%${createHash('sha256').update(id).digest('hex')}`
}

function encode(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}

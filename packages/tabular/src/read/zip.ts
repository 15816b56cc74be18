import { createInflateRaw } from 'node:zlib'
import type { InputLimits } from '../limits.ts'

/** Why a ZIP container is refused before any of it is believed. */
export type ZipFault =
  | { readonly fault: 'limit'; readonly key: keyof InputLimits; readonly value: number }
  | { readonly fault: 'encrypted' }
  | { readonly fault: 'damaged'; readonly reason: string; readonly reasonEn: string }

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ABSENT_32 = 0xffff_ffff

/**
 * Checks a ZIP container against the limits: number of entries, declared sizes and ratios first, then what
 * really comes out of each entry, which may be neither more nor less than declared.
 *
 * @returns the names of its entries, or why it is refused.
 */
export async function checkZip(bytes: Buffer, limits: InputLimits): Promise<ReadonlySet<string> | ZipFault> {
  const entries = readDirectory(bytes, limits)
  if (!Array.isArray(entries)) return entries
  const sum = entries.reduce((total, entry) => total + entry.size, 0)
  if (sum > limits.inflatedBytes) return { fault: 'limit', key: 'inflatedBytes', value: sum }
  for (const { size, packed } of entries)
    if (size > limits.ratioFromBytes && size > packed * limits.zipRatio)
      return { fault: 'limit', key: 'zipRatio', value: Math.round(size / Math.max(1, packed)) }
  const names = new Set<string>()
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (names.has(entry.name)) return damaged('有同名条目', 'two entries have one name')
    names.add(entry.name)
    const start = dataStart(bytes, entry)
    if (start === undefined || start + entry.packed > bytes.length)
      return damaged('目录与内容不符', 'its directory does not agree with its content')
    if (entry.offset < end) return damaged('条目互相重叠', 'entries overlap')
    end = start + entry.packed
    const fault = await checkContent(entry, bytes.subarray(start, end), limits)
    if (fault !== undefined) return fault
  }
  return names
}

function readDirectory(bytes: Buffer, limits: InputLimits): Entry[] | ZipFault {
  const end = findEnd(bytes)
  if (end === undefined)
    return damaged('没有目录，可能下载或拷贝不完整', 'without a directory it may have been cut off')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > limits.zipEntries) return { fault: 'limit', key: 'zipEntries', value: count }
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      return damaged('目录不完整', 'its directory is incomplete')
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) return { fault: 'encrypted' }
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const sizes = bigSizes(extra, [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ])
    if (sizes === undefined) return damaged('目录中的长度无效', 'a length in its directory is not valid')
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      size: sizes[0],
      packed: sizes[1],
      offset: sizes[2],
    })
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Position of the end record; a comment of up to 65,535 bytes may follow it. */
function findEnd(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (bytes.readUInt32LE(at) === END) return at
  return undefined
}

/** Size, packed size and offset with those replaced that stand in the extra field of ZIP64. */
function bigSizes(extra: Buffer, sizes: [number, number, number]): [number, number, number] | undefined {
  if (!sizes.includes(ABSENT_32)) return sizes
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    for (const [index, size] of sizes.entries()) {
      if (size !== ABSENT_32) continue
      if (next + 8 > extra.length) return undefined
      sizes[index] = Number(extra.readBigUInt64LE(next))
      next += 8
    }
    return sizes
  }
  return undefined
}

/** Where the data of an entry begins by its local header. */
function dataStart(bytes: Buffer, { offset }: Entry): number | undefined {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return undefined
  return offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
}

/** Inflates an entry without keeping it. */
async function checkContent(entry: Entry, data: Buffer, limits: InputLimits): Promise<ZipFault | undefined> {
  if (entry.method === 0)
    return entry.size === entry.packed
      ? undefined
      : damaged('条目长度与目录不符', 'an entry is not as long as declared')
  if (entry.method !== 8) return damaged('使用了不支持的压缩方法', 'it uses an unknown compression method')
  // A text without any tag for this long is a cell above the limit, eight bytes for each character at most.
  const longest = /^xl\/(?:worksheets\/|sharedStrings)/.test(entry.name)
    ? limits.cellLength * 8
    : Number.POSITIVE_INFINITY
  const inflater = createInflateRaw({ chunkSize: 65_536 })
  inflater.end(data)
  let size = 0
  let untagged = 0
  try {
    for await (const chunk of inflater as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > entry.size) break
      const tag = chunk.lastIndexOf(0x3c)
      untagged = tag === -1 ? untagged + chunk.length : chunk.length - tag
      if (untagged > longest) return { fault: 'limit', key: 'cellLength', value: Math.floor(untagged / 8) }
    }
  } catch {
    return damaged('压缩数据已损坏', 'its compressed data is damaged')
  }
  return size === entry.size
    ? undefined
    : damaged('条目解压后的长度与目录不符', 'an entry inflates to another size than declared')
}

function damaged(reason: string, reasonEn: string): ZipFault {
  return {
    fault: 'damaged',
    reason: `工作簿的压缩包${reason}，请重新导出。`,
    reasonEn: `the ZIP container of the workbook is at fault, ${reasonEn}. Export it again.`,
  }
}

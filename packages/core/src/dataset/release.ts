/** ES2024, which every supported Node has. */
type Detachable = ArrayBufferLike & { transfer(length: number): ArrayBuffer }

/**
 * Gives the memory of a column back at once instead of when the collector comes by: with ten million rows
 * each column is 10 to 40 MB. The column must not be read afterwards.
 */
export function release(column: Uint32Array | Uint16Array | Uint8Array): void {
  const buffer = column.buffer as Detachable
  buffer.transfer(0)
}

import { XueshiError } from '@xueshi/core'

/** How much input is read before a file is refused with the problem `limit-exceeded`. */
export interface InputLimits {
  /** Files of one folder. */
  readonly files: number
  /** Bytes of one text file (read in pieces, never as a whole). */
  readonly textBytes: number
  /** Bytes of one workbook or JSON file (held in memory). */
  readonly bytes: number
  /** Rows of one file or sheet, title and header included. */
  readonly rows: number
  /** Cells of one row up to the last that is not empty. */
  readonly cellsPerRow: number
  /** Characters of one record of a text file, separators included. */
  readonly lineLength: number
  /** Characters of one cell. */
  readonly cellLength: number
  /** Entries of one ZIP container. */
  readonly zipEntries: number
  /** Bytes of all entries of one ZIP container, as declared and as inflated. */
  readonly inflatedBytes: number
  /** Inflated bytes per compressed byte of a ZIP entry above `ratioFromBytes`. */
  readonly zipRatio: number
  /** Inflated size from which `zipRatio` is enforced. */
  readonly ratioFromBytes: number
}

/** The limits that hold unless configured otherwise: well above a county of 250,000 members. */
export const inputLimits: InputLimits = {
  files: 2_000,
  textBytes: 4 * 1024 ** 3,
  bytes: 256 * 1024 ** 2,
  rows: 20_000_000,
  cellsPerRow: 1_024,
  lineLength: 1024 ** 2,
  cellLength: 65_536,
  zipEntries: 2_000,
  inflatedBytes: 512 * 1024 ** 2,
  zipRatio: 200,
  ratioFromBytes: 10 * 1024 ** 2,
}

/** Chinese names of the limits, for messages. */
export const LIMIT_NAMES: Readonly<Record<keyof InputLimits, string>> = {
  files: '文件数',
  textBytes: '文本文件字节数',
  bytes: '文件字节数',
  rows: '行数',
  cellsPerRow: '每行单元格数',
  lineLength: '单行字符数',
  cellLength: '单元格字符数',
  zipEntries: '压缩包条目数',
  inflatedBytes: '解压后字节数',
  zipRatio: '压缩比',
  ratioFromBytes: '压缩比起算字节数',
}

/**
 * The limits with changes applied.
 *
 * @throws XueshiError `usage` where a limit is unknown or no positive number.
 */
export function resolveLimits(changes: Partial<InputLimits> = {}): InputLimits {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(inputLimits, name) || !(typeof value === 'number' && value > 0))
      throw new XueshiError('usage', `不是有效的输入上限 / not a valid input limit: ${name}`, {
        hint: Object.keys(inputLimits).join(', '),
      })
  }
  return { ...inputLimits, ...changes }
}

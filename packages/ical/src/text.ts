const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** One digit, half or full width. */
const D = '[0-9０-９]'
/** What people put between the digits of a number. */
const GAP = '[ \\-－—–·.]'
/**
 * Numbers that name a person: citizen numbers of 18 and 15 digits (grouped too, or as a spreadsheet writes
 * them, 5.2E+17), mobile numbers, land lines, and whatever follows a word for telephone.
 */
const PERSONAL_NUMBER = new RegExp(
  [
    `${D}{6}${GAP}?${D}{8}${GAP}?${D}{3}[0-9０-９XxＸｘ]`,
    `${D}{11,}[XxＸｘ]?`,
    `(?<!${D})[1１][3-9３-９]${D}${GAP}${D}{4}${GAP}${D}{4}(?!${D})`,
    `(?<!${D})[(（]?[0０]${D}{2,3}[)）]?${GAP}?${D}{7,8}(?!${D})`,
    `${D}\\.${D}+[Ee]\\+?${D}{2}`,
    `(?<=(?:电话|手机|座机|联系方式|[Tt]el|[Pp]hone)[^0-9０-９\\n]{0,6})${D}{3,4}${GAP}?${D}{4}(?!${D})`,
  ].join('|'),
  'g',
)

/**
 * A text as a feed may show it: no control or bidirectional character, no half of a surrogate pair, line
 * breaks as `\n`, and numbers that name a person replaced by `***`.
 */
export function feedText(value: string): string {
  return value
    .replace(LINE_BREAK, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(PERSONAL_NUMBER, '***')
    .trim()
}

/** {@link feedText} on one line, for summaries, places and names. */
export function feedLine(value: string): string {
  return feedText(value.replace(LINE_BREAK, ' '))
}

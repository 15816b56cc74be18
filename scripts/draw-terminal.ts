/**
 * Draws what a program printed as a picture of a terminal: text from standard input, SVG to standard output.
 * Columns are kept whatever fonts the reader has: every run of characters states where it starts and how wide
 * it is, and a Chinese character takes two columns. Colours of the terminal are kept. With numbers given, the
 * parts that begin with ━━ or ■ are cut after so many lines each. Paths below the working folder lose it.
 *
 *     pnpm -s demo | node scripts/draw-terminal.ts 'npx -y pnpm@12.21.0 demo' 6 22 16 6 0 15 > docs/images/demo.svg
 */
import { readFileSync } from 'node:fs'

const COLUMN = 8.4
const LINE = 20
const MARGIN = 20
const BAR = 36
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are coloured by escape sequences
const SEQUENCE = /\u001b\[([\d;]*)m/g
const PAPER = '#1e2227'
const INK = '#d7dae0'
const COLORS: Readonly<Record<number, string>> = {
  31: '#e06c75',
  32: '#98c379',
  33: '#e5c07b',
  34: '#61afef',
  35: '#c678dd',
  36: '#56b6c2',
  90: '#7f848e',
}

interface Style {
  readonly color: string
  readonly bold: boolean
}

interface Run extends Style {
  readonly text: string
  readonly column: number
  readonly columns: number
  readonly wide: boolean
}

/** Columns that a character takes: none for joining marks, two for East-Asian wide ones. */
function columnsOf(character: string): number {
  if (/\p{Mn}|\p{Cf}/u.test(character)) return 0
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 2
    : 1
}

/** The style after one code of a colour sequence. */
function restyled(style: Style, code: number): Style {
  if (code === 0) return { color: INK, bold: false }
  if (code === 1) return { ...style, bold: true }
  if (code === 2) return { ...style, color: COLORS[90]! }
  if (code === 22) return { color: style.color === COLORS[90] ? INK : style.color, bold: false }
  if (code === 39) return { ...style, color: INK }
  return { ...style, color: COLORS[code] ?? style.color }
}

/** A line as runs of one style and one width of characters; blanks are left out. */
function runsOf(line: string): Run[] {
  const runs: Run[] = []
  let style: Style = { color: INK, bold: false }
  let column = 0
  // Every second part is what stands between the characters of a sequence.
  for (const [index, part] of line.split(SEQUENCE).entries()) {
    if (index % 2 === 1) {
      style = part.split(';').map(Number).reduce(restyled, style)
      continue
    }
    let width = 0
    for (const character of part) {
      const columns = columnsOf(character)
      const last = runs.at(-1)
      if (character === ' ') width = 0
      else if (
        last !== undefined &&
        width === columns &&
        last.column + last.columns === column &&
        last.color === style.color
      )
        runs[runs.length - 1] = { ...last, text: last.text + character, columns: last.columns + columns }
      else runs.push({ text: character, column, columns, wide: columns === 2, ...style })
      if (character !== ' ') width = columns
      column += columns
    }
  }
  return runs
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function drawn(text: string, title: string): string {
  const lines = text.replace(/\s+$/, '').split('\n').map(runsOf)
  const columns = Math.max(
    60,
    ...lines.map((runs) => (runs.at(-1)?.column ?? 0) + (runs.at(-1)?.columns ?? 0)),
  )
  const width = Math.ceil(columns * COLUMN + 2 * MARGIN)
  const height = BAR + lines.length * LINE + MARGIN
  const place = (value: number): string => String(Math.round(value * 10) / 10)
  const body = lines.flatMap((runs, row) =>
    runs.map(({ text: run, column, columns: span, wide, color, bold }) => {
      const at = `x="${place(MARGIN + column * COLUMN)}" y="${BAR + row * LINE + 14}" textLength="${place(span * COLUMN)}"`
      const look = `${wide ? ' font-size="15.5"' : ''}${color === INK ? '' : ` fill="${color}"`}${bold ? ' font-weight="bold"' : ''}`
      return `<text ${at}${look}>${escaped(run)}</text>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="${PAPER}"/>
<circle cx="20" cy="18" r="6" fill="#e06c75"/><circle cx="40" cy="18" r="6" fill="#e5c07b"/><circle cx="60" cy="18" r="6" fill="#98c379"/>
<text x="${width / 2}" y="22" text-anchor="middle" fill="#7f848e" font-family="sans-serif" font-size="12">${escaped(title)}</text>
<g fill="${INK}" font-family="ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', monospace" font-size="14">
${body.join('\n')}
</g>
</svg>
`
}

/** The text with each part that begins with ━━ or ■ cut after so many lines; of none of them nothing is left. */
function folded(text: string, limits: readonly number[]): string {
  const parts: string[][] = []
  for (const line of text.trim().split('\n')) {
    if (parts.length === 0 || /^(?:━━|■)/.test(line.replaceAll(SEQUENCE, ''))) parts.push([])
    parts.at(-1)!.push(line)
  }
  return parts
    .flatMap((lines, index) => {
      const limit = limits[index] ?? lines.length
      if (limit === 0) return []
      return lines.length <= limit ? lines : [...lines.slice(0, limit), '…', '']
    })
    .join('\n')
}

const [title = 'demo', ...limits] = process.argv.slice(2)
const printed = readFileSync(0, 'utf8').replaceAll('\r\n', '\n').replaceAll(`${process.cwd()}/`, '')
process.stdout.write(drawn(limits.length === 0 ? printed : folded(printed, limits.map(Number)), title))

/** The words clerks write opening hours with, as patterns over a text in half-width form. */

/** What one piece of the text says. */
export type OpeningToken =
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
  | { readonly kind: 'days'; readonly days: 'every-day' | 'workdays' | 'rest-days' | 'holidays' }
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  | { readonly kind: 'since'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'except' }
  | { readonly kind: 'except-end' }
  | { readonly kind: 'note' }

const DASH = '(?:[-‐‑‒–—―−~〜]+|至|到)'
const PREFIX = '上午|早上|早|中午|下午|晚上|晚间|晚'
const CLOCK = `(${PREFIX})?(\\d{1,2})(?::(\\d{2})(?::00)?|[点时](?:(半)|(\\d{1,2})分?|整)?)?`
const WEEK = '(?:周|星期|礼拜)'
// A figure is a day of the week only where it is not the hour of a time.
const DAY = '(?:[一二三四五六日天]|[1-7](?![\\d:点时]))'
const DAYS = `${DAY}(?:${DASH}${WEEK}?${DAY})?`
const WEEKDAYS = `${WEEK}${DAYS}(?:[、,和及与/]?${WEEK}?${DAYS})*`

const TIMES = new RegExp(`^${CLOCK}${DASH}${CLOCK}$`)
const NUMBER: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 }

type Reader = (words: string) => OpeningToken | undefined

const always =
  (token: OpeningToken): Reader =>
  () =>
    token

/** In the order in which they are tried. */
const PATTERNS: readonly (readonly [pattern: RegExp, read: Reader])[] = [
  [/[自从]?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|开始)/y, readSince],
  [new RegExp(`${CLOCK}(?:停止|前)(?:入馆|入场|入园|进馆|进场|检票|领票)`, 'y'), always({ kind: 'note' })],
  [/全天候?|全日|24小时/y, always({ kind: 'span', from: 0, to: 1440 })],
  [new RegExp(`${CLOCK}${DASH}${CLOCK}`, 'y'), readSpan],
  [/每天|每日|天天/y, always({ kind: 'days', days: 'every-day' })],
  [/非工作日|休息日/y, always({ kind: 'days', days: 'rest-days' })],
  [/工作日/y, always({ kind: 'days', days: 'workdays' })],
  [
    /(?:国家)?法定(?:节假日|节日|假日|假期)|国定假日|节假日|节日/y,
    always({ kind: 'days', days: 'holidays' }),
  ],
  [/周末|双休日/y, always({ kind: 'weekdays', weekdays: [6, 7] })],
  [new RegExp(WEEKDAYS, 'y'), readWeekdays],
  [/闭馆|休馆|闭园|休息|不对外开放|不开放|停止开放|关闭|除外/y, always({ kind: 'closed' })],
  [/除(?:了)?/y, always({ kind: 'except' })],
  [/(?:以|之)?外/y, always({ kind: 'except-end' })],
  [/(?:均)?需?(?:请)?(?:要)?(?:提前)?(?:\d+[天日])?预约(?:参观|使用)?|免费/y, always({ kind: 'note' })],
  [
    /开放时间|营业时间|对外开放|(?:照常)?开放|时间|为|均|[\s,;、:。.|/()[\]和及与]+/y,
    always({ kind: 'note' }),
  ],
]

/**
 * The pieces of a text in order, or the part that cannot be read.
 */
export function readWords(written: string): readonly OpeningToken[] | { readonly unread: string } {
  const text = written.normalize('NFKC')
  const tokens: OpeningToken[] = []
  for (let at = 0; at < text.length; ) {
    const found = wordAt(text, at)
    if (found === undefined) return { unread: text.slice(at) }
    tokens.push(found.token)
    at += found.length
  }
  return tokens
}

function wordAt(text: string, at: number): { token: OpeningToken; length: number } | undefined {
  for (const [pattern, read] of PATTERNS) {
    pattern.lastIndex = at
    const words = pattern.exec(text)?.[0]
    if (words === undefined) continue
    const token = read(words)
    // What looks like a time or a date and is none is not read as something else.
    return token === undefined ? undefined : { token, length: words.length }
  }
  return undefined
}

function readSince(words: string): OpeningToken {
  const [year, month = 1, day = 1] = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return { kind: 'since', year: year!, month, day }
}

function readSpan(words: string): OpeningToken | undefined {
  const match = TIMES.exec(words)!
  const [
    ,
    prefix,
    hour,
    minute,
    half,
    minutes,
    laterPrefix,
    laterHour,
    laterMinute,
    laterHalf,
    laterMinutes,
  ] = match
  // 9-17 says hours only where one of them says so: 9-17点.
  if (!/[:点时]/.test(words)) return undefined
  const from = minuteOf(prefix, hour!, half === undefined ? (minute ?? minutes) : '30')
  const to = minuteOf(
    laterPrefix ?? prefix,
    laterHour!,
    laterHalf === undefined ? (laterMinute ?? laterMinutes) : '30',
  )
  return from === undefined || to === undefined || to <= from ? undefined : { kind: 'span', from, to }
}

/** Minutes after midnight of a time of 24 hours, or of 12 with a word for the part of the day. */
function minuteOf(prefix: string | undefined, hours: string, minutes = '0'): number | undefined {
  const hour = Number(hours)
  const minute = Number(minutes)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  const isLate = prefix === '下午' || prefix?.startsWith('晚') === true
  const isNoon = prefix === '中午' && hour < 11
  return ((isLate || isNoon) && hour < 12 ? hour + 12 : hour) * 60 + minute
}

function readWeekdays(words: string): OpeningToken {
  const weekdays = new Set<number>()
  const range = new RegExp(`(${DAY})(?:(${DASH})${WEEK}?(${DAY}))?`, 'g')
  for (const [, first, , last] of words.matchAll(range)) {
    const from = weekdayOf(first!)
    const to = last === undefined ? from : weekdayOf(last)
    for (let day = from; ; day = (day % 7) + 1) {
      weekdays.add(day)
      if (day === to) break
    }
  }
  return { kind: 'weekdays', weekdays: [...weekdays].sort((a, b) => a - b) }
}

function weekdayOf(word: string): number {
  return NUMBER[word] ?? Number(word)
}

import { all, type Component, contentLines, parseCalendar } from './ics.ts'

export interface LintFinding {
  readonly rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R10' | 'R11' | 'grammar'
  readonly message: string
}

const URI_PROPERTIES = ['URL', 'ATTACH', 'SOURCE', 'IMAGE', 'CONFERENCE', 'TZURL']

/** What a file breaks of the writer rules that can be seen in one file. */
export function lint(bytes: Uint8Array): LintFinding[] {
  const findings: LintFinding[] = []
  const say = (rule: LintFinding['rule'], message: string) => findings.push({ rule, message })
  lintLines(bytes, say)
  const ics = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const text = ics.endsWith('\r\n') ? ics : `${ics}\r\n`
  for (const line of contentLines(text)) {
    if (/^(DTSTAMP|CREATED|LAST-MODIFIED)\b(?!:\d{8}T\d{6}Z$)/.test(line)) say('R2', line)
    if (/^(METHOD|ATTENDEE|ORGANIZER)\b/.test(line)) say('R5', line)
    const uri = URI_PROPERTIES.find((name) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    if (uri !== undefined && /[,;\\\s]/.test(line.slice(line.indexOf(':') + 1))) say('R7', line)
    if (line.startsWith('TIMEZONE-ID')) say('R1', line)
  }
  let calendar: Component
  try {
    calendar = parseCalendar(text)
  } catch (error) {
    say('grammar', String(error))
    return findings
  }
  lintCalendar(calendar, say)
  return findings
}

type Say = (rule: LintFinding['rule'], message: string) => void

function lintLines(bytes: Uint8Array, say: Say): void {
  const buffer = Buffer.from(bytes)
  if (buffer.subarray(-2).toString('latin1') !== '\r\n') say('R3', 'the file does not end in CRLF')
  const strict = new TextDecoder('utf-8', { fatal: true })
  for (const line of buffer.toString('latin1').split('\r\n')) {
    const octets = Buffer.from(line, 'latin1')
    if (octets.length > 75) say('R3', `a line of ${octets.length} octets`)
    try {
      strict.decode(octets)
    } catch {
      say('R3', 'a line that is no UTF-8 by itself')
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) say('R3', 'a control character or a bare line break')
  }
}

function lintCalendar(calendar: Component, say: Say): void {
  for (const name of ['VERSION', 'PRODID']) if (all(calendar, name).length !== 1) say('grammar', name)
  for (const name of ['NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL', 'X-PUBLISHED-TTL'])
    if (all(calendar, name).length !== 1) say('R6', `${all(calendar, name).length} ${name}`)
  for (const property of [...all(calendar, 'NAME'), ...all(calendar, 'X-WR-CALNAME')])
    if (/(?:^|[^\\])(?:\\\\)*[;,]/.test(property.raw)) say('R6', `not escaped: ${property.raw}`)
  const zones = calendar.components.filter(({ name }) => name === 'VTIMEZONE')
  if (zones.length !== 1 || all(zones[0]!, 'TZID')[0]?.raw !== 'Asia/Shanghai')
    say('R1', 'no VTIMEZONE Asia/Shanghai')
  const uids = new Set<string>()
  for (const event of calendar.components.filter(({ name }) => name === 'VEVENT')) {
    const [uid, ...more] = all(event, 'UID')
    if (uid === undefined || more.length > 0 || uids.has(uid.raw)) say('R4', `UID ${uid?.raw}`)
    else uids.add(uid.raw)
    if (all(event, 'DTSTAMP').length !== 1) say('grammar', 'DTSTAMP')
    const status = all(event, 'STATUS')
    if (status.length !== 1 || !/^(CONFIRMED|TENTATIVE|CANCELLED)$/.test(status[0]!.raw)) say('R10', 'STATUS')
    lintTimes(event, say)
  }
}

function lintTimes(event: Component, say: Say): void {
  const [start, ...more] = all(event, 'DTSTART')
  const [end, ...ends] = all(event, 'DTEND')
  if (start === undefined || more.length > 0 || ends.length > 0) {
    say('grammar', 'DTSTART, DTEND')
    return
  }
  for (const time of end === undefined ? [start] : [start, end]) {
    if (time.parameters.VALUE === 'DATE') continue
    if (time.parameters.TZID !== 'Asia/Shanghai' || !/^\d{8}T\d{6}$/.test(time.raw))
      say('R1', `${time.name}:${time.raw}`)
  }
  if (end !== undefined && end.parameters.VALUE !== start.parameters.VALUE) say('R11', 'a day and a time')
  if (end !== undefined && end.raw <= start.raw) say('R11', `${start.raw} to ${end.raw}`)
  if (end === undefined && start.parameters.VALUE === 'DATE') say('R11', 'a day without its end')
}

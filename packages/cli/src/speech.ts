import { type Locale, XueshiError } from '@xueshi/core'
import type { Io, Output } from './io.ts'

/** Diagnostics of one run, in its language, on stderr. */
export interface Speech {
  readonly locale: Locale
  /** The Chinese or the English text. */
  say(zh: string, en: string): string
  /** A line on stderr. */
  note(zh: string, en: string): void
  /** Progress: on a terminal one line that is written over, else nothing. */
  progress(zh: string, en: string): void
}

/** Speaks in a language on stderr. */
export function speechFor(io: Io, locale: Locale): Speech {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh)
  let open = false
  const clear = () => {
    if (open) io.stderr.write('\r\u001b[K')
    open = false
  }
  return {
    locale,
    say,
    note(zh, en) {
      clear()
      io.stderr.write(`${say(zh, en)}\n`)
    },
    progress(zh, en) {
      if (!io.stderr.isTTY) return
      clear()
      const text = say(zh, en)
      if (text === '') return
      io.stderr.write(text)
      open = true
    },
  }
}

/** Writes an error for a person: what is wrong, and what to do. */
export function writeError(error: unknown, stderr: Output, locale: Locale): void {
  const label = locale === 'en' ? 'error' : '错误'
  if (!(error instanceof XueshiError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    stderr.write(`xueshi: ${label}: ${text}\n`)
    return
  }
  stderr.write(`xueshi: ${label} [${error.code}] ${error.message}\n`)
  if (error.where !== undefined && !error.message.includes(error.where)) stderr.write(`  @ ${error.where}\n`)
  if (error.hint !== undefined && !error.message.includes(error.hint)) stderr.write(`  → ${error.hint}\n`)
}

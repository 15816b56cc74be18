import type { CivilDate } from '@xueshi/core'

/** Today in Asia/Shanghai. The only place of Xueshi that reads a clock. */
export function todayInShanghai(): CivilDate {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format()
}

import type { Rule } from '@xueshi/core'
import checksums from './checksums/rule.ts'
import dateOrder from './date-order/rule.ts'
import doubleCount from './double-count/rule.ts'
import hourSanity from './hour-sanity/rule.ts'

/** The checks of the data itself, in order of id. */
export const dataRules: readonly Rule[] = [checksums, dateOrder, doubleCount, hourSanity]

import type { Rule } from '@xueshi/core'
import approval from './period/approval/requirement.ts'
import extension from './period/extension/rule.ts'
import length from './period/length/requirement.ts'
import limit from './period/limit/rule.ts'
import timely from './period/timely/rule.ts'

/** The rules on probation, in order of id. */
export const probationRules: readonly Rule[] = [approval, extension, length, limit, timely]

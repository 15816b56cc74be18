import type { Rule } from '@xueshi/core'
import chair from './chair/rule.ts'
import committeeQuorum from './committee-quorum/rule.ts'
import admission from './quorum/admission/rule.ts'
import election from './quorum/election/rule.ts'
import ordinary from './quorum/ordinary/rule.ts'

/** The rules on single meetings, in order of id. */
export const meetingRules: readonly Rule[] = [chair, committeeQuorum, admission, election, ordinary]

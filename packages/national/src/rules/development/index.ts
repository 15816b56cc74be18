import type { Rule } from '@xueshi/core'
import consent from './activist/consent/rule.ts'
import contactPersons from './activist/contact-persons/rule.ts'
import duration from './activist/duration/requirement.ts'
import notice from './activist/notice/rule.ts'
import reviews from './activist/reviews/requirement.ts'
import countyAnalysis from './annual-analysis/county/requirement.ts'
import annualAnalysis from './annual-analysis/requirement.ts'
import annualReport from './annual-report/requirement.ts'
import applicantTalk from './deadlines/applicant-talk/requirement.ts'
import approval from './deadlines/approval/requirement.ts'
import approvalLimit from './deadlines/approval-limit/requirement.ts'
import branchMeeting from './deadlines/branch-meeting/requirement.ts'
import oath from './deadlines/oath/requirement.ts'
import barredIntroducer from './introducer/barred/rule.ts'
import introducer from './introducer/rule.ts'
import sanctionedIntroducer from './introducer/sanctioned/rule.ts'
import politicalReview from './political-review/requirement.ts'
import trainingGate from './target-training/gate/requirement.ts'
import trainingMode from './target-training/mode/requirement.ts'
import targetTraining from './target-training/requirement.ts'

/** The rules on developing members, in order of id. */
export const developmentRules: readonly Rule[] = [
  consent,
  contactPersons,
  duration,
  notice,
  reviews,
  annualAnalysis,
  countyAnalysis,
  annualReport,
  applicantTalk,
  approval,
  approvalLimit,
  branchMeeting,
  oath,
  introducer,
  barredIntroducer,
  sanctionedIntroducer,
  politicalReview,
  targetTraining,
  trainingGate,
  trainingMode,
]

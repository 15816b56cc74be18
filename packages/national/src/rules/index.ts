import type { Rule } from '@xueshi/core'
import committeeMeeting from './branch/committee-meeting/requirement.ts'
import committeeSize from './branch/committee-size/requirement.ts'
import democraticAppraisal from './branch/democratic-appraisal/requirement.ts'
import branchForm from './branch/form/requirement.ts'
import generalMeeting from './branch/general-meeting/requirement.ts'
import groupMeeting from './branch/group-meeting/requirement.ts'
import orgLifeMeeting from './branch/org-life-meeting/requirement.ts'
import orgLifeMeetingQ4 from './branch/org-life-meeting-q4/requirement.ts'
import partyHistoryStudy from './branch/party-history-study/requirement.ts'
import branchSize from './branch/size/requirement.ts'
import themeDay from './branch/theme-day/requirement.ts'
import quarterlyStudy from './center-group/quarterly-study/requirement.ts'
import orgForm from './committee/org-form/rule.ts'
import targetTraining from './development/target-training/requirement.ts'
import democraticLifeMeeting from './leader/democratic-life-meeting/requirement.ts'
import democraticLifeMeetingQ4 from './leader/democratic-life-meeting-q4/requirement.ts'
import dualLife from './leader/dual-life/requirement.ts'
import absenceSixMonths from './member/absence-6-months/requirement.ts'
import annualCentralTraining from './member/annual-central-training/requirement.ts'
import annualHours from './member/annual-hours/requirement.ts'
import secretaryLecture from './party-group/secretary-lecture/requirement.ts'
import secretaryHours from './secretary/annual-hours/requirement.ts'
import annualRotation from './secretary/annual-rotation/requirement.ts'

/** The rules, in order of id. */
export const rules: readonly Rule[] = [
  committeeMeeting,
  committeeSize,
  democraticAppraisal,
  branchForm,
  generalMeeting,
  groupMeeting,
  orgLifeMeeting,
  orgLifeMeetingQ4,
  partyHistoryStudy,
  branchSize,
  themeDay,
  quarterlyStudy,
  orgForm,
  targetTraining,
  democraticLifeMeeting,
  democraticLifeMeetingQ4,
  dualLife,
  absenceSixMonths,
  annualCentralTraining,
  annualHours,
  secretaryLecture,
  secretaryHours,
  annualRotation,
]

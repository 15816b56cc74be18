import type { Rule } from '@xueshi/core'
import committeeMeeting from './branch/committee-meeting/requirement.ts'
import committeeSize from './branch/committee-size/requirement.ts'
import democraticAppraisal from './branch/democratic-appraisal/requirement.ts'
import branchForm from './branch/form/requirement.ts'
import branchFoundingApproval from './branch/founding-approval/requirement.ts'
import generalMeeting from './branch/general-meeting/requirement.ts'
import groupMeeting from './branch/group-meeting/requirement.ts'
import orgLifeMeeting from './branch/org-life-meeting/requirement.ts'
import orgLifeMeetingQ4 from './branch/org-life-meeting-q4/requirement.ts'
import partyHistoryStudy from './branch/party-history-study/requirement.ts'
import branchPartyLecture from './branch/party-lecture/requirement.ts'
import branchSecretarySeniority from './branch/secretary-seniority/rule.ts'
import branchSize from './branch/size/requirement.ts'
import talkMatrix from './branch/talk-matrix/rule.ts'
import branchTerm from './branch/term/rule.ts'
import themeDay from './branch/theme-day/requirement.ts'
import themeDayFixed from './branch/theme-day-fixed/rule.ts'
import branchVacancy from './branch/vacancy/rule.ts'
import cadreAnnualTraining from './cadre/annual-training/requirement.ts'
import cadreClassLeave from './cadre/class-leave/rule.ts'
import cadreFiveYearTraining from './cadre/five-year-training/requirement.ts'
import cadreOnlineHours from './cadre/online-hours/rule.ts'
import centerGroupPartyHistory from './center-group/party-history/requirement.ts'
import studyPlan from './center-group/plan-and-report/plan/requirement.ts'
import studyReport from './center-group/plan-and-report/report/requirement.ts'
import quarterlyStudy from './center-group/quarterly-study/requirement.ts'
import committeeCentralTraining from './committee/annual-central-training/requirement.ts'
import committeeRotation from './committee/annual-rotation/requirement.ts'
import cadreAssembly from './committee/cadre-assembly/requirement.ts'
import educationReport from './committee/education-report/requirement.ts'
import orgForm from './committee/org-form/rule.ts'
import branchWorkReview from './county/branch-work-review/requirement.ts'
import { dataRules } from './data/index.ts'
import { developmentRules } from './development/index.ts'
import democraticLifeMeeting from './leader/democratic-life-meeting/requirement.ts'
import democraticLifeMeetingQ4 from './leader/democratic-life-meeting-q4/requirement.ts'
import democraticLifeMeetingQuorum from './leader/democratic-life-meeting-quorum/rule.ts'
import dualLife from './leader/dual-life/requirement.ts'
import { meetingRules } from './meeting/index.ts'
import abroadContact from './member/abroad-contact/requirement.ts'
import absenceSixMonths from './member/absence-6-months/requirement.ts'
import annualCentralTraining from './member/annual-central-training/requirement.ts'
import annualHours from './member/annual-hours/requirement.ts'
import appraisalCovered from './member/appraisal-covered/requirement.ts'
import exemptHomeLearning from './member/exempt-home-learning/requirement.ts'
import mobileFollowUp from './member/mobile-follow-up/requirement.ts'
import newMemberTraining from './member/new-member-training/requirement.ts'
import singleBranch from './member/single-branch/rule.ts'
import secretaryLecture from './party-group/secretary-lecture/requirement.ts'
import { probationRules } from './probation/index.ts'
import dutyReportToMembers from './secretary/annual-duty-report/members/requirement.ts'
import dutyReportToUpper from './secretary/annual-duty-report/upper/requirement.ts'
import secretaryHours from './secretary/annual-hours/requirement.ts'
import annualRotation from './secretary/annual-rotation/requirement.ts'
import careTalk from './secretary/care-talk/rule.ts'
import inductionTraining from './secretary/induction-training/requirement.ts'
import staffRotation from './staff/rotation-training/requirement.ts'

/** The rules, in order of id. */
export const rules: readonly Rule[] = [
  committeeMeeting,
  committeeSize,
  democraticAppraisal,
  branchForm,
  branchFoundingApproval,
  generalMeeting,
  groupMeeting,
  orgLifeMeetingQ4,
  orgLifeMeeting,
  partyHistoryStudy,
  branchPartyLecture,
  branchSecretarySeniority,
  branchSize,
  talkMatrix,
  branchTerm,
  themeDayFixed,
  themeDay,
  branchVacancy,
  cadreAnnualTraining,
  cadreClassLeave,
  cadreFiveYearTraining,
  cadreOnlineHours,
  centerGroupPartyHistory,
  studyPlan,
  studyReport,
  quarterlyStudy,
  committeeCentralTraining,
  committeeRotation,
  cadreAssembly,
  educationReport,
  orgForm,
  branchWorkReview,
  democraticLifeMeetingQ4,
  democraticLifeMeetingQuorum,
  democraticLifeMeeting,
  dualLife,
  abroadContact,
  absenceSixMonths,
  annualCentralTraining,
  annualHours,
  appraisalCovered,
  exemptHomeLearning,
  mobileFollowUp,
  newMemberTraining,
  singleBranch,
  secretaryLecture,
  dutyReportToMembers,
  dutyReportToUpper,
  secretaryHours,
  annualRotation,
  careTalk,
  inductionTraining,
  staffRotation,
  ...dataRules,
  ...developmentRules,
  ...meetingRules,
  ...probationRules,
]

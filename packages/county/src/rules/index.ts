import type { Rule } from '@xueshi/core'
import documentStudy from './branch/document-study/rule.ts'
import fieldSessions from './branch/field-sessions/rule.ts'
import fieldShare from './branch/field-share/rule.ts'
import lecturerRota from './branch/lecturer-rota/rule.ts'
import readingList from './campaign/reading-list/rule.ts'
import readingPlan from './campaign/reading-plan/requirement.ts'
import requiredItems from './campaign/required-items/rule.ts'
import bulletin from './center-group/bulletin/requirement.ts'
import observed from './center-group/observed/rule.ts'
import reportAfterStudy from './center-group/report-after-study/rule.ts'
import classQuota from './class/quota/rule.ts'
import monthlyService from './development/monthly-service/rule.ts'
import monthlyTheme from './development/monthly-theme/rule.ts'
import monthlyInspection from './online/monthly-inspection/requirement.ts'
import disciplineTopics from './post/discipline-topics/requirement.ts'
import rotationAssessed from './rotation/assessed/rule.ts'
import rotationCoverage from './rotation/coverage/rule.ts'
import rotationMaterials from './rotation/materials/rule.ts'
import rotationSelfStudy from './rotation/self-study/rule.ts'
import doubleReport from './service/double-report/rule.ts'
import staffNonMembers from './staff/non-members/rule.ts'
import staffRegister from './staff/register/rule.ts'

/** All rules of the plugin, in order of id. */
export const rules: readonly Rule[] = [
  documentStudy,
  fieldSessions,
  fieldShare,
  lecturerRota,
  readingList,
  readingPlan,
  requiredItems,
  bulletin,
  observed,
  reportAfterStudy,
  classQuota,
  monthlyService,
  monthlyTheme,
  monthlyInspection,
  disciplineTopics,
  rotationAssessed,
  rotationCoverage as Rule,
  rotationMaterials,
  rotationSelfStudy,
  doubleReport,
  staffNonMembers,
  staffRegister,
]

import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { leastSessions } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { organizationalLife } = branchWork2018.sentences

/** 支部条例 Art. 17 ¶1, the words 一般安排在第四季度. */
export default defineRequirement({
  id: 'branch/org-life-meeting-q4',
  title: words('组织生活会安排在第四季度', 'Organizational life meeting in the fourth quarter'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['org-life-meeting'], organizer: 'own-or-groups', quarter: 4 },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: [
    'branch/org-life-meeting',
    'branch/democratic-appraisal',
    'branch/general-meeting',
    'branch/committee-meeting',
    'branch/group-meeting',
    'branch/theme-day',
  ],
  strength: 'usual',
  assurance: 'verified',
  parameters: { sessions: leastSessions(1, branchWork2018.inForce, organizationalLife) },
  citations: [organizationalLife],
  uncoded: [
    usualOnly,
    words(
      '“也可以根据工作需要随时召开”：上级统一改期到次年第一季度的，请用豁免记录说明。',
      '“也可以根据工作需要随时召开” (may be held whenever needed): where an upper organization moves it to the next first quarter, record a waiver.',
    ),
  ],
  summary: words(
    '党支部每年的组织生活会，一般至少有{sessions}次安排在第四季度。',
    'Usually at least {sessions} organizational life meeting(s) of a branch fall in the fourth quarter.',
  ),
  advice: words(
    '请在10月1日至12月31日之间召开组织生活会；按上级安排改期的，请登记豁免（事由、批准人、文号）。',
    'Hold the meeting between 1 October and 31 December; where it was moved by order, record a waiver with reason, approver and document number.',
  ),
})

import { defineRequirement } from '@xueshi/core'
import { democraticLife2016 } from '../../../instruments/democratic-life-2016.ts'
import { leastSessions } from '../../parameters.ts'
import { leadershipOfCountyOrgan } from '../../who.ts'
import { usualOnly, words } from '../../wording.ts'

const { scope, yearly } = democraticLife2016.sentences

/** 民主生活会规定, the words 一般安排在第四季度. */
export default defineRequirement({
  id: 'leader/democratic-life-meeting-q4',
  title: words('班子民主生活会安排在第四季度', 'Democratic life meeting in the fourth quarter'),
  subject: 'organization',
  who: leadershipOfCountyOrgan,
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['democratic-life-meeting'], quarter: 4 },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: ['leader/democratic-life-meeting'],
  strength: 'usual',
  assurance: 'quoted',
  parameters: { sessions: leastSessions(1, democraticLife2016.inForce, yearly) },
  citations: [yearly, scope],
  uncoded: [
    usualOnly,
    words(
      '“因特殊情况需要提前或者延期召开的，应当报上级党组织同意”：同意手续不在数据中，请登记豁免。',
      '“因特殊情况需要提前或者延期召开的，应当报上级党组织同意”: consent is not in the data; record a waiver.',
    ),
  ],
  summary: words(
    '县级机关党组（党委）领导班子的民主生活会，一般每年至少有{sessions}次安排在第四季度。',
    'Usually at least {sessions} democratic life meeting(s) of the leadership of a county organ fall in the fourth quarter.',
  ),
  advice: words(
    '请在10月1日至12月31日之间召开；经上级党组织同意改期的，请登记豁免（事由、批准人、文号）。',
    'Hold the meeting between 1 October and 31 December; where moved with consent, record a waiver with reason, approver and document number.',
  ),
})

import { defineRequirement } from '@xueshi/core'
import { democraticLife2016 } from '../../../instruments/democratic-life-2016.ts'
import { leastSessions } from '../../parameters.ts'
import { leadershipOfCountyOrgan } from '../../who.ts'
import { words } from '../../wording.ts'

const { scope, yearly } = democraticLife2016.sentences

/** 民主生活会规定, the yearly rule. */
export default defineRequirement({
  id: 'leader/democratic-life-meeting',
  title: words('班子民主生活会每年召开', 'Democratic life meeting each year'),
  subject: 'organization',
  who: leadershipOfCountyOrgan,
  window: { each: 'year' },
  demand: {
    measure: 'sessions',
    count: { kinds: ['democratic-life-meeting'] },
    atLeast: { parameter: 'sessions' },
  },
  joinableWith: ['leader/democratic-life-meeting-q4'],
  strength: 'must',
  assurance: 'quoted',
  parameters: { sessions: leastSessions(1, democraticLife2016.inForce, yearly) },
  citations: [yearly, scope],
  uncoded: [
    words(
      '“因特殊情况需要提前或者延期召开的，应当报上级党组织同意”：同意手续不在数据中，延期到次年的请登记豁免。',
      '“因特殊情况需要提前或者延期召开的，应当报上级党组织同意”: consent is not in the data; record a waiver where it was put off to the next year.',
    ),
    words(
      '到会人数须达三分之二以上：另有规则。',
      'Attendance of at least two thirds belongs to another rule.',
    ),
    words(
      '遇重要或者普遍性问题等情形应当专门召开的民主生活会：由事件引起，不在此核对。',
      'Special meetings called for by events (major faults, cases of discipline) are not checked.',
    ),
  ],
  summary: words(
    '县级机关党组（党委）领导班子每年至少召开{sessions}次民主生活会。',
    'The leadership of a county organ holds at least {sessions} democratic life meeting(s) each year.',
  ),
  advice: words(
    '请在本年内召开民主生活会；已经召开的，请在活动表补录，组织编码填党组（党委），活动类型填“民主生活会”。',
    'Hold the meeting within the year; if it was held, add it with the code of the leadership group and kind 民主生活会.',
  ),
})

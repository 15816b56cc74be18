import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { inBothTexts, longestTime } from '../../texts.ts'

const { applicantTalk, applicantTalkInBothTexts } = development2026.sentences

/** 细则 Art. 7 of 2014 and of 2026. */
export default defineRequirement({
  id: 'development/deadlines/applicant-talk',
  title: words('同入党申请人谈话', 'Talk with an applicant'),
  subject: 'member',
  // Full members are not asked for what lies behind them.
  who: { status: ['applicant', 'activist', 'candidate', 'probationary'] },
  window: { between: ['applied', { act: 'applicant-talk' }] },
  demand: { measure: 'lag', atMost: { parameter: 'within' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    within: longestTime(
      words('谈话期限', 'time limit of the talk'),
      inBothTexts('P1M', [development2014.sentences.applicantTalk], [applicantTalk]),
    ),
  },
  citations: [applicantTalkInBothTexts],
  uncoded: [
    words(
      '“党组织收到入党申请书后”：以申请入党日期为准，收到日期不在数据中。',
      '“党组织收到入党申请书后” (from receipt): counted from the day of application; the day of receipt is not in the data.',
    ),
    words(
      '谈话内容（2026年文本列明）和“向其介绍党的基本知识”：不核对；已经转为正式党员的不再核对。',
      'What is talked about (named in the text of 2026): not checked; nor are those asked who are full members by now.',
    ),
  ],
  summary: words(
    '党组织收到入党申请书后，应当在{within}内派人同入党申请人谈话。',
    'Within {within} of an application the Party organization talks with the applicant.',
  ),
  advice: words(
    '请尽快派人谈话，并在记录表登记：类型填“与入党申请人谈话”，党员编号填申请人。',
    'Talk with the applicant and add it to the table of acts with kind 与入党申请人谈话 and the id of the applicant.',
  ),
})

import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { alsoIn2014, inBothTexts, longestTime } from '../../texts.ts'

const { approval } = development2026.sentences

/** 细则 Art. 26 of 2014, Art. 25 of 2026: three months; the six months of special cases are a rule of their own. */
export default defineRequirement({
  id: 'development/deadlines/approval',
  title: words('接收预备党员三个月内审批', 'Approval of an admission within three months'),
  subject: 'member',
  // Full members are not asked for what lies behind them.
  who: { status: ['probationary'] },
  window: { between: ['admitted', { act: 'admission-approval' }] },
  demand: { measure: 'lag', atMost: { parameter: 'within' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    within: longestTime(
      words('审批期限', 'time limit of the approval'),
      inBothTexts('P3M', [development2014.sentences.approval], [approval]),
    ),
  },
  citations: [alsoIn2014(approval, '第二十六条')],
  uncoded: [
    words(
      '“党委对党支部上报的……决议”：自支部大会通过之日（入党日期）起算，上报日期不在数据中。',
      'The time runs from the branch meeting (the day of admission); the day of the report to the committee is not in the data.',
    ),
    words(
      '“如遇特殊情况可以适当延长审批时间”：特殊情况不在数据中，请登记豁免；六个月的上限另有规则。',
      '“如遇特殊情况可以适当延长审批时间” (special cases): not in the data, record a waiver; the limit of six months is a rule of its own.',
    ),
    words(
      '“并报上级党委组织部门备案”、由哪一级党委审批、审批前的谈话：不核对。',
      'Filing with the organization department, which committee approves, and the talk before it: not checked.',
    ),
  ],
  summary: words(
    '党委对接收预备党员的决议，应当在{within}内审批。',
    'The committee decides on an admission within {within}.',
  ),
  advice: words(
    '请党委尽快审批，并在记录表登记：类型填“审批预备党员”，党员编号填本人；有特殊情况的登记豁免。',
    'Let the committee decide and add it to the table of acts with kind 审批预备党员; record a waiver in a special case.',
  ),
})

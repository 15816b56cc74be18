import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { alsoIn2014, inBothTexts, longestTime } from '../../texts.ts'

const { approval, approvalLimit } = development2026.sentences

/** 细则 Art. 26 of 2014, Art. 25 of 2026: in special cases later than three months, never later than six. */
export default defineRequirement({
  id: 'development/deadlines/approval-limit',
  title: words('接收预备党员审批的最长时间', 'Longest time to the approval of an admission'),
  subject: 'member',
  // Full members are not asked for what lies behind them.
  who: { status: ['probationary'] },
  window: { between: ['admitted', { act: 'admission-approval' }] },
  demand: { measure: 'lag', atMost: { parameter: 'within' } },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    within: longestTime(
      words('审批最长时间', 'longest time to the approval'),
      inBothTexts('P6M', [development2014.sentences.approvalLimit], [approvalLimit]),
    ),
  },
  citations: [alsoIn2014(approval, '第二十六条')],
  uncoded: [
    words(
      '“党委对党支部上报的……决议”：自支部大会通过之日（入党日期）起算，上报日期不在数据中。',
      'The time runs from the branch meeting (the day of admission); the day of the report to the committee is not in the data.',
    ),
    words(
      '超过三个月的特殊情况是否成立：另有三个月的规则，有特殊情况的在那里登记豁免。',
      'Whether a special case justifies more than three months: that is the rule on three months, where a waiver is recorded.',
    ),
    words(
      '“并报上级党委组织部门备案”、由哪一级党委审批、审批前的谈话：不核对。',
      'Filing with the organization department, which committee approves, and the talk before it: not checked.',
    ),
  ],
  summary: words(
    '即使有特殊情况，党委对接收预备党员的决议的审批也不得超过{within}。',
    'Even in a special case the committee decides on an admission within {within}.',
  ),
  advice: words(
    '请党委尽快审批，并在记录表登记：类型填“审批预备党员”，党员编号填本人；已超过最长时间的，报上级党委组织部门处理。',
    'Let the committee decide and add it to the table of acts with kind 审批预备党员; report to the upper organization department where it is too late.',
  ),
})

import { defineRequirement } from '@xueshi/core'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 每月督促检查: learning on the online platforms is looked at and pushed each month. */
export default defineRequirement({
  id: 'online/monthly-inspection',
  title: words('线上学习每月督促检查', 'Monthly inspection of online learning'),
  subject: 'organization',
  who: {
    any: [
      { kind: ['organ-committee'] },
      {
        all: [
          { kind: ['general-branch', 'branch'] },
          { parentKind: ['working-committee', 'party-committee', 'leadership-group'] },
        ],
      },
    ],
  },
  window: { each: 'month' },
  demand: { measure: 'acts', count: { acts: ['online-inspection'] }, atLeast: { parameter: 'inspections' } },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    inspections: least(words('每月最少检查次数', 'least inspections a month'), 'session', 1, '每月督促检查'),
  },
  citations: [practice('每月督促检查')],
  uncoded: [
    words(
      '学习强国、灯塔-党建在线的积分不是学时，不核对；机关党委、直接隶属的党总支和党支部检查，下面的支部不重复要求。',
      'Points of the platforms are not hours and are not checked. Organ committees, and general branches and branches directly under the leadership, owe it; branches below them do not again.',
    ),
  ],
  summary: words(
    '机关党委和直接隶属的党总支、党支部每月至少督促检查{inspections}次线上学习。',
    'Organ committees, and general branches and branches directly under the leadership, inspect online learning at least {inspections} time(s) each month.',
  ),
  advice: words(
    '请检查本月学习情况并督促；已经检查的，请在记录表补录“线上学习督促检查”。',
    'Inspect and push; if it was done, add the act 线上学习督促检查.',
  ),
})

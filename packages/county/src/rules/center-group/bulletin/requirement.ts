import { defineRequirement } from '@xueshi/core'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 定期通报: the working committee tells all how the centre groups study. */
export default defineRequirement({
  id: 'center-group/bulletin',
  title: words('中心组学习情况通报', 'Bulletin on the studies of centre groups'),
  subject: 'organization',
  who: { kind: ['working-committee'] },
  window: { each: 'quarter' },
  demand: { measure: 'acts', count: { acts: ['bulletin'] }, atLeast: { parameter: 'bulletins' } },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    bulletins: least(words('每季度最少通报次数', 'least bulletins a quarter'), 'session', 1, '定期通报'),
  },
  citations: [practice('定期通报')],
  uncoded: [
    words('“定期”：工作报告没有写明多久一次。', '“定期” (regularly): the report names no interval.'),
    words('通报的内容、发至哪些单位，不核对。', 'What the bulletin says and to whom it goes is not checked.'),
  ],
  summary: words(
    '机关工委每季度至少通报{bulletins}次中心组学习情况。',
    'The working committee issues at least {bulletins} bulletin(s) on the centre groups each quarter.',
  ),
  advice: words(
    '请印发通报；已经印发的，请在记录表补录“通报”，组织编码填机关工委。',
    'Issue the bulletin; if it was issued, add the act 通报 of the working committee.',
  ),
})

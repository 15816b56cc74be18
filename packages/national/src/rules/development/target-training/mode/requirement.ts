import { defineRequirement } from '@xueshi/core'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { usualOnly, words } from '../../../wording.ts'
import { in2026Only } from '../../texts.ts'

const { trainingMode } = development2026.sentences

/** 细则 Art. 17 of 2026: offline, or by video where needed; the text of 2014 does not speak of the mode. */
export default defineRequirement({
  id: 'development/target-training/mode',
  title: words('发展对象培训方式', 'Mode of the training of candidates'),
  subject: 'member',
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  demand: {
    measure: 'sessions',
    count: { kinds: ['target-training'], modes: ['online', 'self-study', 'home-delivery'] },
    atMost: { parameter: 'sessions' },
  },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    sessions: {
      title: words('线上、自学等方式的最多次数', 'greatest number of sessions online or by self-study'),
      unit: 'session',
      refinement: 'replace',
      stricter: 'lower',
      versions: in2026Only(0, [trainingMode]),
    },
  },
  citations: [trainingMode],
  uncoded: [
    usualOnly,
    words(
      '“根据需要也可以采取视频方式”：视频与线下同样看待，是否确有需要不核对；没有填写方式的活动不提示。',
      '“根据需要也可以采取视频方式” (by video where needed): video is as good as offline, the need is not checked; a session without a mode is not shown.',
    ),
    words(
      '线上课程、自学是否计入培训的天数和学时：条文没有说，仍然计入，只在这里提示方式。',
      'Whether online courses count towards days and hours of the training: the text does not say; they do, and only the mode is shown here.',
    ),
  ],
  summary: words(
    '发展对象短期集中培训一般采取线下方式，根据需要可以采取视频方式；线上、自学等方式不超过{sessions}次。',
    'The training of candidates is usually offline, where needed by video; at most {sessions} sessions online or by self-study.',
  ),
  advice: words(
    '请改为线下或者视频方式重新培训；方式填写有误的，请在活动表更正。',
    'Repeat the training offline or by video; where the mode is wrong, correct the session.',
  ),
})

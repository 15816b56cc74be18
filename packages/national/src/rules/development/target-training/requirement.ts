import { defineRequirement } from '@xueshi/core'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { usualOnly, words } from '../../wording.ts'

const KINDS: ['target-training'] = ['target-training']
const from2014 = { from: development2014.inForce, to: development2014.inForceTo }
const in2014 = [development2014.sentences.training, development2014.sentences.gate]
const in2026 = [development2026.sentences.training, development2026.sentences.gate]

/** 细则 Art. 17 of 2014 and of 2026: three days or 24 hours, never converted into each other. */
export default defineRequirement({
  id: 'development/target-training',
  title: words('发展对象短期集中培训', 'Short training of candidates for admission'),
  subject: 'member',
  // A candidate until the day before admission, a probationary member on the day itself.
  who: { status: ['candidate', 'probationary'] },
  window: { between: ['candidate', 'admitted'] },
  demand: {
    anyOf: [
      { measure: 'days', count: { kinds: KINDS }, atLeast: { parameter: 'days' } },
      { measure: 'hours', count: { kinds: KINDS }, atLeast: { parameter: 'hours' } },
    ],
  },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    days: {
      title: words('最少天数', 'least days'),
      unit: 'day',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [
        { value: 3, ...from2014, citations: in2014 },
        { value: 3, from: development2026.inForce, citations: in2026 },
      ],
    },
    hours: {
      title: words('最少学时', 'least credit hours'),
      unit: 'hour',
      refinement: 'raise-only',
      stricter: 'higher',
      versions: [
        { value: 24, ...from2014, citations: in2014 },
        { value: 24, from: development2026.inForce, citations: in2026 },
      ],
    },
  },
  citations: [development2026.sentences.trainingInBothTexts],
  uncoded: [
    usualOnly,
    words(
      '“除个别特殊情况外，未经培训的，不能发展入党”：完全未经培训另有规则。',
      '“除个别特殊情况外，未经培训的，不能发展入党” (nobody is admitted untrained): a rule of its own.',
    ),
    words(
      '“基层党委或者县级党委组织部门”举办：不核对举办单位。',
      'Held by “基层党委或者县级党委组织部门”: the organizer is not checked.',
    ),
    words(
      '“一般采取线下方式，根据需要也可以采取视频方式”（2026年文本）：方式另有规则，这里各种方式都计入。',
      '“一般采取线下方式，根据需要也可以采取视频方式” (text of 2026): the mode is a rule of its own; here every mode counts.',
    ),
    words('培训内容：不核对。', 'What is taught: not checked.'),
  ],
  summary: words(
    '发展对象在支部大会讨论接收前，集中培训一般不少于{days}天或者不少于{hours}学时。',
    'Before the branch meeting on admission a candidate has usually had at least {days} days or {hours} hours of training.',
  ),
  advice: words(
    '请安排参加基层党委或者县委组织部门举办的发展对象培训；已参加的，请补录考勤，活动类型填“发展对象培训”。',
    'Let the candidate take part in the training; if attended, add the attendance with kind 发展对象培训.',
  ),
})

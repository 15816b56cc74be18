import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { listed, notOwed, unknown } from '../../../data/judged.ts'
import { lastDayOf, ownPrograms } from '../../../data/programs.ts'
import { practice } from '../../../source.ts'
import { words, yearOfProgram } from '../../../wording.ts'
import { organizers } from '../../who.ts'

/** The results of a rotation are checked. */
export default defineRule({
  id: 'rotation/assessed',
  title: words('轮训结束后考核', 'Assessment after a rotation'),
  subject: 'organization',
  who: organizers,
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [practice()],
  uncoded: [
    yearOfProgram,
    words(
      '考核的方式和成绩不核对，“考核方式”有填写即算。',
      'How and with what results is not checked; any entry counts.',
    ),
  ],
  summary: words('轮训项目结束时有考核。', 'Each rotation ends with an assessment.'),
  advice: words(
    '请组织考核；已经考核的，请在培训项目表“考核”补录。',
    'Hold the assessment; if it was held, fill in 考核 of the program.',
  ),
  reads: ['organizations', 'programs'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const programs = ownPrograms(context, 'rotation', id).filter(({ from }) => from <= asOf)
  if (programs.length === 0) return notOwed('没有举办轮训。', 'No rotation was run.')
  if (!dataset.hasColumn('programs', 'assessment'))
    return unknown('培训项目表没有“考核”。', 'the programs have no column 考核.')
  const missing = programs.filter(({ assessment }) => assessment === null)
  const overdue = missing.filter((program) => lastDayOf(program) <= asOf)
  const found = {
    measured: programs.length - missing.length,
    required: programs.length,
    unit: 'session',
  } as const
  const names = listed((overdue.length > 0 ? overdue : missing).map(({ name }) => name))
  if (overdue.length > 0)
    return {
      verdict: 'breached',
      ...found,
      message: words(`已结束而没有考核：${names['zh-CN']}。`, `ended without assessment: ${names.en}.`),
    }
  if (missing.length > 0)
    return {
      verdict: 'pending',
      ...found,
      due: missing.map(lastDayOf).sort()[0]!,
      message: words(`尚待考核：${names['zh-CN']}。`, `still to be assessed: ${names.en}.`),
    }
  return {
    verdict: 'met',
    ...found,
    message: words(
      `${programs.length}个轮训项目都有考核。`,
      `All ${programs.length} rotations were assessed.`,
    ),
  }
}

import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { localHours2021 } from '../../../instruments/training-plans.ts'
import { inBothTexts } from '../../development/texts.ts'
import { words } from '../../wording.ts'
import { hourFaults } from './faults.ts'

const ratio = words(
  '3天或者24学时，由此推算每天8学时；条文没有规定每天的上限。',
  'Three days or 24 hours: 8 a day follow by division; the article sets no daily limit.',
)

/** Hours that cannot be: no text limits them, so the limit follows from 3 days = 24 hours and is a setting. */
export default defineRule({
  id: 'data/hour-sanity',
  title: words('学时记录是否合理', 'Plausible credit hours'),
  subject: 'member',
  who: { status: ['full', 'probationary', 'candidate', 'activist', 'applicant'] },
  window: { each: 'year' },
  presence: 'any',
  strength: 'derived',
  assurance: 'secondary',
  parameters: {
    hours: {
      title: words('每人每天最多学时', 'most hours of a person a day'),
      unit: 'hour',
      refinement: 'replace',
      stricter: 'lower',
      versions: inBothTexts(
        8,
        [{ ...development2014.sentences.training, note: ratio }],
        [{ ...development2026.sentences.training, note: ratio }],
      ),
    },
  },
  citations: [localHours2021.sentences.halfDay],
  uncoded: [
    words(
      '只看考勤和活动中填写的学时，没有填写的不推算；连续几天的活动，学时按天平均。',
      'Only hours that are stated are looked at; those of a session of several days are spread evenly.',
    ),
    words(
      '同时进行的活动：只看起止时间齐全、都填写了学时的。',
      'Sessions at the same time: only those with start, end and stated hours.',
    ),
  ],
  summary: words(
    '每人每天记录的学时不超过{hours}；请假、缺席的没有学时；同一时间的活动不重复记学时。',
    'Nobody has more than {hours} hours a day, none when absent or on leave, and none twice for the same time.',
  ),
  advice: words(
    '请核对考勤表和活动表的学时、起止时间并更正；统计学时时，重叠的只计一次，每天按上限计。',
    'Check and correct hours, starts and ends; where hours are added up, overlaps count once and each day up to its cap.',
  ),
  reads: ['sessions', 'attendance'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const faults = hourFaults(subject.id, Number(context.parameter('hours')), context)
  if (faults.length === 0) return PLAUSIBLE
  const shown = faults.slice(0, 5)
  const more = faults.length - shown.length
  return {
    verdict: 'breached',
    measured: faults.length,
    required: 0,
    message: {
      'zh-CN': shown.map((fault) => fault['zh-CN']).join('；') + (more > 0 ? `；另有${more}处` : ''),
      en: shown.map((fault) => fault.en).join('; ') + (more > 0 ? `; and ${more} more` : ''),
    },
  }
}

const PLAUSIBLE: Judgement = {
  verdict: 'met',
  message: words('没有发现问题。', 'Nothing wrong was found.'),
}

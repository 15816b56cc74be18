import { defineRequirement } from '@xueshi/core'
import { least } from '../../../parameters.ts'
import { frailMembers, practice } from '../../../source.ts'
import { words } from '../../../wording.ts'
import { partyMember } from '../../who.ts'

/** 读书计划: each member has a plan of reading, and reads. */
export default defineRequirement({
  id: 'campaign/reading-plan',
  title: words('党员读书计划', 'Reading plans of members'),
  subject: 'member',
  who: partyMember,
  window: { each: 'year' },
  demand: {
    allOf: [
      { measure: 'acts', count: { acts: ['reading-plan'], as: 'member' }, atLeast: { parameter: 'plans' } },
      { measure: 'acts', count: { acts: ['reading'], as: 'member' }, atLeast: { parameter: 'books' } },
    ],
  },
  exempt: frailMembers,
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    plans: least(words('每年最少读书计划', 'least reading plans a year'), 'session', 1, '读书计划'),
    books: least(words('每年最少读书', 'least books read a year'), 'session', 1, '读书计划'),
  },
  citations: [practice('读书计划')],
  uncoded: [
    words(
      '所读的书是否在计划之内、读书心得不核对。',
      'Whether a book is of the plan, and what was thought of it, is not checked.',
    ),
    words('年内入党、转入的该年度不适用。', 'Who comes within the year is not applicable.'),
  ],
  summary: words(
    '党员每年订{plans}份读书计划，至少读{books}本书。',
    'Each member makes {plans} reading plan(s) and reads at least {books} book(s) each year.',
  ),
  advice: words(
    '请督促订计划、读书；已经完成的，请在记录表补录“读书计划”“读书记录”。',
    'Have the plan made and the books read; where they were, add the acts 读书计划 and 读书记录.',
  ),
})

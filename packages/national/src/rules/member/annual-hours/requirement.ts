import { defineRequirement } from '@xueshi/core'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { leastHours } from '../../parameters.ts'
import { frailMembers, partyMember } from '../../who.ts'
import { usualOnly, words } from '../../wording.ts'

const { hours } = memberEducation2019.sentences

/** 条例 Art. 20; probationary members by 党章 Art. 7. */
export default defineRequirement({
  id: 'member/annual-hours',
  title: words('党员年度学时', 'Yearly credit hours of a member'),
  subject: 'member',
  who: partyMember,
  window: { each: 'year' },
  exempt: frailMembers,
  demand: { measure: 'hours', count: { kindClass: 'learning' }, atLeast: { parameter: 'hours' } },
  strength: 'usual',
  assurance: 'verified',
  parameters: { hours: leastHours(32, memberEducation2019.inForce, hours) },
  citations: [hours, constitution2022.sentences.probationaryDuties],
  uncoded: [
    usualOnly,
    words(
      '“集中学习培训时间”：条文没有规定哪些活动计入；按活动类型表中的学习类活动计，在线学习、自学等由学时折算办法决定。',
      '“集中学习培训时间” (time of collective study and training): the text does not say what counts; the learning kinds of session do, online study and self-study only where the credit policy says so.',
    ),
    words(
      '“学时”：国家没有统一定义，按配置的折算办法计算（默认60分钟1学时、每天最多8学时）。',
      '“学时” (credit hour): no national text defines it; the credit policy of the configuration does (by default 60 minutes, at most 8 a day).',
    ),
    words(
      '年中入党、恢复党籍的：条文没有按月折算的规定，该年度不适用，不折算、不结转。',
      'Members admitted or restored within the year: the text knows no proration; the year is not applicable, nothing is carried over.',
    ),
  ],
  summary: words(
    '党员每年集中学习培训时间一般不少于{hours}学时。',
    'A member usually has at least {hours} hours of collective study and training each year.',
  ),
  advice: words(
    '请安排该党员参加集中培训、党课、主题党日等补足学时；已参加未登记的，请补录考勤和学时。',
    'Let the member make up the hours by training, lectures or theme days; where attendance was not recorded, add it.',
  ),
})

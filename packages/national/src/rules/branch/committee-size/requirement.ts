import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { fixedPersons, persons } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { committee, smallBranch } = branchWork2018.sentences

/** 支部条例 Art. 20 ¶1, the size of a committee where there is one. */
export default defineRequirement({
  id: 'branch/committee-size',
  title: words('支部委员会人数', 'Size of a branch committee'),
  subject: 'organization',
  who: { all: [{ kind: ['branch'] }, { hasCommittee: true }] },
  window: { anyDay: true },
  demand: {
    allOf: [
      {
        measure: 'size',
        of: 'committee',
        // Below seven full members a secretary and a deputy without further members are lawful (¶3).
        when: { size: 'full-members', atLeast: { parameter: 'committeeFrom' } },
        atLeast: { parameter: 'least' },
      },
      { measure: 'size', of: 'committee', atMost: { parameter: 'most' } },
    ],
  },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    committeeFrom: fixedPersons(
      words('应当设立支委会的正式党员人数', 'full members from which a committee is due'),
      'lower',
      7,
      branchWork2018.inForce,
      committee,
    ),
    least: persons(
      words('委员会人数下限', 'least persons of a committee'),
      'higher',
      3,
      branchWork2018.inForce,
      committee,
    ),
    most: persons(
      words('委员会人数上限', 'most persons of a committee'),
      'lower',
      7,
      branchWork2018.inForce,
      committee,
    ),
  },
  citations: [committee, smallBranch],
  uncoded: [
    usualOnly,
    words(
      '“由3至5人组成”：6人、7人超出“3至5人”，但在“一般不超过7人”之内，不提示。',
      '“由3至5人组成” (3 to 5 persons): committees of 6 or 7 exceed it, but keep “一般不超过7人” (usually at most 7) and are not shown.',
    ),
    words(
      '正式党员不足7人而选有委员的支部：只核对上限，不核对下限。',
      'In a branch with fewer than 7 full members only the upper bound is checked.',
    ),
  ],
  summary: words(
    '正式党员{committeeFrom}人以上的党支部，支部委员会由{least}人以上组成，一般不超过{most}人。',
    'In a branch of at least {committeeFrom} full members the committee has at least {least} and usually at most {most} persons.',
  ),
  advice: words(
    '请补选或者调整委员；任职表有遗漏或者未填免职日期的，请补全。',
    'Elect or adjust; where the table of posts misses persons or end dates, complete it.',
  ),
})

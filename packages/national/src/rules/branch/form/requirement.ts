import { defineRequirement } from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { fixedPersons } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { committee, founding } = branchWork2018.sentences

/** 支部条例 Art. 4 ¶1 and 20 ¶1, 机关条例 Art. 7: three full members; a committee from seven on. */
export default defineRequirement({
  id: 'branch/form',
  title: words('党支部设置条件', 'Form of a branch'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { anyDay: true },
  demand: {
    allOf: [
      { measure: 'size', of: 'full-members', atLeast: { parameter: 'fullMembers' } },
      {
        measure: 'size',
        of: 'committee-besides-secretary',
        when: { size: 'full-members', atLeast: { parameter: 'committeeFrom' } },
        atLeast: { parameter: 'committeePosts' },
      },
    ],
  },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    fullMembers: fixedPersons(
      words('成立党支部的正式党员人数', 'full members of a branch'),
      'higher',
      3,
      branchWork2018.inForce,
      founding,
    ),
    committeeFrom: fixedPersons(
      words('应当设立支委会的正式党员人数', 'full members from which a committee is due'),
      'lower',
      7,
      branchWork2018.inForce,
      committee,
    ),
    committeePosts: fixedPersons(
      words(
        '除书记外至少应有的委员人数（据以认定设有支委会）',
        'committee posts besides the secretary that show a committee',
      ),
      'higher',
      1,
      branchWork2018.inForce,
      committee,
    ),
  },
  citations: [founding, committee, organWork2019.sentences.branch, constitution2022.sentences.founding],
  uncoded: [
    words(
      '“成立联合党支部……覆盖单位一般不超过5个”（支部工作条例第五条第三款）：覆盖单位不在数据中。',
      'Branch regulation Art. 5 ¶3 (a joint branch covers at most 5 units): units are not in the data.',
    ),
    words(
      '“不再符合设立条件的党支部，上级党组织应当及时予以调整或者撤销”（第七条）：没有期限，人数不足即提示。',
      'Art. 7 (the upper organization adjusts such a branch in time): no deadline is given; too few members are shown at once.',
    ),
    words(
      '“党支部委员会设书记和组织委员、宣传委员、纪检委员等”（第二十条第二款）及机关条例第九条的纪律检查委员：不核对具体分工。',
      'Art. 20 ¶2 and organ regulation Art. 9 (which committee members there are, one for discipline): not checked.',
    ),
  ],
  summary: words(
    '党支部应有正式党员{fullMembers}人以上；正式党员{committeeFrom}人以上的，应当设立支部委员会（除书记外至少有{committeePosts}名副书记或者委员）。',
    'A branch has at least {fullMembers} full members; from {committeeFrom} full members on it has a committee (at least {committeePosts} deputy or committee member besides the secretary).',
  ),
  advice: words(
    '正式党员不足的，请报上级党组织调整或者成立联合党支部；应设支委会而未设的，请选举支委会；已有委员的，请补全任职表。',
    'With too few full members, ask the upper organization to adjust or to form a joint branch; where a committee is missing, elect one, or complete the table of posts.',
  ),
})

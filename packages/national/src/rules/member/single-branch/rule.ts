import {
  type Dataset,
  defineRule,
  type Judgement,
  type Place,
  type Problem,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { memberEducation2019 } from '../../../instruments/member-education-2019.ts'
import { remembered } from '../../remembered.ts'
import { partyMember } from '../../who.ts'
import { words } from '../../wording.ts'

const { oneBranch } = memberEducation2019.sentences

/** 条例 Art. 25 ¶2, 党章 Art. 8: every member belongs to one branch; two are stated where two tables disagree. */
export default defineRule({
  id: 'member/single-branch',
  title: words('党员编入一个党支部', 'Every member in one branch'),
  subject: 'member',
  who: partyMember,
  window: { anyDay: true },
  strength: 'must',
  assurance: 'verified',
  parameters: {},
  citations: [oneBranch, constitution2022.sentences.oneOrganization],
  uncoded: [
    words(
      '同时编入两个支部：只看党员表和组织关系表在导出之日是否一致；组织关系表内两段时间重叠的，以后一段为准，不提示。',
      'Two branches at once: only whether the tables of members and affiliations agree on the day of the export; of affiliations that overlap within their table the later is believed and nothing is shown.',
    ),
    words(
      '“或者其他特定组织”：所填组织不是党支部、党小组的，无法判断。',
      '“或者其他特定组织” (or another specific organization): unknown where the organization stated is neither branch nor group.',
    ),
    words(
      '“对组织关系转出但尚未被接收的党员，原所在党组织仍然负有管理责任”（第二十五条第三款）：尚未被接收的算在原支部。',
      'Art. 25 ¶3 (who left and is not yet received stays with the old branch): counted there.',
    ),
    words(
      '“外出学习、工作、生活6个月以上并且地点相对固定的，应当转移组织关系”（第二十五条第三款）：不核对。',
      'Art. 25 ¶3 (who is away for long moves the affiliation): not checked.',
    ),
  ],
  summary: words(
    '每个党员都编入一个党支部或者党小组，并且只编入一个。',
    'Every member belongs to a branch or Party group, and to one only.',
  ),
  advice: words(
    '请核对党员表“所在党支部”和组织关系表：转接已经完成的，改党员表；没有完成的，改组织关系表。没有编入支部的，请编入。',
    'Compare the branch of the member with the table of affiliations: after a transfer correct the member, before it the affiliations. Who is in no branch has to be placed in one.',
  ),
  reads: ['organizations', 'members'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { dataset, asOf } = context
  const { branch } = dataset.placeOn(subject.id, asOf)
  if (branch === null) return NO_BRANCH
  // Most members of a branch are told the same.
  const placed = remembered(context, branch, () => judgeBranch(branch, dataset))
  return placed.verdict === 'met' && isInConflict(subject.id, dataset)
    ? {
        verdict: 'breached',
        message: words(
          `党员表所填的党支部与组织关系表（${branch}）不是同一个。`,
          `The table of members names another branch than the affiliations (${branch}).`,
        ),
      }
    : placed
}

const NO_BRANCH: Judgement = {
  verdict: 'unknown',
  message: words(
    '所在党支部空白，或者不在党组织表中，无法判断。',
    'The branch is blank or not in the table of organizations.',
  ),
}

function judgeBranch(branch: string, dataset: Dataset): Judgement {
  const kind = dataset.organization(branch)?.kind
  return kind === 'branch' || kind === 'group'
    ? { verdict: 'met', message: words(`编入 ${branch}。`, `In ${branch}.`) }
    : {
        verdict: 'unknown',
        message: words(
          `所填组织 ${branch} 不是党支部、党小组，无法判断。`,
          `The organization stated, ${branch}, is neither a branch nor a group.`,
        ),
      }
}

// The problems of a dataset never change: they are looked through once, not once per member.
const known = new WeakMap<readonly Problem[], Conflicts>()

/** Places of records, and their rows alone, by which nearly all members are told apart from them. */
interface Conflicts {
  readonly places: ReadonlySet<string>
  readonly rows: ReadonlySet<number | undefined>
}

/** Whether the branch of the record of a member disagrees with the table of affiliations. */
function isInConflict(id: string, dataset: Dataset): boolean {
  const { problems } = dataset
  let conflicts = known.get(problems)
  if (conflicts === undefined) {
    const found = problems.filter(({ code }) => code === 'affiliation-conflict')
    conflicts = { places: new Set(found.map(keyOf)), rows: new Set(found.map(({ row }) => row)) }
    known.set(problems, conflicts)
  }
  if (conflicts.rows.size === 0) return false
  const place = dataset.member(id)?.place
  return place !== undefined && conflicts.rows.has(place.row) && conflicts.places.has(keyOf(place))
}

function keyOf({ file, sheet, row }: Place): string {
  return `${file ?? ''}\n${sheet ?? ''}\n${row ?? ''}`
}

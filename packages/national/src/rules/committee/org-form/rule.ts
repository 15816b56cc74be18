import {
  defineRule,
  type Judgement,
  type LocalizedText,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { fixedPersons } from '../../parameters.ts'
import { words } from '../../wording.ts'

const { branch, generalBranch, organCommittee } = organWork2019.sentences

/** The forms of the organization of an organ, from small to large. */
const FORMS = [
  { kind: 'branch', zh: '党支部', en: 'a branch' },
  { kind: 'general-branch', zh: '党总支', en: 'a general branch' },
  { kind: 'organ-committee', zh: '机关党委', en: 'an organ Party committee' },
] as const

/** 机关条例 Art. 5 to 7. */
export default defineRule({
  id: 'committee/org-form',
  title: words('机关党组织设置形式', 'Form of the Party organization of an organ'),
  subject: 'organization',
  who: {
    any: [
      { kind: ['organ-committee'] },
      // A general branch within a committee is a part of its organ, not the organ's form.
      {
        all: [
          { kind: ['general-branch'] },
          { not: { parentKind: ['organ-committee', 'party-committee', 'general-branch'] } },
        ],
      },
      { all: [{ kind: ['branch'] }, { parentKind: ['working-committee', 'leadership-group'] }] },
    ],
  },
  window: { anyDay: true },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    committeeFrom: fixedPersons(
      words('应当设立机关党委的党员人数', 'members from which an organ committee is due'),
      'lower',
      100,
      organWork2019.inForce,
      { ...organCommittee, note: organWork2019.inForceNote },
    ),
    generalBranchFrom: fixedPersons(
      words('应当设立党总支的党员人数', 'members from which a general branch is due'),
      'lower',
      50,
      organWork2019.inForce,
      { ...generalBranch, note: organWork2019.inForceNote },
    ),
  },
  citations: [organCommittee, generalBranch, branch],
  uncoded: [
    words(
      '人数不足而经上级党组织批准设立机关党委、党总支的：批准手续不在数据中，大于应设形式的不提示，只在说明中注明“须经批准”。',
      'A larger form than asked is lawful with approval, which is not in the data: it is not shown as a fault, the message says “with approval”.',
    ),
    words(
      '“机关党员”：按本组织及下级组织的正式党员、预备党员合计，条文未作说明。',
      '“机关党员” (members of the organ): full and probationary members of the organization and all below it; the text does not say.',
    ),
    words(
      '同一机关有几个互不隶属的党支部的：分别按各自人数核对，不合并计算。',
      'Several branches side by side in one organ are judged each by its own number, not together.',
    ),
  ],
  summary: words(
    '机关党员{committeeFrom}人以上的设立机关党委，{generalBranchFrom}人以上、不足{committeeFrom}人的设立党总支，不足{generalBranchFrom}人的成立党支部。',
    'An organ has an organ Party committee from {committeeFrom} members on, a general branch from {generalBranchFrom} on, else a branch.',
  ),
  advice: words(
    '请按党员人数报上级党组织批准改设；人数有误的，请核对党员名册和组织关系。',
    'Apply for the form that the number of members asks for; where the number is wrong, check the members and affiliations.',
  ),
  // Affiliations are optional: without their table they follow from the members.
  reads: ['organizations', 'members'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const form = FORMS.findIndex(({ kind }) => kind === context.dataset.organization(subject.id)?.kind)
  const members = context.size(subject.id, 'members', 'subtree')
  const due = formFor(members, context)
  return {
    verdict: form < due ? 'breached' : 'met',
    measured: form + 1,
    required: due + 1,
    unit: 'form',
    message: messageFor(members, form, due),
  }
}

/** Position in FORMS of the form that a number of members asks for. */
function formFor(members: number, context: RuleContext): number {
  if (members >= Number(context.parameter('committeeFrom'))) return 2
  return members >= Number(context.parameter('generalBranchFrom')) ? 1 : 0
}

function messageFor(members: number, form: number, due: number): LocalizedText {
  const is = FORMS[form]!
  const asked = FORMS[due]!
  if (form === due)
    return words(`现有党员${members}人，设${is.zh}，符合规定。`, `${members} members, ${is.en}: as asked.`)
  if (form > due)
    return words(
      `现有党员${members}人，应设${asked.zh}，现设${is.zh}，须经上级党组织批准。`,
      `${members} members ask for ${asked.en}; ${is.en} is lawful with approval.`,
    )
  return words(
    `现有党员${members}人，应设${asked.zh}，现为${is.zh}。`,
    `${members} members ask for ${asked.en}; this is ${is.en}.`,
  )
}

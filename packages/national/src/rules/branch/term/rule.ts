import {
  addDuration,
  type CivilDate,
  defineRule,
  formatDate,
  type Judgement,
  type LocalizedText,
  parseDate,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { branchWork2018 } from '../../../instruments/branch-work-2018.ts'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { organWork2019 } from '../../../instruments/organ-work-2019.ts'
import { time } from '../../parameters.ts'
import { usualOnly, words } from '../../wording.ts'

const { temporaryBranch, term, termExtension, termReminder } = branchWork2018.sentences
const { branchTerm, committeeTerm, generalBranchTerm } = organWork2019.sentences
// All numbers begin with the later of the two regulations: the rule is owed as a whole or not at all.
const { inForce: from, inForceNote: note } = organWork2019

/** 支部条例 Art. 21 and 机关条例 Art. 5 to 7: three years, for committees five. */
export default defineRule({
  id: 'branch/term',
  title: words('按期换届', 'Election at the end of the term'),
  subject: 'organization',
  who: {
    any: [
      { kind: ['branch', 'general-branch', 'organ-committee'] },
      // A Party committee of a county organ is a leadership and not elected for a term of this kind.
      { all: [{ kind: ['party-committee'] }, { not: { below: 'working-committee' } }] },
    ],
  },
  window: { anyDay: true },
  strength: 'usual',
  assurance: 'verified',
  parameters: {
    branchTerm: time(
      words('党支部任期', 'term of a branch'),
      'replace',
      'P3Y',
      from,
      { ...branchTerm, note },
      term,
    ),
    generalBranchTerm: time(words('党总支任期', 'term of a general branch'), 'replace', 'P3Y', from, {
      ...generalBranchTerm,
      note,
    }),
    committeeTerm: time(
      words('机关党委、基层党委任期', 'term of an organ committee or basic committee'),
      'replace',
      'P5Y',
      from,
      { ...committeeTerm, note },
    ),
    notice: time(words('届满前提醒', 'notice before the end'), 'replace', 'P6M', from, termReminder, {
      ...branchTerm,
      note,
    }),
    extension: time(words('延期最长', 'longest extension'), 'raise-only', 'P1Y', from, termExtension, {
      ...branchTerm,
      note,
    }),
  },
  citations: [term, committeeTerm, generalBranchTerm, branchTerm, constitution2022.sentences.term],
  uncoded: [
    usualOnly,
    words(
      '“村、社区党支部委员会每届任期5年”：机关以外的支部请在配置中按组织范围把任期改为5年（P5Y）。',
      '“村、社区党支部委员会每届任期5年” (five years in villages and communities): set the term to P5Y for these organizations in the configuration.',
    ),
    words(
      '“提前期限一般不超过1年”：提前换届不核对。',
      '“提前……期限一般不超过1年” (elections brought forward by at most a year): not checked.',
    ),
    words(
      '“以发函或者电话通知等形式，提醒做好换届准备”：提醒是上级党组织的职责，这里到期前自动提示，不核对是否提醒。',
      '“……提醒做好换届准备” (the upper organization reminds): this rule gives the notice itself, whether the reminder was sent is not checked.',
    ),
    words(
      '“报上级党组织批准”：选举结果的批准和备案不核对；没有“换届选举”记录的无法判断，不从任职日期推算；以记录表中最近一次换届选举为准，记录表须包含数据起始日之前的换届。',
      '“报上级党组织批准” (approval of the result): not checked. Without an act 换届选举 nothing can be told; the days of posts are not taken for it. The last election of the table counts, so that the table must hold those before the data begins.',
    ),
  ],
  summary: words(
    '党支部每届任期一般为{branchTerm}，党总支{generalBranchTerm}，机关党委、基层党委{committeeTerm}；届满前{notice}起提醒，经批准延期的最长{extension}。',
    'The term is usually {branchTerm} for a branch, {generalBranchTerm} for a general branch, {committeeTerm} for a committee; a notice is given from {notice} before its end, an extension with consent lasts at most {extension}.',
  ),
  advice: words(
    '请报上级党组织同意后按期换届；已经换届的，请在记录表补录“换届选举”；经批准延期的，请补录“延期换届批复”，截止日期填延至的日期。',
    'Hold the election with the consent of the upper organization; if it was held, add the act 换届选举; where it was put off with consent, add 延期换届批复 with its last day.',
  ),
  reads: ['organizations', 'acts'],
  judge,
})

const TERM_OF: Readonly<Record<string, string>> = {
  branch: 'branchTerm',
  'general-branch': 'generalBranchTerm',
  'organ-committee': 'committeeTerm',
  'party-committee': 'committeeTerm',
}

const TEMPORARY = '临时党支部'

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const organization = dataset.organization(subject.id)!
  if (organization.tags.includes(TEMPORARY))
    return {
      verdict: 'not-applicable',
      message: words(
        `临时党支部不换届（《${temporaryBranch.instrument}》${temporaryBranch.article}）。`,
        `A temporary branch holds no elections (《${temporaryBranch.instrument}》${temporaryBranch.article}).`,
      ),
    }
  const acts = dataset.actsAt(subject.id, ['election', 'term-extension']).filter((act) => act.date <= asOf)
  const election = acts.findLast((act) => act.kind === 'election')
  if (election === undefined)
    return {
      verdict: 'unknown',
      message: words('无法判断：没有换届选举的记录。', 'Cannot be told: no election is recorded.'),
    }
  const duration = (name: string) => String(context.parameter(name))
  const end = later(election.date, duration(TERM_OF[organization.kind]!))
  const latest = later(end, duration('extension'))
  const extended = acts
    .filter((act) => act.kind === 'term-extension' && act.date > election.date)
    .map((act) => (act.until === null || act.until > latest ? latest : act.until))
  const due = [end, ...extended].sort().at(-1)!
  const verdict = asOf > due ? 'breached' : asOf >= later(due, duration('notice'), -1) ? 'pending' : 'met'
  return {
    verdict,
    due,
    message: messageFor(election.date, end, due, verdict),
  }
}

function later(date: CivilDate, duration: string, times = 1): CivilDate {
  return formatDate(addDuration(parseDate(date), duration, times))
}

function messageFor(
  election: CivilDate,
  end: CivilDate,
  due: CivilDate,
  verdict: 'met' | 'pending' | 'breached',
): LocalizedText {
  const term = words(
    due === end ? `任期至${end}` : `任期至${end}，经批准延期至${due}`,
    due === end ? `the term ends on ${end}` : `the term ends on ${end}, extended to ${due}`,
  )
  const then = {
    met: words('', ''),
    pending: words('，请做好换届准备', ': prepare the election'),
    breached: words('，已超期', ': overdue'),
  }[verdict]
  return words(
    `最近一次换届选举${election}，${term['zh-CN']}${then['zh-CN']}。`,
    `Last election ${election}, ${term.en}${then.en}.`,
  )
}

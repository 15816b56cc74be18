import { defineRule, type Judgement, type Program, type RuleContext, type RuleSubject } from '@xueshi/core'
import { listed, notOwed, shortOf } from '../../../data/judged.ts'
import { lastDayOf, names, programsOver } from '../../../data/programs.ts'
import { isHeldBy, sessionsOfBranch } from '../../../data/sessions.ts'
import { organizationsOf } from '../../../data/tree.ts'
import { practice } from '../../../source.ts'
import { words } from '../../../wording.ts'

/** 及时跟进调度学习内容: which branch has studied which required document by its due day. */
export default defineRule({
  id: 'branch/document-study',
  title: words('必学文件按期学习', 'Required documents studied in time'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  presence: 'any',
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [practice('及时跟进调度学习内容')],
  uncoded: [
    words(
      '必学文件登记在培训项目表：类型填“学习文件”，名称填文件名，开始日期填印发日期，结束日期填学习期限，主办单位填印发单位（其所属党支部都要学）。没有期限的不核对。',
      'A required document is a program of kind 学习文件: its first day is that of issue, its last the due day, its organization the issuer, whose branches below it owe the study. Without a due day nothing is checked.',
    ),
    words(
      '本支部或者其党小组举办、联办的活动，在“培训项目”一栏写明文件名称（或者编号）的，算已学习；学得怎样不核对。',
      'A session hosted or co-hosted by the branch or one of its groups that names the document in 培训项目 counts; how well it was studied is not checked.',
    ),
    words('印发以后成立的支部不要求。', 'Branches founded after the day of issue owe nothing.'),
  ],
  summary: words(
    '党支部在期限内学习上级要求学习的每份文件。',
    'A branch studies each required document by its due day.',
  ),
  advice: words(
    '请组织学习；已经学习的，请在活动表“培训项目”一栏填写文件名称。',
    'Study the documents; where they were, name each in 培训项目 of the session.',
  ),
  reads: ['organizations', 'sessions', 'programs'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const { founded, dissolved } = organizationsOf(dataset).get(subject.id)!
  const documents = programsOver(context, 'document', subject.id).filter(
    ({ from, to }) =>
      to !== null &&
      from <= asOf &&
      (founded === null || founded <= from) &&
      (dissolved === null || dissolved >= to),
  )
  if (documents.length === 0) return notOwed('没有要求学习的文件。', 'No document is required.')
  const missing = documents.filter((document) => !isStudied(subject.id, document, context))
  const measured = documents.length - missing.length
  const overdue = missing.filter((document) => lastDayOf(document) <= asOf)
  const found = { measured, required: documents.length, unit: 'session' } as const
  if (missing.length === 0)
    return {
      verdict: 'met',
      ...found,
      message: words(
        `${documents.length}份文件都已学习。`,
        `All ${documents.length} documents were studied.`,
      ),
    }
  const names = listed((overdue.length > 0 ? overdue : missing).map(({ name }) => name))
  if (overdue.length > 0) {
    const message = words(
      `应学${documents.length}份，已学${measured}份；逾期未学：${names['zh-CN']}。`,
      `${measured} of ${documents.length} documents studied; overdue: ${names.en}.`,
    )
    const first = overdue.map(({ from }) => from).sort()[0]!
    return shortOf({ ...found, message }, context, first, overdue.map(lastDayOf).sort().at(-1)!)
  }
  const due = missing.map(lastDayOf).sort()[0]!
  const message = words(
    `应学${documents.length}份，已学${measured}份；尚未学习：${names['zh-CN']}，最早 ${due} 到期。`,
    `${measured} of ${documents.length} documents studied; still to study: ${names.en}, the first by ${due}.`,
  )
  return { verdict: 'pending', ...found, due, message }
}

function isStudied(branch: string, document: Program, { asOf, dataset }: RuleContext): boolean {
  return sessionsOfBranch(dataset, branch, 'program').some(
    (session) => names(session, document) && isHeldBy(session, asOf, dataset),
  )
}

import { defineRule, type Judgement, type Program, type RuleContext, type RuleSubject } from '@xueshi/core'
import { listed, notOwed, shortOf } from '../../../data/judged.ts'
import { lastDayOf, names, programsOver } from '../../../data/programs.ts'
import { isHeldBy, sessionsOfBranch } from '../../../data/sessions.ts'
import { practice } from '../../../source.ts'
import { namedSessions, words, yearOfProgram } from '../../../wording.ts'

/** 主题教育: each branch has held a session for each required item. */
export default defineRule({
  id: 'campaign/required-items',
  title: words('主题教育规定动作', 'Required items of themed education'),
  subject: 'organization',
  who: { kind: ['branch'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [practice()],
  uncoded: [
    namedSessions,
    yearOfProgram,
    words(
      '规定动作按名称核对：活动的“主题”写有该项名称，或者“内容分类”有该项，即算完成。',
      'An item is done by a session whose title contains its name or whose topics list it.',
    ),
  ],
  summary: words(
    '党支部完成主题教育的每个规定动作。',
    'A branch holds a session for each required item of a themed education.',
  ),
  advice: words(
    '请组织尚缺的规定动作；已经完成的，请在活动表“培训项目”填写主题教育名称，“主题”写明该项。',
    'Hold what is missing; where it was held, name the program in 培训项目 and the item in the title.',
  ),
  reads: ['organizations', 'sessions', 'programs'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf } = context
  const programs = programsOver(context, 'campaign', id).filter(
    ({ from, items }) => items.length > 0 && from <= asOf,
  )
  if (programs.length === 0) return notOwed('没有规定动作。', 'No item is required.')
  const open: Program[] = []
  const ended: Program[] = []
  const missing: string[] = []
  let required = 0
  for (const program of programs) {
    const left = missingItems(id, program, context)
    required += program.items.length
    missing.push(...left)
    if (left.length > 0) (lastDayOf(program) > asOf ? open : ended).push(program)
  }
  const measured = required - missing.length
  const list = listed(missing)
  const message =
    missing.length === 0
      ? words(`${required}项规定动作都已完成。`, `All ${required} items are done.`)
      : words(
          `规定动作${required}项，完成${measured}项；尚缺：${list['zh-CN']}。`,
          `${measured} of ${required} items are done; missing: ${list.en}.`,
        )
  const found = { measured, required, unit: 'session', message } as const
  if (ended.length > 0)
    return shortOf(
      found,
      context,
      ended.map(({ from }) => from).sort()[0]!,
      ended.map(lastDayOf).sort().at(-1)!,
    )
  if (open.length > 0) return { verdict: 'pending', ...found, due: open.map(lastDayOf).sort()[0]! }
  return { verdict: 'met', ...found }
}

function missingItems(branch: string, program: Program, { asOf, dataset }: RuleContext): string[] {
  const held = sessionsOfBranch(dataset, branch, 'program').filter(
    (session) => names(session, program) && isHeldBy(session, asOf, dataset),
  )
  return program.items.filter(
    (item) => !held.some(({ title, topics }) => title?.includes(item) === true || topics.includes(item)),
  )
}

import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { listed, notOwed, unknown } from '../../../data/judged.ts'
import { ownPrograms } from '../../../data/programs.ts'
import { least } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { words, yearOfProgram } from '../../../wording.ts'
import { organizers } from '../../who.ts'

/** One set of materials and notebooks for everybody whom a rotation is for. */
export default defineRule({
  id: 'rotation/materials',
  title: words('轮训教材人手一套', 'Materials of a rotation for everybody'),
  subject: 'organization',
  who: organizers,
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    share: least(
      words('教材与人数的最低比例', 'least sets of materials for each hundred persons'),
      'percent',
      100,
    ),
  },
  citations: [practice()],
  uncoded: [
    yearOfProgram,
    words(
      '人数：培训项目填了名额的按名额，否则按核对当日主办单位所属的正式、预备党员。',
      'Persons are the quota of the program, else the members below its organization on the day of the check.',
    ),
    words('教材是否发到本人不核对。', 'Whether each set reached its person is not checked.'),
  ],
  summary: words(
    '每个轮训项目发放的教材不少于参训人数的{share}%。',
    'Each rotation has materials for at least {share} percent of its persons.',
  ),
  advice: words(
    '请补发教材；已经发放的，请在培训项目表“教材数量”更正。',
    'Issue more materials; where they were issued, correct 教材数量 of the program.',
  ),
  reads: ['organizations', 'members', 'programs'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const programs = ownPrograms(context, 'rotation', id).filter(({ from }) => from <= context.asOf)
  if (programs.length === 0) return notOwed('没有举办轮训。', 'No rotation was run.')
  const untold = programs.filter(({ materials }) => materials === null)
  const share = Number(context.parameter('share'))
  const short: string[] = []
  let measured = 0
  let required = 0
  for (const { materials, name, quota } of programs) {
    if (materials === null) continue
    const persons = quota ?? context.size(id, 'members', 'subtree')
    const asked = Math.ceil((persons * share) / 100)
    measured += materials
    required += asked
    if (materials < asked) short.push(name)
  }
  const found = { measured, required, unit: 'session' } as const
  if (short.length > 0) {
    const names = listed(short)
    const message = words(
      `教材共${measured}套，要求${required}套；不足的：${names['zh-CN']}。`,
      `${measured} sets of ${required} asked for; too few: ${names.en}.`,
    )
    return { verdict: 'breached', ...found, message }
  }
  if (untold.length > 0) {
    const names = listed(untold.map(({ name }) => name))
    return unknown(`没有填写教材数量：${names['zh-CN']}。`, `no number of materials: ${names.en}.`)
  }
  const message = words(
    `教材共${measured}套，要求${required}套。`,
    `${measured} sets of ${required} asked for.`,
  )
  return { verdict: 'met', ...found, message }
}

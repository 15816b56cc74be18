import { defineRule, type Judgement, type Program, type RuleContext, type RuleSubject } from '@xueshi/core'
import { traineesOf } from '../../../data/attended.ts'
import { type Counted, listed, notOwed, shortOf } from '../../../data/judged.ts'
import { lastDayOf, ownPrograms } from '../../../data/programs.ts'
import { least, most } from '../../../parameters.ts'
import { practice } from '../../../source.ts'
import { namedSessions, words, yearOfProgram } from '../../../wording.ts'
import { organizers } from '../../who.ts'

/** The places of a class are filled, and not more than filled. */
export default defineRule({
  id: 'class/quota',
  title: words('培训班名额', 'Quotas of classes'),
  subject: 'organization',
  who: organizers,
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    least: least(words('参训人数与名额的最低比例', 'least share of the quota that is filled'), 'percent', 80),
    most: most(words('参训人数与名额的最高比例', 'greatest share of the quota'), 'percent', 100),
  },
  citations: [practice()],
  uncoded: [
    namedSessions,
    yearOfProgram,
    words(
      '没有填名额的班次不核对；参训人是否属于培训对象不核对。',
      'Classes without quota are not checked, nor whether the persons are of the audience.',
    ),
    words(
      '同一人参加一个班的几次活动只计一人；主讲、列席的不计。',
      'A person counts once a class; lecturers and observers do not.',
    ),
  ],
  summary: words(
    '培训班实际参训人数在名额的{least}%至{most}%之间。',
    'Between {least} and {most} percent of the quota of each class attend it.',
  ),
  advice: words(
    '请核对名额和考勤：未登记的参训人请补录，名额有变动的请更正培训项目表。',
    'Compare quota and attendance: add who is missing, correct the quota where it changed.',
  ),
  reads: ['organizations', 'sessions', 'attendance', 'programs'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf } = context
  const classes = ownPrograms(context, 'class', id).filter(
    ({ from, quota }) => quota !== null && from <= asOf,
  )
  if (classes.length === 0) return notOwed('没有填写名额的培训班。', 'No class with a quota.')
  const share = (name: string) => Number(context.parameter(name)) / 100
  const over: string[] = []
  const under: Program[] = []
  const running: Program[] = []
  let measured = 0
  let required = 0
  let limit = 0
  for (const program of classes) {
    const persons = traineesOf(context.dataset, program, asOf).size
    const quota = program.quota!
    measured += persons
    required += Math.ceil(quota * share('least'))
    limit += Math.floor(quota * share('most'))
    if (persons > Math.floor(quota * share('most'))) over.push(program.name)
    else if (persons < Math.ceil(quota * share('least')))
      (lastDayOf(program) > asOf ? running : under).push(program)
  }
  const found = (zh: string, en: string): Counted => ({
    measured,
    required,
    unit: 'person',
    message: words(
      `${classes.length}个班共${measured}人；${zh}`,
      `${measured} persons in ${classes.length} classes; ${en}`,
    ),
  })
  if (over.length > 0) {
    const names = listed(over)
    return {
      verdict: 'breached',
      ...found(`超过名额：${names['zh-CN']}。`, `more than the quota: ${names.en}.`),
      required: limit,
    }
  }
  if (under.length > 0) {
    const names = listed(under.map(({ name }) => name))
    const days = under.map(lastDayOf).sort()
    const counted = found(`名额未满：${names['zh-CN']}。`, `quota not filled: ${names.en}.`)
    return shortOf(counted, context, under.map(({ from }) => from).sort()[0]!, days.at(-1)!)
  }
  if (running.length > 0) {
    const names = listed(running.map(({ name }) => name))
    const due = running.map(lastDayOf).sort()[0]!
    return {
      verdict: 'pending',
      ...found(`名额未满：${names['zh-CN']}。`, `to be filled: ${names.en}.`),
      due,
    }
  }
  return { verdict: 'met', ...found('人数都在规定的比例之内。', 'all within their shares.') }
}

import {
  type AggregatePart,
  defineRule,
  type Judgement,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { attendeesOf } from '../../../data/attended.ts'
import { judgeLeast, notOwed } from '../../../data/judged.ts'
import { isForMembers, programsOver } from '../../../data/programs.ts'
import { remembered } from '../../../data/remembered.ts'
import { least } from '../../../parameters.ts'
import { FRAIL_TAGS, practice } from '../../../source.ts'
import { words, yearOfProgram } from '../../../wording.ts'

/** Members of whom a rotation is asked, and those who took part. */
interface Rotation {
  readonly asked: number
  readonly trained: number
}

const NOBODY: Rotation = { asked: 0, trained: 0 }
const UNTRAINED: Rotation = { asked: 1, trained: 0 }
const TRAINED: Rotation = { asked: 1, trained: 1 }

/** 党员轮训: nearly all members trained in one year, by branch, collective and self-study. */
export default defineRule<Rotation>({
  id: 'rotation/coverage',
  title: words('党员轮训覆盖率', 'Coverage of rotation training'),
  subject: 'organization',
  who: { kind: ['party-committee', 'leadership-group', 'organ-committee', 'general-branch', 'branch'] },
  window: { each: 'year' },
  strength: 'local',
  assurance: 'secondary',
  parameters: {
    share: least(words('参加轮训的最低比例', 'least share of members trained'), 'percent', 100),
  },
  citations: [practice()],
  uncoded: [
    yearOfProgram,
    words(
      '轮训登记在培训项目表（类型“党员轮训”），主办单位所属的党员都要参加；适用对象写明不是全体党员的不算。集中、支部组织和自学的活动，写明该项目的都计，补学也计。',
      'A rotation is a program of kind 党员轮训 for all members below its organization, unless its audience is another. Any session that names it counts: collective, of the branch, self-study, made up.',
    ),
    words(
      '应训党员：期末在本组织所属支部的正式、预备党员；停止党籍的、期末有年老体弱、行动不便、身患重病、失能标签的不计。',
      'Asked are full and probationary members below the organization at the end of the window, not suspended and without a tag of frailty.',
    ),
  ],
  summary: words(
    '有轮训任务的年度，应训党员参加轮训的不少于{share}%。',
    'In a year with a rotation training at least {share} percent of the members concerned take part.',
  ),
  advice: words(
    '请安排补训；已经参加的，请补录考勤，并在活动表“培训项目”写明轮训名称。',
    'Make up the training; who took part without a record needs attendance at a session that names the program.',
  ),
  reads: ['organizations', 'members', 'sessions', 'attendance', 'programs'],
  over: 'members',
  empty: NOBODY,
  collect,
  merge: (a, b) => ({ asked: a.asked + b.asked, trained: a.trained + b.trained }),
  judge,
})

function collect({ id }: AggregatePart, context: RuleContext): Rotation {
  const { asOf, dataset, window } = context
  const until = window.to === null || asOf < window.to ? asOf : window.to
  const { status, suspended, tags } = dataset.factsOn(id, until)
  if ((status !== 'full' && status !== 'probationary') || suspended) return NOBODY
  if (tags.some((tag) => FRAIL_TAGS.includes(tag))) return NOBODY
  const { branch } = dataset.placeOn(id, until)
  if (branch === null) return NOBODY
  const attended = attendedUnder(branch, context)
  if (attended.length === 0) return NOBODY
  for (const members of attended) if (members.has(id)) return TRAINED
  return UNTRAINED
}

/** Who attended each rotation that the members of a branch are to attend; the same for all of them. */
function attendedUnder(branch: string, context: RuleContext): readonly ReadonlySet<string>[] {
  const { asOf, dataset } = context
  return remembered(context, branch, () =>
    programsOver(context, 'rotation', branch)
      .filter((program) => isForMembers(program) && program.from <= asOf)
      .map((program) => attendeesOf(dataset, program, asOf)),
  )
}

function judge(_: RuleSubject, { asked, trained }: Rotation, context: RuleContext): Judgement {
  if (asked === 0) return notOwed('没有轮训任务，或者没有应训党员。', 'No rotation, or nobody is asked.')
  const required = Math.ceil((asked * Number(context.parameter('share'))) / 100)
  const percent = Math.floor((trained * 1000) / asked) / 10
  const message = words(
    `应训${asked}人，已训${trained}人（${percent}%），要求${required}人。`,
    `${trained} of ${asked} members trained (${percent} percent), ${required} asked for.`,
  )
  return judgeLeast({ measured: trained, required, unit: 'person', message }, context)
}

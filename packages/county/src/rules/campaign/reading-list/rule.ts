import {
  type Act,
  defineRule,
  type Judgement,
  type Program,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { type Counted, listed, notOwed, shortOf } from '../../../data/judged.ts'
import { isForMembers, lastDayOf, programsOver } from '../../../data/programs.ts'
import { groupedBy, remembered } from '../../../data/remembered.ts'
import { frailMembers, practice } from '../../../source.ts'
import { words, yearOfProgram } from '../../../wording.ts'
import { partyMember } from '../../who.ts'

/** Set books of a themed education, member by member. */
export default defineRule({
  id: 'campaign/reading-list',
  title: words('主题教育指定书目', 'Set books of themed education'),
  subject: 'member',
  who: partyMember,
  window: { each: 'year' },
  exempt: frailMembers,
  strength: 'local',
  assurance: 'secondary',
  parameters: {},
  citations: [practice()],
  uncoded: [
    yearOfProgram,
    words(
      '按记录表“读书记录”核对：党员填读书人，“文号”或者“备注”写明书名，日期在项目起止日之内。',
      'By acts 读书记录 of the member within the days of the program whose document or note names the book.',
    ),
    words('年内入党、转入的该年度不适用。', 'Who comes within the year is not applicable.'),
  ],
  summary: words('党员读完主题教育指定的书目。', 'Each member reads the set books of a themed education.'),
  advice: words(
    '请读完尚缺的书目；已经读过的，请在记录表补录“读书记录”，备注写明书名。',
    'Read what is missing; where it was read, add the act 读书记录 with the title in the note.',
  ),
  reads: ['organizations', 'members', 'acts', 'programs'],
  judge,
})

function judge({ id }: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset, window } = context
  const until = window.to === null || asOf < window.to ? asOf : window.to
  const list = listOver(dataset.placeOn(id, until).branch ?? '', context)
  const read = readingsOf(id, context)
  return read.length === 0 ? list.nothingRead : judgeReadings(read, list.programs, context)
}

function judgeReadings(read: readonly Act[], programs: readonly Program[], context: RuleContext): Judgement {
  const { asOf } = context
  if (programs.length === 0) return NO_BOOKS
  const missing: string[] = []
  const late: Program[] = []
  const open: Program[] = []
  for (const program of programs) {
    const left = program.readings.filter((book) => !read.some((act) => isOf(act, book, program, asOf)))
    if (left.length === 0) continue
    missing.push(...left)
    if (lastDayOf(program) > asOf) open.push(program)
    else late.push(program)
  }
  const found = countedOf(programs, missing)
  if (late.length > 0)
    return shortOf(
      found,
      context,
      late.map(({ from }) => from).sort()[0]!,
      late.map(lastDayOf).sort().at(-1)!,
    )
  if (open.length > 0) return { verdict: 'pending', ...found, due: open.map(lastDayOf).sort()[0]! }
  return { verdict: 'met', ...found }
}

const NO_BOOKS = notOwed('没有指定书目。', 'No book is set.')

/** What the members of a branch are to read; the same for all of them. */
interface ReadingList {
  /** Programs with set books. */
  readonly programs: readonly Program[]
  /** What is said of the many who have read nothing. */
  readonly nothingRead: Judgement
}

function listOver(branch: string, context: RuleContext): ReadingList {
  const { asOf } = context
  return remembered(context, branch, () => {
    const programs = programsOver(context, 'campaign', branch).filter(
      (program) => program.readings.length > 0 && program.from <= asOf && isForMembers(program),
    )
    return { programs, nothingRead: judgeReadings([], programs, context) }
  })
}

/** The numbers and their sentence; many members miss the same books. */
function countedOf(programs: readonly Program[], missing: readonly string[]): Counted {
  return remembered(programs, missing.join('\n'), () => {
    const required = programs.reduce((sum, { readings }) => sum + readings.length, 0)
    const measured = required - missing.length
    const list = listed(missing)
    const message =
      missing.length === 0
        ? words(`${required}本书都已读完。`, `All ${required} books were read.`)
        : words(
            `指定${required}本，读完${measured}本；尚缺：${list['zh-CN']}。`,
            `${measured} of ${required} books read; missing: ${list.en}.`,
          )
    return { measured, required, unit: 'session', message }
  })
}

function readingsOf(member: string, { dataset }: RuleContext): readonly Act[] {
  const { acts } = dataset
  const index = remembered(acts, 'readings', () =>
    groupedBy(
      acts.filter((act) => act.kind === 'reading' && act.member !== null),
      (act) => [act.member!],
    ),
  )
  return index.get(member) ?? []
}

function isOf({ date, document, note }: Act, book: string, { from, to }: Program, asOf: string): boolean {
  if (date > asOf || date < from || (to !== null && date > to)) return false
  return document?.includes(book) === true || note?.includes(book) === true
}

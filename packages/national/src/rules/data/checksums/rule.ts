import {
  defineRule,
  type Judgement,
  type Place,
  type Problem,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { citizenNumber1999 } from '../../../instruments/data-standards.ts'
import { words } from '../../wording.ts'

const { checkDigit } = citizenNumber1999.sentences

const FAULTS: ReadonlySet<string> = new Set([
  'citizen-number-damaged',
  'citizen-number-invalid',
  'duplicate-citizen-number',
])

/** GB 11643: what the importer found wrong with citizen numbers, said of the members themselves. */
export default defineRule({
  id: 'data/checksums',
  title: words('公民身份号码校验', 'Citizen numbers'),
  subject: 'member',
  who: { status: ['full', 'probationary', 'candidate', 'activist', 'applicant'] },
  window: { anyDay: true },
  strength: 'derived',
  assurance: 'secondary',
  parameters: {},
  citations: [checkDigit],
  uncoded: [
    words(
      '与出生日期、性别是否一致：公民身份号码只在导入时校验，不保存，因此不能再与出生日期、性别比对。',
      'Whether it agrees with the date of birth and the sex: the number is checked on import and not kept, so it cannot be compared.',
    ),
    words(
      '统一社会信用代码（GB 32100）：不在数据中，不校验。',
      'Unified social credit codes (GB 32100): not in the data.',
    ),
    words(
      '没有填写公民身份号码的：不提示；两人号码相同的，只在编号在后的一人处提示。',
      'Members without a citizen number are not shown; of two with the same number the one whose id comes later is.',
    ),
  ],
  summary: words(
    '公民身份号码应当完整，位数、出生日期和校验码正确，不与他人相同。',
    'A citizen number is whole, with a right length, date of birth and check digit, and nobody else has it.',
  ),
  advice: words(
    '请按党员档案核对公民身份号码；在电子表格中请把该列设为“文本”后重新导出。',
    'Compare the number with the file of the member; format the column as text and export again.',
  ),
  reads: ['members'],
  judge,
})

function judge(subject: RuleSubject, { dataset }: RuleContext): Judgement {
  if (!dataset.hasColumn('members', 'citizenId'))
    return {
      verdict: 'not-applicable',
      message: words('党员表没有公民身份号码。', 'The table of members has no citizen numbers.'),
    }
  const faults = faultsIn(dataset.problems)
  if (faults.messages.size > 0) {
    const place = dataset.member(subject.id)?.place
    const message =
      place === undefined || !faults.rows.has(place.row) ? undefined : faults.messages.get(keyOf(place))
    if (message !== undefined) return { verdict: 'breached', message }
  }
  return faults.whole ? NO_FAULT : TOO_MANY
}

const NO_FAULT: Judgement = {
  verdict: 'met',
  message: words('没有发现问题。', 'Nothing wrong was found.'),
}

const TOO_MANY: Judgement = {
  verdict: 'unknown',
  message: words(
    '此类问题太多，没有逐条列出，无法判断。请先更正已列出的问题。',
    'There are too many such problems to list them all; this cannot be told. Mend those that are listed first.',
  ),
}

interface Faults {
  readonly messages: ReadonlyMap<string, Problem['message']>
  /** The rows of their places, by which nearly all members are told apart from them. */
  readonly rows: ReadonlySet<number | undefined>
  /** Whether all problems of these kinds are listed. */
  readonly whole: boolean
}

// The problems of a dataset never change: they are looked through once, not once per member.
const known = new WeakMap<readonly Problem[], Faults>()

function faultsIn(problems: readonly Problem[]): Faults {
  let faults = known.get(problems)
  if (faults === undefined) {
    const messages = new Map<string, Problem['message']>()
    const rows = new Set<number | undefined>()
    let whole = true
    for (const problem of problems) {
      if (problem.code === 'more-problems' && FAULTS.has(problem.value ?? '')) whole = false
      if (problem.table !== 'members' || !FAULTS.has(problem.code)) continue
      const key = keyOf(problem)
      rows.add(problem.row)
      if (!messages.has(key)) messages.set(key, problem.message)
    }
    faults = { messages, rows, whole }
    known.set(problems, faults)
  }
  return faults
}

function keyOf({ file, sheet, row }: Place): string {
  return `${file ?? ''}\n${sheet ?? ''}\n${row ?? ''}`
}

import {
  addDuration,
  defineRule,
  type EpochDay,
  formatDate,
  type Judgement,
  type LocalizedText,
  type Member,
  parseDate,
  type RuleContext,
  type RuleSubject,
} from '@xueshi/core'
import { constitution2022 } from '../../../instruments/constitution-2022.ts'
import { development2014 } from '../../../instruments/development-2014.ts'
import { development2026 } from '../../../instruments/development-2026.ts'
import { inBothTexts, leastTime } from '../../development/texts.ts'
import { words } from '../../wording.ts'

const { application } = development2026.sentences

/** The milestones in order, as the input contract names them. */
const MILESTONES = [
  { field: 'appliedOn', zh: '申请入党日期', en: 'day of application' },
  { field: 'activistOn', zh: '确定积极分子日期', en: 'day of becoming an activist' },
  { field: 'candidateOn', zh: '确定发展对象日期', en: 'day of becoming a candidate' },
  { field: 'admittedOn', zh: '入党日期', en: 'day of admission' },
  { field: 'fullOn', zh: '转正日期', en: 'day of becoming a full member' },
] as const

/** 细则 Art. 5 and 32 (2014), 5 and 31 (2026), 党章 Art. 7: what the dates of a person must agree with. */
export default defineRule({
  id: 'data/date-order',
  title: words('入党各项日期的先后', 'Order of the dates of membership'),
  subject: 'member',
  who: { status: ['full', 'probationary', 'candidate', 'activist', 'applicant'] },
  window: { anyDay: true },
  strength: 'derived',
  assurance: 'verified',
  parameters: {
    age: leastTime(
      words('申请时的最低年龄', 'least age at application'),
      inBothTexts('P18Y', [application], [application]),
    ),
    probation: leastTime(
      words('预备期', 'probation'),
      inBothTexts('P1Y', [development2014.sentences.probation], [development2026.sentences.probation]),
    ),
  },
  citations: [application, constitution2022.sentences.probation],
  uncoded: [
    words(
      '年龄和预备期：只核对2014年5月28日以后申请、入党的，此前的规定没有读到；没有填写的日期不提示。',
      'Age and probation are checked for applications and admissions from 2014-05-28 on only, earlier rules were not read; blank dates are not shown.',
    ),
    words(
      '出生日期只有年月的，按当月最早一日计算，从宽。',
      'Of a birth known by its month only, the earliest day is taken, in favour of the person.',
    ),
    words(
      '追认党员、恢复党籍等特殊情形：日期与此不同的，请登记豁免。',
      'Special cases, such as members recognised after death or restored: record a waiver.',
    ),
  ],
  summary: words(
    '申请、积极分子、发展对象、入党、转正各项日期依次在后；申请时年满{age}，转正与入党相隔{probation}以上。',
    'Application, activist, candidate, admission and full membership follow one another; at least {age} old at application, and {probation} from admission to full membership.',
  ),
  advice: words(
    '请按党员档案核对各项日期并更正。',
    'Compare the dates with the file of the member and correct them.',
  ),
  reads: ['members'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const person = context.dataset.member(subject.id)
  if (person === undefined || hasNothingToCompare(person)) return NOTHING
  const terms = termFaults(person, context)
  const faults = isInOrder(person) ? terms : [...orderFaults(person), ...terms]
  if (faults.length === 0) return ORDERLY
  return {
    verdict: 'breached',
    message: {
      'zh-CN': faults.map((fault) => fault['zh-CN']).join('；'),
      en: faults.map((fault) => fault.en).join('; '),
    },
  }
}

const NOTHING: Judgement = {
  verdict: 'not-applicable',
  message: words('没有可以比较的日期。', 'There are no dates to compare.'),
}

const ORDERLY: Judgement = {
  verdict: 'met',
  message: words('各项日期没有矛盾。', 'The dates agree.'),
}

/** Fewer than two dates, and no application whose age can be checked. */
function hasNothingToCompare(person: Member): boolean {
  const { appliedOn, activistOn, candidateOn, admittedOn, fullOn } = person
  if (appliedOn !== null) return false
  let dates = activistOn === null ? 0 : 1
  if (candidateOn !== null) dates++
  if (admittedOn !== null) dates++
  if (fullOn !== null) dates++
  return dates < 2
}

/** Whether no date lies before an earlier step; nothing is built for the many of whom this is true. */
function isInOrder({ appliedOn, activistOn, candidateOn, admittedOn, fullOn }: Member): boolean {
  let last = appliedOn ?? ''
  if (activistOn !== null) {
    if (activistOn < last) return false
    last = activistOn
  }
  if (candidateOn !== null) {
    if (candidateOn < last) return false
    last = candidateOn
  }
  if (admittedOn !== null) {
    if (admittedOn < last) return false
    last = admittedOn
  }
  return fullOn === null || (fullOn >= last && fullOn !== admittedOn)
}

function orderFaults(person: Member): LocalizedText[] {
  const dates = MILESTONES.filter(({ field }) => person[field] !== null)
  return dates.slice(1).flatMap((later, i) => {
    const earlier = dates[i]!
    const from = person[earlier.field]!
    const to = person[later.field]!
    // Full membership comes after admission, never on the same day; the other steps may share a day.
    const mayShare = later.field !== 'fullOn' || earlier.field !== 'admittedOn'
    if (to > from || (mayShare && to === from)) return []
    return [
      words(
        `${later.zh}（${to}）不晚于${earlier.zh}（${from}）`,
        `the ${later.en} (${to}) is not after the ${earlier.en} (${from})`,
      ),
    ]
  })
}

const NO_FAULTS: readonly LocalizedText[] = []

function termFaults(person: Member, context: RuleContext): readonly LocalizedText[] {
  const { appliedOn, admittedOn, fullOn, born } = person
  const since = development2014.inForce
  if ((appliedOn === null || appliedOn < since) && (admittedOn === null || admittedOn < since))
    return NO_FAULTS
  const faults: LocalizedText[] = []
  if (
    appliedOn !== null &&
    appliedOn >= since &&
    born !== null &&
    parseDate(appliedOn) < birthday(born, String(context.parameter('age')))
  )
    faults.push(
      words(
        `申请入党日期（${appliedOn}）时未满规定年龄`,
        `too young on the day of application (${appliedOn})`,
      ),
    )
  if (admittedOn !== null && admittedOn >= since && fullOn !== null && fullOn > admittedOn) {
    const end = addDuration(parseDate(admittedOn), String(context.parameter('probation')))
    if (parseDate(fullOn) < end)
      faults.push(
        words(
          `转正日期（${fullOn}）早于预备期满之日（${formatDate(end)}）`,
          `the day of becoming a full member (${fullOn}) is before the end of probation (${formatDate(end)})`,
        ),
      )
  }
  return faults
}

/** The day on which a person reaches an age; the day after 28 February where 29 February does not exist. */
function birthday(born: string, age: string): EpochDay {
  const date = born.length === 7 ? `${born}-01` : born
  const reached = addDuration(parseDate(date), age)
  // Every month has the days up to the 28th.
  const exists = date.slice(8) <= '28' || formatDate(reached).slice(8) === date.slice(8)
  return exists ? reached : reached + 1
}

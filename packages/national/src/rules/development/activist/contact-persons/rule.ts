import { defineRule, type Judgement, type RuleContext, type RuleSubject } from '@xueshi/core'
import { development2014 } from '../../../../instruments/development-2014.ts'
import { development2026 } from '../../../../instruments/development-2026.ts'
import { words } from '../../../wording.ts'
import { actsAbout, isFullMember, notCovered, unknown } from '../../records.ts'
import { inBothTexts, personCount } from '../../texts.ts'

const { contactPersonsInBothTexts } = development2026.sentences
const in2014 = [development2014.sentences.contactPersons]
const in2026 = [development2026.sentences.contactPersons]

/** 细则 Art. 9 of 2014 and of 2026. */
export default defineRule({
  id: 'development/activist/contact-persons',
  title: words('入党积极分子的培养联系人', 'Contact persons of an activist'),
  subject: 'member',
  who: { status: ['activist'] },
  window: { anyDay: true },
  strength: 'must',
  assurance: 'verified',
  parameters: {
    least: personCount(words('最少人数', 'least number'), 'higher', inBothTexts(1, in2014, in2026)),
    most: personCount(words('最多人数', 'greatest number'), 'lower', inBothTexts(2, in2014, in2026)),
  },
  citations: [contactPersonsInBothTexts],
  uncoded: [
    words(
      '指定的期限：条文没有规定，成为入党积极分子之日起即核对。',
      'By when they are named: the article gives no time, so it is asked from the first day as an activist.',
    ),
    words(
      '“由经过一定时间党内生活的锻炼……的党员担任”和培养联系人的主要任务：不核对，只核对指定之日是否为正式党员。',
      'Who is fit to be one, and the tasks: not checked; only that the person was a full member on the day of being named.',
    ),
    words(
      '“不适宜担任培养联系人的，党组织应当及时予以调整”（2026年文本）：不再担任的，请在记录中填写截止日期，只计当日仍在担任的。',
      'Unfit ones are replaced (text of 2026): give the act its last day; only those who serve on the day are counted.',
    ),
  ],
  summary: words(
    '每名入党积极分子应当有{least}至{most}名正式党员作培养联系人。',
    'Each activist has {least} to {most} full members as contact persons.',
  ),
  advice: words(
    '请指定培养联系人并在记录表登记：类型填“指定培养联系人”，党员编号填入党积极分子，对方党员编号填培养联系人；不再担任的填截止日期。',
    'Name contact persons and add them to the table of acts with kind 指定培养联系人, the activist as member and the contact person as counterpart; give the last day of those who no longer serve.',
  ),
  reads: ['members', 'acts'],
  judge,
})

function judge(subject: RuleSubject, context: RuleContext): Judgement {
  const { asOf, dataset } = context
  const least = Number(context.parameter('least'))
  const most = Number(context.parameter('most'))
  const serving = new Set<string>()
  let unnamed = 0
  let unfit = 0
  for (const act of actsAbout(subject.id, 'contact-person', context)) {
    if (act.until !== null && act.until < asOf) continue
    const person = act.counterpart === null ? undefined : dataset.member(act.counterpart)
    if (person === undefined) unnamed++
    else if (isFullMember(person, act.date)) serving.add(person.id)
    else unfit++
  }
  const found = serving.size
  const numbers = { measured: found, required: found > most ? most : least, unit: 'person' } as const
  if (found > most)
    return {
      verdict: 'breached',
      ...numbers,
      message: words(
        `现有培养联系人${found}名，应为${least}至${most}名。`,
        `${found} contact persons, there should be ${least} to ${most}.`,
      ),
    }
  if (unnamed > 0 && (found < least || found + unnamed > most))
    return unknown(
      words(
        `有${unnamed}条指定培养联系人的记录没有对方党员编号，或者编号不在党员表中。`,
        `${unnamed} acts name no contact person who is in the table of members.`,
      ),
    )
  const unfitWords = {
    zh: unfit === 0 ? '' : `另有${unfit}名在指定之日不是正式党员，不计入。`,
    en: unfit === 0 ? '' : ` ${unfit} more were no full members when named and do not count.`,
  }
  if (found >= least)
    return {
      verdict: 'met',
      ...numbers,
      message: words(
        `现有培养联系人${found}名。${unfitWords.zh}`,
        `Contact persons: ${found}.${unfitWords.en}`,
      ),
    }
  const activistOn = dataset.member(subject.id)?.activistOn ?? null
  const blind = notCovered(activistOn, asOf, context)
  if (blind !== null) return unknown(blind)
  return {
    verdict: 'breached',
    ...numbers,
    message: words(
      `现有培养联系人${found}名，应为${least}至${most}名。${unfitWords.zh}`,
      `${found} contact persons, there should be ${least} to ${most}.${unfitWords.en}`,
    ),
  }
}

import type { LocalizedText } from '@xueshi/core'

/** A text in both languages. */
export function words(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

/** What the report says without a number. */
export const ownNumber = words(
  '工作报告没有写明数字（期限），这里的数字由本规则设定，各县可以另定。',
  'The report names no number (or time); this one is our own and may be replaced.',
)

/** Sessions of a program are those that name it within its days. */
export const namedSessions = words(
  '只计“培训项目”一栏写明该项目名称（或者编号）、日期在项目起止日之内、已举办的活动。',
  'Only held sessions count that name the program (or its id) in their column 培训项目, within its first and last day.',
)

/** When a program belongs to a year. */
export const yearOfProgram = words(
  '跨年的项目归入结束的年度；没有填结束日期的，归入开始的年度。',
  'A program over the turn of the year belongs to the year it ends in, without an end to that of its beginning.',
)

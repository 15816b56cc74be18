import { type ProblemTemplate, template } from '../dataset/problem-template.ts'
import { fillTemplate } from '../locale.ts'
import type { Problem } from '../model/problem.ts'
import type { InputTable } from '../model/rows.ts'

/** Faults of events that no table of an export can have. */
const TEMPLATES = {
  nothingToWithdraw: template(
    'unknown-attendance',
    'error',
    '没有这一条考勤（{value}），无法撤销。请核对活动编号和党员编号。',
    'There is no such attendance ({value}) to withdraw. Please check the session and the member.',
  ),
  nothingToDismiss: template(
    'unknown-post',
    'error',
    '这名党员当日没有担任这一职务（{value}），免职未采用。请核对职务和日期。',
    'The member does not hold this post on that day ({value}); the dismissal was left out. Please check role and date.',
  ),
} as const satisfies Record<string, ProblemTemplate>

/** A problem of an event; `words` are already masked. */
export function eventProblem(
  key: keyof typeof TEMPLATES,
  table: InputTable,
  words: readonly string[],
): Problem {
  const { code, severity, message } = TEMPLATES[key]
  const value = words.join(' × ')
  return Object.freeze({
    code,
    severity,
    message: {
      'zh-CN': fillTemplate(message['zh-CN'], { value }),
      en: fillTemplate(message.en, { value }),
    },
    table,
    value,
  })
}

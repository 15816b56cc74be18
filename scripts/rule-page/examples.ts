import { demandsOf, type Locale, type Rule, termName, UNITS, VERDICTS } from '@xueshi/core'
import type { CaseFile, Expectations, Expected, RuleCase } from '@xueshi/testing'
import { pick, table } from './markdown.ts'
import { spaced } from './words.ts'

/** The cases of a rule as a table: the situation, the day, and what is said of whom. The tester runs them. */
export function examplesTable(rule: Rule, file: CaseFile, locale: Locale): string[] {
  const head =
    locale === 'en'
      ? ['Situation (Chinese)', 'As of', 'Verdicts']
      : ['情形', '核对日', '结论（编号见用例文件）']
  return table(
    head,
    file.cases.map((example) => [
      example.title + settings(example, locale),
      example.asOf,
      verdicts(example.expect, unitOf(rule), locale),
    ]),
  )
}

/** Parameters that the case sets itself. */
function settings({ parameters }: RuleCase, locale: Locale): string {
  if (parameters === undefined) return ''
  const values = Object.entries(parameters).map(([name, value]) => `${name} = ${value}`)
  return pick(locale, `（设定 ${values.join('、')}）`, ` (with ${values.join(', ')})`)
}

/** Who has the same verdict with the same numbers in the same window stands in one line. */
function verdicts(expected: Expectations, unit: string | undefined, locale: Locale): string {
  const groups = new Map<string, { subjects: string[]; text: string }>()
  for (const [subject, windows] of Object.entries(expected))
    for (const [key, value] of Object.entries(windows)) {
      const text = verdictText(value, unit, locale)
      const id = `${key} ${text}`
      const group = groups.get(id) ?? { subjects: [], text: `${windowText(key, locale)}${text}` }
      group.subjects.push(`\`${subject}\``)
      groups.set(id, group)
    }
  if (groups.size === 0) return pick(locale, '没有义务', 'nothing is owed')
  return [...groups.values()]
    .map(({ subjects, text }) => `${subjects.join(pick(locale, '、', ', '))} ${text}`)
    .join('<br>')
}

/** Windows that are a day of the check or `*` have no name of their own. */
function windowText(key: string, locale: Locale): string {
  if (key === 'standing' || key === '*') return ''
  const since = /^since-(.*)$/.exec(key)
  if (since !== null) return pick(locale, `${since[1]} 以来：`, `since ${since[1]}: `)
  if (key === '..') return pick(locale, '起算日不明：', 'unknown beginning: ')
  const term = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(key)
  if (term !== null) return pick(locale, `${term[1]} 至 ${term[2]}：`, `${term[1]} to ${term[2]}: `)
  const open = /^(\d{4}-\d{2}-\d{2})\.\.$/.exec(key)
  if (open !== null) return pick(locale, `${open[1]} 起：`, `from ${open[1]}: `)
  return `${key}${pick(locale, '：', ': ')}`
}

const UNIT_OF_MEASURE: Readonly<Record<string, string>> = {
  sessions: 'session',
  hours: 'hour',
  days: 'day',
  lag: 'day',
  acts: 'session',
  size: 'person',
}

/** The unit of all numbers of a rule, where they have one and the same. */
function unitOf(rule: Rule): string | undefined {
  if (!('demand' in rule)) return undefined
  const units = new Set(demandsOf(rule.demand).map(({ measure }) => UNIT_OF_MEASURE[measure]))
  return units.size === 1 ? [...units][0] : undefined
}

function verdictText(expected: Expected, unit: string | undefined, locale: Locale): string {
  if (typeof expected === 'string') return `**${termName(VERDICTS, expected, locale)}**`
  const { verdict, measured, required, due } = expected
  const counted = expected.unit ?? unit
  // The steps of a form are no amount that anybody counts.
  const amount = (zh: string, en: string, value: number | null | undefined): string[] => {
    if (value === undefined || value === null || counted === 'form') return []
    const text =
      counted === undefined ? String(value) : spaced(String(value), termName(UNITS, counted, locale), locale)
    return [pick(locale, zh + text, `${en} ${text}`)]
  }
  const numbers = [
    ...amount('实有', 'has', measured),
    ...amount('标准', 'asked', required),
    ...(due === undefined || due === null ? [] : [pick(locale, `最迟${due}`, `by ${due}`)]),
  ]
  const name = `**${termName(VERDICTS, verdict, locale)}**`
  if (numbers.length === 0) return name
  return pick(locale, `${name}（${numbers.join('，')}）`, `${name} (${numbers.join(', ')})`)
}

import type { z } from 'zod'
import { nearestWord } from './nearest.ts'

/** The faults of a value that should hold refinements, each with its path and what would be right. */
export function faultsOfRefinements(error: z.ZodError, value: unknown): string[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    const at = path.join('').replace(/^\./, '') || 'JSON'
    return `${at}: ${wordsFor(issue, valueAt(value, issue.path))}`
  })
}

const KEYS = [
  ['refinements', '$schema'],
  ['authority', 'issuer', 'rule', 'parameter', 'value', 'from', 'to', 'under', 'citation', 'reason'],
  ['instrument', 'document', 'article', 'articleConfirmed', 'quote', 'assurance'],
].flat()

function wordsFor(issue: z.core.$ZodIssue, found: unknown): string {
  const shown = found === undefined ? '' : `：${short(found)}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .map((key) => `没有这个键 / unknown key: ${short(key)}${meant(nearestWord(key, KEYS))}`)
        .join('; ')
    case 'invalid_value': {
      const words = issue.values.map(String)
      const near = typeof found === 'string' ? nearestWord(found, words) : undefined
      return `应为 / must be one of ${words.join(', ')}${shown}${meant(near)}`
    }
    case 'invalid_type':
      return found === undefined
        ? '缺少 / is missing'
        : `应为 / must be ${TYPES[issue.expected] ?? issue.expected}${shown}`
    case 'custom':
      return issue.message === 'order'
        ? `早于 from / is before from${shown}`
        : `没有这一天 / no such day${shown}`
    case 'too_small':
      return found === '' || (Array.isArray(found) && found.length === 0)
        ? '不能为空 / must not be empty'
        : `不能小于 / must be at least ${issue.minimum}${shown}`
    case 'too_big':
      return `太长 / is too long: > ${issue.maximum}`
    case 'invalid_format':
      return `${FORMATS[String(issue.path.at(-1))] ?? '格式有误 / malformed'}${shown}`
    case 'invalid_union':
      return `应为不小于 0 的数，或期限 / must be a number of at least 0, or a duration such as P6M${shown}`
    default:
      return issue.message
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: '对象 / an object',
  array: '数组 / an array',
  string: '文字 / a text',
  number: '数 / a number',
  boolean: 'true, false',
}

const FORMATS: Readonly<Record<string, string>> = {
  from: '应为日期 / must be a date YYYY-MM-DD',
  to: '应为日期 / must be a date YYYY-MM-DD',
  rule: '应为规则编号 / must be a rule id such as national/member/annual-hours',
}

function meant(near: string | undefined): string {
  return near === undefined ? '' : `；是否指 / did you mean ${near}?`
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<PropertyKey, unknown>)[part]
  }
  return at
}

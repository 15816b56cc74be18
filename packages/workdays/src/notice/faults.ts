import { nearestWord } from '@xueshi/core'
import type { z } from 'zod'

const KEYS = [
  ['$schema', 'notices', 'year', 'source', 'amends', 'holidays', 'makeUpDays'],
  ['title', 'issuer', 'date', 'document', 'url', 'name', 'from', 'to'],
].flat()

/** The faults of form of a value that should hold notices, each with its path and what would be right. */
export function faultsOfForm(error: z.ZodError, value: unknown): string[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    const at = path.join('').replace(/^\./, '') || 'JSON'
    return `${at}: ${wordsFor(issue, valueAt(value, issue.path))}`
  })
}

function wordsFor(issue: z.core.$ZodIssue, found: unknown): string {
  const shown = found === undefined ? '' : `：${short(found)}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `没有这个键 / unknown key: ${short(key)}${meant(key)}`).join('; ')
    case 'invalid_type':
      return found === undefined
        ? '缺少 / is missing'
        : `应为 / must be ${TYPES[issue.expected] ?? issue.expected}${shown}`
    case 'custom':
      return `没有这一天 / no such day${shown}`
    case 'invalid_format':
      return issue.path.at(-1) === 'url'
        ? `应为 http(s) 网址 / must be an http(s) address${shown}`
        : `应为日期 / must be a date YYYY-MM-DD${shown}`
    case 'too_small':
      return found === ''
        ? '不能为空 / must not be empty'
        : `不能小于 / must be at least ${issue.minimum}${shown}`
    case 'too_big':
      return typeof found === 'string'
        ? `太长 / is too long: > ${issue.maximum}`
        : `不能大于 / must be at most ${issue.maximum}${shown}`
    default:
      return issue.message
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: '对象 / an object',
  array: '数组 / an array',
  string: '文字 / a text',
  number: '数 / a number',
  int: '整数 / a whole number',
  boolean: 'true, false',
}

function meant(key: string): string {
  const near = nearestWord(key, KEYS)
  return near === undefined ? '' : `；是否指 / did you mean ${near}?`
}

function short(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value)
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<PropertyKey, unknown>)[part]
  }
  return at
}

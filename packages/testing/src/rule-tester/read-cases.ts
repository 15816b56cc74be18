import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VERDICTS, XueshiError } from '@xueshi/core'
import { CASE_FORMAT, type CaseFile } from './case-file.ts'

/**
 * Reads every `cases.json` below a folder, in order of rule.
 *
 * @throws XueshiError `input-unreadable` where a file is no JSON, `invalid-rule` where it is not of the format.
 */
export function readCaseFiles(folder: string | URL): CaseFile[] {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file === 'cases.json' || file.endsWith(`${sep}cases.json`))
    .map((file) => parseCaseFile(jsonOf(join(root, file)), file.split(sep).join('/')))
    .sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new XueshiError('input-unreadable', `不是有效的 JSON / not JSON: ${file}`, { where: file, cause })
  }
}

const FIELDS = {
  file: ['$schema', 'format', 'rule', 'never', 'workdays', 'cases'],
  case: ['title', 'asOf', 'rows', 'parameters', 'config', 'workdays', 'expect', 'others'],
  expected: ['verdict', 'measured', 'required', 'unit', 'due', 'level', 'organization'],
  workdays: ['from', 'to', 'off', 'on'],
}
const VERDICT_IDS: readonly unknown[] = VERDICTS.map((verdict) => verdict.id)

/**
 * A value as a case file; every field is known and has its type, so that a mistyped `expcet` is no silent pass.
 *
 * @throws XueshiError `invalid-rule` naming each fault and its place in the file.
 */
export function parseCaseFile(value: unknown, where: string): CaseFile {
  const faults: string[] = []
  const file = fields(value, FIELDS.file, '', faults)
  if (typeof file.rule !== 'string') faults.push('rule')
  if (file.format !== undefined && file.format !== CASE_FORMAT)
    faults.push(`format: ${JSON.stringify(file.format)}, 应为 / expected ${CASE_FORMAT}`)
  for (const [verdict, reason] of Object.entries(fields(file.never ?? {}, VERDICT_IDS, 'never', faults)))
    if (typeof reason !== 'string' || reason === '') faults.push(`never.${verdict}`)
  checkWorkdays(file.workdays, 'workdays', faults)
  if (!Array.isArray(file.cases)) faults.push('cases')
  else for (const [i, example] of file.cases.entries()) checkCase(example, `cases[${i}]`, faults)
  if (faults.length > 0)
    throw new XueshiError(
      'invalid-rule',
      `用例文件格式不对 / not a case file: ${where}: ${faults.join('; ')}`,
      {
        where,
        hint: 'docs/case-format.md',
      },
    )
  return value as CaseFile
}

function checkCase(value: unknown, path: string, faults: string[]): void {
  const example = fields(value, FIELDS.case, path, faults)
  for (const name of ['title', 'asOf'])
    if (typeof example[name] !== 'string' || example[name] === '') faults.push(`${path}.${name}`)
  for (const [table, rows] of Object.entries(fields(example.rows, null, `${path}.rows`, faults)))
    if (!Array.isArray(rows) || !rows.every(isObject)) faults.push(`${path}.rows.${table}`)
  if (example.parameters !== undefined) fields(example.parameters, null, `${path}.parameters`, faults)
  if (example.config !== undefined && !(Array.isArray(example.config) && example.config.every(isObject)))
    faults.push(`${path}.config`)
  checkWorkdays(example.workdays, `${path}.workdays`, faults)
  checkExpectations(example.expect, `${path}.expect`, faults)
  for (const [rule, expected] of Object.entries(fields(example.others ?? {}, null, `${path}.others`, faults)))
    checkExpectations(expected, `${path}.others.${rule}`, faults)
}

function checkExpectations(value: unknown, path: string, faults: string[]): void {
  for (const [subject, windows] of Object.entries(fields(value, null, path, faults)))
    for (const [key, expected] of Object.entries(fields(windows, null, `${path}.${subject}`, faults))) {
      const at = `${path}.${subject}.${key}`
      const verdict =
        typeof expected === 'string' ? expected : fields(expected, FIELDS.expected, at, faults).verdict
      if (!VERDICT_IDS.includes(verdict)) faults.push(`${at}: ${JSON.stringify(verdict)}`)
    }
}

function checkWorkdays(value: unknown, path: string, faults: string[]): void {
  if (value === undefined) return
  const { from, to, off, on } = fields(value, FIELDS.workdays, path, faults)
  if (typeof from !== 'string' || typeof to !== 'string') faults.push(`${path}.from, ${path}.to`)
  for (const days of [off, on])
    if (days !== undefined && !Array.isArray(days)) faults.push(`${path}.off, ${path}.on`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object; a fault where it is none, or where it has a field that is not known. */
function fields(
  value: unknown,
  known: readonly unknown[] | null,
  path: string,
  faults: string[],
): Record<string, unknown> {
  if (!isObject(value)) {
    faults.push(path === '' ? '{}' : path)
    return {}
  }
  for (const name of Object.keys(value))
    if (known !== null && !known.includes(name)) faults.push(path === '' ? name : `${path}.${name}`)
  return value
}

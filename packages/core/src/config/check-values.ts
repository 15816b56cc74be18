import { XueshiError } from '../errors.ts'
import type { Rule } from '../plugin/plugin.ts'
import type { Parameter } from '../requirement/schema.ts'
import type { Level } from '../terms.ts'
import type { RuleSetting } from './config.ts'
import { nearestWord } from './nearest.ts'
import type { Refinement } from './refinement.ts'
import { isWeaker } from './stricter.ts'

const LEVEL_WORDS: readonly string[] = ['off', 'warn', 'error'] satisfies Level[]

/**
 * Refuses a setting of an entry that names no level or parameter, or may not give the value.
 *
 * @throws XueshiError `invalid-config`, `unknown-parameter`, `invalid-parameter`.
 */
export function checkSetting(id: string, rule: Rule, setting: RuleSetting, entry: string): void {
  if (setting.level !== undefined && !LEVEL_WORDS.includes(setting.level)) {
    const near = nearestWord(String(setting.level), LEVEL_WORDS)
    throw new XueshiError(
      'invalid-config',
      `${id}: 级别无效 / invalid level ${JSON.stringify(setting.level)}`,
      {
        where: entry,
        hint: near ?? LEVEL_WORDS.join(', '),
      },
    )
  }
  const source = `配置 / entry “${entry}”`
  for (const [name, value] of Object.entries(setting.parameters ?? {})) {
    const parameter = parameterNamed(id, rule, name, entry)
    const refuse = refusal(id, name, value, entry)
    checkForm(value, parameter, refuse)
    if (parameter.refinement === 'fixed') refuse(fixedText(parameter, source))
    // An entry that a later one overrides is still not allowed to ask for less than the regulation.
    for (const version of parameter.refinement === 'raise-only' ? parameter.versions : [])
      if (isWeaker(value, version.value, parameter))
        refuse(
          `只能加码，不能低于上级规定 ${version.value} / may only be made stricter than ${version.value}\n  · ${source} = ${value}\n  · ${ruleText(parameter)} = ${version.value}, ${version.from}..${version.to ?? ''}`,
        )
  }
}

/**
 * Refuses a refinement of a parameter that does not exist or may not be refined, or of a value of another form.
 * What it may be beside the values of other levels is told by their precedence.
 *
 * @throws XueshiError `unknown-parameter`, `invalid-parameter`.
 */
export function checkRefinement(id: string, rule: Rule, refinement: Refinement, entry: string): void {
  const where = refinement.source ?? entry
  const { parameter: name, value } = refinement
  const parameter = parameterNamed(id, rule, name, where)
  const refuse = refusal(id, name, value, where)
  checkForm(value, parameter, refuse)
  if (parameter.refinement === 'fixed')
    refuse(fixedText(parameter, `${refinement.issuer}《${refinement.citation.instrument}》`))
}

function parameterNamed(id: string, rule: Rule, name: string, where: string): Parameter {
  const parameter = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined
  if (parameter !== undefined) return parameter
  const near = nearestWord(name, Object.keys(rule.parameters))
  const meant = near === undefined ? '' : `；是否指 / did you mean ${near}?`
  throw new XueshiError('unknown-parameter', `${id}: 没有参数 / unknown parameter ${name}${meant}`, {
    where,
    hint: near ?? (Object.keys(rule.parameters).join(', ') || '-'),
  })
}

type Refuse = (why: string) => never

function refusal(id: string, name: string, value: number | string, where: string): Refuse {
  return (why) => {
    throw new XueshiError('invalid-parameter', `${id}: ${name} = ${JSON.stringify(value)}: ${why}`, { where })
  }
}

function checkForm(value: number | string, parameter: Parameter, refuse: Refuse): void {
  const sample = parameter.versions[0]!.value
  if (typeof value !== typeof sample) refuse(`应为 / expected ${typeof sample}`)
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('应为有限数 / expected a finite number')
  if (typeof value === 'string' && !/^P\d{1,4}[DMY]$/.test(value))
    refuse('应为期限 / expected a duration such as P6M')
}

function fixedText(parameter: Parameter, source: string): string {
  return `该参数不可修改 / this parameter is fixed\n  · ${source}\n  · ${ruleText(parameter)}`
}

function ruleText({ versions }: Parameter): string {
  const [citation] = versions[0]!.citations
  return `《${citation!.instrument}》${citation!.article ?? ''}`
}

import { type Finding, fillText, type LocalizedText, type Rule } from '@xueshi/core'
import { type CaseFault, fault } from './fault.ts'

const PLACEHOLDER = /\{[a-zA-Z]\w*\}/
const NOTHING = /\b(?:undefined|NaN|null)\b|\[object /

/** Messages of findings: there in both languages, filled, and Chinese where they should be. */
export function messageFaults(findings: readonly Finding[]): CaseFault[] {
  return findings.flatMap((finding) =>
    textFaults(`${finding.subject.id} ${finding.window.key}`, {
      'zh-CN': finding.message('zh-CN'),
      en: finding.message('en'),
    }),
  )
}

/** The texts of a rule itself, with its parameters filled in. */
export function ruleTextFaults(rule: Rule): CaseFault[] {
  const data = Object.fromEntries(
    Object.entries(rule.parameters).map(([name, { versions }]) => [name, versions.at(-1)!.value]),
  )
  const texts: [string, LocalizedText][] = [
    ['title', rule.title],
    ['summary', rule.summary],
    ...(rule.advice === undefined ? [] : [['advice', rule.advice] as [string, LocalizedText]]),
    ...rule.uncoded.map((text, i): [string, LocalizedText] => [`uncoded[${i}]`, text]),
    ...Object.entries(rule.parameters).map(([name, { title }]): [string, LocalizedText] => [
      `parameters.${name}.title`,
      title,
    ]),
  ]
  return texts.flatMap(([where, text]) => textFaults(where, fillText(text, data)))
}

function textFaults(where: string, text: LocalizedText): CaseFault[] {
  const faults: CaseFault[] = []
  const left = PLACEHOLDER.exec(text['zh-CN']) ?? PLACEHOLDER.exec(text.en)
  if (left !== null)
    faults.push(
      fault('placeholder', `${where}：占位符 ${left[0]} 没有填入`, `${where}: ${left[0]} is not filled in`),
    )
  if (!/[\u4e00-\u9fff]/.test(text['zh-CN']) || NOTHING.test(text['zh-CN']))
    faults.push(
      fault(
        'message',
        `${where}：没有中文，或中文有误：${text['zh-CN']}`,
        `${where}: no Chinese: ${text['zh-CN']}`,
      ),
    )
  if (!/[a-zA-Z]{2}/.test(text.en) || NOTHING.test(text.en))
    faults.push(
      fault('message', `${where}：没有英文，或英文有误：${text.en}`, `${where}: no English: ${text.en}`),
    )
  return faults
}

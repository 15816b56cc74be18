import type { Dataset, Problem } from '@xueshi/core'
import { expect } from 'vitest'

/** A number of valid form and check digit of a region that does not exist. */
export const CITIZEN = '999999198005060017'

export function withCode(dataset: Dataset, code: string): readonly Problem[] {
  return dataset.problems.filter((problem) => problem.code === code)
}

/** Every problem speaks both languages and none shows a citizen number. */
export function checkWords(dataset: Dataset): void {
  for (const problem of dataset.problems) {
    expect(problem.message['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(problem.message.en).toMatch(/[a-z]{3}/)
    expect(JSON.stringify(problem.message)).not.toMatch(/\{[a-zA-Z]+\}|undefined/)
  }
  expect(JSON.stringify(dataset.problems)).not.toMatch(/9{6}1980|\d{15}/)
}

export type { Answer } from './answers.ts'
export {
  BATCH_ROWS,
  type SampleBatch,
  type SampleBatches,
  type SampleCounty,
  sampleCounty,
  sampleCountyBatches,
} from './county.ts'
export { type DressOptions, dressMessily, type MessyTable, type PlainTable } from './messy.ts'
export type { Mutant } from './mutation/mutant.ts'
export { mutantsOf } from './mutation/mutants-of.ts'
export { type EquivalentMutant, type MutationResult, mutationCheck } from './mutation/mutation-check.ts'
export { readEquivalentMutants } from './mutation/read-equivalent.ts'
export type { SampleOptions } from './options.ts'
export { type TestRunner, testRule, testRules } from './rule-tester/adapters.ts'
export {
  CASE_FORMAT,
  type CaseEntry,
  type CaseFile,
  type CaseRow,
  type CaseRows,
  type Expectations,
  type Expected,
  type RuleCase,
  type WorkdayList,
} from './rule-tester/case-file.ts'
export type { CaseFault, CaseFaultCode } from './rule-tester/fault.ts'
export { parseCaseFile, readCaseFiles } from './rule-tester/read-cases.ts'
export { rowsOfCase } from './rule-tester/rows.ts'
export { type CaseResult, type RuleResult, runCases } from './rule-tester/run.ts'
export type { CaseOptions } from './rule-tester/setup.ts'
export { workdayCalendar } from './rule-tester/workday-list.ts'

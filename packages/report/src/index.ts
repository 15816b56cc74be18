export { type ExplanationOptions, formatExplanation } from './explanation.ts'
export { formatIndicators } from './indicators/formatIndicators.ts'
export { indicatorsToJson, type JsonIndicators } from './indicators/json.ts'
export type {
  IndicatorTableOptions,
  IndicatorTextOptions,
  JsonIndicatorOptions,
  SheetData,
} from './indicators/options.ts'
export { type IndicatorTable, indicatorRows } from './indicators/rows.ts'
export {
  formatJson,
  type JsonCitation,
  type JsonFinding,
  type JsonOptions,
  type JsonProblem,
  type JsonReport,
  jsonChunks,
  toJson,
} from './json/report.ts'
export type { TitledRule } from './labels.ts'
export { type OrganizationNeed, organizationsInNeed } from './need.ts'
export { formatRule } from './rules/formatRule.ts'
export { formatRules, type RulesOptions } from './rules/formatRules.ts'
export { type JsonRulesOptions, rulesToJson } from './rules/jsonRules.ts'
export { formatTable } from './table/formatTable.ts'
export type { TableOptions } from './table/options.ts'
export { displayWidth } from './text/width.ts'

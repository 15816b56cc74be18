// Everything a program may import from @xueshi/core; the snapshot test of the public API holds this list.

export type { CheckOptions } from './check/check.ts'
// Check and explain.
export { check } from './check/check.ts'
export type { Alternative, Finding, Receipt, Report, Summary } from './check/finding.ts'
export { fingerprintOf } from './check/record.ts'
export type { CivilDate, EpochDay } from './civil/date.ts'
// Civil dates, durations, instants, periods.
export {
  civilOf,
  daysInMonth,
  epochDay,
  formatDate,
  isLeapYear,
  parseDate,
  tryParseDate,
} from './civil/date.ts'
export type { Duration, ParsedDuration } from './civil/duration.ts'
export { addDuration, parseDuration } from './civil/duration.ts'
export type { Instant, ShanghaiMinute } from './civil/instant.ts'
export { dayOfMinute, formatInstant, parseInstant, tryParseInstant } from './civil/instant.ts'
export type { Period, PeriodUnit } from './civil/period.ts'
export { periodsBetween } from './civil/period.ts'
// Configuration.
export type { Config, ConfigEntry, CreditPolicy, RuleSetting } from './config/config.ts'
export { nearestWord } from './config/nearest.ts'
export type { AppliedSetting, ResolvedConfig, ResolvedRule } from './config/resolve.ts'
export { defaultCredit, defineConfig, resolveConfig, resolveRuleId } from './config/resolve.ts'
export type { ParameterValue, RuleInForce } from './config/rules-in-force.ts'
export { rulesInForce } from './config/rules-in-force.ts'
// Rows in, a dataset out.
export { buildDataset, createDatasetBuilder } from './dataset/build.ts'
export type { BatchPlace, DatasetBuilder, DatasetOptions } from './dataset/builder.ts'
export type { Columns, FactSet, SessionClass } from './dataset/columns.ts'
// The columns behind a dataset, for adapters of this workspace that read them; they may change in any release.
export { NONE, OPEN, ROW, SESSION } from './dataset/columns.ts'
export type { Attendance, Coverage, Dataset, Member, Organization, Post, Session } from './dataset/dataset.ts'
export type { ProblemTemplate } from './dataset/problem-template.ts'
export type { ProblemKey } from './dataset/problems.ts'
export { PROBLEMS } from './dataset/problems.ts'
export type { ErrorCode, ErrorDetails } from './errors.ts'
export { XueshiError } from './errors.ts'
export { explain } from './explain/explain.ts'
export type { Explanation, ExplanationKind, ExplanationNode } from './explain/explanation.ts'
export type { Locale, LocalizedText } from './locale.ts'
export { fillTemplate, fillText } from './locale.ts'
export type { Place, Problem, ProblemSeverity } from './model/problem.ts'
export { maskValue } from './model/problem.ts'
export type {
  AffiliationRow,
  AttendanceRow,
  DatasetRows,
  ExportRow,
  InputTable,
  MemberRow,
  OrganizationRow,
  PostRow,
  RowOf,
  SessionRow,
  WaiverRow,
} from './model/rows.ts'
export { rowSchemas } from './model/rows.ts'
// Requirements, rules, plugins.
export { definePlugin, defineRequirement, defineRule } from './plugin/define.ts'
export type { Judgement, Plugin, Rule, RuleContext, RuleFunction, RuleSubject } from './plugin/plugin.ts'
export { isRuleFunction } from './plugin/plugin.ts'
export { demandsOf } from './requirement/faults.ts'
export type {
  Amount,
  Bound,
  Citation,
  Condition,
  Counting,
  Demand,
  Exemption,
  MilestoneEvent,
  Parameter,
  ParameterVersion,
  Presence,
  Requirement,
  RuleMeta,
  Size,
  Who,
  Window,
} from './requirement/schema.ts'
export { requirementSchema, ruleMetaSchema } from './requirement/schema.ts'
export {
  describeBound,
  describeCounting,
  describeDemand,
  describeWho,
  describeWindow,
} from './requirement/words.ts'
// Terms, languages, errors.
export * from './terms.ts'
export { CORE_VERSION } from './version.ts'

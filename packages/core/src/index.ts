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
  isWeekend,
  parseDate,
  tryParseDate,
  weekdayOf,
} from './civil/date.ts'
export type { Duration, ParsedDuration } from './civil/duration.ts'
export { addDuration, parseDuration } from './civil/duration.ts'
export type { Instant, ShanghaiMinute } from './civil/instant.ts'
export { dayOfMinute, formatInstant, parseInstant, tryParseInstant } from './civil/instant.ts'
export type { Period, PeriodUnit } from './civil/period.ts'
export { periodsBetween } from './civil/period.ts'
export type { ThemeDay } from './civil/theme-day.ts'
export { parseThemeDay, themeDayIn } from './civil/theme-day.ts'
// Configuration.
export type { Config, ConfigEntry, CreditPolicy, OnlineCredit, RuleSetting } from './config/config.ts'
export type { ConsideredValue } from './config/considered.ts'
export { creditPresets, defaultCredit } from './config/credit-policy.ts'
export { nearestWord } from './config/nearest.ts'
export type { Refinement, RefinementCitation } from './config/refinement.ts'
export { parseRefinements, refinementsJsonSchema, refinementsSchema } from './config/refinement.ts'
export type {
  Acceptance,
  AppliedRefinement,
  AppliedSetting,
  ResolvedConfig,
  ResolvedRule,
} from './config/resolve.ts'
export { defineConfig, resolveConfig, resolveRuleId } from './config/resolve.ts'
export type { ParameterValue, RuleInForce } from './config/rules-in-force.ts'
export { rulesInForce } from './config/rules-in-force.ts'
// Rows in, a dataset out.
export { buildDataset, createDatasetBuilder } from './dataset/build.ts'
export type { BatchPlace, DatasetBuilder, DatasetOptions } from './dataset/builder.ts'
export type { ActColumns, Columns, FactSet, SessionClass } from './dataset/columns.ts'
// The columns behind a dataset, for adapters of this workspace that read them; they may change in any release.
export { NONE, OPEN, ROW, SESSION } from './dataset/columns.ts'
export type {
  Act,
  Attendance,
  AttendanceTraits,
  Course,
  Coverage,
  Dataset,
  Lecturer,
  Member,
  MemberFacts,
  Organization,
  Post,
  Program,
  Service,
  Session,
  Venue,
} from './dataset/dataset.ts'
export type { ProblemTemplate } from './dataset/problem-template.ts'
export type { ProblemKey } from './dataset/problems.ts'
export { PROBLEMS } from './dataset/problems.ts'
export type { ErrorCode, ErrorDetails } from './errors.ts'
export { XueshiError } from './errors.ts'
export { explain } from './explain/explain.ts'
export type { Explanation, ExplanationKind, ExplanationNode } from './explain/explanation.ts'
export { applyRemedy } from './explain/remedy/apply-remedy.ts'
export type {
  AddActs,
  AddMembers,
  AddPosts,
  AddSessions,
  CancelSessions,
  DataChange,
  EndPosts,
  RedateAct,
  Remedy,
  RemedyKind,
  RemoveActs,
  RemoveAttendance,
  RemoveMembers,
  SetMilestone,
} from './explain/remedy/remedy.ts'
// Figures of organizations.
export type {
  Indicator,
  IndicatorContext,
  IndicatorPart,
  IndicatorRow,
  IndicatorSheet,
} from './indicators/indicator.ts'
export { defineIndicator } from './indicators/indicator.ts'
export type { IndicatorOptions } from './indicators/sheet.ts'
export { indicatorSheet } from './indicators/sheet.ts'
// The incremental form.
export type { Dismissal, Ledger, LedgerOptions, Transfer } from './ledger/ledger.ts'
export { openLedger } from './ledger/ledger.ts'
export type { MemberStanding, OrganizationStanding } from './ledger/standing.ts'
export type { Locale, LocalizedText } from './locale.ts'
export { fillTemplate, fillText } from './locale.ts'
export type { Place, Problem, ProblemSeverity } from './model/problem.ts'
export { maskValue } from './model/problem.ts'
export type {
  ActRow,
  AffiliationRow,
  AttendanceRow,
  CourseRow,
  DatasetRows,
  ExportRow,
  InputTable,
  LecturerRow,
  MemberRow,
  OrganizationRow,
  PostRow,
  ProgramRow,
  RowOf,
  ServiceRow,
  SessionRow,
  VenueRow,
  WaiverRow,
} from './model/rows.ts'
export { rowSchemas } from './model/rows.ts'
// Requirements, rules, plugins.
export { definePlugin, defineRequirement, defineRule } from './plugin/define.ts'
export type {
  AggregatePart,
  AggregateRule,
  Judgement,
  Plugin,
  Rule,
  RuleContext,
  RuleFunction,
  RuleSubject,
  WorkdayCalendar,
} from './plugin/plugin.ts'
export { isAggregateRule, isRuleFunction } from './plugin/plugin.ts'
export { demandsOf } from './requirement/parts.ts'
export type {
  ActCounting,
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
  WindowEvent,
} from './requirement/schema.ts'
export { requirementSchema, ruleMetaSchema } from './requirement/schema.ts'
export {
  describeActs,
  describeBound,
  describeCounting,
  describeDemand,
  describeEvent,
  describeSessions,
  describeWho,
  describeWindow,
} from './requirement/words.ts'
// Terms, languages, errors.
export * from './terms.ts'
export { CORE_VERSION } from './version.ts'

// Everything a program may import from @xueshi/planner; the snapshot test of the public API holds this list.

export type { AttendedRows } from './attended.ts'
export { attendedRows, plannedRows, takenAsAttended } from './attended.ts'
export type { PlanChanges, SessionChange } from './changes.ts'
export { changeText, planChanges } from './changes.ts'
export type { Conflict, ConflictCode, ConflictOptions } from './conflict.ts'
export { findConflicts } from './conflicts.ts'
export type { Audience, Habit } from './habits.ts'
export { HABITS } from './habits.ts'
export type { DaySpan, OpeningClause, OpeningDay, OpeningDays, OpeningHours } from './opening-hours.ts'
export { isOpen, readOpeningHours, spansOn } from './opening-hours.ts'
export type { DayRange, PlanningCalendar, PlanOptions } from './options.ts'
export type { PageCalendar, PageOptions } from './page/options.ts'
export { planPage } from './page/plan-page.ts'
export type {
  CalendarStatus,
  Constraint,
  ConstraintKind,
  FreeTime,
  Plan,
  PlannedSession,
  ServedDuty,
  UnaskedRule,
  UnmetDuty,
} from './plan.ts'
export { planYear } from './plan-year.ts'
export type { RemedyTextOptions } from './remedy/notice.ts'
export { remedyText } from './remedy/notice.ts'
export type { RemedyOptions } from './remedy/options.ts'
export type {
  GapRemedy,
  HoldStep,
  JoinStep,
  MakeUpSession,
  MemberRemedies,
  OrganizationRemedies,
  RecordStep,
  Remedies,
  RemedyCost,
  RemedyStep,
  SessionToJoin,
  UnclosedKind,
} from './remedy/remedies.ts'
export { remedy } from './remedy/remedy.ts'
export { rowsWithRemedies } from './remedy/rows.ts'
export type { Replanned } from './replan.ts'
export { replan } from './replan.ts'

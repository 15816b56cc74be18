import { judgeAll } from '../check/check.ts'
import { creditColumn, earnCredit, heldClasses, sessionCredits, UNKNOWN_CREDIT } from '../check/credit.ts'
import { withinHalfDays } from '../check/credit-rules.ts'
import { type CompiledMembers, compileMembers, judgeMember } from '../check/member-rules.ts'
import { forget } from '../check/memory.ts'
import { KIND_OF_FLAGS, ORDINARY, SAYS_NOTHING } from '../check/ordinary.ts'
import type { Plan, RulePlan } from '../check/plan.ts'
import type { FindingRecord } from '../check/record.ts'
import { FindingSink, type VerdictListener } from '../check/sink.ts'
import { steadyFacts } from '../check/subject.ts'
import type { Columns } from '../dataset/columns.ts'
import { eventsOf, leavesOf } from '../requirement/parts.ts'
import { type ApartRule, apartRule } from './apart-rule.ts'
import { type Books, DeskColumns, roomFor } from './desk-columns.ts'
import type { RuleViews } from './rule-views.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** What the engine remembers of columns that holds for every member who comes to the desk. */
const OF_ALL_MEMBERS = ['classes ', 'facts ']
const OF_ALL_MEMBERS_AND_SESSIONS = [...OF_ALL_MEMBERS, 'sessions by host']
const NOTHING: readonly string[] = []
const LEAST_ROWS = 256

/** Judges one member at a time by the rules on members and posts, with the engine of the check. */
export class MemberDesk {
  readonly #books: Books
  readonly #sink: FindingSink
  readonly #plan: Plan
  readonly #counted: readonly RulePlan[]
  readonly #others: readonly RulePlan[]
  readonly #functions: readonly RulePlan[]
  /** 1 for members of whom a rule says nothing, by rule; that does not depend on their attendance. */
  readonly #silent = new Map<RulePlan, Uint8Array>()
  /** Credit of sessions where the row states none. */
  #credits: Uint16Array = new Uint16Array(0)
  #desk: DeskColumns
  #compiled: CompiledDesk | null = null
  #sessionsSeen = -1
  #factSetsSeen = -1
  #classesSeen = -1

  constructor(books: Books, plan: Plan, rules: readonly RulePlan[]) {
    this.#books = books
    this.#plan = plan
    this.#sink = new FindingSink({ allVerdicts: true, subject: null }, plan.dataset.waivers)
    this.#functions = rules.filter(({ mode }) => mode === 'function')
    const requirements = rules.filter(({ mode }) => mode !== 'function')
    this.#counted = countedRules(requirements)
    this.#others = requirements.filter((rule) => !this.#counted.includes(rule))
    this.#desk = new DeskColumns(books, { rows: LEAST_ROWS, points: 0 })
  }

  /** Rules that are functions. */
  get functions(): readonly RulePlan[] {
    return this.#functions
  }

  /**
   * Findings of some rule functions on a member and on the posts of the member. Each sees the data through its
   * view; sizes are counted over `population`.
   */
  judgeByFunctions(
    rules: readonly RulePlan[],
    member: number,
    views: RuleViews,
    population: Columns,
  ): FindingRecord[] {
    const { functions } = this.#ready(member)
    this.#desk.putPerson(member)
    forget(this.#desk.columns, OF_ALL_MEMBERS_AND_SESSIONS)
    for (const rule of rules) {
      const plan = functions.get(rule)!
      if (this.#isSilent(rule, member)) continue
      plan.dataset = views.of(rule)
      plan.population = population
      this.#judgeUnlessSilent(rule, member, () => judgeAll(plan, this.#sink))
    }
    return this.#sink.drain()
  }

  /** Places or posts of a member have changed. */
  peopleChanged(member: number): void {
    for (const silent of this.#silent.values()) silent[member] = 0
  }

  /** Findings of the requirements on a member and on the posts of the member, in the order of a report. */
  judge(member: number): FindingRecord[] {
    this.#judge(member)
    return this.#sink.drain()
  }

  /** Tells the verdicts of the same requirements without making the findings. */
  tell(member: number, listener: VerdictListener): void {
    this.#sink.tell(listener, () => this.#judge(member))
  }

  #judge(member: number): void {
    const compiled = this.#ready(member)
    const { counted, others } = compiled
    const { columns } = this.#desk
    this.#desk.put(member)
    forget(columns, OF_ALL_MEMBERS_AND_SESSIONS)
    this.#derive(compiled)
    judgeMember(counted, 0, this.#sink)
    if (others.together.rules.length > 0) judgeAll(others.together, this.#sink)
    for (const { rule, judge } of others.apart)
      if (!this.#isSilent(rule, member)) this.#judgeUnlessSilent(rule, member, judge)
  }

  #isSilent(rule: RulePlan, member: number): boolean {
    return this.#silent.get(rule)?.[member] === 1
  }

  /** Judges by a rule; where it says nothing, it is not asked of the member again. */
  #judgeUnlessSilent(rule: RulePlan, member: number, judge: () => void): void {
    const before = this.#sink.kept
    judge()
    if (this.#sink.kept > before) return
    let silent = this.#silent.get(rule)
    if (silent === undefined) {
      silent = new Uint8Array(this.#books.base.memberCount)
      this.#silent.set(rule, silent)
    }
    silent[member] = 1
  }

  /** Compiles anew where classes, fact sets, the columns of sessions or the room have changed, and only then. */
  #ready(member: number): CompiledDesk {
    const { sessions, people } = this.#books
    const { room } = this.#desk
    const { rows, points } = roomFor(this.#books, member)
    if (rows > room.rows || points > room.points) {
      const more = {
        rows: Math.max(room.rows, doubled(rows)),
        points: Math.max(room.points, doubled(points)),
      }
      this.#desk = new DeskColumns(this.#books, more)
      this.#compiled = null
      this.#sessionsSeen = -1
    }
    const { columns } = this.#desk
    const { classes } = sessions.columns
    if (this.#classesSeen !== classes.length || this.#factSetsSeen !== people.factSets.length) {
      this.#classesSeen = classes.length
      this.#factSetsSeen = people.factSets.length
      forget(columns, NOTHING)
      this.#compiled = null
    }
    if (this.#sessionsSeen !== sessions.version) {
      this.#sessionsSeen = sessions.version
      const before = columns.sessionHost
      const coHosts = columns.coHost
      this.#desk.putSessions()
      if (before !== columns.sessionHost || coHosts !== columns.coHost) this.#compiled = null
      forget(columns, OF_ALL_MEMBERS)
      this.#credits = sessionCredits(columns, this.#plan.credit)
    }
    this.#compiled ??= compileDesk(
      this.#desk,
      this.#plan,
      this.#counted,
      this.#others,
      this.#functions,
      this.#sink,
    )
    return this.#compiled
  }

  /** Credit, ordinary and unusual rows of the member on the desk. */
  #derive({ counted: { scan }, isLooked }: CompiledDesk): void {
    const { columns } = this.#desk
    const { rowCount, rowFlags, rowClass } = columns
    const { credit, alone, ordinary, looked, yearly } = scan
    credit.fill(0, 0, rowCount)
    earnCredit(credit, columns, this.#credits, this.#plan.credit)
    if (alone !== credit) alone.set(withinHalfDays(credit.subarray(0, rowCount), columns, this.#plan.credit))
    let unusual = 0
    let lookedAt = 0
    const { present, unusualRow } = ordinary
    // Rows are of all kinds in no order: sums of bits are cheaper than branches that nothing foretells.
    for (let row = 0; row < rowCount; row++) {
      const flags = rowFlags[row]!
      const sessionClass = rowClass[row]!
      const earned = alone[row]!
      let isOrdinary = IS_ORDINARY[flags]!
      if (earned === UNKNOWN_CREDIT || (yearly !== null && yearly[sessionClass] === 1)) isOrdinary = 0
      ordinary.credit[row] = earned * isOrdinary
      present[row] = isOrdinary
      unusualRow[unusual] = row
      unusual += SPEAKS[flags]! - isOrdinary
      looked.rows[lookedAt] = row
      lookedAt += isOrdinary & isLooked[sessionClass]!
    }
    ordinary.unusualStart[1] = unusual
    looked.start[1] = lookedAt
    scan.steady[0] = steadyFacts(scan.plan)[0]!
  }
}

/** Room that is not outgrown with the next row. */
function doubled(needed: number): number {
  return 2 ** Math.ceil(Math.log2(needed + 1))
}

/** By flags: 1 for rows that are ordinary as far as flags tell, and for those that say anything. */
const IS_ORDINARY = KIND_OF_FLAGS.map((kind) => (kind === ORDINARY ? 1 : 0))
const SPEAKS = KIND_OF_FLAGS.map((kind) => (kind === SAYS_NOTHING ? 0 : 1))

interface CompiledDesk {
  /** What is counted in one pass over the rows. */
  readonly counted: CompiledMembers
  /** 1 for the session classes whose ordinary rows a counter must look at. */
  readonly isLooked: Uint8Array
  /** All other requirements: those that supersede one another together, and each of the rest. */
  readonly others: { readonly together: Plan; readonly apart: readonly ApartRule[] }
  /** A plan for each rule function; it sees the data through a view that changes. */
  readonly functions: ReadonlyMap<RulePlan, Mutable<Plan>>
}

function compileDesk(
  desk: DeskColumns,
  plan: Plan,
  counted: readonly RulePlan[],
  others: readonly RulePlan[],
  functions: readonly RulePlan[],
  sink: FindingSink,
): CompiledDesk {
  const { columns } = desk
  const room = desk.room.rows
  desk.putSample()
  const ofDesk = { ...plan, columns, held: heldClasses(columns) }
  const compiled = compileMembers({ ...ofDesk, rules: counted }, counted, sink)
  const { scan } = compiled
  // The one column that all requirements read; it is filled for each member.
  const credit = creditColumn(columns, plan.credit)
  const ordinary = {
    credit: new Uint16Array(room),
    present: new Uint8Array(room),
    unusualStart: new Uint32Array(2),
    unusualRow: new Uint32Array(room),
    rowsOfClass: scan.ordinary.rowsOfClass,
  }
  const plain = scan.plain.map(({ counter, values, spans }) => ({
    counter,
    spans,
    values: values === scan.ordinary.credit ? ordinary.credit : ordinary.present,
  }))
  return {
    isLooked: Uint8Array.from(columns.classes, (_, c) =>
      scan.lookedStart[c] === scan.lookedStart[c + 1] ? 0 : 1,
    ),
    counted: {
      ...compiled,
      scan: {
        ...scan,
        credit,
        alone: plan.caps.halfDay === null ? credit : new Uint16Array(room),
        ordinary,
        plain,
        looked: { start: new Uint32Array(2), rows: new Uint32Array(room) },
      },
    },
    functions: new Map(functions.map((rule) => [rule, { ...ofDesk, rules: [rule] }])),
    others: {
      together: { ...ofDesk, rules: others.filter(isOnMembers) },
      apart: others
        .filter((rule) => !isOnMembers(rule))
        .map((rule) => apartRule({ ...ofDesk, rules: [rule] }, rule, sink)),
    },
  }
}

/** Whether a requirement is about members over windows that are the same for all: those supersede one another. */
function isOnMembers({ rule }: RulePlan): boolean {
  return rule.subject === 'member' && eventsOf(rule.window).length === 0
}

/**
 * The requirements on members that are counted in one pass: those over calendar windows and gaps. Age is asked
 * of each member anew, so those that ask for it are not prepared. Those that supersede one another stay together.
 */
function countedRules(rules: readonly RulePlan[]): RulePlan[] {
  const isCounted = (rule: RulePlan) =>
    isOnMembers(rule) && !leavesOf(rule.rule.who).some((leaf) => 'age' in leaf)
  let counted = rules.filter(isCounted)
  for (;;) {
    const others = rules.filter((rule) => !counted.includes(rule))
    const apart = counted.filter(
      (rule) =>
        !others.some((other) => other.supersedes.includes(rule.id) || rule.supersedes.includes(other.id)),
    )
    if (apart.length === counted.length) return counted
    counted = apart
  }
}

import { judgeAll } from '../check/check.ts'
import { heldClasses } from '../check/credit.ts'
import { forget } from '../check/memory.ts'
import type { Plan, RulePlan } from '../check/plan.ts'
import type { FindingRecord } from '../check/record.ts'
import { FindingSink } from '../check/sink.ts'
import type { Columns } from '../dataset/columns.ts'
import type { Books, MutableColumns } from './desk-columns.ts'
import { peopleColumns } from './people-columns.ts'
import type { RuleViews } from './rule-views.ts'

/** Up to this many organizations only their own sessions are looked at. */
const FEW = 16

/** Judges some organizations at a time by the rules on organizations, with the engine of the check. */
export class OrganizationDesk {
  readonly #books: Books
  readonly #functions: readonly RulePlan[]
  #plan: Plan
  readonly #sink: FindingSink
  readonly #columns: MutableColumns
  readonly #under: Uint8Array
  /** Sessions by owner; made when first needed. */
  #owned: Map<number, number[]> | undefined
  #peopleSeen = 0
  #classesSeen: Columns['classes']

  constructor(books: Books, plan: Plan, rules: readonly RulePlan[]) {
    const { base } = books
    this.#books = books
    this.#columns = { ...base }
    this.#classesSeen = base.classes
    this.#under = new Uint8Array(base.orgCount)
    this.#functions = rules.filter(isFunction)
    const requirements = rules.filter((rule) => !isFunction(rule))
    this.#plan = { ...plan, columns: this.#columns, rules: requirements, under: this.#under }
    this.#sink = new FindingSink({ allVerdicts: true, subject: null }, plan.dataset.waivers)
  }

  /** Rules that are functions. */
  get functions(): readonly RulePlan[] {
    return this.#functions
  }

  /** Columns of all members as they stand. */
  population(): Columns {
    this.#takeOver()
    return this.#columns
  }

  /** Findings of the rule functions on organizations that lie under one, and on their sessions. */
  judgeByFunctions(under: Uint8Array, views: RuleViews): FindingRecord[] {
    this.#takeOver()
    for (const rule of this.#functions)
      judgeAll({ ...this.#plan, rules: [rule], under, dataset: views.of(rule) }, this.#sink)
    return this.#sink.drain()
  }

  /** Findings of the requirements by organization, each list in the order of a report. */
  judge(organizations: readonly number[]): Map<number, FindingRecord[]> {
    const found = new Map<number, FindingRecord[]>(organizations.map((org) => [org, []]))
    if (this.#plan.rules.length === 0) return found
    this.#takeOver()
    if (organizations.length <= FEW) this.#putSessionsOf(organizations)
    const positions = new Map(organizations.map((org) => [this.#columns.orgId[org]!, org]))
    for (const org of organizations) this.#under[org] = 1
    judgeAll(this.#plan, this.#sink)
    for (const org of organizations) this.#under[org] = 0
    for (const finding of this.#sink.drain())
      found.get(positions.get(finding['~parts'].subjectId)!)!.push(finding)
    return found
  }

  /** A session of these owners was added or changed; those it had before are among them. */
  sessionChanged(session: number, owners: Iterable<number>): void {
    if (this.#owned === undefined) return
    const now = new Set(this.#books.sessions.ownersOf(session))
    for (const org of owners) {
      const list = this.#owned.get(org) ?? []
      const at = list.indexOf(session)
      if (now.has(org) && at < 0) list.push(session)
      if (!now.has(org) && at >= 0) list.splice(at, 1)
      this.#owned.set(org, list)
    }
  }

  #takeOver(): void {
    const { sessions, people, base } = this.#books
    const columns = this.#columns
    const keep = ['classes ', 'scopes ']
    if (this.#classesSeen !== sessions.columns.classes) {
      this.#classesSeen = sessions.columns.classes
      keep.splice(keep.indexOf('classes '), 1)
      this.#plan = { ...this.#plan, held: heldClasses({ ...columns, ...sessions.columns }) }
    }
    if (this.#peopleSeen !== people.version) {
      this.#peopleSeen = people.version
      Object.assign(
        columns,
        peopleColumns(
          people,
          Array.from({ length: base.memberCount }, (_, m) => m),
        ),
      )
      keep.splice(keep.indexOf('scopes '), 1)
    }
    forget(columns, keep)
    Object.assign(columns, sessions.columns)
  }

  /** Only the sessions of some organizations and of their Party groups, in the columns that are counted. */
  #putSessionsOf(organizations: readonly number[]): void {
    const columns = this.#columns
    this.#owned ??= sessionsByOwner(this.#books)
    const chosen = new Set<number>()
    for (const org of organizations) {
      for (const session of this.#owned.get(org) ?? []) chosen.add(session)
      for (let i = columns.orgChildStart[org]!; i < columns.orgChildStart[org + 1]!; i++)
        for (const session of this.#owned.get(columns.orgChild[i]!) ?? []) chosen.add(session)
    }
    const all = this.#books.sessions.columns
    const picked = Uint32Array.from(chosen)
    const coHosts = Array.from(picked, (s) =>
      all.coHost.subarray(all.coHostStart[s]!, all.coHostStart[s + 1]!),
    )
    const coHostStart = new Uint32Array(picked.length + 1)
    coHosts.forEach((list, i) => {
      coHostStart[i + 1] = coHostStart[i]! + list.length
    })
    columns.sessionCount = picked.length
    columns.sessionId = Array.from(picked, (s) => all.sessionId[s]!)
    columns.sessionHost = Int32Array.from(picked, (s) => all.sessionHost[s]!)
    columns.sessionStart = Int32Array.from(picked, (s) => all.sessionStart[s]!)
    columns.sessionEnd = Int32Array.from(picked, (s) => all.sessionEnd[s]!)
    columns.sessionDay = Int32Array.from(picked, (s) => all.sessionDay[s]!)
    columns.sessionEndDay = Int32Array.from(picked, (s) => all.sessionEndDay[s]!)
    columns.sessionTimeless = Uint8Array.from(picked, (s) => all.sessionTimeless[s]!)
    columns.sessionHours = Int32Array.from(picked, (s) => all.sessionHours[s]!)
    columns.sessionStatus = Uint8Array.from(picked, (s) => all.sessionStatus[s]!)
    columns.sessionClass = Uint16Array.from(picked, (s) => all.sessionClass[s]!)
    columns.sessionRows = Uint32Array.from(picked, (s) => all.sessionRows[s]!)
    columns.coHostStart = coHostStart
    columns.coHost = Uint32Array.from(coHosts.flatMap((list) => [...list]))
  }
}

/** Whether a rule is written as functions, also one that adds up parts. */
function isFunction({ rule }: RulePlan): boolean {
  return 'judge' in rule
}

function sessionsByOwner({ sessions }: Books): Map<number, number[]> {
  const owned = new Map<number, number[]>()
  for (let session = 0; session < sessions.count; session++)
    for (const org of sessions.ownersOf(session)) {
      const list = owned.get(org)
      if (list === undefined) owned.set(org, [session])
      else list.push(session)
    }
  return owned
}

import { UNSTATED } from '../dataset/attendance-store.ts'
import { maskPerson, scrubText } from '../dataset/citizen.ts'
import { ROW } from '../dataset/columns.ts'
import { EMPTY, sortedSet } from '../dataset/lists.ts'
import { AMBIGUOUS, type OrganizationTree } from '../dataset/organizations.ts'
import { ProblemLog } from '../dataset/problem-log.ts'
import { EFFECTS } from '../dataset/problem-template.ts'
import { RowGate } from '../dataset/row-gate.ts'
import { type SessionDraft, sessionReader } from '../dataset/sessions.ts'
import { maskValue, type Problem } from '../model/problem.ts'
import type { SessionRow } from '../model/rows.ts'
import type { Persons } from './persons.ts'
import type { HeldSession } from './session-book.ts'

/** A person that a session lists, with what is said of the attendance. */
export interface ListedPerson {
  readonly member: number
  readonly flags: number
  readonly hours: number
}

/** What became of reading a session. */
export interface ReadSession {
  readonly held: HeldSession | undefined
  readonly listed: readonly ListedPerson[]
  readonly problems: readonly Problem[]
  /** Fields that have a value. */
  readonly fields: readonly string[]
}

const NO_HOST = {
  'zh-CN': '活动保留，但不计入任何党组织',
  en: 'the session is kept but counts for no organization',
}
const NO_CO_HOST = { 'zh-CN': '这一联办组织未采用', en: 'this co-host was left out' }
const AS_WRITTEN = { 'zh-CN': '按原文保留', en: 'it is kept as written' }
const NAME_ONLY = { 'zh-CN': '只保留姓名', en: 'only the name is kept' }

/** Reads single sessions as the builder reads the table. */
export class SessionEvents {
  readonly #tree: OrganizationTree
  readonly #persons: Persons

  constructor(tree: OrganizationTree, persons: Persons) {
    this.#tree = tree
    this.#persons = persons
  }

  read(given: SessionRow): ReadSession {
    const log = new ProblemLog()
    const row = new RowGate('sessions', log).admit(given, 0)
    const draft = row === undefined ? undefined : sessionReader(log, () => 0)(row, 0)
    if (row === undefined || draft === undefined)
      return { held: undefined, listed: [], problems: log.problems(), fields: [] }
    const held = this.#held(draft, log)
    const listed = this.#listed(row, held, log)
    const fields = Object.entries(row).flatMap(([field, value]) => (value === undefined ? [] : [field]))
    return { held, listed, problems: log.problems(), fields }
  }

  #held(draft: SessionDraft, log: ProblemLog): HeldSession {
    const about = (field: string, value: string) => ({ table: 'sessions', field, value }) as const
    const found = this.#tree.find(draft.organization)
    const host = Math.max(found, -1)
    if (found < 0) {
      const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization'
      log.add(key, about('organization', maskValue(draft.organization)), { effect: NO_HOST })
    }
    const coHosts = new Set<number>()
    for (const reference of draft.coHosts) {
      const org = this.#tree.find(reference)
      if (org >= 0) coHosts.add(org)
      else this.#reportMild(org, about('coHosts', maskValue(reference)), NO_CO_HOST, log)
    }
    coHosts.delete(host)
    const observers = draft.observers.map((reference) => {
      const org = this.#tree.find(reference)
      if (org >= 0) return this.#tree.drafts[org]!.id
      this.#reportMild(org, about('observers', maskValue(reference)), AS_WRITTEN, log)
      return scrubText(reference)
    })
    const lecturers = draft.lecturers.map((reference) => {
      const member = this.#persons.resolve(reference, { organization: host, day: draft.day })
      if (typeof member === 'number') return this.#persons.idOf(member)
      if (member === 'ambiguous')
        log.add('ambiguousMember', about('lecturers', maskPerson(reference)), { effect: NAME_ONLY })
      return scrubText(reference)
    })
    return {
      draft,
      host,
      hostWritten: found < 0 ? scrubText(draft.organization) : null,
      coHosts: [...coHosts].sort((a, b) => a - b),
      observers: observers.length === 0 ? EMPTY : sortedSet(observers),
      lecturers: Object.freeze([...new Set(lecturers)]),
    }
  }

  #reportMild(
    found: number,
    subject: Parameters<ProblemLog['add']>[1],
    effect: typeof NO_HOST,
    log: ProblemLog,
  ): void {
    const key = found === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganizationMild'
    log.add(key, subject, { effect })
  }

  #listed(row: SessionRow, { host, draft }: HeldSession, log: ProblemLog): ListedPerson[] {
    const listed: ListedPerson[] = []
    for (const [field, status] of [
      ['participants', ROW.PRESENT],
      ['excused', ROW.EXCUSED],
      ['absentees', ROW.ABSENT],
    ] as const)
      for (const reference of row[field] ?? []) {
        const member = this.#persons.resolve(reference, { organization: host, day: draft.day })
        if (typeof member === 'number') listed.push({ member, flags: status, hours: UNSTATED })
        else {
          const key = member === 'unknown' ? 'unknownMember' : 'ambiguousMember'
          const subject = { table: 'sessions', field, value: maskPerson(reference) } as const
          log.add(key, subject, { effect: EFFECTS.cell })
        }
      }
    return listed
  }
}

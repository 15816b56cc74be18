import { maskPerson } from '../dataset/citizen.ts'
import { NONE } from '../dataset/columns.ts'
import { dayOr } from '../dataset/days.ts'
import { AMBIGUOUS, KIND, type OrganizationTree } from '../dataset/organizations.ts'
import { postReader } from '../dataset/posts.ts'
import { ProblemLog } from '../dataset/problem-log.ts'
import { EFFECTS } from '../dataset/problem-template.ts'
import { RowGate } from '../dataset/row-gate.ts'
import { maskValue, type Problem } from '../model/problem.ts'
import type { PostRow } from '../model/rows.ts'
import type { Dismissal, Transfer } from './ledger.ts'
import type { PeopleBook, PostRecord } from './people-book.ts'
import type { Persons } from './persons.ts'
import { eventProblem } from './problems.ts'

/** What an event has changed: a member, and the organizations it speaks of. */
export interface PeopleChange {
  readonly member: number
  readonly organizations: readonly number[]
}

/** What became of an event. */
export interface PeopleOutcome {
  readonly change: PeopleChange | undefined
  readonly problems: readonly Problem[]
}

/** Applies events on where members belong and what posts they hold, as the builder reads their tables. */
export class PeopleEvents {
  readonly #tree: OrganizationTree
  readonly #persons: Persons
  readonly #people: PeopleBook

  constructor(tree: OrganizationTree, persons: Persons, people: PeopleBook) {
    this.#tree = tree
    this.#persons = persons
    this.#people = people
  }

  transfer(event: Transfer): PeopleOutcome {
    const log = new ProblemLog()
    const row = new RowGate('affiliations', log).admit(event, 0)
    if (row === undefined) return refused(log)
    const day = dayOr(row.from)
    const org = this.#organization('affiliations', row.organization, log)
    if (org < 0) return refused(log)
    const { kind } = this.#tree.drafts[org]!
    if (kind === KIND.LEADERSHIP || kind === KIND.STUDY) {
      const subject = {
        table: 'affiliations',
        field: 'organization',
        value: maskValue(row.organization),
      } as const
      log.add('notABranch', subject, { effect: EFFECTS.record })
      return refused(log)
    }
    const member = this.#member('affiliations', row.member, org, day, log)
    if (member < 0) return refused(log)
    const before = this.#placesOf(member)
    this.#people.transfer(member, org, day)
    return {
      change: { member, organizations: [...before, ...this.#placesOf(member)] },
      problems: log.problems(),
    }
  }

  appoint(given: PostRow): PeopleOutcome {
    const log = new ProblemLog()
    const read = this.#readPost(given, log)
    if (read === undefined) return refused(log)
    const { member, post } = read
    const { posts } = this.#people.of(member)
    if (posts.some((other) => samePost(other, post))) {
      const value = maskValue(`${this.#persons.idOf(member)} @ ${this.#tree.drafts[post.org]!.id}`)
      log.add('duplicateRecord', { table: 'posts', value })
      return refused(log)
    }
    this.#people.setPosts(member, [...posts, post])
    return { change: { member, organizations: [post.org] }, problems: log.problems() }
  }

  dismiss(event: Dismissal): PeopleOutcome {
    const log = new ProblemLog()
    const read = this.#readPost({ ...event, from: event.to }, log)
    if (read === undefined) return refused(log)
    const { member, post } = read
    const { posts } = this.#people.of(member)
    const running = posts
      .filter(
        ({ org, role, from, to }) =>
          org === post.org && role === post.role && from <= post.to && post.to <= to,
      )
      .sort((a, b) => b.from - a.from)[0]
    if (running === undefined) {
      const words = [maskPerson(event.member), maskValue(event.organization), maskValue(event.role)]
      return { change: undefined, problems: [eventProblem('nothingToDismiss', 'posts', words)] }
    }
    const ended = { ...running, to: post.to }
    const others = posts.filter((other) => other !== running && !samePost(other, ended))
    this.#people.setPosts(member, [...others, ended])
    return { change: { member, organizations: [post.org] }, problems: log.problems() }
  }

  #readPost(given: PostRow, log: ProblemLog): { member: number; post: PostRecord } | undefined {
    const row = new RowGate('posts', log).admit(given, 0)
    const draft = row === undefined ? undefined : postReader(log)(row, 0)
    if (draft === undefined) return undefined
    const org = this.#organization('posts', draft.organization, log)
    if (org < 0) return undefined
    const member = this.#member('posts', draft.member, org, draft.from, log)
    if (member < 0) return undefined
    const { role, from, to, fullTime } = draft
    return { member, post: { org, role, from, to, fullTime } }
  }

  #organization(table: 'affiliations' | 'posts', reference: string, log: ProblemLog): number {
    const org = this.#tree.find(reference)
    if (org < 0) {
      const key = org === AMBIGUOUS ? 'ambiguousOrganization' : 'unknownOrganization'
      log.add(key, { table, field: 'organization', value: maskValue(reference) }, { effect: EFFECTS.record })
    }
    return org
  }

  #member(
    table: 'affiliations' | 'posts',
    reference: string,
    organization: number,
    day: number,
    log: ProblemLog,
  ): number {
    const member = this.#persons.resolve(reference, { organization, day })
    if (typeof member === 'number') return member
    const key = member === 'unknown' ? 'unknownMember' : 'ambiguousMember'
    log.add(key, { table, field: 'member', value: maskPerson(reference) }, { effect: EFFECTS.record })
    return NONE
  }

  #placesOf(member: number): number[] {
    return this.#people
      .of(member)
      .stays.flatMap(({ branch, group }) => [branch, group].filter((org) => org >= 0))
  }
}

function refused(log: ProblemLog): PeopleOutcome {
  return { change: undefined, problems: log.problems() }
}

function samePost(a: PostRecord, b: PostRecord): boolean {
  return (
    a.org === b.org && a.role === b.role && a.from === b.from && a.to === b.to && a.fullTime === b.fullTime
  )
}

import type { CivilDate } from '../civil/date.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { XueshiError } from '../errors.ts'
import type { ActKind, Capacity, TableName } from '../terms.ts'

/** A dataset without the tables that are not declared: touching one is an error, so `reads` stays true. */
export class DeclaredDataset implements Dataset {
  readonly #dataset: Dataset
  readonly #declared: ReadonlySet<TableName>

  constructor(dataset: Dataset, reads: readonly TableName[]) {
    this.#dataset = dataset
    this.#declared = new Set(reads)
    Object.freeze(this)
  }

  #of(table: TableName): Dataset {
    if (this.#declared.has(table)) return this.#dataset
    throw new XueshiError(
      'undeclared-table',
      `规则没有声明读取“${table}” / the rule does not declare ${table}`,
      { hint: `reads: [..., '${table}']` },
    )
  }

  get '~columns'(): never {
    throw new XueshiError('undeclared-table', '规则不能读取内部列 / rules may not read internal columns')
  }

  get covers() {
    return this.#dataset.covers
  }

  get exportedOn() {
    return this.#dataset.exportedOn
  }

  get source() {
    return this.#dataset.source
  }

  get problems() {
    return this.#dataset.problems
  }

  get trustworthy() {
    return this.#dataset.trustworthy
  }

  get hash() {
    return this.#dataset.hash
  }

  get counts() {
    return this.#dataset.counts
  }

  hasColumn(table: TableName, column: string) {
    return this.#dataset.hasColumn(table, column)
  }

  get organizations() {
    return this.#of('organizations').organizations
  }

  get members() {
    return this.#of('members').members
  }

  get sessions() {
    return this.#of('sessions').sessions
  }

  get posts() {
    return this.#of('posts').posts
  }

  get acts() {
    return this.#of('acts').acts
  }

  get lecturers() {
    return this.#of('lecturers').lecturers
  }

  get courses() {
    return this.#of('courses').courses
  }

  get venues() {
    return this.#of('venues').venues
  }

  get programs() {
    return this.#of('programs').programs
  }

  get services() {
    return this.#of('services').services
  }

  get waivers() {
    return this.#of('waivers').waivers
  }

  organization(id: string) {
    return this.#of('organizations').organization(id)
  }

  member(id: string) {
    return this.#of('members').member(id)
  }

  session(id: string) {
    return this.#of('sessions').session(id)
  }

  attendanceOf(memberId: string) {
    return this.#of('attendance').attendanceOf(memberId)
  }

  attendanceAt(sessionId: string) {
    return this.#of('attendance').attendanceAt(sessionId)
  }

  attendanceCountAt(sessionId: string) {
    return this.#of('attendance').attendanceCountAt(sessionId)
  }

  presentAt(sessionId: string, as?: Capacity) {
    return this.#of('attendance').presentAt(sessionId, as)
  }

  attendanceTraits(memberId: string) {
    return this.#of('attendance').attendanceTraits(memberId)
  }

  actsOf(memberId: string, kinds?: readonly ActKind[]) {
    return this.#of('acts').actsOf(memberId, kinds)
  }

  actsAt(organizationId: string, kinds?: readonly ActKind[]) {
    return this.#of('acts').actsAt(organizationId, kinds)
  }

  subtree(organizationId: string) {
    return this.#of('organizations').subtree(organizationId)
  }

  placeOn(memberId: string, date: CivilDate) {
    return this.#of('members').placeOn(memberId, date)
  }

  factsOn(memberId: string, date: CivilDate) {
    return this.#of('members').factsOn(memberId, date)
  }
}

import { compilePlan, type Plan, type RulePlan } from '../check/plan.ts'
import type { FindingRecord } from '../check/record.ts'
import { FindingSink } from '../check/sink.ts'
import { type CivilDate, formatDate, parseDate } from '../civil/date.ts'
import { requireAcceptance } from '../config/acceptance.ts'
import type { Config } from '../config/config.ts'
import { resolveConfig } from '../config/resolve.ts'
import type { Books } from './desk-columns.ts'
import type { Viewed } from './live-view.ts'
import { MemberDesk } from './member-desk.ts'
import { MembersOfOrganizations } from './members-of-organizations.ts'
import { OrganizationDesk } from './organization-desk.ts'
import { RuleViews } from './rule-views.ts'
import type { MemberStanding, OrganizationStanding } from './standing.ts'
import { addTally, summaryAt, summaryOf, type Tally, TallyMaker, WIDTH } from './tally.ts'

/** Findings on organizations that are kept as objects: about those of a county. */
const MOST_FINDINGS_KEPT = 1 << 15
/** Organizations of which is kept what functions say. */
const MOST_KEPT = 256

/** What is compiled for one day and one state of the tables. */
interface Compiled {
  readonly plan: Plan
  readonly members: MemberDesk
  readonly organizations: OrganizationDesk
  readonly tallies: TallyMaker
  readonly views: RuleViews
}

/** What rule functions say of an organization and of all under it, and of which state of what they read. */
interface FunctionFindings {
  readonly key: string
  readonly own: readonly FindingRecord[]
  readonly tally: Tally
}

/** What one rule function says of members, as it sees the data through one view. */
interface FunctionTallies {
  readonly rule: readonly [RulePlan]
  readonly stamp: number
  readonly tallies: (Tally | undefined)[]
}

/** Says how members and organizations stand, and remembers what nothing has touched. */
export class Judge {
  readonly #books: Books
  readonly #config: Config
  readonly #viewed: Viewed
  readonly #orgAt: ReadonlyMap<string, number>
  /** Columns that the dataset has from the beginning. */
  readonly #hasTopics: boolean
  readonly #hasMode: boolean
  #asOf: number
  #day: CivilDate
  #compiled: Compiled | undefined
  #memberTallies: (Tally | undefined)[] = []
  #organizationTallies: (Tally | undefined)[] = []
  readonly #organizationFindings = new Map<number, readonly FindingRecord[]>()
  #findingsKept = 0
  readonly #functionFindings = new Map<number, FunctionFindings>()
  readonly #functionTallies = new Map<RulePlan, FunctionTallies>()
  #belonging: MembersOfOrganizations | undefined
  /** What a compiled plan takes for granted: tables and columns that are there. */
  #tables = 0

  constructor(books: Books, config: Config, asOf: CivilDate, viewed: Viewed) {
    this.#books = books
    this.#config = config
    this.#viewed = viewed
    this.#asOf = parseDate(asOf)
    this.#day = formatDate(this.#asOf)
    this.#hasTopics = viewed.base.hasColumn('sessions', 'topics')
    this.#hasMode = viewed.base.hasColumn('sessions', 'mode')
    this.#orgAt = new Map(books.base.orgId.map((id, org) => [id, org]))
    resolveConfig(config)
  }

  get asOf(): CivilDate {
    return this.#day
  }

  moveTo(asOf: CivilDate): void {
    this.#asOf = parseDate(asOf)
    this.#day = formatDate(this.#asOf)
    this.#forgetAll()
  }

  /** A member's attendance has changed; `owners` hold the session where it has come to or from having rows. */
  attendanceTouched(member: number, session: number, owners: readonly number[] | undefined): void {
    this.#compiled?.views.attendanceChanged(member, session)
    this.#memberTallies[member] = undefined
    if (owners !== undefined) this.#membersTouched(owners)
  }

  /** A session was added or changed: `owners` hold or held it, `members` have to do with it. */
  sessionTouched(session: number, owners: Iterable<number>, members: Iterable<number>): void {
    for (const member of members) {
      this.#memberTallies[member] = undefined
      this.#compiled?.views.attendanceChanged(member, session)
    }
    const { orgParent } = this.#books.base
    for (const org of owners) {
      this.#organizationTouched(org)
      if (orgParent[org]! >= 0) this.#organizationTouched(orgParent[org]!)
    }
    this.#membersTouched(owners)
    this.#compiled?.organizations.sessionChanged(session, owners)
  }

  /** A member's places or posts have changed, and with them the organizations and all above. */
  peopleTouched(member: number, organizations: readonly number[]): void {
    this.#memberTallies[member] = undefined
    this.#compiled?.members.peopleChanged(member)
    this.#belonging?.look(member)
    const { orgParent } = this.#books.base
    for (const org of organizations)
      for (let above = org; above >= 0; above = orgParent[above]!) this.#organizationTouched(above)
  }

  standingOfMember(member: number): MemberStanding {
    const { members, organizations, views } = this.#ready()
    let findings = members.judge(member)
    if (members.functions.length > 0) {
      const population = organizations.population()
      const further = members.judgeByFunctions(members.functions, member, views, population)
      if (further.length > 0) findings = [...findings, ...further].sort(FindingSink.order)
    }
    const id = this.#books.base.memberId[member]!
    return { member: id, asOf: this.#day, findings, summary: summaryOf(findings) }
  }

  standingOfOrganization(org: number): OrganizationStanding {
    const { plan, tallies } = this.#ready()
    const marked = new Uint8Array(this.#books.base.orgCount)
    const subtree = this.#subtree(org, marked)
    const totals = new Uint32Array(tallies.counters)
    for (const tally of this.#talliesOfOrganizations(subtree)) addTally(totals, tally, marked)
    this.#addMembers(subtree, marked, totals)
    const functions = this.#functionsUnder(org, marked)
    if (functions !== null) addTally(totals, functions.tally, marked)
    const all = new Uint32Array(WIDTH)
    for (let i = 0; i < totals.length; i++) all[i % WIDTH]! += totals[i]!
    const own = this.#findingsOf(org)
    return {
      organization: this.#books.base.orgId[org]!,
      asOf: this.#day,
      findings:
        functions === null || functions.own.length === 0
          ? own
          : [...own, ...functions.own].sort(FindingSink.order),
      rules: plan.rules.map((rule, i) => ({
        rule: rule.id,
        level: FindingSink.levelOf(rule),
        summary: summaryAt(totals, i * WIDTH),
      })),
      summary: summaryAt(all, 0),
    }
  }

  /** The plan and the desks, made anew where the day or what tables there are has changed. */
  #ready(): Compiled {
    const tables = this.#tablesThere()
    if (this.#compiled === undefined || tables !== this.#tables) {
      this.#forgetAll()
      this.#tables = tables
      this.#compiled = this.#compile()
    }
    return this.#compiled
  }

  #compile(): Compiled {
    const resolved = resolveConfig(this.#config)
    const views = new RuleViews(this.#books, this.#viewed)
    const plan = compilePlan(views.plain(), resolved, { asOf: this.#asOf, only: null, under: null })
    requireAcceptance(resolved, plan.rules)
    const isAboutMembers = ({ rule }: RulePlan) => rule.subject === 'member' || rule.subject === 'post'
    const ofMembers = plan.rules.filter(isAboutMembers)
    const ofOrganizations = plan.rules.filter((rule) => !isAboutMembers(rule))
    return {
      plan,
      members: new MemberDesk(this.#books, plan, ofMembers),
      organizations: new OrganizationDesk(this.#books, plan, ofOrganizations),
      tallies: new TallyMaker(
        this.#orgAt,
        plan.rules.map((rule) => rule.id),
      ),
      views,
    }
  }

  /** Tables and columns on whose being there verdicts depend, as bits. */
  #tablesThere(): number {
    const { base, seen } = this.#viewed
    const { attendance, people } = this.#books
    const sessions = seen.get('sessions')
    const topics = this.#hasTopics || sessions?.has('topics') === true
    const mode = this.#hasMode || sessions?.has('mode') === true
    const posts = base.counts.posts !== undefined || people.postCount > 0
    const rows = base.counts.attendance !== undefined || attendance.count > 0
    return (posts ? 1 : 0) | (rows ? 2 : 0) | (topics ? 4 : 0) | (mode ? 8 : 0)
  }

  #forgetAll(): void {
    this.#compiled = undefined
    this.#memberTallies = []
    this.#organizationTallies = []
    this.#organizationFindings.clear()
    this.#findingsKept = 0
    this.#functionFindings.clear()
    this.#functionTallies.clear()
  }

  #organizationTouched(org: number): void {
    this.#organizationTallies[org] = undefined
    this.#findingsKept -= this.#organizationFindings.get(org)?.length ?? 0
    this.#organizationFindings.delete(org)
  }

  /** Members to whom it matters whether these organizations held a session, and whether it has rows. */
  #membersTouched(owners: Iterable<number>): void {
    if (this.#belonging === undefined) return
    const { orgParent } = this.#books.base
    for (const org of owners)
      for (const near of [org, orgParent[org]!])
        for (const member of this.#belonging.of(near)) this.#memberTallies[member] = undefined
  }

  /** Positions of an organization and all below it; they are marked. */
  #subtree(org: number, marked: Uint8Array): number[] {
    const { orgChildStart, orgChild } = this.#books.base
    const found = [org]
    for (let i = 0; i < found.length; i++) {
      const at = found[i]!
      marked[at] = 1
      for (let k = orgChildStart[at]!; k < orgChildStart[at + 1]!; k++) found.push(orgChild[k]!)
    }
    return found
  }

  #talliesOfOrganizations(organizations: readonly number[]): Tally[] {
    const { organizations: desk, tallies } = this.#ready()
    const stale = organizations.filter((org) => this.#organizationTallies[org] === undefined)
    if (stale.length > 0)
      for (const [org, findings] of desk.judge(stale)) {
        this.#organizationTallies[org] = tallies.of(findings)
        this.#keepFindings(org, findings)
      }
    return organizations.map((org) => this.#organizationTallies[org]!)
  }

  #findingsOf(org: number): readonly FindingRecord[] {
    const known = this.#organizationFindings.get(org)
    if (known !== undefined) return known
    const findings = this.#ready().organizations.judge([org]).get(org)!
    this.#keepFindings(org, findings)
    return findings
  }

  #keepFindings(org: number, findings: readonly FindingRecord[]): void {
    if (this.#findingsKept + findings.length > MOST_FINDINGS_KEPT) {
      this.#organizationFindings.clear()
      this.#findingsKept = 0
    }
    this.#findingsKept += findings.length
    this.#organizationFindings.set(org, findings)
  }

  #addMembers(organizations: readonly number[], marked: Uint8Array, totals: Uint32Array): void {
    this.#belonging ??= new MembersOfOrganizations(this.#books)
    const ofFunctions = this.#talliesOfFunctions()
    for (const member of this.#belonging.under(organizations)) {
      addTally(totals, this.#tallyOf(member), marked)
      for (const known of ofFunctions) addTally(totals, this.#functionTallyOf(known, member), marked)
    }
  }

  /** Tallies of each function about members, those that are still true. */
  #talliesOfFunctions(): readonly FunctionTallies[] {
    const { members, views } = this.#ready()
    return members.functions.map((rule) => {
      const stamp = views.stampOf(rule)
      let known = this.#functionTallies.get(rule)
      if (known?.stamp !== stamp) {
        known = { rule: [rule], stamp, tallies: [] }
        this.#functionTallies.set(rule, known)
      }
      return known
    })
  }

  #tallyOf(member: number): Tally {
    const { members, tallies } = this.#ready()
    let tally = this.#memberTallies[member]
    if (tally === undefined) {
      members.tell(member, tallies)
      tally = tallies.made()
      this.#memberTallies[member] = tally
    }
    return tally
  }

  #functionTallyOf(known: FunctionTallies, member: number): Tally {
    let tally = known.tallies[member]
    if (tally === undefined) {
      const { members, organizations, tallies, views } = this.#ready()
      tally = tallies.of(members.judgeByFunctions(known.rule, member, views, organizations.population()))
      known.tallies[member] = tally
    }
    return tally
  }

  /** What rule functions say of an organization and all under it, `null` where there are none. */
  #functionsUnder(org: number, marked: Uint8Array): FunctionFindings | null {
    const { organizations, tallies, views } = this.#ready()
    if (organizations.functions.length === 0) return null
    const key = organizations.functions.map((rule) => views.stampOf(rule)).join()
    const known = this.#functionFindings.get(org)
    if (known?.key === key) return known
    const findings = organizations.judgeByFunctions(marked, views)
    const id = this.#books.base.orgId[org]!
    const own = findings.filter(({ subject }) => subject.kind === 'organization' && subject.id === id)
    if (this.#functionFindings.size >= MOST_KEPT) this.#functionFindings.clear()
    const made = { key, own, tally: tallies.of(findings) }
    this.#functionFindings.set(org, made)
    return made
  }
}

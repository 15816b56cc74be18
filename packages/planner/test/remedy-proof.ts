/** What is left to say of remedies when everything they say is done and checked. */
import { buildDataset, type Config, check, type DatasetRows, type Finding } from '@xueshi/core'
import type { Plan, PlannedSession } from '../src/plan.ts'
import type { GapRemedy, Remedies } from '../src/remedy/remedies.ts'
import { rowsWithRemedies } from '../src/remedy/rows.ts'

export interface RemedyProof {
  /** Gaps that were to be closed and are not, with what the check says. */
  readonly broken: readonly string[]
  /** Gaps that were closed by what was promised. */
  readonly closed: number
  /** Gaps said to be over that are closed all the same. */
  readonly falselyOver: readonly string[]
}

const CLOSED: ReadonlySet<Finding['verdict']> = new Set(['met', 'not-applicable', 'waived'])

/** Does what remedies say and checks each gap on its last day. */
export function proveRemedies(
  rows: DatasetRows,
  remedies: Remedies,
  config: Config,
  plan: Plan,
): RemedyProof {
  const after = buildDataset(rowsWithRemedies(rows, remedies, buildDataset(rows), { plan }))
  const yearEnd = `${plan.year}-12-31`
  const findings = new Map<string, ReadonlyMap<string, Finding>>()
  const findingOf = ({ finding, due }: GapRemedy) => {
    const on = due ?? yearEnd
    let known = findings.get(on)
    if (known === undefined) {
      const report = check(after, config, { asOf: on, allVerdicts: true })
      known = new Map(report.findings.map((one) => [one.fingerprint, one]))
      findings.set(on, known)
    }
    return known.get(finding!)
  }
  const ofRules = remedies.gaps.filter(({ finding }) => finding !== null)
  const promised = ofRules.filter(({ closes }) => closes === 'whole')
  const broken = promised.flatMap((gap) => {
    const now = findingOf(gap)
    // A window without end may have been closed by what the data says of days after the report.
    const isEnded = gap.due === null && now !== undefined && now.window.to !== null
    return now === undefined || isEnded || CLOSED.has(now.verdict)
      ? []
      : [
          `${gap.rule} ${gap.subject.id} ${gap.window.key} ${now.verdict} ${now.measured}/${now.required}: ${gap.text['zh-CN']}`,
        ]
  })
  const over = ofRules.filter(({ reason }) => reason?.kind === 'window-over')
  return {
    broken,
    closed: promised.filter((gap) => findingOf(gap)?.verdict === 'met').length,
    falselyOver: over
      .filter((gap) => findingOf(gap)?.verdict === 'met')
      .map((gap) => `${gap.rule} ${gap.subject.id} ${gap.window.key}`),
  }
}

/** The plan with what the remedies add: new sessions, and who comes to planned ones. */
export function planWithRemedies(plan: Plan, remedies: Remedies): Plan {
  const joining = new Map<string, Set<string>>()
  const lecturing = new Map<string, Set<string>>()
  for (const { steps, subject } of remedies.gaps)
    for (const step of steps) {
      if (step.step !== 'join' || subject.kind === 'organization') continue
      // Who is asked to lecture is in the plan, as a member or by the register.
      if (step.invited && step.capacity === 'lecturer') continue
      const to = step.capacity === 'lecturer' ? lecturing : joining
      const own = to.get(step.session) ?? new Set()
      to.set(step.session, own.add(subject.id.split('@')[0]!))
    }
  const planned = plan.sessions.map((session) => ({
    ...session,
    attendees: [...new Set([...session.attendees, ...(joining.get(session.id) ?? [])])],
    lecturers: [...new Set([...session.lecturers, ...(lecturing.get(session.id) ?? [])])],
  }))
  const made = remedies.sessions.map(
    ({ persons, start, end, course: _, ...session }): PlannedSession => ({
      ...session,
      start: start!,
      end: end!,
      title: '补学',
      coHosts: [],
      observers: [],
      serves: [],
      notes: [],
      attendees: persons,
      status: 'planned',
    }),
  )
  return { ...plan, sessions: [...planned, ...made] }
}

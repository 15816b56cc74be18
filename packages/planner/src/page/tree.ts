import { type Dataset, type Organization, parseDate } from '@xueshi/core'
import type { Plan, PlannedSession } from '../plan.ts'
import type { PageYear } from './year.ts'

/** An organization with the sessions of it and of all below it. */
export interface TreeNode {
  readonly organization: Pick<Organization, 'id' | 'name' | 'kind'>
  readonly depth: number
  /** Positions of the nodes directly below. */
  readonly children: number[]
  /** Position behind the last node below: nodes are in order of a walk that goes down first. */
  end: number
  /** Positions in the plan of the sessions it holds itself, alone or jointly. */
  readonly own: number[]
  /** Sessions of it and all below, and their hours. */
  sessions: number
  hours: number
  /** By day of the year. */
  readonly perDay: Uint16Array
  /** Days on which a theme day lies that was moved off its fixed day. */
  readonly moved: Uint8Array
}

/** The organizations of a plan that hold sessions, or have one below them that does. */
export interface Tree {
  readonly nodes: readonly TreeNode[]
  readonly roots: readonly number[]
  /** Number of organizations that hold sessions themselves. */
  readonly hosts: number
  position(organization: string): number | undefined
}

/** Whether a session is a theme day that does not lie on its fixed day: the planner says so in a note. */
export function isMovedThemeDay({ kinds, notes }: PlannedSession): boolean {
  return kinds.includes('theme-day') && notes.length > 0
}

/** The tree of the organizations of a plan; sessions that are called off are listed and not counted. */
export function organizationTree(plan: Plan, dataset: Dataset, year: PageYear): Tree {
  const hosted = new Map<string, number[]>()
  plan.sessions.forEach((session, i) => {
    for (const id of new Set([session.organization, ...session.coHosts])) {
      const own = hosted.get(id)
      if (own === undefined) hosted.set(id, [i])
      else own.push(i)
    }
  })
  const known = new Map<string, Pick<Organization, 'id' | 'name' | 'kind' | 'parent'>>(
    dataset.organizations.map((organization) => [organization.id, organization]),
  )
  for (const id of hosted.keys())
    if (!known.has(id)) known.set(id, { id, name: id, kind: 'branch', parent: null })
  const needed = neededOf(hosted, known)
  const below = new Map<string | null, string[]>()
  for (const id of [...needed].sort()) {
    const parent = known.get(id)!.parent
    const above = parent !== null && needed.has(parent) ? parent : null
    const siblings = below.get(above)
    if (siblings === undefined) below.set(above, [id])
    else siblings.push(id)
  }
  const nodes: TreeNode[] = []
  const positions = new Map<string, number>()
  const add = (id: string, depth: number): number => {
    const at = nodes.length
    positions.set(id, at)
    const node: TreeNode = {
      organization: known.get(id)!,
      depth,
      children: [],
      end: at + 1,
      own: hosted.get(id) ?? [],
      sessions: 0,
      hours: 0,
      perDay: new Uint16Array(year.days.length),
      moved: new Uint8Array(year.days.length),
    }
    nodes.push(node)
    for (const child of below.get(id) ?? []) node.children.push(add(child, depth + 1))
    node.end = nodes.length
    return at
  }
  const roots = (below.get(null) ?? []).map((id) => add(id, 0))
  for (const session of plan.sessions) if (session.status !== 'cancelled') count(session)
  return { nodes, roots, hosts: hosted.size, position: (id) => positions.get(id) }

  /** Adds a session to its hosts and to everything above them, to each once. */
  function count(session: PlannedSession): void {
    const above = new Set<string>()
    for (const host of [session.organization, ...session.coHosts])
      for (let id: string | null = host; id !== null && positions.has(id) && !above.has(id); ) {
        above.add(id)
        id = known.get(id)!.parent
      }
    const days = daysOf(session, year)
    const moved = isMovedThemeDay(session)
    for (const id of above) {
      const node = nodes[positions.get(id)!]!
      node.sessions++
      node.hours += session.hours
      for (const day of days) {
        node.perDay[day]!++
        if (moved) node.moved[day] = 1
      }
    }
  }
}

/** Days of the year on which a session is: of several days those that are not off. */
export function daysOf({ date, lastDay }: PlannedSession, year: PageYear): number[] {
  const from = year.position(parseDate(date))
  const to = year.position(parseDate(lastDay))
  const all = Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i)
  if (all.length === 1) return all
  const worked = all.filter((day) => !['weekend', 'holiday'].includes(year.days[day]!.mark))
  return worked.length === 0 ? all : worked
}

function neededOf(
  hosted: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, { readonly parent: string | null }>,
): Set<string> {
  const needed = new Set<string>()
  for (const host of hosted.keys())
    for (let id: string | null = host; id !== null && known.has(id) && !needed.has(id); ) {
      needed.add(id)
      id = known.get(id)!.parent
    }
  return needed
}

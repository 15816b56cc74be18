import { buildDataset, type Dataset, type DatasetRows, type Session, type SessionRow } from '@xueshi/core'
import { type Plan, plannedRows } from '@xueshi/planner'

/**
 * The organizations of a county with the sessions of a plan, and with those of the data that lie in its year:
 * what calendars are made from. Lecturers are in it only where they may be named.
 */
export function plannedDataset(plan: Plan, dataset: Dataset, names: boolean): Dataset {
  const planned = plannedRows(plan)
  const replaced = new Set(planned.map(({ id }) => id))
  const first = `${plan.year}-01-01`
  const last = `${plan.year}-12-31`
  const recorded = dataset.sessions
    .filter(({ lastDay, start }) => lastDay >= first && start.slice(0, 10) <= last)
    .filter(({ id, plannedId }) => !replaced.has(id) && (plannedId === null || !replaced.has(plannedId)))
    .map(rowOfSession)
  const sessions = [...recorded, ...planned]
  const lecturing = new Set(sessions.flatMap(({ lecturers = [] }) => lecturers))
  const rows: DatasetRows = {
    organizations: dataset.organizations.map(({ id, name, kind, parent, founded, dissolved }) => ({
      id,
      name,
      kind,
      ...(parent === null ? {} : { parent }),
      ...(founded === null ? {} : { founded }),
      ...(dissolved === null ? {} : { dissolved }),
    })),
    members: dataset.members
      .filter(({ id }) => names && lecturing.has(id))
      .map(({ id, name, status, branch }) => ({ id, name, status, organization: branch ?? '' })),
    sessions: names ? sessions : sessions.map(withoutLecturers),
    venues: dataset.venues.map(({ id, name, shared }) => ({ id, name, shared })),
    lecturers: names
      ? dataset.lecturers.map(({ id, name, member }) => ({
          id,
          name,
          ...(member === null ? {} : { member }),
        }))
      : [],
    export: [{ exportedOn: dataset.exportedOn ?? dataset.covers.to, from: first, to: last }],
  }
  return buildDataset(rows)
}

function withoutLecturers({ lecturers: _, ...row }: SessionRow): SessionRow {
  return row
}

function rowOfSession(session: Session): SessionRow {
  const { id, organization, title, start, end, timeless, lastDay, hours, mode, venue, status, plannedId } =
    session
  return {
    id,
    organization,
    kinds: [...session.kinds, ...session.unknownKinds],
    ...(title === null ? {} : { title }),
    start: timeless ? start.slice(0, 10) : start,
    ...(end === null ? (lastDay > start.slice(0, 10) ? { end: lastDay } : {}) : { end }),
    ...(hours === null ? {} : { hours }),
    ...(mode === null ? {} : { mode }),
    ...(venue === null ? {} : { venue }),
    ...(session.topics.length === 0 ? {} : { topics: [...session.topics] }),
    ...(session.lecturers.length === 0 ? {} : { lecturers: [...session.lecturers] }),
    ...(session.coHosts.length === 0 ? {} : { coHosts: [...session.coHosts] }),
    ...(session.observers.length === 0 ? {} : { observers: [...session.observers] }),
    ...(status === null ? {} : { status }),
    ...(plannedId === null ? {} : { plannedId }),
  }
}

/** Rows with identifiers in place of the Chinese words of an export, as the anchors want them. */
import {
  ATTENDANCE_STATUSES,
  CAPACITIES,
  type DatasetRows,
  MEMBER_STATUSES,
  MEMBER_TAGS,
  MEMBERSHIP_STATES,
  ORGANIZATION_KINDS,
  ROLES,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_STATUSES,
  type Term,
  TOPICS,
  termFinder,
} from '@xueshi/core'

function finder(terms: readonly Term[]): (word: string) => string {
  const find = termFinder(terms)
  const known = new Map<string, string>()
  return (word) => {
    let id = known.get(word)
    if (id === undefined) {
      id = find(word) ?? word
      known.set(word, id)
    }
    return id
  }
}

const kindOfOrganization = finder(ORGANIZATION_KINDS)
const memberStatus = finder(MEMBER_STATUSES)
const membership = finder(MEMBERSHIP_STATES)
const tag = finder(MEMBER_TAGS)
const role = finder(ROLES)
const kindOfSession = finder(SESSION_KINDS)
const topic = finder(TOPICS)
const mode = finder(SESSION_MODES)
const sessionStatus = finder(SESSION_STATUSES)
const attendanceStatus = finder(ATTENDANCE_STATUSES)
const capacity = finder(CAPACITIES)

/** `行动不便@2025-03-01..2025-09-30` */
function datedTag(word: string): string {
  const at = word.indexOf('@')
  return at < 0 ? tag(word) : tag(word.slice(0, at)) + word.slice(at)
}

export function plainWords(rows: DatasetRows): DatasetRows {
  return {
    ...rows,
    organizations: rows.organizations.map((row) => ({ ...row, kind: kindOfOrganization(row.kind) })),
    members: rows.members.map((row) => ({
      ...row,
      status: memberStatus(row.status),
      ...(row.membership === undefined ? {} : { membership: membership(row.membership) }),
      ...(row.tags === undefined ? {} : { tags: row.tags.map(datedTag) }),
    })),
    posts: (rows.posts ?? []).map((row) => ({ ...row, role: role(row.role) })),
    sessions: rows.sessions.map((row) => ({
      ...row,
      kinds: row.kinds.map(kindOfSession),
      ...(row.topics === undefined ? {} : { topics: row.topics.map(topic) }),
      ...(row.mode === undefined ? {} : { mode: mode(row.mode) }),
      ...(row.status === undefined ? {} : { status: sessionStatus(row.status) }),
    })),
    attendance: (rows.attendance ?? []).map((row) => ({
      ...row,
      status: attendanceStatus(row.status),
      ...(row.capacity === undefined ? {} : { capacity: capacity(row.capacity) }),
    })),
  }
}

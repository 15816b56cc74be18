import { type Columns, type Dataset, ORGANIZATION_KINDS, ROW } from '@xueshi/core'
import { finder, registersOf } from './registers.ts'
import { note, type Rank, type Timetable } from './timetable.ts'

/**
 * Which sessions somebody lectures at, in order, by id of the register or of a member; `undefined` where there is
 * nobody of that id. An entry of the register and the member it names are one person: a session may name either,
 * by id or by a name that is unique in the register, and a record of attendance may say it.
 */
export function lecturerReach(
  timetable: Timetable,
  dataset: Dataset,
): (id: string) => readonly Rank[] | undefined {
  const find = finder(dataset.lecturers)
  const memberOf = (id: string) => (dataset.member(id) === undefined ? undefined : `member\n${id}`)
  const personOf = (word: string) => {
    const known = memberOf(word)
    if (known !== undefined) return known
    const entry = find(word)
    return entry === undefined ? undefined : entry.member === null ? entry.id : `member\n${entry.member}`
  }
  const lectures = new Map<string, Rank[]>()
  timetable.listings.forEach(({ session }, rank) => {
    for (const word of session.lecturers) {
      const person = personOf(word)
      if (person !== undefined) note(lectures, person, rank)
    }
  })
  const columns = dataset['~columns']
  const positions = new Map(columns.memberId.map((id, position) => [`member\n${id}`, position]))
  const registered = new Map(dataset.lecturers.map((entry) => [entry.id, entry]))
  return (id) => {
    const entry = registered.get(id)
    const person = entry === undefined ? memberOf(id) : personOf(entry.member ?? entry.id)
    if (person === undefined) return undefined
    const ranks = new Set(lectures.get(person))
    const position = positions.get(person)
    if (position !== undefined) for (const rank of recorded(columns, position, timetable)) ranks.add(rank)
    return [...ranks].sort((a, b) => a - b)
  }
}

function* recorded(columns: Columns, member: number, timetable: Timetable): Generator<Rank> {
  for (let row = columns.rowStart[member]!; row < columns.rowStart[member + 1]!; row++) {
    if ((columns.rowFlags[row]! & ROW.CAPACITY) >> ROW.CAPACITY_SHIFT !== ROW.LECTURER) continue
    const rank = timetable.rankOf.get(columns.sessionId[columns.rowSession[row]!]!)
    if (rank !== undefined) yield rank
  }
}

/** Which sessions are at a venue of the register, in order, by its id; `undefined` where there is none. */
export function venueReach(
  timetable: Timetable,
  dataset: Dataset,
): (id: string) => readonly Rank[] | undefined {
  const { venue } = registersOf(dataset)
  const used = new Map<string, Rank[]>(dataset.venues.map(({ id }) => [id, []]))
  timetable.listings.forEach(({ session }, rank) => {
    const found = session.venue === null ? undefined : venue(session.venue)
    if (found !== undefined) note(used, found.id, rank)
  })
  return (id) => used.get(id)
}

/** Kinds of organization whose leaders have two organizational lives. */
const LED: readonly string[] = [
  'county-committee',
  'working-committee',
  'party-committee',
  'leadership-group',
  'study-group',
]

/** Ids of the members who hold, or held, a post in a leadership, a committee above branches or a centre group. */
export function leadersOf(dataset: Dataset): string[] {
  const { memberCount, memberId, postStart, postOrg, orgKind } = dataset['~columns']
  const leads = (post: number) => LED.includes(ORGANIZATION_KINDS[orgKind[postOrg[post]!]!]!.id)
  const leaders: string[] = []
  for (let m = 0; m < memberCount; m++)
    for (let post = postStart[m]!; post < postStart[m + 1]!; post++)
      if (leads(post)) {
        leaders.push(memberId[m]!)
        break
      }
  return leaders
}

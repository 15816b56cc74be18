import { type Act, type Dataset, parseDate } from '@xueshi/core'

/** The acts 谈心谈话 of a dataset in columns. Persons are numbered in the order in which acts name them. */
export interface TalkActs {
  readonly numberOf: ReadonlyMap<string, number>
  /** Acts that name person p on either side: [start[p], start[p + 1]) of `ofPerson`. */
  readonly start: Uint32Array
  readonly ofPerson: Uint32Array
  /** Persons by act, -1 where none is stated. */
  readonly member: Int32Array
  readonly counterpart: Int32Array
  readonly day: Int32Array
  readonly session: readonly (string | null)[]
  /** For whoever reads the acts of some persons: the place of each among them, -1 for all others. */
  readonly seats: Int32Array
}

const known = new WeakMap<readonly Act[], TalkActs>()

/** They are read once: every branch asks for those of its members. */
export function talkActs({ acts }: Dataset): TalkActs {
  let talks = known.get(acts)
  if (talks === undefined) {
    talks = readTalks(acts.filter(({ kind }) => kind === 'talk'))
    known.set(acts, talks)
  }
  return talks
}

function readTalks(talks: readonly Act[]): TalkActs {
  const numberOf = new Map<string, number>()
  const numbered = (id: string | null) => {
    if (id === null) return -1
    const number = numberOf.get(id) ?? numberOf.size
    numberOf.set(id, number)
    return number
  }
  const member = Int32Array.from(talks, (act) => numbered(act.member))
  const counterpart = Int32Array.from(talks, (act) => numbered(act.counterpart))
  const start = new Uint32Array(numberOf.size + 1)
  const eachSide = (visit: (person: number, act: number) => void) => {
    for (let act = 0; act < talks.length; act++) {
      if (member[act]! >= 0) visit(member[act]!, act)
      if (counterpart[act]! >= 0 && counterpart[act] !== member[act]) visit(counterpart[act]!, act)
    }
  }
  eachSide((person) => start[person + 1]!++)
  for (let person = 0; person < numberOf.size; person++) start[person + 1]! += start[person]!
  const ofPerson = new Uint32Array(start[numberOf.size]!)
  const next = start.slice()
  eachSide((person, act) => {
    ofPerson[next[person]!++] = act
  })
  return {
    numberOf,
    start,
    ofPerson,
    member,
    counterpart,
    day: Int32Array.from(talks, ({ date }) => parseDate(date)),
    session: talks.map(({ session }) => session),
    seats: new Int32Array(numberOf.size).fill(-1),
  }
}

import { type EpochDay, epochDay } from '@xueshi/core'
import type { DeedList } from './acts.ts'
import { type Branch, isMemberOn, type Person, type Post } from './model.ts'
import type { Settings } from './options.ts'
import { Random } from './random.ts'

/**
 * The talks of a branch in a year: each pair of the committee, each member with two of the committee and with the
 * next member in a ring. Who came or left within the year is asked for none and has some all the same.
 */
export function talkActs(branch: Branch, year: number, deeds: DeedList, settings: Settings): void {
  const from = Math.max(epochDay(year, 1, 1), branch.founded)
  const to = Math.min(epochDay(year, 12, 31), branch.dissolved)
  const random = new Random(settings.seed, `talks-${branch.id}-${year}`)
  const last = year === settings.year
  const posts = branch.posts.filter((post) => post.from <= to && post.to >= from)
  const holders = [...new Set(posts.filter((post) => post.to >= to).map((post) => post.person))]
  const at = (first: EpochDay, end: EpochDay) => dayWithin(random, Math.max(from, first), Math.min(to, end))
  const talk = (person: Person, other: Person, first: EpochDay, end: EpochDay) => {
    const day = at(first, end)
    if (day !== null) deeds.enter('talk', day, { unit: branch, person, other })
  }
  holders.forEach((a, i) => {
    for (const b of holders.slice(i + 1)) talk(a, b, from, to)
  })
  const ordinary = branch.people
    .concat(branch.incomers)
    .filter((person) => !holders.includes(person) && isIn(person, branch, to) && isMemberOn(person, to))
  ordinary.forEach((person, i) => {
    // A talk about trouble is its own; those of the matrix come before it.
    const until = last && person.careOn !== null ? person.careOn - 1 : to
    const since = isIn(person, branch, from) ? from : person.stays.at(-1)!.from
    if (!(last && person.omitted.has('talk-with-committee')))
      for (const post of turn(
        posts.filter((one) => one.person !== person),
        since,
        until,
        i,
      ))
        talk(person, post.person, Math.max(since, post.from), Math.min(until, post.to))
    const next = ordinary[(i + 1) % ordinary.length]!
    if (next !== person && (i % 2 === 0 || i === ordinary.length - 1)) talk(person, next, since, until)
  })
}

/** Two of the posts that run in a time, in turn. */
function turn(posts: readonly Post[], from: EpochDay, to: EpochDay, i: number): readonly Post[] {
  const running = posts.filter((post) => post.from <= to && post.to >= from)
  if (running.length <= 1) return running
  return [running[i % running.length]!, running[(i + 1) % running.length]!]
}

function isIn(person: Person, branch: Branch, day: EpochDay): boolean {
  return person.stays.some((stay) => stay.branch === branch && stay.from <= day && day <= stay.to)
}

/** A day within bounds; people also talk at the weekend. */
function dayWithin(random: Random, from: EpochDay, to: EpochDay): EpochDay | null {
  return from > to ? null : random.int(from, to)
}

import { type Dataset, normalizeWord, type Venue } from '@xueshi/core'

/** Looks up lecturers and venues as sessions write them: by id, or by a name that is unique in its register. */
export interface Registers {
  /** Name of a lecturer of the register or of a member; what is neither is its own name. */
  lecturerName(word: string): string
  /** Name of a program of the register; what is none is its own name. */
  programName(word: string): string
  venue(word: string): Venue | undefined
  /** What a place is called and where it is, as participants need it. */
  placeName(word: string): string
  /** The same where anybody may know it: a shared venue that is nobody's home, by its name alone. */
  publicPlace(word: string): string | undefined
}

/** Words by which a place is somebody's home. */
const HOME = /家中|家里|家庭|住宅|住所|住址|住处|宿舍|寓所|入户|中心户|\bhome\b|residence/i
/** A number that somebody could be reached by; what a place is called has none so long. */
const NUMBER = /(?:[0-9０-９][ \-－—–·.]?){7}/

/** The registers of a dataset. */
export function registersOf(dataset: Dataset): Registers {
  const venueOf = finder(dataset.venues)
  const lecturers = new Map(dataset.lecturers.map(({ id, name }) => [id, name]))
  const programs = new Map(dataset.programs.map(({ id, name }) => [id, name]))
  let persons: readonly string[] | undefined
  const names = () => {
    persons ??= [...new Set([...dataset.members, ...dataset.lecturers].map(({ name }) => name.trim()))]
    return persons
  }
  const open = new Map<string, string | undefined>()
  const openName = (venue: Venue): string | undefined => {
    if (!venue.shared || HOME.test(venue.name) || NUMBER.test(venue.name)) return undefined
    return names().some((name) => name.length > 1 && venue.name.includes(name)) ? undefined : venue.name
  }
  return {
    lecturerName: (word) => dataset.member(word)?.name ?? lecturers.get(word) ?? word,
    programName: (word) => programs.get(word) ?? word,
    venue: venueOf,
    placeName(word) {
      const venue = venueOf(word)
      if (venue === undefined) return word
      return venue.address === null ? venue.name : `${venue.name}（${venue.address}）`
    },
    publicPlace(word) {
      const venue = venueOf(word)
      if (venue === undefined) return undefined
      if (!open.has(venue.id)) open.set(venue.id, openName(venue))
      return open.get(venue.id)
    },
  }
}

/** Finds entries of a register by id, else by a name that only one of them has. */
export function finder<T extends { readonly id: string; readonly name: string }>(
  entries: readonly T[],
): (word: string) => T | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byName = new Map<string, T | null>()
  for (const entry of entries) {
    const name = normalizeWord(entry.name)
    byName.set(name, byName.has(name) ? null : entry)
  }
  if (entries.length === 0) return () => undefined
  return (word) => byId.get(word) ?? byName.get(normalizeWord(word)) ?? undefined
}

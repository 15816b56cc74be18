import { maskValue } from '../model/problem.ts'
import type { MemberRow } from '../model/rows.ts'
import { RANKS, termFinder } from '../terms.ts'
import { scrubText } from './citizen.ts'
import type { ProblemLog } from './problem-log.ts'
import { knownWords } from './words.ts'

/** What is stated of the standing of a person without a date; equal ones are one object. */
export interface Standing {
  /** Own number of these words in this dataset, 0 where nothing is stated; depends on the order of rows. */
  readonly code: number
  /** As written, '' where not stated. */
  readonly education: string
  readonly occupation: string
  /** Identifier of RANKS, or the word of the export; '' where not stated. */
  readonly rank: string
}

/** What is stated of a person without a date; equal ones are one object. */
export interface Profile {
  /** As written, '' where not stated. */
  readonly sex: string
  readonly standing: Standing
}

/** Nothing is stated of the standing. */
export const NO_STANDING: Standing = Object.freeze({ code: 0, education: '', occupation: '', rank: '' })
const NO_PROFILE: Profile = Object.freeze({ sex: '', standing: NO_STANDING })

type Field = 'sex' | 'education' | 'occupation' | 'rank'

/** A profile with what is wrong with the words it was read from. */
interface Entry {
  readonly profile: Profile
  readonly scrubbed: readonly Field[]
  readonly isRankUnknown: boolean
}

type Word = string | undefined
type Entries = Map<Word, Map<Word, Map<Word, Map<Word, Entry>>>>

const RANK_WORDS = knownWords(RANKS)

/** Reads the profile of members; each combination of words is judged once. */
export function profileReader(log: ProblemLog): (row: MemberRow, ordinal: number) => Profile {
  const rankOf = termFinder(RANKS)
  const shared = new SharedProfiles()
  const entries: Entries = new Map()

  function judge({ sex, education, occupation, rank }: MemberRow): Entry {
    const words = { sex, education, occupation }
    const rankId = rank === undefined ? undefined : rankOf(rank)
    const profile = shared.profile(
      scrubText(sex ?? ''),
      scrubText(education ?? ''),
      scrubText(occupation ?? ''),
      rankId ?? scrubText(rank ?? ''),
    )
    const scrubbed: Field[] = []
    for (const field of ['sex', 'education', 'occupation'] as const)
      if (scrubText(words[field] ?? '') !== (words[field] ?? '')) scrubbed.push(field)
    if (rank !== undefined && rankId === undefined && scrubText(rank) !== rank) scrubbed.push('rank')
    return { profile, scrubbed, isRankUnknown: rank !== undefined && rankId === undefined }
  }

  return (row, ordinal) => {
    const { sex, education, occupation, rank } = row
    if (sex === undefined && education === undefined && occupation === undefined && rank === undefined)
      return NO_PROFILE
    const last = within(within(within(entries, education), occupation), rank)
    let entry = last.get(sex)
    if (entry === undefined) {
      entry = judge(row)
      last.set(sex, entry)
    }
    const { profile, scrubbed, isRankUnknown } = entry
    for (const field of scrubbed) log.add('citizenNumberInText', { table: 'members', ordinal, field })
    if (isRankUnknown) {
      const value = maskValue(profile.standing.rank)
      log.add('unknownRank', { table: 'members', ordinal, field: 'rank', value }, { right: RANK_WORDS })
    }
    return profile
  }
}

/** The words of a profile; unlike its code they do not depend on the order of rows. */
export function profileWords({ sex, standing }: Profile): readonly string[] {
  return [sex, standing.education, standing.occupation, standing.rank]
}

function within<V>(map: Map<Word, Map<Word, V>>, word: Word): Map<Word, V> {
  let inner = map.get(word)
  if (inner === undefined) {
    inner = new Map()
    map.set(word, inner)
  }
  return inner
}

/** One object for equal content. */
class SharedProfiles {
  readonly #standings = new Map<string, Standing>([[JSON.stringify(['', '', '']), NO_STANDING]])
  readonly #profiles = new Map<Standing, Map<string, Profile>>([[NO_STANDING, new Map([['', NO_PROFILE]])]])

  profile(sex: string, education: string, occupation: string, rank: string): Profile {
    const key = JSON.stringify([education, occupation, rank])
    let standing = this.#standings.get(key)
    if (standing === undefined) {
      standing = Object.freeze({ code: this.#standings.size, education, occupation, rank })
      this.#standings.set(key, standing)
    }
    let bySex = this.#profiles.get(standing)
    if (bySex === undefined) {
      bySex = new Map()
      this.#profiles.set(standing, bySex)
    }
    let profile = bySex.get(sex)
    if (profile === undefined) {
      profile = Object.freeze({ sex, standing })
      bySex.set(sex, profile)
    }
    return profile
  }
}

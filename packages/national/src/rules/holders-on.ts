import { type CivilDate, type Dataset, formatDate, type Member, type Post, parseDate } from '@xueshi/core'
import { goneOn, postsOf } from './posts-on.ts'

/** Whether a person (or anybody, where none is named) holds one of some roles in an organization on a day. */
export function holdsOn(
  dataset: Dataset,
  organization: string,
  roles: readonly string[],
  date: CivilDate,
  person?: string,
): boolean {
  const holders = holdersOn(dataset, organization, roles, date)
  return person === undefined ? holders.size > 0 : holders.has(person)
}

/** Ids of the persons who hold one of some roles in an organization on a day; who is gone holds none. */
export function holdersOn(
  dataset: Dataset,
  organization: string,
  roles: readonly string[],
  date: CivilDate,
): ReadonlySet<string> {
  const stretches = tenureOf(dataset, organization, roles)
  for (let at = stretches.length - 1; at >= 0; at--)
    if (stretches[at]!.from <= date) return stretches[at]!.holders
  return NOBODY
}

/** Persons who hold some roles from a day on, until the next such day. */
interface Stretch {
  readonly from: CivilDate
  readonly holders: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()

/** By roles, then organization: the stretches in order. */
type Tenures = Map<readonly string[], Map<string, readonly Stretch[]>>

// Posts change seldom and rules ask for their holders at each session: they are worked out once.
const known = new WeakMap<
  readonly Post[],
  { readonly members: readonly Member[]; readonly tenures: Tenures }
>()

function tenureOf(dataset: Dataset, organization: string, roles: readonly string[]): readonly Stretch[] {
  const { members, posts } = dataset
  let found = known.get(posts)
  if (found?.members !== members) {
    found = { members, tenures: new Map() }
    known.set(posts, found)
  }
  let byOrganization = found.tenures.get(roles)
  if (byOrganization === undefined) {
    byOrganization = new Map()
    found.tenures.set(roles, byOrganization)
  }
  let stretches = byOrganization.get(organization)
  if (stretches === undefined) {
    stretches = stretchesOf(dataset, organization, roles)
    byOrganization.set(organization, stretches)
  }
  return stretches
}

function stretchesOf(dataset: Dataset, organization: string, roles: readonly string[]): readonly Stretch[] {
  const held = postsOf(dataset, organization)
    .filter(({ role }) => roles.includes(role))
    .map((post) => ({ ...post, until: firstDayAfter(post, goneOn(dataset, post.member)) }))
  const days = new Set(held.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))
  return [...days].sort().map((day) => ({
    from: day,
    holders: new Set(
      held
        .filter(({ from, until }) => from <= day && (until === null || until > day))
        .map(({ member }) => member),
    ),
  }))
}

/** The first day on which a post is over: after its last day, or once its holder is gone. */
function firstDayAfter({ to }: Post, gone: CivilDate | null): CivilDate | null {
  const next = to === null ? null : formatDate(parseDate(to) + 1)
  return next === null || (gone !== null && gone < next) ? gone : next
}

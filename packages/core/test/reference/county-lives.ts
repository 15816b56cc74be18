/** The persons of random counties: milestones, tags, suspension, and where they belonged. */
import fc from 'fast-check'
import type { MemberRow } from '../../src/model/rows.ts'
import { dayOf, textOf } from './calendar.ts'
import { BRANCHES, date, drop, GROUPS, LAST, parentOf, rare } from './county-tree.ts'

const STEPS = ['appliedOn', 'activistOn', 'candidateOn', 'admittedOn', 'fullOn'] as const
const STATUSES = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const
const TAGS = ['frail', 'mobility-limited', 'gravely-ill', 'mobile', 'retired']

export interface Life {
  readonly member: MemberRow
  readonly stays: readonly {
    readonly organization: string
    readonly from: string
    readonly to: string | undefined
  }[]
}

const move = fc.record({ branch: fc.constantFrom(...BRANCHES), from: date, gap: fc.constantFrom(1, 1, 20) })

export const life = fc
  .record({
    step: fc.constantFrom(0, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4),
    /** The first step with a date; 5: none has. */
    datedFrom: fc.constantFrom(0, 1, 2, 3, 4, 5, 5),
    days: fc.array(fc.integer({ min: dayOf('2022-01-01'), max: LAST }), { minLength: 5, maxLength: 5 }),
    leftOn: rare(date, 9),
    suspendedOn: rare(date, 9),
    resumedOn: rare(date, 1),
    suspendedForEver: rare(fc.constant(true), 20),
    tag: rare(fc.record({ tag: fc.constantFrom(...TAGS), span: rare(fc.tuple(date, date), 1) }), 3),
    moves: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(move, { minLength: 1, maxLength: 2 }) },
    ),
    first: fc.constantFrom('br1', 'br1', 'br1', ...BRANCHES),
    group: rare(fc.constantFrom(...GROUPS), 1),
    born: fc.constantFrom(
      undefined,
      '1965-01-01',
      '1965-01-02',
      '1965-06-30',
      '1964-02-29',
      '1965-01',
      '1965-04',
      '1990-10-01',
    ),
    rank: rare(fc.constantFrom('county-deputy', 'section-1'), 1),
    education: rare(fc.constantFrom('大学', '高中'), 1),
    occupation: rare(fc.constantFrom('教师', '农民'), 1),
  })
  .map((seed): Life => {
    const days = [...seed.days].sort((a, b) => a - b)
    const dates = STEPS.flatMap((field, step) =>
      step <= seed.step && step >= Math.min(seed.datedFrom, seed.datedFrom === 5 ? 5 : seed.step)
        ? [[field, textOf(days[step]! + step)] as const]
        : [],
    )
    const moves = [...seed.moves]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .filter((move, i, all) => all[i - 1]?.from !== move.from)
    const stops = [{ branch: seed.first, from: '2015-01-01', gap: 1 }, ...moves]
    const stays = stops.map((stop, index) => {
      const next = stops[index + 1]
      const to =
        next === undefined ? undefined : textOf(Math.max(dayOf(stop.from), dayOf(next.from) - next.gap))
      return { organization: stop.branch, from: stop.from, to }
    })
    const home = stops.at(-1)!.branch
    const suspension =
      seed.suspendedForEver === true
        ? { membership: 'suspended' }
        : seed.suspendedOn === undefined
          ? {}
          : {
              suspendedOn: seed.suspendedOn,
              resumedOn:
                seed.resumedOn !== undefined && seed.resumedOn > seed.suspendedOn
                  ? seed.resumedOn
                  : undefined,
            }
    const tags = (seed.tag === undefined ? [] : [seed.tag]).map(({ tag, span }) => {
      if (span === undefined) return tag
      const [from, to] = [...span].sort()
      return `${tag}@${from}..${to}`
    })
    const group = GROUPS.find((id) => id === seed.group && parentOf(id) === home)
    return {
      member: drop({
        id: '',
        name: '',
        status: STATUSES[seed.step]!,
        organization: home,
        group,
        ...Object.fromEntries(dates),
        leftOn: seed.leftOn,
        ...suspension,
        tags: tags.length === 0 ? undefined : tags,
        born: seed.born,
        rank: seed.rank,
        education: seed.education,
        occupation: seed.occupation,
      }),
      stays,
    }
  })

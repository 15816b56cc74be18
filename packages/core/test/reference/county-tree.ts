/** The organizations of random counties, and the days on which things happen in them. */
import fc from 'fast-check'
import type { OrganizationRow } from '../../src/model/rows.ts'
import { dayOf, textOf } from './calendar.ts'

const FIRST = dayOf('2024-06-01')
export const LAST = dayOf('2026-02-28')
/** Edges of months, quarters and years, and any day. */
const EDGES = [
  '2024-12-31',
  '2025-01-01',
  '2025-03-31',
  '2025-04-01',
  '2025-06-30',
  '2025-09-30',
  '2025-10-01',
  '2025-12-31',
  '2026-01-01',
]
export const date = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 4, arbitrary: fc.integer({ min: dayOf('2025-01-01'), max: dayOf('2025-12-31') }).map(textOf) },
  { weight: 1, arbitrary: fc.integer({ min: FIRST, max: LAST }).map(textOf) },
)
/** Nothing `weight` times as often as something. */
export const rare = <T>(arbitrary: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

export const SKELETON: readonly (readonly [id: string, kind: string, parent: string | undefined])[] = [
  ['county', 'county-committee', undefined],
  ['work', 'working-committee', 'county'],
  ['organ', 'organ-committee', 'work'],
  ['general', 'general-branch', 'organ'],
  ['lead', 'leadership-group', 'county'],
  ['committee', 'party-committee', 'work'],
  ['centre', 'study-group', 'lead'],
  ['br1', 'branch', 'general'],
  ['br2', 'branch', 'organ'],
  ['br3', 'branch', 'work'],
  ['br4', 'branch', 'lead'],
  ['gr1', 'group', 'br1'],
  ['gr2', 'group', 'br1'],
  ['gr3', 'group', 'br2'],
]
export const BRANCHES = ['br1', 'br2', 'br3', 'br4']
export const GROUPS = ['gr1', 'gr2', 'gr3']

export const organizations: fc.Arbitrary<OrganizationRow[]> = fc
  .tuple(...SKELETON.map(() => fc.record({ founded: rare(date, 12), dissolved: rare(date, 20) })))
  .map((lives) =>
    SKELETON.map(([id, kind, parent], index) => {
      const { founded, dissolved } = lives[index]!
      const backwards = founded !== undefined && dissolved !== undefined && dissolved < founded
      return drop({
        id,
        name: `name of ${id}`,
        kind,
        parent,
        founded,
        dissolved: backwards ? undefined : dissolved,
      })
    }),
  )

export function parentOf(id: string): string | undefined {
  return SKELETON.find(([candidate]) => candidate === id)?.[2]
}

/** The object without the fields that are `undefined`, as a reader of files would give it. */
export function drop<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never
}

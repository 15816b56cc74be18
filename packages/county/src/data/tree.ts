import type { CivilDate, Dataset, Organization } from '@xueshi/core'
import { remembered } from './remembered.ts'

/** The organization and all above it, from below. */
export function aboveOf(dataset: Dataset, organization: string): readonly string[] {
  const { organizations } = dataset
  const paths = remembered(organizations, 'above', () => {
    const parents = new Map(organizations.map(({ id, parent }) => [id, parent]))
    return new Map(organizations.map(({ id }) => [id, pathFrom(id, parents)]))
  })
  return paths.get(organization) ?? []
}

function pathFrom(id: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) path.push(at)
  return path
}

/** Whether an organization lies under another or is it. */
export function isUnder(dataset: Dataset, organization: string, top: string): boolean {
  return aboveOf(dataset, organization).includes(top)
}

/** Organizations by id. */
export function organizationsOf(dataset: Dataset): ReadonlyMap<string, Organization> {
  const { organizations } = dataset
  return remembered(organizations, 'by id', () => new Map(organizations.map((each) => [each.id, each])))
}

/** Whether an organization exists on a day. */
export function existsOn({ founded, dissolved }: Organization, date: CivilDate): boolean {
  return (founded === null || founded <= date) && (dissolved === null || dissolved >= date)
}

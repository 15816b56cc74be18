import type { Indicator, OrganizationKind } from '@xueshi/core'
import { existsOn, organizationsOf } from '../data/tree.ts'
import { words } from '../wording.ts'
import { count, UNIT } from './figures.ts'

const existing = (id: string, kind: OrganizationKind, zh: string, en: string) =>
  count({
    id,
    title: words(zh, en),
    summary: words(`期末存在的${zh}`, `${en} that exist on the last day`),
    unit: UNIT.items,
    reads: ['organizations'],
    over: 'organizations',
    of: (organization, { dataset, to }) => {
      const found = organizationsOf(dataset).get(organization)!
      return found.kind === kind && existsOn(found, to) ? 1 : 0
    },
  })

/** Organizations by kind. */
export const organizations: readonly Indicator[] = [
  existing('organizations/branches', 'branch', '党支部', 'branches'),
  existing('organizations/study-groups', 'study-group', '理论学习中心组', 'study centre groups'),
]

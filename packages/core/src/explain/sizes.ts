import type { Plan } from '../check/plan.ts'
import type { FindingParts } from '../check/record.ts'
import { OrganizationSizes } from '../check/sizes.ts'
import { formatDate } from '../civil/date.ts'
import type { SizeDemand } from '../requirement/parts.ts'
import { describeSize } from '../requirement/words.ts'
import type { ExplanationNode } from './explanation.ts'
import { both, node } from './node.ts'

/** The sizes a demand reads, on the day of the check. */
export function sizeNodes(plan: Plan, parts: FindingParts, demand: SizeDemand): ExplanationNode[] {
  const org = plan.columns.orgId.indexOf(parts.subjectId)
  if (org < 0) return []
  const sizes = new OrganizationSizes(plan.columns, plan.asOf)
  const wanted = demand.when === undefined ? [demand.of] : [demand.when.size, demand.of]
  return wanted.map((of) => {
    const committee = of === 'committee' || of === 'committee-besides-secretary'
    const size = committee ? sizes.own(org, of) : sizes.subtree(org, of)
    return node(
      'counted',
      both(
        `${formatDate(plan.asOf)} ${describeSize(of)['zh-CN']} ${size} 人`,
        `${describeSize(of).en} on ${formatDate(plan.asOf)}: ${size}`,
      ),
    )
  })
}

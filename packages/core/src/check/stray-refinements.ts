import { nearestWord } from '../config/nearest.ts'
import type { ResolvedConfig } from '../config/resolve.ts'
import type { Problem } from '../model/problem.ts'
import type { Plan } from './plan.ts'

/** Refinements for organizations that the data does not have: mistyped, or of another county. */
export function strayRefinements({ dataset, under }: Plan, { rules }: ResolvedConfig): Problem[] {
  if (under !== null) return []
  return rules.flatMap(({ refinements }) =>
    refinements.flatMap(({ entry, refinement }) =>
      (refinement.under ?? [])
        .filter((id) => dataset.organization(id) === undefined)
        .map((id): Problem => {
          const near = nearestWord(
            id,
            dataset.organizations.map((organization) => organization.id),
          )
          const where = refinement.source ?? entry
          return {
            code: 'refinement-unknown-organization',
            severity: 'warning',
            message: {
              'zh-CN': `${where}：没有党组织 ${id}，对它的规定（${refinement.rule} ${refinement.parameter}）不起作用${near === undefined ? '' : `；是否指 ${near}？`}`,
              en: `${where}: there is no organization ${id}; the refinement of ${refinement.rule} ${refinement.parameter} does nothing there${near === undefined ? '' : `; did you mean ${near}?`}`,
            },
            value: id,
          }
        }),
    ),
  )
}

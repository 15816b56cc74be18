import { z } from 'zod'
import { tryParseDate } from '../civil/date.ts'
import { XueshiError } from '../errors.ts'
import type { Citation } from '../requirement/schema.ts'
import { ASSURANCES, type AUTHORITY_LEVELS } from '../terms.ts'
import { faultsOfRefinements } from './refinement-faults.ts'

const name = z.string().min(1).max(100)
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => tryParseDate(value) !== undefined, { error: 'date' })

const AUTHORITIES = ['province', 'city', 'county', 'unit'] as const satisfies readonly Exclude<
  (typeof AUTHORITY_LEVELS)[number]['id'],
  'national'
>[]

/** Where a refinement is written. */
export const refinementCitationSchema = z.strictObject({
  instrument: name.meta({ description: '文件名称，不带书名号 / title of the document, without 《》' }),
  document: name.optional().meta({ description: '文号 / document number' }),
  article: name.optional().meta({ description: '条款，如 第三条 / article, if any' }),
  articleConfirmed: z.boolean().optional().meta({
    description: '条号是否已核对，默认是 / whether the number of the article is sure; default true',
  }),
  quote: z.string().min(1).optional().meta({ description: '原文 / the words, verbatim' }),
  assurance: z
    .enum(ASSURANCES.map(({ id }) => id) as [Citation['assurance'], ...Citation['assurance'][]])
    .optional()
    .meta({
      description:
        '依据的可靠程度；默认有原文为 quoted，无原文为 secondary / default: quoted with words, else secondary',
    }),
})

/** One value of a parameter set by a lower level, with its days and where it is written. */
export const refinementSchema = z
  .strictObject({
    authority: z.enum(AUTHORITIES).meta({
      description: '层级：省 province、市 city、县 county、本单位 unit / level of the issuer',
    }),
    issuer: name.meta({ description: '制定单位的中文名称 / name of the issuer, in Chinese' }),
    rule: z
      .string()
      .regex(/^[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)+$/)
      .meta({
        description:
          '规则编号，如 national/member/annual-hours；不重名时可省略插件名 / rule id; the plugin may be left out where that is unique',
      }),
    parameter: name.meta({ description: '参数名，见 xueshi rules 规则编号 / name of the parameter' }),
    value: z
      .union([z.number().min(0), z.string().regex(/^P\d{1,4}[DMY]$/)])
      .meta({ description: '数值，或期限如 P6M、P30D、P5Y / a number, or a duration' }),
    from: date.meta({ description: '施行首日 / first day in force, YYYY-MM-DD' }),
    to: date.optional().meta({
      description: '施行末日（含）；不写为长期 / last day in force, inclusive; open where absent',
    }),
    under: z.array(name).min(1).optional().meta({
      description:
        '只对这些党组织及其下级；不写为全部 / only these organizations (ids) and all below them; all where absent',
    }),
    citation: refinementCitationSchema.meta({ description: '出处 / where it is written' }),
    reason: z.string().min(1).max(500).optional().meta({ description: '理由 / why' }),
  })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], error: 'order' })

/** The content of a file of refinements. */
export const refinementsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    refinements: z.array(refinementSchema),
  })
  .meta({
    title: 'Xueshi refinements 1',
    description:
      '地方加码：省、市、县、单位对规则参数的规定 / values of parameters set by province, city, county and unit',
  })

/**
 * The JSON Schema (2020-12) of a file of refinements, for editors and for programs in other languages; published
 * as `@xueshi/core/schema/refinements-1.schema.json`.
 */
export function refinementsJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(refinementsSchema)
  return { $schema, $id: 'urn:xueshi:schema:refinements-1', ...schema }
}

/** Where a {@link Refinement} is written. */
export type RefinementCitation = z.infer<typeof refinementCitationSchema>

/** One value of a parameter set by a lower level, with its days and where it is written. */
export interface Refinement extends Readonly<z.infer<typeof refinementSchema>> {
  /** Where it was read, for messages: a file with the position in it. */
  readonly source?: string
}

/**
 * Refinements out of a parsed JSON value: `{ "refinements": […] }`, whose JSON Schema is
 * `@xueshi/core/schema/refinements-1.schema.json`. Whether rules, parameters and organizations exist, and
 * whether the level may do what it does, is told by {@link resolveConfig} and {@link check}.
 *
 * @param value - What `JSON.parse` gave.
 * @param file - Name of the file, for messages.
 * @throws XueshiError `invalid-refinement` that lists all faults, each with its path.
 * @example
 * ```ts
 * import { parseRefinements } from '@xueshi/core'
 *
 * const [forty] = parseRefinements({
 *   refinements: [
 *     {
 *       authority: 'county',
 *       issuer: '示例县委组织部',
 *       rule: 'national/member/annual-hours',
 *       parameter: 'hours',
 *       value: 40,
 *       from: '2025-01-01',
 *       citation: { instrument: '示例县党员教育培训工作安排', document: '示组发〔2024〕1号' },
 *     },
 *   ],
 * })
 * console.log(forty?.value) // 40
 * ```
 */
export function parseRefinements(value: unknown, file?: string): readonly Refinement[] {
  const parsed = refinementsSchema.safeParse(value)
  if (!parsed.success) throw invalid(faultsOfRefinements(parsed.error, value), file)
  return Object.freeze(
    parsed.data.refinements.map((refinement, i) =>
      Object.freeze({
        ...refinement,
        source: `${file === undefined ? '' : `${file} `}refinements[${i}]`,
      }),
    ),
  )
}

/**
 * A refinement given in code, checked like one of a file.
 *
 * @throws XueshiError `invalid-refinement`.
 */
export function checkedRefinement(value: Refinement, where: string): Refinement {
  const { source, ...rest } = value
  const parsed = refinementSchema.safeParse(rest)
  if (!parsed.success) throw invalid(faultsOfRefinements(parsed.error, rest), source ?? where)
  return value
}

function invalid(faults: readonly string[], file: string | undefined): XueshiError {
  const head = file === undefined ? '' : `${file}: `
  return new XueshiError(
    'invalid-refinement',
    `${head}${faults.length} 处有误 / ${faults.length} faults\n${faults.map((fault) => `  · ${fault}`).join('\n')}`,
    {
      ...(file === undefined ? {} : { where: file }),
      hint: '@xueshi/core/schema/refinements-1.schema.json',
    },
  )
}

/** The citation of a refinement as findings show it. */
export function citationOf({ citation }: Refinement): Citation {
  const { articleConfirmed, assurance, ...rest } = citation
  return {
    ...rest,
    articleConfirmed: articleConfirmed ?? true,
    assurance: assurance ?? (citation.quote === undefined ? 'secondary' : 'quoted'),
  }
}

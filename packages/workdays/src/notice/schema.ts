import { tryParseDate } from '@xueshi/core'
import { z } from 'zod'

const text = z.string().trim().min(1).max(200)
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine((value) => tryParseDate(value) !== undefined, { error: 'date' })

const sourceSchema = z.strictObject({
  title: text.meta({ description: '文件标题，不带书名号 / title of the document, without 《》' }),
  issuer: text.meta({ description: '发文机关 / who issued it' }),
  date: date.optional().meta({ description: '成文或者公布日期 / day of the document or its publication' }),
  document: text.optional().meta({ description: '文号 / document number' }),
  url: z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .optional()
    .meta({ description: '网址 / address' }),
})

const name = text.meta({ description: '节日名称，如 春节 / the festival, in Chinese' })

/** One notice. */
export const holidayNoticeSchema = z.strictObject({
  year: z.int().min(1950).max(2200).meta({ description: '通知安排的年份 / the year the notice arranges' }),
  source: sourceSchema.meta({ description: '出处 / where it is written' }),
  amends: z.boolean().optional().meta({
    description:
      '是否只改动所列日期（如2020年延长春节假期），默认否：列出全年 / whether it changes only the days it lists; default false, it lists the whole year',
  }),
  holidays: z
    .array(
      z.strictObject({
        name,
        from: date.meta({ description: '放假首日 / first day off, YYYY-MM-DD' }),
        to: date.optional().meta({ description: '放假末日（含）；不写为一天 / last day off, inclusive' }),
      }),
    )
    .meta({ description: '放假的日期，连同其中的周末 / days off, weekend days among them included' }),
  makeUpDays: z
    .array(z.strictObject({ name, date: date.meta({ description: '上班日期 / the day worked' }) }))
    .meta({ description: '调休上班的日期 / days worked in exchange' }),
})

/** The content of a file of notices. */
export const holidayNoticesSchema = z
  .strictObject({ $schema: z.string().optional(), notices: z.array(holidayNoticeSchema) })
  .meta({
    title: 'Xueshi holiday notices 1',
    description: '放假安排通知：一年的放假和调休上班日期 / notices of holidays and make-up working days',
  })

/**
 * A notice of holidays: the whole year, or with `amends` only the days it lists. Holidays may begin in December of
 * the year before.
 */
export interface HolidayNotice extends Readonly<z.infer<typeof holidayNoticeSchema>> {
  /** Where it was read, for messages: a file with the position in it. */
  readonly place?: string
}

/**
 * The JSON Schema (2020-12) of a file of notices, for editors and for programs in other languages; published as
 * `@xueshi/workdays/schema/holiday-notices-1.schema.json`.
 */
export function holidayNoticesJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(holidayNoticesSchema)
  return { $schema, $id: 'urn:xueshi:schema:holiday-notices-1', ...schema }
}

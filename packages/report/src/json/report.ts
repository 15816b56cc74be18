import type {
  Assurance,
  CivilDate,
  Finding,
  Level,
  Locale,
  Problem,
  Receipt,
  Report,
  SubjectKind,
  Summary,
  Unit,
  Verdict,
} from '@xueshi/core'

/** A problem of the data in {@link JsonReport}; what is not known is `null`. */
export interface JsonProblem {
  readonly code: string
  readonly file: string | null
  readonly sheet: string | null
  /** Counted from 1, as the reader of the file sees it. */
  readonly row: number | null
  readonly column: string | null
  readonly message: string
}

/** A citation in {@link JsonReport}; `document`, `article` and `quote` are `null` where they may not be named. */
export interface JsonCitation {
  readonly instrument: string
  /** Document number 文号 of an instrument that is known by it, as those of lower levels are. */
  readonly document: string | null
  readonly article: string | null
  /** `false`: the words are sure, the number of the article is not (〔条号待核〕). */
  readonly articleConfirmed: boolean
  readonly quote: string | null
  readonly assurance: Assurance
}

/** A finding in {@link JsonReport}. */
export interface JsonFinding {
  readonly fingerprint: string
  readonly rule: string
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  readonly organization: string | null
  readonly window: { readonly key: string; readonly from: CivilDate; readonly to: CivilDate | null }
  readonly verdict: Verdict
  readonly level: Exclude<Level, 'off'>
  readonly measured: number | null
  readonly required: number | null
  readonly unit: Unit
  /** The branches of a disjunction; `null` where the requirement has none. */
  readonly alternatives:
    | readonly {
        readonly measured: number | null
        readonly required: number | null
        readonly unit: Unit
        readonly met: boolean
      }[]
    | null
  readonly due: CivilDate | null
  readonly message: string
  readonly citations: readonly JsonCitation[]
}

/** The value of `--format json`; its JSON Schema is `@xueshi/report/schema/report-1.schema.json`. */
export interface JsonReport {
  readonly version: 1
  readonly asOf: CivilDate
  readonly receipt: Receipt
  readonly summary: Summary
  readonly problems: readonly JsonProblem[]
  readonly findings: readonly JsonFinding[]
}

/** Options of the JSON form. */
export interface JsonOptions {
  /** Language of the messages; default `zh-CN`. */
  readonly locale?: Locale
}

/**
 * A report as a plain value with a version: the shape of `--format json`. It holds ids, never names of
 * persons, and the same report gives the same value in any process.
 *
 * @example
 * ```ts
 * import type { Report } from '@xueshi/core'
 * import { toJson } from '@xueshi/report'
 *
 * export function breachedRules(report: Report): string[] {
 *   const { findings } = toJson(report, { locale: 'en' })
 *   return findings.filter((finding) => finding.verdict === 'breached').map((finding) => finding.rule)
 * }
 * ```
 */
export function toJson(report: Report, options: JsonOptions = {}): JsonReport {
  const locale = options.locale ?? 'zh-CN'
  return {
    ...headOf(report),
    problems: report.problems.map((problem) => jsonProblem(problem, locale)),
    findings: report.findings.map((finding) => jsonFinding(finding, locale)),
  }
}

/**
 * The text of {@link toJson}, one problem and one finding per line, ending in a line feed. For reports with
 * millions of findings write {@link jsonChunks} instead of one string.
 */
export function formatJson(report: Report, options: JsonOptions = {}): string {
  return [...jsonChunks(report, options)].join('')
}

/** {@link formatJson} in pieces of one line each, made as they are asked for. */
export function* jsonChunks(report: Report, options: JsonOptions = {}): Generator<string> {
  const locale = options.locale ?? 'zh-CN'
  const { version, asOf, receipt, summary } = headOf(report)
  yield `{\n"version": ${version},\n"asOf": ${JSON.stringify(asOf)},\n`
  yield `"receipt": ${JSON.stringify(receipt)},\n"summary": ${JSON.stringify(summary)},\n"problems": [`
  yield* lines(report.problems, (problem) => jsonProblem(problem, locale))
  yield '],\n"findings": ['
  yield* lines(report.findings, (finding) => jsonFinding(finding, locale))
  yield ']\n}\n'
}

function* lines<T>(items: readonly T[], toValue: (item: T) => unknown): Generator<string> {
  for (const [i, item] of items.entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(toValue(item))}`
  if (items.length > 0) yield '\n'
}

function headOf(report: Report): Pick<JsonReport, 'version' | 'asOf' | 'receipt' | 'summary'> {
  const { core, plugins, rules, parameters, input, asOf, workdays } = report.receipt
  const { met, pending, breached, notApplicable, waived, unknown, errors, warnings } = report.summary
  return {
    version: 1,
    asOf: report.asOf,
    receipt: {
      core,
      plugins: plugins.map(({ name, version }) => ({ name, version })),
      rules,
      parameters,
      input,
      asOf,
      ...(workdays === undefined ? {} : { workdays }),
    },
    summary: { met, pending, breached, notApplicable, waived, unknown, errors, warnings },
  }
}

function jsonProblem(problem: Problem, locale: Locale): JsonProblem {
  return {
    code: problem.code,
    file: problem.file ?? null,
    sheet: problem.sheet ?? null,
    row: problem.row ?? null,
    column: problem.column ?? null,
    message: problem.message[locale],
  }
}

function jsonFinding(finding: Finding, locale: Locale): JsonFinding {
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    subject: { kind: finding.subject.kind, id: finding.subject.id },
    organization: finding.organization,
    window: { key: finding.window.key, from: finding.window.from, to: finding.window.to },
    verdict: finding.verdict,
    level: finding.level,
    measured: finding.measured,
    required: finding.required,
    unit: finding.unit,
    alternatives:
      finding.alternatives?.map(({ measured, required, unit, met }) => ({ measured, required, unit, met })) ??
      null,
    due: finding.due,
    message: finding.message(locale),
    citations: finding.citations.map((citation) => ({
      instrument: citation.instrument,
      document: citation.document ?? null,
      article: citation.article ?? null,
      articleConfirmed: citation.articleConfirmed,
      quote: citation.quote ?? null,
      assurance: citation.assurance,
    })),
  }
}

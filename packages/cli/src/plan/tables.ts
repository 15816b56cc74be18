import {
  type Dataset,
  type Locale,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_STATUSES,
  type SessionRow,
  SUBJECT_KINDS,
  TOPICS,
  termName,
  UNITS,
} from '@xueshi/core'
import { type FreeTime, type Plan, plannedRows, type UnmetDuty } from '@xueshi/planner'
import { type PlainCell, tablesOf } from '@xueshi/tabular'

/** A table as it is written. */
export interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly (readonly PlainCell[])[]
}

/** The sessions of a plan as the table 活动 of the input contract, in Chinese words, as a platform imports it. */
export function sessionSheet(plan: Plan): Sheet {
  const sessions = plannedRows(plan).map(inWords)
  const table = tablesOf({ organizations: [], members: [], sessions }).find(
    (one) => one.table === 'sessions',
  )!
  return { header: table.header, rows: table.rows }
}

function inWords(row: SessionRow): SessionRow {
  const word = (terms: Parameters<typeof termName>[0], id: string) => termName(terms, id, 'zh-CN')
  return {
    ...row,
    kinds: row.kinds.map((kind) => word(SESSION_KINDS, kind)),
    ...(row.mode === undefined ? {} : { mode: word(SESSION_MODES, row.mode) }),
    ...(row.status === undefined ? {} : { status: word(SESSION_STATUSES, row.status) }),
    ...(row.topics === undefined ? {} : { topics: row.topics.map((topic) => word(TOPICS, topic)) }),
  }
}

/** What the sheet of unmet duties is told besides the plan. */
export interface UnmetWords {
  readonly dataset: Dataset
  readonly locale: Locale
  readonly names: boolean
  /** Title of a rule by full id. */
  title(rule: string): string
}

const HEADERS: readonly (readonly [zh: string, en: string])[] = [
  ['规则', 'rule'],
  ['规则编号', 'rule id'],
  ['对象', 'subject kind'],
  ['对象编号', 'subject'],
  ['对象名称', 'name'],
  ['组织编码', 'organization'],
  ['组织名称', 'organization name'],
  ['期间', 'window'],
  ['起', 'from'],
  ['止', 'to'],
  ['缺', 'missing'],
  ['单位', 'unit'],
  ['受阻于', 'constraint'],
  ['说明', 'because'],
  ['冲突的活动', 'session in the way'],
  ['可选时间一', 'free time 1'],
  ['可选时间二', 'free time 2'],
  ['可选时间三', 'free time 3'],
]

/** What could not be placed, a row each. */
export function unmetSheet(plan: Plan, words: UnmetWords): Sheet {
  const { locale } = words
  const titles = new Map(plan.sessions.map(({ id, title, organization }) => [id, { title, organization }]))
  return {
    header: HEADERS.map(([zh, en]) => (locale === 'en' ? en : zh)),
    rows: plan.unmet.map((duty) => {
      const { rule, subject, organization, window, constraint } = duty
      const opponent = constraint.session === null ? undefined : titles.get(constraint.session)
      return [
        words.title(rule),
        rule,
        termName(SUBJECT_KINDS, subject.kind, locale),
        subject.id,
        subjectName(duty, words),
        organization,
        organization === null ? null : nameOf(organization, words.dataset),
        window.key,
        window.from,
        window.to,
        duty.missing,
        termName(UNITS, duty.unit, locale),
        constraint.kind,
        constraint.message[locale],
        opponent === undefined
          ? constraint.session
          : `${nameOf(opponent.organization, words.dataset)} ${opponent.title} (${constraint.session})`,
        ...[0, 1, 2].map((i) => freeTime(duty.alternatives[i], words.dataset)),
      ]
    }),
  }
}

function subjectName({ subject }: UnmetDuty, { dataset, names }: UnmetWords): string | null {
  if (subject.kind === 'organization') return nameOf(subject.id, dataset)
  return names && subject.kind === 'member' ? (dataset.member(subject.id)?.name ?? null) : null
}

function nameOf(organization: string, dataset: Dataset): string {
  return dataset.organization(organization)?.name ?? organization
}

function freeTime(time: FreeTime | undefined, dataset: Dataset): string | null {
  if (time === undefined) return null
  const { start, end, venue } = time
  const until =
    start.slice(0, 10) === end.slice(0, 10) ? end.slice(11, 16) : end.slice(0, 16).replace('T', ' ')
  const place = venue === null ? '' : ` ${dataset.venues.find(({ id }) => id === venue)?.name ?? venue}`
  return `${start.slice(0, 16).replace('T', ' ')}–${until}${place}`
}

import { type Dataset, type Locale, parseDate, SESSION_KINDS, termName, weekdayOf } from '@xueshi/core'
import type { Plan } from '../plan.ts'
import type { GapRemedy, MakeUpSession, OrganizationRemedies, Remedies, SessionToJoin } from './remedies.ts'
import { dayWords, lackWords, topicNames } from './words.ts'

/** Options of {@link remedyText}. */
export interface RemedyTextOptions {
  /** Default `zh-CN`. */
  readonly locale?: Locale
  /** Whether persons are named; default false: they stand in it by id. */
  readonly names?: boolean
  /** The plan the remedies were found with: kinds of its sessions are in it. */
  readonly plan?: Plan
}

/**
 * Remedies as text, organization by organization: one line for each thing to be done, which a secretary can forward as
 * it is. What is to be held comes first, then whom to send where, what to record, and what stays open with the reason.
 *
 * @example
 * ```ts
 * import { buildDataset, check, defineConfig } from '@xueshi/core'
 * import national from '@xueshi/national'
 * import { remedy, remedyText } from '@xueshi/planner'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '财政局党支部', kind: '党支部', founded: '2020-01-01' }],
 *   members: [{ id: 'm1', name: '张三', status: '正式党员', organization: 'b1' }],
 *   posts: [],
 *   sessions: [],
 *   attendance: [],
 *   export: [{ exportedOn: '2026-06-29', from: '2026-06-01', to: '2026-06-29' }],
 * })
 * const config = defineConfig(national.presets.organ)
 * const report = check(dataset, config, { asOf: '2026-06-29', rules: ['national/branch/theme-day'] })
 * const text = remedyText(remedy(report, dataset, config), dataset)
 * for (const line of text.split('\n')) console.log(line.trim())
 * // > 【财政局党支部】缺口1项，可补齐1项
 * // > 举办 6月30日（周二） 主题党日，2学时，1人：m1
 * ```
 */
export function remedyText(remedies: Remedies, dataset: Dataset, options: RemedyTextOptions = {}): string {
  const words = new Words(remedies, dataset, options)
  return remedies.byOrganization.map((one) => words.paragraph(one).join('\n')).join('\n\n')
}

/** Says what is to be done in one language. */
class Words {
  readonly #remedies: Remedies
  readonly #dataset: Dataset
  readonly #locale: Locale
  readonly #options: RemedyTextOptions
  readonly #made: ReadonlyMap<string, MakeUpSession>
  readonly #planned: ReadonlyMap<string, Plan['sessions'][number]>

  constructor(remedies: Remedies, dataset: Dataset, options: RemedyTextOptions) {
    this.#remedies = remedies
    this.#dataset = dataset
    this.#locale = options.locale ?? 'zh-CN'
    this.#options = options
    this.#made = new Map(remedies.sessions.map((session) => [session.id, session]))
    this.#planned = new Map((options.plan?.sessions ?? []).map((session) => [session.id, session]))
  }

  paragraph(one: OrganizationRemedies): string[] {
    const gaps = one.gaps.map((at) => this.#remedies.gaps[at]!)
    const closed = gaps.filter(({ closes }) => closes === 'whole').length
    const partly = one.open.filter((at) => this.#isPart(at)).length
    const never = one.open.length - partly
    const name = this.#organization(one.organization)
    const zh = [
      `缺口${gaps.length}项`,
      `可补齐${closed}项`,
      ...(one.record.length === 0 ? [] : [`只能补录${one.record.length}项`]),
      ...(partly === 0 ? [] : [`部分补齐${partly}项`]),
      ...(never === 0 ? [] : [`未能补齐${never}项`]),
    ].join('，')
    const en = [
      `${gaps.length} gaps`,
      `${closed} can be closed`,
      ...(one.record.length === 0 ? [] : [`${one.record.length} only by recording`]),
      ...(partly === 0 ? [] : [`${partly} in part`]),
      ...(never === 0 ? [] : [`${never} not`]),
    ].join(', ')
    const head =
      gaps.length === 0
        ? this.#say(`【${name}】`, `[${name}]`)
        : this.#say(`【${name}】${zh}`, `[${name}] ${en}`)
    return [
      head,
      ...one.hold.map((id) => `  ${this.#hold(this.#made.get(id)!)}`),
      ...one.join.map((session) => `  ${this.#join(session)}`),
      ...one.record.map((at) => `  ${this.#say('补录', 'record')} ${this.#gap(this.#remedies.gaps[at]!)}`),
      ...one.open.map((at) => {
        const how = this.#isPart(at) ? this.#say('部分补齐', 'in part') : this.#say('未能补齐', 'not closed')
        return `  ${how} ${this.#gap(this.#remedies.gaps[at]!)}`
      }),
    ]
  }

  #isPart(at: number): boolean {
    return this.#remedies.gaps[at]!.closes === 'part'
  }

  #hold(session: MakeUpSession): string {
    const { course, hours, mode, persons, topics, venue } = session
    const isHome = mode === 'home-delivery'
    const named = this.#dataset.courses.find(({ id }) => id === course)?.name
    const place = this.#dataset.venues.find(({ id }) => id === venue)?.name
    const what = [
      this.#kinds(session.kinds),
      this.#say(`${hours}学时`, `${hours} h`),
      ...(topics.length === 0
        ? []
        : [this.#say('内容：', 'topics: ') + this.#list(topicNames(topics, this.#locale))]),
      ...(named === undefined ? [] : [this.#say(`课程：${named}`, `course: ${named}`)]),
      ...(place === undefined ? [] : [this.#say(`阵地：${place}`, `venue: ${place}`)]),
      this.#count(persons),
    ].join(this.#say('，', ', '))
    const verb = isHome ? this.#say('送学上门', 'bring home') : this.#say('举办', 'hold')
    return `${verb} ${this.#when(session)} ${what}`
  }

  #join({ session, date, holds, invited, added }: SessionToJoin): string {
    const known = this.#made.get(session) ?? this.#planned.get(session) ?? this.#dataset.session(session)
    const host = this.#organization(known?.organization ?? null)
    const what = `${host}${this.#say('', ' ')}${this.#kinds(known?.kinds ?? [])}${this.#say('（', ' (')}${session}${this.#say('）', ')')}`
    const todo = [
      ...(holds ? [this.#say('按计划举办', 'hold as planned')] : []),
      ...(invited.length === 0 ? [] : [`${this.#say('提醒', 'remind ')}${this.#count(invited)}`]),
      ...(added.length === 0 ? [] : [`${this.#say('增加', 'add ')}${this.#count(added)}`]),
    ].join(this.#say('；', '; '))
    const day = this.#day(date)
    return this.#say(`参加 ${day} ${what}，${todo}`, `go to ${day} ${what}: ${todo}`)
  }

  #gap(gap: GapRemedy): string {
    const { reason, subject, window } = gap
    const who = subject.kind === 'organization' ? '' : `${this.#subject(subject)} `
    const lack = lackWords(gap)[this.#locale]
    return `${who}${window.key} ${lack}${this.#say('。', '. ')}${reason?.message[this.#locale] ?? ''}`
  }

  #subject({ kind, id }: GapRemedy['subject']): string {
    const [member = id, ...post] = kind === 'post' ? id.split('@') : [id]
    const name = this.#person(member)
    return post.length === 0 ? name : `${name}@${post.join('@')}`
  }

  #when({ start, end, date, lastDay }: MakeUpSession): string {
    const day = this.#day(date)
    if (date !== lastDay) return this.#say(`${day}至${this.#day(lastDay)}`, `${day} to ${this.#day(lastDay)}`)
    return start === null || end === null ? day : `${day} ${start.slice(11, 16)}–${end.slice(11, 16)}`
  }

  #day(date: string): string {
    const weekday = weekdayOf(parseDate(date)) - 1
    return this.#say(
      `${dayWords(date)['zh-CN']}（周${'一二三四五六日'[weekday]}）`,
      `${date} (${EN[weekday]})`,
    )
  }

  #count(persons: readonly string[]): string {
    const names = this.#list(persons.map((id) => this.#person(id)))
    return this.#say(`${persons.length}人：${names}`, `${persons.length} persons: ${names}`)
  }

  #person(id: string): string {
    return this.#options.names === true ? (this.#dataset.member(id)?.name ?? id) : id
  }

  #organization(id: string | null): string {
    return id === null
      ? this.#say('未知党组织', 'no organization')
      : (this.#dataset.organization(id)?.name ?? id)
  }

  #kinds(kinds: readonly string[]): string {
    return kinds.map((kind) => termName(SESSION_KINDS, kind, this.#locale)).join(this.#say('暨', ' with '))
  }

  #list(words: readonly string[]): string {
    return words.join(this.#say('、', ', '))
  }

  #say(zh: string, en: string): string {
    return this.#locale === 'en' ? en : zh
  }
}

const EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

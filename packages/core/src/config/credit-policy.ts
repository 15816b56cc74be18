import { XueshiError } from '../errors.ts'
import { SESSION_KINDS, type SessionKindTerm } from '../terms.ts'
import type { Config, CreditPolicy, OnlineCredit } from './config.ts'
import { nearestWord } from './nearest.ts'

/** The credit policy where a config says nothing: 60 minutes an hour, 8 hours a day, no further kinds. */
export const defaultCredit: CreditPolicy = Object.freeze({
  minutesPerHour: 60,
  dailyCap: 8,
  countedKinds: [],
})

/**
 * Credit policies to begin with; name one in an entry as `credit: creditPresets.sixHourDay`. No national text
 * defines an hour of learning: which one holds is for the county to decide and to write down. None of them
 * prorates hours, and none carries hours over to another year.
 *
 * @example
 * ```ts
 * import { creditPresets, defineConfig } from '@xueshi/core'
 *
 * const lessons = { ...creditPresets.sixHourDay, minutesPerHour: 45 }
 * console.log(defineConfig({ name: 'credit', credit: lessons }).entries.length, lessons.dailyCap) // 1 6
 * ```
 */
export const creditPresets = Object.freeze({
  /**
   * The default: 60 minutes are one hour, at most 8 a day, no cap per half-day. No source: the plain meaning of an
   * hour, with the cap of `eightHourDay`.
   */
  minutes: defaultCredit,
  /**
   * 8 hours a day, 4 a half-day. 《中国共产党发展党员工作细则》第十七条 asks for 3 days or 24 hours of training, which
   * makes 8 a day: the words are quoted, the ratio is an inference. 《干部教育培训工作条例》第十四条 (12 days or 90
   * hours: 7.5 a day) gives another one. A school's rules of 2018 on members' hours have 8 a day, 4 a half-day and
   * one per hour of a meeting; secondary, from a copy of low trust.
   */
  eightHourDay: Object.freeze({
    minutesPerHour: 60,
    dailyCap: 8,
    countedKinds: [],
    halfDayCap: 4,
    dayHours: 8,
  }) as CreditPolicy,
  /**
   * 6 hours a day, 3 a half-day: the rules of cities on credits for the training of cadres and on continuing
   * education (南京, 宿迁); secondary, and about other persons than Party members.
   */
  sixHourDay: Object.freeze({
    minutesPerHour: 60,
    dailyCap: 6,
    countedKinds: [],
    halfDayCap: 3,
    dayHours: 6,
  }) as CreditPolicy,
})

/**
 * The policy of a config: the defaults, then what the entries say, later ones winning.
 *
 * @throws XueshiError `invalid-config` naming the entry.
 */
export function creditOf(config: Config): CreditPolicy {
  let credit: CreditPolicy = defaultCredit
  for (const { name, credit: given } of config.entries) {
    if (given === undefined) continue
    refuseUnknownKeys(given, POLICY_KEYS, name, 'credit')
    credit = { ...credit, ...given }
    checkCredit(credit, name)
  }
  return Object.freeze(credit)
}

const POLICY_KEYS = [
  'minutesPerHour',
  'dailyCap',
  'countedKinds',
  'halfDayCap',
  'dayHours',
  'wholeDayMinutes',
  'online',
] as const satisfies readonly (keyof CreditPolicy)[]

const ONLINE_KEYS = [
  'minimumMinutes',
  'recordCap',
  'yearlyCap',
] as const satisfies readonly (keyof OnlineCredit)[]

function checkCredit(credit: CreditPolicy, entry: string): void {
  const { minutesPerHour, dailyCap, halfDayCap, dayHours, wholeDayMinutes, countedKinds, online } = credit
  const within = (key: string, value: number, most: number) => {
    if (typeof value !== 'number' || !(value > 0 && value <= most))
      throw invalid(entry, `${key} = ${JSON.stringify(value)}`, `0 < ${key} <= ${most}`)
  }
  within('minutesPerHour', minutesPerHour, 1440)
  within('dailyCap', dailyCap, 24)
  within('halfDayCap', halfDayCap ?? dailyCap, dailyCap)
  within('dayHours', dayHours ?? 24, 24)
  within('wholeDayMinutes', wholeDayMinutes ?? 1440, 1440)
  checkKinds(countedKinds, entry)
  if (online === null || online === undefined) return
  refuseUnknownKeys(online, ONLINE_KEYS, entry, 'credit.online')
  const { minimumMinutes, recordCap, yearlyCap } = online
  if (minimumMinutes !== 0) within('online.minimumMinutes', minimumMinutes ?? 1440, 1440)
  within('online.recordCap', recordCap ?? 24, 24)
  if (yearlyCap !== 0) within('online.yearlyCap', yearlyCap ?? 8784, 8784)
}

/** Kinds that earn hours only where a policy says so. */
const POLICY_KINDS = SESSION_KINDS.filter((kind: SessionKindTerm) => kind.policyHours === true).map(
  ({ id }) => id,
)

function checkKinds(kinds: readonly string[], entry: string): void {
  if (!Array.isArray(kinds)) throw invalid(entry, 'countedKinds', POLICY_KINDS.join(', '))
  for (const kind of kinds)
    if (!POLICY_KINDS.some((id) => id === kind))
      throw invalid(
        entry,
        `countedKinds: ${kind}`,
        nearestWord(kind, POLICY_KINDS) ?? POLICY_KINDS.join(', '),
      )
}

function refuseUnknownKeys(value: object, known: readonly string[], entry: string, at: string): void {
  for (const key of Object.keys(value))
    if (!known.includes(key))
      throw invalid(entry, `${at}.${key}`, nearestWord(key, known) ?? known.join(', '))
}

function invalid(entry: string, what: string, hint: string): XueshiError {
  return new XueshiError('invalid-config', `${entry}: 学时折算参数无效 / invalid credit policy: ${what}`, {
    where: entry,
    hint,
  })
}

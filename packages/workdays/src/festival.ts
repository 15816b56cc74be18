import { civilOf, type EpochDay, epochDay, type LocalizedText, parseDate } from '@xueshi/core'
import { FESTIVAL_DAYS } from './data/festivals.ts'

/** Names of the statutory holidays, with the other names notices use. */
const NAMES: readonly { readonly zh: string; readonly en: string; readonly aliases?: readonly string[] }[] = [
  { zh: '元旦', en: 'New Year’s Day', aliases: ['新年'] },
  { zh: '春节', en: 'Spring Festival' },
  { zh: '清明节', en: 'Tomb-Sweeping Day', aliases: ['清明'] },
  { zh: '劳动节', en: 'Labour Day', aliases: ['“五一”', '五一', '“五一”国际劳动节'] },
  { zh: '端午节', en: 'Dragon Boat Festival', aliases: ['端午'] },
  { zh: '中秋节', en: 'Mid-Autumn Festival', aliases: ['中秋'] },
  { zh: '国庆节', en: 'National Day', aliases: ['“十一”', '国庆'] },
  { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival', aliases: ['中秋节、国庆节'] },
  {
    zh: '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    en: '70th anniversary of the victory of 1945',
  },
]

const known = new Map(
  NAMES.flatMap(({ zh, en, aliases = [] }) => {
    const name: LocalizedText = Object.freeze({ 'zh-CN': zh, en })
    return [zh, ...aliases].map((word) => [word, name] as const)
  }),
)

/** A festival in both languages; one that is not known keeps its Chinese name. */
export function festivalName(zh: string): LocalizedText {
  return known.get(zh) ?? Object.freeze({ 'zh-CN': zh, en: zh })
}

/** Days in a row that everybody has off by statute. */
export interface StatutoryHoliday {
  readonly name: LocalizedText
  readonly from: EpochDay
  readonly to: EpochDay
}

/** First year of which the statute in force then is known here. */
export const FIRST_STATUTE = 2008

/**
 * The statute by year: first and last day of 春节 counted from 正月初一, and days of 劳动节. Revised on
 * 2007-12-14, 2013-12-11 and 2024-11-10, each for the year after.
 */
const STATUTES = [
  { since: 2025, spring: [-1, 2], labour: 2 },
  { since: 2014, spring: [0, 2], labour: 1 },
  { since: FIRST_STATUTE, spring: [-1, 1], labour: 1 },
] as const

const moving = new Map<number, readonly EpochDay[]>(
  FESTIVAL_DAYS.trim()
    .split('\n')
    .map((line) => {
      const [year, ...days] = line.split(' ')
      return [Number(year), days.map((day) => parseDate(`${year}-${day}`))]
    }),
)

/** Last year whose moving festivals have been computed. */
export const LAST_FESTIVAL: number = Math.max(...moving.keys())

/**
 * The statutory holidays of a year, in order of their day; without those of moon and sun after
 * {@link LAST_FESTIVAL}, and none before {@link FIRST_STATUTE}.
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const statute = STATUTES.find(({ since }) => year >= since)
  if (statute === undefined) return []
  const of = (zh: string, first: EpochDay, days = 1): StatutoryHoliday => ({
    name: festivalName(zh),
    from: first,
    to: first + days - 1,
  })
  const [spring, qingming, dragonBoat, midAutumn] = moving.get(year) ?? []
  const [before, after] = statute.spring
  return [
    of('元旦', epochDay(year, 1, 1)),
    ...(spring === undefined ? [] : [of('春节', spring + before, after - before + 1)]),
    ...(qingming === undefined ? [] : [of('清明节', qingming)]),
    of('劳动节', epochDay(year, 5, 1), statute.labour),
    ...(dragonBoat === undefined ? [] : [of('端午节', dragonBoat)]),
    ...(midAutumn === undefined ? [] : [of('中秋节', midAutumn)]),
    of('国庆节', epochDay(year, 10, 1), 3),
  ].sort((a, b) => a.from - b.from)
}

/** The year a day lies in. */
export function yearOf(day: EpochDay): number {
  return civilOf(day).year
}

import type { Indicator, LocalizedText, Member } from '@xueshi/core'
import { FRAIL_TAGS } from '../source.ts'
import { words } from '../wording.ts'
import { count, UNIT } from './figures.ts'
import { type PersonOnDay, personOn } from './persons.ts'

/** A group of members that a county counts. */
export interface Population {
  /** Id of the indicator without its plugin: `members/young`. */
  readonly id: string
  readonly title: LocalizedText
  /** Whether a member in good standing belongs to it; age in full years on the last day. */
  readonly has: (member: Member, age: number | null) => boolean
}

/**
 * An indicator that counts the full and probationary members, not suspended, who belong to a group.
 *
 * @example
 * ```ts
 * import { populationIndicator } from '@xueshi/county'
 *
 * const doctors = populationIndicator({
 *   id: 'members/doctors',
 *   title: { 'zh-CN': '博士', en: 'doctors' },
 *   has: ({ education }) => education === '博士研究生',
 * })
 * console.log(doctors.over) // members
 * ```
 */
export function populationIndicator({ id, title, has }: Population): Indicator {
  return persons(id, title, title, (person) => person.isMember && has(person.member, person.age))
}

function persons(
  id: string,
  title: LocalizedText,
  summary: LocalizedText,
  has: (person: PersonOnDay) => boolean,
): Indicator {
  return count({
    id,
    title,
    summary: words(`期末人数：${summary['zh-CN']}`, `on the last day: ${summary.en}`),
    unit: UNIT.persons,
    reads: ['members'],
    over: 'members',
    of: (member, context) => (has(personOn(member, context)) ? 1 : 0),
  })
}

const aged = (id: string, zh: string, en: string, from: number, to: number) =>
  populationIndicator({
    id: `members/age/${id}`,
    title: words(zh, en),
    has: (_, age) => age !== null && age >= from && age <= to,
  })

const EDUCATION = [
  { id: 'postgraduate', zh: '研究生学历', en: 'postgraduates', word: /研究生|硕士|博士/ },
  { id: 'bachelor', zh: '大学本科学历', en: 'bachelors', word: /本科|学士/ },
  { id: 'college', zh: '大学专科学历', en: 'college', word: /专科|大专/ },
]

const educated = ({ education }: Member) => EDUCATION.find(({ word }) => word.test(education ?? ''))?.id

const OCCUPATIONS = [
  { id: 'organs', zh: '党政机关工作人员', en: 'staff of Party and state organs', word: /机关/ },
  {
    id: 'institutions',
    zh: '企事业单位人员',
    en: 'staff of institutions and enterprises',
    word: /事业|企业|技术|管理人员/,
  },
  { id: 'retired', zh: '离退休人员', en: 'retired', word: /离退休|离休|退休/ },
]

const occupied = ({ occupation }: Member) => OCCUPATIONS.find(({ word }) => word.test(occupation ?? ''))?.id

/** Members by status, age, education and occupation. */
export const population: readonly Indicator[] = [
  populationIndicator({ id: 'members/total', title: words('党员', 'members'), has: () => true }),
  persons(
    'members/probationary',
    words('预备党员', 'probationary members'),
    words('预备党员', 'probationary members'),
    ({ isMember, status }) => isMember && status === 'probationary',
  ),
  persons(
    'members/development',
    words('入党积极分子、发展对象', 'activists and candidates'),
    words('入党积极分子、发展对象', 'activists and candidates'),
    ({ status }) => status === 'activist' || status === 'candidate',
  ),
  persons(
    'members/frail',
    words('年老体弱等党员', 'frail members'),
    words(
      '有年老体弱、行动不便、身患重病、失能标签的党员，应当送学上门',
      'members with a tag of frailty, to whom study is brought home',
    ),
    ({ isMember, tags }) => isMember && tags.some((tag) => FRAIL_TAGS.includes(tag)),
  ),
  aged('to-35', '35岁及以下党员', 'members up to 35', 0, 35),
  aged('36-45', '36至45岁党员', 'members of 36 to 45', 36, 45),
  aged('46-60', '46至60岁党员', 'members of 46 to 60', 46, 60),
  aged('from-61', '61岁及以上党员', 'members from 61 on', 61, 200),
  populationIndicator({
    id: 'members/age/unknown',
    title: words('没有填写出生日期的党员', 'members without date of birth'),
    has: (_, age) => age === null,
  }),
  ...EDUCATION.map(({ id, zh, en }) =>
    populationIndicator({
      id: `members/education/${id}`,
      title: words(`${zh}党员`, `members: ${en}`),
      has: (member) => educated(member) === id,
    }),
  ),
  populationIndicator({
    id: 'members/education/other',
    title: words('其他学历（含没有填写）党员', 'members of other or unstated education'),
    has: (member) => educated(member) === undefined,
  }),
  ...OCCUPATIONS.map(({ id, zh, en }) =>
    populationIndicator({
      id: `members/occupation/${id}`,
      title: words(`${zh}中的党员`, `members: ${en}`),
      has: (member) => occupied(member) === id,
    }),
  ),
  populationIndicator({
    id: 'members/occupation/other',
    title: words('其他岗位（含没有填写）的党员', 'members of other or unstated occupation'),
    has: (member) => occupied(member) === undefined,
  }),
]

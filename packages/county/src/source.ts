import type { Citation, Exemption, LocalizedText } from '@xueshi/core'
import { words } from './wording.ts'

/** What the rules of this plugin rest on: not a regulation, but what one county reports that it does. */
export const SOURCE = '县直机关工委工作实践'

/** First day from which the rules are used: the report speaks of the five years from 2020 on. */
export const IN_FORCE = '2020-01-01'

const local = words(
  '一个县的县直机关工委工作报告所述的做法，不是党内法规，没有条款；采用与否、数字多少，由各县自定。',
  'What the working committee of one county reports that it does; no regulation and without articles. Each county decides whether and with which numbers to use it.',
)

/** The practice of the county, with words of its report where they are known. */
export function practice(quote?: string, note: LocalizedText = local): Citation {
  return {
    instrument: SOURCE,
    articleConfirmed: false,
    ...(quote === undefined ? {} : { quote }),
    assurance: 'secondary',
    note,
  }
}

/** 年老体弱、行动不便、身患重病、失能. */
export const FRAIL_TAGS = ['frail', 'mobility-limited', 'gravely-ill', 'incapacitated']

/** Members of whom no hard demand is made; the duty to them is that of national/member/exempt-home-learning. */
export const frailMembers: Exemption[] = [
  {
    tags: FRAIL_TAGS,
    citation: practice(
      undefined,
      words(
        '对年老体弱、行动不便、身患重病、失能的党员，《中国共产党党员教育管理工作条例》第二十三条第二款不作硬性要求，本县规则同样不要求。',
        'The member education regulation (Art. 23 ¶2) makes no hard demand on members who are frail, mobility-limited, gravely ill or incapacitated; nor does this local rule.',
      ),
    ),
  },
]

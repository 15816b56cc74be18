import { RANKS } from '@xueshi/core'

/** The last rank of those who are trained by five years: 四级调研员 (干部条例 Art. 14 ¶1). */
const LAST_OF_FIVE_YEARS = 'consultant-4'

const ids = RANKS.map((rank) => rank.id)
const line = ids.indexOf(LAST_OF_FIVE_YEARS) + 1

/** 县处级和四级调研员以上 (Art. 14 ¶1). */
export const countyLevelAndAbove: string[] = ids.slice(0, line)

/** 乡科级和一级主任科员以下 (Art. 14 ¶2). */
export const townshipLevelAndBelow: string[] = ids.slice(line)

/** Every known rank. */
export const everyRank: string[] = ids

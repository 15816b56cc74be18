import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党章程'

/** 《中国共产党章程》 as amended on 2022-10-22, Articles 1 to 52 read. */
export const constitution2022 = {
  name: NAME,
  inForce: '2022-10-22',
  sentences: {
    probationaryDuties: verified(NAME, '第七条第二款', '预备党员的义务同正式党员一样。'),
    leadersTwoLives: verified(
      NAME,
      '第八条',
      '每个党员，不论职务高低，都必须编入党的一个支部、小组或其他特定组织，参加党的组织生活，接受党内外群众的监督。党员领导干部还必须参加党委、党组的民主生活会。',
    ),
    absence: verified(
      NAME,
      '第九条第三款',
      '党员如果没有正当理由，连续六个月不参加党的组织生活，或不交纳党费，或不做党所分配的工作，就被认为是自行脱党。',
    ),
    founding: verified(NAME, '第三十条第一款', '凡是有正式党员三人以上的，都应当成立党的基层组织。'),
  },
} as const satisfies Instrument

import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党章程'

/** 《中国共产党章程》 as amended on 2022-10-22, Articles 1 to 52 read. */
export const constitution2022 = {
  name: NAME,
  inForce: '2022-10-22',
  sentences: {
    introducers: verified(
      NAME,
      '第五条第二款',
      '申请入党的人，要填写入党志愿书，要有两名正式党员作介绍人，要经过支部大会通过和上级党组织批准，并且经过预备期的考察，才能成为正式党员。',
    ),
    oath: verified(NAME, '第六条', '预备党员必须面向党旗进行入党宣誓。'),
    probation: verified(NAME, '第七条第一款', '预备党员的预备期为一年。'),
    timely: verified(NAME, '第七条第三款', '预备党员预备期满，党的支部应当及时讨论他能否转为正式党员。'),
    extension: verified(NAME, '第七条第三款', '需要继续考察和教育的，可以延长预备期，但不能超过一年'),
    probationBegins: verified(NAME, '第七条第四款', '预备党员的预备期，从支部大会通过他为预备党员之日算起。'),
    probationaryDuties: verified(NAME, '第七条第二款', '预备党员的义务同正式党员一样。'),
    oneOrganization: verified(
      NAME,
      '第八条',
      '每个党员，不论职务高低，都必须编入党的一个支部、小组或其他特定组织，参加党的组织生活，接受党内外群众的监督。',
    ),
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
    term: verified(NAME, '第三十一条第一款', '党的基层委员会、总支部委员会、支部委员会每届任期三年至五年。'),
  },
} as const satisfies Instrument

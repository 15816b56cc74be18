import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党党员教育管理工作条例'

/** 《中国共产党党员教育管理工作条例》, all 46 articles read. */
export const memberEducation2019 = {
  name: NAME,
  inForce: '2019-05-06',
  sentences: {
    orderlyLife: verified(
      NAME,
      '第十六条第一款',
      '党员应当按期参加党员大会、党小组会和上党课，进行学习交流，汇报思想、工作等情况。',
    ),
    leadersTwoLives: verified(NAME, '第十六条第一款', '党员领导干部应当参加双重组织生活。'),
    themeDay: verified(NAME, '第十六条第二款', '党支部应当每月开展1次主题党日'),
    organizationalLife: verified(
      NAME,
      '第十七条',
      '党支部每年至少召开1次组织生活会，也可以根据工作需要随时召开，一般以党员大会、党支部委员会会议或者党小组会形式进行。',
    ),
    appraisal: verified(NAME, '第十八条', '党支部一般每年开展1次民主评议党员。'),
    appraisalJoined: verified(NAME, '第十八条第二款', '民主评议党员可以结合组织生活会一并进行'),
    rotation: verified(
      NAME,
      '第二十条',
      '市、县党委或者基层党委每年应当组织党员集中轮训，主要依托县级党校（行政学校）、基层党校等进行。',
    ),
    hours: verified(NAME, '第二十条', '党员每年集中学习培训时间一般不少于32学时。'),
    frail: verified(
      NAME,
      '第二十三条第二款',
      '对年老体弱、行动不便、身患重病甚至失能的党员，组织活动和开展学习教育不作硬性要求，党组织通过送学上门、走访慰问等方式，给予更多关心照顾。',
    ),
    oneBranch: verified(NAME, '第二十五条第二款', '每个党员都必须编入党的一个支部、小组或者其他特定组织。'),
    absence: verified(
      NAME,
      '第三十一条第六项',
      '没有正当理由，连续6个月不参加党的组织生活，或者不交纳党费，或者不做党所分配的工作，按照自行脱党予以除名。',
    ),
    mobile: verified(
      NAME,
      '第三十二条第一款',
      '对外出6个月以上并且没有转移组织关系的流动党员，应当保持经常联系，跟进做好教育培训、管理服务等工作。',
    ),
    mobileAppraisal: verified(NAME, '第三十二条第二款', '可以在流入地党组织或者流动党员党组织参加民主评议'),
    abroad: verified(NAME, '第三十四条第二款', '每半年至少与其联系1次。', {
      'zh-CN': '条文所指为出国（境）学习研究党员。',
      en: 'The article speaks of members studying or doing research abroad.',
    }),
    yearlyReport: verified(
      NAME,
      '第四十三条',
      '基层党委每年把党员教育管理工作情况作为向上级党组织报告工作的重要内容。',
    ),
  },
} as const satisfies Instrument

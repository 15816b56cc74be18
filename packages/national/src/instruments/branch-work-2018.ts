import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党支部工作条例（试行）'

/** 《中国共产党支部工作条例（试行）》, all 37 articles read. */
export const branchWork2018 = {
  name: NAME,
  inForce: '2018-10-28',
  sentences: {
    founding: verified(NAME, '第四条第一款', '凡是有正式党员3人以上的，都应当成立党支部。'),
    size: verified(NAME, '第四条第二款', '党支部党员人数一般不超过50人。'),
    generalMeeting: verified(
      NAME,
      '第十一条第一款',
      '党支部党员大会是党支部的议事决策机构，由全体党员参加，一般每季度召开1次。',
    ),
    committeeMeeting: verified(
      NAME,
      '第十二条第二款',
      '党支部委员会会议一般每月召开1次，根据需要可以随时召开，对党支部重要工作进行讨论、作出决定等。',
    ),
    groupMeeting: verified(
      NAME,
      '第十三条第三款',
      '党小组会一般每月召开1次，组织党员参加政治学习、谈心谈话、开展批评和自我批评等。',
    ),
    leadersInBranch: verified(
      NAME,
      '第十五条第二款',
      '党员领导干部应当带头参加所在党支部或者党小组组织生活。',
    ),
    lecture: verified(
      NAME,
      '第十六条第三款',
      '党员领导干部应当定期为基层党员讲党课，党委（党组）书记每年至少讲1次党课。',
    ),
    themeDay: verified(
      NAME,
      '第十六条第四款',
      '党支部每月相对固定1天开展主题党日，组织党员集中学习、过组织生活、进行民主议事和志愿服务等。',
    ),
    organizationalLife: verified(
      NAME,
      '第十七条第一款',
      '党支部每年至少召开1次组织生活会，一般安排在第四季度，也可以根据工作需要随时召开。',
    ),
    appraisal: verified(
      NAME,
      '第十八条第一款',
      '党支部一般每年开展1次民主评议党员，组织党员对照合格党员标准、对照入党誓词，联系个人实际进行党性分析。',
    ),
    appraisalJoined: verified(NAME, '第十八条第三款', '民主评议党员可以结合组织生活会一并进行。'),
    committee: verified(
      NAME,
      '第二十条第一款',
      '有正式党员7人以上的党支部，应当设立党支部委员会。党支部委员会由3至5人组成，一般不超过7人。',
    ),
    smallBranch: verified(
      NAME,
      '第二十条第三款',
      '正式党员不足7人的党支部，设1名书记，必要时可以设1名副书记。',
    ),
    secretaryRotation: verified(
      NAME,
      '第二十五条第二款',
      '党支部书记每年应当至少参加1次县级以上党组织举办的集中轮训。',
    ),
  },
} as const satisfies Instrument

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
    appraisalOpinion: verified(
      NAME,
      '第十八条第二款',
      '党支部委员会会议或者党员大会根据评议情况和党员日常表现情况，提出评定意见。',
    ),
    appraisalJoined: verified(NAME, '第十八条第三款', '民主评议党员可以结合组织生活会一并进行。'),
    care: verified(
      NAME,
      '第十九条第二款',
      '对家庭发生重大变故和出现重大困难、身心健康存在突出问题等情况的党员，党支部书记应当帮助做好心理疏导；对受到处分处置以及有不良反映的党员，党支部书记应当有针对性地做好思想政治工作。',
    ),
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
    seniority: verified(NAME, '第二十三条', '在党员、群众中有较高威信，一般应当具有1年以上党龄。'),
    frequentTraining: verified(
      NAME,
      '第二十五条第一款',
      '上级党组织应当经常对党支部书记、副书记和其他委员进行培训。',
    ),
    induction: verified(NAME, '第二十五条第二款', '对新任党支部书记应当进行任职培训。'),
    secretaryRotation: verified(
      NAME,
      '第二十五条第二款',
      '党支部书记每年应当至少参加1次县级以上党组织举办的集中轮训。',
    ),
    dutyReports: verified(
      NAME,
      '第二十七条第二款',
      '党支部书记每年应当向上级党组织和党支部党员大会述职，接受评议考核，考核结果作为评先评优、选拔使用的重要依据。',
    ),
    foundingReply: verified(
      NAME,
      '第六条第一款',
      '党支部的成立，一般由基层单位提出申请，所在乡镇（街道）或者单位基层党委召开会议研究决定并批复，批复时间一般不超过1个月。',
    ),
    temporaryBranch: verified(
      NAME,
      '第八条第二款',
      '一般不发展党员、处分处置党员，不收缴党费，不选举党代表大会代表和进行换届。',
    ),
    vote: verified(
      NAME,
      '第十一条第四款',
      '表决必须有半数以上有表决权的党员到会方可进行，赞成人数超过应到会有表决权的党员的半数为通过。',
    ),
    committeeQuorum: verified(NAME, '第十二条第二款', '党支部委员会会议须有半数以上委员到会方可进行。'),
    chair: verified(
      NAME,
      '第十四条',
      '党支部党员大会、党支部委员会会议由党支部书记召集并主持。书记不能参加会议的，可以委托副书记或者委员召集并主持。党小组会由党小组组长召集并主持。',
    ),
    lectureAttended: verified(
      NAME,
      '第十六条第一款',
      '党支部应当组织党员按期参加党员大会、党小组会和上党课，定期召开党支部委员会会议。',
    ),
    talks: verified(
      NAME,
      '第十九条第一款',
      '党支部委员之间、党支部委员和党员之间、党员和党员之间，每年谈心谈话一般不少于1次。',
    ),
    term: verified(
      NAME,
      '第二十一条第一款',
      '村、社区党支部委员会每届任期5年，其他基层单位党支部委员会一般每届任期3年。',
    ),
    vacancy: verified(NAME, '第二十一条第二款', '党支部书记、副书记、委员出现空缺，应当及时进行补选。'),
    termReminder: verified(
      NAME,
      '第二十一条第三款',
      '上级党组织对任期届满的党支部，一般提前6个月以发函或者电话通知等形式，提醒做好换届准备。',
    ),
    termExtension: verified(
      NAME,
      '第二十一条第三款',
      '对需要延期或者提前换届的，应当认真审核、从严把关，延长或者提前期限一般不超过1年。',
    ),
    yearlyReview: verified(NAME, '第二十九条第一款', '县级党委每年至少专题研究1次党支部建设工作。'),
  },
} as const satisfies Instrument

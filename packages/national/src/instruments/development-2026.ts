import { words } from '../rules/wording.ts'
import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党发展党员工作细则'
const IN_2026 = words('2026年文本，自2026年5月11日起施行。', 'Text of 2026, in force from 2026-05-11.')
/** Words that stand in the texts of 2014 and 2026 alike, under the same number. */
const IN_BOTH = words(
  '2014年和2026年两个文本条号、文字相同的部分。',
  'Words equal in the texts of 2014 and 2026, under the same number.',
)

/** 《中国共产党发展党员工作细则》 as revised and issued on 2026-05-11, all 44 articles read. */
export const development2026 = {
  name: NAME,
  inForce: '2026-05-11',
  sentences: {
    /** Words that stand in the texts of 2014 and 2026 alike, under the same number. */
    trainingInBothTexts: verified(NAME, '第十七条', '县级党委组织部门应当对发展对象进行短期集中培训', {
      'zh-CN': '2014年和2026年两个文本条号、文字相同的部分；学时天数见各版本引文。',
      en: 'Words equal in the texts of 2014 and 2026; for days and hours see the citations of each version.',
    }),
    training: verified(
      NAME,
      '第十七条',
      '基层党委或者县级党委组织部门应当对发展对象进行短期集中培训，一般采取线下方式，根据需要也可以采取视频方式。培训时间一般不少于三天或者不少于二十四个学时。',
      { 'zh-CN': '2026年文本，自2026年5月11日起施行。', en: 'Text of 2026, in force from 2026-05-11.' },
    ),
    gate: verified(NAME, '第十七条', '除个别特殊情况外，未经培训的，不能发展入党。', {
      'zh-CN': '2026年文本，自2026年5月11日起施行。',
      en: 'Text of 2026, in force from 2026-05-11.',
    }),
    /** Text of 2026, Art. 30: central training among the ways of educating probationary members; no number. */
    probationaryTraining: verified(
      NAME,
      '第三十条',
      '党组织应当通过党的组织生活、听取本人汇报、个别谈心、集中培训、实践锻炼、志愿服务等方式，对预备党员进行教育和考察',
      { 'zh-CN': '2026年文本，自2026年5月11日起施行。', en: 'Text of 2026, in force from 2026-05-11.' },
    ),
    admissionAttendance: verified(
      NAME,
      '第十九条第二款',
      '召开讨论接收预备党员的党支部党员大会，实际到会有表决权的党员人数必须超过应到会有表决权的党员人数的半数。',
      {
        'zh-CN': '2026年文本，自2026年5月11日起施行。',
        en: 'Text of 2026, in force from 2026-05-11.',
      },
    ),
    admissionApproval: verified(
      NAME,
      '第二十条第四项',
      '赞成人数超过应到会有表决权的党员人数的半数，才能通过接收预备党员的决议。',
      {
        'zh-CN': '2026年文本，自2026年5月11日起施行。',
        en: 'Text of 2026, in force from 2026-05-11.',
      },
    ),
    fullMembershipVote: verified(
      NAME,
      '第三十二条第二款',
      '讨论预备党员转正的党支部党员大会，对到会人数、赞成人数等要求与讨论接收预备党员的党支部党员大会相同。',
      {
        'zh-CN': '2026年文本，自2026年5月11日起施行。',
        en: 'Text of 2026, in force from 2026-05-11.',
      },
    ),
    application: verified(
      NAME,
      '第五条',
      '年满十八岁的中国工人、农民、军人、知识分子和其他社会阶层的先进分子，承认党的纲领和章程，愿意参加党的一个组织并在其中积极工作、执行党的决议和按期交纳党费的，可以申请加入中国共产党。',
      IN_BOTH,
    ),
    applicantTalk: verified(
      NAME,
      '第七条',
      '党组织收到入党申请书后，应当在一个月内派人同入党申请人谈话，了解学习工作经历、对党的认识、入党动机、遵纪守法以及家庭情况等基本情况',
      IN_2026,
    ),
    applicantTalkInBothTexts: verified(
      NAME,
      '第七条',
      '党组织收到入党申请书后，应当在一个月内派人同入党申请人谈话',
      IN_BOTH,
    ),
    contactPersons: verified(
      NAME,
      '第九条',
      '党组织应当指定一至两名正式党员作入党积极分子的培养联系人。',
      IN_2026,
    ),
    reviews: verified(NAME, '第十一条', '党支部每半年对入党积极分子进行一次考察。', IN_2026),
    contactPersonsInBothTexts: verified(
      NAME,
      '第九条',
      '党组织应当指定一至两名正式党员作入党积极分子的培养联系人。',
      IN_BOTH,
    ),
    reviewsInBothTexts: verified(NAME, '第十一条', '党支部每半年对入党积极分子进行一次考察。', IN_BOTH),
    introducersInBothTexts: verified(
      NAME,
      '第十四条第一款',
      '发展对象应当有两名正式党员作入党介绍人。',
      IN_BOTH,
    ),
    barredIntroducerInBothTexts: verified(
      NAME,
      '第十四条第二款',
      '受留党察看处分、尚未恢复党员权利的党员，不能作入党介绍人。',
      IN_BOTH,
    ),
    analysis: verified(
      NAME,
      '第十一条',
      '县级党委组织部门和基层党委每年对入党积极分子队伍状况作一次分析。',
      IN_2026,
    ),
    analysisInBothTexts: verified(
      NAME,
      '第十一条',
      '基层党委每年对入党积极分子队伍状况作一次分析。',
      IN_BOTH,
    ),
    candidateInBothTexts: verified(
      NAME,
      '第十三条',
      '对经过一年以上培养教育和考察、基本具备党员条件的入党积极分子',
      IN_BOTH,
    ),
    consent: verified(
      NAME,
      '第十三条',
      '党支部委员会会议研究讨论并报上级党委同意拟列为发展对象的，在工作、学习单位或者居住地进行公示，公示期不少于五个工作日。',
      IN_2026,
    ),
    noticeResult: verified(NAME, '第十三条', '公示结果不影响发展入党的，可以列为发展对象。', IN_2026),
    introducers: verified(NAME, '第十四条第一款', '发展对象应当有两名正式党员作入党介绍人。', IN_2026),
    sanctionedIntroducer: verified(
      NAME,
      '第十四条第二款',
      '受警告、严重警告、撤销党内职务处分在影响期内的党员，不宜作入党介绍人。',
      IN_2026,
    ),
    barredIntroducer: verified(
      NAME,
      '第十四条第二款',
      '受留党察看处分、尚未恢复党员权利的党员，不能作入党介绍人。',
      IN_2026,
    ),
    politicalReview: verified(
      NAME,
      '第十六条',
      '凡是未经政治审查或者政治审查不合格的，不能发展入党。',
      IN_2026,
    ),
    politicalReviewInBothTexts: verified(NAME, '第十六条第一款', '党组织必须对发展对象进行政治审查', IN_BOTH),
    trainingMode: verified(NAME, '第十七条', '一般采取线下方式，根据需要也可以采取视频方式。', IN_2026),
    branchMeeting: verified(
      NAME,
      '第十九条第一款',
      '经基层党委预审合格的发展对象，应当在一个月内提交党支部党员大会讨论。',
      IN_2026,
    ),
    approval: verified(
      NAME,
      '第二十五条',
      '党委对党支部上报的接收预备党员的决议，应当在三个月内审批，并报上级党委组织部门备案。',
      IN_2026,
    ),
    approvalLimit: verified(
      NAME,
      '第二十五条',
      '如遇特殊情况可以适当延长审批时间，但不得超过六个月。',
      IN_2026,
    ),
    oath: verified(
      NAME,
      '第二十九条第一款',
      '入党宣誓仪式，一般在批复同意接收预备党员后的一个月内，由基层党委或者党支部（党总支）组织进行。',
      IN_2026,
    ),
    probation: verified(NAME, '第三十一条第一款', '预备党员的预备期为一年。', IN_2026),
    extension: verified(
      NAME,
      '第三十一条第二款',
      '可以延长一次预备期，延长时间不能少于半年，最长不超过一年',
      IN_2026,
    ),
    timely: verified(
      NAME,
      '第三十一条第二款',
      '预备党员预备期满，党支部应当及时讨论其能否转为正式党员。',
      IN_2026,
    ),
    fullMembershipApproval: verified(
      NAME,
      '第三十三条第一款',
      '党委对党支部上报的预备党员转正的决议，应当在三个月内审批。',
      IN_2026,
    ),
    report: verified(
      NAME,
      '第三十八条',
      '各级党委组织部门每年应当向同级党委和上级党委组织部门报告发展党员工作情况和发展党员工作计划',
      IN_2026,
    ),
  },
} as const satisfies Instrument

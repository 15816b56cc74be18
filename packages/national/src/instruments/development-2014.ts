import { words } from '../rules/wording.ts'
import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党发展党员工作细则'
const IN_2014 = words('2014年文本，施行至2026年5月10日。', 'Text of 2014, in force until 2026-05-10.')

/** 《中国共产党发展党员工作细则》 of 2014 (中办发〔2014〕33号), all 44 articles read. */
export const development2014 = {
  name: NAME,
  inForce: '2014-05-28',
  inForceTo: '2026-05-10',
  sentences: {
    training: verified(
      NAME,
      '第十七条',
      '基层党委或县级党委组织部门应当对发展对象进行短期集中培训。培训时间一般不少于三天（或不少于二十四个学时）。',
      { 'zh-CN': '2014年文本，施行至2026年5月10日。', en: 'Text of 2014, in force until 2026-05-10.' },
    ),
    gate: verified(NAME, '第十七条', '未经培训的，除个别特殊情况外，不能发展入党。', {
      'zh-CN': '2014年文本，施行至2026年5月10日。',
      en: 'Text of 2014, in force until 2026-05-10.',
    }),
    admissionAttendance: verified(
      NAME,
      '第二十条第二款',
      '召开讨论接收预备党员的支部大会，有表决权的到会人数必须超过应到会有表决权人数的半数。',
      {
        'zh-CN': '2014年文本，施行至2026年5月10日。',
        en: 'Text of 2014, in force until 2026-05-10.',
      },
    ),
    admissionApproval: verified(
      NAME,
      '第二十一条第四项',
      '赞成人数超过应到会有表决权的正式党员的半数，才能通过接收预备党员的决议。',
      {
        'zh-CN': '2014年文本，施行至2026年5月10日。',
        en: 'Text of 2014, in force until 2026-05-10.',
      },
    ),
    fullMembershipVote: verified(
      NAME,
      '第三十三条第二款',
      '讨论预备党员转正的支部大会，对到会人数、赞成人数等要求与讨论接收预备党员的支部大会相同。',
      {
        'zh-CN': '2014年文本，施行至2026年5月10日。',
        en: 'Text of 2014, in force until 2026-05-10.',
      },
    ),
    applicantTalk: verified(
      NAME,
      '第七条',
      '党组织收到入党申请书后，应当在一个月内派人同入党申请人谈话，了解基本情况。',
      IN_2014,
    ),
    contactPersons: verified(
      NAME,
      '第九条',
      '党组织应当指定一至两名正式党员作入党积极分子的培养联系人。',
      IN_2014,
    ),
    reviews: verified(NAME, '第十一条', '党支部每半年对入党积极分子进行一次考察。', IN_2014),
    analysis: verified(NAME, '第十一条', '基层党委每年对入党积极分子队伍状况作一次分析。', IN_2014),
    candidate: verified(
      NAME,
      '第十三条',
      '对经过一年以上培养教育和考察、基本具备党员条件的入党积极分子，在听取党小组、培养联系人、党员和群众意见的基础上，支部委员会讨论同意并报上级党委备案后，可列为发展对象。',
      IN_2014,
    ),
    introducers: verified(NAME, '第十四条第一款', '发展对象应当有两名正式党员作入党介绍人。', IN_2014),
    barredIntroducer: verified(
      NAME,
      '第十四条第二款',
      '受留党察看处分、尚未恢复党员权利的党员，不能作入党介绍人。',
      IN_2014,
    ),
    politicalReview: verified(
      NAME,
      '第十六条',
      '凡是未经政治审查或政治审查不合格的，不能发展入党。',
      IN_2014,
    ),
    approval: verified(
      NAME,
      '第二十六条',
      '党委对党支部上报的接收预备党员的决议，应当在三个月内审批，并报上级党委组织部门备案。',
      IN_2014,
    ),
    approvalLimit: verified(
      NAME,
      '第二十六条',
      '如遇特殊情况可适当延长审批时间，但不得超过六个月。',
      IN_2014,
    ),
    probation: verified(NAME, '第三十二条第一款', '预备党员的预备期为一年。', IN_2014),
    extension: verified(
      NAME,
      '第三十二条第二款',
      '可以延长一次预备期，延长时间不能少于半年，最长不超过一年',
      IN_2014,
    ),
    timely: verified(
      NAME,
      '第三十二条第二款',
      '预备党员预备期满，党支部应当及时讨论其能否转为正式党员。',
      IN_2014,
    ),
    fullMembershipApproval: verified(
      NAME,
      '第三十四条第一款',
      '党委对党支部上报的预备党员转正的决议，应当在三个月内审批。',
      IN_2014,
    ),
    report: verified(
      NAME,
      '第三十九条',
      '各级党委组织部门每年应当向同级党委和上级党委组织部门报告发展党员工作情况和发展党员工作计划',
      IN_2014,
    ),
  },
} as const satisfies Instrument

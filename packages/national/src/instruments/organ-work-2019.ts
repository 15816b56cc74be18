import { type Instrument, verified } from './citation.ts'

const NAME = '中国共产党党和国家机关基层组织工作条例'

/** 《中国共产党党和国家机关基层组织工作条例》 of 2019, all 43 articles read. */
export const organWork2019 = {
  name: NAME,
  inForce: '2020-01-01',
  inForceNote: {
    'zh-CN': '所据材料只载明2019年修订，未载明施行日；为不溯及既往，自2020年1月1日起适用。',
    en: 'The material names the year 2019 only, not the day; used from 2020-01-01 so that no duty is made backwards.',
  },
  sentences: {
    organCommittee: verified(NAME, '第五条', '机关党员100人以上的，设立党的基层委员会。'),
    generalBranch: verified(NAME, '第六条', '机关党员50人以上、100人以下的，设立党的总支部委员会。'),
    branch: verified(
      NAME,
      '第七条',
      '机关正式党员3人以上的，成立党支部。正式党员7人以上的党支部，设立支部委员会',
    ),
    centralTraining: verified(NAME, '第十八条', '组织党员和党组织领导班子成员每年参加集中培训。'),
    leadersTwoLives: verified(NAME, '第十九条', '党员领导干部应当自觉参加双重组织生活'),
    staffRotation: verified(NAME, '第三十一条', '定期安排机关党务工作人员特别是机关基层党组织负责人轮训。'),
    induction: verified(NAME, '第三十一条', '对新任机关基层党组织负责人进行任职培训。'),
    dutyReports: verified(
      NAME,
      '第三十九条',
      '党的机关工作委员会书记每年向同级党委述职，机关基层党组织书记每年向上级党组织述职，接受评议考核。',
    ),
    committeeTerm: verified(NAME, '第五条', '每届任期一般为5年。'),
    generalBranchTerm: verified(NAME, '第六条', '每届任期一般为3年。'),
    branchTerm: verified(NAME, '第七条', '每届任期一般为3年。'),
    cadreAssembly: verified(
      NAME,
      '第二十六条第六项',
      '每年至少召开1次机关党员干部大会，听取本单位主要负责人通报工作情况',
    ),
  },
} as const satisfies Instrument

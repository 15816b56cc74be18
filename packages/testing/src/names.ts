import type { Random } from './random.ts'

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const GIVEN_MEN =
  '伟强磊军勇涛斌波辉刚健明亮建国平志海峰超鹏飞龙华林文东杰浩宇晨阳俊凯毅成光荣庆松柏山川岩宏达永福振兴学武卫民新春生良友'
const GIVEN_WOMEN =
  '芳敏静丽艳娟霞秀英慧玲燕红梅兰桂花雪琳婷颖洁倩莉萍琴云月珍凤菊莲蓉瑶佳欣怡雯璐晓春秋文华淑贞爱香素巧灵'

/** A synthetic name: a common surname with one or two common characters. */
export function personName(random: Random, woman: boolean): string {
  // The square of a draw prefers the surnames at the front, as the population does.
  const surname = SURNAMES[Math.floor(random.next() ** 2 * SURNAMES.length)]!
  const given = woman ? GIVEN_WOMEN : GIVEN_MEN
  const first = given[random.int(0, given.length - 1)]!
  if (random.chance(0.28)) return surname + first
  return surname + first + given[random.int(0, given.length - 1)]!
}

/** The invented county. */
export const COUNTY = '岚溪县'

const ORGANS = [
  '财政局',
  '教育局',
  '人力资源和社会保障局',
  '自然资源局',
  '住房和城乡建设局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '商务局',
  '文化和旅游局',
  '卫生健康局',
  '退役军人事务局',
  '应急管理局',
  '审计局',
  '市场监督管理局',
  '统计局',
  '医疗保障局',
  '综合行政执法局',
  '行政审批服务局',
  '林业局',
  '信访局',
  '机关事务服务中心',
  '大数据中心',
  '档案馆',
  '发展和改革局',
  '工业和信息化局',
  '科学技术局',
  '民政局',
  '司法局',
  '生态环境分局',
  '公安局',
  '检察院',
  '法院',
  '税务局',
  '气象局',
  '供销合作社',
  '总工会',
  '妇女联合会',
  '工商业联合会',
  '科学技术协会',
  '残疾人联合会',
  '红十字会',
  '文学艺术界联合会',
  '融媒体中心',
  '投资促进中心',
  '疾病预防控制中心',
  '公路事业发展中心',
  '畜牧兽医中心',
  '广播电视台',
  '房产服务中心',
  '公共资源交易中心',
  '社会保险事业中心',
  '农业技术推广中心',
  '城市建设发展中心',
  '水文中心',
  '烟草专卖局',
  '邮政管理局',
  '消防救援大队',
  '地震监测中心',
  '体育发展中心',
  '粮食和物资储备中心',
  '园林绿化中心',
  '环境卫生中心',
  '史志研究中心',
] as const

/** Name of the nth organ, from 0; beyond the list the county has 分局. */
export function organName(index: number): string {
  const name = `${COUNTY}${ORGANS[index % ORGANS.length]!}`
  const round = Math.floor(index / ORGANS.length)
  return round === 0 ? name : `${name}第${chineseNumber(round)}分局`
}

const DIGITS = '零一二三四五六七八九'

/** 1 to 999 in Chinese: 三, 十二, 四十, 一百零五. */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n]!
  if (n < 20) return `十${n === 10 ? '' : DIGITS[n - 10]!}`
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]!}十${n % 10 === 0 ? '' : DIGITS[n % 10]!}`
  const rest = n % 100
  const tail =
    rest === 0
      ? ''
      : rest < 10
        ? `零${DIGITS[rest]!}`
        : rest < 20
          ? `一${chineseNumber(rest)}`
          : chineseNumber(rest)
  return `${DIGITS[Math.floor(n / 100)]!}百${tail}`
}

export const EDUCATION = ['研究生', '大学本科', '大学专科', '中专', '高中'] as const
export const EDUCATION_WEIGHTS = [9, 58, 24, 5, 4] as const
export const VENUES = [
  '党员活动室',
  '三楼会议室',
  '机关会议室',
  '二楼会议室',
  '党群服务中心',
  '学习讲堂',
] as const
/** Places of education that are open to all; the last ones stand empty. */
export const FIELD_VENUES = [
  '松岭革命纪念馆',
  '澄湖党性教育基地',
  '岚溪县廉政教育馆',
  '东山村史馆',
  '青石渡战斗遗址',
  '岚溪县档案馆党史展厅',
  '白鹭洲生态教育基地',
  '柳河支前纪念馆',
  '石桥乡村振兴展馆',
  '岚溪县法治教育馆',
  '望岭烈士陵园',
  '北塬水利纪念馆',
  '岚溪县家风家训馆',
  '南塘社区党群服务中心',
  '云台先锋讲堂',
  '岚溪县科技馆党建展区',
  '红枫岭红色书屋',
  '清溪镇党史馆',
  '岚溪县融媒体党性体验馆',
  '双河口地下交通站旧址',
  '杏林医者初心馆',
  '岚溪县教育史馆',
  '长堤护堤精神展馆',
  '岚溪县应急安全体验馆',
  '老粮仓文化馆',
  '东岭林场创业馆',
] as const

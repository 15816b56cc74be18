import { type Instrument, quotedWithoutArticle, verified } from './citation.ts'

const NAME = '县以上党和国家机关党员领导干部民主生活会若干规定'

/** 《县以上党和国家机关党员领导干部民主生活会若干规定》; Articles 1 to 4 read, the yearly rule in quotations only. */
export const democraticLife2016 = {
  name: NAME,
  inForce: '2016-12-23',
  sentences: {
    scope: verified(NAME, '第二条', '县以上党和国家机关各部门（含人民团体）的党员领导干部'),
    leadersInBranch: verified(
      NAME,
      '第三条第二款',
      '党员领导干部还应当以普通党员身份参加所在党支部（党小组）组织生活会，过好双重组织生活。',
    ),
    yearly: quotedWithoutArticle(
      NAME,
      '民主生活会每年召开1次，一般安排在第四季度。因特殊情况需要提前或者延期召开的，应当报上级党组织同意。',
      {
        'zh-CN': '条文据转引，条号未读到，故不注明条号。',
        en: 'The words were read in quotations; the number of the article was not, so none is given.',
      },
    ),
    attendance: quotedWithoutArticle(NAME, '到会人数必须达到应到会人数的三分之二以上。', {
      'zh-CN': '条文据转引，条号未读到，故不注明条号。',
      en: 'The words were read in quotations; the number of the article was not, so none is given.',
    }),
  },
} as const satisfies Instrument

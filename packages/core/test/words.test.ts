import { describeDemand, describeEvent, describeWho, describeWindow, type Requirement } from '@xueshi/core'
import { describe, expect, test } from 'vitest'

describe('who, in words', () => {
  test.each<[Requirement['who'], string, string]>([
    [
      { rank: ['county-deputy', '部队转业'] },
      '职级为县处级副职、部队转业',
      'of rank: county level, deputy; 部队转业',
    ],
    [{ education: ['大学', '研究生'] }, '学历为大学、研究生', 'with education: 大学, 研究生'],
    [{ occupation: ['教师'] }, '工作岗位为教师', 'with occupation: 教师'],
    [
      { age: { atLeast: 35, atMost: 59 } },
      '期间首日满35周岁、不超过59周岁',
      'aged at least 35 and at most 59 on the first day of the window',
    ],
    [
      { post: { roles: ['secretary'], in: ['branch'], fullTime: true } },
      '在党支部专职任书记',
      'holding a full-time post (secretary) in: branch',
    ],
    [{ all: [{ kind: ['branch'] }, { hasGroups: true }] }, '设有党小组的党支部', 'branch with Party groups'],
    [{ not: { under: ['org-1', 'org-2'] } }, '不隶属 org-1、org-2', 'not in or below org-1, org-2'],
    [
      {
        any: [
          { kind: ['branch', 'general-branch'] },
          { all: [{ kind: ['party-committee'] }, { not: { below: 'working-committee' } }] },
        ],
      },
      '党支部、党总支，或者不隶属机关工委的党委',
      'branch or general branch, or Party committee not below the organ working committee',
    ],
    [
      {
        all: [
          { status: ['full', 'probationary'] },
          { not: { suspended: true } },
          { rank: ['township-chief', 'township-deputy'] },
        ],
      },
      '未停止党籍且职级为乡科级正职、乡科级副职的正式党员、预备党员',
      'full member or probationary member without suspended membership and of rank: township level, chief; township level, deputy',
    ],
    [
      {
        all: [
          { all: [{ status: ['full'] }, { not: { suspended: true } }] },
          {
            any: [
              { post: { roles: ['secretary'], in: ['branch'] } },
              {
                all: [
                  { post: { roles: ['secretary'], in: ['general-branch'] } },
                  { below: 'working-committee' },
                ],
              },
            ],
          },
        ],
      },
      '正式党员，未停止党籍，符合下列条件之一：（1）在党支部任书记；（2）在党总支任书记且在机关工委所属组织',
      'full member, without suspended membership, one of: (1) holding a post (secretary) in: branch; (2) holding a post (secretary) in: general branch and below the organ working committee',
    ],
    [
      { all: [{ status: ['full'] }, { not: { any: [{ tag: ['retired'] }, { tag: ['abroad'] }] } }] },
      '正式党员，不属于下列情形：标签为离退休，或者标签为出国（境）',
      'full member not (with the tag: retired, or with the tag: abroad)',
    ],
  ])('%j', (who, zh, en) => {
    expect(describeWho(who)).toEqual({ 'zh-CN': zh, en })
  })
})

describe('windows, in words', () => {
  test.each<[Requirement['window'], string, string]>([
    [{ after: 'post-start', within: 'P6M' }, '任职后6个月内', 'within 6 months of the start of the post'],
    [
      { after: { act: 'election' }, within: { parameter: 'time' } },
      '“换届选举”记录后time内',
      'within time of the act “election at the end of a term”',
    ],
    [
      { between: ['candidate', { act: 'oath' }] },
      '从确定为发展对象到“入党宣誓”记录',
      'from becoming a candidate to the act “oath”',
    ],
    [
      { between: ['candidate', 'admitted'], plus: 'P1M' },
      '从确定为发展对象到支部大会接收为预备党员后1个月',
      'from becoming a candidate to 1 month after admission by the branch meeting',
    ],
    [{ term: 'P5Y', from: '2023-01-01' }, '自 2023-01-01 起每5年', 'every 5 years from 2023-01-01'],
    [{ session: true }, '活动当天', 'on the day of the session'],
  ])('%j', (window, zh, en) => {
    expect(describeWindow(window)).toEqual({ 'zh-CN': zh, en })
  })

  test('a parameter is shown as it holds', () => {
    const amount = (_: unknown, locale: string) => (locale === 'en' ? '2 months' : '2个月')
    expect(describeWindow({ after: 'admitted', within: { parameter: 'time' } }, amount)).toEqual({
      'zh-CN': '支部大会接收为预备党员后2个月内',
      en: 'within 2 months of admission by the branch meeting',
    })
  })
})

test('acts and lags, in words', () => {
  const amount = (value: unknown) => String(value)
  expect(
    describeDemand(
      {
        measure: 'acts',
        count: { acts: ['talk', 'contact'], as: 'member', ofPost: true, topics: ['science'] },
        atLeast: 2,
      },
      amount,
    ),
  ).toEqual({
    'zh-CN': '“谈心谈话、联系”记录，以本人为对象，属于任职所在组织，内容为科学技术，不少于 2 次',
    en: 'acts: heart-to-heart talk, contact, about the person, of the organization of the post, on science and technology: at least 2 times',
  })
  expect(describeDemand({ measure: 'lag', atLeast: 'P1Y', atMost: 'P2Y' }, amount)).toEqual({
    'zh-CN': '前后两个事项相隔不少于 P1Y、不超过 P2Y',
    en: 'from the first event to the second at least P1Y and at most P2Y',
  })
  expect(describeEvent('full-member').en).toBe('becoming a full member')
})

import { describe, expect, test } from 'vitest'
import { readWith } from './county.ts'

/** What the sessions table makes of one cell as start. */
async function startOf(cell: string) {
  const dataset = await readWith({
    '活动.csv': `活动编号,组织编码,活动类型,开始时间\nS1,B1,主题党日,"${cell}"\nS2,B1,党课,2025-01-01 10:00\n`,
  })
  const session = dataset.session('S1')
  return session?.timeless ? session.start.slice(0, 10) : session?.start
}

describe('dates and times in text', () => {
  test.each([
    ['2024-05-06', '2024-05-06'],
    ['2024-5-6', '2024-05-06'],
    ['2024/5/6', '2024-05-06'],
    ['2024.05.06', '2024-05-06'],
    ['2024年5月6日', '2024-05-06'],
    ['２０２４年５月６日', '2024-05-06'],
    ['2024年5月6日（星期一）', '2024-05-06'],
    ['20240506', '2024-05-06'],
    ['45418', '2024-05-06'],
    ['　2024-05-06\u200b ', '2024-05-06'],
    ['2024-05-06 14:30', '2024-05-06T14:30+08:00'],
    ['2024-05-06 14:30:29', '2024-05-06T14:30+08:00'],
    ['2024-05-06 14:30:30', '2024-05-06T14:31+08:00'],
    ['2024/5/6 9:05', '2024-05-06T09:05+08:00'],
    ['2024-05-06T14:30:00', '2024-05-06T14:30+08:00'],
    ['2024-05-06T06:30:00Z', '2024-05-06T14:30+08:00'],
    ['2024年5月6日14时30分', '2024-05-06T14:30+08:00'],
    ['2024年5月6日 14点', '2024-05-06T14:00+08:00'],
    ['20240506 14：30', '2024-05-06T14:30+08:00'],
    ['2024-05-06 下午2:30', '2024-05-06T14:30+08:00'],
    ['2024-05-06 上午12:30', '2024-05-06T00:30+08:00'],
    ['2024-05-06 中午12:30', '2024-05-06T12:30+08:00'],
    ['2024-05-06 2:30 PM', '2024-05-06T14:30+08:00'],
    ['2024-05-06 12:30:00 AM', '2024-05-06T00:30+08:00'],
    ['45418.6041666667', '2024-05-06T14:30+08:00'],
    ['2024-05-06 14:30:567', '2024-05-06T14:30+08:00'],
  ])('%s is %s', async (cell, expected) => {
    expect(await startOf(cell)).toBe(expected)
  })

  test.each([
    '2025-02-30',
    '2024-02-30',
    '24.5.6',
    '24-05-06',
    '2024-13-01',
    '2024-00-10',
    '2024-05',
    '202405',
    '2024',
    '2024-05/06',
    '二〇二四年五月六日',
    '2024-05-061',
    '2024-05-06 24:00',
    '2024-05-06 14:60',
    '2024-05-06 上午14:30',
    '9999999',
    '1',
    'abc',
  ])('%s is refused', async (cell) => {
    expect(await startOf(cell)).toBeUndefined()
  })
})

describe('birth, where a month is enough', () => {
  test.each([
    ['1980-05-06', '1980-05-06'],
    ['198005', '1980-05'],
    ['1980-5', '1980-05'],
    ['1980.05', '1980-05'],
    ['1980年5月', '1980-05'],
    ['19800506', '1980-05-06'],
    ['—', null],
    ['1980', null],
    ['1980-13', null],
  ])('%s is %s', async (cell, expected) => {
    const dataset = await readWith({
      '党员.csv': `党员编号,姓名,人员类别,所在党支部,出生年月\nM1,张三,正式党员,B1,${cell}\n`,
    })
    expect(dataset.member('M1')?.born).toBe(expected)
    expect(JSON.stringify(dataset.problems)).not.toContain('1980')
  })
})

describe('words', () => {
  test('identifiers are normalised in width, names are not', async () => {
    const dataset = await readWith({
      '党组织.csv': '组织编码,组织名称,组织类型\nＢ１,预算支部（Ａ组）,党支部\n',
      '党员.csv':
        '党员编号,姓名,人员类别,所在党支部\n\u00a0Ｍ\u200b１　,张　三·Ａ,正式党员,预算支部（Ａ组）\n',
    })
    expect(dataset.organization('B1')?.name).toBe('预算支部（Ａ组）')
    expect(dataset.member('M1')).toMatchObject({ name: '张三·Ａ', branch: 'B1' })
  })

  test.each(['、', '；', ';', '，', ',', '／', '/', '\n'])('lists are split at %j', async (separator) => {
    const dataset = await readWith({
      '活动.csv': `活动编号,组织编码,活动类型,开始时间\nS1,B1,"主题党日${separator} 党课${separator}",2025-03-05\n`,
    })
    expect(dataset.session('S1')?.kinds).toEqual(expect.arrayContaining(['theme-day', 'party-lecture']))
    expect(dataset.session('S1')?.kinds).toHaveLength(2)
  })

  test.each([
    ['2', 2],
    ['1.5', 1.5],
    ['２．５学时', 2.5],
    ['.5', 0.5],
    ['3 小时', 3],
    ['-', null],
    ['三', null],
    ['2-3', null],
  ])('hours %s are %s', async (cell, expected) => {
    const dataset = await readWith({
      '活动.csv': `活动编号,组织编码,活动类型,开始时间,学时\nS1,B1,主题党日,2025-03-05,${cell}\n`,
    })
    expect(dataset.session('S1')?.hours).toBe(expected)
  })

  test('names in the sessions table stand for attendance', async () => {
    const dataset = await readWith({
      '党员.csv': '姓名,人员类别,所在党支部\n张三,正式党员,B1\n李四,正式党员,B1\n',
      '活动.csv':
        '活动编号,组织编码,活动类型,开始时间,参会人员,请假人员\nS1,B1,主题党日,2025-03-05,张 三,李四\n',
      '考勤.csv': '活动编号,党员编号,出席情况\n',
    })
    expect(
      dataset
        .attendanceAt('S1')
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['excused', 'present'])
  })
})

import type { HolidaySource } from '../source.ts'

const OFFICE = '国务院办公厅'
const LIBRARY = 'www.gov.cn/zhengce/zhengceku'

/** A yearly notice: day of publication (where it is known) and address. */
const yearly = (year: number, path: string, date?: string): HolidaySource => ({
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  issuer: OFFICE,
  ...(date === undefined ? {} : { date }),
  url: `${year < 2024 ? 'http' : 'https'}://${LIBRARY}/${path}.htm`,
})

/**
 * The notices the days of each year rest on, in order; addresses as holiday-cn (MIT) cites them. Two years had a
 * second notice, and 2015 a day of commemoration.
 */
export const NOTICE_SOURCES: Readonly<Record<number, readonly HolidaySource[]>> = {
  2007: [yearly(2007, '2008-03/28/content_1761', '2006-12-14')],
  2008: [yearly(2008, '2008-03/28/content_1645', '2007-12-18')],
  2009: [yearly(2009, '2008-12/10/content_1572', '2008-12-10')],
  2010: [yearly(2010, '2009-12/08/content_1476', '2009-12-08')],
  2011: [yearly(2011, '2010-12/10/content_1423', '2010-12-10')],
  2012: [yearly(2012, '2011-12/06/content_1411', '2011-12-06')],
  2013: [yearly(2013, '2012-12/10/content_1353', '2012-12-10')],
  2014: [yearly(2014, '2014-01/02/content_1194')],
  2015: [
    yearly(2015, '2014-12/16/content_9302', '2014-12-16'),
    {
      title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
      issuer: '国务院',
      date: '2015-05-13',
      url: `http://${LIBRARY}/2015-05/13/content_9742.htm`,
    },
  ],
  2016: [yearly(2016, '2015-12/10/content_10394', '2015-12-10')],
  2017: [yearly(2017, '2016-12/01/content_5141603', '2016-12-01')],
  2018: [yearly(2018, '2017-11/30/content_5243579', '2017-11-30')],
  2019: [
    yearly(2019, '2018-12/06/content_5346276', '2018-12-06'),
    {
      title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
      issuer: OFFICE,
      date: '2019-03-22',
      url: `http://${LIBRARY}/2019-03/22/content_5375877.htm`,
    },
  ],
  2020: [
    yearly(2020, '2019-11/21/content_5454164', '2019-11-21'),
    {
      title: '国务院办公厅关于延长2020年春节假期的通知',
      issuer: OFFICE,
      date: '2020-01-27',
      url: `http://${LIBRARY}/2020-01/27/content_5472352.htm`,
    },
  ],
  2021: [yearly(2021, '2020-11/25/content_5564127', '2020-11-25')],
  2022: [yearly(2022, '2021-10/25/content_5644835', '2021-10-25')],
  2023: [yearly(2023, '2022-12/08/content_5730844', '2022-12-08')],
  2024: [yearly(2024, '202310/content_6911528', '2023-10-25')],
  2025: [yearly(2025, '202411/content_6986383', '2024-11-12')],
  2026: [yearly(2026, '202511/content_7047091', '2025-11-04')],
}

/** What provisional years rest on. */
export const STATUTE: HolidaySource = {
  title: '全国年节及纪念日放假办法',
  issuer: '国务院',
  date: '2024-11-10',
  url: 'https://www.gov.cn/zhengce/content/202411/content_6986380.htm',
}

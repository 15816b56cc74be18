import { readFileSync } from 'node:fs'
import { XueshiError } from '@xueshi/core'
import {
  type HolidayNotice,
  holidayNoticesJsonSchema,
  parseHolidayNotices,
  workdayCalendar,
} from '@xueshi/workdays'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

const published = JSON.parse(
  readFileSync(new URL('../schema/holiday-notices-1.schema.json', import.meta.url), 'utf8'),
) as object

/** Not the notice of 2027, which did not exist when this was written: days of the usual shape. */
const year2027 = {
  year: 2027,
  source: { title: '关于2027年部分节假日安排的通知（试拟）', issuer: '示例机关', date: '2026-11-10' },
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-12' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpDays: [
    { name: '春节', date: '2027-01-31' },
    { name: '春节', date: '2027-02-20' },
    { name: '劳动节', date: '2027-04-25' },
    { name: '劳动节', date: '2027-05-08' },
    { name: '国庆节', date: '2027-09-26' },
    { name: '国庆节', date: '2027-10-09' },
  ],
}
const year2026 = {
  year: 2026,
  source: { title: '2026年放假安排', issuer: '示例县人民政府办公室', document: '示府办〔2025〕9号' },
  holidays: [
    { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
    { name: '春节', from: '2026-02-15', to: '2026-02-23' },
    { name: '清明', from: '2026-04-06' },
    { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { name: '端午', from: '2026-06-19', to: '2026-06-21' },
    { name: '中秋', from: '2026-09-25', to: '2026-09-27' },
    { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(
    (date) => ({ name: '调休', date }),
  ),
}
const typhoon = {
  year: 2026,
  amends: true,
  source: { title: '关于台风期间停止办公的通知', issuer: '示例县人民政府办公室' },
  holidays: [{ name: '防台风', from: '2026-07-21', to: '2026-07-22' }],
  makeUpDays: [{ name: '防台风', date: '2026-07-25' }],
}
const parsed = (...notices: object[]) => parseHolidayNotices({ notices }, 'notices/own.json')

function errorOf(call: () => unknown): XueshiError {
  try {
    call()
  } catch (error) {
    if (error instanceof XueshiError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a notice of a year', () => {
  const calendar = workdayCalendar({ notices: parsed(year2027) })

  test('makes it published, and no day of it stays open', () => {
    expect(calendar.yearStatus(2027)).toEqual({
      year: 2027,
      status: 'published',
      sources: [year2027.source],
      // 261 Mondays to Fridays, 18 of them off, and 6 weekend days worked.
      workdays: 261 - 18 + 6,
    })
    expect(calendar.dayOf('2027-10-08')).toMatchObject({ kind: 'workday', workday: true })
    expect(calendar.dayOf('2027-10-09')).toMatchObject({ kind: 'make-up', name: { en: 'National Day' } })
    expect(calendar.dayOf('2027-05-04')).toMatchObject({ kind: 'holiday', name: { 'zh-CN': '劳动节' } })
    expect(calendar.yearStatus(2026).workdays).toBe(248)
    expect(calendar.yearStatus(2028).status).toBe('provisional')
  })

  test('obeys the switch of make-up days', () => {
    const unit = workdayCalendar({ notices: parsed(year2027), makeUpDays: 'off' })
    expect(unit.yearStatus(2027).workdays).toBe(261 - 18)
  })

  test('changes the name of the calendar, each content in its way', () => {
    const name = (...notices: object[]) => workdayCalendar({ notices: parsed(...notices) }).name
    expect(name(year2027)).toMatch(/^China 2007-2026 \(chinese-days 1\.5\.7\), \+2027 #[0-9a-f]{8}$/)
    expect(name(year2027)).toBe(calendar.name)
    expect(name({ ...year2027, makeUpDays: year2027.makeUpDays.slice(1) })).not.toBe(calendar.name)
    expect(name(typhoon)).toContain('+2026 amended #')
  })

  test('may begin in December before, and says nothing of the other days there', () => {
    const early = parsed({
      ...year2027,
      holidays: [{ name: '元旦', from: '2026-12-31' }, ...year2027.holidays],
      makeUpDays: [{ name: '元旦', date: '2026-12-26' }, ...year2027.makeUpDays],
    })
    const other = workdayCalendar({ notices: early })
    expect([other.isWorkday('2026-12-31'), other.isWorkday('2026-12-26')]).toEqual([false, true])
    expect(other.isWorkday('2026-12-30')).toBe(true)
    expect(other.yearStatus(2026).workdays).toBe(248)
  })

  test('of a year the data knows is welcome where it says the same', () => {
    const again = workdayCalendar({ notices: parsed(year2026) })
    expect(again.yearStatus(2026).sources.map(({ issuer }) => issuer)).toEqual([
      '国务院办公厅',
      '示例县人民政府办公室',
    ])
    expect(again.yearStatus(2026).workdays).toBe(248)
  })

  test('of a year the data knows is an error where it differs, with both sources and the days', () => {
    const differing = {
      ...year2026,
      holidays: year2026.holidays.map((one) => (one.name === '春节' ? { ...one, to: '2026-02-22' } : one)),
      makeUpDays: year2026.makeUpDays.filter(({ date }) => date !== '2026-10-10'),
    }
    const { code, message, where, hint } = errorOf(() => workdayCalendar({ notices: parsed(differing) }))
    expect([code, where]).toEqual(['invalid-notice', 'notices/own.json notices[0]'])
    expect(message).toContain('《2026年放假安排》（示例县人民政府办公室，示府办〔2025〕9号）')
    expect(message).toContain('《国务院办公厅关于2026年部分节假日安排的通知》')
    expect(message.match(/2026-\d\d-\d\d：/g)).toEqual(['2026-02-23：', '2026-10-10：'])
    expect(hint).toContain('amends')
  })

  test('given twice with different days is an error too', () => {
    const other = { ...year2027, makeUpDays: year2027.makeUpDays.slice(1) }
    expect(errorOf(() => workdayCalendar({ notices: parsed(year2027, other) })).message).toContain(
      '2027-01-31',
    )
    expect(workdayCalendar({ notices: parsed(year2027, year2027) }).yearStatus(2027).sources).toHaveLength(1)
  })
})

describe('an amendment', () => {
  test('changes the days it lists and no other', () => {
    const calendar = workdayCalendar({ notices: parsed(typhoon) })
    expect(calendar.dayOf('2026-07-21')).toMatchObject({
      kind: 'holiday',
      name: { 'zh-CN': '防台风', en: '防台风' },
    })
    expect(calendar.dayOf('2026-07-25').kind).toBe('make-up')
    expect(calendar.yearStatus(2026)).toMatchObject({ status: 'published', workdays: 247 })
    expect(calendar.yearStatus(2026).sources).toHaveLength(2)
  })

  test('prolongs a holiday as in 2020, whatever stood there before', () => {
    const longer = {
      year: 2026,
      amends: true,
      source: { title: '关于延长2026年春节假期的通知（试拟）', issuer: '示例机关' },
      holidays: [{ name: '春节', from: '2026-02-24', to: '2026-03-01' }],
      makeUpDays: [],
    }
    const calendar = workdayCalendar({ notices: parsed(longer) })
    expect(calendar.dayOf('2026-02-28').kind).toBe('holiday')
    expect(calendar.nextWorkday('2026-02-15')).toBe('2026-03-02')
  })

  test('takes a day off back, and a later one wins', () => {
    const back = { ...typhoon, holidays: [], makeUpDays: [{ name: '恢复办公', date: '2026-07-22' }] }
    expect(workdayCalendar({ notices: parsed(typhoon, back) }).dayOf('2026-07-22')).toMatchObject({
      kind: 'workday',
      name: null,
    })
    expect(workdayCalendar({ notices: parsed(back, typhoon) }).isWorkday('2026-07-22')).toBe(false)
  })

  test('leaves a year without notice provisional, and comes after the notice whatever the order', () => {
    const closing = {
      ...typhoon,
      year: 2027,
      holidays: [{ name: '停电', from: '2027-03-02' }],
      makeUpDays: [],
    }
    const provisional = workdayCalendar({ notices: parsed(closing) })
    expect(provisional.yearStatus(2027)).toMatchObject({ status: 'provisional', workdays: undefined })
    expect(provisional.isWorkday('2027-03-02')).toBe(false)
    expect(workdayCalendar({ notices: parsed(closing, year2027) }).isWorkday('2027-03-02')).toBe(false)
  })

  test('of a year of which nothing is known is an error', () => {
    const early = { ...typhoon, year: 2005, holidays: [{ name: '停电', from: '2005-03-02' }], makeUpDays: [] }
    expect(errorOf(() => workdayCalendar({ notices: parsed(early) })).message).toContain('2005年')
  })
})

describe('files', () => {
  const faultsOf = (value: unknown) => {
    const error = errorOf(() => parseHolidayNotices(value, 'notices/own.json'))
    expect([error.code, error.where]).toEqual(['invalid-notice', 'notices/own.json'])
    return error.message.split('\n  · ').slice(1)
  }

  test('all faults of form are told at once, each with its path', () => {
    const faults = faultsOf({
      notices: [
        { ...year2027, year: '2027', sources: {} },
        { ...year2027, source: { title: '', issuer: '示例机关', url: 'gov.cn' } },
        { ...year2027, holidays: [{ name: '元旦', from: '2027-02-30', too: '2027-01-03' }] },
        { ...year2027, makeUpDays: [{ name: '春节' }, { name: '春节', date: '1月31日' }], amends: 'yes' },
      ],
    })
    expect(faults).toEqual([
      'notices[0].year: 应为 / must be 数 / a number："2027"',
      'notices[0]: 没有这个键 / unknown key: "sources"；是否指 / did you mean source?',
      'notices[1].source.title: 不能为空 / must not be empty',
      'notices[1].source.url: 应为 http(s) 网址 / must be an http(s) address："gov.cn"',
      'notices[2].holidays[0].from: 没有这一天 / no such day："2027-02-30"',
      expect.stringContaining('notices[2].holidays[0]: 没有这个键 / unknown key: "too"'),
      'notices[3].amends: 应为 / must be true, false："yes"',
      'notices[3].makeUpDays[0].date: 缺少 / is missing',
      'notices[3].makeUpDays[1].date: 应为日期 / must be a date YYYY-MM-DD："1月31日"',
    ])
    expect(faultsOf([])).toEqual([expect.stringContaining('JSON: 应为 / must be 对象')])
  })

  test('what cannot be so is told too', () => {
    const without = (name: string) => year2027.holidays.filter((one) => one.name !== name)
    expect(
      faultsOf({
        notices: [
          { ...year2027, holidays: without('国庆节') },
          { ...year2027, holidays: [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }] },
          { ...year2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-03-01' }] },
          { ...year2027, makeUpDays: [{ name: '春节', date: '2027-02-12' }] },
          { ...year2027, makeUpDays: [{ name: '春节', date: '2027-02-17' }] },
          { ...year2027, makeUpDays: [{ name: '春节', date: '2026-02-14' }] },
        ],
      }),
    ).toEqual([
      'notices[0].holidays: 缺少法定节假日 / a statutory holiday is missing: 国庆节 2027-10-01',
      'notices[1].holidays[0].to: 早于 from / is before from: 2027-01-01',
      'notices[2].holidays[0]: 超过15天 / more than 15 days: 2027-01-01..2027-03-01',
      'notices[3].makeUpDays[0]: 2027-02-12 已写在 / is already in holidays[1]',
      'notices[3].makeUpDays[0]: 2027-02-12 不是周末 / is no Saturday or Sunday',
      'notices[4].makeUpDays[0]: 2027-02-17 不是周末 / is no Saturday or Sunday',
      'notices[5].makeUpDays[0]: 2026-02-14 不在2027年 / does not lie in 2027',
    ])
  })

  test('a notice given in code is checked like one of a file', () => {
    const wrong = { ...year2027, year: 2026 } as HolidayNotice
    const { code, message } = errorOf(() => workdayCalendar({ notices: [wrong] }))
    expect(code).toBe('invalid-notice')
    expect(message).toContain('notices[0]: ')
    expect(errorOf(() => workdayCalendar({ notices: [{} as HolidayNotice] })).message).toContain(
      'year: 缺少 / is missing',
    )
  })

  test('the published schema is the one in force, and takes and refuses what the reader does', () => {
    expect(published).toEqual(holidayNoticesJsonSchema())
    const validate = new Ajv2020().compile(published)
    expect(validate({ notices: [year2027, year2026, typhoon] })).toBe(true)
    expect(validate({ $schema: 'x', notices: [] })).toBe(true)
    expect(validate({ notices: [{ ...year2027, year: '2027' }] })).toBe(false)
    expect(validate({ notices: [{ ...year2027, makeUpDays: undefined }] })).toBe(false)
    expect(validate({ notices: [{ ...year2027, sources: {} }] })).toBe(false)
  })
})

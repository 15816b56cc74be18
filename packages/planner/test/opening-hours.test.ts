import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen, readOpeningHours, spansOn } from '../src/opening-hours.ts'

/**
 * Days of October 2026 by letter: 9-28 Monday … 10-04 Sunday is a plain week but for the holiday from Thursday on,
 * 10-10 a Saturday that is worked.
 */
const DAYS = {
  monday: { date: '2026-09-28', workday: true },
  tuesday: { date: '2026-09-29', workday: true },
  friday: { date: '2026-09-11', workday: true },
  saturday: { date: '2026-09-12', workday: false },
  sunday: { date: '2026-09-13', workday: false },
  holiday: { date: '2026-10-01', workday: false },
  makeUp: { date: '2026-10-10', workday: true },
  untold: { date: '2026-09-29' },
} as const
type Day = keyof typeof DAYS

/** `09:00-11:30 14:00-17:00`, or nothing where it is shut. */
function hoursOn(text: string, day: Day): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return spansOn(readOpeningHours(text), DAYS[day])
    .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
    .join(' ')
}

const UNDERSTOOD: readonly (readonly [text: string, open: Partial<Record<Day, string>>])[] = [
  [
    '周一至周五 9:00-17:00',
    { monday: '09:00-17:00', friday: '09:00-17:00', saturday: '', holiday: '09:00-17:00', makeUp: '' },
  ],
  [
    '周一至周五 9:00-17:00、周六日 9：00—16：00',
    { monday: '09:00-17:00', saturday: '09:00-16:00', sunday: '09:00-16:00' },
  ],
  ['每天 8:30-11:30 14:00-17:00', { monday: '08:30-11:30 14:00-17:00', sunday: '08:30-11:30 14:00-17:00' }],
  [
    '工作日 8：30－12：00，14：30－18：00',
    {
      monday: '08:30-12:00 14:30-18:00',
      makeUp: '08:30-12:00 14:30-18:00',
      saturday: '',
      holiday: '',
      untold: '',
    },
  ],
  ['全天', { monday: '00:00-24:00', holiday: '00:00-24:00' }],
  ['周一至周五全天开放', { monday: '00:00-24:00', saturday: '' }],
  ['24小时开放', { sunday: '00:00-24:00' }],
  ['9:00-17:00', { monday: '09:00-17:00', sunday: '09:00-17:00' }],
  [
    '开放时间：周二至周日 9:00-17:00（周一闭馆）',
    { monday: '', tuesday: '09:00-17:00', sunday: '09:00-17:00' },
  ],
  ['每天9:00-17:00，周一闭馆', { monday: '', tuesday: '09:00-17:00' }],
  ['除周一外每天9点至17点', { monday: '', tuesday: '09:00-17:00' }],
  ['周一除外，9:00-17:00', { monday: '', tuesday: '09:00-17:00' }],
  ['周一至周五 9:00-17:00（法定节假日除外）', { monday: '09:00-17:00', holiday: '', untold: '' }],
  ['工作日上午8:30-11:30，下午2:30-5:30', { monday: '08:30-11:30 14:30-17:30', sunday: '' }],
  ['每日上午9时至下午5时30分', { monday: '09:00-17:30' }],
  ['周一、三、五 9点半到11点半', { monday: '09:30-11:30', tuesday: '', friday: '09:30-11:30' }],
  ['星期一至星期五８：００～１８：００', { monday: '08:00-18:00', saturday: '' }],
  ['周1-周5 9:00-17:00', { friday: '09:00-17:00', sunday: '' }],
  ['周一至五9:00-17:00', { friday: '09:00-17:00', saturday: '' }],
  ['周六至周一 9:00-12:00', { monday: '09:00-12:00', tuesday: '', sunday: '09:00-12:00' }],
  ['周末9-17点', { saturday: '09:00-17:00', monday: '' }],
  ['双休日及法定节假日 9:00-16:00', { sunday: '09:00-16:00', holiday: '09:00-16:00', monday: '' }],
  ['休息日 9:00-16:00', { sunday: '09:00-16:00', holiday: '09:00-16:00', makeUp: '' }],
  ['2026年起周一至周五 9:00-17:00', { monday: '09:00-17:00' }],
  ['自2026年10月8日起 9:00-17:00', { monday: '', makeUp: '09:00-17:00' }],
  ['周一至周五 9:00-12:00、12:00-17:00', { monday: '09:00-17:00' }],
  ['周二至周日 9:00-17:00（16:30停止入馆，需提前预约）', { tuesday: '09:00-17:00' }],
  ['每天 晚上7:00-9:00', { monday: '19:00-21:00' }],
  ['早9:00-晚5:00', { monday: '09:00-17:00' }],
  ['18:00-24:00', { monday: '18:00-24:00' }],
]

const NOT_UNDERSTOOD = [
  '',
  '夏令时另行通知',
  '周一至周五',
  '工作时间',
  '预约开放',
  '周一闭馆',
  '9:00',
  '17:00-9:00',
  '9:00-25:00',
  '9:60-17:00',
  '9-17',
  '周一至周五 9:00-17:00 周六',
  '周一至周五 9:00-17:00，午休',
  '周一上午闭馆，9:00-17:00',
  '5月1日至10月7日 8:00-18:00',
  '2026年13月起 9:00-17:00',
  '周八 9:00-17:00',
  '9:00-17:00闭馆',
  '外 9:00-17:00',
  'Mon-Fri 9:00-17:00',
]

describe('opening hours', () => {
  it.each(UNDERSTOOD)('%s', (text, open) => {
    expect(readOpeningHours(text).problem).toBeNull()
    for (const [day, expected] of Object.entries(open))
      expect([day, hoursOn(text, day as Day)]).toEqual([day, expected])
  })

  it.each(NOT_UNDERSTOOD)('“%s” is a problem, and open at no time', (text) => {
    const hours = readOpeningHours(text)
    expect(hours.problem).toMatchObject({
      code: 'opening-hours-not-understood',
      severity: 'warning',
      table: 'venues',
    })
    expect(hours.problem?.message['zh-CN']).toContain('按不开放处理')
    expect(hours.problem?.message.en).toContain('nothing is planned there')
    for (const day of Object.values(DAYS)) expect(isOpen(hours, day, 600, 601)).toBe(false)
  })

  it('needs the whole time to be open', () => {
    const hours = readOpeningHours('每天 8:30-11:30 14:00-17:00')
    expect(isOpen(hours, DAYS.monday, 8 * 60 + 30, 11 * 60 + 30)).toBe(true)
    expect(isOpen(hours, DAYS.monday, 8 * 60 + 29, 11 * 60)).toBe(false)
    expect(isOpen(hours, DAYS.monday, 11 * 60, 14 * 60 + 30)).toBe(false)
    expect(isOpen(hours, DAYS.monday, 16 * 60, 17 * 60 + 1)).toBe(false)
  })

  it('takes the statement of a holiday before a guess', () => {
    const hours = readOpeningHours('周六日 9:00-16:00，法定节假日闭馆')
    expect(isOpen(hours, { date: '2026-09-12', workday: false, holiday: false }, 600, 660)).toBe(true)
    expect(isOpen(hours, { date: '2026-10-03', workday: false, holiday: true }, 600, 660)).toBe(false)
    // Nobody says whether the Saturday is one: shut.
    expect(isOpen(hours, { date: '2026-09-12', workday: false }, 600, 660)).toBe(false)
  })

  it('shows no number that may be a telephone in a problem', () => {
    const { problem } = readOpeningHours('请致电13800001234')
    expect(JSON.stringify(problem)).not.toContain('13800001234')
  })

  const minute = fc.integer({ min: 0, max: 1439 })
  const clock = (value: number, colon: string) =>
    `${Math.floor(value / 60)}${colon}${String(value % 60).padStart(2, '0')}`
  const WEEKDAYS = '一二三四五六日'

  it('reads back what was written, whatever the signs', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            first: fc.nat(6),
            last: fc.nat(6),
            a: minute,
            b: minute,
            dash: fc.constantFrom('-', '—', '——', '－', '至', '~', '～', ' - ').map((dash) => dash.trim()),
            colon: fc.constantFrom(':', '：'),
            week: fc.constantFrom('周', '星期', '礼拜'),
            gap: fc.constantFrom('', ' ', '：'),
            end: fc.constantFrom('、', '；', '，', ' ', '\n'),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        fc.nat(6),
        minute,
        minute,
        (clauses, weekday, x, y) => {
          fc.pre(clauses.every(({ a, b }) => a !== b) && x !== y)
          const text = clauses
            .map(({ first, last, a, b, dash, colon, week, gap, end }) => {
              const days = `${week}${WEEKDAYS[first]}至${week}${WEEKDAYS[last]}`
              return `${days}${gap}${clock(Math.min(a, b), colon)}${dash}${clock(Math.max(a, b), colon)}${end}`
            })
            .join('')
          const hours = readOpeningHours(text)
          expect(hours.problem).toBeNull()
          const [from, to] = [Math.min(x, y), Math.max(x, y)]
          const isOn = (first: number, last: number) =>
            first <= last ? first <= weekday && weekday <= last : weekday >= first || weekday <= last
          // Every minute of the time lies in some clause.
          let expected = true
          for (let at = from; at < to; at++)
            expected &&= clauses.some(
              ({ first, last, a, b }) => isOn(first, last) && Math.min(a, b) <= at && at < Math.max(a, b),
            )
          // 2026-09-07 is a Monday.
          const date = `2026-09-${String(7 + weekday).padStart(2, '0')}`
          expect(isOpen(hours, { date }, from, to)).toBe(expected)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never throws, and is never open where it was not understood', () => {
    const piece = fc.constantFrom(
      '周一',
      '至',
      '周五',
      '9:00',
      '-',
      '17:00',
      '闭馆',
      '除',
      '外',
      '法定节假日',
      '除外',
      '全天',
      '工作日',
      '2026年起',
      '下午',
      '3点',
      '，',
      '不详',
      '周',
      '24',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 10 }),
        fc.nat(400),
        fc.option(fc.boolean(), { nil: undefined }),
        (pieces, day, workday) => {
          const hours = readOpeningHours(pieces.join(''))
          const date = `2026-${String(1 + (day % 12)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`
          const spans = spansOn(hours, { date, workday })
          if (hours.problem !== null) expect(spans).toEqual([])
          for (const [i, { from, to }] of spans.entries()) {
            expect(from).toBeLessThan(to)
            expect(to).toBeLessThanOrEqual(1440)
            if (i > 0) expect(from).toBeGreaterThan(spans[i - 1]!.to)
          }
          // Not knowing whether a day is worked never opens a door.
          if (workday === undefined)
            for (const { from, to } of spans)
              for (const known of [true, false])
                expect(
                  isOpen(hours, { date, workday: known }, from, to) ||
                    isOpen(hours, { date, workday: known, holiday: false }, from, to),
                ).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

import { buildDataset } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import { events, one, parseCalendar } from './support/ics.ts'
import { lint } from './support/lint.ts'

interface Texts {
  readonly title?: string
  readonly venue?: string
  readonly lecturer?: string
  readonly program?: string
  readonly organization?: string
}

function feedOf({ title, venue, lecturer, program, organization = '第一党支部' }: Texts): string {
  const dataset = buildDataset({
    organizations: [{ id: 'b1', name: organization, kind: '党支部' }],
    members: [],
    sessions: [
      {
        id: 's1',
        organization: 'b1',
        kinds: ['主题党日'],
        start: '2025-03-05T09:00+08:00',
        end: '2025-03-05T10:00+08:00',
        ...(title === undefined ? {} : { title }),
        ...(venue === undefined ? {} : { venue }),
        ...(lecturer === undefined ? {} : { lecturers: [lecturer] }),
        ...(program === undefined ? {} : { program }),
      },
    ],
    export: [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' }],
  })
  return createCalendars(dataset, { alarms: [15] }).organization('b1').ics
}

/** Text as people and machines write it: Chinese, rare characters, emoji, marks, and everything that could hurt. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '学习',
        '党课',
        '𠮷',
        '䶮',
        '👨‍👩‍👧',
        '🇨🇳',
        '葛󠄀',
        'e\u0301',
        '，',
        '；',
        '：',
        '“',
        '·',
      ),
      fc.constantFrom('\\', ';', ',', '"', ':', '\n', '\r', '\r\n', '\t', '\\n', ' ', '  '),
      fc.constantFrom(
        '\u0000',
        '\u0007',
        '\u001b',
        '\u007f',
        '\u0085',
        '\u2028',
        '\u202e',
        '\ufeff',
        '\u000b',
      ),
      fc.constantFrom('END:VEVENT', '\r\nBEGIN:VALARM\r\n', '\nX-A:b', 'BEGIN:VALARM'),
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\d/g, '')),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** What a feed should show of a text on one line, said another way than the writer says it. */
function shown(text: string): string {
  const kept = [...text.replaceAll('\r\n', '\n')].map((character) => {
    const code = character.codePointAt(0)!
    if ([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029].includes(code)) return ' '
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ''
    if ([0x200b, 0x2060, 0xfeff].includes(code)) return ''
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return ''
    return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : character
  })
  return kept.join('').trim()
}

test('any text stays in its property and comes back as it was', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, venue, name) => {
      const ics = feedOf({ title: title.slice(0, 2000), venue, organization: name.slice(0, 100) })
      expect(lint(Buffer.from(ics))).toEqual([])
      const [event, ...more] = events(ics)
      expect(more).toEqual([])
      expect(one(event!, 'SUMMARY').text.endsWith(shown(title))).toBe(true)
      expect(event!.properties.find((property) => property.name === 'LOCATION')?.text ?? '').toBe(
        shown(venue),
      )
      expect(one(parseCalendar(ics), 'NAME').text).toBe(shown(name.slice(0, 100)))
      expect(event!.components.map(({ name }) => name)).toEqual(['VALARM'])
    }),
    { numRuns: runs(200), seed: 20251231 },
  )
})

test('half of a surrogate pair becomes a replacement character', () => {
  expect(one(events(feedOf({ title: '学\ud800习\udc00' }))[0]!, 'SUMMARY').text).toBe(
    '主题党日：学\ufffd习\ufffd',
  )
})

describe('numbers that name a person', () => {
  it.each([
    ['a citizen number', '联系人99010119900101001X签到', '联系人***签到'],
    ['a citizen number in full width', '９９０１０１１９９００１０１００１Ｘ', '***'],
    ['a citizen number in groups', '990101 19900101 001x', '***'],
    ['a citizen number of 15 digits', '990101900101001', '***'],
    ['a citizen number as a spreadsheet shows it', '9.90101E+17', '***'],
    ['a mobile number', '咨询13912345678', '咨询***'],
    ['a mobile number in groups', '139-1234-5678', '***'],
    ['a land line', '值班室0857-8223456', '值班室***'],
    ['a local number', '电话：8223456', '电话：***'],
    ['a day', '20250305学习', '20250305学习'],
    ['days', '2025.03.05-2025.03.12轮训', '2025.03.05-2025.03.12轮训'],
    ['a document number', '黔委发〔2025〕12号', '黔委发〔2025〕12号'],
    ['the number of an online meeting', '腾讯会议 123-456-789', '腾讯会议 123-456-789'],
  ])('%s', (_name, title, expected) => {
    const ics = feedOf({ title, venue: title, lecturer: title, program: title, organization: title })
    const [event] = events(ics)
    // The dataset itself masks some of them, with a star for each character.
    const text = (name: string) => one(event!, name).text.replace(/\*{3,}/g, '***')
    expect(text('SUMMARY')).toBe(`主题党日：${expected}`)
    expect(text('LOCATION')).toBe(expected)
    expect(one(parseCalendar(ics), 'NAME').text.replace(/\*{3,}/g, '***')).toBe(expected)
    const description = text('DESCRIPTION')
    expect(description).toContain(`主办：${expected}\n`)
    expect(description).toContain(`培训项目：${expected}`)
  })
})

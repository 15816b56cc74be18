/**
 * The sessions of one branch become a calendar that phones and desktops subscribe to. Prints the file; a
 * platform would answer a request with it, as `text/calendar; charset=utf-8`.
 *
 *     node src/main.ts > b01.ics
 */
import { buildDataset } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'

const dataset = buildDataset({
  export: [{ exportedOn: '2025-03-01', from: '2025-01-01', to: '2025-12-31' }],
  organizations: [{ id: 'b01', name: '财政局第一党支部', kind: '党支部' }],
  members: [],
  sessions: [
    {
      id: 's01',
      organization: 'b01',
      kinds: ['主题党日'],
      title: '重温入党誓词',
      start: '2025-03-10T14:30+08:00',
      end: '2025-03-10T16:30+08:00',
      venue: '三楼会议室',
    },
    {
      id: 's02',
      organization: 'b01',
      kinds: ['党员大会'],
      title: '第一季度党员大会',
      start: '2025-03-28T09:00+08:00',
      end: '2025-03-28T10:30+08:00',
      status: '取消',
    },
    // Of this one only the day is known: it becomes an event of the whole day.
    { id: 's03', organization: 'b01', kinds: ['党课'], title: '书记讲党课', start: '2025-04-15' },
  ],
})

const calendars = createCalendars(dataset, { domain: 'calendar.county.example' })
process.stdout.write(calendars.organization('b01').ics)

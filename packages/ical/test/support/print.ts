// Prints the feeds of the county as JSON; started by tests in processes of several time zones.
import { buildDataset } from '@xueshi/core'
import { createCalendars } from '@xueshi/ical'
import { county } from './county.ts'

const calendars = createCalendars(buildDataset(county), { alarms: [30] })
const feeds = (list: Iterable<{ id: string; ics: string }>) =>
  Object.fromEntries([...list].map(({ id, ics }) => [id, ics]))
process.stdout.write(
  JSON.stringify({ organizations: feeds(calendars.organizations()), members: feeds(calendars.members()) }),
)

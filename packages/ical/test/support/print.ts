// Prints the feeds of the county as JSON; started by tests in processes of several time zones.
import { buildDataset } from '@xueshi/core'
import { createCalendars, feedHandler, issueFeedToken, nextState } from '@xueshi/ical'
import { county } from './county.ts'
import { planned } from './plan.ts'

const calendars = createCalendars(buildDataset(county), { alarms: [30] })
const feeds = (list: Iterable<{ id: string; ics: string }>) =>
  Object.fromEntries([...list].map(({ id, ics }) => [id, ics]))

// A plan that is published, then changed and published again a minute before midnight in Shanghai.
const plan = planned([{}, { start: '2026-03-11' }, {}, {}])
const changed = planned([{ title: '改名' }, { start: '2026-03-11' }, { status: '取消' }])
const first = nextState(null, plan, '2026-01-10T08:00+08:00')
const published = nextState(first, changed, '2026-02-01T23:59+08:00')
const keys = [{ id: 'k1', secret: 'a secret of at least 32 bytes, by chance' }]
const { path } = issueFeedToken(
  { kind: 'leader', id: 'm2' },
  { keys, level: 'own', expires: '2026-02-02T00:00+08:00' },
)
const handler = feedHandler({
  source: () => ({ dataset: changed, published }),
  keys,
  now: () => '2026-02-01T15:59:00Z',
})
const answer = await handler(new Request(`https://platform.example/feeds/${path}`))

process.stdout.write(
  JSON.stringify({
    organizations: feeds(calendars.organizations()),
    members: feeds(calendars.members()),
    published: {
      state: published,
      path,
      county: createCalendars(changed, { published }).county().ics,
      answer: [answer.status, answer.headers.get('etag'), await answer.text()],
    },
  }),
)

/**
 * A platform over one ledger: sessions come in and change, feeds are published by difference, tokens are issued
 * and revoked, and anybody's standing can be asked for. State lies in memory; a real platform keeps the rows, the
 * published state and the ids of revoked tokens in its database.
 */
import {
  type CivilDate,
  type Config,
  type Dataset,
  type Finding,
  type Instant,
  openLedger,
  type SessionRow,
  XueshiError,
} from '@xueshi/core'
import {
  type FeedKey,
  type FeedScope,
  feedHandler,
  issueFeedToken,
  nextState,
  type RedactionLevel,
} from '@xueshi/ical'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { HTTPException } from 'hono/http-exception'

export interface PlatformOptions {
  readonly dataset: Dataset
  readonly config: Config
  /** The day whose end is judged. */
  readonly asOf: CivilDate
  /** The first key issues feed tokens, all of them open feeds. */
  readonly keys: readonly FeedKey[]
  /** What the platform's own staff and programs show; a real platform has its own log-in. */
  readonly staffToken: string
  readonly now: () => Instant
}

export function createPlatform({ dataset, config, asOf, keys, staffToken, now }: PlatformOptions): Hono {
  const ledger = openLedger(dataset, config, { asOf })
  const revoked = new Set<string>()
  let source = { dataset, published: nextState(null, dataset, now()) }
  const publish = () => {
    const changed = ledger.dataset()
    source = { dataset: changed, published: nextState(source.published, changed, now()) }
  }

  const app = new Hono()
  const feeds = feedHandler({
    source: () => source,
    keys,
    revoked,
    now,
    calendars: { domain: 'calendar.county.example' },
    onError: (error) => console.error(error),
  })
  app.all('/feeds/*', (context) => feeds(context.req.raw))

  const staff = bearerAuth({ token: staffToken })
  for (const path of ['/standing/*', '/sessions/*', '/feed-tokens', '/feed-tokens/*']) app.use(path, staff)
  app.get('/standing/members/:id', (context) => {
    const { member, summary, findings } = ledger.standingOfMember(context.req.param('id'))
    return context.json({ member, asOf: ledger.asOf, summary, findings: findings.map(plain) })
  })
  app.get('/standing/organizations/:id', (context) => {
    const { organization, summary, findings } = ledger.standingOfOrganization(context.req.param('id'))
    return context.json({ organization, asOf: ledger.asOf, summary, findings: findings.map(plain) })
  })
  app.put('/sessions/:id', async (context) => {
    const row = (await context.req.json()) as Omit<SessionRow, 'id'>
    const problems = ledger.hold({ ...row, id: context.req.param('id') })
    publish()
    return context.json({ problems: problems.map(({ code, message }) => ({ code, message })) })
  })
  app.post('/feed-tokens', async (context) => {
    const { level, serial, ...scope } = (await context.req.json()) as FeedScope & {
      level?: RedactionLevel
      serial?: number
    }
    const { id, path } = issueFeedToken(scope, {
      keys,
      ...(level && { level }),
      ...(serial && { serial }),
    })
    return context.json({ id, path: `/feeds/${path}` }, 201)
  })
  app.delete('/feed-tokens/:id', (context) => {
    revoked.add(context.req.param('id'))
    return context.body(null, 204)
  })
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (!(error instanceof XueshiError)) {
      console.error(error)
      return context.text('Internal server error', 500)
    }
    const unknown = error.code === 'unknown-subject' || error.code === 'unknown-organization'
    return context.json({ code: error.code, message: error.message }, unknown ? 404 : 400)
  })
  return app
}

function plain(finding: Finding) {
  const { rule, verdict, window } = finding
  return { rule, verdict, window: window.key, message: finding.message() }
}

/**
 * Starts the platform over a synthetic county and prints where to look.
 *
 *     node src/main.ts
 */
import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { buildDataset, defineConfig } from '@xueshi/core'
import { type FeedScope, issueFeedToken } from '@xueshi/ical'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { createPlatform } from './platform.ts'

// A real platform reads both from where it keeps its passwords.
const keys = [{ id: 'k1', secret: process.env.FEED_SECRET ?? randomBytes(32).toString('hex') }]
const staffToken = process.env.STAFF_TOKEN ?? randomBytes(16).toString('hex')

const dataset = buildDataset(sampleCounty({ members: 300 }).rows)
const app = createPlatform({
  dataset,
  config: defineConfig(national.presets.organ),
  asOf: dataset.covers.to,
  keys,
  staffToken,
  now: () => new Date().toISOString(),
})

const port = Number(process.env.PORT ?? 8710)
serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: bound }) => {
  const here = `http://127.0.0.1:${bound}`
  const feed = (scope: FeedScope) => `${here}/feeds/${issueFeedToken(scope, { keys }).path}`
  const branch = dataset.organizations.find(({ kind }) => kind === 'branch')!
  const member = dataset.members.find((person) => person.branch === branch.id)!
  console.log(`${branch.name}: ${feed({ kind: 'organization', id: branch.id })}`)
  console.log(`a member: ${feed({ kind: 'member', id: member.id })}`)
  console.log(`curl -H 'Authorization: Bearer ${staffToken}' ${here}/standing/members/${member.id}`)
})

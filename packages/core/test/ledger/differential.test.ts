import {
  buildDataset,
  type Config,
  type ConfigEntry,
  type CreditPolicy,
  check,
  type Dataset,
  defineConfig,
  definePlugin,
  defineRule,
  type Finding,
  type Ledger,
  openLedger,
  type Requirement,
  type Rule,
} from '@xueshi/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../../test/runs.ts'
import { BATTERY } from '../reference/battery.ts'
import { county } from '../reference/county.ts'
import { apply, event } from './random-events.ts'
import { RowsModel } from './rows-model.ts'

const text = { 'zh-CN': '测试', en: 'test' }
const meta = {
  title: text,
  strength: 'must',
  assurance: 'secondary',
  parameters: {},
  citations: [{ instrument: '测试规定', articleConfirmed: false, assurance: 'secondary' }],
  uncoded: [],
  summary: text,
} satisfies Partial<Requirement>

/** Rules as functions, over tables that events change. */
const functions: readonly Rule[] = [
  defineRule({
    ...meta,
    id: 'member/attends-something',
    subject: 'member',
    who: { status: ['full'] },
    window: { anyDay: true },
    reads: ['attendance'],
    judge: ({ id }, { dataset }) => {
      const measured = dataset.attendanceOf(id).filter((row) => row.status === 'present').length
      return { verdict: measured >= 2 ? 'met' : 'breached', measured, required: 2 }
    },
  }),
  defineRule({
    ...meta,
    id: 'branch/holds-something',
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { each: 'half-year' },
    reads: ['sessions'],
    judge: ({ id }, { dataset, window }) => {
      const measured = dataset.sessions.filter(
        (session) =>
          session.organization === id &&
          session.start.slice(0, 10) >= window.from &&
          session.start.slice(0, 10) <= window.to!,
      ).length
      return { verdict: measured > 0 ? 'met' : 'breached', measured, required: 1 }
    },
  }),
  defineRule({
    ...meta,
    id: 'session/somebody-came',
    subject: 'session',
    who: { kind: ['branch', 'group'] },
    window: { session: true },
    reads: ['sessions', 'attendance'],
    judge: ({ id }, { dataset }) => {
      const measured = dataset.attendanceAt(id).filter((row) => row.status !== 'absent').length
      return { verdict: measured > 0 ? 'met' : 'breached', measured, required: 1 }
    },
  }),
  defineRule<number>({
    ...meta,
    id: 'county/records-of-members',
    subject: 'organization',
    who: { kind: ['county-committee', 'organ-committee', 'branch'] },
    window: { each: 'year' },
    reads: ['attendance', 'members'],
    over: 'members',
    empty: 0,
    collect: ({ id }, { dataset }) => dataset.attendanceOf(id).length,
    merge: (a, b) => a + b,
    judge: (_, measured) => ({ verdict: measured > 3 ? 'met' : 'breached', measured, required: 4 }),
  }),
  defineRule({
    ...meta,
    id: 'post/of-a-member-here',
    subject: 'post',
    who: { post: { roles: ['secretary'], in: ['branch'] } },
    window: { anyDay: true },
    reads: ['members'],
    judge: ({ member, organization }, { dataset, asOf, size }) => ({
      verdict: dataset.placeOn(member!, asOf).branch === organization ? 'met' : 'breached',
      measured: size(organization!, 'members'),
    }),
  }),
]

function plugin(name: string, rules: readonly Rule[]) {
  return definePlugin({ name, version: '1.0.0', title: text, rules: [...rules], presets: {} })
}

const requirements: ConfigEntry = {
  name: 'requirements',
  plugins: [plugin('battery', BATTERY)],
  rules: Object.fromEntries(BATTERY.map((rule) => [`battery/${rule.id}`, 'warn'])),
}
const local: ConfigEntry = {
  name: 'local',
  when: { under: ['organ'] },
  rules: { 'battery/member/gap': 'error', 'battery/branch/month': 'error' },
}
const further: ConfigEntry = {
  name: 'functions',
  plugins: [plugin('functions', functions)],
  rules: Object.fromEntries(functions.map((rule) => [`functions/${rule.id}`, 'error'])),
}

/** All that a finding says. */
function saying(finding: Finding) {
  const { fingerprint, rule, subject, organization, window, verdict, level, measured, required } = finding
  const { unit, alternatives, due, citations } = finding
  const messages = [finding.message(), finding.message('en')]
  return {
    ...{ fingerprint, rule, subject, organization, window, verdict, level, measured, required },
    ...{ unit, alternatives, due, citations, messages },
  }
}

/** Compares every standing with a check of a dataset. */
function expectStandings(ledger: Ledger, dataset: Dataset, config: Config): void {
  const { asOf } = ledger
  const report = check(dataset, config, { asOf, allVerdicts: true })
  for (const { id } of dataset.members) {
    const expected = report.findings.filter(
      ({ subject }) =>
        (subject.kind === 'member' && subject.id === id) ||
        (subject.kind === 'post' && subject.id.startsWith(`${id}@`)),
    )
    expect(ledger.standingOfMember(id).findings.map(saying)).toEqual(expected.map(saying))
  }
  for (const { id } of dataset.organizations) {
    const standing = ledger.standingOfOrganization(id)
    const expected = report.findings.filter(
      ({ subject }) => subject.kind === 'organization' && subject.id === id,
    )
    expect(standing.findings.map(saying)).toEqual(expected.map(saying))
    const below = check(dataset, config, { asOf, under: id })
    expect(standing.rules).toEqual(below.rules)
    expect(standing.summary).toEqual(below.summary)
  }
}

const CREDITS: readonly Partial<CreditPolicy>[] = [
  {},
  { minutesPerHour: 45, dailyCap: 6, countedKinds: ['self-study', 'online-study'] },
  { halfDayCap: 3, dayHours: 6, online: { minimumMinutes: 30, recordCap: 2, yearlyCap: 4 } },
]

const DAYS = ['2025-06-30', '2025-12-31', '2026-02-15'] as const

test.each(DAYS)('after random events the standings are those of a check, as of %s', (asOf) => {
  const run = fc.property(
    county,
    fc.array(event, { minLength: 1, maxLength: 12, size: '+1' }),
    fc.constantFrom(0, 1, 4),
    fc.boolean(),
    fc.constantFrom(...CREDITS),
    ({ rows }, events, asking, withFunctions, credit) => {
      const config = withFunctions
        ? defineConfig(requirements, local, further)
        : defineConfig(requirements, local, { name: 'credit', credit })
      const model = new RowsModel(rows)
      const ledger = openLedger(buildDataset(rows), config, { asOf })
      events.forEach((one, i) => {
        // Standings asked for in between must not be remembered beyond what is true.
        if (asking > 0 && i % asking === 0) {
          ledger.standingOfOrganization('county')
          ledger.standingOfOrganization('br1')
        }
        apply(one, ledger, model)
      })
      const rebuilt = model.dataset()
      expectStandings(ledger, rebuilt, config)
      expect(ledger.dataset().hash).toBe(rebuilt.hash)
    },
  )
  fc.assert(run, { numRuns: runs(25), seed: Number(asOf.replaceAll('-', '')), endOnFailure: true })
})

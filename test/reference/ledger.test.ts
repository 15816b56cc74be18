/** All national rules over the sample county: what a ledger says after events is what a check says. */
import { buildDataset, check, defineConfig, type Finding, type Ledger, openLedger } from '@xueshi/core'
import national from '@xueshi/national'
import { sampleCounty } from '@xueshi/testing'
import { expect, test } from 'vitest'

const AS_OF = '2025-12-31'
const EVENTS = 300
const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)

function saying(finding: Finding): string {
  const { fingerprint, rule, organization, window, verdict, measured, required, due } = finding
  const said = [fingerprint, rule, organization, window, verdict, measured, required, due]
  return JSON.stringify([...said, finding.alternatives, finding.message(), finding.message('en')])
}

/** Whole numbers below a bound, the same ones in each run. */
function numbers(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

function happen(ledger: Ledger, random: (bound: number) => number): void {
  const { members, sessions, posts, organizations } = ledger.dataset()
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
  const branches = organizations.filter(({ kind }) => kind === 'branch')
  for (let i = 0; i < EVENTS; i++) {
    const date = `2025-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
    const member = pick(members).id
    const session = pick(sessions).id
    const organization = pick(branches).id
    const kinds = [
      pick(['theme-day', 'party-lecture', 'committee-meeting', 'central-training', 'online-study']),
    ]
    const held = {
      organization,
      kinds,
      start: `${date}T09:00+08:00`,
      end: `${date}T11:00+08:00`,
      status: 'held',
    }
    const ended = pick(posts)
    const events = [
      () => ledger.hold({ ...held, id: i % 4 === 0 ? session : `new-${i}`, participants: [member] }),
      () => ledger.transfer({ member, organization, from: date }),
      () =>
        ledger.appoint({ member, organization, role: pick(['secretary', 'committee-member']), from: date }),
      () => ledger.dismiss({ ...ended, to: date }),
      () => ledger.withdraw(session, member),
      () => ledger.correct({ session, member, status: pick(['present', 'excused', 'absent']) }),
      () => ledger.record({ session, member, status: 'present', hours: 2 }),
      () => ledger.record({ session, member, status: 'made-up', makeUpSession: pick(sessions).id }),
    ]
    pick(events)()
    // What was asked for before an event must not be what is answered after it.
    if (i % 7 === 0) ledger.standingOfMember(member)
    if (i % 9 === 0) ledger.standingOfOrganization(pick(organizations).id)
  }
}

test('after random events every member and organization stands as a check says, by every national rule', () => {
  const { rows } = sampleCounty({ members: 200, seed: 3 })
  const ledger = openLedger(buildDataset(rows), config, { asOf: AS_OF })
  happen(ledger, numbers(7919))
  const dataset = ledger.dataset()
  const { findings } = check(dataset, config, { asOf: AS_OF, allVerdicts: true })
  expect(findings.length).toBeGreaterThan(1000)
  const expected = new Map<string, string[]>()
  for (const finding of findings) {
    const { kind, id } = finding.subject
    const owner = kind === 'post' ? `member ${id.slice(0, id.lastIndexOf('@'))}` : `${kind} ${id}`
    expected.set(owner, [...(expected.get(owner) ?? []), saying(finding)])
  }
  for (const { id } of dataset.members)
    expect(ledger.standingOfMember(id).findings.map(saying)).toEqual(expected.get(`member ${id}`) ?? [])
  for (const { id } of dataset.organizations) {
    const standing = ledger.standingOfOrganization(id)
    expect(standing.findings.map(saying)).toEqual(expected.get(`organization ${id}`) ?? [])
    expect(standing.rules).toEqual(check(dataset, config, { asOf: AS_OF, under: id }).rules)
  }
})

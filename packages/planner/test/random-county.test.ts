import { buildDataset } from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCounty } from './random-county.ts'

describe('random counties', () => {
  it('are clean', () => {
    fc.assert(
      fc.property(randomCounty, (rows) => {
        const { problems, trustworthy } = buildDataset(rows)
        expect(problems).toEqual([])
        expect(trustworthy).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('have what makes a year crooked', () => {
    const counties = fc.sample(randomCounty, { numRuns: 100, seed: 1 }).map((rows) => buildDataset(rows))
    const share = (is: (dataset: (typeof counties)[number]) => boolean) => counties.filter(is).length
    const kinds = [
      'organ-committee',
      'general-branch',
      'study-group',
      'group',
      'party-committee',
      'leadership-group',
    ]
    for (const kind of kinds)
      expect([
        kind,
        share(({ organizations }) => organizations.some((one) => one.kind === kind)) >= 10,
      ]).toEqual([kind, true])
    for (const status of ['full', 'probationary', 'candidate', 'activist', 'applicant'])
      expect([status, share(({ members }) => members.some((one) => one.status === status)) >= 10]).toEqual([
        status,
        true,
      ])
    for (const tag of ['frail', 'mobile', 'retired'])
      expect([
        tag,
        share(({ members }) => members.some(({ tags }) => tags.some((one) => one.startsWith(tag)))) >= 10,
      ]).toEqual([tag, true])
    expect(share(({ members }) => members.length >= 20)).toBeGreaterThan(30)
    expect(Math.max(...counties.map(({ members }) => members.length))).toBeGreaterThan(80)
    expect(share(({ members }) => members.some(({ leftOn }) => leftOn !== null))).toBeGreaterThan(20)
    // Moves within the year, leaders of two lives, lecturers of branches, new secretaries.
    expect(
      share((dataset) =>
        dataset.members.some(
          ({ id }) => dataset.placeOn(id, '2026-01-01').branch !== dataset.placeOn(id, '2026-12-31').branch,
        ),
      ),
    ).toBeGreaterThan(20)
    expect(share(({ posts }) => posts.some(({ role }) => role === 'leadership-secretary'))).toBeGreaterThan(
      20,
    )
    expect(share(({ lecturers }) => lecturers.some(({ member }) => member !== null))).toBeGreaterThan(20)
    expect(share(({ posts }) => posts.some(({ from }) => from.startsWith('2026')))).toBeGreaterThan(10)
  })
})

import { buildDataset, check, type DatasetRows, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { describe, expect, it } from 'vitest'
import { attendedRows, plannedRows, takenAsAttended } from '../src/attended.ts'
import { at, dataset, plan, rows, session } from './hand-made.ts'

const lecture = at('lecture', '14:00', '16:00', {
  coHosts: ['b2'],
  kinds: ['theme-day', 'party-lecture'],
  attendees: ['anna', 'cleo'],
  lecturers: ['L1', 'L2', 'bert'],
  topics: ['party-history'],
  observers: ['committee'],
  venue: 'hall',
})
const held = session('held', { status: 'held' })
const cancelled = session('cancelled', { status: 'cancelled' })

describe('rows of a plan', () => {
  it('has sessions that are to come and those called off, under their number in the plan', () => {
    const [first, second, ...rest] = plannedRows(plan(held, lecture, cancelled))
    expect(rest).toEqual([])
    expect(first).toEqual({
      id: 'lecture',
      organization: 'b1',
      coHosts: ['b2'],
      kinds: ['theme-day', 'party-lecture'],
      title: '主题党日',
      start: '2026-03-03T14:00+08:00',
      end: '2026-03-03T16:00+08:00',
      hours: 2,
      mode: 'in-person',
      venue: 'hall',
      lecturers: ['L1', 'L2', 'bert'],
      topics: ['party-history'],
      observers: ['committee'],
      status: 'planned',
      plannedId: 'lecture',
    })
    expect(second).toMatchObject({ id: 'cancelled', status: 'cancelled', plannedId: 'cancelled' })
    for (const column of ['venue', 'lecturers', 'topics', 'coHosts', 'observers'])
      expect(second).not.toHaveProperty(column)
  })

  it('can be read back without a problem', () => {
    const again = buildDataset({ ...rows, sessions: plannedRows(plan(lecture, cancelled)) })
    expect(again.problems).toEqual([])
    expect(again.session('lecture')).toMatchObject({
      status: 'planned',
      plannedId: 'lecture',
      kinds: ['party-lecture', 'theme-day'],
    })
    expect(again.session('cancelled')?.status).toBe('cancelled')
  })

  it('takes everybody invited as present, and as lecturer who lectures', () => {
    const { sessions, attendance } = attendedRows(plan(held, lecture, cancelled), dataset)
    expect(sessions.map(({ id, status }) => `${id} ${status}`)).toEqual(['lecture held'])
    expect(attendance).toEqual([
      { session: 'lecture', member: 'anna', status: 'present', capacity: 'lecturer' },
      { session: 'lecture', member: 'cleo', status: 'present', capacity: 'member' },
      { session: 'lecture', member: 'bert', status: 'present', capacity: 'lecturer' },
    ])
  })
})

describe('a plan taken as attended', () => {
  const config = defineConfig(national.presets.organ, national.presets.organUnconfirmed)
  const verdictOf = (rows: DatasetRows, rule: string, subject: string, window: string) =>
    check(buildDataset(rows), config, { asOf: '2026-12-31', allVerdicts: true }).findings.find(
      (finding) =>
        finding.rule === `national/${rule}` &&
        finding.subject.id === subject &&
        finding.window.key === window,
    )?.verdict

  it('turns a breach of an empty year into a duty that is met', () => {
    const empty = takenAsAttended(rows, plan(), dataset)
    const proof = takenAsAttended(rows, plan(lecture), dataset)
    expect(verdictOf(empty, 'branch/theme-day', 'b1', '2026-03')).toBe('breached')
    expect(verdictOf(proof, 'branch/theme-day', 'b1', '2026-03')).toBe('met')
    expect(verdictOf(proof, 'branch/theme-day', 'b2', '2026-03')).toBe('met')
    expect(verdictOf(proof, 'branch/theme-day', 'b1', '2026-04')).toBe('breached')
    // The table of members speaks of the day of the export: bert has moved since.
    expect(buildDataset(proof).problems.map(({ code, value }) => `${code} ${value}`)).toEqual([
      'affiliation-conflict bert',
    ])
  })

  it('covers the year to its end, and what was covered before', () => {
    const told = (year: number, statement: NonNullable<DatasetRows['export']>) => {
      const own: DatasetRows = { ...rows, export: statement }
      return takenAsAttended(own, { ...plan(), year }, buildDataset(own)).export
    }
    expect(
      told(2026, [{ exportedOn: '2025-11-30', from: '2024-01-01', to: '2025-11-30', source: '省平台' }]),
    ).toEqual([{ exportedOn: '2026-12-31', from: '2024-01-01', to: '2026-12-31', source: '省平台' }])
    expect(told(2026, [{ exportedOn: '2027-02-01', from: '2026-03-01', to: '2027-01-31' }])).toEqual([
      { exportedOn: '2027-02-01', from: '2026-01-01', to: '2027-01-31' },
    ])
    expect(told(2026, [])).toEqual([{ exportedOn: '2026-12-31', from: '2026-01-01', to: '2026-12-31' }])
  })

  it('puts the plan in the place of what the data knew of it, and leaves what was held', () => {
    const earlier: DatasetRows = {
      ...rows,
      sessions: [
        {
          id: 'held',
          organization: 'b1',
          kinds: ['theme-day'],
          start: '2026-01-05T09:00+08:00',
          status: 'held',
        },
        {
          id: 'lecture',
          organization: 'b1',
          kinds: ['theme-day'],
          start: '2026-03-02T09:00+08:00',
          status: 'planned',
        },
        {
          id: 'P-7',
          plannedId: 'cancelled',
          organization: 'b1',
          kinds: ['theme-day'],
          start: '2026-05-06T09:00+08:00',
        },
        { id: 'class', organization: 'committee', kinds: ['rotation-training'], start: '2026-06-01' },
      ],
      attendance: [
        { session: 'held', member: 'anna', status: 'present' },
        { session: 'lecture', member: 'bert', status: 'excused' },
        { session: 'P-7', member: 'anna', status: 'present' },
      ],
    }
    const proof = takenAsAttended(earlier, plan(held, lecture, cancelled), buildDataset(earlier))
    expect(proof.sessions.map(({ id, status, start }) => `${id} ${status} ${start.slice(0, 10)}`)).toEqual([
      'held held 2026-01-05',
      'class planned 2026-06-01',
      'lecture held 2026-03-03',
    ])
    expect(proof.attendance?.map(({ session, member }) => `${session} ${member}`)).toEqual([
      'held anna',
      'lecture anna',
      'lecture cleo',
      'lecture bert',
    ])
    const built = buildDataset(proof)
    expect(built.problems.map(({ code }) => code)).toEqual(['affiliation-conflict'])
    // The class of June would have been held by the end of the year: nobody has said so.
    expect(built.session('class')?.status).toBe('planned')
  })
})

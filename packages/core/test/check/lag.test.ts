import { describe, expect, test } from 'vitest'
import { findingsOf, requirement, verdictsOf } from './fixture.ts'

const base = { id: 'm', name: '甲某', organization: 'b' }
const covers = { from: '2023-01-01', to: '2025-12-31' }

const probation = requirement({
  id: 'probation/period',
  subject: 'member',
  who: { status: ['probationary', 'full'] },
  window: { between: ['admitted', 'full-member'] },
  demand: { measure: 'lag', atLeast: 'P1Y', atMost: 'P2Y' },
})
const dated = (admittedOn: string, fullOn?: string) => ({
  covers,
  members: [
    {
      ...base,
      status: fullOn === undefined ? 'probationary' : 'full',
      admittedOn,
      ...(fullOn === undefined ? {} : { fullOn }),
    },
  ],
})

describe('from one milestone to the next', () => {
  test.each([
    ['a day early', '2024-02-29', '2025-02-27', '2025-12-31', 'breached', 364],
    ['on the first day that is not too early', '2024-02-29', '2025-02-28', '2025-12-31', 'met', 365],
    ['on the last day in time', '2023-01-31', '2025-01-31', '2025-12-31', 'met', 731],
    ['a day late', '2023-01-31', '2025-02-01', '2025-12-31', 'breached', 732],
    ['not closed, young', '2025-06-01', undefined, '2025-12-31', 'pending', 213],
    ['not closed, on the last day in time', '2023-06-01', undefined, '2025-06-01', 'pending', 731],
    ['not closed, a day after it', '2023-06-01', undefined, '2025-06-02', 'breached', 732],
    ['closed after the day of the check', '2023-06-01', '2025-06-10', '2025-06-01', 'pending', 731],
  ])('%s', (_, admittedOn, fullOn, asOf, verdict, days) => {
    const [finding] = findingsOf([probation], dated(admittedOn, fullOn), asOf)
    expect(finding).toMatchObject({ verdict, measured: days, unit: 'day' })
  })

  test('pending says until when', () => {
    const [finding] = findingsOf([probation], dated('2025-06-01'))
    expect(finding).toMatchObject({ verdict: 'pending', due: '2027-06-01', window: { to: null } })
    expect(finding!.message()).toBe(
      'probation/period（2025-06-01..）：尚未完成，自 2025-06-01（支部大会接收为预备党员）起已 213 天，尚未转为正式党员，不得早于 2026-06-01、不得晚于 2027-06-01，最迟 2027-06-01',
    )
  })

  test('breached says from when to when', () => {
    const [finding] = findingsOf([probation], dated('2024-02-29', '2025-02-27'))
    expect(finding).toMatchObject({ measured: 364, required: 365 })
    expect(finding!.message('en')).toContain(
      '364 days from 2024-02-29 (admission by the branch meeting) to 2025-02-27 (becoming a full member), not before 2025-02-28, not after 2026-02-28',
    )
  })

  test('a closing milestone before the opening one cannot be told', () => {
    const members = [{ ...base, status: 'full', admittedOn: '2025-03-01', fullOn: '2025-02-01' }]
    const [finding] = findingsOf([probation], { covers, members })
    expect(finding!.verdict).toBe('unknown')
  })
})

describe('a shortest time alone', () => {
  const wait = requirement({
    id: 'development/wait',
    subject: 'member',
    who: { status: ['activist', 'candidate'] },
    window: { between: ['activist', 'candidate'] },
    demand: { measure: 'lag', atLeast: 'P1Y' },
  })
  const activist = { covers, members: [{ ...base, status: 'activist', activistOn: '2024-05-10' }] }
  test('is pending without due until whatever comes is late enough, then met', () => {
    expect(findingsOf([wait], activist, '2025-05-08')[0]).toMatchObject({ verdict: 'pending', due: null })
    expect(verdictsOf([wait], activist, '2025-05-09')).toEqual({ 'm 2024-05-10..': 'met' })
  })
})

describe('coverage', () => {
  const oath = requirement({
    id: 'development/oath',
    subject: 'member',
    who: { status: ['probationary', 'full'] },
    window: { between: ['admitted', { act: 'oath' }] },
    demand: { measure: 'lag', atMost: 'P3M' },
  })
  const sworn = (date?: string) => ({
    ...dated('2024-11-15'),
    covers: { from: '2025-01-01', to: '2025-12-31' },
    acts: date === undefined ? [] : [{ id: 'a', kind: '入党宣誓', date, member: 'm' }],
  })
  test.each([
    ['in time', '2025-02-15', 'met'],
    ['late, but an earlier one may not be covered', '2025-02-16', 'unknown'],
    ['none, and one may not be covered', undefined, 'unknown'],
  ])('of acts: %s', (_, date, verdict) => {
    const [finding] = findingsOf([oath], sworn(date))
    expect(finding!.verdict).toBe(verdict)
    if (verdict === 'unknown') expect(finding!.message()).toContain('2024-11-15..2024-12-31')
  })
  test('of acts where all days are covered', () => {
    expect(verdictsOf([oath], { ...sworn('2025-02-16'), covers })).toEqual({ 'm 2024-11-15..': 'breached' })
    expect(verdictsOf([oath], { ...sworn(), covers })).toEqual({ 'm 2024-11-15..': 'breached' })
    expect(verdictsOf([oath], { ...sworn(), covers }, '2025-02-15')).toEqual({ 'm 2024-11-15..': 'pending' })
  })
  test('without the table of acts unknown', () => {
    const [finding] = findingsOf([oath], dated('2024-11-15'))
    expect(finding!.message()).toContain('没有“记录”表')
  })
  test('milestones are cells: what is blank did not happen, unless after the end of the data', () => {
    const late = { ...dated('2023-06-01'), covers: { from: '2025-01-01', to: '2025-12-31' } }
    expect(verdictsOf([probation], late)['m 2023-06-01..']).toBe('breached')
    const early = { ...dated('2023-06-01'), covers: { from: '2023-01-01', to: '2025-05-31' } }
    expect(verdictsOf([probation], early)['m 2023-06-01..']).toBe('unknown')
  })
})

test('a lag with another demand', () => {
  const both = requirement({
    id: 'branch/founded',
    subject: 'organization',
    who: { kind: ['branch'] },
    window: { between: [{ act: 'founding-request' }, { act: 'founding-reply' }] },
    demand: {
      allOf: [
        { measure: 'lag', atMost: 'P1M' },
        { measure: 'acts', count: { acts: ['founding-reply'] }, atMost: 1 },
      ],
    },
  })
  const act = (id: string, kind: string, date: string) => ({ id, kind, date, organization: 'b' })
  const acts = [act('a', '成立请示', '2025-03-01'), act('c', '成立批复', '2025-04-02')]
  const [finding] = findingsOf([both], { acts })
  expect(finding!.verdict).toBe('breached')
  expect(finding!.alternatives).toEqual([
    { measured: 32, required: 31, unit: 'day', met: false },
    { measured: 1, required: 1, unit: 'session', met: true },
  ])
})

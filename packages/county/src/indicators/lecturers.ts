import type { Indicator, IndicatorContext, Lecturer } from '@xueshi/core'
import { groupedBy, remembered } from '../data/remembered.ts'
import { words } from '../wording.ts'
import { count, perEach, UNIT } from './figures.ts'
import { heldIn, homeOf } from './held.ts'
import { sessionsHeld } from './sessions.ts'

function bankOf(organization: string, { dataset, to }: IndicatorContext): readonly Lecturer[] {
  const { lecturers } = dataset
  const index = remembered(lecturers, `by home ${to}`, () =>
    groupedBy(lecturers, (lecturer) => {
      const home = homeOf(dataset, lecturer.organization, lecturer.member, to)
      return home === null ? [] : [home]
    }),
  )
  return index.get(organization) ?? []
}

/** Sessions at which a lecturer of the bank taught: named by member, by id or by name. */
function taught({ id, member, name }: Lecturer, context: IndicatorContext): number {
  const held = heldIn(context)
  const index = remembered(held, 'by lecturer', () => groupedBy(held, ({ lecturers }) => lecturers))
  const words = new Set([id, name, ...(member === null ? [] : [member])])
  return new Set([...words].flatMap((word) => index.get(word) ?? [])).size
}

/** Lectures, and the load of the lecturers of the bank. */
export const lecturers: readonly Indicator[] = [
  sessionsHeld(
    'lectures/party-history',
    words('党史宣讲（党课）', 'Party lectures on Party history'),
    ({ kinds, topics }) => kinds.includes('party-lecture') && topics.includes('party-history'),
  ),
  count({
    id: 'lecturers/bank',
    title: words('师资库讲师', 'lecturers of the bank'),
    summary: words(
      '师资库中的讲师，按其组织（没有填的按本人所在支部，再没有的按最上级）计',
      'lecturers of the register by organization, else own branch, else the top',
    ),
    unit: UNIT.persons,
    reads: ['organizations', 'members', 'lecturers'],
    over: 'organizations',
    of: (organization, context) => bankOf(organization, context).length,
  }),
  count({
    id: 'lecturers/idle',
    title: words('期内没有授课的讲师', 'lecturers who did not teach'),
    summary: words(
      '师资库中期内没有主讲过任何活动的讲师',
      'lecturers of the register who taught at no session',
    ),
    unit: UNIT.persons,
    reads: ['organizations', 'members', 'lecturers', 'sessions'],
    over: 'organizations',
    of: (organization, context) =>
      bankOf(organization, context).filter((lecturer) => taught(lecturer, context) === 0).length,
  }),
  perEach({
    id: 'lecturers/load',
    title: words('讲师人均授课', 'sessions per lecturer'),
    summary: words(
      '师资库讲师期内主讲的活动次数，按讲师人数平均',
      'sessions taught by lecturers of the register, per lecturer',
    ),
    unit: UNIT.sessions,
    reads: ['organizations', 'members', 'lecturers', 'sessions'],
    over: 'organizations',
    of: (organization, context) => {
      const bank = bankOf(organization, context)
      return [bank.reduce((sum, lecturer) => sum + taught(lecturer, context), 0), bank.length]
    },
  }),
]

import { formatDate } from '@xueshi/core'
import type { Programme } from './agenda.ts'
import type { Answer } from './answers.ts'
import { attend } from './attendance.ts'
import { plantBranchFaults } from './branch-faults.ts'
import { peopleOf } from './changes.ts'
import { plantHourFaults } from './hour-faults.ts'
import { plantLeaderFaults } from './leader-faults.ts'
import { planLectures } from './lectures.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { Random } from './random.ts'

/** What planting needs: draws, the number of cases for the size of the county, and where answers go. */
export interface Planting {
  readonly tree: Tree
  readonly settings: Settings
  readonly random: Random
  /** So many cases in a county of 10,000, at least one. */
  count(inTenThousand: number): number
  breach(
    rule: string,
    kind: Answer['subject']['kind'],
    id: string,
    window: string,
    zh: string,
    en: string,
  ): void
}

/**
 * Plants the faults of the last year and answers which duties they breach, from the construction alone.
 * Where faults are off the lectures of the secretaries are planned all the same.
 */
export function plant(tree: Tree, settings: Settings): Answer[] {
  const answers: Answer[] = []
  const random = new Random(settings.seed, 'faults')
  const planting: Planting = {
    tree,
    settings,
    random,
    count: (k) => Math.max(1, Math.round((k * settings.members) / 10_000)),
    breach: (rule, kind, id, window, zh, en) =>
      answers.push({ rule: `national/${rule}`, subject: { kind, id }, window, note: { 'zh-CN': zh, en } }),
  }
  planLectures(planting)
  if (!settings.faults) return answers
  plantLeaderFaults(planting)
  plantBranchFaults(planting)
  plantHourFaults(planting)
  return answers
}

/** Breaches that follow from when the absent were last seen; needs the programme of the year. */
export function plantedAbsences(programme: Programme, answers: Answer[]): void {
  const { settings, tree } = programme
  for (const person of peopleOf(tree)) {
    const { conduct } = person
    if (conduct.kind !== 'away' || conduct.excused || conduct.hours) continue
    const done = attend(person, settings.year, programme)
    if (done.lastLife === null || done.central || done.hours >= 2600)
      throw new Error(`${person.id}: the absence cannot be planted`)
    const subject = { kind: 'member', id: person.id } as const
    const note = {
      'zh-CN': `自${formatDate(done.lastLife)}起未参加组织生活，无请假`,
      en: `no organizational life since ${formatDate(done.lastLife)}, no leave`,
    }
    answers.push(
      {
        rule: 'national/member/absence-6-months',
        subject,
        window: `since-${formatDate(done.lastLife)}`,
        note,
      },
      { rule: 'national/member/annual-hours', subject, window: `${settings.year}`, note },
      { rule: 'national/member/annual-central-training', subject, window: `${settings.year}`, note },
    )
  }
}

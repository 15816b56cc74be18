import { formatDate } from '@xueshi/core'
import { type Programme, programmeOf } from './agenda.ts'
import type { Answer } from './answers.ts'
import { attend } from './attendance.ts'
import { plantBranchFaults } from './branch-faults.ts'
import { peopleOf } from './changes.ts'
import { plantCommitteeFaults } from './committee-faults.ts'
import { plantDevelopmentFaults } from './development-faults.ts'
import { plantHourFaults } from './hour-faults.ts'
import { plantLeaderFaults } from './leader-faults.ts'
import { planLectures } from './lectures.ts'
import { plantMeetingFaults } from './meeting-faults.ts'
import type { Settings } from './options.ts'
import { plantFoundings, plantOrganFaults } from './organ-faults.ts'
import type { Tree } from './organizations.ts'
import { plantPersonFaults } from './person-faults.ts'
import type { Planting } from './planting.ts'
import { Random } from './random.ts'

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
  plantOrganFaults(planting)
  plantFoundings(planting)
  plantCommitteeFaults(planting)
  plantPersonFaults(planting)
  plantDevelopmentFaults(planting)
  const programme = programmeOf(tree, settings)
  plantMeetingFaults(planting, programme)
  plantedAbsences(programme, answers)
  return distinct(answers)
}

/** One fault may follow from two others. */
function distinct(answers: readonly Answer[]): Answer[] {
  const keys = new Set<string>()
  return answers.filter(({ rule, subject, window }) => {
    const key = `${rule} ${subject.id} ${window}`
    if (keys.has(key)) return false
    keys.add(key)
    return true
  })
}

/** Breaches that follow from when the absent were last seen; needs the programme of the year. */
function plantedAbsences(programme: Programme, answers: Answer[]): void {
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

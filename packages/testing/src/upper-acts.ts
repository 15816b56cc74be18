import { type Deed, DeedList } from './acts.ts'
import type { Organ, Unit } from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { workdaysOf } from './workdays.ts'

/** What leadership, study centre group and committees of an organ record in a year. */
export function organActs(organ: Organ, year: number, settings: Settings): readonly Deed[] {
  const deeds = new DeedList(`${organ.leadership.id}-${year}-B`, settings)
  const last = year === settings.year
  const day = (month: number, at: number) => workdaysOf(year, month)[(at + organ.index) % 15]!
  const omits = (unit: Unit, what: Parameters<Unit['omitted']['has']>[0]) => last && unit.omitted.has(what)
  const { study, leadership, committees } = organ
  if (!omits(study, 'study-plan'))
    deeds.enter('study-plan', day(1, 2), {
      unit: study,
      topics: omits(study, 'plan-topic') ? ['政治理论'] : ['政治理论', '党史'],
    })
  if (!omits(study, 'study-report')) deeds.enter('study-report', day(12, 3), { unit: study })
  const basic = committees.filter(({ kind }) => kind === 'organ-committee')
  if (leadership.kind === 'party-committee') basic.push(leadership)
  for (const unit of basic) {
    if (!omits(unit, 'education-report')) deeds.enter('education-report', day(12, 1), { unit })
    if (!omits(unit, 'activist-analysis')) deeds.enter('activist-analysis', day(6, 4), { unit })
  }
  for (const unit of committees)
    if (year === settings.firstYear)
      for (const on of unit.elections) deeds.enter('election', on, { unit, note: '换届选举' })
  const reported = workdaysOf(year, 12)[13]!
  for (const post of organ.committeePosts)
    if (post.role === 'secretary' && post.from <= reported && post.to >= reported)
      if (!(last && post.person.omitted.has('duty-report')))
        deeds.enter('duty-report', reported, { unit: post.unit, person: post.person })
  return deeds.deeds
}

/** What county committee and working committee record in a year. */
export function countyActs(tree: Tree, year: number, settings: Settings): readonly Deed[] {
  const { county, workingCommittee } = tree
  const deeds = new DeedList(`GW-${year}-B`, settings)
  const day = (month: number, at: number) => workdaysOf(year, month)[at]!
  const enter = (kind: 'special-study' | 'development-report' | 'activist-analysis', month: number) => {
    if (!(year === settings.year && county.omitted.has(kind)))
      deeds.enter(kind, day(month, 7), { unit: county })
  }
  enter('special-study', 3)
  enter('development-report', 12)
  enter('activist-analysis', 6)
  for (let month = 1; month <= 12; month++)
    deeds.enter('online-inspection', day(month, 4), { unit: workingCommittee, topics: ['政治理论'] })
  for (const month of [3, 6, 9, 12])
    deeds.enter('bulletin', day(month, 12), {
      unit: workingCommittee,
      note: `第${month / 3}季度党员教育情况通报`,
    })
  return deeds.deeds
}

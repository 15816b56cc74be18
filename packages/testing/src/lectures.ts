import { isMemberThroughout, type Organ, type Post } from './model.ts'
import type { Planting } from './planting.ts'

/** The secretary of each leadership lectures in the own branch once in the year; some do not, planted. */
export function planLectures(planting: Planting): void {
  const { tree, settings, random } = planting
  for (const organ of tree.organs) {
    const first = organ.leaders[0]!.person
    first.stays[0]!.branch.earlierLecturer = first
  }
  const organs = tree.organs.filter((organ) => headOf(organ, planting) !== undefined)
  const failing = settings.faults ? Math.min(planting.count(5), organs.length - 1) : 0
  const chosen = new Set(random.shuffled(organs).slice(0, failing))
  let nth = 0
  for (const organ of organs) {
    const { person, unit, role } = headOf(organ, planting)!
    const branch = person.stays[0]!.branch
    const month = random.int(3, 11)
    if (!chosen.has(organ)) {
      branch.lecture = { by: person, month, record: random.chance(0.3) ? 'named' : 'row' }
      continue
    }
    const records = [null, 'cancelled', 'listener', 'other-kind'] as const
    const record = records[nth++ % records.length]!
    if (record !== null) branch.lecture = { by: person, month, record }
    planting.breach(
      'party-group/secretary-lecture',
      'post',
      `${person.id}@${unit.id}:${role}`,
      `${settings.year}`,
      {
        cancelled: '党课已取消',
        listener: '只作为听众参加党课',
        'other-kind': '讲的是集体学习，不是党课',
        none: '全年未讲党课',
      }[record ?? 'none'],
      {
        cancelled: 'the lecture was cancelled',
        listener: 'only listened to the lecture',
        'other-kind': 'spoke at a collective study, not at a lecture',
        none: 'no lecture all year',
      }[record ?? 'none'],
    )
  }
}

/** The secretary of the leadership, where the post is held all year. */
export function headOf(organ: Organ, planting: Planting): Post | undefined {
  const { yearFrom, to } = planting.settings
  return organ.leaders.find(
    (post) =>
      (post.role === 'leadership-secretary' || post.role === 'committee-secretary') &&
      post.from <= yearFrom &&
      post.to >= to &&
      isMemberThroughout(post.person, yearFrom, to),
  )
}

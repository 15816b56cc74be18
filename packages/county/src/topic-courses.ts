import { type CivilDate, type Course, type Dataset, XueshiError } from '@xueshi/core'
import { learned } from './data/attended.ts'
import { isHeldBy, liesIn } from './data/sessions.ts'

/** Which topics of a member are looked at. */
export interface TopicGapOptions {
  readonly member: string
  /** Identifiers of TOPICS, or the words of the county, as in `topicsOwed`. */
  readonly topics: readonly string[]
  /** First and last day, inclusive; sessions held by the last count. */
  readonly from: CivilDate
  readonly to: CivilDate
}

/** A topic that is missing, with the courses of the bank that teach it. */
export interface TopicGap {
  readonly topic: string
  /** In order of id. */
  readonly courses: readonly Course[]
}

/**
 * What a member lacks, and which courses teach it (缺什么补什么): the topics of which the member attended no
 * session in the period, in the order given.
 *
 * @throws XueshiError `unknown-subject`.
 * @example
 * ```ts
 * import { buildDataset } from '@xueshi/core'
 * import { topicGaps } from '@xueshi/county'
 *
 * const dataset = buildDataset({
 *   organizations: [{ id: 'b1', name: '第一支部', kind: '党支部' }],
 *   members: [{ id: 'p1', name: '张三', status: '正式党员', organization: 'b1' }],
 *   sessions: [],
 *   courses: [{ id: 'k1', name: '县域经济', topics: ['现代经济'] }],
 *   export: [{ from: '2025-01-01', to: '2025-12-31' }],
 * })
 * const [gap] = topicGaps(dataset, { member: 'p1', topics: ['economy'], from: '2025-01-01', to: '2025-12-31' })
 * console.log(gap?.courses.map(({ name }) => name).join()) // 县域经济
 * ```
 */
export function topicGaps(
  dataset: Dataset,
  { from, member, to, topics }: TopicGapOptions,
): readonly TopicGap[] {
  if (dataset.member(member) === undefined)
    throw new XueshiError('unknown-subject', `没有这个人 / unknown person: ${member}`)
  const known = new Set<string>()
  for (const row of dataset.attendanceOf(member)) {
    if (!learned(row)) continue
    const session = dataset.session(row.session)
    if (session === undefined || !liesIn(session, from, to) || !isHeldBy(session, to, dataset)) continue
    for (const topic of session.topics) known.add(topic)
  }
  return topics
    .filter((topic) => !known.has(topic))
    .map((topic) => ({ topic, courses: dataset.courses.filter((course) => course.topics.includes(topic)) }))
}

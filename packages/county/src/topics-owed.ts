import {
  type Citation,
  defineRequirement,
  type OrganizationKind,
  type Requirement,
  type Role,
  TOPICS,
  termName,
} from '@xueshi/core'
import { least } from './parameters.ts'
import { practice } from './source.ts'
import { words } from './wording.ts'

/** Which topics a post owes. */
export interface TopicsOwed {
  /** Id of the rule without its plugin: `post/discipline-topics`. */
  readonly id: string
  /** Roles that owe the topics, in organizations of these kinds. */
  readonly roles: readonly Role[]
  readonly in: readonly OrganizationKind[]
  /** Identifiers of TOPICS, or the words of the county; each is owed. */
  readonly topics: readonly string[]
  /** Least sessions of each topic a year; default 1. The config may replace it. */
  readonly sessions?: number
  /** The paper of the county that says so; default the practice that this plugin rests on. */
  readonly citation?: Citation
}

/**
 * A requirement 缺什么补什么: who holds a post attends so many sessions of each topic a year. The county lists
 * it in a plugin of its own.
 *
 * @throws XueshiError `invalid-requirement` where a list is empty or the id is none.
 * @example
 * ```ts
 * import { definePlugin } from '@xueshi/core'
 * import { topicsOwed } from '@xueshi/county'
 *
 * const economy = topicsOwed({
 *   id: 'post/economy',
 *   roles: ['leadership-secretary', 'leadership-member'],
 *   in: ['leadership-group'],
 *   topics: ['economy', '信访'],
 *   sessions: 2,
 * })
 * const plugin = definePlugin({
 *   name: 'anhe',
 *   version: '1.0.0',
 *   title: { 'zh-CN': '安和县', en: 'Anhe county' },
 *   rules: [economy],
 *   presets: {},
 * })
 * console.log(plugin.rules[0]?.summary['zh-CN']) // 任期内每年参加以下内容的学习各至少{sessions}次：现代经济、信访。
 * ```
 */
export function topicsOwed({
  id,
  roles,
  in: kinds,
  topics,
  sessions = 1,
  citation,
}: TopicsOwed): Requirement {
  const demands = topics.map((topic) => ({
    measure: 'sessions' as const,
    count: { topics: [topic] },
    atLeast: { parameter: 'sessions' },
  }))
  const [first, ...rest] = demands
  const names = (locale: 'zh-CN' | 'en') => topics.map((topic) => termName(TOPICS, topic, locale))
  const own = least(words('每项内容每年最少次数', 'least sessions of each topic a year'), 'session', sessions)
  return defineRequirement({
    id,
    title: words(
      `岗位应学内容：${names('zh-CN').join('、')}`,
      `Topics owed by a post: ${names('en').join(', ')}`,
    ),
    subject: 'post',
    who: { post: { roles: [...roles], in: [...kinds] } },
    window: { each: 'year' },
    demand: rest.length === 0 ? first! : { allOf: demands },
    strength: 'local',
    assurance: 'secondary',
    parameters: {
      sessions:
        citation === undefined
          ? own
          : { ...own, versions: own.versions.map((version) => ({ ...version, citations: [citation] })) },
    },
    citations: [citation ?? practice('缺什么补什么、干什么学什么')],
    uncoded: [
      words(
        '按活动的“内容分类”核对；没有填写的活动不计，学得怎样不核对。',
        'By the topics of sessions; those without topics do not count, nor is it checked how well it was learned.',
      ),
      words('年内任职、卸任的该年度不适用。', 'Posts begun or ended within the year are not applicable.'),
    ],
    summary: words(
      `任期内每年参加以下内容的学习各至少{sessions}次：${names('zh-CN').join('、')}。`,
      `Who holds the post attends at least {sessions} session(s) a year of each of: ${names('en').join(', ')}.`,
    ),
    advice: words(
      '请从课程库中选相应内容的课程补学；已经学过的，请在活动表填写“内容分类”。',
      'Choose courses of these topics from the bank; where they were attended, fill in the topics of the sessions.',
    ),
  })
}

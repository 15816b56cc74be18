import { XueshiError } from '@xueshi/core'

/** Kinds of feed. */
export const FEED_KINDS = ['organization', 'member', 'leader', 'lecturer', 'venue', 'county'] as const
/** Kind of feed: whose calendar it is. */
export type FeedKind = (typeof FEED_KINDS)[number]

/**
 * How much a feed says.
 *
 * - `public`: kind of activity, organization and time. No title, no lecturer; as place only a shared venue of the
 *   register that is nobody's home. For feeds that anyone may open.
 * - `organization`: titles, venues and lecturers too.
 * - `own`: for a member or leader, also the person's own capacity and record and what the session counts for.
 *
 * No level has a telephone number, a citizen number or a list of members.
 */
export type RedactionLevel = (typeof REDACTION_LEVELS)[number]
/** Levels of redaction, from the least to the most that is said. */
export const REDACTION_LEVELS = ['public', 'organization', 'own'] as const

/** One feed among all: its kind, and whose it is. */
export interface FeedScope {
  readonly kind: FeedKind
  /**
   * Id of the organization, of the member (also of a leader), of the lecturer (register or member), of the venue;
   * for the county any text, as a dataset has only one.
   */
  readonly id: string
}

/**
 * Checks that a scope is one and that its level fits.
 *
 * @throws XueshiError `invalid-config`.
 */
export function assertScope({ kind, id }: FeedScope, level: RedactionLevel): void {
  if (!FEED_KINDS.includes(kind))
    throw new XueshiError('invalid-config', `没有这种日历 / no such kind of feed: ${JSON.stringify(kind)}`, {
      where: 'kind',
      hint: FEED_KINDS.join(', '),
    })
  if (typeof id !== 'string' || id === '' || id.length > 64)
    throw new XueshiError('invalid-config', '编号须为1至64字 / an id has 1 to 64 characters', { where: 'id' })
  if (!REDACTION_LEVELS.includes(level))
    throw new XueshiError(
      'invalid-config',
      `没有这个公开级别 / no such level of redaction: ${JSON.stringify(level)}`,
      { where: 'level', hint: REDACTION_LEVELS.join(', ') },
    )
  if (level === 'own' && kind !== 'member' && kind !== 'leader')
    throw new XueshiError(
      'invalid-config',
      `只有党员和领导的日历有本人信息 / only feeds of members and leaders say what is their own: ${kind}`,
      { where: 'level', hint: 'organization' },
    )
}

import type { SessionKind } from '@xueshi/core'

/**
 * Kinds that one session may serve together by the words of a national text, each with its article:
 * 支部条例 Art. 16 ¶4 (a theme day is for study, organizational life, deliberation and voluntary service),
 * 17 ¶1 (the forms of an organizational life meeting), 18 ¶2 and ¶3 (the meetings of an appraisal, and the
 * two held together), 27 ¶2 (the secretary reports to the general meeting).
 */
const LAWFUL: readonly (readonly [SessionKind, readonly SessionKind[]])[] = [
  [
    'theme-day',
    [
      'general-meeting',
      'group-meeting',
      'party-lecture',
      'org-life-meeting',
      'democratic-appraisal',
      'collective-study',
      'service',
    ],
  ],
  ['org-life-meeting', ['general-meeting', 'committee-meeting', 'group-meeting', 'democratic-appraisal']],
  ['democratic-appraisal', ['general-meeting', 'group-meeting']],
  ['duty-report', ['general-meeting']],
]

const lawful: ReadonlySet<string> = new Set(
  LAWFUL.flatMap(([kind, others]) => others.flatMap((other) => [`${kind} ${other}`, `${other} ${kind}`])),
)

/** The first pair of kinds of a session that no national text lets it serve together. */
export function doubtfulPair(kinds: readonly SessionKind[]): readonly [SessionKind, SessionKind] | undefined {
  for (const [i, kind] of kinds.entries())
    for (const other of kinds.slice(i + 1)) if (!lawful.has(`${kind} ${other}`)) return [kind, other]
  return undefined
}

import type { Indicator } from '@xueshi/core'
import { names, programsOf } from '../data/programs.ts'
import { isHeldBy, sessionsOfBranch } from '../data/sessions.ts'
import { aboveOf, existsOn, organizationsOf } from '../data/tree.ts'
import { words } from '../wording.ts'
import { share } from './figures.ts'

/** Required documents whose time ended in the period, and which branches studied them in it. */
export const documents: readonly Indicator[] = [
  share({
    id: 'documents/studied',
    title: words('必学文件按期学习率', 'required documents studied in time'),
    summary: words(
      '期内到期的必学文件，各党支部按期学习的比例（一个支部一份文件计一次）',
      'of the required documents due in the period, those that branches studied in time (each branch and document once)',
    ),
    reads: ['organizations', 'sessions', 'programs'],
    over: 'organizations',
    of: (organization, { dataset, from, to }) => {
      const found = organizationsOf(dataset).get(organization)!
      if (found.kind !== 'branch') return [0, 0]
      const above = aboveOf(dataset, organization)
      const due = programsOf(dataset, 'document').filter(
        (document) =>
          document.to !== null &&
          document.to >= from &&
          document.to <= to &&
          above.includes(document.organization ?? '') &&
          existsOn(found, document.from) &&
          existsOn(found, document.to),
      )
      const studied = due.filter((document) =>
        sessionsOfBranch(dataset, organization).some(
          (session) => names(session, document) && isHeldBy(session, to, dataset),
        ),
      )
      return [studied.length, due.length]
    },
  }),
]

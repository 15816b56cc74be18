import {
  type CivilDate,
  type Dataset,
  type Program,
  type RuleContext,
  type Session,
  type Term,
  termFinder,
} from '@xueshi/core'
import { groupedBy, remembered } from './remembered.ts'
import { isHeldBy, liesIn } from './sessions.ts'
import { aboveOf } from './tree.ts'

/**
 * Kinds of programs 培训项目 as their column 类型 may say them. A required document is a program too: issued on
 * its first day, to be studied by its last.
 */
export const PROGRAM_KINDS = [
  { id: 'document', zh: '学习文件', en: 'required document', aliases: ['必学文件', '重要文件', '重要讲话'] },
  {
    id: 'rotation',
    zh: '党员轮训',
    en: 'rotation training',
    aliases: ['轮训', '集中轮训', '党员集中轮训', '冬春季集中培训', '冬春训'],
  },
  { id: 'class', zh: '培训班', en: 'class', aliases: ['集中培训', '班次', '培训班次', '示范班'] },
  {
    id: 'campaign',
    zh: '主题教育',
    en: 'themed education',
    aliases: ['集中教育', '集中学习教育', '党史学习教育', '党纪学习教育', '学习教育'],
  },
] as const satisfies readonly Term[]

/** Identifier of {@link PROGRAM_KINDS}. */
export type ProgramKind = (typeof PROGRAM_KINDS)[number]['id']

const kindOf = termFinder(PROGRAM_KINDS)

/** Programs of a kind. */
export function programsOf(dataset: Dataset, kind: ProgramKind): readonly Program[] {
  const { programs } = dataset
  return remembered(programs, `kind ${kind}`, () =>
    programs.filter((program) => program.kind !== null && kindOf(program.kind) === kind),
  )
}

/** The day by which a program belongs to a window: its last, else its first. */
export function lastDayOf({ from, to }: Program): CivilDate {
  return to ?? from
}

/** Programs of a kind that belong to a window. */
export function programsIn(
  dataset: Dataset,
  kind: ProgramKind,
  { from, to }: RuleContext['window'],
): readonly Program[] {
  return programsOf(dataset, kind).filter((program) => {
    const day = lastDayOf(program)
    return day >= from && (to === null || day <= to)
  })
}

/** Programs of a window that an organization runs itself. */
export function ownPrograms(
  context: RuleContext,
  kind: ProgramKind,
  organization: string,
): readonly Program[] {
  return programsIn(context.dataset, kind, context.window).filter(
    (program) => program.organization === organization,
  )
}

/** Programs of a window that an organization above, or the organization itself, runs. */
export function programsOver(
  context: RuleContext,
  kind: ProgramKind,
  organization: string,
): readonly Program[] {
  const programs = remembered(context, `programs ${kind}`, () =>
    programsIn(context.dataset, kind, context.window),
  )
  if (programs.length === 0) return programs
  const above = aboveOf(context.dataset, organization)
  return programs.filter((program) => program.organization !== null && above.includes(program.organization))
}

/** Sessions that name a program within its days and were held by a day. */
export function sessionsNaming(dataset: Dataset, program: Program, asOf: CivilDate): readonly Session[] {
  const { sessions } = dataset
  const index = remembered(sessions, 'by program', () =>
    groupedBy(sessions, (session) => (session.program === null ? [] : [session.program])),
  )
  const named = new Set([...(index.get(program.name) ?? []), ...(index.get(program.id) ?? [])])
  return [...named].filter(
    (session) => liesIn(session, program.from, program.to) && isHeldBy(session, asOf, dataset),
  )
}

/** Whether a session names a program within its days. */
export function names(session: Session, program: Program): boolean {
  return (
    (session.program === program.name || session.program === program.id) &&
    liesIn(session, program.from, program.to)
  )
}

/** Whether a program is for all members: nobody is named, or members are. */
export function isForMembers({ audience }: Program): boolean {
  return audience.length === 0 || audience.some((word) => MEMBERS.includes(word))
}

const MEMBERS: readonly string[] = ['党员', '全体党员', 'full']

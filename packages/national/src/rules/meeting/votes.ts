import type { Act, Dataset, Judgement, LocalizedText, RuleContext, Session } from '@xueshi/core'
import { groupedBy } from '../grouped.ts'
import { words } from '../wording.ts'

/** What is voted on: each has its own majority. */
export type Question = 'ordinary' | 'admission' | 'election'

/** Words in the note of a vote that say that it was lost: then its votes in favour need no majority. */
const LOST = /未通过|未获通过|没有通过|不通过|否决/

const bySession = new WeakMap<readonly Act[], ReadonlyMap<string, readonly Act[]>>()

function actsIn(dataset: Dataset, session: string): readonly Act[] {
  const { acts } = dataset
  let index = bySession.get(acts)
  if (index === undefined) {
    index = groupedBy(acts, (act) => act.session)
    bySession.set(acts, index)
  }
  return index.get(session) ?? []
}

/**
 * The votes on one kind of question at a general meeting. Elections are the acts 换届选举 and 补选 of the
 * session; at such a session votes on full members are their ballots. Votes on a person who is not yet a full
 * member, or whose full membership the session discusses, are admissions. All others are ordinary.
 */
export function votesOn(question: Question, session: Session, context: RuleContext): readonly Act[] {
  if (!isGeneralMeeting(session)) return []
  const acts = actsIn(context.dataset, session.id).filter((act) => act.date <= context.asOf)
  const elects = acts.some(isElection)
  const discussed = new Set(
    acts.filter((act) => act.kind === 'full-membership-meeting').map((act) => act.member),
  )
  return acts.filter((act) => {
    if (isElection(act)) return question === 'election'
    if (act.kind === 'full-membership-meeting') return question === 'admission' && act.entitled !== null
    if (act.kind !== 'vote') return false
    if (act.member === null) return question === 'ordinary'
    if (discussed.has(act.member) || !isFullMember(act.member, session, context.dataset))
      return question === 'admission'
    return question === (elects ? 'election' : 'ordinary')
  })
}

function isElection({ kind }: Act): boolean {
  return kind === 'election' || kind === 'by-election'
}

/** A meeting of the committee or of a group is no meeting of the branch unless it is both. */
function isGeneralMeeting({ kinds }: Session): boolean {
  return kinds.includes('general-meeting') || !kinds.some((kind) => SMALLER.includes(kind))
}

const SMALLER: readonly string[] = ['committee-meeting', 'group-meeting']

function isFullMember(id: string, session: Session, dataset: Dataset): boolean {
  const member = dataset.member(id)!
  return member.fullOn === null ? member.status === 'full' : member.fullOn < session.start.slice(0, 10)
}

/** What a vote needs: persons present, and in favour where that is asked, of those entitled. */
export interface Majority {
  present(entitled: number): number
  inFavour?(entitled: number): number
}

/** The judgement on the votes of a session: the first that fails, else the first that cannot be told. */
export function judgeVotes(votes: readonly Act[], majority: Majority): Judgement {
  if (votes.length === 0)
    return {
      verdict: 'not-applicable',
      message: words('本次活动没有这类表决的记录。', 'No such vote is recorded for this session.'),
    }
  const judgements = votes.map((vote) => judgeVote(vote, majority))
  const worst = (['breached', 'unknown', 'met'] as const)
    .map((verdict) => judgements.find((judgement) => judgement.verdict === verdict))
    .find((judgement) => judgement !== undefined)
  return worst!
}

function judgeVote(vote: Act, majority: Majority): Judgement {
  const { id, entitled, present, inFavour, note } = vote
  if (entitled === null) return missing(id, words('应到会人数', 'the number entitled'))
  if (present === null) return missing(id, words('到会人数', 'the number present'))
  const quorum = majority.present(entitled)
  if (present < quorum) return judged('breached', id, entitled, ATTENDANCE, present, quorum)
  if (majority.inFavour === undefined || LOST.test(note ?? ''))
    return judged('met', id, entitled, ATTENDANCE, present, quorum)
  if (inFavour === null) return missing(id, words('赞成人数', 'the number in favour'))
  const asked = majority.inFavour(entitled)
  return judged(inFavour < asked ? 'breached' : 'met', id, entitled, APPROVAL, inFavour, asked)
}

const ATTENDANCE = words('到会', 'present')
const APPROVAL = words('赞成', 'in favour')

function judged(
  verdict: 'met' | 'breached',
  id: string,
  entitled: number,
  what: LocalizedText,
  measured: number,
  required: number,
): Judgement {
  return {
    verdict,
    measured,
    required,
    unit: 'person',
    message: words(
      `表决 ${id}：应到会${entitled}人，${what['zh-CN']}${measured}人，应不少于${required}人。`,
      `Vote ${id}: ${entitled} entitled, ${measured} ${what.en}, at least ${required} needed.`,
    ),
  }
}

function missing(id: string, cell: LocalizedText): Judgement {
  return {
    verdict: 'unknown',
    message: words(
      `无法判断：表决 ${id} 没有填写${cell['zh-CN']}。`,
      `Cannot be told: vote ${id} does not state ${cell.en}.`,
    ),
  }
}

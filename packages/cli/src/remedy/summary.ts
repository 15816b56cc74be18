import type { Remedies } from '@xueshi/planner'
import type { Speech } from '../speech.ts'

/** What a clerk wants to know of remedies before the lines to forward. */
export function remedySummary(remedies: Remedies, { say }: Speech): string {
  const { asOf, gaps, sessions, cost, unasked, byOrganization } = remedies
  const of = (closes: string) => gaps.filter((gap) => gap.closes === closes).length
  const over = gaps.filter(({ reason }) => reason?.kind === 'window-over').length
  const joining = gaps.filter(({ closes, cost: own }) => closes === 'whole' && own.newSessions === 0).length
  const homes = sessions.filter(({ mode }) => mode === 'home-delivery').length
  if (gaps.length === 0)
    return say(`截至 ${asOf}：没有要靠活动补齐的缺口\n`, `As of ${asOf}: no gap that sessions could close\n`)
  return [
    say(
      `截至 ${asOf}：缺口 ${gaps.length} 项，可补齐 ${of('whole')} 项（其中 ${joining} 项参加已安排的活动即可），部分补齐 ${of('part')} 项，只能补录 ${over} 项，不能补齐 ${of('none') - over} 项`,
      `As of ${asOf}: ${gaps.length} gaps; ${of('whole')} can be closed (${joining} by sessions that are planned), ${of('part')} in part, ${over} only by recording, ${of('none') - over} not at all`,
    ),
    say(
      `需新办活动 ${sessions.length} 场（送学上门 ${homes} 场），合计 ${cost.personHours} 人学时；涉及党组织 ${byOrganization.length} 个`,
      `New sessions: ${sessions.length} (${homes} brought home), ${cost.personHours} person-hours; ${byOrganization.length} organizations`,
    ),
    ...(unasked.length === 0
      ? []
      : [
          say(
            `另有 ${unasked.length} 条规则的缺口不能靠活动补齐（谈话、选举、报告等），见 xueshi check`,
            `Gaps of ${unasked.length} more rules are not closed by sessions (talks, elections, reports): see xueshi check`,
          ),
        ]),
    '',
  ].join('\n')
}

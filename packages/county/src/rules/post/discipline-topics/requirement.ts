import { topicsOwed } from '../../../topics-owed.ts'

/** The ready example of a post that owes topics: committee members for discipline learn the rules. */
export default topicsOwed({
  id: 'post/discipline-topics',
  roles: ['discipline-member'],
  in: ['organ-committee', 'general-branch', 'branch'],
  topics: ['party-rules'],
})

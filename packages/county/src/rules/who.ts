import type { OrganizationKind, Who } from '@xueshi/core'

/** Full and probationary members in good standing. */
export const partyMember: Who = { all: [{ status: ['full', 'probationary'] }, { not: { suspended: true } }] }

/** Organizations that run programs for those below them. */
export const organizers: Who = {
  kind: ['working-committee', 'party-committee', 'leadership-group', 'organ-committee'],
}

/** Kinds of organizations in which posts of Party affairs are held. */
export const OFFICES: OrganizationKind[] = [
  'working-committee',
  'party-committee',
  'leadership-group',
  'organ-committee',
  'general-branch',
  'branch',
]

import { maskValue } from '../model/problem.ts'
import type { MemberRow } from '../model/rows.ts'
import { MEMBER_STATUSES, MEMBERSHIP_STATES, normalizeWord } from '../terms.ts'
import {
  asCitizenNumber,
  citizenFault,
  isScientific,
  maskPerson,
  type Pseudonyms,
  scrubText,
} from './citizen.ts'
import { NONE, OPEN } from './columns.ts'
import { dayOr } from './days.ts'
import { type Draft, withoutDuplicates } from './duplicates.ts'
import { fieldLabel } from './labels.ts'
import type { OrganizationTree } from './organizations.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import { type Profile, profileReader, profileWords } from './profile.ts'
import { type DatedTag, readTags, tagText } from './tags.ts'
import { knownWords, wordPosition } from './words.ts'

/** A validated member before the organizations are known. */
export interface MemberDraft extends Draft {
  /** The number given, where it is none that looks like a citizen number. */
  readonly given: string | undefined
  /** Citizen number in its long form; gone with the drafts. */
  readonly number: string | undefined
  readonly name: string
  readonly status: number
  readonly organization: string
  readonly group: string | undefined
  readonly born: string | null
  readonly applied: number
  readonly activist: number
  readonly candidate: number
  readonly admitted: number
  readonly full: number
  /** Position in MEMBERSHIP_STATES, -1 where not stated. */
  readonly membership: number
  readonly suspended: number
  readonly resumed: number
  readonly left: number
  readonly tags: readonly DatedTag[]
  readonly profile: Profile
}

/** A member with identifier; `position` is set when the order of members is known. */
export interface KnownMember extends Draft {
  readonly id: string
  readonly draft: MemberDraft
  position: number
  /** Where the member belongs from which day on; empty until the affiliations are known. */
  places: readonly PlacePoint[]
}

/** From `day` on the member belongs to this branch and group; -1 for none. */
export interface PlacePoint {
  readonly day: number
  readonly branch: number
  readonly group: number
}

function knownMember(id: string, draft: MemberDraft): KnownMember {
  return { id, ordinal: draft.ordinal, draft, position: -1, places: [] }
}

const STATUS_WORDS = knownWords(MEMBER_STATUSES)
const MEMBERSHIP_WORDS = knownWords(MEMBERSHIP_STATES)

/** The milestones in order, with their fields. */
const MILESTONES = [
  ['applied', 'appliedOn'],
  ['activist', 'activistOn'],
  ['candidate', 'candidateOn'],
  ['admitted', 'admittedOn'],
  ['full', 'fullOn'],
] as const

/** Reads member rows into drafts. */
export function memberReader(log: ProblemLog) {
  const statusOf = wordPosition(MEMBER_STATUSES)
  const membershipOf = wordPosition(MEMBERSHIP_STATES)
  const profileOf = profileReader(log)
  return (row: MemberRow, ordinal: number): MemberDraft | undefined => {
    const status = statusOf(row.status)
    if (status < 0) {
      const subject = { table: 'members', ordinal, field: 'status', value: maskValue(row.status) } as const
      log.add('unknownWord', subject, { effect: EFFECTS.record, right: STATUS_WORDS })
      return undefined
    }
    let membership = -1
    if (row.membership !== undefined) {
      membership = membershipOf(row.membership)
      if (membership < 0) {
        const value = maskValue(row.membership)
        const subject = { table: 'members', ordinal, field: 'membership', value } as const
        log.add('unknownWordBlank', subject, { right: MEMBERSHIP_WORDS })
      }
    }
    const { given, number } = readNumbers(row, ordinal, log)
    return {
      ordinal,
      given,
      number,
      name: scrubText(row.name),
      status,
      organization: row.organization,
      group: row.group,
      born: row.born ?? null,
      applied: dayOr(row.appliedOn),
      activist: dayOr(row.activistOn),
      candidate: dayOr(row.candidateOn),
      admitted: dayOr(row.admittedOn),
      full: dayOr(row.fullOn),
      membership,
      suspended: dayOr(row.suspendedOn),
      resumed: dayOr(row.resumedOn),
      left: dayOr(row.leftOn, OPEN),
      tags: row.tags === undefined ? [] : readTags(row.tags, ordinal, log),
      profile: profileOf(row, ordinal),
    }
  }
}

/**
 * Gives every draft an identifier; members come in order of it. Persons of one branch and name without any
 * number cannot be told apart: they are `nameless`, have the identifier '' and are no members.
 */
export function identify(
  drafts: readonly MemberDraft[],
  tree: OrganizationTree,
  pseudonyms: Pseudonyms,
  log: ProblemLog,
): { readonly members: KnownMember[]; readonly nameless: readonly KnownMember[] } {
  const known: KnownMember[] = []
  const byName = new Map<string, MemberDraft[]>()
  for (const draft of drafts) {
    const id = draft.given ?? (draft.number === undefined ? undefined : pseudonyms.ofNumber(draft.number))
    if (id !== undefined) {
      known.push(knownMember(id, draft))
      continue
    }
    const key = `${normalizeWord(draft.name)}\n${branchKey(draft, tree)}`
    const group = byName.get(key)
    if (group === undefined) byName.set(key, [draft])
    else group.push(draft)
  }
  const nameless: KnownMember[] = []
  for (const group of byName.values()) {
    const first = group[0]!
    if (group.every((draft) => contentOf(draft) === contentOf(first))) {
      const id = pseudonyms.ofName(normalizeWord(first.name), branchKey(first, tree))
      for (const draft of group) known.push(knownMember(id, draft))
      continue
    }
    for (const draft of group) {
      const value = maskPerson(draft.name)
      log.add('ambiguousIdentity', { table: 'members', ordinal: draft.ordinal, field: 'name', value })
      nameless.push(knownMember('', draft))
    }
  }
  const members = withoutDuplicates('members', known, (member) => contentOf(member.draft), log)
  for (const member of members) reportMilestones(member, log)
  return { members, nameless }
}

function readNumbers(
  row: MemberRow,
  ordinal: number,
  log: ProblemLog,
): Pick<MemberDraft, 'given' | 'number'> {
  let fault: 'damaged' | 'invalid' | undefined
  const cell = row.citizenId?.trim()
  if (cell !== undefined && cell !== '') {
    fault = citizenFault(cell)
    if (fault !== undefined)
      log.add(fault === 'damaged' ? 'citizenNumberDamaged' : 'citizenNumberInvalid', {
        table: 'members',
        ordinal,
        field: 'citizenId',
        value: '****',
      })
  }
  const stated = cell === undefined || fault === 'damaged' ? undefined : asCitizenNumber(cell)
  if (row.id === undefined) return { given: undefined, number: stated }
  if (isScientific(row.id)) {
    log.add('citizenNumberDamaged', { table: 'members', ordinal, field: 'id', value: '****' })
    return { given: undefined, number: stated }
  }
  const own = asCitizenNumber(row.id)
  return own === undefined ? { given: row.id, number: stated } : { given: undefined, number: own }
}

function branchKey(draft: MemberDraft, tree: OrganizationTree): string {
  const position = tree.find(draft.organization)
  const branch = position < 0 ? -1 : tree.branchOf(position)
  return branch < 0 ? draft.organization : tree.drafts[branch]!.id
}

function contentOf(draft: MemberDraft): string {
  const { ordinal: _, tags, profile, ...content } = draft
  return JSON.stringify([content, tags.map(tagText), profileWords(profile)])
}

function reportMilestones(member: KnownMember, log: ProblemLog): void {
  const { draft } = member
  const dates: [day: number, field: string][] = []
  for (const [name, field] of MILESTONES) if (draft[name] !== NONE) dates.push([draft[name], field])
  if (draft.left !== OPEN) dates.push([draft.left, 'leftOn'])
  for (let i = 1; i < dates.length; i++) {
    const [before, earlier] = dates[i - 1]!
    const [day, field] = dates[i]!
    if (day < before) report(member, field, earlier, log)
  }
  if (draft.suspended !== NONE && draft.resumed !== NONE && draft.resumed < draft.suspended)
    report(member, 'resumedOn', 'suspendedOn', log)
}

function report(member: KnownMember, field: string, earlier: string, log: ProblemLog): void {
  const subject = { table: 'members', ordinal: member.ordinal, field, value: maskValue(member.id) } as const
  log.add('dateOrder', subject, { right: { 'zh-CN': fieldLabel('members', earlier), en: earlier } })
}

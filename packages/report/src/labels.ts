import { type Dataset, type Finding, type Locale, type LocalizedText, ROLES, termName } from '@xueshi/core'
import { plain } from './text/plain.ts'

/** What names can be looked up in. Without a dataset ids stand for themselves. */
export interface LabelSource {
  readonly locale: Locale
  readonly dataset?: Dataset | undefined
  /** Whether names of persons are shown; ids always are. */
  readonly names: boolean
}

/** A rule as far as its title is concerned; what `rulesInForce` returns fits. */
export interface TitledRule {
  readonly id: string
  readonly rule: { readonly title: LocalizedText }
}

/** Name and id of an organization: `预算支部（org-017）`. */
export function organizationLabel(id: string, source: LabelSource): string {
  return withId(source.dataset?.organization(id)?.name, id, source.locale)
}

/**
 * The subject of a finding: a person by id (and by name where names are shown), a post with its role and,
 * unless it is `under` already, its organization.
 */
export function subjectLabel(
  finding: Pick<Finding, 'subject'>,
  source: LabelSource,
  under: string | null = null,
): string {
  const { kind, id } = finding.subject
  if (kind === 'organization') return organizationLabel(id, source)
  if (kind === 'member') return memberLabel(id, source)
  const post = kind === 'post' ? postOf(id, source.dataset) : undefined
  if (post === undefined) return plain(id)
  const role = termName(ROLES, post.role, source.locale)
  const name = source.dataset?.organization(post.organization)?.name ?? post.organization
  const where = post.organization === under ? '' : `${plain(name)} `
  return `${memberLabel(post.member, source)} · ${where}${plain(role)}`
}

/** Titles of rules by id; a rule that is not listed is called by its id. */
export function titleFinder(
  rules: readonly TitledRule[] | undefined,
  locale: Locale,
): (id: string) => string {
  const titles = new Map(rules?.map(({ id, rule }) => [id, plain(rule.title[locale])]))
  return (id) => titles.get(id) ?? id
}

function memberLabel(id: string, source: LabelSource): string {
  return withId(source.names ? source.dataset?.member(id)?.name : undefined, id, source.locale)
}

function withId(name: string | undefined, id: string, locale: Locale): string {
  if (name === undefined || name === id) return plain(id)
  return locale === 'en' ? `${plain(name)} (${plain(id)})` : `${plain(name)}（${plain(id)}）`
}

/** Parts of `member@organization:role`. Ids may hold `@` and `:`, so the dataset decides where they split. */
function postOf(id: string, dataset: Dataset | undefined) {
  for (let at = id.indexOf('@'); at !== -1; at = id.indexOf('@', at + 1)) {
    const member = id.slice(0, at)
    const colon = id.lastIndexOf(':')
    if (colon < at) return undefined
    if (dataset === undefined || dataset.member(member) !== undefined)
      return { member, organization: id.slice(at + 1, colon), role: id.slice(colon + 1) }
  }
  return undefined
}

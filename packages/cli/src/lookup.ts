import { type Dataset, nearestWord, XueshiError } from '@xueshi/core'
import { didYouMean } from './options/parse.ts'

/**
 * The id of an organization that is named by id or by unique name.
 *
 * @throws XueshiError `unknown-organization`, with the one that was probably meant.
 */
export function organizationId(dataset: Dataset, word: string): string {
  if (dataset.organization(word) !== undefined) return word
  const named = dataset.organizations.filter((organization) => organization.name === word)
  if (named.length === 1) return named[0]!.id
  if (named.length > 1)
    throw new XueshiError(
      'unknown-organization',
      `有多个党组织叫这个名称 / the name is not unique: ${word}`,
      {
        hint: named.map(({ id }) => id).join(', '),
      },
    )
  const near = nearestWord(
    word,
    dataset.organizations.flatMap(({ id, name }) => [id, name]),
  )
  throw new XueshiError(
    'unknown-organization',
    `没有这个党组织 / no such organization: ${word}${didYouMean(near)}`,
  )
}

/**
 * The id of a person who is named by id or by unique name. Nothing is suggested for a mistyped one: that
 * would show names of others.
 *
 * @throws XueshiError `unknown-subject`.
 */
export function memberId(dataset: Dataset, word: string): string {
  if (dataset.member(word) !== undefined) return word
  const named = dataset.members.filter((member) => member.name === word)
  if (named.length === 1) return named[0]!.id
  if (named.length > 1)
    throw new XueshiError(
      'unknown-subject',
      '有多名党员叫这个名字，请用党员编号 / several persons have this name: use the id',
      {
        hint: named.map(({ id }) => id).join(', '),
      },
    )
  throw new XueshiError('unknown-subject', `没有这名党员 / no such person: ${word}`)
}

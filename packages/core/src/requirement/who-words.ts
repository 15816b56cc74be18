import type { LocalizedText } from '../locale.ts'
import { MEMBER_STATUSES, MEMBER_TAGS, ORGANIZATION_KINDS, RANKS, ROLES } from '../terms.ts'
import { both, joined, names } from './joined.ts'
import type { Who } from './schema.ts'

/**
 * Who a rule speaks of, in words: a noun (the statuses or kinds of organization) with what must hold of it.
 *
 * @example
 * ```ts
 * import { describeWho } from '@xueshi/core'
 *
 * const who = { all: [{ kind: ['party-committee'] }, { not: { below: 'working-committee' } }] } as const
 * console.log(describeWho(who)['zh-CN']) // 不隶属机关工委的党委
 * ```
 */
export function describeWho(who: Who): LocalizedText {
  const parts = flattened(who)
  if (parts.every(isChoice)) {
    const [only] = parts
    if (parts.length === 1) return choiceText(only!.any)
  }
  const nouns = parts.flatMap((part) => nounOf(part) ?? [])
  const conditions = parts.filter((part) => nounOf(part) === undefined)
  const ofOrganizations = nouns.some(({ isPlace }) => isPlace)
  const noun = joined(
    nouns.map(({ text }) => text),
    '，且为',
    ', and ',
  )
  if (conditions.length === 0) return noun
  if (conditions.some(isChoice)) return withChoice(noun, conditions, ofOrganizations)
  const clauses = conditions.map((part) => clauseOf(part, ofOrganizations))
  if (nouns.length === 0) return joined(clauses, '，且', ' and ')
  const zh = clauses.map((clause) => clause['zh-CN'])
  const isShort = clauses.length <= 2 && zh.join('').length <= SHORT && !zh.join('').includes('，')
  const en = `${noun.en} ${clauses.map((clause) => clause.en).join(' and ')}`
  return isShort
    ? both(`${zh.join('且')}的${noun['zh-CN']}`, en)
    : both(`${noun['zh-CN']}，${zh.join('，')}`, en)
}

/** Longer conditions than this stand after the noun, as in a document. */
const SHORT = 24

type Choice = Extract<Who, { readonly any: unknown }>

function isChoice(who: Who): who is Choice {
  return 'any' in who && who.any.length > 1
}

/** The parts that must all hold, without brackets within brackets. */
function flattened(who: Who): Who[] {
  if ('all' in who) return who.all.flatMap(flattened)
  return 'any' in who && who.any.length === 1 ? flattened(who.any[0]!) : [who]
}

/** The alternatives of an alternative: one of several of which one is one of several. */
function alternatives(who: Who): readonly Who[] {
  const parts = flattened(who)
  const [only] = parts
  return parts.length === 1 && isChoice(only!) ? only.any.flatMap(alternatives) : [who]
}

interface Noun {
  readonly text: LocalizedText
  /** Whether it names organizations rather than persons. */
  readonly isPlace: boolean
}

function nounOf(who: Who): Noun | undefined {
  if ('status' in who) return { text: oneOf(names(MEMBER_STATUSES, who.status)), isPlace: false }
  return 'kind' in who ? { text: oneOf(names(ORGANIZATION_KINDS, who.kind)), isPlace: true } : undefined
}

/** The names of a list, the last with “or”. */
function oneOf({ 'zh-CN': zh, en }: LocalizedText): LocalizedText {
  return both(zh, en.replace(/, ([^,]*)$/, ' or $1'))
}

/** Any of several: short ones in a row, long ones with a word between them. */
function choiceText(any: readonly Who[]): LocalizedText {
  return joined(any.map(describeWho), '，或者', ', or ')
}

/** A noun of which something must hold in one of several ways. */
function withChoice(
  noun: LocalizedText,
  conditions: readonly Who[],
  ofOrganizations: boolean,
): LocalizedText {
  const plain = conditions.filter((part) => !isChoice(part)).map((part) => clauseOf(part, ofOrganizations))
  const choices = conditions.filter(isChoice).map(({ any }) => {
    const ways = any.flatMap(alternatives).map((part) =>
      joined(
        flattened(part).map((one) => clauseOf(one, ofOrganizations)),
        '且',
        ' and ',
      ),
    )
    return both(
      `符合下列条件之一：${ways.map((way, i) => `（${i + 1}）${way['zh-CN']}`).join('；')}`,
      `one of: ${ways.map((way, i) => `(${i + 1}) ${way.en}`).join('; ')}`,
    )
  })
  const rest = joined([...plain, ...choices], '，', ', ')
  return noun['zh-CN'] === '' ? rest : joined([noun, rest], '，', ', ')
}

/** A condition as a clause that can follow a noun, or stand before it with 的. */
function clauseOf(who: Who, ofOrganizations: boolean): LocalizedText {
  if ('not' in who) return negated(who.not, ofOrganizations)
  if ('suspended' in who) return both('已停止党籍', 'with suspended membership')
  if ('tag' in who) {
    const tags = names(MEMBER_TAGS, who.tag)
    return both(`标签为${tags['zh-CN']}`, `with the tag: ${tags.en}`)
  }
  if ('post' in who) return postClause(who.post)
  if ('rank' in who) {
    const ranks = who.rank.map((rank) => names(RANKS, [rank]))
    const list = joined(ranks, '、', '; ')
    return both(`职级为${list['zh-CN']}`, `of rank: ${list.en}`)
  }
  if ('education' in who)
    return both(`学历为${who.education.join('、')}`, `with education: ${who.education.join(', ')}`)
  if ('occupation' in who)
    return both(`工作岗位为${who.occupation.join('、')}`, `with occupation: ${who.occupation.join(', ')}`)
  if ('age' in who) return ageClause(who.age)
  if ('below' in who) {
    const kind = names(ORGANIZATION_KINDS, [who.below])
    return ofOrganizations
      ? both(`隶属${kind['zh-CN']}`, `below the ${kind.en}`)
      : both(`在${kind['zh-CN']}所属组织`, `below the ${kind.en}`)
  }
  if ('parentKind' in who) {
    const kinds = names(ORGANIZATION_KINDS, who.parentKind)
    return both(`直接隶属${kinds['zh-CN']}`, `directly below: ${kinds.en}`)
  }
  if ('hasGroups' in who) return both('设有党小组', 'with Party groups')
  if ('under' in who) return both(`隶属 ${who.under.join('、')}`, `in or below ${who.under.join(', ')}`)
  if ('hasCommittee' in who) return both('设有委员会', 'with a committee')
  if ('all' in who || 'any' in who) return describeWho(who)
  const { text } = nounOf(who)!
  return both(`为${text['zh-CN']}`, text.en)
}

function negated(who: Who, ofOrganizations: boolean): LocalizedText {
  const parts = flattened(who)
  const [part] = parts
  if (parts.length > 1 || isChoice(part!)) {
    const text = describeWho(who)
    return both(`不属于下列情形：${text['zh-CN']}`, `not (${text.en})`)
  }
  const clause = clauseOf(part!, ofOrganizations)
  const en = `not ${clause.en}`
  if ('suspended' in part!) return both('未停止党籍', 'without suspended membership')
  if ('hasCommittee' in part!) return both('未设委员会', 'without a committee')
  if ('hasGroups' in part!) return both('未设党小组', 'without Party groups')
  if ('tag' in part!) return both(`没有${names(MEMBER_TAGS, part.tag)['zh-CN']}标签`, en)
  if ('post' in part!) return both(`没有${clause['zh-CN']}`, `does not hold: ${clause.en}`)
  if ('age' in part!) return both(`不符合“${clause['zh-CN']}”`, en)
  const zh = clause['zh-CN']
  return both(zh.startsWith('为') ? `不${zh}` : zh.includes('为') ? zh.replace('为', '不是') : `不${zh}`, en)
}

function postClause(post: Extract<Who, { readonly post: unknown }>['post']): LocalizedText {
  const kinds = names(ORGANIZATION_KINDS, post.in)
  const roles = names(ROLES, post.roles)
  return post.fullTime === true
    ? both(
        `在${kinds['zh-CN']}专职任${roles['zh-CN']}`,
        `holding a full-time post (${roles.en}) in: ${kinds.en}`,
      )
    : both(`在${kinds['zh-CN']}任${roles['zh-CN']}`, `holding a post (${roles.en}) in: ${kinds.en}`)
}

function ageClause({ atLeast, atMost }: Extract<Who, { readonly age: unknown }>['age']): LocalizedText {
  const bounds = [
    ...(atLeast === undefined ? [] : [both(`满${atLeast}周岁`, `at least ${atLeast}`)]),
    ...(atMost === undefined ? [] : [both(`不超过${atMost}周岁`, `at most ${atMost}`)]),
  ]
  const bound = joined(bounds, '、', ' and ')
  return both(`期间首日${bound['zh-CN']}`, `aged ${bound.en} on the first day of the window`)
}

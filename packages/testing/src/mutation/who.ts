import type { Who } from '@xueshi/core'
import { atEach, type Change, dropEach, inField, oneStep, without } from './mutant.ts'

/** The population with a part left out, turned round, or one step wider or narrower. */
export function whoChanges(who: Who, path: string): Change<Who>[] {
  if ('all' in who)
    return [
      ...inField(who, 'all', dropEach(who.all, `${path}.all`)),
      ...inField(who, 'all', partChanges(who.all, `${path}.all`)),
    ]
  if ('any' in who)
    return [
      ...inField(who, 'any', dropEach(who.any, `${path}.any`)),
      ...inField(who, 'any', partChanges(who.any, `${path}.any`)),
    ]
  if ('not' in who)
    return [
      { id: `${path}: −not`, value: who.not },
      ...inField(
        who,
        'not',
        whoChanges(who.not, `${path}.not`).filter((change) => !('not' in change.value)),
      ),
    ]
  return [{ id: `${path}: not`, value: { not: who } }, ...leafChanges(who, path)]
}

function partChanges(parts: readonly Who[], path: string): Change<Who[]>[] {
  return atEach(parts, path, whoChanges)
}

function leafChanges(who: Who, path: string): Change<Who>[] {
  if ('status' in who) return inField(who, 'status', dropEach(who.status, `${path}.status`))
  if ('tag' in who) return inField(who, 'tag', dropEach(who.tag, `${path}.tag`))
  if ('rank' in who) return inField(who, 'rank', dropEach(who.rank, `${path}.rank`))
  if ('education' in who) return inField(who, 'education', dropEach(who.education, `${path}.education`))
  if ('occupation' in who) return inField(who, 'occupation', dropEach(who.occupation, `${path}.occupation`))
  if ('kind' in who) return inField(who, 'kind', dropEach(who.kind, `${path}.kind`))
  if ('parentKind' in who) return inField(who, 'parentKind', dropEach(who.parentKind, `${path}.parentKind`))
  if ('under' in who) return inField(who, 'under', dropEach(who.under, `${path}.under`))
  if ('age' in who)
    return inField(who, 'age', [
      ...(who.age.atLeast === undefined
        ? []
        : inField(who.age, 'atLeast', oneStep(who.age.atLeast, `${path}.age.atLeast`))),
      ...(who.age.atMost === undefined
        ? []
        : inField(who.age, 'atMost', oneStep(who.age.atMost, `${path}.age.atMost`))),
    ])
  if ('post' in who)
    return inField(who, 'post', [
      ...inField(who.post, 'roles', dropEach(who.post.roles, `${path}.post.roles`)),
      ...inField(who.post, 'in', dropEach(who.post.in, `${path}.post.in`)),
      ...(who.post.fullTime === undefined ? [] : [without(who.post, 'fullTime', `${path}.post`)]),
    ])
  return []
}

import type { Answer } from './answers.ts'
import type { Branch, Person, Post } from './model.ts'
import { isMemberThroughout } from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import type { Random } from './random.ts'

/** What planting needs: draws, the number of cases for the size of the county, and where answers go. */
export interface Planting {
  readonly tree: Tree
  readonly settings: Settings
  readonly random: Random
  /** So many cases in a county of 10,000, at least one. */
  count(inTenThousand: number): number
  breach(
    rule: string,
    kind: Answer['subject']['kind'],
    id: string,
    window: string,
    zh: string,
    en: string,
  ): void
}

/** The first cases of a list that fit, so many as a county of this size has, and not more than a third of them. */
export function some<T>(planting: Planting, from: readonly T[], inTenThousand: number): T[] {
  const most = Math.max(1, Math.floor(from.length / 3))
  return from.slice(0, Math.min(planting.count(inTenThousand), most))
}

/** Whether a post and the membership of its holder last all the last year. */
export function isSteady(post: Post, { yearFrom, to }: Settings): boolean {
  return post.from <= yearFrom && post.to >= to && isMemberThroughout(post.person, yearFrom, to)
}

/** `member@organization:role` */
export function postId(post: Post): string {
  return `${post.person.id}@${post.unit.id}:${post.role}`
}

/** All branches of the county. */
export function branchesOf(tree: Tree): Branch[] {
  return tree.organs.flatMap((organ) => organ.branches)
}

/** A person of whom nothing else is planted; claims the person. */
export function claimed(person: Person): Person {
  person.claimed = true
  return person
}

import type { Random } from './random.ts'

/** How an organ is organized by its size (机关条例 Art. 5–7). */
export type OrganForm = 'branch' | 'general-branch' | 'organ-committee'

/** The form that a number of members asks for. */
export function formFor(members: number): OrganForm {
  return members >= 100 ? 'organ-committee' : members >= 50 ? 'general-branch' : 'branch'
}

/**
 * Sizes of organs that add up to `total`, none near 50 or 100, where one more or less would ask for another
 * form: about a quarter with a single branch, a quarter with a general branch, the rest with a committee.
 */
export function organSizes(total: number, random: Random): number[] {
  if (total <= 45) return [total]
  if (total < 54) return [20, total - 20]
  if (total <= 93) return [total]
  if (total < 160) return [30, ...organSizes(total - 30, random)]
  const count = Math.max(3, Math.round(total / 167))
  const small = Math.max(1, Math.round(count * 0.27))
  const medium = Math.max(1, Math.round(count * 0.25))
  const sizes: number[] = []
  let rest = total
  const take = (size: number) => {
    sizes.push(size)
    rest -= size
  }
  for (let i = 0; i < small; i++) take(random.int(18, 44))
  for (let i = 0; i < medium; i++) take(random.int(56, 92))
  const large = Math.max(1, Math.min(count - small - medium, Math.floor(rest / 110)))
  if (rest < 110) return [...sizes.slice(0, -1), ...organSizes(rest + sizes.at(-1)!, random)]
  const weights = Array.from({ length: large }, () => 0.25 + random.next() ** 2 * 1.75)
  sizes.push(...apportioned(rest, weights, 108, rest))
  return random.shuffled(sizes)
}

/** Sizes of the branches of an organ that add up to `total`: from 4 to 46, about 24 on average. */
export function branchSizes(total: number, random: Random): number[] {
  if (total <= 26) return [total]
  const count = Math.max(Math.ceil(total / 44), Math.round(total / 23.5))
  const weights = Array.from({ length: count }, () => 0.2 + random.next() * 1.8)
  return apportioned(total, weights, Math.min(4, total), 46)
}

/** Integers in proportion to weights that add up to `total`, each from `least` to `most`. */
function apportioned(total: number, weights: readonly number[], least: number, most: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const sizes = weights.map((weight) => Math.min(most, Math.max(least, Math.round((total * weight) / sum))))
  let off = total - sizes.reduce((a, b) => a + b, 0)
  while (off !== 0) {
    const before = off
    for (let i = 0; i < sizes.length && off !== 0; i++) {
      const step = off > 0 ? 1 : -1
      const next = sizes[i]! + step
      if (next < least || next > most) continue
      sizes[i] = next
      off -= step
    }
    if (off === before) break
  }
  return sizes
}

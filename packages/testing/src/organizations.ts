import type { OrganizationKind } from '@xueshi/core'
import type { Flaw } from './chairs.ts'
import {
  type Branch,
  EVER,
  type Group,
  NEVER,
  type Organ,
  type Person,
  type Shape,
  type Unit,
} from './model.ts'
import { COUNTY, chineseNumber, organName } from './names.ts'
import type { Settings } from './options.ts'
import { Random } from './random.ts'
import { branchSizes, formFor, type OrganForm, organSizes } from './sizes.ts'
import { type FixedDay, fixedDayText } from './workdays.ts'

/** All organizations of the county. */
export interface Tree {
  readonly county: Unit
  readonly workingCommittee: Unit
  readonly organs: readonly Organ[]
  /** What is planted at single sessions, by id. */
  readonly flaws: Map<string, Flaw>
  /** Members who lecture in all branches. */
  readonly bank: Person[]
}

interface OrganPlan {
  readonly size: number
  readonly form: OrganForm
  /** Sizes that are not drawn but set, with their shape. */
  readonly shapes: { readonly size: number; readonly shape: Shape; readonly still: boolean }[]
  readonly still: boolean
}

/** County committee, working committee, organs, committees, branches; groups follow with the people. */
export function buildTree(settings: Settings): Tree {
  const county = unit('LX', `中共${COUNTY}委员会`, 'county-committee', null)
  const workingCommittee = unit('LX-GW', `中共${COUNTY}委县直机关工作委员会`, 'working-committee', county)
  const plans = organPlans(settings)
  const organs = plans.map((plan, index) => buildOrgan(plan, index, workingCommittee, settings))
  return { county, workingCommittee, organs, flaws: new Map(), bank: [] }
}

function organPlans(settings: Settings): OrganPlan[] {
  const random = new Random(settings.seed, 'organs')
  const { members, faults } = settings
  const fixed: OrganPlan[] = []
  const edge = (size: number, form: OrganForm) => fixed.push({ size, form, shapes: [], still: true })
  if (faults && members >= 500) {
    edge(120, 'general-branch')
    edge(53, 'branch')
  }
  if (members >= 2000) {
    edge(100, 'organ-committee')
    edge(99, 'general-branch')
    edge(49, 'branch')
    if (faults) {
      edge(104, 'general-branch')
      edge(50, 'branch')
    }
  }
  const rest = members - fixed.reduce((sum, plan) => sum + plan.size, 0)
  const plans: OrganPlan[] = organSizes(rest, random).map((size) => ({
    size,
    form: formFor(size),
    shapes: [],
    still: false,
  }))
  const large = plans.filter((plan) => plan.form === 'organ-committee')
  if (large.length > 0) {
    const times = Math.max(1, Math.round(members / 5000))
    let next = 0
    const give = (size: number, shape: Shape) => {
      for (let tries = 0; tries < large.length; tries++) {
        const plan = large[next++ % large.length]!
        const taken = plan.shapes.reduce((sum, one) => sum + one.size, 0)
        if (plan.size - taken - size < 60) continue
        plan.shapes.push({ size, shape, still: true })
        return
      }
    }
    for (let i = 0; i < times && faults; i++) {
      give(4, 'two-full')
      give(53, 'oversize')
      give(22, 'no-committee')
      give(15, 'committee-of-2')
      give(31, 'committee-of-8')
    }
    if (members >= 2000) {
      give(50, 'normal')
      give(3, 'normal')
      give(7, 'normal')
      give(6, 'normal')
    }
  }
  return [...plans, ...fixed]
}

function buildOrgan(plan: OrganPlan, index: number, parent: Unit, settings: Settings): Organ {
  const random = new Random(settings.seed, `organ-${index}`)
  const code = `LX-${String(index + 1).padStart(index < 999 ? 3 : 4, '0')}`
  const name = organName(index)
  // Organs of a set size are led by a leadership group: their form is what a rule looks at.
  const led = index % 8 === 5 && !plan.still ? 'party-committee' : 'leadership-group'
  const leadership = unit(code, `${name}${led === 'party-committee' ? '党委' : '党组'}`, led, parent)
  const organ: Organ = {
    index,
    name,
    leadership,
    study: unit(`${code}-ZX`, `${leadership.name}理论学习中心组`, 'study-group', leadership),
    committees: [],
    branches: [],
    committeePosts: [],
    leaders: [],
    studyPosts: [],
    staff: [],
    still: plan.still,
    floor: plan.form === 'organ-committee' ? 100 : plan.form === 'general-branch' ? 50 : 3,
    ceiling: plan.form === 'organ-committee' ? NEVER : plan.form === 'general-branch' ? 99 : 49,
    least: plan.size,
    most: plan.size,
    lifeMeeting: 'usual',
    skippedStudies: new Set(),
  }
  let above: Unit = leadership
  if (plan.form !== 'branch') {
    const committee = plan.form === 'organ-committee'
    above = unit(`${code}-W`, `${name}${committee ? '机关党委' : '机关党总支'}`, plan.form, leadership)
    organ.committees.push(above)
  }
  const sizes = drawnSizes(plan, random)
  const generals = generalBranches(plan, sizes, code, name, above)
  organ.committees.push(...generals)
  let ordinary = 0
  sizes.forEach((one, i) => {
    const branchAbove = generals.length === 0 ? above : generals[i % generals.length]!
    const label = one.retirees ? '离退休' : sizes.length === 1 ? '' : `第${chineseNumber(++ordinary)}`
    const order = String(i + 1).padStart(2, '0')
    const fixed = fixedDayFor(random)
    organ.branches.push({
      ...unit(
        `${code}-${order}`,
        `${name}${label}党支部${one.retirees && one.nth > 1 ? chineseNumber(one.nth) : ''}`,
        'branch',
        branchAbove,
      ),
      themeDay: fixedDayText(fixed),
      organ,
      retirees: one.retirees,
      fixed,
      shape: one.shape,
      size: one.size,
      still: one.still || plan.still,
      requested: null,
      putOffTo: null,
      people: [],
      incomers: [],
      posts: [],
      groups: [],
      least: one.size,
      most: one.size,
      skippedThemes: new Map(),
      skippedCommittees: new Set(),
      skippedGeneral: new Set(),
      orgLife: 'usual',
      appraisal: 'usual',
      history: true,
      lecture: null,
      earlierLecturer: null,
      claimed: one.shape !== 'normal',
    })
  })
  return organ
}

interface BranchPlan {
  readonly size: number
  readonly shape: Shape
  readonly still: boolean
  readonly retirees: boolean
  readonly nth: number
}

function drawnSizes(plan: OrganPlan, random: Random): BranchPlan[] {
  if (plan.form === 'branch')
    return [{ size: plan.size, shape: 'normal', still: plan.still, retirees: false, nth: 1 }]
  const set = plan.shapes.reduce((sum, one) => sum + one.size, 0)
  const rest = plan.size - set
  const retired = rest < 90 ? (rest >= 70 ? 16 : 0) : Math.round(rest * (0.1 + random.next() * 0.08))
  const serving = branchSizes(rest - retired, random).map((size) => ({ size, retirees: false, nth: 1 }))
  const old =
    retired === 0 ? [] : branchSizes(retired, random).map((size, i) => ({ size, retirees: true, nth: i + 1 }))
  return [
    ...serving.map((one) => ({ ...one, shape: 'normal' as const, still: plan.still })),
    ...plan.shapes.map((one) => ({ ...one, retirees: false, nth: 1 })),
    ...old.map((one) => ({ ...one, shape: 'normal' as const, still: plan.still })),
  ]
}

/** A large organ committee has general branches between itself and its branches. */
function generalBranches(
  plan: OrganPlan,
  sizes: readonly BranchPlan[],
  code: string,
  name: string,
  above: Unit,
): Unit[] {
  if (plan.form !== 'organ-committee' || plan.size < 260) return []
  const count = Math.min(6, Math.floor(sizes.length / 4))
  return Array.from({ length: count }, (_, i) =>
    unit(`${code}-Z${i + 1}`, `${name}第${chineseNumber(i + 1)}党总支`, 'general-branch', above),
  )
}

function fixedDayFor(random: Random): FixedDay {
  return random.chance(0.7)
    ? { day: random.int(3, 26) }
    : { nth: random.int(1, 3), weekday: random.int(1, 5) }
}

function unit(id: string, name: string, kind: OrganizationKind, parent: Unit | null): Unit {
  return {
    id,
    name,
    kind,
    parent,
    founded: EVER,
    dissolved: NEVER,
    themeDay: null,
    elections: [],
    omitted: new Set(),
  }
}

/** A group of a branch. */
export function groupOf(branch: Branch, ordinal: number, founded: number): Group {
  return {
    ...unit(`${branch.id}-G${ordinal}`, `${branch.name}第${chineseNumber(ordinal)}党小组`, 'group', branch),
    founded,
    posts: [],
    skipped: new Set(),
  }
}

/** A further branch in an organ, founded on a day. */
export function foundedBranch(organ: Organ, model: Branch, founded: number): Branch {
  const order = String(organ.branches.length + 1).padStart(2, '0')
  const code = organ.leadership.id
  return {
    ...model,
    ...unit(`${code}-${order}`, `${organ.name}新设党支部`, 'branch', model.parent),
    founded,
    themeDay: model.themeDay,
    size: 0,
    still: true,
    requested: founded - 20,
    people: [],
    incomers: [],
    posts: [],
    groups: [],
    least: 0,
    most: 0,
    skippedThemes: new Map(),
    skippedCommittees: new Set(),
    skippedGeneral: new Set(),
    orgLife: 'usual',
    appraisal: 'usual',
    history: true,
    lecture: null,
    earlierLecturer: null,
    claimed: true,
  }
}

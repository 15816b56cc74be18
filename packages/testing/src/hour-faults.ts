import { type EpochDay, epochDay, formatDate } from '@xueshi/core'
import { isPlain, peopleOf } from './changes.ts'
import {
  type Branch,
  type Decoy,
  holdsThroughout,
  isCommitteePost,
  isLeaderPost,
  type Person,
} from './model.ts'
import { type Planting, postId } from './planting.ts'

const DECOYS: readonly (Decoy | null)[] = [
  null,
  null,
  null,
  'overlap',
  null,
  'cap',
  null,
  'observer',
  null,
  'online',
  null,
  'zero',
]

/** Members with too few hours, without central training or rotation, gone for months; candidates half trained. */
export function plantHourFaults(planting: Planting): void {
  const { tree, settings, random, breach, count } = planting
  const year = `${settings.year}`
  const people = random.shuffled([...peopleOf(tree)])
  const plain = people.filter(
    (person) =>
      isPlain(person, settings) && person.rank === null && person.stays[0]!.branch.shape === 'normal',
  )
  const take = (k: number, use: (person: Person, i: number) => void) => {
    const n = Math.min(count(k), Math.max(1, Math.floor(plain.length / 20)))
    for (let i = 0; i < n; i++) {
      const person = plain.pop()
      if (person === undefined) return
      person.claimed = true
      use(person, i)
    }
  }
  take(60, (person, i) => {
    const decoy = DECOYS[i % DECOYS.length]!
    if (decoy === 'cap')
      breach('data/hour-sanity', 'member', person.id, year, '一天记了12学时', '12 hours on one day')
    const hours = decoy === null ? 100 * random.int(19, 24) + random.pick([0, 0, 50]) : 2900
    person.conduct = { kind: 'measured', hours, decoy }
    breach(
      'member/annual-hours',
      'member',
      person.id,
      year,
      `全年${hours / 100}学时${decoyText(decoy)[0]}`,
      `${hours / 100} hours in the year${decoyText(decoy)[1]}`,
    )
  })
  // Exactly enough: met.
  take(12, (person) => {
    person.conduct = { kind: 'measured', hours: 3200, decoy: null }
  })
  take(25, (person) => {
    person.bars = { central: true }
    breach(
      'member/annual-central-training',
      'member',
      person.id,
      year,
      '全年未参加集中培训',
      'no central training all year',
    )
  })
  take(6, (person) => {
    person.conduct = { kind: 'away', after: lastSeen(planting), excused: false, hours: false }
  })
  // Seen in the last six months, or on leave: not breached.
  take(4, (person) => {
    person.conduct = { kind: 'away', after: epochDay(settings.year, 8, 15), excused: false, hours: true }
  })
  take(2, (person) => {
    person.conduct = { kind: 'away', after: epochDay(settings.year, 4, 15), excused: true, hours: true }
  })
  plantPosts(planting, people)
  plantCandidates(planting, people)
}

function lastSeen(planting: Planting): EpochDay {
  const { settings, random } = planting
  return epochDay(settings.year, random.int(3, 5), random.int(1, 28))
}

function plantPosts(planting: Planting, people: readonly Person[]): void {
  const { settings, breach, count } = planting
  const { yearFrom, to } = settings
  const year = `${settings.year}`
  const simple = people.filter(
    (person) =>
      !person.claimed &&
      person.bars === null &&
      person.rank === null &&
      person.conduct.kind === 'ordinary' &&
      person.stays.length === 1 &&
      person.stays[0]!.branch.shape === 'normal' &&
      // Others can chair the meetings and make up the quorum.
      person.stays[0]!.branch.posts.filter((post) => post.from <= yearFrom && post.to >= to).length >= 4 &&
      !person.posts.some(isLeaderPost) &&
      person.posts.filter(isCommitteePost).length === 1 &&
      holdsThroughout(person.posts, yearFrom, to, (post) => post.unit.kind === 'branch'),
  )
  const secretaries = simple.filter((person) => person.posts.some((post) => post.role === 'secretary'))
  const members = simple.filter((person) => !secretaries.includes(person))
  const branches = new Set<Branch>()
  const cut = (from: Person[], k: number) => {
    const most = Math.min(count(k), Math.max(1, Math.floor(from.length / 4)))
    const taken: Person[] = []
    for (const person of [...from]) {
      const { branch } = person.stays[0]!
      if (taken.length >= most || branches.has(branch)) continue
      branches.add(branch)
      taken.push(person)
      from.splice(from.indexOf(person), 1)
    }
    return taken
  }
  for (const person of cut(secretaries, 7)) {
    person.claimed = true
    person.bars = { rotation: true }
    const post = person.posts.find((one) => one.role === 'secretary')!
    breach(
      'secretary/annual-rotation',
      'post',
      postId(post),
      year,
      '未参加县级以上集中轮训',
      'no rotation training at county level or above',
    )
  }
  for (const person of [...cut(secretaries, 6), ...cut(members, 8)]) {
    person.claimed = true
    person.conduct = { kind: 'measured', hours: 4000, decoy: null }
    breach(
      'secretary/annual-hours',
      'member',
      person.id,
      year,
      '任支部委员，全年40学时',
      'on a committee all year, 40 hours',
    )
  }
  for (const person of [...cut(secretaries, 2), ...cut(members, 3)]) {
    person.claimed = true
    person.conduct = { kind: 'measured', hours: 5600, decoy: null }
  }
}

function plantCandidates(planting: Planting, people: readonly Person[]): void {
  const { breach, count, settings } = planting
  const trained = people.filter(
    (person) =>
      person.training?.year === settings.year &&
      person.status === 'probationary' &&
      person.candidate! >= settings.yearFrom,
  )
  for (const person of trained.slice(0, count(5))) {
    person.training = { ...person.training!, days: 2 }
    breach(
      'development/target-training',
      'member',
      person.id,
      `${formatDate(person.candidate!)}..`,
      '入党前只培训2天16学时',
      'only 2 days and 16 hours of training before admission',
    )
  }
}

function decoyText(decoy: Decoy | null): readonly [string, string] {
  switch (decoy) {
    case null:
      return ['', '']
    case 'overlap':
      return ['（时间重叠的不重复计）', ' (overlapping sessions count once)']
    case 'cap':
      return ['（超过每日上限的不计）', ' (the daily cap cuts the rest)']
    case 'observer':
      return ['（列席不计）', ' (observing earns none)']
    case 'online':
      return ['（在线学习不计）', ' (online study earns none)']
    case 'zero':
      return ['（记为0的不计）', ' (a recorded 0 is 0)']
  }
}

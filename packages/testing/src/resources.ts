import { type CourseRow, type LecturerRow, TOPICS, type VenueRow } from '@xueshi/core'
import { FIELD_VENUES } from './names.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { branchesOf } from './planting.ts'
import { Random } from './random.ts'

/** Topics of the bank, in Chinese. */
const NAMES = TOPICS.map(({ zh }) => zh)

const COURSES = [
  '原著导读',
  '专题辅导',
  '案例研讨',
  '现场教学',
  '情景课堂',
  '经验分享',
  '政策解读',
  '实务操作',
] as const

/** Names forty members of the county (in a small one fewer) who lecture in all branches. */
export function fillBank(tree: Tree, settings: Settings): void {
  const random = new Random(settings.seed, 'bank')
  const fit = branchesOf(tree)
    .filter((branch) => !branch.retirees && branch.shape === 'normal')
    .flatMap((branch) => branch.people)
    .filter((person) => person.status === 'full' && person.posts.length === 0 && person.rank === null)
  const wanted = Math.min(40, Math.max(3, Math.round(settings.members / 250)))
  for (const person of random.shuffled(fit).slice(0, wanted)) {
    person.claimed = true
    tree.bank.push(person)
  }
}

/** The register of lecturers. */
export function lecturerRows(tree: Tree): LecturerRow[] {
  return tree.bank.map((person, i) => ({
    id: `SZ-${String(i + 1).padStart(3, '0')}`,
    name: person.name,
    member: person.id,
    organization: person.stays[0]!.branch.id,
    title: ['高级讲师', '副研究员', '高级工程师', '宣讲员'][i % 4]!,
    topics: [NAMES[i % NAMES.length]!, NAMES[(i * 3 + 1) % NAMES.length]!].filter(
      (topic, at, all) => all.indexOf(topic) === at,
    ),
  }))
}

/** A hundred courses, in a small county fewer, each by a lecturer of the register. */
export function courseRows(tree: Tree, settings: Settings): CourseRow[] {
  const count = Math.min(100, Math.max(10, Math.round(settings.members / 100)))
  return Array.from({ length: count }, (_, i) => {
    const lecturer = i % tree.bank.length
    const topic = NAMES[lecturer % NAMES.length]!
    return {
      id: `KC-${String(i + 1).padStart(3, '0')}`,
      name: `${topic}${COURSES[i % COURSES.length]!}（${Math.floor(i / COURSES.length) + 1}）`,
      lecturer: `SZ-${String(lecturer + 1).padStart(3, '0')}`,
      topics: [topic],
      hours: i % 3 === 0 ? 2 : 1.5,
    }
  })
}

/** Sixty venues: 26 that are open to all, the rest rooms of single organs. */
export function venueRows(tree: Tree, settings: Settings): VenueRow[] {
  const open = settings.profile === 'source-county' ? 10 : FIELD_VENUES.length
  const sites = FIELD_VENUES.map((name, i) => {
    const row: VenueRow = {
      id: `ZD-${String(i + 1).padStart(3, '0')}`,
      name,
      organization: tree.organs[i % tree.organs.length]!.leadership.id,
      address: `岚溪县${'东西南北'[i % 4]}街${i * 3 + 1}号`,
      capacity: 40 + (i % 5) * 20,
      shared: i < open,
    }
    if (row.shared === true)
      row.open =
        settings.profile === 'source-county'
          ? `${settings.year}年起周一至周五 9:00-17:00`
          : '周一至周五 9:00-17:00'
    return row
  })
  const rooms = tree.organs.slice(0, 34).map((organ, i) => ({
    id: `ZD-${String(FIELD_VENUES.length + i + 1).padStart(3, '0')}`,
    name: `${organ.name}机关党建活动中心`,
    organization: organ.leadership.id,
    address: `岚溪县${'东西南北'[i % 4]}路${i * 2 + 2}号`,
    capacity: 30 + (i % 4) * 30,
    shared: false,
  }))
  return [...sites, ...rooms]
}

import { type EpochDay, epochDay, formatDate, type ProgramRow } from '@xueshi/core'
import type { Unit } from './model.ts'
import type { Settings } from './options.ts'
import type { Tree } from './organizations.ts'
import { ROTATION_2020, rotationOf2020 } from './past.ts'
import type { Meeting } from './sessions.ts'
import { workdaysOf } from './workdays.ts'

/** The id of the document that is studied in a quarter. */
export function documentOf(year: number, quarter: number): string {
  return `WJ-${year}-${quarter}`
}

interface Found {
  readonly host: Unit
  readonly title: string
  readonly kind: string
  from: EpochDay
  to: EpochDay
  hours: number
}

/** The programs of the county: what the sessions name, the documents to be studied, and the themed education. */
export class ProgramList {
  readonly #tree: Tree
  readonly #settings: Settings
  readonly #found = new Map<string, Found>()

  constructor(tree: Tree, settings: Settings) {
    this.#tree = tree
    this.#settings = settings
  }

  /** Takes note of the program of a session, unless it is a document. */
  note(meeting: Meeting): void {
    const { program, host, title, day, lastDay } = meeting
    if (program === null || program.startsWith('WJ-') || program === ROTATION_2020) return
    const hours = Math.max(0, meeting.hours)
    const known = this.#found.get(program)
    if (known === undefined)
      this.#found.set(program, {
        host,
        title,
        kind: kindOf(meeting, this.#settings),
        from: day,
        to: lastDay,
        hours,
      })
    else {
      known.from = Math.min(known.from, day)
      known.to = Math.max(known.to, lastDay)
      known.hours += hours
    }
  }

  /** The rows, in the order in which the programs were met. */
  rows(): ProgramRow[] {
    const { firstYear, year } = this.#settings
    const rows = [...this.#found].map(([id, { host, title, kind, from, to, hours }]) => ({
      id,
      name: `${formatDate(from).slice(0, 4)}年${title}（${id.split('-').slice(2).join('-')}）`,
      organization: host.id,
      kind,
      from: formatDate(from),
      to: formatDate(to),
      audience: audienceOf(title),
      assessment: '结业测试',
      hours: hours / 100,
    }))
    if (this.#settings.profile !== null) rows.push(rotationOf2020(this.#tree))
    for (let of = firstYear; of <= year; of++) rows.push(...this.#yearly(of))
    return rows
  }

  #yearly(year: number) {
    const organization = this.#tree.workingCommittee.id
    const day = (month: number, at: number) => formatDate(workdaysOf(year, month).at(at)!)
    const documents = [1, 2, 3, 4].map((quarter) => ({
      id: documentOf(year, quarter),
      name: `${year}年第${'一二三四'[quarter - 1]}季度必学文件`,
      organization,
      kind: '学习文件',
      from: day(quarter * 3 - 2, 2),
      to: day(quarter * 3, -1),
      audience: ['党员'],
      assessment: '支部交流',
      hours: 1,
    }))
    const campaign = {
      id: `ZT-${year}`,
      name: `${year}年主题教育`,
      organization,
      kind: '主题教育',
      from: day(4, 0),
      to: formatDate(epochDay(year, 9, 30)),
      audience: ['党员'],
      items: ['专题党课', '专题研讨', '知识测试', '党性教育'],
      readings: ['党章', '党的历史读本', '先进典型事迹选编'],
      materials: this.#settings.members,
      assessment: '支部评议',
      hours: 12,
    }
    return [...documents, campaign]
  }
}

function kindOf({ kinds, title }: Meeting, { profile }: Settings): string {
  if (kinds.includes('induction-training')) return '任职培训'
  // The twelve classes of the profile are those of its five years.
  if (profile !== null && title.startsWith('支部委员')) return '党员轮训'
  if (title.startsWith('集中培训补训')) return '党员轮训'
  if (title.startsWith('公务员') || title.startsWith('四级调研员')) return '公务员培训'
  if (kinds.includes('rotation-training') || title.startsWith('冬春季')) return '党员轮训'
  return '培训班'
}

function audienceOf(title: string): string[] {
  if (title.includes('书记')) return ['书记']
  if (title.includes('支部委员')) return ['委员']
  if (title.includes('党务干部')) return ['党务干部']
  if (title.includes('发展对象')) return ['发展对象']
  if (title.startsWith('公务员') || title.startsWith('四级调研员')) return ['公务员']
  return ['党员']
}

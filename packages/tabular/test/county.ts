import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatasetRows } from '@xueshi/core'
import { afterAll } from 'vitest'
import { type ReadOptions, readDataset } from '../src/index.ts'

/** A small county whose every fact a person can check; all persons and numbers are invented. */
export const COUNTY: DatasetRows = {
  export: [{ exportedOn: '2026-01-10', from: '2025-01-01', to: '2025-12-31', source: '学时平台' }],
  organizations: [
    { id: 'W1', name: '县直机关工委', kind: 'working-committee' },
    {
      id: 'B1',
      name: '预算支部',
      kind: 'branch',
      parent: 'W1',
      founded: '2018-07-01',
      themeDay: '每月5日',
      tags: ['示范'],
    },
    { id: 'B2', name: '离退休支部', kind: 'branch', parent: 'W1', dissolved: '2025-10-31' },
    { id: 'G1', name: '第一党小组', kind: 'group', parent: 'B1' },
  ],
  members: [
    {
      id: 'M001',
      name: '张三',
      sex: '男',
      born: '1980-05-06',
      status: 'full',
      organization: 'B1',
      group: 'G1',
      appliedOn: '2001-03-01',
      admittedOn: '2002-07-01',
      fullOn: '2003-07-01',
      membership: 'normal',
      education: '大学',
      rank: '四级调研员',
    },
    { id: 'M002', name: '李䶮', born: '1991-02', status: 'full', organization: 'B1' },
    {
      id: 'M003',
      name: '王𬱖',
      status: 'full',
      organization: 'B2',
      tags: ['行动不便@2025-03-01..2025-09-30', '离退休'],
    },
    { id: 'M004', name: '买买提·艾力', status: 'activist', organization: 'B1', activistOn: '2025-02-10' },
  ],
  affiliations: [{ member: 'M002', organization: 'B1', from: '2024-01-01' }],
  posts: [{ member: 'M001', organization: 'B1', role: 'secretary', from: '2023-06-01', fullTime: false }],
  sessions: [
    {
      id: 'S1',
      organization: 'B1',
      kinds: ['theme-day', 'party-lecture'],
      title: '学习“两会”精神, 含"讨论"\n第二部分；🚩',
      start: '2025-03-05T14:30+08:00',
      end: '2025-03-05T16:30+08:00',
      hours: 2,
      mode: 'in-person',
      venue: '三楼会议室',
      lecturers: ['M001'],
      topics: ['party-history'],
      status: 'held',
    },
    {
      id: 'S2',
      organization: 'B2',
      kinds: ['general-meeting'],
      title: '=SUM(A1)',
      start: '2025-06-30',
      hours: 1.5,
    },
    {
      id: 'S3',
      organization: 'B1',
      kinds: ['theme-day'],
      start: '2025-04-05T00:00+08:00',
      reportedOn: '2025-04-06',
    },
    { id: 'S4', organization: 'B1', kinds: ['theme-day'], start: '2025-05-06T09:00+08:00', coHosts: ['B2'] },
  ],
  attendance: [
    { session: 'S1', member: 'M001', status: 'present', capacity: 'lecturer', hours: 2 },
    { session: 'S1', member: 'M002', status: 'made-up', makeUpSession: 'S4' },
    { session: 'S2', member: 'M003', status: 'excused' },
    { session: 'S4', member: 'M001', status: 'present' },
    { session: 'S4', member: 'M002', status: 'present' },
  ],
  acts: [
    {
      id: 'R1',
      kind: 'public-notice',
      date: '2025-04-01',
      until: '2025-04-08',
      organization: 'B1',
      member: 'M004',
      document: '公示〔2025〕1号',
      note: '无异议，已归档',
    },
    {
      id: 'R2',
      kind: 'election',
      date: '2025-05-06',
      organization: 'B1',
      session: 'S4',
      entitled: 1200,
      present: 27,
      inFavour: 25,
      amount: 1.5,
      topics: ['party-rules'],
    },
    { id: 'R3', kind: 'talk', date: '2025-06-01', organization: 'B1', member: 'M001', counterpart: 'M002' },
  ],
  lecturers: [
    { id: 'L1', name: '张三', member: 'M001', organization: 'B1', title: '主任', topics: ['party-history'] },
    { id: 'L2', name: '外请', title: '教授' },
  ],
  courses: [{ id: 'C1', name: '党的 历史（上）', lecturer: 'L1', topics: ['party-history'], hours: 1.5 }],
  venues: [
    {
      id: 'V1',
      name: '党员之家',
      organization: 'B1',
      address: '人民路1号',
      capacity: 60,
      shared: true,
      open: '周一至周五 9:00-17:00',
    },
    { id: 'V2', name: '会议室', shared: false },
  ],
  programs: [
    {
      id: 'K1',
      name: '支部书记轮训班',
      organization: 'W1',
      kind: '轮训',
      from: '2025-09-01',
      to: '2025-09-05',
      audience: ['secretary', '村干部'],
      quota: 50,
      items: ['党章', '条例'],
      readings: ['选编'],
      materials: 50,
      assessment: '闭卷考试',
      hours: 24,
    },
  ],
  services: [
    {
      id: 'F1',
      member: 'M002',
      date: '2025-03-12',
      kind: '双报到',
      organization: 'B2',
      theme: '植树',
      hours: 2,
    },
  ],
  waivers: [
    {
      rule: 'national/branch/theme-day',
      subject: 'B2',
      from: '2025-07-01',
      to: '2025-07-31',
      reason: '防汛',
      approver: '县直机关工委',
      document: '工委〔2025〕3号',
    },
  ],
}

const made: string[] = []
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

/** A new folder that holds the given files; it is removed after the tests of the file. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xueshi-tabular-'))
  made.push(folder)
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** The least export that is complete: one branch, one member, two sessions, one attendance. */
export const LEAST = {
  '党组织.csv': '组织编码,组织名称,组织类型\nB1,预算支部,党支部\n',
  '党员.csv': '党员编号,姓名,人员类别,所在党支部\nM1,张三,正式党员,B1\n',
  '活动.csv':
    '活动编号,组织编码,活动类型,开始时间\nS1,B1,主题党日,2025-03-05 14:30\nS2,B1,党课,2025-04-05 09:00\n',
  '考勤.csv': '活动编号,党员编号,出席情况\nS1,M1,出席\n',
} as const

/** The dataset of the least export with some files replaced or added, read from a folder. */
export async function readWith(files: Readonly<Record<string, string | Uint8Array>>, options?: ReadOptions) {
  return await readDataset(await folderOf({ ...LEAST, ...files }), { pseudonymKey: 'k', ...options })
}

import { buildDataset, type Dataset, type DatasetRows, type SessionRow } from '@xueshi/core'

/** A branch with a Party group, a centre group, registers, and whatever is planned. All names are made up. */
export function planned(sessions: readonly Partial<SessionRow>[], more: Partial<DatasetRows> = {}): Dataset {
  return buildDataset({
    organizations: [
      { id: 'dw', name: '县委', kind: '县委' },
      { id: 'dz', name: '财政局党组', kind: '党组', parent: 'dw' },
      { id: 'b1', name: '第一党支部', kind: '党支部', parent: 'dw' },
      { id: 'g1', name: '第一党小组', kind: '党小组', parent: 'b1' },
      { id: 'b2', name: '第二党支部', kind: '党支部', parent: 'dw' },
    ],
    members: [
      { id: 'm1', name: '甲一', status: '正式党员', organization: 'b1' },
      { id: 'm2', name: '乙二', status: '正式党员', organization: 'b1' },
      { id: 'm3', name: '丙三', status: '正式党员', organization: 'b2' },
    ],
    posts: [{ member: 'm2', organization: 'dz', role: '党组成员', from: '2024-01-01' }],
    lecturers: [
      { id: 'L1', name: '丁教授' },
      { id: 'L2', name: '丙三', member: 'm3' },
    ],
    venues: [
      { id: 'V1', name: '革命纪念馆', address: '人民路1号', shared: true },
      { id: 'V2', name: '财政局会议室' },
      { id: 'V3', name: '甲一党员活动点', shared: true },
      { id: 'V4', name: '城东党员中心户', shared: true },
    ],
    sessions: sessions.map((session, i) => ({
      id: `p${i + 1}`,
      organization: 'b1',
      kinds: ['主题党日'],
      title: `活动${i + 1}`,
      start: `2026-03-${String(10 + i).padStart(2, '0')}T14:30+08:00`,
      end: `2026-03-${String(10 + i).padStart(2, '0')}T16:30+08:00`,
      status: '计划',
      ...session,
    })),
    export: [{ exportedOn: '2026-01-05', from: '2026-01-01', to: '2026-12-31' }],
    ...more,
  })
}

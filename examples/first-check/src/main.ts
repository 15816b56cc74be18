/**
 * A platform's rows go in, findings come out. The rows are three months of one branch: a theme day is missing
 * in February, and no general meeting was held in the quarter.
 */
import { buildDataset, check, type DatasetRows, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'

const rows: DatasetRows = {
  export: [{ exportedOn: '2025-04-01', from: '2025-01-01', to: '2025-03-31', source: '示例' }],
  organizations: [
    { id: 'w01', name: '县直机关工委', kind: '机关工委' },
    { id: 'b01', name: '财政局第一党支部', kind: '党支部', parent: 'w01' },
  ],
  members: [
    { id: 'm01', name: '赵一', status: '正式党员', organization: 'b01' },
    { id: 'm02', name: '钱二', status: '正式党员', organization: 'b01' },
    { id: 'm03', name: '孙三', status: '正式党员', organization: 'b01' },
  ],
  posts: [{ member: 'm01', organization: 'b01', role: '书记', from: '2024-01-01' }],
  sessions: [
    {
      id: 's01',
      organization: 'b01',
      kinds: ['主题党日'],
      title: '学习党章',
      topics: ['党规党纪'],
      start: '2025-01-10T14:30+08:00',
      end: '2025-01-10T16:30+08:00',
    },
    {
      id: 's02',
      organization: 'b01',
      kinds: ['主题党日', '党课'],
      title: '重温入党誓词',
      start: '2025-03-10T14:30+08:00',
      end: '2025-03-10T16:30+08:00',
    },
  ],
  attendance: ['s01', 's02'].flatMap((session) =>
    ['m01', 'm02', 'm03'].map((member) => ({ session, member, status: '出席' })),
  ),
}

const dataset = buildDataset(rows)
for (const problem of dataset.problems) console.error(problem.code, problem.message['zh-CN'])

const report = check(dataset, defineConfig(national.presets.organ), { asOf: '2025-03-31' })
for (const finding of report.findings) {
  const { verdict, rule, subject, window } = finding
  console.log(`${verdict}  ${rule}  ${subject.id}  ${window.key}  ${finding.message()}`)
}
const { breached, pending, met } = report.summary
console.log(`${breached} breached, ${pending} pending, ${met} met`)

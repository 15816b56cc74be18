/** Rows as the CSV files of the input contract. Written by hand: tabular writes no input tables yet. */
import {
  ATTENDANCE_STATUSES,
  CAPACITIES,
  type DatasetRows,
  MEMBER_STATUSES,
  ORGANIZATION_KINDS,
  ROLES,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_STATUSES,
  type Term,
  TOPICS,
  termName,
} from '@xueshi/core'

export interface CsvTable {
  readonly file: string
  readonly text: string
}

type Cell = string | number | undefined

function csv(file: string, header: readonly string[], rows: readonly (readonly Cell[])[]): CsvTable {
  const quote = (cell: Cell) => {
    const text = cell === undefined ? '' : String(cell)
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return { file, text: `${[header, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n` }
}

function zh(terms: readonly Term[], id: string | undefined): string | undefined {
  return id === undefined ? undefined : termName(terms, id, 'zh-CN')
}

/** `2025-03-05 14:30` */
function time(instant: string | undefined): string | undefined {
  return instant?.slice(0, 16).replace('T', ' ')
}

export function csvTables(rows: DatasetRows): CsvTable[] {
  const stated = rows.export?.[0]
  return [
    csv(
      '党组织.csv',
      ['组织编码', '组织名称', '组织类型', '上级组织编码', '成立日期', '撤销日期', '主题党日'],
      rows.organizations.map((row) => [
        row.id,
        row.name,
        zh(ORGANIZATION_KINDS, row.kind),
        row.parent,
        row.founded,
        row.dissolved,
        row.themeDay,
      ]),
    ),
    csv(
      '党员.csv',
      [
        '党员编号',
        '姓名',
        '人员类别',
        '所在党支部',
        '党小组',
        '申请入党日期',
        '确定积极分子日期',
        '确定发展对象日期',
        '入党日期',
        '转正日期',
        '离开日期',
        '标签',
      ],
      rows.members.map((row) => [
        row.id,
        row.name,
        zh(MEMBER_STATUSES, row.status),
        row.organization,
        row.group,
        row.appliedOn,
        row.activistOn,
        row.candidateOn,
        row.admittedOn,
        row.fullOn,
        row.leftOn,
        row.tags?.join('、'),
      ]),
    ),
    csv(
      '组织关系.csv',
      ['党员编号', '组织编码', '转入日期', '转出日期'],
      (rows.affiliations ?? []).map((row) => [row.member, row.organization, row.from, row.to]),
    ),
    csv(
      '任职.csv',
      ['党员编号', '组织编码', '职务', '任职日期', '免职日期'],
      (rows.posts ?? []).map((row) => [row.member, row.organization, zh(ROLES, row.role), row.from, row.to]),
    ),
    csv(
      '活动.csv',
      [
        '活动编号',
        '组织编码',
        '活动类型',
        '主题',
        '开始时间',
        '结束时间',
        '学时',
        '方式',
        '地点',
        '主讲人',
        '内容分类',
        '联办组织',
        '状态',
      ],
      rows.sessions.map((row) => [
        row.id,
        row.organization,
        row.kinds.map((kind) => zh(SESSION_KINDS, kind)).join('、'),
        row.title,
        time(row.start),
        time(row.end),
        row.hours,
        zh(SESSION_MODES, row.mode),
        row.venue,
        row.lecturers?.join('、'),
        row.topics?.map((topic) => zh(TOPICS, topic)).join('、'),
        row.coHosts?.join('、'),
        zh(SESSION_STATUSES, row.status),
      ]),
    ),
    csv(
      '考勤.csv',
      ['活动编号', '党员编号', '出席情况', '身份', '学时', '补学活动编号'],
      (rows.attendance ?? []).map((row) => [
        row.session,
        row.member,
        zh(ATTENDANCE_STATUSES, row.status),
        zh(CAPACITIES, row.capacity),
        row.hours,
        row.makeUpSession,
      ]),
    ),
    csv('导出说明.csv', ['导出日期', '数据起', '数据止'], [[stated?.exportedOn, stated?.from, stated?.to]]),
  ]
}

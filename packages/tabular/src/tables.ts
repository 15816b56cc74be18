/**
 * The input contract: which tables and columns a county's export may have, and by which headers they are
 * known. Readers, writers and the documentation of the format read this file.
 */
import type { InputTable } from '@xueshi/core'

/**
 * How a cell is read.
 *
 * `id` identifier, normalised in width · `ref` identifier or name of a record · `name` word without
 * blanks between Chinese characters · `text` free text · `citizen` citizen number · `date` civil date ·
 * `birth` date or month · `instant` date with time of day, or a date alone · `hours` credit hours ·
 * `number` a number, with or without a measure word (30人) · `boolean` 是/否 · `list` several words in one cell.
 */
export type ColumnType =
  | 'id'
  | 'ref'
  | 'name'
  | 'text'
  | 'citizen'
  | 'date'
  | 'birth'
  | 'instant'
  | 'hours'
  | 'number'
  | 'boolean'
  | 'list'

/** A column of an input table. */
export interface InputColumn {
  /** Name of the field in the row and in `dataset.json`. */
  readonly field: string
  /** Canonical Chinese header; the one that is written. */
  readonly header: string
  readonly type: ColumnType
  readonly required: boolean
  /** A row whose cell here cannot be read is left out: without its end a post would run on. */
  readonly vital: boolean
  /** Further headers, best first. */
  readonly aliases: readonly string[]
}

/** A table of the input contract. */
export interface InputTableContract {
  readonly table: InputTable
  /** A dataset without this table is not trustworthy. */
  readonly required: boolean
  readonly columns: readonly InputColumn[]
}

/** Field and header, with `*` where the column is required and `!` where it is vital; type and aliases. */
function column(field: string, header: string, type: ColumnType, aliases = ''): InputColumn {
  const required = header.endsWith('*')
  const vital = required || header.endsWith('!')
  return {
    field,
    header: vital ? header.slice(0, -1) : header,
    type,
    required,
    vital,
    aliases: aliases === '' ? [] : aliases.split(' '),
  }
}

const MEMBER_REFERENCE =
  '党员编码 人员编号 编号 党员 姓名 党员姓名 公民身份号码 公民身份证号码 公民身份证号 身份证号 身份证号码'
/** In a table whose records have numbers of their own, 编号 is such a number. */
const MEMBER_OF_RECORD = MEMBER_REFERENCE.replace(' 编号 ', ' ')
const ORGANIZATION_REFERENCE =
  '组织编号 组织代码 党组织编码 党组织编号 党组织代码 组织名称 党组织名称 组织 党组织 所在党支部 所属党支部 党支部 支部 所属党组织 所在组织 主办组织 主办单位 开展组织'

/** The tables in the order in which they are read and written. */
export const INPUT_TABLES: readonly InputTableContract[] = [
  {
    table: 'export',
    required: false,
    columns: [
      column('exportedOn', '导出日期', 'date', '导出时间'),
      column('from', '数据起', 'date', '数据起始 数据起始日期 数据开始日期'),
      column('to', '数据止', 'date', '数据截止 数据截止日期 数据结束日期'),
      column('source', '来源', 'text', '数据来源'),
    ],
  },
  {
    table: 'organizations',
    required: true,
    columns: [
      column('id', '组织编码*', 'id', '组织编号 组织代码 党组织编码 党组织编号 党组织代码 编码 编号'),
      column('name', '组织名称*', 'name', '党组织名称 组织全称 党组织全称 名称'),
      column('kind', '组织类型*', 'name', '组织类别 党组织类型 党组织类别 类型 类别'),
      column(
        'parent',
        '上级组织编码',
        'ref',
        '上级组织编号 上级组织代码 上级党组织编码 上级党组织编号 上级组织 上级党组织 上级组织名称 上级党组织名称 隶属党组织',
      ),
      column('founded', '成立日期', 'date', '成立时间 建立日期 建立时间 设立日期'),
      column('dissolved', '撤销日期', 'date', '撤销时间'),
      column('themeDay', '主题党日', 'name', '固定主题党日 主题党日时间 主题党日固定日 每月固定日'),
      column('tags', '标签', 'list'),
    ],
  },
  {
    table: 'members',
    required: true,
    columns: [
      column('id', '党员编号', 'id', '党员编码 人员编号 编号'),
      column('name', '姓名*', 'name', '党员姓名 名字'),
      column('sex', '性别', 'name'),
      column('born', '出生日期', 'birth', '出生年月日 出生年月 出生时间 生日'),
      column(
        'citizenId',
        '公民身份号码',
        'citizen',
        '公民身份证号码 公民身份证号 身份证号 身份证号码 身份证',
      ),
      column('status', '人员类别*', 'name', '党员类别 党员类型 党员阶段 发展阶段'),
      column(
        'organization',
        '所在党支部*',
        'ref',
        '所属党支部 党支部 支部 所在党组织 所属党组织 党组织 所在组织 隶属党组织',
      ),
      column('group', '党小组', 'ref', '所在党小组 所属党小组'),
      column('appliedOn', '申请入党日期', 'date', '申请入党时间'),
      column(
        'activistOn',
        '确定积极分子日期',
        'date',
        '确定入党积极分子日期 确定为积极分子日期 列为积极分子日期 确定积极分子时间',
      ),
      column(
        'candidateOn',
        '确定发展对象日期',
        'date',
        '确定为发展对象日期 列为发展对象日期 确定发展对象时间',
      ),
      column('admittedOn', '入党日期', 'date', '加入党组织日期 入党时间 加入党组织时间'),
      column('fullOn', '转正日期', 'date', '转为正式党员日期 转正时间'),
      column('membership', '党籍状态', 'name'),
      column('suspendedOn', '停止党籍日期', 'date', '停止党籍时间'),
      column('resumedOn', '恢复党籍日期', 'date', '恢复党籍时间'),
      column('leftOn', '离开日期', 'date', '离开时间'),
      column('education', '学历', 'name', '文化程度'),
      column('occupation', '工作岗位', 'name'),
      column('rank', '职级', 'name'),
      column('tags', '标签', 'list'),
    ],
  },
  {
    table: 'affiliations',
    required: false,
    columns: [
      column('member', '党员编号*', 'ref', MEMBER_REFERENCE),
      column('organization', '组织编码*', 'ref', ORGANIZATION_REFERENCE),
      column('from', '转入日期*', 'date', '转入时间 起始日期 开始日期'),
      column('to', '转出日期!', 'date', '转出时间 截止日期 结束日期'),
    ],
  },
  {
    table: 'posts',
    required: false,
    columns: [
      column('member', '党员编号*', 'ref', MEMBER_REFERENCE),
      column('organization', '组织编码*', 'ref', ORGANIZATION_REFERENCE),
      column('role', '职务*', 'name', '党内职务 党内岗位'),
      column('from', '任职日期*', 'date', '任职时间 任职起始日期 开始日期'),
      column('to', '免职日期!', 'date', '免职时间 离任日期 离任时间 结束日期'),
      column('fullTime', '专职', 'boolean', '是否专职'),
    ],
  },
  {
    table: 'sessions',
    required: true,
    columns: [
      column('id', '活动编号*', 'id', '活动编码 会议编号 编号'),
      column('organization', '组织编码*', 'ref', ORGANIZATION_REFERENCE),
      column('kinds', '活动类型*', 'list', '活动类别 会议类型 组织生活类型 类型'),
      column('title', '主题', 'text', '活动主题 会议主题 活动名称 会议名称 名称 议题'),
      column(
        'start',
        '开始时间*',
        'instant',
        '活动开始时间 起始时间 活动时间 会议时间 召开时间 开展时间 开始日期 活动日期 会议日期 时间 日期',
      ),
      column('end', '结束时间', 'instant', '活动结束时间 截止时间 结束日期'),
      column('hours', '学时', 'hours', '学时数 课时'),
      column('mode', '方式', 'name', '活动方式 活动形式 培训形式 形式'),
      column('venue', '地点', 'text', '活动地点 会议地点 场所'),
      column('lecturers', '主讲人', 'list', '主讲 授课人 讲课人'),
      column('topics', '内容分类', 'list', '学习内容分类 内容'),
      column('program', '培训项目', 'text', '项目 班次'),
      column('coHosts', '联办组织', 'list', '联办单位 协办单位 协办组织'),
      column('observers', '列席单位', 'list', '列席组织 列席旁听单位 旁听单位'),
      column('status', '状态', 'name', '活动状态'),
      column('plannedId', '计划编号', 'id'),
      column('reportedOn', '报告日期', 'date', '报告时间 上报日期'),
      column('bulletinOn', '通报日期', 'date', '通报时间'),
      column('participants', '参加人员', 'list', '参会人员 出席人员 到会人员 实到人员 参会名单'),
      column('excused', '请假人员', 'list', '请假名单'),
      column('absentees', '缺席人员', 'list', '缺席名单 未到人员'),
    ],
  },
  {
    table: 'attendance',
    required: false,
    columns: [
      column('session', '活动编号*', 'id', '活动编码 会议编号'),
      column('member', '党员编号*', 'ref', MEMBER_REFERENCE),
      column('status', '出席情况*', 'name', '考勤状态 出勤情况 参会情况 签到状态 考勤 状态'),
      column('capacity', '身份', 'name', '参会身份'),
      column('hours', '学时', 'hours', '获得学时 认定学时 学时数 课时'),
      column('makeUpSession', '补学活动编号', 'id', '补学活动编码'),
    ],
  },
  {
    table: 'acts',
    required: false,
    columns: [
      column('id', '记录编号*', 'id', '记录编码 编号'),
      column('kind', '类型*', 'name', '记录类型 记录类别 事项类型 事项 类别'),
      column('date', '日期*', 'date', '记录日期 发生日期 办理日期 开展日期 开始日期 时间'),
      column('until', '截止日期', 'date', '截止时间 结束日期 结束时间'),
      column('organization', '组织编码', 'ref', ORGANIZATION_REFERENCE),
      column('member', '党员编号', 'ref', MEMBER_OF_RECORD),
      column('counterpart', '对方党员编号', 'ref', '对方党员编码 对方编号 对方 对方姓名 对方党员'),
      column('session', '活动编号', 'id', '活动编码 会议编号'),
      column('entitled', '应到人数', 'number', '应到会人数 应参加人数 应到'),
      column('present', '实到人数', 'number', '实到会人数 到会人数 实际到会人数 实到'),
      column('inFavour', '赞成人数', 'number', '赞成票数 赞成票 同意人数 同意票数 赞成'),
      column('amount', '数量', 'number', '份数 次数'),
      column('topics', '内容分类', 'list', '内容'),
      column('document', '文号', 'text', '文件编号 文件号'),
      column('note', '备注', 'text', '说明 摘要'),
    ],
  },
  {
    table: 'lecturers',
    required: false,
    columns: [
      column('id', '师资编号*', 'id', '师资编码 讲师编号 编号'),
      column('name', '姓名*', 'name', '师资姓名 讲师姓名 名字'),
      column(
        'member',
        '党员编号',
        'ref',
        '党员编码 人员编号 公民身份号码 公民身份证号码 公民身份证号 身份证号 身份证号码',
      ),
      column('organization', '组织编码', 'ref', ORGANIZATION_REFERENCE),
      column('title', '职务职称', 'text', '职务 职称 职务（职称） 工作单位及职务'),
      column('topics', '专题分类', 'list', '内容分类 专题 研究方向 擅长领域'),
    ],
  },
  {
    table: 'courses',
    required: false,
    columns: [
      column('id', '课程编号*', 'id', '课程编码 编号'),
      column('name', '课程名称*', 'text', '名称 课程 课题'),
      column('lecturer', '主讲人编号', 'ref', '主讲人 师资编号 师资编码 讲师编号 主讲 授课人 讲课人'),
      column('topics', '专题分类', 'list', '内容分类 专题'),
      column('hours', '学时', 'hours', '学时数 课时'),
    ],
  },
  {
    table: 'venues',
    required: false,
    columns: [
      column('id', '阵地编号*', 'id', '阵地编码 编号'),
      column('name', '名称*', 'text', '阵地名称 场所名称 阵地'),
      column('organization', '组织编码', 'ref', ORGANIZATION_REFERENCE),
      column('address', '地址', 'text', '地点 位置 详细地址'),
      column('capacity', '容纳人数', 'number', '可容纳人数 容量 座位数'),
      column('shared', '是否开放', 'boolean', '开放 是否共享 共享'),
      column('open', '开放时间', 'text', '开放时段'),
    ],
  },
  {
    table: 'programs',
    required: false,
    columns: [
      column('id', '项目编号*', 'id', '项目编码 培训项目编号 班次编号 编号'),
      column('name', '名称*', 'text', '项目名称 培训项目 班次名称 培训班名称'),
      column('organization', '组织编码*', 'ref', ORGANIZATION_REFERENCE),
      column('kind', '类型', 'name', '项目类型 项目类别 培训类型 类别'),
      column('from', '开始日期*', 'date', '开始时间 起始日期 开班日期'),
      column('to', '结束日期!', 'date', '结束时间 截止日期 结业日期'),
      column('audience', '对象', 'list', '培训对象 参训对象'),
      column('quota', '名额', 'number', '计划人数 培训名额 人数'),
      column('items', '必修内容', 'list', '必修 必修科目 必修课程'),
      column('readings', '阅读书目', 'list', '书目 必读书目 学习书目'),
      column('materials', '教材数量', 'number', '教材套数 教材册数 教材'),
      column('assessment', '考核方式', 'text', '考核'),
      column('hours', '学时', 'hours', '学时数 课时'),
    ],
  },
  {
    table: 'services',
    required: false,
    columns: [
      column('id', '服务编号*', 'id', '服务编码 记录编号 编号'),
      column('member', '党员编号*', 'ref', MEMBER_OF_RECORD),
      column('date', '日期*', 'date', '服务日期 服务时间 时间'),
      column('kind', '类型', 'name', '服务类型 服务类别 类别'),
      column('organization', '组织编码', 'ref', ORGANIZATION_REFERENCE),
      column('theme', '主题', 'text', '服务主题 服务内容 服务项目 内容'),
      column('hours', '时长', 'hours', '服务时长 小时 小时数 学时'),
    ],
  },
  {
    table: 'waivers',
    required: false,
    columns: [
      column('rule', '规则*', 'id', '规则编号'),
      column('subject', '对象编号*', 'ref', '对象'),
      column('from', '起*', 'date', '起始日期 开始日期'),
      column('to', '止*', 'date', '截止日期 结束日期'),
      column('reason', '事由*', 'text', '原因'),
      column('approver', '批准人*', 'name', '审批人'),
      column('document', '文号*', 'name'),
    ],
  },
]

const CONTRACTS = new Map(INPUT_TABLES.map((contract) => [contract.table, contract]))

/** The contract of one table. */
export function contractOf(table: InputTable): InputTableContract {
  return CONTRACTS.get(table)!
}

/** Whether a word of unknown origin names an input table. */
export function isInputTable(word: string): word is InputTable {
  return CONTRACTS.has(word as InputTable)
}

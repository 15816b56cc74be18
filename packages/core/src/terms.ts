/**
 * The table of terms: each word of the field with its identifier, its Chinese and English names and the
 * aliases met in exports. Code, documents, the command line, messages and importers read this file.
 */

/** One term; `aliases` are further Chinese words for it. */
export interface Term {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly aliases?: readonly string[]
}

/** A kind of session and what its attendance is good for. */
export interface SessionKindTerm extends Term {
  /** Organizational life 组织生活. */
  readonly organizationalLife?: true
  /** Attendance earns learning hours 集中学习培训学时. */
  readonly learning?: true
  /** Central training 集中培训. */
  readonly central?: true
  /** Earns hours only where the credit policy says so. */
  readonly policyHours?: true
}

/** Kinds of Party organizations 组织类型. */
export const ORGANIZATION_KINDS = [
  { id: 'county-committee', zh: '县委', en: 'county committee', aliases: ['县委员会', '区委', '市委'] },
  { id: 'working-committee', zh: '机关工委', en: 'organ working committee', aliases: ['县直机关工委', '直属机关工委', '工委', '机关工作委员会', '党工委'] },
  { id: 'party-committee', zh: '党委', en: 'Party committee', aliases: ['基层党委', '党的委员会'] },
  { id: 'leadership-group', zh: '党组', en: 'leadership group' },
  { id: 'organ-committee', zh: '机关党委', en: 'organ Party committee', aliases: ['机关委员会', '机关党的委员会'] },
  { id: 'general-branch', zh: '党总支', en: 'general branch', aliases: ['党总支部', '总支', '总支部', '机关党总支'] },
  { id: 'branch', zh: '党支部', en: 'branch', aliases: ['支部', '联合党支部', '机关党支部', '离退休党支部', '离退休干部党支部'] },
  { id: 'group', zh: '党小组', en: 'Party group', aliases: ['小组'] },
  { id: 'study-group', zh: '理论学习中心组', en: 'study centre group', aliases: ['中心组', '党组理论学习中心组', '党委理论学习中心组'] },
] as const satisfies readonly Term[]

/** Statuses of persons 人员类别, from applicant to full member. */
export const MEMBER_STATUSES = [
  { id: 'full', zh: '正式党员', en: 'full member', aliases: ['正式', '党员'] },
  { id: 'probationary', zh: '预备党员', en: 'probationary member', aliases: ['预备'] },
  { id: 'candidate', zh: '发展对象', en: 'candidate for admission' },
  { id: 'activist', zh: '入党积极分子', en: 'activist', aliases: ['积极分子'] },
  { id: 'applicant', zh: '入党申请人', en: 'applicant', aliases: ['申请人'] },
] as const satisfies readonly Term[]

/** States of membership 党籍状态. */
export const MEMBERSHIP_STATES = [
  { id: 'normal', zh: '正常', en: 'in good standing', aliases: ['正常党籍', '有党籍'] },
  { id: 'suspended', zh: '停止党籍', en: 'membership suspended', aliases: ['停止'] },
] as const satisfies readonly Term[]

/** Kinds of sessions 活动类型, with what attending them is good for. */
export const SESSION_KINDS = [
  { id: 'general-meeting', zh: '党员大会', en: 'general meeting', aliases: ['支部党员大会', '支部大会', '党支部党员大会'], organizationalLife: true, learning: true },
  { id: 'committee-meeting', zh: '支委会', en: 'committee meeting', aliases: ['支部委员会会议', '党支部委员会会议', '支部委员会', '支委会会议'] },
  { id: 'group-meeting', zh: '党小组会', en: 'Party group meeting', aliases: ['党小组会议', '小组会'], organizationalLife: true, learning: true },
  { id: 'party-lecture', zh: '党课', en: 'Party lecture', aliases: ['上党课', '专题党课'], organizationalLife: true, learning: true },
  { id: 'theme-day', zh: '主题党日', en: 'theme day', aliases: ['主题党日活动'], organizationalLife: true, learning: true },
  { id: 'org-life-meeting', zh: '组织生活会', en: 'organizational life meeting', aliases: ['专题组织生活会'], organizationalLife: true },
  { id: 'democratic-appraisal', zh: '民主评议党员', en: 'democratic appraisal of members', aliases: ['民主评议'], organizationalLife: true },
  { id: 'democratic-life-meeting', zh: '民主生活会', en: 'democratic life meeting', aliases: ['专题民主生活会'] },
  { id: 'center-group-study', zh: '理论学习中心组学习', en: 'centre-group study', aliases: ['中心组学习', '党组理论学习中心组学习', '中心组集体学习研讨'], learning: true },
  { id: 'collective-study', zh: '集体学习', en: 'collective study', aliases: ['集中学习'], learning: true },
  { id: 'central-training', zh: '集中培训', en: 'central training', aliases: ['冬春季集中培训', '冬春训', '培训班'], learning: true, central: true },
  { id: 'rotation-training', zh: '集中轮训', en: 'rotation training', aliases: ['党员轮训', '轮训', '党员集中轮训', '支部书记轮训'], learning: true, central: true },
  { id: 'induction-training', zh: '任职培训', en: 'induction training', learning: true, central: true },
  { id: 'target-training', zh: '发展对象培训', en: 'training of candidates', aliases: ['发展对象短期集中培训', '发展对象集中培训'], learning: true },
  { id: 'online-study', zh: '在线学习', en: 'online study', aliases: ['网络学习', '在线学习培训', '线上学习'], policyHours: true },
  { id: 'self-study', zh: '自学', en: 'self-study', aliases: ['个人自学'], policyHours: true },
  { id: 'home-delivery', zh: '送学上门', en: 'study brought home', aliases: ['走访慰问'], policyHours: true },
  { id: 'duty-report', zh: '述职', en: 'duty report', aliases: ['述职评议', '述职评议考核'] },
  { id: 'talk', zh: '谈心谈话', en: 'heart-to-heart talk', aliases: ['谈话'] },
  { id: 'service', zh: '志愿服务', en: 'voluntary service', aliases: ['双报到', '我为群众办实事', '微心愿'] },
  { id: 'cadre-assembly', zh: '机关党员干部大会', en: 'assembly of members and cadres', aliases: ['党员干部大会'] },
] as const satisfies readonly SessionKindTerm[]

/** Modes of sessions 方式. */
export const SESSION_MODES = [
  { id: 'in-person', zh: '线下', en: 'in person', aliases: ['集中', '现场', '面授', '集中学习', '线下集中'] },
  { id: 'online', zh: '线上', en: 'online', aliases: ['在线', '网络'] },
  { id: 'video', zh: '视频', en: 'by video', aliases: ['视频会议'] },
  { id: 'self-study', zh: '自学', en: 'self-study' },
  { id: 'field', zh: '现场教学', en: 'field', aliases: ['实地', '参观', '现场学习'] },
  { id: 'home-delivery', zh: '送学上门', en: 'brought home', aliases: ['走访'] },
] as const satisfies readonly Term[]

/** Statuses of sessions 状态. */
export const SESSION_STATUSES = [
  { id: 'planned', zh: '计划', en: 'planned', aliases: ['未开始', '待开展', '计划中', '未举办'] },
  { id: 'held', zh: '已举办', en: 'held', aliases: ['举办', '已开展', '已完成', '已结束', '完成'] },
  { id: 'cancelled', zh: '取消', en: 'cancelled', aliases: ['已取消', '作废'] },
] as const satisfies readonly Term[]

/** Words of attendance 出席情况. */
export const ATTENDANCE_STATUSES = [
  { id: 'present', zh: '出席', en: 'present', aliases: ['到会', '参加', '已参加', '已到', '签到', '实到'] },
  { id: 'excused', zh: '请假', en: 'excused', aliases: ['事假', '病假', '公假'] },
  { id: 'absent', zh: '缺席', en: 'absent', aliases: ['未到', '未参加', '旷会', '缺勤'] },
  { id: 'made-up', zh: '补学', en: 'made up', aliases: ['已补学', '补课'] },
] as const satisfies readonly Term[]

/** Capacities in which persons attend 身份. */
export const CAPACITIES = [
  { id: 'member', zh: '普通党员', en: 'ordinary member', aliases: ['参会人员', '参加', '党员'] },
  { id: 'lecturer', zh: '主讲', en: 'lecturer', aliases: ['主讲人', '授课', '授课人'] },
  { id: 'chair', zh: '主持', en: 'chair', aliases: ['主持人'] },
  { id: 'observer', zh: '列席旁听', en: 'observer', aliases: ['列席', '旁听', '巡听'] },
] as const satisfies readonly Term[]

/** Roles of posts. A Chinese role that ends in 委员 and is not listed is read as `committee-member`. */
export const ROLES = [
  { id: 'secretary', zh: '书记', en: 'secretary', aliases: ['党支部书记', '支部书记', '总支书记', '党总支书记', '机关党委书记', '机关工委书记'] },
  { id: 'deputy-secretary', zh: '副书记', en: 'deputy secretary', aliases: ['党支部副书记', '支部副书记', '总支副书记', '党总支副书记', '机关党委副书记', '专职副书记'] },
  { id: 'organization-member', zh: '组织委员', en: 'committee member for organization' },
  { id: 'publicity-member', zh: '宣传委员', en: 'committee member for publicity' },
  { id: 'discipline-member', zh: '纪检委员', en: 'committee member for discipline', aliases: ['纪律检查委员'] },
  { id: 'committee-member', zh: '委员', en: 'committee member', aliases: ['支部委员', '支委', '总支委员', '机关党委委员', '青年委员', '群工委员', '统战委员'] },
  { id: 'group-leader', zh: '党小组组长', en: 'leader of a Party group', aliases: ['小组长', '党小组长', '组长'] },
  { id: 'committee-secretary', zh: '党委书记', en: 'secretary of the Party committee', aliases: ['县委书记'] },
  { id: 'committee-deputy-secretary', zh: '党委副书记', en: 'deputy secretary of the Party committee' },
  { id: 'party-committee-member', zh: '党委委员', en: 'member of the Party committee' },
  { id: 'leadership-secretary', zh: '党组书记', en: 'secretary of the leadership group' },
  { id: 'leadership-deputy-secretary', zh: '党组副书记', en: 'deputy secretary of the leadership group' },
  { id: 'leadership-member', zh: '党组成员', en: 'member of the leadership group' },
  { id: 'study-group-leader', zh: '中心组组长', en: 'leader of the study centre group' },
  { id: 'study-group-member', zh: '中心组成员', en: 'member of the study centre group' },
  { id: 'study-secretary', zh: '学习秘书', en: 'study secretary', aliases: ['中心组学习秘书'] },
  { id: 'party-affairs-staff', zh: '党务干部', en: 'Party-affairs staff', aliases: ['专职党务干部', '党务工作者', '组织员'] },
] as const satisfies readonly Term[]

/** Roles that make up the committee of a branch besides its secretary (支部条例 Art. 20). */
export const COMMITTEE_MEMBER_ROLES = [
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
] as const

/** Known tags of members; other tags are kept as they are written. */
export const MEMBER_TAGS = [
  { id: 'frail', zh: '年老体弱', en: 'old and frail' },
  { id: 'mobility-limited', zh: '行动不便', en: 'mobility-limited' },
  { id: 'gravely-ill', zh: '身患重病', en: 'gravely ill', aliases: ['重病'] },
  { id: 'incapacitated', zh: '失能', en: 'incapacitated' },
  { id: 'mobile', zh: '流动党员', en: 'mobile member', aliases: ['流动'] },
  { id: 'retired', zh: '离退休', en: 'retired', aliases: ['退休', '离休'] },
  { id: 'on-leave', zh: '请长假', en: 'on long leave', aliases: ['休假'] },
  { id: 'abroad', zh: '出国（境）', en: 'abroad', aliases: ['出国', '出境', '出国(境)'] },
] as const satisfies readonly Term[]

/** Topics of sessions 内容分类. */
export const TOPICS = [
  { id: 'party-history', zh: '党史', en: 'Party history', aliases: ['党史学习教育', '中共党史', '四史', '党的历史'] },
  { id: 'political-theory', zh: '政治理论', en: 'political theory', aliases: ['党的创新理论', '理论学习'] },
  { id: 'party-rules', zh: '党规党纪', en: 'Party rules and discipline', aliases: ['党章党规', '党纪', '纪律教育'] },
  { id: 'economy', zh: '现代经济', en: 'modern economy', aliases: ['经济'] },
  { id: 'social-administration', zh: '社会管理', en: 'social administration', aliases: ['社会治理'] },
  { id: 'science', zh: '科学技术', en: 'science and technology', aliases: ['科技'] },
  { id: 'models', zh: '先进典型', en: 'advanced models', aliases: ['典型'] },
] as const satisfies readonly Term[]

/** Kinds of dated acts 记录类型: what is recorded without being a session. */
export const ACT_KINDS = [
  { id: 'election', zh: '换届选举', en: 'election at the end of a term', aliases: ['换届', '选举', '届满换届'] },
  { id: 'by-election', zh: '补选', en: 'by-election', aliases: ['增补', '增补选举'] },
  { id: 'term-extension', zh: '延期换届批复', en: 'consent to put off an election', aliases: ['延期换届', '推迟换届'] },
  { id: 'term-reminder', zh: '换届提醒', en: 'reminder of an election' },
  { id: 'founding-request', zh: '成立请示', en: 'request to found an organization', aliases: ['成立党支部请示'] },
  { id: 'founding-reply', zh: '成立批复', en: 'reply to a request to found an organization', aliases: ['成立党支部批复'] },
  { id: 'talk', zh: '谈心谈话', en: 'heart-to-heart talk', aliases: ['谈话', '谈心'] },
  { id: 'care-event', zh: '关怀帮扶事项', en: 'event that calls for care', aliases: ['重大变故', '受处分', '受到处分处置'] },
  { id: 'contact', zh: '联系', en: 'contact', aliases: ['联系流动党员', '联系党员'] },
  { id: 'home-visit', zh: '走访慰问', en: 'visit', aliases: ['走访', '送学上门', '慰问'] },
  { id: 'duty-report', zh: '向上级述职', en: 'duty report to the upper organization', aliases: ['述职', '书记述职'] },
  { id: 'duty-report-to-members', zh: '向党员大会述职', en: 'duty report to the general meeting', aliases: ['支部述职'] },
  { id: 'education-report', zh: '党员教育管理情况报告', en: 'report on the education of members', aliases: ['教育管理报告', '工作报告'] },
  { id: 'study-plan', zh: '学习计划', en: 'study plan', aliases: ['年度学习计划'] },
  { id: 'study-report', zh: '学习报告', en: 'study report', aliases: ['年度学习报告', '学习情况报告'] },
  { id: 'special-study', zh: '专题研究党支部建设', en: 'special study of the work of branches', aliases: ['专题研究'] },
  { id: 'applicant-talk', zh: '与入党申请人谈话', en: 'talk with an applicant', aliases: ['入党谈话', '派人谈话'] },
  { id: 'contact-person', zh: '指定培养联系人', en: 'contact person named', aliases: ['培养联系人'] },
  { id: 'activist-review', zh: '考察入党积极分子', en: 'review of an activist', aliases: ['考察', '积极分子考察'] },
  { id: 'activist-analysis', zh: '分析入党积极分子队伍', en: 'analysis of the activists', aliases: ['队伍分析', '积极分子队伍分析'] },
  { id: 'upper-consent', zh: '上级党委同意', en: 'consent of the upper committee', aliases: ['同意列为发展对象', '备案'] },
  { id: 'public-notice', zh: '公示', en: 'public notice', aliases: ['发展对象公示'] },
  { id: 'political-review', zh: '政治审查', en: 'political review', aliases: ['政审'] },
  { id: 'introducer', zh: '入党介绍人', en: 'introducer', aliases: ['确定入党介绍人'] },
  { id: 'pre-review', zh: '预审', en: 'pre-review by the committee', aliases: ['党委预审'] },
  { id: 'admission-approval', zh: '审批预备党员', en: 'approval of an admission', aliases: ['接收预备党员审批', '审批'] },
  { id: 'oath', zh: '入党宣誓', en: 'oath', aliases: ['宣誓'] },
  { id: 'probation-extension', zh: '延长预备期', en: 'extension of the probation' },
  { id: 'full-membership-meeting', zh: '讨论转正', en: 'meeting on full membership', aliases: ['转正大会'] },
  { id: 'full-membership-approval', zh: '审批转正', en: 'approval of full membership', aliases: ['转正审批'] },
  { id: 'development-report', zh: '发展党员工作报告', en: 'report on developing members', aliases: ['发展党员报告'] },
  { id: 'sanction', zh: '党纪处分', en: 'sanction', aliases: ['处分'] },
  { id: 'vote', zh: '表决', en: 'vote', aliases: ['投票'] },
  { id: 'appraisal-opinion', zh: '评定意见', en: 'appraisal opinion', aliases: ['民主评议意见'] },
  { id: 'online-inspection', zh: '线上学习督促检查', en: 'inspection of online learning', aliases: ['线上学习检查', '督促检查'] },
  { id: 'bulletin', zh: '通报', en: 'bulletin', aliases: ['情况通报'] },
  { id: 'reading-plan', zh: '读书计划', en: 'reading plan' },
  { id: 'reading', zh: '读书记录', en: 'book read', aliases: ['读书'] },
  { id: 'nomination', zh: '推荐作品', en: 'work nominated', aliases: ['推荐', '报送'] },
  { id: 'selection', zh: '入选作品', en: 'work chosen', aliases: ['入选', '评选入围'] },
] as const satisfies readonly Term[]

/** Ranks 职级 of civil servants and leaders, from the highest: 干部教育培训工作条例 draws its line at 四级调研员 and 县处级. */
export const RANKS = [
  { id: 'county-chief', zh: '县处级正职', en: 'county level, chief', aliases: ['正处级', '正县级', '县处级'] },
  { id: 'county-deputy', zh: '县处级副职', en: 'county level, deputy', aliases: ['副处级', '副县级'] },
  { id: 'consultant-1', zh: '一级调研员', en: 'consultant, 1st grade' },
  { id: 'consultant-2', zh: '二级调研员', en: 'consultant, 2nd grade' },
  { id: 'consultant-3', zh: '三级调研员', en: 'consultant, 3rd grade' },
  { id: 'consultant-4', zh: '四级调研员', en: 'consultant, 4th grade' },
  { id: 'township-chief', zh: '乡科级正职', en: 'township level, chief', aliases: ['正科级', '正乡级', '乡科级'] },
  { id: 'township-deputy', zh: '乡科级副职', en: 'township level, deputy', aliases: ['副科级', '副乡级'] },
  { id: 'chief-section-1', zh: '一级主任科员', en: 'principal section member, 1st grade' },
  { id: 'chief-section-2', zh: '二级主任科员', en: 'principal section member, 2nd grade' },
  { id: 'chief-section-3', zh: '三级主任科员', en: 'principal section member, 3rd grade' },
  { id: 'chief-section-4', zh: '四级主任科员', en: 'principal section member, 4th grade' },
  { id: 'section-1', zh: '一级科员', en: 'section member, 1st grade' },
  { id: 'section-2', zh: '二级科员', en: 'section member, 2nd grade', aliases: ['科员'] },
] as const satisfies readonly Term[]

/** Verdicts of a check 结论. */
export const VERDICTS = [
  { id: 'met', zh: '达标', en: 'met' },
  { id: 'pending', zh: '待完成', en: 'pending' },
  { id: 'breached', zh: '未达标', en: 'breached' },
  { id: 'not-applicable', zh: '不适用', en: 'not applicable' },
  { id: 'waived', zh: '已豁免', en: 'waived' },
  { id: 'unknown', zh: '无法判断', en: 'unknown' },
] as const satisfies readonly Term[]

/** Levels of a rule in a config 级别. */
export const LEVELS = [
  { id: 'off', zh: '关闭', en: 'off' },
  { id: 'warn', zh: '警告', en: 'warning' },
  { id: 'error', zh: '错误', en: 'error' },
] as const satisfies readonly Term[]

/** Levels of authority 层级, from the highest: each may refine what those above it leave open. */
export const AUTHORITY_LEVELS = [
  { id: 'national', zh: '中央', en: 'national' },
  { id: 'province', zh: '省级', en: 'province', aliases: ['省', '省委', '自治区', '直辖市'] },
  { id: 'city', zh: '市级', en: 'city', aliases: ['市', '市委', '地级市', '自治州'] },
  { id: 'county', zh: '县级', en: 'county', aliases: ['县', '县委', '区县', '机关工委'] },
  { id: 'unit', zh: '本单位', en: 'unit', aliases: ['单位', '机关'] },
] as const satisfies readonly Term[]

/** How strongly the words of an article bind 强度. */
export const STRENGTHS = [
  { id: 'must', zh: '应当', en: 'must' },
  { id: 'usual', zh: '一般', en: 'usual' },
  { id: 'derived', zh: '推定', en: 'derived' },
  { id: 'local', zh: '地方', en: 'local' },
] as const satisfies readonly Term[]

/** How sure the words of a citation are 依据. */
export const ASSURANCES = [
  { id: 'verified', zh: '已核对原文', en: 'verified: the official text was read' },
  { id: 'quoted', zh: '有原文引用', en: 'quoted: a page that quotes the text was read' },
  { id: 'secondary', zh: '二手来源', en: 'secondary: the number was seen second-hand only' },
] as const satisfies readonly Term[]

/** Units of what is measured and required 单位. */
export const UNITS = [
  { id: 'hour', zh: '学时', en: 'hours' },
  { id: 'session', zh: '次', en: 'sessions' },
  { id: 'day', zh: '天', en: 'days' },
  { id: 'month', zh: '个月', en: 'months' },
  { id: 'person', zh: '人', en: 'persons' },
  { id: 'percent', zh: '%', en: 'percent' },
  { id: 'form', zh: '形式', en: 'form' },
] as const satisfies readonly Term[]

/** What a rule speaks about 对象. */
export const SUBJECT_KINDS = [
  { id: 'member', zh: '党员', en: 'member' },
  { id: 'organization', zh: '党组织', en: 'organization' },
  { id: 'post', zh: '任职', en: 'post' },
  { id: 'session', zh: '活动', en: 'session' },
] as const satisfies readonly Term[]

/** The tables of the input contract. */
export const TABLES = [
  { id: 'organizations', zh: '党组织', en: 'organizations', aliases: ['组织', '党组织信息'] },
  { id: 'members', zh: '党员', en: 'members', aliases: ['党员信息', '党员名册'] },
  { id: 'affiliations', zh: '组织关系', en: 'affiliations' },
  { id: 'posts', zh: '任职', en: 'posts', aliases: ['党内职务', '任职信息'] },
  { id: 'sessions', zh: '活动', en: 'sessions', aliases: ['组织生活', '活动记录'] },
  { id: 'attendance', zh: '考勤', en: 'attendance', aliases: ['签到', '参会'] },
  { id: 'acts', zh: '记录', en: 'acts', aliases: ['工作记录', '事项记录', '党务记录'] },
  { id: 'waivers', zh: '豁免', en: 'waivers' },
  { id: 'export', zh: '导出说明', en: 'export', aliases: ['说明'] },
  { id: 'lecturers', zh: '师资', en: 'lecturers', aliases: ['师资库'] },
  { id: 'courses', zh: '课程', en: 'courses', aliases: ['课程库'] },
  { id: 'venues', zh: '阵地', en: 'venues', aliases: ['教育阵地', '党员教育阵地', '阵地资源'] },
  { id: 'programs', zh: '培训项目', en: 'programs', aliases: ['培训班次'] },
  { id: 'services', zh: '志愿服务', en: 'services' },
] as const satisfies readonly Term[]

/** Identifier of {@link ORGANIZATION_KINDS}. */
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]['id']
/** Identifier of {@link MEMBER_STATUSES}. */
export type MemberStatus = (typeof MEMBER_STATUSES)[number]['id']
/** Identifier of {@link MEMBERSHIP_STATES}. */
export type MembershipState = (typeof MEMBERSHIP_STATES)[number]['id']
/** Identifier of {@link SESSION_KINDS}. */
export type SessionKind = (typeof SESSION_KINDS)[number]['id']
/** Identifier of {@link SESSION_MODES}. */
export type SessionMode = (typeof SESSION_MODES)[number]['id']
/** Identifier of {@link SESSION_STATUSES}. */
export type SessionStatus = (typeof SESSION_STATUSES)[number]['id']
/** Identifier of {@link ATTENDANCE_STATUSES}. */
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number]['id']
/** Identifier of {@link CAPACITIES}. */
export type Capacity = (typeof CAPACITIES)[number]['id']
/** Identifier of {@link ROLES}. */
export type Role = (typeof ROLES)[number]['id']
/** Identifier of {@link ACT_KINDS}. */
export type ActKind = (typeof ACT_KINDS)[number]['id']
/** Identifier of {@link RANKS}. */
export type Rank = (typeof RANKS)[number]['id']
/** Identifier of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number]['id']
/** Identifier of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number]['id']
/** Identifier of {@link AUTHORITY_LEVELS}. */
export type AuthorityLevel = (typeof AUTHORITY_LEVELS)[number]['id']
/** Identifier of {@link STRENGTHS}. */
export type Strength = (typeof STRENGTHS)[number]['id']
/** Identifier of {@link ASSURANCES}. */
export type Assurance = (typeof ASSURANCES)[number]['id']
/** Identifier of {@link UNITS}. */
export type Unit = (typeof UNITS)[number]['id']
/** Identifier of {@link SUBJECT_KINDS}. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number]['id']
/** Identifier of {@link TABLES}. */
export type TableName = (typeof TABLES)[number]['id']

/**
 * A look-up from identifier, Chinese name or alias to identifier. Blanks around and inside a word and the
 * width of letters and brackets do not matter.
 *
 * @example
 * ```ts
 * import { SESSION_KINDS, termFinder } from '@xueshi/core'
 *
 * const find = termFinder(SESSION_KINDS)
 * console.log(find('支部 党员大会')) // general-meeting
 * ```
 */
export function termFinder<T extends Term>(terms: readonly T[]): (word: string) => T['id'] | undefined {
  const ids = new Map<string, string>()
  for (const term of terms) {
    for (const word of [term.id, term.zh, ...(term.aliases ?? [])]) {
      const key = normalizeWord(word)
      if (!ids.has(key)) ids.set(key, term.id)
    }
  }
  return (word) => (ids.get(word) ?? ids.get(normalizeWord(word))) as T['id'] | undefined
}

/** The name of a term in a language; an unknown identifier is its own name. */
export function termName(terms: readonly Term[], id: string, locale: 'zh-CN' | 'en'): string {
  const term = terms.find((candidate) => candidate.id === id)
  if (term === undefined) return id
  return locale === 'en' ? term.en : term.zh
}

/** A word without blanks, in half-width form and lower case: the key words are compared by. */
export function normalizeWord(word: string): string {
  return word.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '').toLowerCase()
}

import { template } from './problem-template.ts'

/** Problems of what records say: references, facts over time, attendance, and the export as a whole. */
export const CONTENT_PROBLEMS = {
  // References.
  unknownOrganization: template(
    'unknown-organization',
    'error',
    '{table}表“{column}”的“{value}”不在党组织表中，{effect}。请核对组织编码或名称。',
    'Table {table}: “{value}” in “{column}” is not in the table of organizations; {effect}. Please check the code or name.',
  ),
  unknownOrganizationMild: template(
    'unknown-organization',
    'warning',
    '{table}表“{column}”的“{value}”不在党组织表中，{effect}。',
    'Table {table}: “{value}” in “{column}” is not in the table of organizations; {effect}.',
  ),
  ambiguousOrganization: template(
    'ambiguous-organization',
    'error',
    '{table}表“{column}”的“{value}”对应多个党组织，{effect}。请改用组织编码。',
    'Table {table}: “{value}” in “{column}” names more than one organization; {effect}. Please use the code.',
  ),
  organizationCycle: template(
    'organization-cycle',
    'error',
    '党组织的上级关系成环：{value}。已把“{id}”当作最上级处理。请核对上级组织编码。',
    'The organizations {value} are above one another in a circle; “{id}” is treated as the top. Please check their parents.',
  ),
  dissolvedBeforeFounded: template(
    'date-order',
    'warning',
    '党组织“{value}”的撤销日期早于成立日期，撤销日期按空白处理。',
    'Organization “{value}” was dissolved before it was founded; the date of dissolution is treated as blank.',
  ),
  notABranch: template(
    'not-a-branch',
    'warning',
    '{table}表“{column}”的“{value}”不是党支部或党小组，{effect}。',
    'Table {table}: “{value}” in “{column}” is neither a branch nor a Party group; {effect}.',
  ),
  unknownMember: template(
    'unknown-member',
    'error',
    '{table}表“{column}”的“{value}”不在党员表中，{effect}。请核对党员编号，或在党员表中补上此人。',
    'Table {table}: “{value}” in “{column}” is not in the table of members; {effect}. Please check the number or add the person.',
  ),
  ambiguousMember: template(
    'ambiguous-member',
    'error',
    '{table}表“{column}”的“{value}”对应多名党员，{effect}。请改用党员编号。',
    'Table {table}: “{value}” in “{column}” may be more than one member; {effect}. Please use the number.',
  ),
  unknownSession: template(
    'unknown-session',
    'error',
    '考勤表的活动编号“{value}”不在活动表中，这一行未采用。请核对活动编号，或补充活动表。',
    'Attendance names the session “{value}”, which is not in the table of sessions; the row was left out. Please check the id or add the session.',
  ),
  unknownSessionReference: template(
    'unknown-session',
    'error',
    '{table}表“{column}”的“{value}”不在活动表中，{effect}。请核对活动编号，或补充活动表。',
    'Table {table}: “{value}” in “{column}” is not in the table of sessions; {effect}. Please check the id or add the session.',
  ),
  unknownLecturer: template(
    'unknown-lecturer',
    'warning',
    '{table}表“{column}”的“{value}”不在师资表中，{effect}。请核对师资编号。',
    'Table {table}: “{value}” in “{column}” is not in the table of lecturers; {effect}. Please check the id.',
  ),
  actAboutNothing: template(
    'act-about-nothing',
    'error',
    '记录“{value}”没有写明党组织、党员或活动，这一行未采用。请补填。',
    'Act “{value}” names no organization, no member and no session; the row was left out. Please fill them in.',
  ),
  groupOutsideBranch: template(
    'group-outside-branch',
    'warning',
    '党员“{value}”的党小组不在其所在党支部之下，党小组按空白处理。',
    'The Party group of member “{value}” is not one of the member’s branch; it is treated as blank.',
  ),

  // Facts over time.
  statusConflict: template(
    'status-conflict',
    'warning',
    '党员“{value}”的人员类别与各项日期不符，以日期为准。',
    'The status of member “{value}” disagrees with the dates; the dates are believed.',
  ),
  membershipConflict: template(
    'membership-conflict',
    'warning',
    '党员“{value}”的党籍状态与停止、恢复党籍日期不符，以日期为准。',
    'The state of membership of “{value}” disagrees with the dates of suspension; the dates are believed.',
  ),
  dateOrder: template(
    'date-order',
    'warning',
    '党员“{value}”的“{column}”早于“{right}”，请核对。',
    'Member “{value}”: the date “{column}” lies before “{right}”; please check.',
  ),
  intervalOrder: template(
    'date-order',
    'error',
    '{table}表中（{value}）的结束日期早于开始日期，这一行未采用。',
    'Table {table}: a record ({value}) ends before it begins; the row was left out.',
  ),
  untilBeforeDate: template(
    'date-order',
    'warning',
    '{table}表中（{value}）的“{column}”早于日期，“{column}”按空白处理。请核对。',
    'Table {table}: “{column}” of a record ({value}) lies before its date and is treated as blank. Please check.',
  ),
  affiliationConflict: template(
    'affiliation-conflict',
    'warning',
    '党员“{value}”的所在党支部与组织关系表不符，以组织关系表为准。',
    'The branch of member “{value}” disagrees with the table of affiliations, which is believed.',
  ),
  endBeforeStart: template(
    'end-before-start',
    'warning',
    '活动“{value}”的结束时间早于开始时间，结束时间按空白处理。请核对。',
    'Session “{value}” ends before it starts; its end is treated as not stated. Please check.',
  ),

  // Attendance.
  attendanceDuplicate: template(
    'attendance-duplicate',
    'warning',
    '同一活动同一党员的考勤重复（{value}），内容相同，只保留一条。',
    'Attendance of one member at one session occurs more than once ({value}) with equal content; one row is kept.',
  ),
  attendanceConflict: template(
    'attendance-conflict',
    'warning',
    '同一活动同一党员的考勤互相矛盾（{value}），按 出席、补学、请假、缺席 的次序取一条。请核对。',
    'Attendance of one member at one session is contradictory ({value}); taken in the order present, made up, excused, absent. Please check.',
  ),
  makeUpUnnamed: template(
    'make-up-unnamed',
    'warning',
    '补学没有写明补学活动编号（{value}），不计学时。请补填。',
    'A session made up does not name its make-up session ({value}) and earns no hours. Please fill it in.',
  ),
  unknownMakeUp: template(
    'unknown-session',
    'warning',
    '补学活动编号“{value}”不在活动表中，按未写明处理。请核对。',
    'The make-up session “{value}” is not in the table of sessions; it is treated as not named. Please check.',
  ),
  makeUpSame: template(
    'make-up-same',
    'warning',
    '补学活动就是所缺的活动本身（{value}），按未写明处理。请核对补学活动编号。',
    'The make-up session is the missed session itself ({value}); it is treated as not named. Please check.',
  ),
  makeUpNotAttended: template(
    'make-up-not-attended',
    'warning',
    '写明的补学活动中，该党员的考勤是请假或缺席（{value}），不计学时。请核对。',
    'The member was excused or absent at the make-up session named ({value}); no hours are earned. Please check.',
  ),
  makeUpIgnored: template(
    'make-up-ignored',
    'warning',
    '出席情况不是“补学”却写了补学活动编号（{value}），补学活动编号按空白处理。',
    'A row that is not “made up” names a make-up session ({value}), which is treated as blank.',
  ),
  lecturerAbsent: template(
    'lecturer-absent',
    'warning',
    '主讲人的考勤是请假、缺席或补学（{value}），以考勤为准，不算主讲。请核对。',
    'A lecturer of the session is recorded as excused, absent or making up ({value}); attendance is believed and no lecture is counted. Please check.',
  ),

  // The export and the tables as a whole.
  missingTable: template(
    'missing-table',
    'fatal',
    '缺少必需的表：{table}。',
    'A required table is missing: {table}.',
  ),
  tableUntrustworthy: template(
    'table-untrustworthy',
    'fatal',
    '{table}表 {total} 行中有 {count} 行未采用，超过一半，结果不可信。',
    '{count} of the {total} rows of the table {table} were left out, more than half: the result cannot be relied on.',
  ),
  attendanceUntrustworthy: template(
    'attendance-untrustworthy',
    'fatal',
    '考勤 {total} 行中有 {count} 行的活动或党员无法对应，超过 1%，结果不可信。',
    '{count} of {total} attendance rows name unknown sessions or members, more than 1 %: the result cannot be relied on.',
  ),
  noCoverage: template(
    'no-coverage',
    'fatal',
    '没有活动，也没有说明数据的起止日期，无法判断任何要求。请补充导出说明。',
    'There is no session and no statement of what the export covers: nothing can be judged. Please add the export statement.',
  ),
  coverageAssumed: template(
    'coverage-assumed',
    'notice',
    '导出说明没有写明数据起止，按活动的日期推定为 {from} 至 {to}。',
    'The export does not say what it covers; {from} to {to} is assumed from the sessions.',
  ),
  coverageOrder: template(
    'coverage-order',
    'error',
    '导出说明的数据起止颠倒（{value}），按未写明处理。',
    'The export says that it ends before it begins ({value}); the statement is ignored.',
  ),
  exportConflict: template(
    'export-conflict',
    'warning',
    '有多条导出说明且互不相同，取各条共同覆盖的日期和最早的导出日期。',
    'There are several statements of export that differ; the days all of them cover and the earliest export date are taken.',
  ),
  moreProblems: template(
    'more-problems',
    'warning',
    '问题“{value}”共 {total} 处，此处列出 {shown} 处，另有 {count} 处未列出。',
    'There are {total} problems “{value}”; {shown} are listed and {count} are not.',
  ),
} as const

import type { LocalizedText } from '../locale.ts'
import type { ProblemSeverity } from '../model/problem.ts'

/** One kind of fault the dataset builder reports. `{table}`, `{column}`, `{value}` … are filled per record. */
export interface ProblemTemplate {
  /** Stable code of the problem; several templates may share one. */
  readonly code: string
  readonly severity: ProblemSeverity
  readonly message: LocalizedText
}

function template(code: string, severity: ProblemSeverity, zh: string, en: string): ProblemTemplate {
  return { code, severity, message: { 'zh-CN': zh, en } }
}

/** What became of the record or the cell; the ends of the messages on rows. */
export const EFFECTS = {
  record: { 'zh-CN': '这一行未采用', en: 'the row was left out' },
  cell: { 'zh-CN': '这个单元格按空白处理', en: 'the cell is treated as blank' },
} as const satisfies Record<string, LocalizedText>

/**
 * Every problem the dataset builder can report, with its words. `error` lost a record or a cell, `warning`
 * was mended or may mislead, `notice` is information, `fatal` makes the dataset untrustworthy.
 */
export const PROBLEMS = {
  // Rows and cells as the schemas judge them.
  rowNotObject: template(
    'row-not-object',
    'error',
    '{table}表中有一行不是记录，未采用。',
    'A row of the table {table} is no record; it was left out.',
  ),
  missingValue: template(
    'missing-value',
    'error',
    '{table}表“{column}”没有填写，{effect}。请补填。',
    'Table {table}: “{column}” is empty; {effect}. Please fill it in.',
  ),
  wrongType: template(
    'wrong-type',
    'error',
    '{table}表“{column}”的值“{value}”类型不对，{effect}。应为{right}。',
    'Table {table}: “{value}” in “{column}” is of the wrong type; {effect}. It should be {right}.',
  ),
  tooLong: template(
    'too-long',
    'error',
    '{table}表“{column}”的内容过长，{effect}。最多 {right} 个字符。',
    'Table {table}: the text in “{column}” is too long; {effect}. At most {right} characters.',
  ),
  outOfRange: template(
    'out-of-range',
    'error',
    '{table}表“{column}”的数值“{value}”超出范围，{effect}。应为{right}。',
    'Table {table}: the number “{value}” in “{column}” is out of range; {effect}. It should be {right}.',
  ),
  invalidDate: template(
    'invalid-date',
    'error',
    '{table}表“{column}”的值“{value}”不是有效日期，{effect}。请改成如 2025-03-05 的日期。',
    'Table {table}: “{value}” in “{column}” is no valid date; {effect}. Write dates like 2025-03-05.',
  ),
  invalidInstant: template(
    'invalid-instant',
    'error',
    '{table}表“{column}”的值“{value}”不是有效时间，{effect}。请改成如 2025-03-05 14:30 的时间（24 小时制）。',
    'Table {table}: “{value}” in “{column}” is no valid time; {effect}. Write times like 2025-03-05 14:30 (24 hours).',
  ),
  controlCharacter: template(
    'control-character',
    'error',
    '{table}表“{column}”的编号“{value}”含有不可见的控制字符，{effect}。请重新录入编号。',
    'Table {table}: the id “{value}” in “{column}” contains control characters; {effect}. Please enter the id again.',
  ),
  invalidValue: template(
    'invalid-value',
    'error',
    '{table}表“{column}”的值“{value}”无效，{effect}。',
    'Table {table}: “{value}” in “{column}” is not valid; {effect}.',
  ),
  implausibleDate: template(
    'implausible-date',
    'error',
    '{table}表“{column}”的日期“{value}”不合情理（应在 1921 年至 2099 年之间），{effect}。',
    'Table {table}: the date “{value}” in “{column}” is not plausible (1921 to 2099); {effect}.',
  ),

  // Words of the field.
  unknownWord: template(
    'unknown-word',
    'error',
    '{table}表“{column}”的“{value}”无法识别，{effect}。可填：{right}。',
    'Table {table}: “{value}” in “{column}” is not known; {effect}. Known words: {right}.',
  ),
  unknownWordBlank: template(
    'unknown-word',
    'warning',
    '{table}表“{column}”的“{value}”无法识别，按空白处理。可填：{right}。',
    'Table {table}: “{value}” in “{column}” is not known and is treated as blank. Known words: {right}.',
  ),
  unknownSessionStatus: template(
    'unknown-word',
    'warning',
    '活动表“{column}”的“{value}”无法识别，按空白处理：活动日期已过即视为已举办。可填：{right}。',
    'Table sessions: “{value}” in “{column}” is not known and is treated as blank: the session counts as held once its day has passed. Known words: {right}.',
  ),
  unknownSessionKind: template(
    'unknown-session-kind',
    'warning',
    '活动类型“{value}”无法识别；活动保留，但这一类型不计入任何要求。可填：{right}。',
    'The session kind “{value}” is not known; the session is kept, but this kind counts for nothing. Known kinds: {right}.',
  ),
  unknownRole: template(
    'unknown-role',
    'notice',
    '职务“{value}”不在职务表中，按原文保留，不计入任何按职务的要求。',
    'The role “{value}” is not in the table of roles; it is kept as written and no requirement on roles reads it.',
  ),
  invalidTag: template(
    'invalid-tag',
    'error',
    '标签“{value}”的起止日期无效，此标签未采用。应写成：行动不便@2025-03-01..2025-09-30。',
    'The dates of the tag “{value}” are not valid; the tag was left out. Write it like 行动不便@2025-03-01..2025-09-30.',
  ),
  tooManyWords: template(
    'too-many-words',
    'warning',
    '“{column}”等列中不同的写法过多（超过 {right} 种），这一条的不再参与统计。',
    'There are too many different words in “{column}” and the like (more than {right}); those of this record are not counted.',
  ),

  // Identity and duplicates.
  duplicateEqual: template(
    'duplicate-id',
    'warning',
    '{table}表中编号“{value}”重复，内容相同，只保留一条。',
    'Table {table}: the id “{value}” occurs more than once with equal content; one record is kept.',
  ),
  duplicateDifferent: template(
    'duplicate-id',
    'error',
    '{table}表中编号“{value}”重复而内容不同，只保留了其中一条，这一行未采用。请核对并删去多余的行。',
    'Table {table}: the id “{value}” occurs more than once with different content; one record is kept and this row was left out. Please remove the wrong one.',
  ),
  duplicateRecord: template(
    'duplicate-record',
    'warning',
    '{table}表中有完全相同的记录（{value}），只保留一条。',
    'Table {table}: a record occurs more than once ({value}); one is kept.',
  ),
  duplicateCitizenNumber: template(
    'duplicate-citizen-number',
    'warning',
    '党员“{value}”与另一名党员的公民身份号码相同。两条都保留；考勤等表用公民身份号码指这两人的行无法归属。',
    'Member “{value}” has the same citizen number as another member. Both are kept; rows that name them by citizen number cannot be attributed.',
  ),
  citizenNumberDamaged: template(
    'citizen-number-damaged',
    'warning',
    '公民身份号码被电子表格改成了科学记数或丢失了末几位，无法使用。请把该列设为“文本”后重新导出。',
    'The citizen number was turned into scientific notation or lost its last digits in a spreadsheet and cannot be used. Format the column as text and export again.',
  ),
  citizenNumberInvalid: template(
    'citizen-number-invalid',
    'warning',
    '公民身份号码的位数、出生日期或校验码不对，请核对。',
    'The citizen number has a wrong length, date of birth or check digit; please check it.',
  ),
  citizenNumberInText: template(
    'citizen-number-in-text',
    'warning',
    '{table}表“{column}”的文字中含有公民身份号码，已遮盖。请在来源中删去。',
    'Table {table}: the text in “{column}” contains a citizen number, which was masked. Please remove it at the source.',
  ),
  keyOfTheRun: template(
    'key-of-the-run',
    'notice',
    '有党员没有可用的党员编号，其编号由本次运行的随机密钥推导，每次运行都不同。请在配置中设置密钥，或补填党员编号。',
    'Some members have no usable number; their ids come from a random key of this run and differ from run to run. Set a key in the configuration or fill in the numbers.',
  ),
  ambiguousIdentity: template(
    'ambiguous-member',
    'error',
    '有同支部同姓名（{value}）而没有党员编号和公民身份号码的不同人员，无法区分，均未采用。请补填党员编号。',
    'Different persons of one branch share the name ({value}) and have neither number nor citizen number; they cannot be told apart and were left out. Please fill in the numbers.',
  ),

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
} as const satisfies Record<string, ProblemTemplate>

/** Name of a template of {@link PROBLEMS}. */
export type ProblemKey = keyof typeof PROBLEMS

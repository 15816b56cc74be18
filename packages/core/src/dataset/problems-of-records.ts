import { template } from './problem-template.ts'

/** Problems of rows and cells, words and identifiers. */
export const RECORD_PROBLEMS = {
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
  unknownRank: template(
    'unknown-rank',
    'warning',
    '职级“{value}”不在职级表中，按原文保留，不计入任何按职级的要求。可填：{right}。',
    'The rank “{value}” is not in the table of ranks; it is kept as written and no requirement on ranks reads it. Known ranks: {right}.',
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
    '有党员（或以公民身份号码为编号的其他记录）没有可用的编号，其编号由本次运行的随机密钥推导，每次运行都不同。请在配置中设置密钥，或补填党员编号。',
    'Some members (or other records numbered by a citizen number) have no usable number; their ids come from a random key of this run and differ from run to run. Set a key in the configuration or fill in the numbers.',
  ),
  ambiguousIdentity: template(
    'ambiguous-member',
    'error',
    '有同支部同姓名（{value}）而没有党员编号和公民身份号码的不同人员，无法区分，均未采用。请补填党员编号。',
    'Different persons of one branch share the name ({value}) and have neither number nor citizen number; they cannot be told apart and were left out. Please fill in the numbers.',
  ),
} as const

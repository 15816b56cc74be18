import type { LocalizedText, ProblemSeverity } from '@xueshi/core'

interface Message extends LocalizedText {
  readonly severity: ProblemSeverity
}

function message(severity: ProblemSeverity, zh: string, en: string): Message {
  return { severity, 'zh-CN': zh, en }
}

/** Every problem that reading of files can report, with its usual severity and its words. */
export const MESSAGES = {
  'limit-exceeded': message(
    'fatal',
    '{name}为 {value}，超过上限 {limit}（limits.{key}），该文件到此为止，其余内容未读入。请拆分文件，或在确认文件可信后调高上限。{hint}',
    '{key} is {value}, above the limit of {limit}: the rest of this file was not read. Split the file, or raise limits.{key} if you trust the file. {hintEn}',
  ),
  'unreadable-file': message('fatal', '文件无法读取：{reason}', 'The file cannot be read: {reasonEn}'),
  'encrypted-workbook': message(
    'fatal',
    '工作簿设有打开密码，无法读取。请在表格软件中去掉密码，另存后重新导入。',
    'The workbook is encrypted and cannot be read. Remove its password in the spreadsheet program, save it and import it again.',
  ),
  'invalid-encoding': message(
    'fatal',
    '文本既不是有效的 UTF-8，也不是有效的 GB18030（第 {offset} 字节处出错，按 {encoding} 读取），该文件其余内容未读入。请将文件另存为 CSV UTF-8 后重试。',
    'The text is neither valid UTF-8 nor valid GB18030 (fault at byte {offset}, read as {encoding}); the rest of this file was not read. Save it as CSV UTF-8 and try again.',
  ),
  'empty-file': message(
    'error',
    '文件或工作表是空的，没有任何内容。请重新导出。',
    'The file or sheet is empty. Export it again.',
  ),
  'missing-column': message(
    'fatal',
    '“{table}”表缺少必需的列：{columns}。请检查前 20 行内是否有表头行，列名是否写对。该表未读入。',
    'Table {tableEn} lacks required columns: {columnsEn}. Check that a header row stands in the first 20 rows. This table was not read.',
  ),
  'unrecognized-sheet': message(
    'notice',
    '不认识这个文件或工作表，已跳过。{reason}',
    'This file or sheet is not known and was left aside. {reasonEn}',
  ),
  'hidden-sheet': message(
    'notice',
    '这个工作表是隐藏的，仍按正常工作表读入。',
    'This sheet is hidden; it was read like any other.',
  ),
  'extra-column': message(
    'notice',
    '有 {count} 列不在约定之内，未读入：{columns}。',
    '{count} columns are not part of the contract and were not read: {columns}.',
  ),
  'duplicate-header': message(
    'error',
    '列名重复，只读入第一列（第 {first} 列），第 {second} 列未读入。请删除或改名其中一列。',
    'The header occurs twice: only the first (column {first}) was read, column {second} was not. Delete or rename one of them.',
  ),
  'ragged-row': message(
    'warning',
    '这一行有 {cells} 个单元格，表头有 {width} 列。{outcome}',
    'This row has {cells} cells, the header has {width}. {outcomeEn}',
  ),
  'unclosed-quote': message(
    'fatal',
    '从这一行开始的引号到文件结尾也没有闭合，其后的内容无法分行，未读入。',
    'The quote opened in this line is never closed: what follows cannot be split into rows and was not read.',
  ),
  'malformed-quote': message(
    'warning',
    '单元格的引号后面还有文字，已按原文读入，请核对这一行。',
    'Text follows the closing quote of a cell; it was read as it stands. Check this row.',
  ),
  'invalid-date': message(
    'error',
    '不是有效的日期。请写成 2024-05-06（年份四位，日期须真实存在）。{lost}',
    'Not a valid date. Write it as 2024-05-06 (four-digit year, a day that exists). {lostEn}',
  ),
  'invalid-time': message(
    'error',
    '日期之后不是有效的时刻。请写成 2024-05-06 14:30。{lost}',
    'No valid time of day follows the date. Write it as 2024-05-06 14:30. {lostEn}',
  ),
  'seconds-as-milliseconds': message(
    'warning',
    '时刻的秒位有三位数，疑似导出程序把毫秒写成了秒；已按分钟读入，秒位忽略。',
    'The seconds of this time have three digits: the export seems to write milliseconds for seconds. Read to the minute; the seconds were ignored.',
  ),
  'twelve-hour-clock': message(
    'warning',
    '{count} 场有时刻的活动中，没有一场在 13 点以后开始，却有 {early} 场在 1 点到 6 点开始（首见于此行）：疑似导出时用了 12 小时制而丢了上午、下午。请按 24 小时制重新导出。',
    'Of {count} sessions with a time of day none starts at 13:00 or later, yet {early} start between 1 and 7 (first in this row): the export seems to use a 12-hour clock without AM/PM. Export it again with a 24-hour clock.',
  ),
  'scientific-notation': message(
    'error',
    '编号被表格软件存成了数值（科学计数法），末尾几位数字已经丢失，不能使用。请把该列设为“文本”格式后重新导出。{lost}',
    'A spreadsheet program stored this number in scientific notation: its last digits are lost and it cannot be used. Format the column as text and export it again. {lostEn}',
  ),
  'code-in-hours': message(
    'error',
    '学时列里不是数字，疑似写了代码或说明。请写学时数，如 1.5。{lost}',
    'The hours column holds no number but, it seems, a code or a remark. Write the number of hours, such as 1.5. {lostEn}',
  ),
  'invalid-number': message('error', '请填数字，如 30。{lost}', 'Write a number, such as 30. {lostEn}'),
  'invalid-boolean': message('error', '请填“是”或“否”。{lost}', 'Write 是 (yes) or 否 (no). {lostEn}'),
  'table-untrustworthy': message(
    'fatal',
    '“{table}”表 {total} 行中有 {count} 行因必填单元格无法识别而未读入，超过一半，结果不可信。',
    '{count} of the {total} rows of table {tableEn} were left out because a required cell could not be read, more than half: the result cannot be relied on.',
  ),
  'attendance-untrustworthy': message(
    'fatal',
    '考勤 {total} 行中有 {count} 行因必填单元格无法识别而未读入，超过 1%，结果不可信。',
    '{count} of {total} attendance rows were left out because a required cell could not be read, more than 1 %: the result cannot be relied on.',
  ),
  'invalid-json': message('fatal', '不是有效的 JSON 数据：{reason}', 'Not a valid JSON dataset: {reasonEn}'),
} as const satisfies Readonly<Record<string, Message>>

/** Stable codes of the problems of this package. */
export type ProblemCode = keyof typeof MESSAGES

import type { TableName } from '@xueshi/core'
import type { ProblemLog } from '../problems.ts'
import { tableNameZh } from './table-name.ts'

/** Reports a file or sheet whose name begins with the name of no table. */
export function reportUnknownName(log: ProblemLog, file: string, sheet?: string): void {
  log.report('unrecognized-sheet', {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    data: {
      reason: '名称不以任何一个表名开头（党组织、党员、组织关系、任职、活动、考勤、豁免、导出说明）。',
      reasonEn:
        'Its name begins with the name of no table (organizations, members, affiliations, posts, sessions, attendance, waivers, export).',
    },
  })
}

/** Reports a table that is known but that no rule reads yet. */
export function reportUnused(log: ProblemLog, file: string, table: TableName, sheet?: string): void {
  log.report('unused-table', {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    table,
    data: { table: tableNameZh(table), tableEn: table },
  })
}

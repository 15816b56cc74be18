import type { ProblemLog } from '../problems.ts'

/** Reports a file or sheet whose name begins with the name of no table. */
export function reportUnknownName(log: ProblemLog, file: string, sheet?: string): void {
  log.report('unrecognized-sheet', {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    data: {
      reason:
        '名称不以任何一个表名开头（党组织、党员、组织关系、任职、活动、考勤、记录、师资、课程、阵地、培训项目、志愿服务、豁免、导出说明）。',
      reasonEn:
        'Its name begins with the name of no table (organizations, members, affiliations, posts, sessions, attendance, acts, lecturers, courses, venues, programs, services, waivers, export).',
    },
  })
}

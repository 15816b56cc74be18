import type { Citation, Parameter } from '@xueshi/core'
import { words } from '../wording.ts'

/**
 * Least persons out of `entitled` so that they outnumber the others by `lead`: 0 where the half is enough,
 * 1 where more than half is asked.
 */
export function outnumbering(entitled: number, lead: number): number {
  return Math.ceil((entitled + lead) / 2)
}

/** By how many persons those present must at least outnumber the absent; 0 means that the half is enough. */
export function attendanceLead(...versions: Parameter['versions']): Parameter {
  return {
    title: words(
      '到会人数至少比未到会人数多几人（0：恰为半数即可；1：须超过半数）',
      'by how many persons those present outnumber the absent (0: the half is enough; 1: more than half)',
    ),
    unit: 'person',
    refinement: 'raise-only',
    stricter: 'higher',
    versions,
  }
}

/** By how many persons those in favour must at least outnumber the rest of those entitled. */
export function approvalLead(...versions: Parameter['versions']): Parameter {
  return {
    title: words(
      '赞成人数至少比应到会的其余人数多几人（1：须超过应到会人数的半数）',
      'by how many persons those in favour outnumber the rest of those entitled (1: more than half)',
    ),
    unit: 'person',
    refinement: 'raise-only',
    stricter: 'higher',
    versions,
  }
}

/** Numerator and denominator of a share that is no half, as parameters nobody may change. */
export function shareOf(
  part: number,
  whole: number,
  from: string,
  ...citations: Citation[]
): { readonly part: Parameter; readonly whole: Parameter } {
  const fixed = { unit: 'person', refinement: 'fixed' } as const
  return {
    part: {
      ...fixed,
      title: words('法定到会比例的分子', 'numerator of the share that must be present'),
      stricter: 'higher',
      versions: [{ value: part, from, citations }],
    },
    whole: {
      ...fixed,
      title: words('法定到会比例的分母', 'denominator of the share that must be present'),
      stricter: 'lower',
      versions: [{ value: whole, from, citations }],
    },
  }
}

/** “半数以上” is read as including the half. */
export const halfIncluded = words(
  '“半数以上”：条文没有定义，按包含半数理解；本地理解为超过半数的，可把参数改为1。',
  '“半数以上” (the half or more): the text defines it nowhere, we read it as including the half; where more than half is meant, set the parameter to 1.',
)

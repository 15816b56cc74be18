import {
  defineIndicator,
  type Indicator,
  type IndicatorContext,
  type IndicatorPart,
  type LocalizedText,
  type TableName,
} from '@xueshi/core'
import { words } from '../wording.ts'

/** What all figures have in common. */
export interface Figure {
  readonly id: string
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly unit: LocalizedText
  readonly reads: readonly TableName[]
  readonly over: 'members' | 'organizations'
}

/** Units of figures. */
export const UNIT = {
  persons: words('人', 'persons'),
  personTimes: words('人次', 'person-times'),
  sessions: words('次', 'sessions'),
  items: words('个', 'items'),
  percent: words('%', 'percent'),
}

/** A number that adds up. */
export function count(
  figure: Figure & { readonly of: (id: string, context: IndicatorContext) => number },
): Indicator {
  const { of, ...about } = figure
  return defineIndicator<number>({
    ...about,
    empty: 0,
    collect: ({ id }: IndicatorPart, context) => of(id, context),
    merge: (a, b) => a + b,
    value: (total) => total,
  })
}

/** A part of a whole; both add up. */
export type Part = readonly [part: number, whole: number]

interface PartFigure extends Omit<Figure, 'unit'> {
  readonly of: (id: string, context: IndicatorContext) => Part
}

/** A share in percent, with one digit; nothing where the whole is nothing. */
export function share(figure: PartFigure): Indicator {
  return ofPart(figure, UNIT.percent, 1, ([part, whole]) => rounded((100 * part) / whole))
}

/** A part for each of the whole, with one digit: lectures per lecturer. */
export function perEach(figure: PartFigure & { readonly unit: LocalizedText }): Indicator {
  return ofPart(figure, figure.unit, 1, ([part, whole]) => rounded(part / whole))
}

/** Any reading of a part of a whole; nothing where the whole is nothing. */
export function ofPart(
  figure: PartFigure,
  unit: LocalizedText,
  digits: number,
  read: (total: Part) => number,
): Indicator {
  const { of, ...about } = figure
  return defineIndicator<Part>({
    ...about,
    unit,
    digits,
    empty: [0, 0],
    collect: ({ id }: IndicatorPart, context) => of(id, context),
    merge: (a, b) => [a[0] + b[0], a[1] + b[1]],
    value: (total) => (total[1] === 0 ? null : read(total)),
  })
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

import type { Locale, Place } from '@xueshi/core'
import { plain } from './plain.ts'

/** A place in the words of the reader: `考勤.csv 第 12 行「出席情况」列`. Empty where nothing is known. */
export function placeText(place: Place, locale: Locale): string {
  const file = plain([place.file, place.sheet].filter((part) => part !== undefined).join(' › '))
  const column = place.column === undefined ? undefined : plain(place.column)
  if (locale === 'en') {
    const row = place.row === undefined ? '' : `row ${place.row}`
    return [file, row, column === undefined ? '' : `column “${column}”`]
      .filter((part) => part !== '')
      .join(', ')
  }
  const row = place.row === undefined ? '' : `第 ${place.row} 行`
  return [file, row + (column === undefined ? '' : `「${column}」列`)].filter((part) => part !== '').join(' ')
}

import { civilOf, type EpochDay } from '@xueshi/core'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/**
 * A number in the form of a citizen number (GB 11643) that nobody can have: its region 99xxxx does not exist.
 *
 * @param born day of birth; @param woman decides the parity of the serial; @param ordinal any number from 0.
 */
export function unrealCitizenNumber(born: EpochDay, woman: boolean, ordinal: number): string {
  const { year, month, day } = civilOf(born)
  const region = `99${String(1000 + (Math.floor(ordinal / 500) % 9000)).padStart(4, '0')}`
  const serial = (ordinal % 500) * 2 + (woman ? 0 : 1)
  const body = `${region}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(serial).padStart(3, '0')}`
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (body.charCodeAt(i) - 48) * WEIGHTS[i]!
  return body + CHECKS[sum % 11]!
}

import type { Indicator } from '@xueshi/core'
import { recorded } from './acts.ts'
import { centerGroups } from './center-group.ts'
import { documents } from './documents.ts'
import { lecturers } from './lecturers.ts'
import { nobodyMissed } from './nobody-missed.ts'
import { organizations } from './organizations.ts'
import { population } from './population.ts'
import { volunteering } from './services.ts'
import { sessions } from './sessions.ts'
import { partyAffairs } from './staff.ts'
import { training } from './training.ts'
import { places } from './venues.ts'

/** All indicators of the plugin, in the order of a report. */
export const indicators: readonly Indicator[] = [
  ...organizations,
  ...population,
  ...sessions,
  ...documents,
  ...centerGroups,
  ...training,
  ...lecturers,
  ...recorded,
  ...volunteering,
  ...nobodyMissed,
  ...places,
  ...partyAffairs,
]

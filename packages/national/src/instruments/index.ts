import { branchWork2018 } from './branch-work-2018.ts'
import { cadrePlan2023, cadreTraining2023 } from './cadre-training-2023.ts'
import { centerGroup2017 } from './center-group-2017.ts'
import type { Instrument } from './citation.ts'
import { constitution2022 } from './constitution-2022.ts'
import { citizenNumber1999 } from './data-standards.ts'
import { democraticLife2016 } from './democratic-life-2016.ts'
import { development2014 } from './development-2014.ts'
import { development2026 } from './development-2026.ts'
import { electionWork2020 } from './election-work-2020.ts'
import { memberEducation2019 } from './member-education-2019.ts'
import { organWork2019 } from './organ-work-2019.ts'
import { partyHistory2024 } from './party-history-2024.ts'
import { localHours2021, trainingPlans } from './training-plans.ts'

/** Every regulation the rules rest on. */
export const instruments: readonly Instrument[] = Object.freeze([
  branchWork2018,
  cadrePlan2023,
  cadreTraining2023,
  centerGroup2017,
  citizenNumber1999,
  constitution2022,
  democraticLife2016,
  development2014,
  development2026,
  electionWork2020,
  localHours2021,
  memberEducation2019,
  organWork2019,
  partyHistory2024,
  trainingPlans,
])

export type { Answer } from './answers.ts'
export {
  BATCH_ROWS,
  type SampleBatch,
  type SampleBatches,
  type SampleCounty,
  sampleCounty,
  sampleCountyBatches,
} from './county.ts'
export { type DressOptions, dressMessily, type MessyTable, type PlainTable } from './messy.ts'
export type { SampleOptions } from './options.ts'

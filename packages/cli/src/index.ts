export { EXIT } from './exitCode.ts'
export type { Io, Output } from './io.ts'
export { run } from './run.ts'

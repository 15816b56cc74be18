import {
  buildDataset,
  createDatasetBuilder,
  type Dataset,
  type DatasetOptions,
  type DatasetRows,
} from '@xueshi/core'

/** A branch with two groups below a general branch, two members, one session. */
export const small = {
  organizations: [
    { id: 'g', name: '党总支', kind: '党总支' },
    { id: 'b1', name: '第一党支部', kind: '党支部', parent: 'g' },
    { id: 'b2', name: '第二党支部', kind: '党支部', parent: '党总支' },
    { id: 'b1-1', name: '第一党小组', kind: '党小组', parent: 'b1' },
    { id: 'b1-2', name: '第二党小组', kind: '党小组', parent: 'b1' },
    { id: 'b2-1', name: '第一党小组', kind: '党小组', parent: 'b2' },
  ],
  members: [
    { id: 'p1', name: '甲一', status: '正式党员', organization: 'b1' },
    { id: 'p2', name: '乙二', status: '正式党员', organization: '第二党支部' },
  ],
  sessions: [
    {
      id: 's1',
      organization: 'b1',
      kinds: ['主题党日'],
      start: '2025-03-05T14:30+08:00',
      end: '2025-03-05T16:30+08:00',
    },
  ],
  export: [{ exportedOn: '2025-12-31', from: '2025-01-01', to: '2025-12-31' }],
} satisfies DatasetRows

/** The small county with some tables replaced; rows may be anything, as they come from outside. */
export function build(
  tables: { readonly [K in keyof DatasetRows]?: readonly unknown[] } = {},
  options?: DatasetOptions,
): Dataset {
  return buildDataset({ ...small, ...tables } as DatasetRows, options)
}

/** Rows with some added to those of the small county. */
export function plus<K extends keyof typeof small>(table: K, ...rows: readonly object[]): readonly object[] {
  return [...small[table], ...rows]
}

/** Codes of the problems with their values: `code value`, or the code alone. */
export function problems(dataset: Dataset): string[] {
  return dataset.problems.map(({ code, value }) => (value === undefined ? code : `${code} ${value}`))
}

/** Codes of the problems. */
export function codes(dataset: Dataset): string[] {
  return dataset.problems.map((problem) => problem.code)
}

/** Adds whole tables batch by batch. */
export function buildInBatches(
  batches: readonly (readonly [keyof DatasetRows, readonly unknown[]])[],
  options?: DatasetOptions,
): Dataset {
  const builder = createDatasetBuilder(options)
  for (const [table, rows] of batches) builder.add(table, rows)
  return builder.build()
}

/** A citizen number of no existing region with a right check digit, and the parts of it in tests. */
export const CITIZEN = '990101199001010035'
/** The same number in its form of 15 digits. */
export const CITIZEN_SHORT = '990101900101003'
export const OTHER_CITIZEN = '990101198506150020'

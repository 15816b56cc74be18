import { z } from 'zod'

/** Says yes only to values that a schema accepts as they are; a no means that the schema is to be asked. */
export type Accept = (value: unknown) => boolean

/** A field of a row with its accept-only closure. */
export interface FieldCheck {
  readonly key: string
  readonly schema: z.core.$ZodType
  readonly accept: Accept
  /** Whether a row may do without the field. */
  readonly optional: boolean
}

/**
 * Looks at a plain row: the fields of {@link RowCheck} that have a value, a bit each, where the schema accepts
 * the row as it is; -1 where it is to be looked at with more care.
 */
export type Scan = (row: unknown) => number

/** The compiled form of a row schema. */
export interface RowCheck {
  readonly accept: Accept
  readonly scan: Scan
  readonly fields: readonly FieldCheck[]
}

const NEVER: Accept = () => false

/**
 * Compiles a row schema into closures, without generating code. Whatever the walk does not know is never
 * accepted, so that zod stays the judge of everything the closures do not say yes to.
 */
export function compileRow(schema: z.ZodObject): RowCheck {
  const fields = Object.entries(schema.shape).map(([key, field]) => ({
    key,
    schema: field,
    accept: acceptOf(field),
    optional: field instanceof z.ZodOptional,
  }))
  const isKnown = schema.def.catchall === undefined && !hasChecks(schema)
  return {
    accept: isKnown ? acceptFields(fields) : NEVER,
    scan: isKnown && fields.length <= MOST_BITS ? scanFields(fields) : () => -1,
    fields,
  }
}

/** Fields that fit into the bits of a small integer. */
const MOST_BITS = 30

/** The accept-only closure of a schema of strings, numbers, booleans, arrays, objects and options of them. */
export function acceptOf(schema: z.core.$ZodType): Accept {
  if (schema instanceof z.ZodOptional) {
    if (hasChecks(schema)) return NEVER
    const { innerType } = schema.def
    if (innerType instanceof z.ZodString) return stringAccept(innerType, true)
    const inner = acceptOf(innerType)
    return (value) => value === undefined || inner(value)
  }
  if (schema instanceof z.ZodString) return stringAccept(schema)
  if (schema instanceof z.ZodNumber) return numberAccept(schema)
  if (schema instanceof z.ZodBoolean)
    return hasChecks(schema) || schema.def.coerce === true ? NEVER : (value) => typeof value === 'boolean'
  if (schema instanceof z.ZodArray) return arrayAccept(schema)
  if (schema instanceof z.ZodObject) return compileRow(schema).accept
  return NEVER
}

function acceptFields(fields: readonly FieldCheck[]): Accept {
  const keys = fields.map((field) => field.key)
  const accepts = fields.map((field) => field.accept)
  const count = keys.length
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const row = value as Readonly<Record<string, unknown>>
    for (let i = 0; i < count; i++) if (!accepts[i]!(row[keys[i]!])) return false
    return true
  }
}

/**
 * Most rows of a table have a few of its fields, in the same order as the row before: so the fields that a row
 * has are asked for one after the other, and the one that follows is guessed.
 */
function scanFields(fields: readonly FieldCheck[]): Scan {
  const count = fields.length
  const keys = fields.map((field) => field.key)
  const accepts = fields.map((field) => field.accept)
  const positions = new Map(keys.map((key, position) => [key, position]))
  const next = new Uint8Array(count + 1)
  let required = 0
  for (let i = 0; i < count; i++) if (!accepts[i]!(undefined)) required |= 1 << i
  return (value) => {
    if (typeof value !== 'object' || value === null) return -1
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return -1
    const row = value as Readonly<Record<string, unknown>>
    let found = 0
    let last = count
    for (const key in row) {
      let field = next[last]!
      if (keys[field] !== key) {
        field = positions.get(key) ?? -1
        if (field < 0) continue
        next[last] = field
      }
      last = field
      const cell = row[key]
      if (cell === undefined) continue
      if (!accepts[field]!(cell)) return -1
      found |= 1 << field
    }
    return (found & required) === required ? found : -1
  }
}

function stringAccept(schema: z.ZodString, optional = false): Accept {
  const bounds = boundsOf(schema)
  if (bounds === undefined || schema.def.coerce === true || 'format' in schema.def) return NEVER
  const { min, max, tests } = bounds
  if (tests.length === 0)
    return (value) =>
      typeof value === 'string' ? value.length >= min && value.length <= max : optional && value === undefined
  return (value) =>
    typeof value === 'string'
      ? value.length >= min && value.length <= max && passes(tests, value)
      : optional && value === undefined
}

function numberAccept(schema: z.ZodNumber): Accept {
  const bounds = boundsOf(schema)
  if (bounds === undefined || schema.def.coerce === true || 'format' in schema.def) return NEVER
  const { min, max, tests } = bounds
  return (value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= min &&
    value <= max &&
    passes(tests, value)
}

function arrayAccept(schema: z.ZodArray): Accept {
  const bounds = boundsOf(schema)
  if (bounds === undefined) return NEVER
  const { min, max, tests } = bounds
  const element = acceptOf(schema.element)
  return (value) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return false
    for (let i = 0; i < value.length; i++) if (!element(value[i])) return false
    return passes(tests, value)
  }
}

function passes(tests: readonly ((value: unknown) => boolean)[], value: unknown): boolean {
  for (let i = 0; i < tests.length; i++) if (!tests[i]!(value)) return false
  return true
}

interface Bounds {
  readonly min: number
  readonly max: number
  readonly tests: readonly ((value: unknown) => boolean)[]
}

/** Bounds and refinements of a schema, or `undefined` where a check is none of the known ones. */
function boundsOf(schema: z.core.$ZodType): Bounds | undefined {
  let min = Number.NEGATIVE_INFINITY
  let max = Number.POSITIVE_INFINITY
  const tests: ((value: unknown) => boolean)[] = []
  for (const check of schema._zod.def.checks ?? []) {
    const def = check._zod.def as z.core.$ZodCheckDef & Readonly<Record<string, unknown>>
    if (def.check === 'min_length' && typeof def.minimum === 'number') min = Math.max(min, def.minimum)
    else if (def.check === 'max_length' && typeof def.maximum === 'number') max = Math.min(max, def.maximum)
    else if (def.check === 'greater_than' && def.inclusive === true && typeof def.value === 'number')
      min = Math.max(min, def.value)
    else if (def.check === 'less_than' && def.inclusive === true && typeof def.value === 'number')
      max = Math.min(max, def.value)
    else if (def.check === 'number_format' && def.format === 'safeint')
      tests.push((value) => Number.isSafeInteger(value))
    else if (def.check === 'custom' && typeof def.fn === 'function') {
      const fn = def.fn as (value: unknown) => unknown
      tests.push((value) => fn(value) === true)
    } else return undefined
  }
  return { min, max, tests }
}

function hasChecks(schema: z.core.$ZodType): boolean {
  return (schema._zod.def.checks ?? []).length > 0
}

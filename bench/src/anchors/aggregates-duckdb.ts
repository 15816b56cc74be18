/** (b) The same two aggregates in DuckDB: small integer columns, 2 threads, results read as typed vectors. */
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  UINTEGER,
  USMALLINT,
  UTINYINT,
} from '@duckdb/node-api'
import type { Aggregates } from './aggregates-typed.ts'
import { type FlatColumns, KIND_CLASSES } from './flat-rows.ts'

const CHUNK = 2048

/** The written-out form of each query that was fastest of those tried (see the notes in the page). */
export const HOURS_SQL = `
  SELECT CAST((member * $years + year) * ${KIND_CLASSES.length} + kind_class AS INTEGER) AS cell, CAST(sum(hours) AS INTEGER) AS hours
  FROM attendance WHERE status <= 1 GROUP BY cell`
export const SESSIONS_SQL = `
  SELECT CAST(branch * $months + month AS INTEGER) AS cell, CAST(count(*) AS INTEGER) AS sessions
  FROM (SELECT DISTINCT branch, month, session FROM attendance WHERE status <= 1) GROUP BY cell`

export interface Loaded {
  readonly connection: DuckDBConnection
  readonly columns: FlatColumns
  readonly hoursSql: string
  readonly sessionsSql: string
}

/** Loads the columns into a table in memory. */
export async function loadDuckDB(columns: FlatColumns): Promise<Loaded> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE attendance (member INTEGER, branch USMALLINT, session UINTEGER,
    year UTINYINT, month UTINYINT, kind_class UTINYINT, hours USMALLINT, status UTINYINT)`)
  const appender = await connection.createAppender('attendance')
  const types = [INTEGER, USMALLINT, UINTEGER, UTINYINT, UTINYINT, UTINYINT, USMALLINT, UTINYINT]
  const sources = [
    columns.member,
    columns.branch,
    columns.session,
    columns.year,
    columns.month,
    columns.kindClass,
    columns.hours,
    columns.status,
  ]
  for (let from = 0; from < columns.length; from += CHUNK) {
    const to = Math.min(columns.length, from + CHUNK)
    const chunk = DuckDBDataChunk.create(types, to - from)
    chunk.setColumns(sources.map((source) => Array.from(source.subarray(from, to))))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  const fill = (sql: string) =>
    sql.replace('$years', String(columns.years)).replace('$months', String(columns.years * 12))
  return { connection, columns, hoursSql: fill(HOURS_SQL), sessionsSql: fill(SESSIONS_SQL) }
}

export async function aggregateDuckDB(loaded: Loaded): Promise<Aggregates> {
  const { columns } = loaded
  const hours = new Int32Array(columns.members.length * columns.years * KIND_CLASSES.length)
  const sessions = new Int32Array(columns.branches.length * columns.years * 12)
  await scatter(loaded.connection, loaded.hoursSql, hours)
  await scatter(loaded.connection, loaded.sessionsSql, sessions)
  return { hours, sessions }
}

/** Puts the second column of a result at the positions that the first names. */
async function scatter(connection: DuckDBConnection, sql: string, into: Int32Array): Promise<void> {
  const result = await connection.run(sql)
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return
    const cells = typedItems(chunk, 0)
    const values = typedItems(chunk, 1)
    for (let i = 0; i < chunk.rowCount; i++) into[cells[i]!] = values[i]!
  }
}

/** The typed array behind a vector; the public `getItem` would cost a call per value. */
function typedItems(chunk: DuckDBDataChunk, column: number): Int32Array {
  return (chunk.getColumnVector(column) as unknown as { readonly items: Int32Array }).items
}

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonReport } from '@xueshi/report'
import { describe, expect, test } from 'vitest'
import { embedded, folder, xueshi } from './xueshi.ts'

interface Answer {
  readonly rule: string
  readonly subject: { readonly id: string }
  readonly window: string
}

const sample = (cwd: string, ...options: string[]) =>
  embedded(['sample', '--out', 'data', '--members', '150', '--seed', '3', ...options], { cwd })

const answersIn = (cwd: string) => JSON.parse(readFileSync(join(cwd, 'answers.json'), 'utf8')) as Answer[]

async function findingsIn(cwd: string): Promise<JsonReport['findings']> {
  const { stdout } = await embedded(['check', 'data', '--format', 'json', '--as-of', '2025-12-31'], { cwd })
  return (JSON.parse(stdout) as JsonReport).findings
}

describe('xueshi sample', () => {
  test('writes a county and, beside it, the faults that check finds, in a process of its own', async () => {
    const cwd = folder()
    const made = await xueshi(['sample', '--out', 'data', '--members', '150', '--seed', '3'], { cwd })
    expect(made.code, made.stderr).toBe(0)
    expect(made.stderr).toBe('')
    expect(readdirSync(cwd).sort()).toEqual(['answers.json', 'data'])
    const presets = ['national.organ', 'national.organUnconfirmed']
    writeFileSync(join(cwd, 'xueshi.config.json'), JSON.stringify({ entries: [{ name: 'all', presets }] }))
    const breached = (await findingsIn(cwd))
      .filter(({ verdict }) => verdict === 'breached')
      .map(({ rule, subject, window }) => `${rule} ${subject.id} ${window.key}`)
    const planted = answersIn(cwd).map(({ rule, subject, window }) => `${rule} ${subject.id} ${window}`)
    expect(planted.length).toBeGreaterThan(0)
    expect(breached.sort()).toEqual(planted.sort())
  })

  test('the same county in every format and dress has the same findings', async () => {
    const dresses = [
      ['--format', 'csv-gb18030'],
      ['--format', 'xlsx'],
      ['--format', 'json'],
      ['--messy'],
      ['--messy', '--format', 'xlsx'],
    ]
    const plain = folder()
    await sample(plain)
    const expected = JSON.stringify(await findingsIn(plain))
    for (const dress of dresses) {
      const cwd = folder()
      expect((await sample(cwd, ...dress)).code, dress.join(' ')).toBe(0)
      expect(JSON.stringify(await findingsIn(cwd)), dress.join(' ')).toBe(expected)
    }
  })

  test('equal seeds give equal files, others do not', async () => {
    const bytes = async (...options: string[]) => {
      const cwd = folder()
      await sample(cwd, ...options)
      return (
        readFileSync(join(cwd, 'data', '考勤.csv'), 'utf8') + readFileSync(join(cwd, 'answers.json'), 'utf8')
      )
    }
    const first = await bytes()
    expect(await bytes()).toBe(first)
    const cwd = folder()
    await embedded(['sample', '--out', 'data', '--members', '150', '--seed', '4'], { cwd })
    expect(readFileSync(join(cwd, 'data', '考勤.csv'), 'utf8')).not.toBe(first)
  })

  test('replaces nothing without --force', async () => {
    const cwd = folder()
    await sample(cwd)
    const before = readFileSync(join(cwd, 'answers.json'), 'utf8')
    const again = await embedded(['sample', '--out', 'data', '--members', '200'], { cwd })
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('--force')
    expect(readFileSync(join(cwd, 'answers.json'), 'utf8')).toBe(before)
  })

  test('--force leaves no table of the former sample, whatever its format was', async () => {
    const cwd = folder()
    await sample(cwd, '--messy')
    expect((await sample(cwd, '--format', 'xlsx', '--force')).code).toBe(0)
    expect(readdirSync(join(cwd, 'data'))).toEqual(['数据.xlsx'])
  })

  test('--force touches no folder that holds anything else', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'data', 'thesis.docx'), 'precious')
    const { code, stderr } = await sample(cwd, '--force')
    expect(code).toBe(2)
    expect(stderr).toContain('thesis.docx')
    expect(existsSync(join(cwd, 'answers.json'))).toBe(false)
    expect(readdirSync(join(cwd, 'data'))).toEqual(['thesis.docx'])
  })

  test.each([
    [['--members', 'many']],
    [['--members', '5']],
    [['--seed', '1.5']],
    [['--format', 'parquet']],
    [['--messy', '--format', 'json']],
  ])('%j exits 2 and writes nothing', async (options) => {
    const cwd = folder()
    const { code } = await embedded(['sample', '--out', 'data', ...options], { cwd })
    expect(code).toBe(2)
    expect(readdirSync(cwd)).toEqual([])
  })
})

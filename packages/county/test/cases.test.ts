import { readFileSync } from 'node:fs'
import { type CaseRows, readCaseFiles, testRules } from '@xueshi/testing'
import { describe, it } from 'vitest'
import county from '../src/index.ts'

const base = JSON.parse(readFileSync(new URL('./fixtures/county.json', import.meta.url), 'utf8')) as CaseRows

testRules(county, readCaseFiles(new URL('../src/rules/', import.meta.url)), { describe, it, base })

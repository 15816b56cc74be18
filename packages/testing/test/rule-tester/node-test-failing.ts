// Run by `node --test` from adapters.test.ts: its first case expects too little.
import { describe, it } from 'node:test'
import { testRule } from '@xueshi/testing'
import { base, lecture, lectureCases } from './village.ts'

const [one, ...rest] = lectureCases.cases
testRule(
  lecture,
  { ...lectureCases, cases: [{ ...one!, expect: { b1: { 2025: 'met' } } }, ...rest] },
  { describe, it, base },
)

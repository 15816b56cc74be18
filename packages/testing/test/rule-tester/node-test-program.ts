// Run by `node --test` from adapters.test.ts.
import { describe, it } from 'node:test'
import { testRules } from '@xueshi/testing'
import { base, lecture, lectureCases, members, membersCases, village } from './village.ts'

testRules(village(lecture, members), [lectureCases, membersCases], { describe, it, base })
